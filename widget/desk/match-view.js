// One answer as staff need it: what to say, what to write, what only they should know, and the public text.
import { fill } from '../fill.js';
import { safeAddress, linkTo } from '../markup.js';
import { cleanHtml, copyRich, copyText } from './clipboard.js';
import { button, dayText, h, safe, safely } from './ui.js';
import * as say from './words.js';

/** @typedef {{topic: string, title: string, short: string, text: string, html: string, confidence: number,
 *   staff?: {phone?: string, email?: string, hint?: string}, sources?: {title: string, url: string}[], reviewed?: string}} Match */

/** @param {Match} match */
export const copyAnswer = (match) => copyRich(match.text, cleanHtml(match.html), fill(say.copiedAnswer, { title: match.title }));

/** @param {Match} match the answer's own text where no paragraph was written for letters */
export const copyForEmail = (match) => (match.staff?.email ? copyText(match.staff.email, say.copiedEmail) : copyAnswer(match));

/** @param {Match} match */
export function matchView(match) {
  const { staff = {}, sources = [] } = match;
  return h('article.match', { 'aria-label': match.title },
    h('h2', {}, match.title),
    staff.hint && block('hint-block', say.hint, staff.hint),
    staff.phone && block('phone-block', say.phone, staff.phone),
    h('section.answer-block', {},
      h('header', {}, h('h3', {}, say.publicAnswer), button({ onclick: safely(() => copyAnswer(match)) }, say.copyAnswer, h('kbd', {}, 'Enter'))),
      h('div.prose', {}, safe(match.html))),
    staff.email && h('section.email-block', {},
      h('header', {}, h('h3', {}, say.email), button({ onclick: safely(() => copyForEmail(match)) }, say.copyEmail, h('kbd', {}, 'Ctrl Enter'))),
      h('p.lines', {}, staff.email)),
    h('footer.fine', {},
      match.reviewed && h('p', {}, fill(say.reviewed, { date: dayText(match.reviewed) })),
      sources.length > 0 && h('ul.sources', { 'aria-label': say.sources }, ...sources.map(({ title, url }) => h('li', {}, link(title, url)))),
      h('p', {}, link(say.publicPage, `/faq/${match.topic}`), ' · ', h('a', { href: `/desk/knowledge#${match.topic}.md` }, say.editTopic))));
}

/** @param {string} kind @param {string} title @param {string} text */
function block(kind, title, text) {
  return h(`section.${kind}`, {}, h('h3', {}, title), h('p.lines', {}, text));
}

/** @param {string} title @param {string} url */
function link(title, url) {
  const safeUrl = safeAddress(url, location.origin);
  return safeUrl ? linkTo(h('a', {}, title), safeUrl) : h('span', {}, title);
}
