// The front desk: who is here, which room is open, and what is true in all of them.
import { accountRoom } from './account.js';
import { answerRoom } from './answer.js';
import { get, listen, trust } from './api.js';
import { figuresRoom } from './figures.js';
import { inboxRoom } from './inbox.js';
import { keysButton, listenToKeys } from './keys.js';
import { knowledgeRoom, unsaved } from './knowledge.js';
import { title, watch } from './live.js';
import { signInForm } from './sign-in-form.js';
import { complain, dialog, h, messages } from './ui.js';
import { unansweredRoom } from './unanswered.js';
import * as say from './words.js';

/**
 * @typedef {{name: string, role: 'staff'|'editor', csrf: string, clinic: string, signature?: string, knowledge: string, partners?: {id: string, name: string}[]}} Me
 * @typedef {{box?: HTMLElement, leave?: () => void, at?: (hash: string) => void, back?: () => void, step?: (by: number) => void}} Room
 */

/** @type {Record<string, {name: keyof typeof say.rooms, open: (place: HTMLElement, me: Me, go: (path: string) => void) => Room}>} */
const rooms = {
  '/desk': { name: 'answer', open: answerRoom },
  '/desk/inbox': { name: 'inbox', open: inboxRoom },
  '/desk/unanswered': { name: 'unanswered', open: unansweredRoom },
  '/desk/knowledge': { name: 'knowledge', open: knowledgeRoom },
  '/desk/figures': { name: 'figures', open: figuresRoom },
  '/desk/account': { name: 'account', open: accountRoom },
};

const main = /** @type {HTMLElement} */ (document.getElementById('main'));
const banner = /** @type {HTMLElement} */ (document.getElementById('banner'));
const tools = /** @type {HTMLElement} */ (document.getElementById('tools'));
/** @type {Me} */
let me;
/** @type {Room} */
let room = {};
let path = '';

/** @param {string} address @param {boolean} [replace] */
function go(address, replace = false) {
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  show();
}

function show() {
  const here = location.pathname.replace(/\/$/, '');
  const { name, open } = rooms[here] ?? rooms['/desk'];
  const at = decodeURIComponent(location.hash.slice(1));
  if (here === path) return room.at?.(at);
  path = here;
  room.leave?.();
  title(`${say.rooms[name]} – ${say.desk}`);
  for (const link of document.querySelectorAll('.nav a')) {
    if (link.getAttribute('href') === here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  main.replaceChildren();
  main.className = `room ${name}`;
  room = open(main, me, go);
  room.at?.(at);
  scrollTo(0, 0);
  const heading = main.querySelector('h1');
  if (heading && !main.contains(document.activeElement)) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}

/** One dialog however many requests wait for it. @type {Promise<boolean>|null} */
let signingIn = null;
function signIn() {
  signingIn ??= new Promise((/** @type {(done: boolean) => void} */ resolve) => {
    const form = signInForm((now) => {
      me = { ...me, ...now };
      resolve(true);
      box.close();
    }, me?.name);
    const box = dialog(say.signInAgain, h('p', {}, say.signInAgainText), form);
    form.querySelector(me?.name ? '[type=password]' : 'input').focus();
    box.addEventListener('close', () => resolve(false));
  }).finally(() => (signingIn = null));
  return signingIn;
}

/** @param {boolean} reachable */
function reach(reachable) {
  const text = reachable ? '' : navigator.onLine === false ? say.offline : say.unreachable;
  if (banner.textContent !== text) banner.textContent = text;
}

document.addEventListener('click', (event) => {
  const link = /** @type {Element} */ (event.target).closest?.('a[href^="/desk"]');
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(/** @type {HTMLAnchorElement} */ (link).getAttribute('href') ?? '');
});
addEventListener('popstate', show);
addEventListener('beforeunload', (event) => void (unsaved() && event.preventDefault()));
addEventListener('offline', () => reach(false));
addEventListener('online', () => reach(true));
document.body.append(messages());

listen({ signIn, reach });
try {
  me = await get('me');
  trust(me.csrf);
  /** @type {HTMLElement} */ (document.getElementById('who')).textContent = me.name;
  tools.append(keysButton());
  listenToKeys({
    go,
    box: () => (room.box ? room.box.focus() : (go('/desk'), room.box?.focus())),
    back: () => (location.hash ? room.back?.() : path !== '/desk' && go('/desk')),
    step: (by) => room.step?.(by),
  });
  show();
  watch((count) => {
    const badge = /** @type {HTMLElement} */ (document.getElementById('fresh'));
    badge.replaceChildren(...(count ? [String(count), h('span.sr', {}, say.fresh)] : []));
  });
} catch (error) {
  complain(error);
}
