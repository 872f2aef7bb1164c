// A letter: the questions found in it, and the draft reply to change, copy and send. Used for what is pasted
// and for enquiries.
import { fill } from '../fill.js';
import { cleanHtml, copyRich, copyText, htmlOf, mailAddress } from './clipboard.js';
import { actOf } from './keys.js';
import { area, button, field, h, later, safely, tell } from './ui.js';
import * as say from './words.js';

/** @typedef {{greeting_name?: string, questions: {text: string, topic: string|null, title: string|null}[], draft: string,
 *   draft_html: string, unanswered?: string[]}} Letter */

/**
 * @param {Letter} letter
 * @param {{to?: string, subject: string, text?: string, onchange?: (text: string) => void}} about text: a draft kept earlier
 */
export function letterView(letter, { to, subject, text = letter.draft, onchange }) {
  const draft = area({ rows: 12, 'aria-keyshortcuts': 'Control+Enter' }, text);
  draft.className = 'draft';
  const mail = h('a.button', { onclick: () => send() }, say.openMail);
  const left = h('p.left', { role: 'status' });

  const html = () => (draft.value === letter.draft ? cleanHtml(letter.draft_html) : htmlOf(draft.value));
  const copyPlain = () => copyText(draft.value, done());
  const done = () => (gaps().length ? fill(say.copiedWithGaps, { n: gaps().length }) : say.copiedDraft);
  // What the service could not answer stands in brackets, for a person to fill in.
  const gaps = () => draft.value.match(/\[[^\]\n]{3,}\]/g) ?? [];

  function send() {
    const { whole } = mailAddress({ to, subject, body: draft.value });
    if (!whole) void copyText(draft.value, say.mailTooLong).catch(() => tell(say.mailTooLongNoCopy));
  }
  // One's place in a text survives only where the address is not made anew at each key.
  const settle = later(() => {
    mail.href = mailAddress({ to, subject, body: draft.value }).href;
    left.textContent = gaps().length ? fill(say.gaps, { n: gaps().length }) : '';
  }, 150);
  draft.addEventListener('input', () => {
    settle();
    onchange?.(draft.value);
  });
  draft.addEventListener('keydown', (event) => {
    if (actOf('letter', event) !== 'copy') return;
    event.preventDefault();
    void safely(copyPlain)(event);
  });
  const again = button({ onclick: () => restore() }, say.startAgain);
  again.className = 'quiet';
  function restore() {
    const mine = draft.value;
    draft.value = letter.draft;
    draft.dispatchEvent(new Event('input'));
    if (mine !== letter.draft) tell(say.restored);
  }
  settle();
  settle.now();

  const plain = button({ onclick: safely(copyPlain) }, say.copyText, h('kbd', {}, 'Ctrl Enter'));
  plain.className = 'main';
  const view = h('section.letter', { 'aria-label': say.letter },
    questions(letter),
    field(say.draft, draft, say.draftHint),
    left,
    h('p.row', {}, plain, button({ onclick: safely(() => copyRich(draft.value, html(), done())) }, say.copyRich), mail, letter.draft && again));
  return { view, draft, copy: copyPlain, text: () => draft.value };
}

/** @param {Letter} letter */
function questions(letter) {
  if (!letter.questions.length) return null;
  return h('div.found', {},
    h('h2', {}, say.questionsFound),
    h('ol', {}, ...letter.questions.map(({ text, topic, title }) =>
      h(topic ? 'li' : 'li.open', {}, h('q', {}, text), ' ',
        topic ? h('span.by', {}, fill(say.answeredBy, { title: title ?? topic })) : h('strong', {}, say.forYou)))));
}
