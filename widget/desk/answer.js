// The Answer room: one box for anything typed or pasted.
import { fill } from '../fill.js';
import { post } from './api.js';
import { actOf } from './keys.js';
import { letterView } from './letter-view.js';
import { copyAnswer, copyForEmail, matchView } from './match-view.js';
import { area, button, complain, empty, h, later, newId, safely } from './ui.js';
import { urgentView } from './urgent-view.js';
import * as say from './words.js';

/** @typedef {import('./match-view.js').Match} Match */

// What was typed outlives a visit to another room, and nothing else: it may be about somebody's health.
const kept = { text: '', drafts: /** @type {Map<string, string>} */ (new Map()) };

/** @param {HTMLElement} place */
export function answerRoom(place) {
  const list = h('ul.matches', { id: newId(), role: 'listbox', tabindex: 0, 'aria-label': say.matches });
  const box = area({ rows: 2, id: newId(), spellcheck: 'false', autocomplete: 'off', placeholder: say.boxExample, 'aria-keyshortcuts': '/' }, kept.text);
  box.className = 'ask-box';
  const clear = button({ onclick: () => restart() }, say.clear);
  clear.className = 'quiet';
  const urgent = h('div', { role: 'alert' });
  const state = h('p.sr', { role: 'status' });
  const results = h('div.results', {});
  /** @type {{matches: Match[], at: number, letter: ReturnType<typeof letterView>|null}} */
  let shown = { matches: [], at: 0, letter: null };
  let asked = new AbortController();

  place.append(
    h('h1.sr', {}, say.rooms.answer),
    h('div.ask-form', {}, h('label', { for: box.id }, say.box), box, h('p.row.between', {}, h('span.hint', {}, h('span.by-key', {}, say.boxKeys), ' ', say.boxHint), clear)),
    urgent, state, results);

  const ask = later(async () => {
    const text = box.value.trim();
    kept.text = box.value;
    asked.abort();
    asked = new AbortController();
    if (!text) return show({ urgent: [], matches: [], letter: null }, '');
    try {
      show(await post('answer', { text }, { signal: asked.signal }), text);
    } catch (error) {
      complain(error);
    }
  }, 120);

  /** @param {{urgent: {topic: string, title: string, say: string}[], matches: Match[], letter: import('./letter-view.js').Letter|null}} reply @param {string} text */
  function show(reply, text) {
    urgent.replaceChildren(...(reply.urgent.length ? [urgentView(reply.urgent)] : []));
    const letter = reply.letter ? letterView(reply.letter, {
      subject: say.replySubject,
      text: kept.drafts.get(text),
      onchange: (draft) => void kept.drafts.set(text, draft),
    }) : null;
    shown = { matches: reply.matches, at: 0, letter };
    list.replaceChildren(...reply.matches.map(option));
    results.className = letter ? 'results with-letter' : 'results';
    const answers = reply.matches.length ? [h('div.detail', {}), h('aside', {}, h('h2', {}, letter ? say.answersUsed : say.otherAnswers), list)] : [];
    const nothing = text && !letter && !reply.matches.length && !reply.urgent.length;
    results.replaceChildren(...(letter ? [letter.view] : []), ...answers, ...(text ? [] : [start()]), ...(nothing ? [empty(say.nothing, say.nothingHint)] : []));
    box.toggleAttribute('aria-controls', reply.matches.length > 0);
    if (reply.matches.length) box.setAttribute('aria-controls', list.id);
    mark(0);
    state.textContent = text ? fill(letter ? say.foundLetter : say.found, { n: letter ? reply.letter?.questions.length : reply.matches.length, first: reply.matches[0]?.title ?? '' }) : '';
  }

  /** @param {Match} match @param {number} at */
  function option(match, at) {
    return h('li', { role: 'option', id: `match-${at}`, 'aria-selected': 'false', onclick: () => (mark(at), box.focus()) },
      h('span.title', {}, match.title), h('span.short', {}, match.short));
  }

  /** @param {number} at */
  function mark(at) {
    if (!shown.matches.length) return box.removeAttribute('aria-activedescendant');
    shown.at = (at + shown.matches.length) % shown.matches.length;
    [...list.children].forEach((one, index) => one.setAttribute('aria-selected', String(index === shown.at)));
    list.children[shown.at].scrollIntoView({ block: 'nearest' });
    for (const one of [box, list]) one.setAttribute('aria-activedescendant', `match-${shown.at}`);
    results.querySelector('.detail')?.replaceChildren(matchView(shown.matches[shown.at]));
  }

  function restart() {
    box.value = '';
    kept.drafts.clear();
    ask();
    void ask.now();
    box.focus();
  }

  box.addEventListener('input', ask);
  // A pasted letter is answered at once, not when the keys are quiet.
  box.addEventListener('paste', () => setTimeout(() => ask.now()));
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const act = actOf('answer', event);
    // In a letter the arrows and Enter are the writer's.
    if (act === 'copyForEmail') void copy(event, true);
    else if (act === 'copy' && !shown.letter) void copy(event, false);
    else if ((act === 'next' || act === 'previous') && !shown.letter && !box.value.includes('\n') && shown.matches.length > 1) mark(shown.at + (act === 'next' ? 1 : -1));
    else return;
    event.preventDefault();
  });

  list.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const act = actOf('answer', event);
    if (act === 'next' || act === 'previous') mark(shown.at + (act === 'next' ? 1 : -1));
    else if (act === 'copy' || act === 'copyForEmail') void copy(event, act === 'copyForEmail');
    else return;
    event.preventDefault();
  });

  /** @param {Event} event @param {boolean} forEmail */
  async function copy(event, forEmail) {
    const { letter } = shown;
    await safely(async () => {
      await ask.now();
      const match = shown.matches[shown.at];
      if (forEmail && letter) return letter.copy();
      if (match) return forEmail ? copyForEmail(match) : copyAnswer(match);
    })(event);
  }

  function start() {
    return h('div.start', {},
      h('h2', {}, say.startTitle),
      h('ul', {}, ...say.startLines.map((line) => h('li', {}, line))),
      h('p.row', {}, ...say.startTries.map((words) => {
        const one = button({ onclick: () => ((box.value = words), ask(), ask.now(), box.focus()) }, words);
        one.className = 'pill';
        return one;
      })));
  }

  ask();
  void ask.now();
  box.focus();
  return { box, leave: () => asked.abort() };
}
