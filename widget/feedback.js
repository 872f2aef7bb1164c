// Thumbs for one answer, with a comment for who wants to say more.
import { button, h, icon } from './dom.js';
import { personal } from './privacy.js';
import * as words from './strings.js';

/**
 * @param {string} topic
 * @param {string} conversation the value of the reply that held the answer
 * @param {string} asked the question; where it did not help, the front desk learns from it
 * @param {import('./panel.js').Context} context
 */
export function feedback(topic, conversation, asked, { service, tell, say }) {
  // Not announced with the answer: a screen reader's user finds it when moving on.
  const box = h('div.vote', { role: 'group', 'aria-label': words.helpful, 'aria-live': 'off', lang: words.language });
  const yes = vote(true, words.yes, '');
  const no = vote(false, words.no, 'down');
  const after = h('div.after');
  box.append(h('span', { 'aria-hidden': 'true' }, words.helpful), yes, no, after);

  /**
   * @param {boolean} helpful
   * @param {string} label
   * @param {string} turned class that turns the thumb down
   */
  function vote(helpful, label, turned) {
    return button({ 'aria-pressed': 'false', onclick: () => void cast(helpful) }, icon('thumb', turned), label);
  }

  /**
   * @param {boolean} helpful
   * @param {string} [comment]
   */
  async function send(helpful, comment) {
    const ballot = { conversation, topic, helpful, ...(comment && { comment }), ...(!helpful && { message: personal(asked).masked }) };
    if (!tell('faq-feedback', { topic, helpful, comment })) return false;
    try {
      await service.post('/api/feedback', ballot);
      return true;
    } catch {
      after.replaceChildren(h('p', {}, words.failed));
      say(words.failed);
      return false;
    }
  }

  /** @param {boolean} helpful */
  async function cast(helpful) {
    yes.setAttribute('aria-pressed', String(helpful));
    no.setAttribute('aria-pressed', String(!helpful));
    if (!(await send(helpful))) return;
    say(words.thanks);
    const field = h('textarea', { rows: 2, maxlength: 500 });
    const form = h('form', {}, h('label', {}, words.comment, field), h('button', {}, words.send));
    form.addEventListener('submit', async (/** @type {Event} */ event) => {
      event.preventDefault();
      const comment = personal(field.value.trim()).masked;
      if (comment && (await send(helpful, comment))) finish();
    });
    after.replaceChildren(h('p', {}, words.thanks), form);
    after.scrollIntoView({ block: 'nearest' });
  }

  function finish() {
    const done = h('p', { tabindex: -1 }, words.thanks);
    after.replaceChildren(done);
    done.focus();
  }

  return box;
}
