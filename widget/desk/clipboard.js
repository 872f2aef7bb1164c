// Out of the desk: as text, as rich text, into the mail program, onto paper.
import { paragraphs } from '../linkify.js';
import { safe, tell } from './ui.js';
import * as say from './words.js';

const longestMail = 1900; // characters of a mailto: address that every mail program still takes

/**
 * @param {string} text
 * @param {string} [done] what the reader is told
 */
export async function copyText(text, done = say.copied) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copiedTheOldWay(text)) throw new Error(say.notCopied);
  }
  tell(done);
}

/**
 * Where the page came without TLS there is no clipboard interface.
 * @param {string} text
 */
function copiedTheOldWay(text) {
  const focus = /** @type {HTMLElement|null} */ (document.activeElement);
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'sr';
  (document.querySelector('dialog[open]') ?? document.body).append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  focus?.focus();
  return done;
}

/**
 * Both forms at once, so that the program it is pasted into takes the one it can hold.
 * @param {string} text
 * @param {string} html
 * @param {string} [done]
 */
export async function copyRich(text, html, done = say.copied) {
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard) return copyText(text, done);
  const blob = (/** @type {string} */ type, /** @type {string} */ content) => new Blob([content], { type });
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': blob('text/html', html), 'text/plain': blob('text/plain', text) })]);
  } catch {
    throw new Error(say.notCopied);
  }
  tell(done);
}

/**
 * HTML for what a person has typed or changed.
 * @param {string} text
 */
export const htmlOf = (text) => serialised(paragraphs(text));

/** The service's HTML once more through the list. @param {string} html */
export const cleanHtml = (html) => serialised(safe(html));

/** @param {DocumentFragment} nodes */
function serialised(nodes) {
  const box = document.createElement('div');
  box.append(nodes);
  return box.innerHTML;
}

/**
 * The mail program's address; without the text where that is too long for one.
 * @param {{to?: string, subject: string, body: string}} mail
 */
export function mailAddress({ to = '', subject, body }) {
  const start = `mailto:${encodeURIComponent(to).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}`;
  const whole = `${start}&body=${encodeURIComponent(body.replace(/\r?\n/g, '\r\n'))}`;
  return whole.length <= longestMail ? { href: whole, whole: true } : { href: start, whole: false };
}

/**
 * Prints one element alone.
 * @param {HTMLElement} paper
 */
export function print(paper) {
  paper.classList.add('paper');
  document.body.append(paper);
  document.body.classList.add('printing');
  const done = () => {
    paper.remove();
    document.body.classList.remove('printing');
  };
  addEventListener('afterprint', done, { once: true });
  window.print();
}
