// A topic's file as a form; each field changes its own lines of the file and nothing else.
import { change, read, write } from './topic-file.js';
import { area, button, field, h } from './ui.js';
import * as say from './words.js';

/** @type {[key: string, kind: 'line'|'lines'|'ids'|'day'|'text'][]} */
const shape = [['title', 'line'], ['questions', 'lines'], ['answer', 'text'], ['staff.phone', 'text'], ['staff.email', 'text'], ['staff.hint', 'text'],
  ['see_also', 'ids'], ['sources', 'ids'], ['reviewed', 'day'], ['review_by', 'day']];
const rows = { answer: 14, questions: 8 };

/**
 * @param {import('./topic-file.js').TopicFile} file
 * @param {boolean} editable
 * @param {(bytes: string) => void} onedit
 * @param {() => void} asWhole
 */
export function fieldsView(file, editable, onedit, asWhole) {
  /** @type {HTMLTextAreaElement} */
  let answer = area({});
  const view = h('div.fields', {}, ...shape.map(([key, kind]) => {
    const about = /** @type {{label: string, hint?: string}} */ (say.topicFields[/** @type {'title'} */ (key)]);
    const value = key === 'answer' ? file.body.replace(/\r\n/g, '\n') : read(file, key);
    if (value === undefined) {
      return h('div.field', {}, h('p.label', {}, about.label), h('p.hint', {}, say.onlyWhole, ' ', button({ onclick: asWhole }, say.wholeFile)));
    }
    const input = inputFor(kind, key, value);
    input.toggleAttribute('readonly', !editable);
    if (key === 'answer') answer = input;
    input.addEventListener('input', () => {
      if (key === 'answer') file.body = file.end === '\r\n' ? input.value.replace(/\n/g, '\r\n') : input.value;
      else change(file, key, valueOf(kind, input.value));
      onedit(write(file));
    });
    return field(about.label, input, about.hint);
  }));
  return { view, answer };
}

/** @param {string} kind @param {string} key @param {string|string[]} value */
function inputFor(kind, key, value) {
  if (kind === 'lines') return area({ rows: rows.questions, spellcheck: 'false' }, [value].flat().join('\n'));
  if (kind === 'text') return area({ rows: rows[/** @type {'answer'} */ (key)] ?? 3 }, String(value));
  const input = h('input', { type: kind === 'day' && /^(\d{4}-\d\d-\d\d)?$/.test(String(value)) ? 'date' : 'text', spellcheck: kind === 'line' ? 'true' : 'false' });
  input.value = [value].flat().join(', ');
  return input;
}

/** @param {string} kind @param {string} typed */
function valueOf(kind, typed) {
  if (kind === 'lines') return typed.split('\n').map((line) => line.trim()).filter(Boolean);
  if (kind === 'ids') return typed.split(/[,\s]+/).filter(Boolean);
  return typed.trim();
}
