// What every room is made of: fields, dialogs, short messages, times.
import { button, h } from '../dom.js';
import { fill } from '../fill.js';
import { fromHtml } from '../markup.js';
import * as say from './words.js';

export { button, h };

let ids = 0;
export const newId = () => `d${++ids}`;

/**
 * A labelled field.
 * @param {string} label
 * @param {HTMLElement} input
 * @param {string} [hint]
 */
export function field(label, input, hint = '') {
  input.id ||= newId();
  const about = hint && h('span.hint', { id: newId() }, hint);
  if (about) input.setAttribute('aria-describedby', about.id);
  return h('div.field', {}, h('label', { for: input.id }, label), about, input);
}

/**
 * @param {Record<string, unknown>} props
 * @param {string} [text]
 * @returns {HTMLTextAreaElement}
 */
export function area(props, text = '') {
  const input = h('textarea', { rows: 4, ...props });
  input.value = text;
  return input;
}

/**
 * @param {[value: string, label: string][]} options
 * @param {string} chosen
 * @param {Record<string, unknown>} [props]
 * @returns {HTMLSelectElement}
 */
export function select(options, chosen, props = {}) {
  return h('select', props, ...options.map(([value, label]) => h('option', { value, selected: value === chosen }, label)));
}

/**
 * Gives a choice other options; what was chosen stays so.
 * @param {HTMLSelectElement} input
 * @param {[value: string, label: string][]} options
 */
export function refill(input, options) {
  const { value } = input;
  input.replaceChildren(...options.map(([one, label]) => h('option', { value: one }, label)));
  input.value = value;
}

/**
 * The one place where HTML of the service becomes nodes: through widget/markup.js and its list.
 * @param {string} html
 */
export const safe = (html) => fromHtml(html ?? '', location.origin);

/** What the reader is told when something is done or goes wrong. */
const told = h('p.told', { role: 'status' });
const alarmed = h('p.told.wrong', { role: 'alert' });
let fades = 0;

export const messages = () => h('div.messages', {}, told, alarmed);

/** @param {string} text */
export function tell(text) {
  show(told, text, 6000);
}

/** @param {unknown} error one that a reader can mend brings its own words */
export function complain(error) {
  if (/** @type {any} */ (error)?.name === 'AbortError') return;
  show(alarmed, error instanceof Error ? error.message : String(error), 15000);
}

/** @param {HTMLElement} line @param {string} text @param {number} stay ms */
function show(line, text, stay) {
  told.textContent = alarmed.textContent = '';
  line.textContent = text;
  // A modal dialog hides what lies behind it from everybody.
  const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  const box = /** @type {HTMLElement} */ (line.parentElement);
  if (box && box.parentElement !== top) top.append(box);
  clearTimeout(fades);
  fades = window.setTimeout(() => void (line.textContent = ''), stay);
}

/**
 * A listener that tells what went wrong, and lets nobody press twice.
 * @param {(event: Event) => Promise<unknown>} act
 */
export const safely = (act) => async (/** @type {Event} */ event) => {
  const pressed = /** @type {HTMLButtonElement} */ (event.currentTarget);
  if (pressed?.getAttribute?.('aria-busy')) return;
  pressed?.setAttribute?.('aria-busy', 'true');
  try {
    await act(event);
  } catch (error) {
    complain(error);
  } finally {
    pressed?.removeAttribute?.('aria-busy');
  }
};

/**
 * Opens a modal dialog; Escape and the cross close it.
 * @param {string} title
 * @param {...(Node|string|null|undefined|false)} content
 * @returns {HTMLDialogElement}
 */
export function dialog(title, ...content) {
  const opener = /** @type {HTMLElement|null} */ (document.activeElement);
  const heading = h('h2', { id: newId(), tabindex: -1 }, title);
  const close = button({ onclick: () => box.close() }, h('span', { 'aria-hidden': 'true' }, '×'), h('span.sr', {}, say.close));
  close.className = 'cross';
  const box = h('dialog.sheet', { 'aria-labelledby': heading.id }, h('header', {}, heading, close), ...content);
  box.addEventListener('close', () => {
    const messages = box.querySelector('.messages');
    if (messages) document.body.append(messages);
    box.remove();
    if (opener?.isConnected) opener.focus();
  });
  document.body.append(box);
  box.showModal();
  if (!box.contains(document.activeElement) || document.activeElement === close) heading.focus();
  return box;
}

