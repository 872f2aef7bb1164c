// Figures: how much was asked, how much was answered, about what and when.
import { fill } from '../fill.js';
import { address, get } from './api.js';
import { barChart, rankChart } from './chart.js';
import { partnerLinks } from './partner-links.js';
import { complain, empty, field, h, later, refill, select } from './ui.js';
import * as say from './words.js';

const dayLength = 864e5; // ms
const iso = (/** @type {number} */ time) => new Date(time).toISOString().slice(0, 10);
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const kinds = /** @type {const} */ (['answer', 'clarify', 'unknown', 'urgent']);

/**
 * @param {HTMLElement} place
 * @param {import('./desk.js').Me} me
 */
export function figuresRoom(place, me) {
  const from = h('input', { type: 'date' });
  const to = h('input', { type: 'date' });
  from.value = iso(Date.now() - 29 * dayLength);
  to.value = iso(Date.now());
  const known = new Map((me.partners ?? []).map(({ id, name }) => [id, name]));
  const partner = select([['', say.all], ...known], '');
  const whose = field(say.partner, partner);
  const csv = h('a.button', { download: 'faqbot-figures.csv' }, say.csv);
  const ranges = h('div.tabs', { role: 'group', 'aria-label': say.range }, ...say.ranges.map(([days, label]) => h('button', { type: 'button', 'aria-pressed': String(days === 30), onclick: () => choose(days) }, label)));
  const fault = h('p.fault', { role: 'alert' });
  const content = h('div.figures-content', {});
  let asked = new AbortController();
  place.append(h('header.head', {}, h('h1', {}, say.rooms.figures), csv),
    h('div.filters', {}, ranges, field(say.fromDay, from), field(say.toDay, to), whose), fault, h('p.fine', {}, say.nobodyNamed), content);
  if (me.role === 'editor') void partnerLinks().then((links) => place.append(links)).catch(complain);

  /** @param {number} days */
  function choose(days) {
    to.value = iso(Date.now());
    from.value = iso(Date.now() - (days - 1) * dayLength);
    void load().catch(complain);
  }

  async function load() {
    const query = { from: from.value, to: to.value, partner: partner.value };
    fault.textContent = from.value && to.value && from.value > to.value ? say.rangeTurned : '';
    if (fault.textContent) return;
    const length = Math.round((Date.parse(to.value) - Date.parse(from.value)) / dayLength) + 1;
    [...ranges.children].forEach((press, at) => press.setAttribute('aria-pressed', String(say.ranges[at][0] === length && to.value === iso(Date.now()))));
    csv.href = `/api/desk/${address('figures.csv', query)}`;
    asked.abort();
    asked = new AbortController();
    draw(await get(address('figures', query), { signal: asked.signal }));
  }

  /** @param {any} data as desk-api says */
  function draw({ days, topics, hours, weekdays, partners, total = {} }) {
    for (const one of partners ?? []) if (one.partner && !known.has(one.partner)) known.set(one.partner, one.partner);
    if (partner.options.length !== known.size + 1) refill(partner, [['', say.all], ...known]);
    whose.hidden = !known.size;
    const sums = kinds.map((kind) => total[kind] ?? days.reduce((/** @type {number} */ sum, /** @type {Record<string, number>} */ day) => sum + (day[kind] ?? 0), 0));
    const all = sums.reduce((sum, one) => sum + one, 0);
    if (!all) return content.replaceChildren(empty(say.noFigures, say.noFiguresHint));
    const share = (/** @type {number} */ value) => `${Math.round((value / all) * 100)} %`;
    const names = kinds.map((kind) => say.kinds[kind]);
    // As wide as it is shown, so that its letters keep their size.
    const wide = Math.max(content.clientWidth - 56, 240);
    const half = content.clientWidth > 800 ? wide / 2 - 36 : wide;
    content.replaceChildren(
      h('dl.tiles', {}, tile(say.asked, String(all)), ...kinds.map((kind, at) => tile(say.kinds[kind], share(sums[at]), fill(say.ofAll, { n: sums[at] }))), votes(topics)),
      barChart(say.perDay, fill(say.perDaySummary, { n: all, days: days.length }),
        everyDay(days).map((day) => ({ label: shortDay.format(new Date(day.day)), values: kinds.map((kind) => day[kind] ?? 0) })), names, say.day, wide),
      h('div.pair', {},
        rankChart(say.topTopics, [say.topic, say.times, say.helpful, say.unhelpful], topics.slice(0, 10).map((/** @type {any} */ one) => [one.title, one.times, one.helpful ?? 0, one.unhelpful ?? 0])),
        h('div', {},
          barChart(say.busyHours, say.busyHoursSummary, hours.map((/** @type {number} */ value, /** @type {number} */ at) => ({ label: String(at), values: [value] })), [say.questions], say.hour, half),
          barChart(say.busyDays, say.busyDaysSummary, weekdays.map((/** @type {number} */ value, /** @type {number} */ at) => ({ label: say.weekdays[at], values: [value] })), [say.questions], say.weekday, half))),
      ...(partners?.length ? [rankChart(say.byPartner, [say.partner, say.times], partners.map((/** @type {any} */ one) => [known.get(one.partner) ?? (one.partner || say.ownPage), one.times]))] : []));
  }

  /** The service names no day on which nothing was asked. @param {Record<string, any>[]} days */
  function everyDay(days) {
    const known = new Map(days.map((one) => [one.day, one]));
    const all = [];
    for (let at = Date.parse(from.value); at <= Date.parse(to.value); at += dayLength) all.push(known.get(iso(at)) ?? { day: iso(at) });
    return all;
  }

  const change = later(() => load().catch(complain), 250);
  for (const input of [from, to, partner]) input.addEventListener('input', change);
  void load().catch(complain);
  return { leave: () => asked.abort() };
}

/** @param {string} name @param {string} value @param {string} [more] */
const tile = (name, value, more = '') => h('div', {}, h('dt', {}, name), h('dd', {}, value), more && h('dd.fine', {}, more));

/** @param {{helpful?: number, unhelpful?: number}[]} topics */
function votes(topics) {
  const yes = topics.reduce((sum, one) => sum + (one.helpful ?? 0), 0);
  const no = topics.reduce((sum, one) => sum + (one.unhelpful ?? 0), 0);
  return yes + no ? tile(say.foundHelpful, `${Math.round((yes / (yes + no)) * 100)} %`, fill(say.ofVotes, { n: yes + no })) : '';
}
