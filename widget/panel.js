// The conversation: what is loaded when a visitor comes near the launcher.
//
// Wires the parts together; what each does stands in its own file.
import { service } from './api.js';
import { composer, privacyNotice } from './composer.js';
import { deliver } from './deliver.js';
import { button, h, icon } from './dom.js';
import { enquiryForm } from './enquiry.js';
import { paragraphs } from './linkify.js';
import { linkTo, safeAddress } from './markup.js';
import { Memory } from './memory.js';
import { css } from './panel-style.js';
import { personal } from './privacy.js';
import { answer, links, note, offers, question } from './reply-view.js';
import * as words from './strings.js';
import { adoptTheme, makeReadable } from './theme.js';
import { copy, print } from './transcript.js';
import { followKeyboard, small } from './viewport.js';

/** @typedef {import('./api.js').Link} Link */
/** @typedef {ReturnType<typeof mount>} Panel */

/**
 * What the parts of the panel share.
 * @typedef {object} Context
 * @property {ShadowRoot} root
 * @property {string} server
 * @property {string} spoken language of the answers
 * @property {{name?: string, phone?: string, privacy?: string}} clinic
 * @property {ReturnType<typeof service>} service
 * @property {(text: string) => void} say to screen readers alone
 * @property {(event: string, detail?: object) => boolean} tell fires an event; false where the page said no
 * @property {(link: Link) => void} choose
 * @property {() => void} leaveMessage
 * @property {() => string} conversation the value to send along
 */

/**
 * `GET /api/widget`; everything may be missing.
 * @typedef {{name?: string, greeting?: string, lang?: string, theme?: Record<string, string>, 
 *   clinic?: {name?: string, phone?: string, privacy?: string}, openings?: Link[]}} Settings
 */

/**
 * @param {import('./faq-chat.js').FaqChat} host
 * @param {HTMLButtonElement} launcher
 * @param {Settings} given
 */
