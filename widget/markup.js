// HTML and SVG text to nodes, through a list of what may be there.
//
// No browser parser sees the text: under Trusted Types none may, and what is not on the list cannot come
// to be. Unknown elements lose their tags and keep their text, scripts and styles lose both; every
// attribute but the listed ones is dropped.

const html = new Set('p ul ol li strong em a br hr blockquote div code pre h1 h2 h3 h4 h5 h6'.split(' '));
const svg = new Set('svg g path circle ellipse rect text'.split(' '));
const svgAttributes = 'viewBox d cx cy r rx ry x y fill stroke stroke-width stroke-linecap opacity'.split(' ');
const dropped = /^(script|style|title|desc)$/;
const empty = /^(br|hr)$/;
const longest = 100000;

/**
 * @param {string} text an answer's HTML
 * @param {string} base address that relative links are relative to
 */
export function fromHtml(text, base) {
  return build(text, (name, attributes) => {
    if (!html.has(name)) return null;
    // A heading inside an answer ranks under the panel's own.
    const element = document.createElement(/^h\d/.test(name) ? 'h4' : name);
    if (name === 'a') {
      const address = safeAddress(attributes('href'), base);
      if (address) linkTo(/** @type {HTMLAnchorElement} */ (element), address);
    }
    return element;
  });
}

/** @param {string} text an SVG file's text */
export function fromSvg(text) {
  return build(text, (name, attributes) => {
    if (!svg.has(name)) return null;
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const key of svgAttributes) {
      const value = attributes(key);
      if (value) element.setAttribute(key, value);
    }
    return element;
  });
}

/**
 * The address where it is one to follow, else nothing: no javascript:, data: or blob:.
 * @param {unknown} address
 * @param {string} base
 */
export function safeAddress(address, base) {
  if (typeof address !== 'string' || !address) return '';
  try {
    const url = new URL(address, base);
    return /^(https?|mailto|tel):$/.test(url.protocol) ? url.href : '';
  } catch {
    return '';
  }
}

/**
 * @param {HTMLAnchorElement} element
 * @param {string} address one that `safeAddress` let pass
 */
export function linkTo(element, address) {
  element.href = address;
  if (!address.startsWith('http')) return element;
  element.target = '_blank';
  element.rel = 'noopener noreferrer';
  return element;
}

/**
 * @param {string} text
 * @param {(name: string, attributes: (key: string) => string) => Element|null} make
 */
function build(text, make) {
  const whole = document.createDocumentFragment();
  /** @type {{name: string, node: Node}[]} */
  const open = [{ name: '', node: whole }];
  let hidden = '';
  const token = /<!--[^]*?-->|<[!?][^>]*>|<(\/?)([a-z][a-z\d]*)((?:"[^"]*"|'[^']*'|[^>"']){0,999})>|[^<]+|</gi;
  for (const [piece, slash, tag, rest] of text.slice(0, longest).matchAll(token)) {
    const name = tag?.toLowerCase();
    if (hidden) {
      if (slash && name === hidden) hidden = '';
    } else if (!name) {
      if (!/^<[!?]/.test(piece)) open[0].node.appendChild(document.createTextNode(decoded(piece)));
    } else if (slash) {
      const at = open.findIndex((one) => one.name === name);
      if (at >= 0) open.splice(0, at + 1);
    } else if (dropped.test(name)) {
      if (!rest.endsWith('/')) hidden = name;
    } else {
      const element = make(name, (key) => attribute(rest, key));
      if (!element) continue;
      open[0].node.appendChild(element);
      if (!empty.test(name) && !rest.endsWith('/')) open.unshift({ name, node: element });
    }
  }
  return whole;
}

/**
 * @param {string} attributes
 * @param {string} key
 */
function attribute(attributes, key) {
  const found = attributes.match(new RegExp(`(?:^|\\s)${key}\\s*=\\s*("[^"]*"|'[^']*')`, 'i'));
  return found ? decoded(found[1].slice(1, -1)) : '';
}

/** @type {Record<string, string>} */
const named = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** @param {string} text */
function decoded(text) {
  return text.replace(/&(?:#(x?)([\da-f]{1,6})|(amp|lt|gt|quot));/gi, (_, hex, digits, name) =>
    name ? named[name.toLowerCase()] : String.fromCodePoint(Math.min(parseInt(digits, hex ? 16 : 10) || 0, 0x10ffff)),
  );
}
