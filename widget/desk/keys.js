// The keys: one table that both acts and explains itself in the list behind "?".
import { button, dialog, h } from './ui.js';
import * as say from './words.js';

const store = 'faqbot-desk-keys';

/** Whether single letters act; they can be switched off, for voice control and shaky hands. */
export const keysAreOn = () => localStorage.getItem(store) !== 'off';
/** @param {boolean} on */
export const switchKeys = (on) => (on ? localStorage.removeItem(store) : localStorage.setItem(store, 'off'));

/** @typedef {{act: string, press: string, what: string, shown: string}} Key press: as pressed() names it */

/** @param {string} act @param {string} press @param {string} what @param {string} [shown] */
const key = (act, press, what, shown = press) => ({ act, press, what, shown });

/** @type {Record<string, {title: string, keys: Key[]}>} */
const table = {
  everywhere: {
    title: say.everywhere,
    keys: [
      key('box', '/', say.keyBox),
      key('list', '?', say.keyList),
      key('back', 'Escape', say.keyBack, 'Esc'),
      key('/desk', 'g a', say.rooms.answer, 'G A'),
      key('/desk/inbox', 'g i', say.rooms.inbox, 'G I'),
      key('/desk/unanswered', 'g u', say.rooms.unanswered, 'G U'),
      key('/desk/knowledge', 'g k', say.rooms.knowledge, 'G K'),
      key('/desk/figures', 'g f', say.rooms.figures, 'G F'),
      key('/desk/account', 'g m', say.rooms.account, 'G M'),
    ],
  },
  answer: {
    title: say.rooms.answer,
    keys: [
      key('next', 'ArrowDown', say.keyNextAnswer, '↓'),
      key('previous', 'ArrowUp', say.keyPreviousAnswer, '↑'),
      key('copy', 'Enter', say.keyCopy),
      key('copyForEmail', 'Ctrl Enter', say.keyCopyForEmail),
      key('newLine', 'Shift Enter', say.keyNewLine),
    ],
  },
  letter: { title: say.draft, keys: [key('copy', 'Ctrl Enter', say.keyCopyDraft)] },
  inbox: { title: say.rooms.inbox, keys: [key('next', 'j', say.keyNext, 'J'), key('previous', 'k', say.keyPrevious, 'K')] },
};

/** @param {KeyboardEvent} event */
const pressed = ({ key: name, ctrlKey, metaKey, shiftKey }) => `${ctrlKey || metaKey ? 'Ctrl ' : ''}${shiftKey && name.length > 1 ? 'Shift ' : ''}${name}`;

/**
 * What a key does in a part of the table; nothing where it stands for nothing there.
 * @param {'everywhere'|'answer'|'letter'|'inbox'} part
 * @param {KeyboardEvent} event
 * @param {string} [before] a key pressed just before it, and a space
 */
export const actOf = (part, event, before = '') => table[part].keys.find(({ press }) => press === before + pressed(event))?.act;

/** @param {EventTarget|null} target */
const isTyping = (target) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !/^(checkbox|radio|button)$/.test(/** @type {HTMLInputElement} */ (target).type);

/**
 * @param {{go: (path: string) => void, box: () => void, back: () => void, step: (by: number) => void}} acts
 */
export function listenToKeys({ go, box, back, step }) {
  let leader = -Infinity; // when g was pressed
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const isOpen = document.querySelector('dialog[open]');
    if (actOf('everywhere', event) === 'back' && !isOpen) {
      if (isTyping(event.target)) /** @type {HTMLElement} */ (event.target).blur();
      else back();
      return;
    }
    if (isTyping(event.target) || !keysAreOn() || isOpen) return;
    const before = event.timeStamp - leader < 1500 ? 'g ' : '';
    leader = -Infinity;
    const act = actOf('everywhere', event, before) ?? actOf('everywhere', event);
    const walk = actOf('inbox', event);
    if (act === 'box') box();
    else if (act === 'list') showKeys();
    else if (act) go(act);
    else if (event.key === 'g') leader = event.timeStamp;
    else if (walk) step(walk === 'next' ? 1 : -1);
    else return;
    event.preventDefault();
  });
}

export function showKeys() {
  const on = h('input', { type: 'checkbox', role: 'switch', checked: keysAreOn(), onchange: () => switchKeys(on.checked) });
  dialog(say.keys,
    ...Object.values(table).map(({ title, keys }) => h('section', {}, h('h3', {}, title),
      h('dl.keys', {}, ...keys.flatMap(({ shown, what }) => [
        h('dt', {}, ...shown.split(' ').map((name) => h('kbd', {}, name))), h('dd', {}, what)])))),
    h('label.tick', {}, on, say.keysSwitch));
}

/** A visible way to the list, for those who do not know the key. */
export const keysButton = () => {
  const open = button({ onclick: showKeys }, h('span', { 'aria-hidden': 'true' }, '?'), h('span.sr', {}, say.keys));
  open.className = 'keys-button';
  return open;
};
