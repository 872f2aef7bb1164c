// The keys: one table that both acts and explains itself in the list behind "?".
import { button, dialog, h } from './ui.js';
import * as say from './words.js';

const store = 'faqbot-desk-keys';

/** Whether single letters act; they can be switched off, for voice control and shaky hands. */
export const keysAreOn = () => localStorage.getItem(store) !== 'off';
/** @param {boolean} on */
export const switchKeys = (on) => (on ? localStorage.removeItem(store) : localStorage.setItem(store, 'off'));

/** @type {Record<string, string>} */
const rooms = { a: '/desk', i: '/desk/inbox', u: '/desk/unanswered', k: '/desk/knowledge', f: '/desk/figures', m: '/desk/account' };

/** @param {EventTarget|null} target */
const isTyping = (target) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !/^(checkbox|radio|button)$/.test(/** @type {HTMLInputElement} */ (target).type);

/**
 * @param {{go: (path: string) => void, box: () => void, back: () => void, step: (by: number) => void}} acts
 */
export function listenToKeys({ go, box, back, step }) {
  let leader = 0; // when g was pressed
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
      if (isTyping(event.target)) /** @type {HTMLElement} */ (event.target).blur();
      else back();
      return;
    }
    if (isTyping(event.target) || !keysAreOn() || document.querySelector('dialog[open]')) return;
    const after = event.timeStamp - leader < 1500;
    leader = 0;
    if (after && rooms[event.key]) go(rooms[event.key]);
    else if (event.key === '/') box();
    else if (event.key === '?') showKeys();
    else if (event.key === 'g') leader = event.timeStamp;
    else if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1);
    else return;
    event.preventDefault();
  });
}

export function showKeys() {
  const on = h('input', { type: 'checkbox', role: 'switch', checked: keysAreOn(), onchange: () => switchKeys(on.checked) });
  dialog(say.keys,
    ...say.keyTable.map(([title, rows]) => h('section', {}, h('h3', {}, title),
      h('dl.keys', {}, ...rows.flatMap(([keys, what]) => [
        h('dt', {}, ...keys.split(' ').map((key) => h('kbd', {}, key))), h('dd', {}, what)])))),
    h('label.tick', {}, on, say.keysSwitch));
}

/** A visible way to the list, for those who do not know the key. */
export const keysButton = () => {
  const open = button({ onclick: showKeys }, h('span', { 'aria-hidden': 'true' }, '?'), h('span.sr', {}, say.keys));
  open.className = 'keys-button';
  return open;
};