export function mount(host, launcher, given) {
  const settings = Object(given);
  const root = /** @type {ShadowRoot} */ (host.shadowRoot);
  const { server, partner } = host;
  const memory = new Memory(host.storeKey);
  const darkDevice = matchMedia('(prefers-color-scheme: dark)');
  const life = new AbortController();
  const { signal } = life;

  const status = h('p.sr', { role: 'status' });
  /** @type {Context} */
  const context = {
    root,
    server,
    spoken: settings.lang ?? 'en',
    clinic: Object(settings.clinic),
    service: service(server),
    say: (text) => {
      status.textContent = '';
      setTimeout(() => (status.textContent = text), 50); // the same words again are said again
    },
    tell: (type, detail = {}) =>
      host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true })),
    choose: (link) => void ask({ choice: link.topic }, link.label),
    leaveMessage: openForm,
    conversation: () => memory.token,
  };

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [root.adoptedStyleSheets[0], sheet];

  // The log is filled with what was said before while it is not yet in the page: nothing of it is announced.
  const log = h('div', { part: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': words.log, tabindex: 0 });
  const notice = h('div.notices');
  const line = composer(context, submit);
  const menu = menuButtons();
  const more = button({ class: 'plain', 'aria-label': words.menu, 'aria-expanded': 'false', 'aria-controls': 'menu', onclick: () => showMenu(menu.hidden) }, icon('menu'));
  const body = h('div.body', {}, log, notice, line.form);
  const privacy = safeAddress(context.clinic.privacy, `${server}/`);
  const panel = h('dialog', { part: 'panel', popover: 'manual', 'aria-labelledby': 'title', lang: words.language, dir: host.dir || getComputedStyle(host).direction },
    h('header', {},
      h('div', {}, h('h2', { id: 'title', tabindex: -1 }, settings.name || context.clinic.name || words.title), h('p', {}, words.subtitle)),
      more, button({ part: 'close', class: 'plain', 'aria-label': words.close, onclick: () => close() }, icon('close')), menu),
    body,
    h('p.foot', {}, words.footer, privacy && h('span', {}, ' ', linkTo(h('a', {}, words.privacy), privacy))),
    status);
  greet();
  restore();
  root.append(panel);
  adoptTheme(host, settings.theme);

  panel.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    if (!menu.hidden) showMenu(false);
    else if (notice.firstChild) dismiss();
    else if (!body.isConnected) closeForm();
    else close();
  });
  panel.addEventListener('cancel', (/** @type {Event} */ event) => {
    event.preventDefault();
    close();
  });
  small.addEventListener('change', () => isOpen() && (hide(), reveal()), { signal });
  darkDevice.addEventListener('change', readable, { signal });
  new MutationObserver(readable).observe(host, { attributeFilter: ['theme', 'style', 'class'] });
  followKeyboard(panel, log, signal);

  let waiting = false;

  // Opening and closing.

  function isOpen() {
    return panel.open || panel.matches(':popover-open');
  }

  /** @param {boolean} [quietly] as it was on the last page, without taking the focus */
  function open(quietly) {
    if (isOpen()) return true;
    if (!context.tell('faq-open')) return false;
    const before = /** @type {any} */ (document.activeElement);
    reveal();
    readable();
    log.scrollTop = log.scrollHeight;
    if (quietly && !small.matches) root.activeElement?.blur(), before?.focus();
    else focusFirst();
    memory.open = true;
    memory.save();
    context.tell('faq-opened');
    return true;
  }

  function reveal() {
    showLauncher(false);
    panel.classList.toggle('small', small.matches && !host.hasAttribute('inline'));
    if (host.hasAttribute('inline')) panel.removeAttribute('popover'), panel.show();
    else if (small.matches) panel.showModal();
    else if (panel.showPopover) panel.showPopover();
    else panel.show();
  }

  /** @param {boolean} shown */
  function showLauncher(shown) {
    launcher.hidden = !shown;
    launcher.ariaExpanded = String(!shown);
  }

  function hide() {
    if (panel.open) panel.close();
    else panel.hidePopover();
  }

  function close() {
    if (!isOpen() || !context.tell('faq-close')) return;
    hide();
    showLauncher(true);
    launcher.focus();
    memory.open = false;
    memory.save();
    context.tell('faq-closed');
  }

  /** Where a keyboard is at hand one types at once; on a phone it would cover the greeting. */
  function focusFirst() {
    if (matchMedia('(pointer: coarse)').matches) panel.querySelector('h2').focus();
    else line.input.focus();
  }

  function readable() {
    panel.classList.toggle('dark', (host.getAttribute('theme') ?? (darkDevice.matches ? 'dark' : 'light')) === 'dark');
    if (isOpen()) makeReadable(panel, launcher);
  }

  // Asking.

  /** @param {string} text */
  function submit(text) {
    if (waiting) return;
    const what = personal(text);
    if (!what.kinds.length) return void ask({ message: text }, text);
    notice.replaceChildren(privacyNotice(what, {
      without: () => (dismiss(), void ask({ message: what.masked }, what.masked)),
      withIt: () => (dismiss(), void ask({ message: text }, text)),
      edit: dismiss,
    }));
    notice.querySelector('button').focus();
  }

  function dismiss() {
    notice.replaceChildren();
    line.input.focus();
  }

  /**
   * @param {{message?: string, choice?: string}} what
   * @param {string} shown
   */
  async function ask(what, shown) {
    if (waiting || !context.tell('faq-send', { ...what })) return;
    waiting = true;
    line.busy(true);
    line.set('');
    keepFocus();
    for (const old of log.querySelectorAll('.offers')) old.remove();
    const asked = show(memory.add({ text: shown }));
    scrollTo(asked);
    const reply = await deliver(
      () => context.service.ask({ ...what, ...(memory.token && { conversation: memory.token }), ...(partner && { partner }) }),
      { log, context, scroll: () => scrollTo(asked) },
    );
    waiting = false;
    line.busy(false);
    if (!reply) {
      if (!line.input.value && what.message) line.set(what.message);
      return;
    }
    memory.token = reply.conversation;
    show(memory.add({ reply }));
    scrollTo(asked);
    context.tell('faq-reply', reply);
  }

  /** A button that was pressed is gone now; the keyboard goes on where typing goes on. */
  function keepFocus() {
    if (root.activeElement === line.input) return;
    if (matchMedia('(pointer: coarse)').matches) log.focus({ preventScroll: true });
    else line.input.focus();
  }

  /** @param {import('./memory.js').Turn} turn */
  function show(turn) {
    if (!turn.reply) return log.appendChild(question(String(turn.text)));
    for (const old of log.querySelectorAll('.offers')) old.remove();
    const shown = log.appendChild(answer(turn.reply, context));
    log.append(...offers(turn.reply, context));
    return shown;
  }

  function restore() {
    memory.turns = memory.turns.filter((turn) => {
      try {
        return show(turn);
      } catch {
        return false; // not what this version writes
      }
    });
  }

  /** The question to the top, so that a long answer is read from its beginning. */
  function scrollTo(/** @type {HTMLElement} */ asked) {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const top = asked.offsetTop - 12;
    const behavior = calm ? 'auto' : 'smooth';
    log.scrollTo({ top: top - log.offsetTop, behavior });
    panel.scrollTo({ top, behavior }); // where the screen is so low that all of it scrolls
  }

  function greet() {
    const greeting = host.getAttribute('greeting') || settings.greeting || words.greeting;
    log.replaceChildren(h('div.turn.clinic', { part: 'message' }, paragraphs(greeting)));
    if (memory.turns.length) return;
    const own = host.getAttribute('openings')?.split('|').map((label) => ({ topic: '', label: label.trim() }));
    const openings = own ?? (Array.isArray(settings.openings) ? settings.openings : []);
    const usable = openings.filter((one) => typeof one?.label === 'string' && one.label);
    if (!usable.length) return;
    /** @param {Link} link */
    const choose = (link) => (link.topic ? context.choose(link) : void ask({ message: link.label }, link.label));
    log.append(links(usable, words.opening, { ...context, choose }));
  }

  // The menu and the form.

  function menuButtons() {
    /** @param {string} label @param {() => void} act */
    const item = (label, act) => h('li', {}, button({ onclick: () => (showMenu(false), act()) }, label));
    return h('ul.menu', { id: 'menu', hidden: true },
      item(words.leave, openForm),
      item(words.copy, () => void copy(memory.turns).then(() => context.say(words.copied), () => print(memory.turns, root))),
      item(words.print, () => print(memory.turns, root)),
      item(words.restart, restart));
  }

  /** @param {boolean} shown */
  function showMenu(shown) {
    menu.hidden = !shown;
    more.setAttribute('aria-expanded', String(shown));
    if (shown) menu.querySelector('button').focus();
    else more.focus();
  }

  function restart() {
    memory.forget();
    closeForm();
    notice.replaceChildren();
    greet();
    line.input.focus();
  }

  function openForm() {
    const form = enquiryForm(memory.turns.findLast((turn) => turn.text)?.text ?? '', context, {
      cancel: closeForm,
      done: (text) => {
        closeForm();
        scrollTo(show(memory.add({ reply: { text, answers: [], choices: [], suggestions: [] } })));
      },
    });
    if (!body.isConnected) return;
    body.replaceWith(form);
    form.querySelector('h3').focus();
  }

  function closeForm() {
    const form = panel.querySelector('.sheet');
    if (!form) return;
    form.replaceWith(body);
    keepFocus();
  }

  return {
    open,
    close,
    /** @param {string} text */
    ask: (text) => submit(text.trim()),
    /** The element left the page. */
    end() {
      life.abort();
      panel.remove();
      showLauncher(true);
    },
  };
}
