// The last step before knowledge goes out: the review, a note, and the button.
import { fill } from '../fill.js';
import { post, Trouble } from './api.js';
import { reviewView } from './review-view.js';
import { button, dialog, field, h, safely, tell } from './ui.js';
import * as say from './words.js';

/**
 * @param {{file: string, seen: string|null, bytes: string|null}[]} edits
 * @param {{published: () => Promise<void>, stale: () => Promise<void>}} then
 */
export async function publishDialog(edits, then) {
  const note = h('input', { type: 'text', maxlength: 200, autocomplete: 'off' });
  const place = h('div', {});
  const publish = button({ onclick: safely(() => send()) }, say.publish);
  publish.className = 'main';
  const back = button({ onclick: () => box.close() }, say.goOnEditing);
  const asked = field(say.publishNote, note, say.publishNoteHint);
  const found = await post('knowledge/review', { edits });
  if (found.stale?.length) return then.stale();
  const box = dialog(say.review, place, asked, h('p.row', {}, publish, back));
  box.classList.add('wide');
  draw(found);

  /** @param {import('./review-view.js').Review} review */
  function draw(review) {
    place.replaceChildren(reviewView(review));
    publish.hidden = asked.hidden = !review.may_be_published;
    (review.may_be_published ? note : back).focus();
  }

  async function send() {
    try {
      const { publication } = await post('knowledge/publish', { edits, note: note.value.trim() });
      box.close();
      tell(fill(say.published, { n: publication ?? '' }));
      await then.published();
    } catch (error) {
      const { status, body } = /** @type {Trouble} */ (error);
      if (status !== 409 || !('may_be_published' in body)) throw error;
      if (!body.stale?.length) return draw(body);
      box.close();
      await then.stale();
    }
  }
}
