// The line where the visitor types, with completions above it.
//
// A text area keeps its own role, so the list is named by aria-controls and aria-activedescendant;
// how many there are is said once, when they come.
import { button, h, icon } from './dom.js';
import { mayBePersonal } from './privacy.js';
import { fill } from './fill.js';
import * as words from './strings.js';

const pause = 150; // ms without a key until completions are asked for

/**
 * @param {import('./panel.js').Context} context
 * @param {(text: string) => void} submit
 */
export function composer(context, submit) {
  const { service, say, choose } = context;
  const list = h('ul.completions', { role: 'listbox', id: 'completions', 'aria-label': words.next, hidden: true });
  const input = h('textarea', {
    part: 'input', id: 'input', rows: 1, enterkeyhint: 'send', autocomplete: 'off', dir: 'auto',
    placeholder: words.input, 'aria-autocomplete': 'list', 'aria-controls': 'completions',
  });
  // Pressed, it leaves the focus where it is: a soft keyboard stays.
  const send = h('button', { part: 'send', 'aria-label': words.send, onpointerdown: still }, icon('send'));
  const form = h('form.composer', {}, list, h('label.sr', { for: 'input' }, words.input), input, send);
  /** @type {import('./api.js').Link[]} */
  let found = [];
  let active = -1;
  let asking = new AbortController();
  let timer = 0;

  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault();
    close();
    const text = input.value.trim();
    if (text) submit(text);
  });
  input.addEventListener('input', typed);
  input.addEventListener('keydown', pressed);
  input.addEventListener('blur', () => setTimeout(close, 150));

  function typed() {
    fit();
    clearTimeout(timer);
    asking.abort();
    const text = input.value.trim();
    if (text.length < 2 || text.length > 200 || mayBePersonal(text)) return close();
    timer = setTimeout(() => void complete(text), pause);
  }

  /** @param {string} text */
  async function complete(text) {
    asking = new AbortController();
    const { signal } = asking;
    const links = await service.suggest(text, signal).catch(() => []);
    if (!signal.aborted && context.root.activeElement === input) show(links);
  }

  /** @param {import('./api.js').Link[]} links */
  function show(links) {
    found = links;
    list.replaceChildren(...links.map((link, at) =>
      h('li', { role: 'option', id: `completion-${at}`, part: 'completion', 'aria-selected': 'false',
        onpointerdown: still, onclick: () => take(at) }, link.label)));
    list.hidden = !links.length;
    move(-1);
    if (links.length) say(fill(words.found, { n: links.length }));
  }

  /** @param {number} to */
  function move(to) {
    active = to;
    [...list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === to)));
    if (to < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `completion-${to}`);
    list.children[to]?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {number} at */
  function take(at) {
    const link = found[at];
    set('');
    choose(link);
  }

  function close() {
    clearTimeout(timer);
    asking.abort();
    found = [];
    list.hidden = true;
    move(-1);
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.isComposing) return;
    const { key } = event;
    if (found.length && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault();
      // From the text, down is the first and up the last; past either end lies the text again.
      const places = found.length + 1;
      move(((active + 1 + (key === 'ArrowDown' ? 1 : -1) + places) % places) - 1);
    } else if (key === 'Escape' && found.length) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (active >= 0) take(active);
      else form.requestSubmit();
    }
  }

  function fit() {
    if (CSS.supports('field-sizing', 'content')) return; // the style sheet does it
    input.style.blockSize = 'auto';
    input.style.blockSize = `${input.scrollHeight + 2}px`;
  }

  /** @param {string} text */
  function set(text) {
    input.value = text;
    close();
    fit();
  }

  return {
    form,
    input,
    set,
    /** @param {boolean} waiting */
    busy: (waiting) => send.toggleAttribute('disabled', waiting),
  };
}

/** @param {Event} event */
const still = (event) => event.preventDefault();

/**
 * Asks what to do with a question that holds something personal.
 * @param {import('./privacy.js').Kind[]} kinds what was found
 * @param {string} masked the question without it
 * @param {{without: () => void, withIt: () => void, edit: () => void}} answers
 */
export function privacyNotice(kinds, masked, answers) {
  const names = { email: words.email, birth: words.birth, number: words.number };
  const named = kinds.map((kind) => names[kind]).join(` ${words.and} `);
  return h('div.notice', { role: 'group', 'aria-labelledby': 'noticed' },
    h('p', { id: 'noticed' }, fill(words.noticed, { what: named })),
    h('p.preview', { dir: 'auto' }, h('span', {}, words.willSend), ` ${masked}`),
    h('div.row', {},
      button({ class: 'main', onclick: answers.without }, words.without),
      button({ onclick: answers.withIt }, words.withIt),
      button({ onclick: answers.edit }, words.edit)));
}
