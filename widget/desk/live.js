// What happens meanwhile: polls for changes, counts in the navigation and the tab, and beeps where that is switched on.
import { address, get } from './api.js';

const every = 3000; // ms
const store = 'faqbot-desk-alerts';

/** @type {Set<() => void>} */
const listeners = new Set();
const seen = { change: -1, fresh: 0 };
/** @type {AudioContext|undefined} */
let audio;
let name = '';
let badge = (/** @type {number} */ _count) => {};

export const alertsAreOn = () => localStorage.getItem(store) === 'on';

/** @param {boolean} on */
export function switchAlerts(on) {
  if (on) {
    localStorage.setItem(store, 'on');
    beep();
  } else {
    localStorage.removeItem(store);
  }
  title(name);
}

/**
 * @param {() => void} act runs when something in the inbox has changed
 * @returns {() => void} stops that
 */
export function onChange(act) {
  listeners.add(act);
  return () => void listeners.delete(act);
}

/** @param {(count: number) => void} show the number of new enquiries */
export function watch(show) {
  badge = show;
  // A browser lets a page sound only after it was touched once.
  addEventListener('pointerdown', () => void (alertsAreOn() && unlocked()), { once: true });
  addEventListener('keydown', () => void (alertsAreOn() && unlocked()), { once: true });
  document.addEventListener('visibilitychange', () => void look());
  void look();
  setInterval(() => void look(), every);
}

let looking = false;
async function look() {
  // With alerts on, a tab in the background goes on looking: that is when they are wanted.
  if (looking || (document.hidden && !alertsAreOn())) return;
  looking = true;
  try {
    const { change, new: fresh } = await get(address('changes', { since: Math.max(seen.change, 0) }), { quiet: true });
    const more = seen.change >= 0 && fresh > seen.fresh;
    const moved = seen.change >= 0 && change !== seen.change;
    Object.assign(seen, { change, fresh });
    badge(fresh);
    title(name);
    if (more && alertsAreOn()) beep();
    if (moved) for (const act of listeners) act();
  } catch {
    // api.js has said so; the next look comes by itself.
  }
  looking = false;
}

export const lookNow = () => look();

/** @param {string} room */
export function title(room) {
  name = room;
  const count = alertsAreOn() && seen.fresh ? `(${seen.fresh}) ` : '';
  document.title = `${count}${room}`;
}

function unlocked() {
  audio ??= new AudioContext();
  void audio.resume();
  return audio;
}

/** Two soft notes, made here: no file to load. */
function beep() {
  const context = unlocked();
  [660, 880].forEach((frequency, at) => {
    const start = context.currentTime + at * 0.16;
    const tone = new OscillatorNode(context, { frequency });
    const loudness = new GainNode(context, { gain: 0 });
    loudness.gain.linearRampToValueAtTime(0.12, start + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, start + 0.3);
    tone.connect(loudness).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.32);
  });
}
