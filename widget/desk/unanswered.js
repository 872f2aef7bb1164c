// Unanswered: what visitors asked in vain, and what an editor makes of it.
import { fill } from '../fill.js';
import { address, get, post } from './api.js';
import { handOver } from './knowledge.js';
import { teachDialog } from './teach.js';
import { button, complain, confirmed, dialog, empty, field, focusOn, h, namesText, paged, safely, select, tell, time } from './ui.js';
import * as say from './words.js';

/** @typedef {{wording: string, times: number, first: string, last: string, wordings: {wording: string, times: number}[],
 *   shown: {topic: string, title: string, times: number}[], partners: string[], why: string[]}} Group */

/**
 * @param {HTMLElement} place
 * @param {import('./desk.js').Me} me
 * @param {(path: string) => void} go
 */
export function unansweredRoom(place, me, go) {
  const list = h('ol.groups', {});
  const editor = me.role === 'editor';
  place.append(h('header.head', {}, h('h1', {}, say.rooms.unanswered)), h('p.lead', {}, editor ? say.unansweredLead : say.unansweredLeadStaff), list);

  void (async () => {
    const more = await paged(list, async (after) => {
      const { groups, next } = await get(address('unanswered', { after }));
      return { nodes: groups.map(groupView), next };
    });
    place.append(more, await handledView());
    check();
  })().catch(complain);

  /** What was done lately, so that a wrong press is put right. */
  async function handledView() {
    /** @type {{handled: {wording: string, how: string, topic: {topic: string, title: string}|null, by: string, at: string}[]}} */
    const { handled } = await get('unanswered/handled');
    const rows = h('ul.plain', {}, ...handled.map(({ wording, how, topic, by, at }) => h('li', {},
      h('div', {}, h('q', {}, wording), h('p.fine', {}, topic ? fill(say.handledFor, { how: say.handled[how] ?? how, title: topic.title }) : say.handled[how] ?? how, ' · ', by, ' · ', time(at))),
      button({ onclick: safely(() => putBack(wording)) }, say.putBack, h('span.sr', {}, `: ${wording}`)))));
    return handled.length ? h('details.handled', {}, h('summary', {}, fill(say.handledLately, { n: handled.length })), rows) : '';
  }

  /** @param {string} wording */
  async function putBack(wording) {
    await post('unanswered/reopen', { wordings: [wording] });
    tell(say.isBack);
    place.replaceChildren();
    unansweredRoom(place, me, go);
    /** @type {HTMLElement|null} */ (place.querySelector('h1'))?.setAttribute('tabindex', '-1');
    /** @type {HTMLElement|null} */ (place.querySelector('h1'))?.focus();
  }

  function check() {
    if (!list.children.length && !place.querySelector('.empty')) list.after(empty(say.allAnswered, say.allAnsweredHint));
  }

  /** @param {HTMLElement} card */
  function gone(card) {
    const next = card.nextElementSibling ?? card.previousElementSibling;
    card.remove();
    check();
    focusOn(/** @type {HTMLElement} */ (next ?? place.querySelector('h1')));
  }

  /** @param {Group} group */
  function groupView(group) {
    const wordings = group.wordings.map(({ wording }) => wording);
    const teach = button({ onclick: () => teachDialog(group, () => gone(card)) }, say.teach);
    teach.className = 'main';
    const acts = [
      editor && teach,
      editor && button({ onclick: () => newTopic(group) }, say.newTopic),
      button({ onclick: safely(() => dismiss()) }, say.dismiss),
    ];
    const others = group.wordings.filter(({ wording }) => wording !== group.wording);
    const card = h('li.group', {},
      h('div.times', {}, h('strong', {}, String(group.times)), h('span', {}, group.times === 1 ? say.once : say.times)),
      h('div.what', {},
        h('h2', {}, h('q', {}, group.wording)),
        h('p.fine', {}, ...group.why.map((why) => h(`span.chip.${why}`, {}, say.why[/** @type {'unknown'} */ (why)] ?? why)),
          ' ', group.first !== group.last && time(group.first), group.first !== group.last && ' – ', time(group.last),
          group.partners.length > 0 && ` · ${namesText(group.partners)}`),
        group.shown.length > 0 && h('p.fine', {}, fill(say.wasShown, { titles: namesText(group.shown.map(({ title, times }) => `${title} (${times})`)) })),
        others.length > 0 && h('details', {}, h('summary', {}, fill(say.alike, { n: others.length })), h('ul', {}, ...others.map(({ wording, times }) => h('li', {}, h('q', {}, wording), times > 1 && ` × ${times}`)))),
        h('p.row', {}, ...acts)));

    async function dismiss() {
      if (!(await confirmed(say.dismiss, fill(say.dismissText, { wording: group.wording }), say.dismiss))) return;
      await post('unanswered/dismiss', { wordings });
      tell(say.dismissed);
      gone(card);
    }
    return card;
  }

  /** @param {Group} group */
  async function newTopic(group) {
    const { topics } = await get('knowledge').catch(() => ({ topics: [] }));
    const groups = [...new Set(topics.map((/** @type {{group: string}} */ topic) => topic.group))].map((name) => /** @type {[string, string]} */ ([String(name), String(name)]));
    const room = select(groups, groups[0]?.[0] ?? '');
    const title = h('input', { type: 'text', required: true });
    title.value = group.wording.charAt(0).toUpperCase() + group.wording.slice(1);
    const name = h('input', { type: 'text', required: true, pattern: '[a-z0-9-]+', spellcheck: 'false' });
    name.value = slug(title.value);
    title.addEventListener('input', () => (name.value = slug(title.value)));
    const form = h('form', {}, field(say.topicTitle, title), field(say.topicGroup, room), field(say.topicName, name, say.topicNameHint),
      h('p.row', {}, h('button.main', { type: 'submit' }, say.startDraft)));
    form.addEventListener('submit', (/** @type {Event} */ event) => event.preventDefault());
    form.addEventListener('submit', safely(async () => {
      const wordings = group.wordings.map(({ wording }) => wording);
      const { file, bytes } = await post('unanswered/new-topic', { wordings, id: `${room.value}/${name.value}`, title: title.value });
      handOver(file, bytes);
      box.close();
      go(`/desk/knowledge#${file}`);
    }));
    const box = dialog(say.newTopic, form);
    title.focus();
  }

  return {};
}

/** @param {string} title */
export const slug = (title) => title.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-').split('-').filter(Boolean).slice(0, 6).join('-');
