// Account: the password, signing out, and for editors what was done here and what must be forgotten.
import { fill } from '../fill.js';
import { address, get, post } from './api.js';
import { keysAreOn, switchKeys } from './keys.js';
import { button, complain, confirmed, field, h, paged, safely, tell, timeText } from './ui.js';
import * as say from './words.js';

/**
 * @param {HTMLElement} place
 * @param {import('./desk.js').Me} me
 */
export function accountRoom(place, me) {
  const keys = h('input', { type: 'checkbox', role: 'switch', checked: keysAreOn(), onchange: () => switchKeys(keys.checked) });
  place.append(h('header.head', {}, h('h1', {}, me.name), h('p.fine', {}, say.roles[me.role] ?? me.role)),
    h('div.cards', {},
      card(say.signOut, h('p', {}, say.signOutText), h('p.row', {},
        button({ onclick: safely(() => leave(false)) }, say.signOutHere),
        button({ onclick: safely(() => leave(true)) }, say.signOutEverywhere))),
      card(say.password, passwordForm()),
      card(say.keys, h('p', {}, say.keysText), h('label.tick', {}, keys, say.keysSwitch)),
      me.role === 'editor' && card(say.erase, eraseForm())));
  if (me.role === 'editor') void audit(place).catch(complain);
  return {};
}

/** @param {boolean} everywhere */
async function leave(everywhere) {
  await post('sign-out', everywhere ? { everywhere: true } : {});
  location.assign('/desk/sign-in');
}

/** @param {string} title @param {...(Node|string|false)} content */
const card = (title, ...content) => h('section.card', {}, h('h2', {}, title), ...content);

function passwordForm() {
  const current = h('input', { type: 'password', autocomplete: 'current-password', required: true });
  const fresh = h('input', { type: 'password', autocomplete: 'new-password', required: true, minlength: 10 });
  const fault = h('p.fault', { role: 'alert' });
  const form = h('form', { novalidate: true }, field(say.currentPassword, current), field(say.newPassword, fresh, say.newPasswordHint), fault,
    h('p.row', {}, h('button', { type: 'submit' }, say.changePassword)));
  form.addEventListener('submit', (/** @type {Event} */ event) => event.preventDefault());
  form.addEventListener('submit', safely(async () => {
    fault.textContent = '';
    if (!current.value || fresh.value.length < 10) {
      fault.textContent = say.newPasswordHint;
      return (current.value ? fresh : current).focus();
    }
    try {
      await post('password', { current: current.value, password: fresh.value });
    } catch (error) {
      fault.textContent = error instanceof Error ? error.message : '';
      return current.focus();
    }
    form.reset();
    tell(say.passwordChanged);
  }));
  return form;
}

function eraseForm() {
  const contact = h('input', { type: 'text', autocomplete: 'off', spellcheck: 'false' });
  const form = h('form', {}, h('p', {}, say.eraseText), field(say.eraseContact, contact, say.eraseHint), h('p.row', {}, h('button.danger', { type: 'submit' }, say.erase)));
  form.addEventListener('submit', (/** @type {Event} */ event) => event.preventDefault());
  form.addEventListener('submit', safely(async () => {
    const who = contact.value.trim();
    if (!who) return contact.focus();
    if (!(await confirmed(say.erase, fill(say.eraseSure, { contact: who }), say.erase))) return;
    const { enquiries, wordings } = await post('erase', { contact: who });
    contact.value = '';
    tell(fill(say.erased, { enquiries, wordings }));
  }));
  return form;
}

/** @param {HTMLElement} place */
async function audit(place) {
  const body = h('tbody', {});
  const more = await paged(body, async (after) => {
    const { entries, next } = await get(address('audit', { after }));
    return { nodes: entries.map((/** @type {{at: string, by: string, what: string, on: string}} */ { at, by, what, on }) =>
      h('tr', {}, h('td', {}, timeText(at)), h('td', {}, by), h('td', {}, what), h('td', {}, on))), next };
  });
  place.append(h('section', {}, h('h2', {}, say.audit), h('div.scroll', { tabindex: 0, role: 'region', 'aria-label': say.audit },
    h('table', {}, h('thead', {}, h('tr', {}, ...say.auditColumns.map((title) => h('th', { scope: 'col' }, title)))), body)), more));
}
