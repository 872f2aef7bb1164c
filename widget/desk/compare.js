// Two texts side by side with the lines that differ marked: by words and signs, not by colour alone.
import { difference } from './difference.js';
import { h } from './ui.js';
import * as say from './words.js';

/**
 * Whole texts, old beside new.
 * @param {string} before
 * @param {string} after
 * @param {string[]} [titles]
 */
export function comparison(before, after, titles = [say.before, say.after]) {
  const lines = difference(before.split('\n'), after.split('\n'));
  // Where nothing is shared, marking all of it says nothing.
  if (!lines.some(({ kind, line }) => kind === 'same' && line.trim())) {
    const whole = (/** @type {string} */ text, /** @type {string} */ title) => h('div.side-text', { tabindex: 0, role: 'group', 'aria-label': title }, ...text.split('\n').map((line) => lineView({ line, kind: 'same' })));
    return sides(titles, whole(before, titles[0]), whole(after, titles[1]));
  }
  const side = (/** @type {'gone'|'come'} */ kind, /** @type {string} */ title) => h('div.side-text', { tabindex: 0, role: 'group', 'aria-label': title }, ...lines.filter((one) => one.kind === 'same' || one.kind === kind).map((one) => lineView(one)));
  return sides(titles, side('gone', titles[0]), side('come', titles[1]));
}

/** @param {string[]} titles @param {Node} before @param {Node} after */
const sides = (titles, before, after) => h('div.compare', {}, h('div', {}, h('h4', {}, titles[0]), before), h('div', {}, h('h4', {}, titles[1]), after));

/**
 * The lines that changed, with a few around them.
 * @param {string} before
 * @param {string} after
 */
export function changes(before, after) {
  const lines = difference(before.split(/\r?\n/), after.split(/\r?\n/));
  const near = (/** @type {number} */ at) => lines.slice(Math.max(at - 2, 0), at + 3).some(({ kind }) => kind !== 'same');
  const nodes = lines.flatMap((one, at) => (near(at) ? [lineView(one)] : near(at - 1) ? [h('p.skip-lines', {}, '⋯')] : []));
  return h('div.side-text.changes', { tabindex: 0, role: 'group', 'aria-label': say.differences }, ...nodes);
}

/** @param {{line: string, kind: 'same'|'gone'|'come'}} one */
function lineView({ line, kind }) {
  if (kind === 'same') return h('p', {}, line || ' ');
  return h(kind === 'gone' ? 'p.gone' : 'p.come', {}, h('span.sr', {}, kind === 'gone' ? say.lineGone : say.lineCome), h(kind === 'gone' ? 'del' : 'ins', {}, line || ' '));
}
