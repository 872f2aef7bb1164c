// The service's addresses: ask, time out, say what went wrong in one of four words.

/** @typedef {{topic: string, label: string}} Link */
/** @typedef {{title: string, url: string}} Source */
/** @typedef {{topic: string, title: string, short: string, text: string, html: string, sources: Source[], reviewed: string}} Answer */
/** @typedef {{conversation?: string, kind?: 'answer'|'clarify'|'unknown'|'urgent', text: string, answers: Answer[],
 *   choices: Link[], suggestions: Link[], handoff?: boolean}} Reply */

const patience = 20000; // ms until a silent service counts as down

/**
 * What went wrong on the way, and for how many seconds to wait where the service said so.
 * @typedef {{kind: 'offline'|'busy'|'down'|'refused', seconds: number}} Trouble
 */

/**
 * @param {string} server address without a slash at its end
 * @param {string} partner
 */
export function service(server, partner) {
  /**
   * `/api/ask` takes {message?, choice?, conversation?, partner?}; `/api/feedback` {conversation, topic, helpful,
   * comment?, message?}; `/api/enquiries` {name, contact, message, conversation, key, consent}.
   * @param {string} path
   * @param {object} body
   */
  async function post(path, body) {
    const response = await call(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  }

  /**
   * @param {string} path
   * @param {RequestInit} options
   * @throws {Trouble} for whatever is no good answer
   */
  async function call(path, options) {
    const response = await fetch(server + path, {
      credentials: 'omit',
      signal: AbortSignal.timeout(patience),
      ...options,
    });
    if (response.ok) return response;
    const seconds = Number(response.headers.get('Retry-After')) || 0;
    if (response.status === 429) throw { kind: 'busy', seconds: seconds || 5 };
    throw { kind: response.status < 500 ? 'refused' : 'down', seconds };
  }

  return {
    post,
    /**
     * @param {string} typed
     * @param {AbortSignal} signal
     * @returns {Promise<Link[]>}
     */
    async suggest(typed, signal) {
      const response = await call(`/api/suggest?${new URLSearchParams({ q: typed, partner })}`, { signal });
      return (await response.json()).suggestions ?? [];
    },
    /** @param {string} path */
    text: async (path) => (await call(path, {})).text(),
  };
}
