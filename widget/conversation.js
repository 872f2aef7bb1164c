// Asking and showing: the log, the line below it, and the question about personal data between the two.
import { composer, privacyNotice } from './composer.js';
import { deliver } from './deliver.js';
import { h } from './dom.js';
import { paragraphs } from './linkify.js';
import { personal } from './privacy.js';
import { answer, links, offers, question } from './reply-view.js';
import * as words from './strings.js';

/** @typedef {import('./api.js').Link} Link */
/** @typedef {import('./memory.js').Turn} Turn */

/**
 * @param {import('./panel.js').Context} context
 * @param {import('./memory.js').Memory} memory
 * @param {import('./panel.js').Settings} settings
 */
export function conversation(context, memory, settings) {
  const { host, root, tell } = context;
  context.choose = (link) => void ask(link.topic ? { text: link.label, choice: link.topic } : { text: link.label });
  const log = h('div', { part: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': words.log, tabindex: 0 });
  const notice = h('div');
  const line = composer(context, submit);
  const body = h('div.body', {}, log, notice, line.form);
  let waiting = false;
  let asked = '';

  // The log is filled with what was said before while it is not yet in the page: nothing of it is announced.
  greet();
  memory.turns = memory.turns.filter((turn) => {
    try {
      return typeof turn.text === 'string' && show(turn);
    } catch {
      return false; // not what this version writes
    }
  });

  /** @param {string} text */
  function submit(text) {
    if (waiting) return;
    const { kinds, masked } = personal(text);
    if (!kinds.length) return void ask({ text });
    /** @param {string} sent */
    const send = (sent) => () => (dismiss(), void ask({ text: sent }));
    notice.replaceChildren(privacyNotice(kinds, masked, { without: send(masked), withIt: send(text), edit: dismiss }));
    notice.querySelector('button').focus();
  }

  function dismiss() {
    notice.replaceChildren();
    line.input.focus();
  }

  /** @param {{text: string, choice?: string}} what */
  async function ask(what) {
    const { text, choice } = what;
    if (waiting || !tell('faq-send', choice ? { choice } : { message: text })) return;
    line.set('');
    keepFocus();
    const turn = memory.add(what);
    await answered(turn, show(turn));
  }

  /**
   * @param {Turn} turn a question, as it stands in the memory
   * @param {HTMLElement} asked and in the log
   */
  async function answered(turn, asked) {
    const { text, choice } = turn;
    const { partner } = host;
    waiting = true;
    line.busy(true);
    scrollTo(asked);
    const reply = await deliver(
      () => context.service.post('/api/ask', {
        ...(choice ? { choice } : { message: text }),
        ...(memory.token && { conversation: memory.token }),
        ...(partner && { partner }),
      }),
      { log, context, scroll: () => scrollTo(asked) },
    );
    waiting = false;
    line.busy(false);
    if (!asked.isConnected) return; // started again meanwhile
    if (reply) {
      memory.token = reply.conversation ?? '';
      show(memory.add({ reply }));
      scrollTo(asked);
      tell('faq-reply', reply);
    } else {
      memory.turns = memory.turns.filter((one) => one !== turn);
      memory.save();
      if (!line.input.value && !choice) line.set(text);
    }
  }

  /** A button that was pressed is gone now; the keyboard goes on where typing goes on. */
  function keepFocus() {
    if (root.activeElement === line.input) return;
    if (matchMedia('(pointer: coarse)').matches) log.focus({ preventScroll: true });
    else line.input.focus();
  }

  /** @param {Turn} turn */
  function show({ text, reply }) {
    if (!reply) asked = String(text);
    const shown = reply ? answer(reply, asked, context) : question(asked);
    for (const old of log.querySelectorAll('.offers')) old.remove();
    log.append(shown, ...(reply ? offers(reply, context) : []));
    return shown;
  }

  /** The question to the top, so that a long answer is read from its beginning. */
  function scrollTo(/** @type {HTMLElement} */ asked) {
    const top = asked.offsetTop - 12;
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    log.scrollTo({ top, behavior });
    log.closest('dialog')?.scrollTo({ top: top + log.offsetTop, behavior }); // where the screen is so low that all of it scrolls
  }

  function greet() {
    const greeting = host.getAttribute('greeting') || settings.greeting || words.greeting;
    log.replaceChildren(h('div.turn.clinic', { part: 'message' }, paragraphs(greeting)));
    const openings = host.getAttribute('openings')?.split('|').map((label) => ({ topic: '', label })) ?? settings.openings;
    if (openings?.length) log.append(links(openings, words.opening, context));
  }

  return {
    body,
    log,
    line,
    submit,
    keepFocus,
    /** Closes the question about personal data; false where there is none. */
    dismissed: () => notice.firstChild && (dismiss(), true),
    /** Asks again what the last page could not wait for. */
    resume() {
      const last = memory.turns.at(-1);
      if (last && !last.reply && !waiting) void answered(last, [...log.querySelectorAll('.you')].at(-1));
    },
    /** Says something of the widget's own. @param {string} text */
    note: (text) => scrollTo(show(memory.add({ reply: { text, answers: [], choices: [], suggestions: [] } }))),
    restart() {
      memory.forget();
      notice.replaceChildren();
      greet();
      line.input.focus();
    },
  };
}
