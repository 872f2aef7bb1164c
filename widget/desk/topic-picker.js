// Choosing a topic: a search field with what fits below it, moved through with the arrow keys.
import { fill } from '../fill.js';
import { address, get } from './api.js';
import { field, h, later, newId } from './ui.js';
import * as say from './words.js';

/** @typedef {{topic: string, label: string}} Choice */

/**
 * @param {Choice[]} offered before anything is typed
 * @param {(choice: Choice|null) => void} onchoose
 */
export function topicPicker(offered, onchoose) {
  const list = h('ul.options', { role: 'listbox', id: newId(), 'aria-label': say.topics });
  const input = h('input', {
    type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-expanded': 'true', 'aria-controls': list.id, 'aria-autocomplete': 'list',
  });
  const state = h('p.sr', { role: 'status' });
  /** @type {Choice[]} */
  let choices = [];
  let at = -1;
  let asked = new AbortController();

  /** @param {Choice[]} now */
  function draw(now) {
    // What is marked stays marked while the list below it is renewed.
    const marked = choices[at]?.topic;
    choices = now;
    list.replaceChildren(...now.map((choice, index) => h('li', { role: 'option', id: `${list.id}-${index}`, 'aria-selected': 'false', onclick: () => choose(index) },
      h('span', {}, choice.label), h('span.fine', {}, choice.topic))));
    list.hidden = !now.length;
    input.setAttribute('aria-expanded', String(now.length > 0));
    state.textContent = fill(say.fitting, { n: now.length });
    mark(now.findIndex(({ topic }) => topic === marked));
  }

  /** @param {number} index -1 for none */
  function mark(index) {
    at = index;
    [...list.children].forEach((one, place) => one.setAttribute('aria-selected', String(place === at)));
    if (at < 0) return input.removeAttribute('aria-activedescendant');
    list.children[at].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', `${list.id}-${at}`);
  }

  /** @param {number} index */
  function choose(index) {
    input.value = choices[index].label;
    const chosen = choices[index];
    draw([]);
    onchoose(chosen);
  }

  const search = later(async () => {
    asked.abort();
    asked = new AbortController();
    const q = input.value.trim();
    if (!q) return draw(offered);
    const { suggestions } = await get(address('suggest', { q }), { signal: asked.signal }).catch(() => ({ suggestions: [] }));
    if (q === input.value.trim()) draw(suggestions);
  }, 120);

  /** Enter pressed before the list is there takes what will stand first in it. */
  async function pick() {
    await search.now();
    if (choices.length) choose(Math.max(at, 0));
  }

  input.addEventListener('input', () => {
    onchoose(null);
    search();
  });
  input.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && choices.length) {
      event.preventDefault();
      mark(at < 0 && by < 0 ? choices.length - 1 : (at + by + choices.length) % choices.length);
    } else if (event.key === 'Enter' && input.value) {
      event.preventDefault();
      void pick();
    } else if (event.key === 'Escape' && input.value) {
      event.preventDefault();
      input.value = '';
      onchoose(null);
      draw(offered);
    }
  });
  draw(offered);
  return h('div.picker', {}, field(say.topicSearch, input, say.topicSearchHint), state, list);
}
