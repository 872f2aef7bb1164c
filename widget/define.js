// What the script tag runs: registers the element and gives this tag its own.
import { FaqChat, home } from './faq-chat.js';

const tag = 'faq-chat';
const script = /** @type {HTMLScriptElement} */ (document.currentScript);

/** The element, or the plain link, right in front of the script tag. */
const before = /** @type {any} */ (script.previousElementSibling);
const near = before?.localName === tag || before?.href?.startsWith(`${home}/ask`) ? before : undefined;

// Where a browser is too old for popovers (before 2024), the page's own link stays as it is.
if ('popover' in script) {
  if (!customElements.get(tag)) customElements.define(tag, FaqChat);
  if (near || document.readyState !== 'loading') place();
  else document.addEventListener('DOMContentLoaded', place);
}

/** With no element in front of it, the tag serves all that no other tag has; on a page without any, it makes one. */
function place() {
  const free = [...document.querySelectorAll(tag)].filter((one) => !(/** @type {FaqChat} */ (one).origin));
  for (const one of near ? [near] : free.length ? free : [undefined]) adopt(one);
}

/** @param {HTMLElement|undefined} found */
function adopt(found) {
  const chat = /** @type {FaqChat} */ (found?.localName === tag ? found : document.createElement(tag));
  chat.origin = home;
  for (const [key, value] of Object.entries(script.dataset)) chat.hasAttribute(key) || chat.setAttribute(key, value ?? '');
  if (!found) document.body.append(chat);
  else if (found !== chat) {
    found.replaceWith(chat);
    chat.append(found);
  }
  chat.connectedCallback();
}
