// The conversation for as long as the tab lives: nothing is written before the visitor's first question.
//
// What comes back from the store is as strange as anything from outside; panel.js shows what has the shape
// of a turn and forgets the rest.

/** @typedef {import('./api.js').Reply} Reply */
/**
 * What the visitor asked, as text or by the button of a topic, or the clinic's reply.
 * @typedef {{at: number, text: string, choice?: string, reply?: Reply}} Turn `text` is empty where there is a reply
 */

const most = 60; // turns kept; older ones only make the store heavy

export class Memory {
  #key;
  /** @type {Turn[]} */
  turns = [];
  token = '';
  open = false;

  /** @param {string} key */
  constructor(key) {
    this.#key = key;
    try {
      const { turns, token, open } = JSON.parse(sessionStorage.getItem(key) ?? '');
      Object.assign(this, { turns: [...turns], token: String(token), open: open === true });
    } catch {
      // No storage in this frame, nothing kept, or not what was written there: begin afresh.
    }
  }

  /** @param {{text?: string, choice?: string, reply?: Reply}} said */
  add(said) {
    const turn = { at: Date.now(), text: '', ...said };
    this.turns = [...this.turns, turn].slice(-most);
    this.save();
    return turn;
  }

  save() {
    const { turns, token, open } = this;
    try {
      if (turns.length) sessionStorage.setItem(this.#key, JSON.stringify({ turns, token, open }));
      else sessionStorage.removeItem(this.#key);
    } catch {
      // Full or forbidden: the conversation lives on in this page alone.
    }
  }

  forget() {
    this.turns = [];
    this.token = '';
    this.save();
  }
}
