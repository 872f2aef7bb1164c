import { css } from './launcher-style.js';
import { panelModule, built } from './panel-module.js';

/** Where this file came from: the service of elements that do not say. */
export const home = new URL('.', /** @type {HTMLScriptElement} */ (document.currentScript).src).href.slice(0, -1);

/**
 * `<faq-chat>`: a button that opens the clinic's chat. This file is all that a page loads at first;
 * the conversation follows when the visitor comes near (hover, focus, tap).
 *
 * A link inside the element is what visitors without JavaScript get; its text becomes the button's label.
 *
 *     <faq-chat partner="studio"><a href="https://clinic.example/ask">Ask the clinic</a></faq-chat>
 *
 * @attr partner   who embeds it: chooses greeting, theme and topics (knowledge/partners.yaml)
 * @attr server    address of the service, without a slash at its end; by default where widget.js came from
 * @attr label     the launcher's text
 * @attr position  `end` (default) or `start`: the corner, by the direction of writing
 * @attr inline    boolean: stands in the page's flow instead of floating
 * @attr theme     `light` or `dark`; by default as the visitor's device
 * @attr accent    a CSS colour for buttons and links; made readable where it is not
 * @attr greeting  the first message
 * @attr openings  opening questions, separated by `|`
 * @attr lang      language of the interface; by default the page's
 * @attr dir       `ltr` or `rtl`; by default the page's
 *
 * @method open    opens the panel
 * @method close   closes it
 * @method ask     opens it and asks a question
 *
 * @fires faq-open      before it opens; cancelable
 * @fires faq-opened
 * @fires faq-close     before it closes; cancelable
 * @fires faq-closed
 * @fires faq-send      before a question leaves the browser: detail {message?, choice?}; cancelable
 * @fires faq-reply     detail: the reply
 * @fires faq-error     detail {kind}: offline, busy, down or refused
 * @fires faq-feedback  before a vote leaves: detail {topic, helpful, comment?}; cancelable
 * @fires faq-enquiry   before a message for the front desk leaves; cancelable
 *
 * @csspart launcher panel log message input send close choice suggestion completion
 * @cssprop --faq-accent, --faq-surface, --faq-ink, --faq-font, --faq-radius, --faq-width, --faq-height, --faq-layer
 */
export class FaqChat extends HTMLElement {
  // A getter: esbuild would spell static fields out, and all private ones with them.
  static get observedAttributes() {
    return ['label', 'lang', 'accent'];
  }

  /** The address that this element's own script tag came from. */
  origin = '';

  #button = document.createElement('button');
  /** @type {Promise<import('./panel.js').Panel>|undefined} */
  #panel;

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(this.#button);
    const button = this.#button;
    button.part = 'launcher';
    button.type = 'button';
    button.ariaHasPopup = 'dialog';
    button.ariaExpanded = 'false';
    for (const near of ['pointerenter', 'pointerdown', 'focus']) {
      button.addEventListener(near, () => this.#load().catch(() => {}));
    }
    button.onclick = () => void this.open();
  }

  /** Address of the service. */
  get server() {
    return this.getAttribute('server') || this.origin || home;
  }

  /** Who embeds it, if anybody. */
  get partner() {
    return this.getAttribute('partner') ?? '';
  }

  /** Language of the interface. */
  get language() {
    return this.lang || document.documentElement.lang || navigator.language;
  }

  /** Where this conversation is kept for the next page of the same site. */
  get storeKey() {
    return `faq-chat ${this.server} ${this.partner}`;
  }

  connectedCallback() {
    this.attributeChangedCallback();
    setTimeout(() => this.resume());
  }

  disconnectedCallback() {
    void this.#panel?.then((panel) => {
      if (this.isConnected) return; // only moved
      panel.end();
      this.#panel = undefined;
    });
  }

  attributeChangedCallback() {
    this.#button.textContent =
      this.getAttribute('label') || this.textContent?.trim() || built(this.language)[2];
    const accent = this.getAttribute('accent');
    if (accent && CSS.supports('color', accent)) this.style.setProperty('--faq-accent', accent);
  }

  /** Opens again on the next page what was open on the last one. */
  resume() {
    try {
      if (sessionStorage.getItem(this.storeKey)?.includes('"open":true')) {
        void this.#load().then((panel) => panel.open(true));
      }
    } catch {
      // No storage in this frame: nothing to resume.
    }
  }

  /** @returns {Promise<import('./panel.js').Panel|undefined>} nothing where the page said no to `faq-open` */
  async open() {
    this.#button.ariaBusy = 'true';
    try {
      const panel = await this.#load();
      return panel.open() ? panel : undefined;
    } catch {
      // The plain page works where the second file cannot be had.
      location.href = this.querySelector('a')?.href || `${this.server}/ask`;
    } finally {
      this.#button.ariaBusy = null;
    }
  }

  async close() {
    (await this.#panel)?.close();
  }

  /** @param {string} question */
  async ask(question) {
    (await this.open())?.ask(question);
  }

  #load() {
    // What the clinic says of this partner comes along; the defaults stand where it says nothing.
    const settings = () =>
      fetch(`${this.server}/api/widget?partner=${encodeURIComponent(this.partner)}`, { credentials: 'omit' })
        .then((response) => response.json())
        .catch(() => ({}));
    return (this.#panel ??= Promise.all([panelModule(this.server, this.language), settings()]).then(
      ([module, given]) => module.mount(this, this.#button, given),
      (error) => {
        this.#panel = undefined;
        throw error;
      },
    ));
  }
}
