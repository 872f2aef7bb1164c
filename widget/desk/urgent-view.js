// Red flags in a text, with what to say.
import { linked } from '../linkify.js';
import { h } from './ui.js';
import * as say from './words.js';

/** @typedef {{topic: string, title: string, say: string}} Sign */

/** @param {Sign[]} signs */
export function urgentView(signs) {
  return h('section.urgent', {},
    h('h2', {}, say.urgent),
    ...signs.map((one) => h('div', {}, h('h3', {}, one.title), h('p.lines', {}, linked(one.say, true)))));
}
