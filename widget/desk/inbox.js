// The Inbox: the list of enquiries, kept up to date, beside the one that is open.
import { fill } from '../fill.js';
import { address, get } from './api.js';
import { enquiryView } from './enquiry.js';
import { alertsAreOn, onChange, switchAlerts } from './live.js';
import { button, complain, empty, field, h, later, namesText, refill, safely, select, time } from './ui.js';
import * as say from './words.js';

/** @typedef {{reference: string, received: string, name: string, contact: string, message: string, state: 'new'|'taken'|'answered'|'closed',
 *   taken_by: string|null, version: number, partner: string, looking: string[]}} Row */

const states = /** @type {const} */ (['new', 'taken', 'answered', 'closed', 'all']);
// The filters outlive a visit to another room.
const kept = { state: 'new', mine: false, partner: '', q: '' };

/**
 * @param {HTMLElement} place
 * @param {import('./desk.js').Me} me
 * @param {(path: string, replace?: boolean) => void} go
 */
export function inboxRoom(place, me, go) {
  const list = h('ul.rows', { 'aria-label': say.enquiries });
  const more = h('p.more', {});
  const detail = h('div.pane', {});
  const count = h('p.sr', { role: 'status' });
  /** @type {Map<string, Row>} */
  const rows = new Map();
  const partners = new Set((me.partners ?? []).map(({ id }) => id));
  /** @type {ReturnType<typeof enquiryView>|null} */
  let open = null;
  let next = '';
  let asked = new AbortController();

  const tabs = states.map((state) => button({ 'aria-pressed': String(kept.state === state), onclick: () => choose({ state }) }, say.states[state], h('span.count', {})));
  const search = h('input', { type: 'search', autocomplete: 'off', 'aria-keyshortcuts': '/' });
  search.value = kept.q;
  const mine = h('input', { type: 'checkbox', checked: kept.mine, onchange: () => choose({ mine: mine.checked }) });
  const partner = select([], '', { onchange: () => choose({ partner: partner.value }) });
  const alerts = h('input', { type: 'checkbox', role: 'switch', checked: alertsAreOn(), onchange: () => switchAlerts(alerts.checked) });
  const whose = field(say.partner, partner);
  place.append(
    h('header.head', {}, h('h1', {}, say.rooms.inbox), h('label.tick', {}, alerts, say.alerts)),
    h('div.split', {},
      h('section.master', { 'aria-label': say.enquiries },
        h('div.tabs', { role: 'group', 'aria-label': say.state }, ...tabs),
        h('div.filters', {}, field(say.search, search), whose, h('label.tick', {}, mine, say.onlyMine)),
        count, list, more),
      detail));

  /** @param {Partial<typeof kept>} change */
  function choose(change) {
    Object.assign(kept, change);
    states.forEach((state, at) => tabs[at].setAttribute('aria-pressed', String(kept.state === state)));
    void load().catch(complain);
  }
  const typed = later(() => choose({ q: search.value.trim() }), 250);
  search.addEventListener('input', typed);

  /** @param {string} [after] */
  async function load(after) {
    asked.abort();
    asked = new AbortController();
    const query = { state: kept.state, q: kept.q, partner: kept.partner, taken_by: kept.mine ? me.name : '', after };
    const page = await get(address('enquiries', query), { signal: asked.signal });
    if (!after) rows.clear();
    for (const row of page.enquiries) rows.set(row.reference, row);
    next = page.next ?? '';
    for (const row of rows.values()) if (row.partner) partners.add(row.partner);
    states.forEach((state, at) => (/** @type {Element} */ (tabs[at].lastChild).textContent = page.counts?.[state] === undefined ? '' : String(page.counts[state])));
    draw();
    if (!after) count.textContent = fill(say.shown, { n: rows.size });
  }

  function draw() {
    const focused = document.activeElement?.getAttribute('data-reference');
    list.replaceChildren(...[...rows.values()].map(rowView));
    if (focused) /** @type {HTMLElement|null} */ (list.querySelector(`[data-reference="${CSS.escape(focused)}"]`))?.focus();
    more.replaceChildren(...(next ? [button({ onclick: safely(() => load(next)) }, say.more)] : []));
    if (!rows.size) more.replaceChildren(kept.state === 'new' && !kept.q && !kept.mine && !kept.partner ? empty(say.inboxClear, say.inboxClearHint) : empty(say.noneFound, say.noneFoundHint));
    const names = new Map((me.partners ?? []).map(({ id, name }) => [id, name]));
    whose.hidden = partners.size === 0;
    if (partner.options.length !== partners.size + 1) {
      refill(partner, [['', say.all], ...[...partners].map((id) => /** @type {[string, string]} */ ([id, names.get(id) ?? id]))]);
      partner.value = kept.partner;
    }
  }

  /** @param {Row} row */
  function rowView(row) {
    const others = (row.looking ?? []).filter((name) => name !== me.name);
    // What the list is filtered by need not stand in each of its rows.
    const by = row.taken_by && row.state !== 'new' && fill(say.stateBy[row.state], { name: row.taken_by });
    const tells = by || (kept.state !== row.state && say.states[row.state]);
    return h('li', {},
      h('a.row-link', { href: `/desk/inbox#${row.reference}`, 'data-reference': row.reference, 'aria-current': open?.reference === row.reference && 'true' },
        h('span.line', {}, h('strong', {}, row.name || say.noName), time(row.received)),
        h('span.excerpt', {}, row.message),
        (tells || others.length > 0) && h('span.line', {}, tells && h(`span.chip.${row.state}`, {}, tells),
          others.length > 0 && h('span.looking', {}, fill(say.looking, { names: namesText(others) })))));
  }

  /** A row that has changed: in its place, or gone where the filter no longer lets it in. @param {Row} row */
  function changed(row) {
    if (rows.has(row.reference)) rows.set(row.reference, { ...rows.get(row.reference), ...row, message: rows.get(row.reference)?.message ?? row.message });
    void load().catch(complain);
  }

  /** @param {string} reference */
  function openOne(reference) {
    if (open?.reference === reference) return;
    open?.leave();
    open = null;
    place.classList.toggle('opened', Boolean(reference));
    detail.replaceChildren();
    if (reference) {
      open = enquiryView(detail, reference, me, { changed, back: () => go('/desk/inbox') });
    } else {
      detail.append(empty(say.chooseOne, say.chooseOneHint));
    }
    for (const link of list.querySelectorAll('a')) {
      if (reference && link.dataset.reference === reference) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }

  const stop = onChange(() => {
    // A list that was read on stays as it is below its first page; only that page is fetched anew.
    void load().catch(() => {});
    void open?.refresh();
  });
  void load().catch(complain);

  return {
    box: search,
    at: openOne,
    back() {
      const { reference = '' } = open ?? {};
      go('/desk/inbox');
      /** @type {HTMLElement|null} */ (list.querySelector(`[data-reference="${CSS.escape(reference)}"]`) ?? place.querySelector('h1'))?.focus();
    },
    step(by) {
      const links = [...list.querySelectorAll('a')];
      const at = links.findIndex((link) => link.dataset.reference === (open?.reference ?? ''));
      const link = links[Math.min(Math.max(at + by, 0), links.length - 1)];
      link?.focus();
      link?.click();
    },
    leave() {
      stop();
      asked.abort();
      open?.leave();
    },
  };
}

