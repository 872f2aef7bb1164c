// Plain text to nodes: paragraphs, lists, and links for what one can call, write to or open.
import { h } from './dom.js';
import { linkTo, safeAddress } from './markup.js';

const link = /https?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.,/-])(?:\+|\(?\d)[\d ()/-]*\d(?![\w/]|[.,]\d|-\d)/g;

/**
 * True for what stands for a telephone number: in an urgent reply the short ones too.
 * @param {string} text
 * @param {boolean} urgent
 */
function isPhone(text, urgent) {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const digits = text.replace(/\D/g, '').length;
  return urgent ? digits >= 3 && digits <= 15 : digits >= 7 && digits <= 15 && /^[+(0]|[ -]/.test(text);
}

/**
 * The text with links in it.
 * @param {string} text
 * @param {boolean} urgent
 */
export function linked(text, urgent) {
  const nodes = document.createDocumentFragment();
  let done = 0;
  for (const found of text.matchAll(link)) {
    const [piece] = found;
    let address = '';
    if (/^http/.test(piece)) address = safeAddress(piece, piece);
    else if (piece.includes('@')) address = `mailto:${piece}`;
    else if (isPhone(piece, urgent)) address = `tel:${piece.replace(/[^\d+]/g, '')}`;
    if (!address) continue;
    nodes.append(text.slice(done, found.index), linkTo(h('a', {}, piece), address));
    done = found.index + piece.length;
  }
  nodes.append(text.slice(done));
  return nodes;
}

/**
 * Replaces the text of a tree by the same with links, except inside links.
 * @param {Node} tree
 * @param {boolean} urgent
 */
export function linkAll(tree, urgent) {
  const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) {
    if (!text.parentElement?.closest('a')) text.replaceWith(linked(text.data, urgent));
  }
  return tree;
}

/**
 * Paragraphs by empty lines, lists by "- ".
 * @param {string} text
 * @param {boolean} [urgent]
 */
export function paragraphs(text, urgent = false) {
  const nodes = document.createDocumentFragment();
  for (const block of text.split(/\n\s*\n/)) {
    const lines = block.split('\n').filter((line) => line.trim());
    if (!lines.length) continue;
    const items = lines.filter((line) => line.startsWith('- '));
    const rest = lines.filter((line) => !line.startsWith('- ')).join(' ');
    if (rest) nodes.append(h('p', {}, linked(rest, urgent)));
    if (items.length) nodes.append(h('ul', {}, ...items.map((item) => h('li', {}, linked(item.slice(2), urgent)))));
  }
  return nodes;
}
