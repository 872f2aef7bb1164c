// "What would it answer now?" beside "after your edit".
import { post } from './api.js';
import { comparison } from './compare.js';
import { replyText } from './review-view.js';
import { field, h, safely } from './ui.js';
import * as say from './words.js';

/** @param {() => object[]} edits */
export function tryBox(edits) {
  const input = h('input', { type: 'text', autocomplete: 'off' });
  const result = h('div', { role: 'status' });
  const form = h('form', {}, h('div.joined', {}, field(say.tryLabel, input), h('button', { type: 'submit' }, say.tryIt)), result);
  form.addEventListener('submit', (/** @type {Event} */ event) => event.preventDefault());
  form.addEventListener('submit', safely(async () => {
    const message = input.value.trim();
    if (!message) return input.focus();
    const { tried = [] } = await post('knowledge/review', { edits: edits(), try: [message] });
    const [one] = tried;
    if (!one) return result.replaceChildren(h('p', {}, say.tryMendFirst));
    const same = JSON.stringify(one.before) === JSON.stringify(one.after);
    result.replaceChildren(
      ...(same ? [h('p.fine', {}, say.trySame)] : []),
      comparison(replyText(one.before), replyText(one.after), [say.answersNow, say.answersAfter]));
  }));
  return h('section.try', {}, h('h2', {}, say.tryTitle), form);
}
