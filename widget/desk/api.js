// The desk's requests: one way out, so that an ended session, a lost line and a refusal are met in one place.
import * as say from './words.js';

const patience = 20000; // ms until a silent service counts as down

/** What went wrong, in words for the reader. `body` is the service's reply, where there is one. */
export class Trouble extends Error {
  /**
   * @param {string} text
   * @param {number} [status] 0 where no reply came
   * @param {any} [body]
   */
  constructor(text, status = 0, body = {}) {
    super(text);
    this.status = status;
    this.body = body;
  }
}

const session = { csrf: '' };
const told = {
  /** Asks the reader to sign in again; true when that was done. */
  signIn: async () => false,
  /** @type {(reachable: boolean) => void} */
  reach: () => {},
};

/** @param {Partial<typeof told>} listeners */
export const listen = (listeners) => Object.assign(told, listeners);
/** @param {string} csrf */
export const trust = (csrf) => void (session.csrf = csrf);

/**
 * @typedef {{signal?: AbortSignal, quiet?: boolean}} Manner quiet: nobody waits for it, so nobody is asked to sign in
 * @param {string} method
 * @param {string} path behind /api/desk/
 * @param {object} [body]
 * @param {Manner} [manner]
 * @returns {Promise<any>}
 */
export async function call(method, path, body, manner = {}) {
  let response = await send(method, path, body, manner);
  if (response.status === 401 && path !== 'sign-in' && !manner.quiet && (await told.signIn())) {
    response = await send(method, path, body, manner);
  }
  // Another tab may have signed in anew: its word is then the right one.
  if (response.status === 403 && method !== 'GET' && (await newWord())) response = await send(method, path, body, manner);
  const reply = response.status === 204 ? {} : await response.json().catch(() => ({}));
  if (response.ok) return reply;
  throw new Trouble(explain(response, reply), response.status, reply);
}

/** @param {string} path @param {Manner} [manner] */
export const get = (path, manner) => call('GET', path, undefined, manner);
/** @param {string} path @param {object} [body] @param {Manner} [manner] */
export const post = (path, body = {}, manner) => call('POST', path, body, manner);
/** @param {string} path @param {object} body @param {Manner} [manner] */
export const put = (path, body, manner) => call('PUT', path, body, manner);

/**
 * "path?a=1&b=2" of what is filled in.
 * @param {string} path
 * @param {Record<string, string|number|undefined>} query
 */
export function address(path, query) {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(set.map(([key, value]) => [key, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {object|undefined} body
 * @param {Manner} manner
 */
async function send(method, path, body, manner) {
  const quiet = AbortSignal.timeout(patience);
  try {
    const response = await fetch(`/api/desk/${path}`, {
      method,
      signal: manner.signal ? either(manner.signal, quiet) : quiet,
      headers: {
        Accept: 'application/json',
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...(session.csrf ? { 'X-Faqbot-Desk': session.csrf } : {}),
      },
      body: body && JSON.stringify(body, withoutNul),
    });
    told.reach(true);
    return response;
  } catch (error) {
    if (manner.signal?.aborted) throw error;
    told.reach(false);
    throw new Trouble(navigator.onLine === false ? say.offline : say.unreachable);
  }
}

/** A NUL comes along with what is pasted from broken files; the service takes none. @param {string} _ @param {unknown} value */
const withoutNul = (_, value) => (typeof value === 'string' ? value.replaceAll('\0', '') : value);

/** @param {AbortSignal} one @param {AbortSignal} other */
function either(one, other) {
  const both = new AbortController();
  for (const signal of [one, other]) signal.addEventListener('abort', () => both.abort(signal.reason), { once: true });
  if (one.aborted) both.abort(one.reason);
  return both.signal;
}

async function newWord() {
  const response = await send('GET', 'me', undefined, {});
  const { csrf } = response.ok ? await response.json() : {};
  if (!csrf || csrf === session.csrf) return false;
  session.csrf = csrf;
  return true;
}

/**
 * @param {Response} response
 * @param {{detail?: string}} reply
 */
function explain(response, reply) {
  if (reply.detail) return reply.detail;
  if (response.status === 401) return say.signedOut;
  if (response.status === 403) return say.notAllowed;
  if (response.status === 404) return say.gone;
  if (response.status === 413) return say.tooLong;
  if (response.status === 429) return say.tooMany;
  return say.broken;
}
