// The front page's own part: questions that open the chat, the snippet, the live theme editor.
import { contrast } from '../theme.js';
import { copyButtons } from './copy-button.js';

const chat = /** @type {import('../faq-chat.js').FaqChat} */ (document.querySelector('faq-chat'));
const editor = /** @type {HTMLFormElement} */ (document.getElementById('editor'));
const paper = /** @type {[number, number, number]} */ ([1, 1, 1]);

for (const link of document.querySelectorAll('[data-ask]')) {
  link.addEventListener('click', (event) => {
    // Until the element is there, the link does what links do.
    if (!customElements.get('faq-chat')) return;
    event.preventDefault();
    void chat.ask(link.getAttribute('data-ask') ?? '');
  });
}

copyButtons(document, /** @type {HTMLElement} */ (document.getElementById('copied')));
editor.addEventListener('submit', (event) => event.preventDefault());
editor.addEventListener('input', () => update(true));
update(false);

/** @param {boolean} changed whether the visitor changed something: the page's own chat then follows */
function update(changed) {
  const values = Object.fromEntries([...new FormData(editor)].map(([key, value]) => [key, String(value).trim()]));
  const accent = values.accent === '#0e6a61' ? '' : values.accent;
  /** @type {Record<string, string>} */
  const attributes = { partner: values.partner, accent, theme: values.theme, position: values.position, lang: values.lang };
  write(attributes, values.label || 'Ask us');
  if (!changed) return;
  for (const name of ['accent', 'theme', 'position']) reflect(name, attributes[name]);
  reflect('label', values.label);
  if (!accent) chat.style.removeProperty('--faq-accent');
  const ratio = contrast(fromHex(values.accent), paper);
  const status = /** @type {HTMLElement} */ (document.getElementById('contrast'));
  status.textContent = ratio >= 4.5
    ? `This colour can be read on white (${ratio.toFixed(1)} to 1).`
    : `This colour is too pale for text on white (${ratio.toFixed(1)} to 1). Links are darkened and the button gets dark letters.`;
}

/**
 * @param {string} name
 * @param {string} value
 */
function reflect(name, value) {
  if (value) chat.setAttribute(name, value);
  else chat.removeAttribute(name);
}

/**
 * @param {Record<string, string>} attributes
 * @param {string} label
 */
function write(attributes, label) {
  const set = Object.entries(attributes).filter(([, value]) => value).map(([key, value]) => ` ${key}="${quoted(value)}"`).join('');
  const query = attributes.partner ? `?partner=${encodeURIComponent(attributes.partner)}` : '';
  const element = `<faq-chat${set}>\n  <a href="${location.origin}/ask${query}">${quoted(label)}</a>\n</faq-chat>\n`;
  const pinned = /** @type {HTMLElement} */ (document.getElementById('pinned'));
  const { file, integrity } = pinned.dataset;
  fill('snippet', `${element}<script src="${location.origin}/widget.js" async></script>`);
  fill('pinned', `${element}<script src="${location.origin}/${file}"\n  integrity="${integrity}"\n  crossorigin async></script>`);
}

/**
 * @param {string} id
 * @param {string} text
 */
function fill(id, text) {
  /** @type {HTMLElement} */ (document.getElementById(id)).textContent = text;
}

/** @param {string} text */
function quoted(text) {
  return text.replace(/[&"<>]/g, (one) => `&#${one.charCodeAt(0)};`);
}

/** @param {string} hex as a colour input gives it: #rrggbb */
function fromHex(hex) {
  return /** @type {[number, number, number]} */ ([1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255));
}
