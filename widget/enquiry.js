// The message for the front desk: a form with consent, its faults named beside the fields.
import { button, h } from './dom.js';
import { linked } from './linkify.js';
import { fill } from './fill.js';
import * as words from './strings.js';

/** An e-mail address, or the digits of a telephone number. */
const reachable = /\S@\S+\.\S|\d(\D*\d){6}/;

/**
 * @param {string} message what the visitor asked last
 * @param {import('./panel.js').Context} context
 * @param {{done: (text: string) => void, cancel: () => void}} then
 */
export function enquiryForm(message, context, then) {
  const { clinic, service, tell } = context;
  // The same for each try: a message whose receipt got lost on the way is not kept twice.
  const key = `${Date.now()}${Math.random()}`;
  let count = 0;
  const name = field(words.name, h('input', { autocomplete: 'name', maxlength: 200 }));
  const contact = field(words.contact, h('input', { autocomplete: 'email', maxlength: 200 }), reachable);
  const text = field(words.message, h('textarea', { rows: 2, maxlength: 2000, dir: 'auto' }, message));
  const agreed = fill(words.consent, { clinic: clinic.name || words.consentClinic });
  const consent = field(agreed, h('input', { type: 'checkbox' }));
  const trouble = h('p.fault', { role: 'alert' });
  const form = h('form.sheet', { novalidate: true, 'aria-labelledby': 'form-title' },
    h('h3', { id: 'form-title', tabindex: -1 }, words.formTitle), h('p', {}, words.formIntro),
    name.box, contact.box, text.box, consent.box,
    trouble, h('div.row', {}, h('button.main', {}, words.send), button({ onclick: then.cancel }, words.cancel)));
  let sending = false;

  form.addEventListener('submit', async (/** @type {Event} */ event) => {
    event.preventDefault();
    const faulty = [name, contact, text, consent].filter((one) => !one.check())[0];
    if (faulty) return faulty.control.focus();
    if (sending || !tell('faq-enquiry')) return;
    sending = true;
    trouble.textContent = '';
    try {
      const saved = await service.post('/api/enquiries', {
        name: name.control.value,
        contact: contact.control.value,
        message: text.control.value,
        conversation: context.conversation(),
        key,
        consent: true,
      });
      then.done(fill(words.formDone, { ref: saved.reference }));
    } catch {
      trouble.append(linked(`${words.failed} ${clinic.phone ?? ''}`, false));
    }
    sending = false;
  });

  /**
   * A label, its control and the place for what is wrong with it.
   * @param {string} label
   * @param {any} control
   * @param {RegExp} shape what it must hold
   */
  function field(label, control, shape = /\S/) {
    const id = (control.id = `field-${++count}`);
    const wrong = h('p.fault', { id: `${id}-fault`, hidden: true }, words.missing);
    const tick = control.type === 'checkbox';
    const name = h('label', { for: id }, label);
    const box = h('div', {}, tick ? h('div.tick', {}, control, name) : name, tick ? '' : control, wrong);
    control.required = true;
    control.setAttribute('aria-describedby', wrong.id);
    const check = () => {
      const good = tick ? control.checked : shape.test(control.value);
      wrong.hidden = good;
      control.setAttribute('aria-invalid', !good);
      return good;
    };
    // While it is being mended, not after: what moves on leaving a field moves what is about to be clicked.
    control.addEventListener('input', () => wrong.hidden || check());
    return { box, control, check };
  }

  return form;
}
