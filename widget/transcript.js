// The conversation to take along: as text for the clipboard, as paper.
import { h } from './dom.js';
import { fill } from './strings.js';

/**
 * @param {import('./memory.js').Turn[]} turns
 * @param {import('./panel.js').Context} context
 */
function transcript(turns, { words, language }) {
  const lines = turns.map(({ at, text, reply }) => {
    const time = new Date(at).toLocaleTimeString(language, { timeStyle: 'short' });
    const sources = reply?.answers?.flatMap((one) => one.sources.map(({ title, url }) => `\n[${title}: ${url}]`)) ?? [];
    return `${time} ${reply ? words.reply : words.you}\n${reply?.text ?? text}${sources.join('')}`;
  });
  const title = fill(words.transcript, { date: new Date().toLocaleDateString(language, { dateStyle: 'long' }) });
  return [title, ...lines].join('\n\n');
}

/**
 * @param {import('./memory.js').Turn[]} turns
 * @param {import('./panel.js').Context} context
 */
export async function copy(turns, context) {
  await navigator.clipboard.writeText(transcript(turns, context));
}

/**
 * Prints a page of its own: the page around the widget does not come along.
 * @param {import('./memory.js').Turn[]} turns
 * @param {import('./panel.js').Context} context
 */
export function print(turns, context) {
  const frame = h('iframe.sr', { title: context.words.print });
  context.root.append(frame);
  const page = frame.contentWindow;
  const text = page.document.body.appendChild(h('pre', {}, transcript(turns, context)));
  text.style.cssText = 'font:11pt/1.5 Georgia,serif;white-space:pre-wrap';
  page.onafterprint = () => frame.remove();
  page.print();
}
