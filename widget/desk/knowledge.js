// The Knowledge room: the topics, overdue first; one of them open to be changed; the history; older versions.
import { fill } from '../fill.js';
import { get } from './api.js';
import { editorView } from './editor.js';
import { historyView, olderView } from './history.js';
import { complain, dayText, empty, field, h, later } from './ui.js';
import * as say from './words.js';

/** @typedef {{id: string, title: string, group: string, reviewed: string, review_by?: string, overdue: boolean, questions: number}} Topic */

/** Files that were changed here and are not published: they outlive a visit to another room. @type {import('./editor.js').Edits} */
const edits = new Map();

export const unsaved = () => [...edits.values()].some(({ bytes, seen }) => bytes !== seen);

/**
 * A draft made elsewhere, to be opened in the editor.
 * @param {string} name
 * @param {string} bytes
 */
export const handOver = (name, bytes) => void edits.set(name, { bytes, seen: '', seal: null });

/**
 * @param {HTMLElement} place
 * @param {import('./desk.js').Me} me
 * @param {(path: string) => void} go
 */
export function knowledgeRoom(place, me, go) {
  const views = [['', say.topics], ['history', say.history], ['older', say.older]];
  const links = views.map(([at, label]) => h('a', { href: `/desk/knowledge${at && `#${at}`}` }, label));
  const box = h('input', { type: 'search', autocomplete: 'off', 'aria-keyshortcuts': '/' });
  const content = h('div', {});
  let leave = () => {};
  place.append(h('header.head', {}, h('h1', {}, say.rooms.knowledge), h('nav.tabs', { 'aria-label': say.rooms.knowledge }, ...links)), content);

  /** @param {string} hash */
  function at(hash) {
    leave();
    leave = () => {};
    links.forEach((link, index) => (views[index][0] === hash ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current')));
    content.replaceChildren();
    place.classList.toggle('opened', hash.includes('.'));
    if (hash === 'older') return olderView(content);
    if (hash.startsWith('history')) return historyView(content, me, hash.split('/')[1] ?? '');
    if (hash.includes('.')) {
      leave = editorView(content, hash, me, edits, go);
      return scrollTo(0, 0);
    }
    void topics().catch(complain);
  }

  async function topics() {
    const { version, topics: all, files = [] } = await get('knowledge');
    const list = h('div.topics', {});
    const count = h('p.fine', { role: 'status' });
    const draw = () => {
      const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
      const fit = all.filter((/** @type {Topic} */ { id, title }) => words.every((word) => `${id} ${title}`.toLowerCase().includes(word)));
      count.textContent = fill(say.topicCount, { n: fit.length, version });
      const overdue = fit.filter((/** @type {Topic} */ topic) => topic.overdue);
      const drafts = [...edits].filter(([, edit]) => edit.bytes !== edit.seen).map(([name]) => name);
      const groups = grouped(fit.filter((/** @type {Topic} */ topic) => !topic.overdue));
      list.replaceChildren(
        ...(drafts.length ? [section(say.unpublished, drafts.map((name) => fileLine(name)), 'mild')] : []),
        ...(overdue.length ? [section(say.overdue, overdue.map(topicLine), 'overdue')] : []),
        ...[...groups].map(([name, own]) => section(groupName(name), own.map(topicLine))),
        ...(files.length && !words.length ? [section(say.otherFiles, files.map(fileLine))] : []));
      if (!fit.length) list.append(empty(say.noneFound, say.noneFoundHint));
    };
    const typed = later(draw, 100);
    box.addEventListener('input', typed);
    content.replaceChildren(field(say.searchTopics, box), count, list);
    draw();
  }

  return {
    box,
    at,
    back: () => go('/desk/knowledge'),
    leave: () => leave(),
  };
}

/** A folder's name as a heading. @param {string} name */
const groupName = (name) => (/^[a-z]{2,3}$/.test(name) ? name.toUpperCase() : (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('-', ' '));

/** @param {Topic[]} topics */
function grouped(topics) {
  /** @type {Map<string, Topic[]>} */
  const groups = new Map();
  for (const topic of topics) groups.set(topic.group, [...(groups.get(topic.group) ?? []), topic]);
  return groups;
}

/** @param {string} title @param {Node[]} lines @param {string} [kind] */
function section(title, lines, kind = '') {
  return h(kind ? `section.${kind}` : 'section', {}, h('h2', {}, title), h('ul.plain', {}, ...lines));
}

/** @param {Topic} topic */
function topicLine(topic) {
  return h('li', {}, h('a', { href: `/desk/knowledge#${topic.id}.md` }, topic.title),
    h('span.fine', {}, fill(topic.questions === 1 ? say.oneWording : say.wordings, { n: topic.questions }),
      topic.overdue && topic.review_by ? h('strong.due', {}, ' · ', fill(say.wasDue, { date: dayText(topic.review_by) })) : ''));
}

/** @param {string} name */
const fileLine = (name) => h('li', {}, h('a', { href: `/desk/knowledge#${name}` }, name));
