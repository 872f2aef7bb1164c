// The second file: loaded when a visitor comes near the launcher. Wires the parts together; what each does
// stands in its own file.
import { service } from './api.js';
import { conversation } from './conversation.js';
import { button, h, icon } from './dom.js';
import { enquiryForm } from './enquiry.js';
import { linkTo, safeAddress } from './markup.js';
import { Memory } from './memory.js';
import { css } from './panel-style.js';
import { shell } from './shell.js';
import * as words from './strings.js';
import { adoptTheme } from './theme.js';
import { copy, print } from './transcript.js';
import { small } from './viewport.js';

/** @typedef {import('./api.js').Link} Link */
/** @typedef {Awaited<ReturnType<typeof mount>>} Panel */

/**
 * What the parts of the panel share.
 * @typedef {object} Context
 * @property {import('./faq-chat.js').FaqChat} host
 * @property {ShadowRoot & {activeElement: HTMLElement}} root
 * @property {string} server
 * @property {string} spoken language of the answers
 * @property {{name?: string, phone?: string, privacy?: string}} clinic
 * @property {ReturnType<typeof service>} service
 * @property {(text: string) => void} say to screen readers alone
 * @property {(event: string, detail?: object) => boolean} tell fires an event; false where the page said no
 * @property {(link: Link) => void} choose asks for a topic, or its label where it has none
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
 * @param {Settings|null} given
 */
export async function mount(host, launcher, given) {
  const settings = /** @type {Settings} */ (Object(given));
  const clinic = settings.clinic ?? {};
  const root = /** @type {any} */ (host.shadowRoot);
  const memory = new Memory(host.storeKey);
  const status = h('p.sr', { role: 'status' });
  /** @type {Context} */
  const context = {
    host,
    root,
    server: host.server,
    spoken: settings.lang ?? 'en',
    clinic,
    service: service(host.server, host.partner),
    say(text) {
      status.textContent = '';
      setTimeout(() => (status.textContent = text), 50); // the same words again are said again
    },
    tell: (type, detail = {}) =>
      host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true })),
    choose() {}, // conversation.js knows how
    leaveMessage: openForm,
    conversation: () => memory.token,
  };

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [root.adoptedStyleSheets[0], sheet];

  const talk = conversation(context, memory, settings);
  const menu = menuOf([
    [words.leave, openForm],
    [words.copy, () => copy(memory.turns).then(() => context.say(words.copied), () => print(memory.turns, root))],
    [words.print, () => print(memory.turns, root)],
    [words.restart, talk.restart],
  ]);
  const title = h('h2', { id: 'title', tabindex: -1 }, settings.name || clinic.name || words.title);
  const privacy = safeAddress(clinic.privacy, `${host.server}/`);
  const more = button({ class: 'plain', 'aria-label': words.menu, 'aria-expanded': 'false', 'aria-controls': 'menu', onclick: () => showMenu(menu.hidden) }, icon('menu'));
  const panel = h('dialog', { part: 'panel', popover: 'manual', 'aria-labelledby': 'title', lang: words.language, dir: host.dir || getComputedStyle(host).direction },
    h('header', {}, h('div', {}, title, h('p', {}, words.subtitle)), more,
      button({ part: 'close', class: 'plain', 'aria-label': words.close, onclick: () => frame.close() }, icon('close'))),
    menu,
    talk.body,
    h('p.foot', {}, words.footer, privacy && h('span', {}, ' ', linkTo(h('a', {}, words.privacy), privacy))),
    status);
  root.append(panel);
  adoptTheme(host, settings.theme);

  const frame = shell(context, launcher, panel, {
    log: talk.log,
    arrived() {
      // Where a keyboard is at hand one types at once; on a phone it would cover the greeting.
      if (matchMedia('(pointer: coarse)').matches) title.focus();
      else talk.line.input.focus();
    },
    remember(open) {
      memory.open = open;
      memory.save();
      if (open) talk.resume();
    },
  });

  panel.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    if (!menu.hidden) showMenu(false);
    else if (!talk.dismissed() && !closeForm()) frame.close();
  });

  /** @param {[string, () => unknown][]} items */
  function menuOf(items) {
    const entries = items.map(([label, act]) => h('li', {}, button({ onclick: () => (showMenu(false), act()) }, label)));
    return h('ul.menu', { id: 'menu', hidden: true }, ...entries);
  }

  /** @param {boolean} shown */
  function showMenu(shown) {
    menu.hidden = !shown;
    more.setAttribute('aria-expanded', String(shown));
    (shown ? menu.querySelector('button') : more).focus();
  }

  function openForm() {
    const last = memory.turns.findLast((turn) => !turn.reply);
    const form = enquiryForm(last?.text ?? '', context, {
      cancel: closeForm,
      done(text) {
        closeForm();
        talk.note(text);
      },
    });
    if (closeForm()) return;
    talk.body.replaceWith(form);
    form.querySelector('h3').focus();
  }

  /** False where there is none to close. */
  function closeForm() {
    const form = panel.querySelector('.sheet');
    form?.replaceWith(talk.body);
    if (form) talk.keepFocus();
    return Boolean(form);
  }

  // Building and showing are two tasks, so that neither holds a slow phone up for long.
  await new Promise((resolve) => setTimeout(resolve));
  return {
    open: frame.open,
    close: frame.close,
    end: frame.end,
    /** @param {string} text */
    ask: (text) => talk.submit(text.trim()),
  };
}
