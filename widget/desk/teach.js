// Teaching: wordings become examples of a topic, after a look at what else would change.
import { fill } from '../fill.js';
import { post, Trouble } from './api.js';
import { reviewView } from './review-view.js';
import { topicPicker } from './topic-picker.js';
import { button, dialog, h, safely, tell } from './ui.js';
import * as say from './words.js';

/**
 * @param {import('./unanswered.js').Group} group
 * @param {() => void} done
 */
export function teachDialog(group, done) {
  /** @type {{topic: string, label: string}|null} */
  let chosen = null;
  const ticks = group.wordings.map(({ wording }) => ({ wording, input: h('input', { type: 'checkbox', checked: true }) }));
  const picked = () => ticks.filter(({ input }) => input.checked).map(({ wording }) => wording);
  const check = button({ disabled: true, onclick: safely(() => review()) }, say.seeReview);
  check.className = 'main';
  const place = h('div', {});
  const picker = topicPicker(group.shown.map(({ topic, title }) => ({ topic, label: title })), (choice) => {
    chosen = choice;
    check.disabled = !choice;
    place.replaceChildren();
  });
  const box = dialog(say.teach,
    h('fieldset', {}, h('legend', {}, say.teachWordings), ...ticks.map(({ wording, input }) => h('label.tick', {}, input, h('q', {}, wording)))),
    picker, h('p.row', {}, check), place);
  box.classList.add('wide');
  /** @type {HTMLElement} */ (picker.querySelector('input')).focus();

  async function review() {
    if (!chosen || !picked().length) return tell(say.pickWording);
    draw(await post('unanswered/teach', { wordings: picked(), topic: chosen.topic }));
  }

  /** @param {import('./review-view.js').Review} found */
  function draw(found) {
    const publish = button({ onclick: safely(() => send()) }, say.publish);
    publish.className = 'main';
    place.replaceChildren(reviewView(found), ...(found.may_be_published ? [h('p.row', {}, publish)] : []));
    check.scrollIntoView({ block: 'start' });
    if (found.may_be_published) publish.focus({ preventScroll: true });
  }

  async function send() {
    if (!chosen) return;
    const { label } = chosen;
    try {
      await post('unanswered/teach', { wordings: picked(), topic: chosen.topic, publish: true });
    } catch (error) {
      const trouble = /** @type {Trouble} */ (error);
      if (trouble.status === 409 && 'may_be_published' in trouble.body) return draw(trouble.body);
      throw error;
    }
    box.close();
    tell(fill(say.taught, { title: label }));
    done();
  }
}
