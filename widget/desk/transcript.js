// An enquiry with all that belongs to it, as plain text and as a sheet of paper.
import { fill } from '../fill.js';
import { h, timeText } from './ui.js';
import * as say from './words.js';

/** @param {import('./enquiry.js').Enquiry} one */
function parts(one) {
  return [
    { title: say.message, lines: [one.message] },
    { title: say.conversation, lines: one.conversation.map((turn) => `${timeText(turn.at)}  ${turn.wording || say.wordsNotKept}${shown(turn)}`) },
    { title: say.notes, lines: one.notes.map((note) => `${timeText(note.at)}  ${note.by}: ${note.text}`) },
    { title: say.draft, lines: one.draft ? [one.draft.text] : [] },
  ].filter(({ lines }) => lines.length);
}

/** @param {import('./enquiry.js').Enquiry['conversation'][0]} turn */
function shown(turn) {
  return turn.topics.length ? `\n    → ${turn.topics.map(({ title }) => title).join('; ')}` : `\n    → ${say.kinds[/** @type {'answer'} */ (turn.kind)] ?? turn.kind}`;
}

/** @param {import('./enquiry.js').Enquiry} one */
function head(one) {
  return [
    fill(say.enquirySubject, { reference: one.reference }),
    `${one.name} · ${one.contact}`,
    `${timeText(one.received)} · ${say.states[one.state]}${one.taken_by ? ` (${one.taken_by})` : ''}`,
  ];
}

/** @param {import('./enquiry.js').Enquiry} one */
export function textOf(one) {
  const sections = parts(one).map(({ title, lines }) => `${title}\n${lines.join('\n')}`);
  return [head(one).join('\n'), ...sections].join('\n\n');
}

/** @param {import('./enquiry.js').Enquiry} one */
export function paperOf(one) {
  const [title, ...lines] = head(one);
  return h('article', {}, h('h1', {}, title), ...lines.map((line) => h('p', {}, line)),
    ...parts(one).map((part) => h('section', {}, h('h2', {}, part.title), ...part.lines.map((line) => h('p.lines', {}, line)))));
}
