// What was published when and by whom, how to take it back, and what an older version would have answered.
import { fill } from '../fill.js';
import { address, get, post, Trouble } from './api.js';
import { changes } from './compare.js';
import { reviewView } from './review-view.js';
import { button, complain, confirmed, dialog, empty, field, h, paged, safe, safely, select, tell, time, timeText } from './ui.js';
import * as say from './words.js';

/** @typedef {{number: number, at: string, by: string, note: string, version: string, files: string[]}} Publication */

/**
 * @param {HTMLElement} place
 * @param {import('./desk.js').Me} me
 * @param {string} number of the one to open, or nothing
 */
export function historyView(place, me, number) {
  const list = h('ol.history', {});
  place.append(list);
  const load = async () => {
    list.replaceChildren();
    const more = await paged(list, async (after) => {
      const { publications, next } = await get(address('knowledge/history', { after }));
      return { nodes: publications.map(line), next };
    });
    place.replaceChildren(list, more);
    if (!list.children.length) place.append(empty(say.noHistory, say.noHistoryHint));
  };

  /** @param {Publication} one */
  function line(one) {
    const inside = h('div', {});
    const details = h('details', { open: String(one.number) === number }, h('summary', {},
      h('strong', {}, one.note || one.files.join(', ')), h('span.fine', {}, fill(say.publicationBy, { n: one.number, name: one.by }), ' · ', time(one.at), ' · ', fill(say.fileCount, { n: one.files.length }))), inside);
    const fetchOnce = async () => {
      if (!details.open || inside.firstChild) return;
      const { changes: all } = await get(`knowledge/history/${one.number}`);
      const undo = button({ onclick: safely(() => takeBack(one)) }, say.undo);
      inside.replaceChildren(h('div', {}, h('p.fine', {}, fill(say.versionIs, { version: one.version })),
        ...all.map((/** @type {{file: string, before: string|null, after: string|null}} */ { file, before, after }) =>
          h('section', {}, h('h3', {}, h('a', { href: `/desk/knowledge#${file}` }, file)), changes(before ?? '', after ?? ''))),
        me.role === 'editor' && h('p.row', {}, undo)));
    };
    details.addEventListener('toggle', () => void fetchOnce().catch(complain));
    if (details.open) void fetchOnce().catch(complain);
    return h('li', {}, details);
  }

  /** @param {Publication} one */
  async function takeBack(one) {
    if (!(await confirmed(say.undo, fill(say.undoText, { note: one.note || one.files.join(', ') }), say.undo))) return;
    try {
      await post('knowledge/undo', { number: one.number });
    } catch (error) {
      const { status, body, message } = /** @type {Trouble} */ (error);
      if (status !== 409 || !('may_be_published' in body)) throw error;
      return void dialog(say.undoStopped, h('p', {}, body.stale?.length ? say.undoStale : message), reviewView(body));
    }
    tell(say.undone);
    await load();
  }

  void load().catch(complain);
}

/** @param {HTMLElement} place */
export function olderView(place) {
  const result = h('div', { role: 'status' });
  const message = h('input', { type: 'text', autocomplete: 'off', required: true });
  void (async () => {
    const { version } = await get('knowledge');
    /** @type {{publications: Publication[]}} */
    const { publications } = await get('knowledge/history');
    const versions = [...new Map(publications.map((one) => [one.version, `${timeText(one.at)}: ${one.note || one.files.join(', ')}`]))];
    if (!versions.some(([one]) => one === version)) versions.unshift([version, say.currentVersion]);
    const which = select(versions, versions[0][0]);
    const exact = h('input', { type: 'text', autocomplete: 'off', spellcheck: 'false' });
    const day = h('input', { type: 'date' });
    const form = h('form.older', {}, h('p.lead', {}, say.olderLead),
      field(say.whichVersion, which), h('div.pair-fields', {}, field(say.onDay, day, say.onDayHint), field(say.exactVersion, exact, say.exactVersionHint)),
      field(say.question, message), h('p.row', {}, h('button.main', { type: 'submit' }, say.askOlder)), result);
    form.addEventListener('submit', (/** @type {Event} */ event) => event.preventDefault());
    form.addEventListener('submit', safely(async () => {
      if (!message.value.trim()) return message.focus();
      const version = exact.value.trim() || (day.value ? '' : which.value);
      const reply = await post('knowledge/ask', { ...(version ? { version } : { day: day.value }), message: message.value.trim() });
      const kind = say.kinds[/** @type {'answer'} */ (reply.kind)] ?? reply.kind;
      result.replaceChildren(h('section.match', {}, h('h2', {}, fill(say.answeredThen, { version: reply.knowledge ?? version })),
        h('p.fine', {}, [kind, ...(reply.titles ?? reply.topics ?? [])].join(' · ')), h('div.prose', {}, reply.html ? safe(reply.html) : h('p.lines', {}, reply.text))));
    }));
    place.append(form);
  })().catch(complain);
}
