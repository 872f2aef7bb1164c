// The links to partners' own figures: who has one, making it, ending it.
import { fill } from '../fill.js';
import { get, post } from './api.js';
import { copyText } from './clipboard.js';
import { button, confirmed, dayText, dialog, field, focusOn, h, safely, tell } from './ui.js';
import * as say from './words.js';

/** @typedef {{id: string, name: string, link: {made: string, by: string}|null}} Partner */

/** For editors. Empty where the clinic has no partners. @returns {Promise<Node|string>} */
export async function partnerLinks() {
  const list = h('ul.partners', {});

  async function load() {
    /** @type {{partners: Partner[]}} */
    const { partners } = await get('partners');
    list.replaceChildren(...partners.map(row));
    return partners.length;
  }

  /** @param {Partner} partner */
  function row(partner) {
    const { name, link } = partner;
    const make = button({ onclick: safely(() => makeOne(partner)) }, link ? say.linkAgain : say.linkMake, h('span.sr', {}, `: ${name}`));
    const end = link && button({ onclick: safely(() => endOne(partner)) }, say.linkEnd, h('span.sr', {}, `: ${name}`));
    return h('li', { 'data-partner': partner.id },
      h('div', {}, h('strong', {}, name), h('p.fine', {}, link ? fill(say.linkMade, { name: link.by, date: dayText(link.made) }) : say.linkNone)),
      h('p.row', {}, make, end));
  }

  /** @param {Partner} partner */
  async function makeOne({ id, name, link }) {
    if (link && !(await confirmed(say.linkAgain, fill(say.linkAgainText, { name }), say.linkAgain))) return;
    const { path } = await post(`partners/${encodeURIComponent(id)}/link`);
    await load();
    const address = h('input', { type: 'text', readonly: true, onfocus: () => address.select() });
    address.value = location.origin + path;
    const copy = button({ onclick: safely(() => copyText(address.value)) }, say.copyLink);
    copy.className = 'main';
    const box = dialog(fill(say.linkFor, { name }), h('p', {}, say.linkOnce), field(say.linkAddress, address), h('p.row', {}, copy));
    box.addEventListener('close', () => back(id));
    copy.focus();
  }

  /** @param {Partner} partner */
  async function endOne({ id, name }) {
    if (!(await confirmed(say.linkEnd, fill(say.linkEndText, { name }), say.linkEnd))) return;
    await post(`partners/${encodeURIComponent(id)}/revoke`);
    await load();
    tell(say.linkEnded);
    back(id);
  }

  /** The row was made anew: the focus goes to the one in its place. @param {string} id */
  function back(id) {
    const place = /** @type {HTMLElement|null} */ (list.querySelector(`[data-partner="${CSS.escape(id)}"]`));
    if (place) focusOn(place);
  }

  return (await load()) ? h('section.card', {}, h('h2', {}, say.partnerPages), h('p', {}, say.partnerPagesText), list) : '';
}
