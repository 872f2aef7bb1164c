// Getting a question through: waits, says what is wrong, tries again, gives up only when told to.
import { button, h } from './dom.js';
import { note } from './reply-view.js';
import { linkTo } from './markup.js';
import { fill } from './fill.js';
import * as words from './strings.js';

const spinnerAfter = 300; // ms: quicker answers come without a flicker
const pauses = [1, 3]; // seconds before a silent service is asked again by itself
const longestPause = 60; // seconds

/** @typedef {import('./api.js').Trouble} Trouble */

/**
 * @template T
 * @param {() => Promise<T>} send
 * @param {{log: HTMLElement, context: import('./panel.js').Context, scroll: () => void}} place
 * @returns {Promise<T|undefined>} nothing where the question was refused
 */
export async function deliver(send, { log, context, scroll }) {
  const { tell, say } = context;
  const dots = h('div.waiting', { 'aria-hidden': 'true' }, '•••');
  /** @type {any} */
  let told;
  for (let attempt = 0; ; attempt++) {
    const slow = setTimeout(() => {
      log.append(dots);
      say(words.waiting);
      scroll();
    }, spinnerAfter);
    try {
      const reply = await send();
      told?.remove();
      return reply;
    } catch (error) {
      const trouble = troubleOf(error);
      tell('faq-error', { kind: trouble.kind });
      told?.remove();
      dots.remove();
      told = note(saying(trouble, attempt));
      log.append(told);
      if (trouble.kind === 'refused') return undefined;
      clearTimeout(slow);
      await nextTry(trouble, attempt, told, context, scroll);
    } finally {
      clearTimeout(slow);
      dots.remove();
    }
  }
}

/**
 * No connection, or an answer that is none, has no words of its own.
 * @param {any} error
 * @returns {Trouble}
 */
const troubleOf = (error) => (error.kind ? error : { kind: navigator.onLine ? 'down' : 'offline', seconds: 0 });

/**
 * @param {Trouble} trouble
 * @param {number} attempt
 */
function saying({ kind, seconds }, attempt) {
  if (kind === 'busy') return fill(words.busy, { n: Math.min(seconds, longestPause) });
  if (kind === 'down' && attempt < pauses.length) return words.retrying;
  return { offline: words.offline, down: words.down, refused: words.refused }[kind];
}

/**
 * @param {Trouble} trouble
 * @param {number} attempt
 * @param {HTMLElement} told
 * @param {import('./panel.js').Context} context
 * @param {() => void} scroll
 * @returns {Promise<void>}
 */
function nextTry({ kind, seconds }, attempt, told, { server }, scroll) {
  return new Promise((resolve) => {
    const done = () => {
      window.removeEventListener('online', done);
      resolve();
    };
    if (kind === 'busy') setTimeout(done, Math.min(seconds, longestPause) * 1000);
    else if (kind === 'down' && attempt < pauses.length) setTimeout(done, Math.max(seconds, pauses[attempt]) * 1000);
    else {
      window.addEventListener('online', done);
      const plain = linkTo(h('a', {}, words.plain), `${server}/ask`);
      told.append(h('div.row', {}, button({ onclick: done }, words.again), plain));
    }
    scroll();
  });
}
