// The conversation to take along: as text for the clipboard, as paper.
import { h } from './dom.js';
import { unanswered } from './reply-view.js';
import { fill } from './fill.js';
import * as words from './strings.js';

/**
 * @param {import('./memory.js').Turn[]} turns
 */
function transcript(turns) {
  const lines = turns.map(({ at, text, reply }) => {
    const said = reply ? [unanswered(reply), ...reply.answers.map((one) => one.text)].filter(Boolean).join('\n\n') : text;
    const time = new Date(at).toLocaleTimeString(words.language, { timeStyle: 'short' });
    const sources = reply?.answers.flatMap((one) => one.sources.map(({ title, url }) => `\n[${title}: ${url}]`)) ?? [];
    return `${time} ${reply ? words.reply : words.you}\n${said}${sources.join('')}`;
  });
  const title = fill(words.transcript, { date: new Date().toLocaleDateString(words.language, { dateStyle: 'long' }) });
  return [title, ...lines].join('\n\n');
}

/**
 * @param {import('./memory.js').Turn[]} turns
 */
export async function copy(turns) {
  await navigator.clipboard.writeText(transcript(turns));
}

/**
 * Prints a page of its own: the page around the widget does not come along.
 * @param {import('./memory.js').Turn[]} turns
 * @param {ShadowRoot} root
 */
export function print(turns, root) {
  const frame = h('iframe.sr', { title: words.print });
  root.append(frame);
  const page = frame.contentWindow;
  const text = page.document.body.appendChild(h('pre', {}, transcript(turns)));
  text.style.cssText = 'font:11pt/1.5 Georgia,serif;white-space:pre-wrap';
  page.onafterprint = () => frame.remove();
  page.print();
}
