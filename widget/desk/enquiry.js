// One enquiry: its words, the conversation before it, the notes, the reply, and who has it in hand.
import { fill } from '../fill.js';
import { paragraphs } from '../linkify.js';
import { get, post, put, Trouble } from './api.js';
import { copyText, print } from './clipboard.js';
import { letterView } from './letter-view.js';
import { paperOf, textOf } from './transcript.js';
import { area, button, complain, confirmed, dialog, field, focusOn, h, later, namesText, safely, tell, time, timeText } from './ui.js';
import { urgentView } from './urgent-view.js';
import * as say from './words.js';

/**
 * @typedef {import('./inbox.js').Row & {notes: {by: string, at: string, text: string}[], draft: {text: string, by: string, at: string}|null,
 *   conversation: {at: string, kind: string, wording: string, topics: {topic: string, title: string}[]}[],
 *   letter: import('./letter-view.js').Letter|null, urgent?: import('./urgent-view.js').Sign[]}} Enquiry
 */

const lookEvery = 20000; // ms

/**
 * @param {HTMLElement} place
 * @param {string} reference
 * @param {import('./desk.js').Me} me
 * @param {{changed: (row: import('./inbox.js').Row) => void, back: () => void}} inbox
 */
export function enquiryView(place, reference, me, inbox) {
  const path = `enquiries/${encodeURIComponent(reference)}`;
  /** @type {Enquiry} */
  let one;
  /** @type {ReturnType<typeof letterView>} */
  let letter;
  const status = h('div.status', {});
  const eyes = h('p.looking', { role: 'status' });
  const saved = h('p.hint', { role: 'status' });
  const notes = h('ol.notes', {});
  const touched = { draft: false };

  const keep = later(async () => {
    try {
      await put(`${path}/draft`, { text: letter.text() });
      touched.draft = false;
      saved.textContent = say.draftSaved;
    } catch (error) {
      saved.textContent = error instanceof Error ? `${say.draftNotSaved} ${error.message}` : '';
      if (/** @type {Trouble} */ (error).status === 0) keep(); // The line will come back.
    }
  }, 800);

  async function start() {
    one = await get(path);
    const mail = /^\S+@\S+$/.test(one.contact.trim()) ? one.contact.trim() : '';
    letter = letterView(one.letter ?? { questions: [], draft: '', draft_html: '' }, {
      to: mail,
      subject: fill(say.enquirySubject, { reference }),
      text: one.draft?.text,
      onchange: () => {
        touched.draft = true;
        saved.textContent = '';
        keep();
      },
    });
    if (one.draft) saved.textContent = fill(say.draftBy, { name: one.draft.by === me.name ? say.you : one.draft.by, time: timeText(one.draft.at) });
    const heading = h('h2', { tabindex: -1 }, one.name || say.noName);
    const back = button({ onclick: inbox.back }, '‹ ', say.backToList);
    back.className = 'back quiet';
    place.replaceChildren(h('div.pane', {}, back,
      h('header.person', {}, heading, h('p.contact', {}, paragraphs(one.contact).firstChild ?? one.contact),
        h('p.fine', {}, reference, ' · ', time(one.received), one.partner && ` · ${fill(say.from, { partner: one.partner })}`)),
      eyes, one.urgent?.length ? urgentView(one.urgent) : '', status,
      h('blockquote.said', {}, paragraphs(one.message)),
      conversation(),
      letter.view, saved,
      h('section', {}, h('h3', {}, say.notes), notes, noteForm()),
      h('p.row.papers', {},
        button({ onclick: safely(() => copyText(textOf(one))) }, say.copyWhole),
        button({ onclick: () => print(paperOf(one)) }, say.printWhole))));
    drawState();
    drawNotes();
    if (!matchMedia('(min-width: 64rem)').matches) heading.focus({ preventScroll: true });
    await look();
  }

  function drawState() {
    const { state, taken_by: by } = one;
    const mine = by === me.name;
    const act = (/** @type {string} */ label, /** @type {object} */ change, kind = '') => {
      const press = button({ onclick: safely(() => move(change)) }, label);
      press.className = kind;
      return press;
    };
    const text = state === 'new' ? say.isNew : mine ? say.isMine[state] : fill(say.isState[state], { name: by ?? say.somebody });
    const takeOver = button({ onclick: safely(async () => (await confirmed(say.takeOver, fill(say.takeOverText, { name: by }), say.takeOver)) && move({ take: true })) }, say.takeOver);
    /** @type {Record<string, (Node|false)[]>} */
    const acts = {
      new: [act(say.take, { take: true }, 'main'), act(say.closeIt, { state: 'closed' })],
      taken: mine
        ? [act(say.answered, { state: 'answered' }, 'main'), act(say.release, { release: true }), act(say.closeIt, { state: 'closed' })]
        : [takeOver],
      answered: [act(say.closeIt, { state: 'closed' }, 'main'), act(say.reopen, { take: true })],
      closed: [act(say.reopen, { take: true })],
    };
    const focused = status.contains(document.activeElement);
    status.className = `status ${state}${by && !mine && state === 'taken' ? ' theirs' : ''}`;
    status.replaceChildren(h('p', {}, h(`span.chip.${state}`, {}, say.states[state]), ' ', text), h('p.row', {}, ...acts[state].filter(Boolean)));
    if (focused) focusOn(status);
  }

  /** @param {object} change */
  async function move(change) {
    await keep.now();
    try {
      const row = await post(path, { version: one.version, ...change });
      accept(row);
      tell(say.movedTo[one.state]);
    } catch (error) {
      const trouble = /** @type {Trouble} */ (error);
      if (trouble.status !== 409 || !trouble.body.now) throw error;
      accept(trouble.body.now);
      dialog(say.faster, h('p', {}, trouble.message), h('p', {}, say.fasterHint));
    }
  }

  /** @param {import('./inbox.js').Row} row */
  function accept(row) {
    one = { ...one, ...row, message: one.message, looking: row.looking ?? one.looking };
    drawState();
    inbox.changed(row);
  }

  function drawNotes() {
    notes.replaceChildren(...one.notes.map(({ by, at, text }) => h('li', {}, h('p.lines', {}, text), h('p.fine', {}, by, ' · ', time(at)))));
    notes.hidden = !one.notes.length;
  }

  function noteForm() {
    const text = area({ rows: 2, maxlength: 2000 });
    const form = h('form.note-form', {}, field(say.noteLabel, text, say.noteHint), h('button', { type: 'submit' }, say.addNote));
    form.addEventListener('submit', (/** @type {Event} */ event) => event.preventDefault());
    form.addEventListener('submit', safely(async () => {
      const words = text.value.trim();
      if (!words) return text.focus();
      await post(`${path}/notes`, { text: words });
      one.notes.push({ by: me.name, at: new Date().toISOString(), text: words });
      text.value = '';
      drawNotes();
    }));
    return form;
  }

  function conversation() {
    if (!one.conversation?.length) return null;
    return h('details.conversation', {}, h('summary', {}, fill(say.conversationBefore, { n: one.conversation.length })),
      h('ol', {}, ...one.conversation.map((turn) => h('li', {},
        h('p.fine', {}, time(turn.at), ' · ', say.kinds[/** @type {'answer'} */ (turn.kind)] ?? turn.kind),
        turn.wording && h('q', {}, turn.wording),
        turn.topics.length > 0 && h('p.fine', {}, fill(say.wasShown, { titles: namesText(turn.topics.map(({ title }) => title)) }))))));
  }

  async function look() {
    const { looking } = await post(`${path}/looking`, {}, { quiet: true }).catch(() => ({ looking: [] }));
    drawEyes(looking);
  }

  /** @param {string[]} [names] */
  function drawEyes(names = []) {
    const others = names.filter((name) => name !== me.name);
    const text = others.length ? fill(say.alsoLooking, { names: namesText(others) }) : '';
    if (eyes.textContent !== text) eyes.textContent = text;
  }

  async function refresh() {
    if (!one) return;
    const now = await get(path, { quiet: true }).catch(() => null);
    if (!now || now.reference !== one.reference) return;
    const { version, notes: before } = one;
    // What stands in the reply box is only replaced while nobody here has touched it.
    const draft = now.draft && !touched.draft && now.draft.by !== me.name && now.draft.text !== letter.text() ? now.draft : null;
    one = { ...now, message: one.message };
    if (now.version !== version) drawState();
    if (now.notes.length !== before.length) drawNotes();
    drawEyes(now.looking);
    if (draft && document.activeElement !== letter.draft) {
      letter.draft.value = draft.text;
      saved.textContent = fill(say.draftBy, { name: draft.by, time: timeText(draft.at) });
    } else if (draft) {
      saved.textContent = fill(say.draftElsewhere, { name: draft.by });
    }
  }

  void start().catch(complain);
  const timer = setInterval(() => void (one && !document.hidden && look()), lookEvery);
  return {
    reference,
    refresh,
    leave() {
      clearInterval(timer);
      void keep.now();
      post(`${path}/left`, {}, { quiet: true }).catch(() => {}); // a look that is not taken back runs out by itself
    },
  };
}
