// The form that signs in: a page of its own, and a dialog where a session has ended under somebody's hands.
import { post, trust, Trouble } from './api.js';
import { field, h } from './ui.js';
import * as say from './words.js';

/**
 * @param {(me: {name: string, role: string, csrf: string}) => void} done
 * @param {string} [name] of who was signed in
 */
export function signInForm(done, name = '') {
  const who = h('input', { type: 'text', name: 'name', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', required: true });
  who.value = name;
  const password = h('input', { type: 'password', name: 'password', autocomplete: 'current-password', required: true });
  const show = h('input', { type: 'checkbox', onchange: () => (password.type = show.checked ? 'text' : 'password') });
  const fault = h('p.fault', { role: 'alert' });
  const send = h('button.main', { type: 'submit' }, say.signIn);
  const form = h('form.sign-in', { novalidate: true },
    field(say.name, who), field(say.password, password), h('label.tick', {}, show, say.showPassword), fault, h('p.row', {}, send));
  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault();
    if (send.getAttribute('aria-busy')) return;
    send.setAttribute('aria-busy', 'true');
    void enter().finally(() => send.removeAttribute('aria-busy'));
  });

  async function enter() {
    fault.textContent = '';
    if (!who.value.trim() || !password.value) {
      fault.textContent = say.bothNeeded;
      return (who.value.trim() ? password : who).focus();
    }
    try {
      const me = await post('sign-in', { name: who.value.trim(), password: password.value });
      trust(me.csrf);
      done(me);
    } catch (error) {
      const { status, message } = /** @type {Trouble} */ (error);
      fault.textContent = status === 401 ? say.wrongPassword : message;
      password.select();
    }
  }
  return form;
}

