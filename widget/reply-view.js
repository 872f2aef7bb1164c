// Turns to nodes: what the visitor asked, what the clinic answered, and the buttons below it.
import { button, h, icon } from './dom.js';
import { figure } from './figures.js';
import { feedback } from './feedback.js';
import { fromHtml, linkTo, safeAddress } from './markup.js';
import { linkAll, linked, paragraphs } from './linkify.js';
import { fill } from './fill.js';
import * as words from './strings.js';

/** @typedef {import('./api.js').Reply} Reply */
/** @typedef {import('./api.js').Answer} Answer */
/** @typedef {import('./api.js').Link} Link */

const shortEnough = 120; // characters of detail that need no "more"

/** @param {string} text */
export function question(text) {
  return h('div.turn.you', { part: 'message' }, h('span.sr', {}, words.you), h('p.bubble', { dir: 'auto' }, text));
}

/**
 * @param {Reply} reply
 * @param {string} asked the question
 * @param {import('./panel.js').Context} context
 */
export function answer(reply, asked, context) {
  const urgent = reply.kind === 'urgent';
  const turn = h('div.turn.clinic', { part: 'message', lang: context.spoken });
  turn.append(h('span.sr', { lang: words.language }, words.reply));
  if (urgent) {
    turn.classList.add('urgent');
    turn.append(h('h3', { lang: words.language }, icon('warn'), words.urgent));
  }
  const titled = reply.answers.length > 1;
  const rest = unanswered(reply);
  if (rest) turn.append(paragraphs(rest, urgent));
  for (const one of reply.answers) turn.append(single(one, titled, urgent, reply, asked, context));
  return turn;
}

/**
 * What the reply says besides its answers and buttons: the part that was not understood, the way to a person.
 * @param {Reply} reply
 */
export function unanswered(reply) {
  const answers = reply.answers.flatMap((one) => [one.title, ...one.text.split('\n')]);
  const buttons = [...reply.choices, ...reply.suggestions].map((one) => one.label);
  const said = new Set([...answers, ...buttons].map(bare));
  return reply.text
    .split('\n')
    .filter((line) => !bare(line) || !said.has(bare(line)))
    .join('\n')
    .trim();
}

/** @param {string} line */
const bare = (line) => line.replace(/^\d\. |[\s:*#]+/g, ' ').trim();

/**
 * @param {Answer} one
 * @param {boolean} titled
 * @param {boolean} urgent
 * @param {Reply} reply
 * @param {string} asked
 * @param {import('./panel.js').Context} context
 */
function single(one, titled, urgent, reply, asked, context) {
  const { service, server } = context;
  const chatter = /^(chat|boundary)\//.test(one.topic);
  const section = h('section.answer');
  if (one.title && (titled || !(chatter || urgent))) section.append(h('h3', {}, one.title));
  const body = fromHtml(one.html, `${server}/`);
  const [first, ...rest] = body.childNodes.length ? body.children : paragraphs(one.text || one.short).children;
  if (first) section.append(linkAll(first, urgent));
  section.append(figure(one.topic, service) ?? '');
  if (rest.length) {
    const detail = h('div.detail', {}, ...rest);
    linkAll(detail, urgent);
    // Where the reply says no more than the detail, the detail is what was asked for.
    const more = !reply.text.includes(one.short);
    const open = urgent || chatter || more || String(detail.textContent).length < shortEnough;
    section.append(open ? detail : h('details.more', {}, h('summary', { lang: words.language }, words.more), detail));
  }
  section.append(sources(one, context) ?? '');
  if (!chatter && !urgent) section.append(feedback(one.topic, reply.conversation ?? '', asked, context));
  return section;
}

/**
 * @param {Answer} one
 * @param {import('./panel.js').Context} context
 */
function sources(one, { server }) {
  const when = one.reviewed && fill(words.reviewed, { date: day(one.reviewed) });
  const items = one.sources.filter((source) => source.title).map((source) => {
    const address = safeAddress(source.url, `${server}/`);
    if (!address) return h('li', {}, source.title);
    return h('li', {}, linkTo(h('a', {}, source.title), address));
  });
  if (!items.length) return when && h('p.reviewed', { lang: words.language }, when);
  const count = `${words.sources} (${items.length})`;
  return h('details.sources', {}, h('summary', { lang: words.language }, count, when && h('span', {}, ` · ${when}`)), h('ul', {}, ...items));
}

/**
 * Put together by hand: a browser's own dates take it 20 ms to get ready, just when the answer is there.
 * @param {string} iso
 */
function day(iso) {
  return iso.replace(/^(\d{4})-(\d\d)-(\d\d)$/, (_, y, m, d) =>
    fill(words.day, { y, m: words.months.split(' ')[m - 1], d: Number(d) }));
}

/**
 * Buttons below a reply; they go when the next question is asked.
 * @param {Reply} reply
 * @param {import('./panel.js').Context} context
 */
export function offers(reply, context) {
  const { choose, leaveMessage } = context;
  const parts = [];
  if (reply.choices.length) {
    const buttons = [...reply.choices, { topic: 'none', label: words.none }].map((link) =>
      button({ part: 'choice', onclick: () => choose(link) }, link.label),
    );
    parts.push(h('div.offers', { role: 'group', 'aria-label': words.which }, ...buttons));
  }
  if (reply.suggestions.length) parts.push(links(reply.suggestions, words.next, context));
  if (reply.handoff) parts.push(h('div.offers', {}, button({ class: 'main', onclick: leaveMessage }, words.leave)));
  return parts;
}

/**
 * @param {Link[]} suggestions
 * @param {string} title
 * @param {import('./panel.js').Context} context
 */
export function links(suggestions, title, { choose }) {
  const buttons = suggestions.map((link) => button({ part: 'suggestion', onclick: () => choose(link) }, link.label));
  return h('div.offers', { role: 'group', 'aria-label': title }, h('p', {}, title), ...buttons);
}

/**
 * @param {string} text
 * @param {...Node} actions
 */
export function note(text, ...actions) {
  return h('div.turn.note', { part: 'message' }, h('p', {}, linked(text, false)), ...actions);
}
