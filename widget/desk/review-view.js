// What a publication would change, before it does: faults, answers old beside new, broken tests, stale files.
import { fill } from '../fill.js';
import { comparison } from './compare.js';
import { h } from './ui.js';
import * as say from './words.js';

/**
 * @typedef {{kind: string, topics: string[], titles?: string[], text: string}} Reply
 * @typedef {{problems?: {file: string, line: number, what: string, severity: string}[], stale?: {file: string, now: string}[],
 *   changed?: {message: string, before: Reply, after: Reply}[], broken?: {message: string, expected: string|string[], after: Reply}[],
 *   tried?: {message: string, before: Reply, after: Reply}[], may_be_published: boolean}} Review
 */

/** @param {Review} review */
export function reviewView(review) {
  const { problems = [], stale = [], changed = [], broken = [] } = review;
  const wrong = problems.filter(({ severity }) => severity !== 'warning');
  const mild = problems.filter(({ severity }) => severity === 'warning');
  return h('div.review', {},
    h(review.may_be_published ? 'p.verdict.good' : 'p.verdict.bad', {}, review.may_be_published ? say.mayPublish : say.mayNotPublish),
    section(say.problems, wrong.map(problemLine), 'bad'),
    section(say.brokenTests, broken.map(({ message, expected, after }) => h('li', {}, h('q', {}, message),
      h('p', {}, fill(say.expectedNow, { expected: [expected].flat().join(', '), after: replyName(after) })))), 'bad'),
    section(say.staleFiles, stale.map(({ file }) => h('li', {}, fill(say.staleFile, { file }))), 'bad'),
    section(say.warnings, mild.map(problemLine), 'mild'),
    section(fill(say.changedAnswers, { n: changed.length }), changed.map(({ message, before, after }) => h('li', {}, h('q', {}, message), comparison(replyText(before), replyText(after)))), 'mild'),
    !changed.length && !broken.length && h('p', {}, say.nothingChanges));
}

/** @param {string} title @param {Node[]} lines @param {string} kind */
function section(title, lines, kind) {
  return lines.length ? h(`section.${kind}`, {}, h('h3', {}, title), h('ul', {}, ...lines)) : null;
}

/** @param {{file?: string, line: number, what: string}} problem */
export function problemLine({ file, line, what }) {
  return h('li', {}, h('strong', {}, file ? fill(say.fileLine, { file, line }) : fill(say.line, { line })), ' ', what);
}

/** @param {Reply} reply */
export const replyName = (reply) => (reply.titles ?? reply.topics)?.join(', ') || say.kinds[/** @type {'answer'} */ (reply.kind)] || reply.kind;

/** @param {Reply} reply */
export const replyText = (reply) => `${replyName(reply)}\n${reply.text ?? ''}`;