/**
 * Asks before something that cannot be taken back.
 * @param {string} title
 * @param {string|Node} text
 * @param {string} yes
 * @returns {Promise<boolean>}
 */
export function confirmed(title, text, yes) {
  return new Promise((resolve) => {
    const agree = button({ onclick: () => (resolve(true), box.close()) }, yes);
    agree.className = 'main';
    const box = dialog(title, h('p', {}, text), h('p.row', {}, agree, button({ onclick: () => box.close() }, say.cancel)));
    box.addEventListener('close', () => resolve(false));
  });
}

/**
 * Runs once things have been quiet for a while; `now()` runs what waits at once, and is done when all is.
 * @param {() => unknown} act
 * @param {number} wait ms
 */
export function later(act, wait) {
  let timer = 0;
  /** @type {unknown} */
  let running;
  const run = () => {
    clearTimeout(timer);
    timer = 0;
    return (running = act());
  };
  const start = () => {
    clearTimeout(timer);
    timer = window.setTimeout(run, wait);
  };
  start.now = () => (timer ? run() : running);
  start.stop = () => (clearTimeout(timer), (timer = 0));
  return start;
}

const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** @param {string} day YYYY-MM-DD or a full time */
export const dayText = (day) => (Number.isNaN(Date.parse(day)) ? day : long.format(new Date(day)));
/** @param {string} at */
export const timeText = (at) => (Number.isNaN(Date.parse(at)) ? at : exact.format(new Date(at)));

/**
 * A time as people say it, with the whole of it on hovering.
 * @param {string} at ISO 8601
 */
export function time(at) {
  return h('time', { datetime: at, title: timeText(at) }, nearText(at));
}

/** @param {string} at */
export function nearText(at) {
  const then = new Date(at);
  if (Number.isNaN(then.getTime())) return at;
  const minutes = Math.round((Date.now() - then.getTime()) / 60000);
  if (minutes < 1) return say.justNow;
  if (minutes < 60) return fill(say.minutesAgo, { n: minutes });
  if (then.toDateString() === new Date().toDateString()) return fill(say.today, { time: clock.format(then) });
  if (minutes < 2 * 1440 && new Date(Date.now() - 864e5).toDateString() === then.toDateString()) return fill(say.yesterday, { time: clock.format(then) });
  return then.getFullYear() === new Date().getFullYear() ? short.format(then) : long.format(then);
}

/** @param {string[]} names */
export const namesText = (names) => new Intl.ListFormat('en-GB').format(names);

/**
 * What stands where a list is empty.
 * @param {string} title
 * @param {string} text
 */
export const empty = (title, text) => h('div.empty', {}, h('p.empty-title', {}, title), h('p', {}, text));

/**
 * A list that is fetched page by page: `page(after)` gives nodes and the next cursor.
 * @param {HTMLElement} list
 * @param {(after?: string) => Promise<{nodes: Node[], next?: string}>} page
 * @returns {Promise<HTMLElement>} the button for more, to stand below the list
 */
export async function paged(list, page) {
  const more = h('p.more', {});
  /** @param {string} [after] */
  async function load(after) {
    const { nodes, next } = await page(after);
    list.append(...nodes);
    more.replaceChildren(...(next ? [button({ onclick: safely(() => load(next)) }, say.more)] : []));
    if (after && nodes[0] instanceof HTMLElement) focusOn(nodes[0]);
  }
  await load();
  return more;
}

/** @param {HTMLElement} element */
export function focusOn(element) {
  const target = /** @type {HTMLElement} */ (element.querySelector('a, button, summary') ?? element);
  if (target === element && element.tabIndex < 0) element.tabIndex = -1;
  target.focus();
}
