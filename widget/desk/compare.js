// Two texts side by side with the lines that differ marked: by words and signs, not by colour alone.
import { h } from './ui.js';
import * as say from './words.js';

const longest = 600; // lines for which the difference is worked out; its cost grows with the square

/**
 * Which lines are only in one, which only in the other.
 * @param {string[]} before
 * @param {string[]} after
 * @returns {{line: string, kind: 'same'|'gone'|'come'}[]}
 */
export function difference(before, after) {
  if (before.length > longest || after.length > longest) {
    return [...before.map((line) => ({ line, kind: /** @type {const} */ ('gone') })), ...after.map((line) => ({ line, kind: /** @type {const} */ ('come') }))];
  }
  // common[i][j]: how many lines before[i..] and after[j..] share in order.
  const common = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i][j] = before[i] === after[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  /** @type {{line: string, kind: 'same'|'gone'|'come'}[]} */
  const lines = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) lines.push({ line: before[i++], kind: 'same' }) && j++;
    else if (i < before.length && (j === after.length || common[i + 1][j] >= common[i][j + 1])) lines.push({ line: before[i++], kind: 'gone' });
    else lines.push({ line: after[j++], kind: 'come' });
  }
  return lines;
}

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
    const whole = (/** @type {string} */ text) => h('div.side-text', {}, ...text.split('\n').map((line) => lineView({ line, kind: 'same' })));
    return sides(titles, whole(before), whole(after));
  }
  const side = (/** @type {'gone'|'come'} */ kind) => h('div.side-text', {}, ...lines.filter((one) => one.kind === 'same' || one.kind === kind).map((one) => lineView(one)));
  return sides(titles, side('gone'), side('come'));
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
  return h('div.side-text.changes', {}, ...nodes);
}

/** @param {{line: string, kind: 'same'|'gone'|'come'}} one */
function lineView({ line, kind }) {
  if (kind === 'same') return h('p', {}, line || ' ');
  return h(kind === 'gone' ? 'p.gone' : 'p.come', {}, h('span.sr', {}, kind === 'gone' ? say.lineGone : say.lineCome), h(kind === 'gone' ? 'del' : 'ins', {}, line || ' '));
}
