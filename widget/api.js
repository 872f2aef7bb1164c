// The service's addresses: ask, time out, say what went wrong in one of four words.

/** @typedef {{topic: string, label: string}} Link */
/** @typedef {{title: string, url: string}} Source */
/** @typedef {{topic: string, title: string, short: string, text: string, html: string, sources: Source[], reviewed: string}} Answer */
/** @typedef {{conversation?: string, kind?: 'answer'|'clarify'|'unknown'|'urgent', text: string, answers: Answer[],
 *   choices: Link[], suggestions: Link[], handoff?: boolean}} Reply */

const patience = 20000; // ms until a silent service counts as down

export class Trouble extends Error {
  /**
   * @param {'offline'|'busy'|'down'|'refused'} kind
   * @param {number} [seconds] to wait, where the service said so
   */
  constructor(kind, seconds = 0) {
    super(kind);
    this.kind = kind;
    this.seconds = seconds;
  }
}

/** @param {string} server address without a slash at its end */
export function service(server) {
  /**
   * @param {string} path
   * @param {object} body
   */
  async function post(path, body) {
    const response = await call(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json().catch(() => ({}));
  }

  /**
   * @param {string} path
   * @param {RequestInit} options
   */
  async function call(path, options) {
    let response;
    try {
      response = await fetch(server + path, {
        credentials: 'omit',
        signal: AbortSignal.timeout(patience),
        ...options,
      });
    } catch (error) {
      throw new Trouble(navigator.onLine === false ? 'offline' : 'down');
    }
    if (response.ok) return response;
    const seconds = Number(response.headers.get('Retry-After')) || 0;
    if (response.status === 429) throw new Trouble('busy', seconds || 5);
    throw new Trouble(response.status >= 500 ? 'down' : 'refused', seconds);
  }

  return {
    /** @param {{message?: string, choice?: string, conversation?: string, partner?: string}} question */
    ask: (question) => /** @type {Promise<Reply>} */ (post('/api/ask', question)),
    /** @param {{conversation: string, topic: string, helpful: boolean, comment?: string}} vote */
    vote: (vote) => post('/api/feedback', vote),
    /** @param {{name: string, contact: string, message: string, conversation?: string, consent: true}} enquiry */
    enquire: (enquiry) => post('/api/enquiries', enquiry),
    /**
     * @param {string} typed
     * @param {AbortSignal} signal
     * @returns {Promise<Link[]>}
     */
    async suggest(typed, signal) {
      const response = await call(`/api/suggest?q=${encodeURIComponent(typed)}`, { signal });
      return (await response.json()).suggestions ?? [];
    },
    /** @param {string} path */
    text: async (path) => (await call(path, {})).text(),
  };
}
