// Bars as inline SVG, each drawing with its numbers as a table below it.
import { h, newId } from './ui.js';
import * as say from './words.js';

const space = 'http://www.w3.org/2000/svg';
const height = 160;

/**
 * @param {string} name
 * @param {Record<string, string|number>} attributes
 * @param {...(Node|string)} children
 */
function svg(name, attributes, ...children) {
  const element = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/**
 * @typedef {{label: string, values: number[]}} Bar values from the bottom up
 * @param {string} title
 * @param {string} summary the drawing in a sentence
 * @param {Bar[]} bars
 * @param {string[]} parts what the values are, in their order
 * @param {string} column what the labels are
 * @param {number} width in pixels, about as it will be shown
 */
export function barChart(title, summary, bars, parts, column, width) {
  const most = Math.max(1, ...bars.map(({ values }) => values.reduce((sum, one) => sum + one, 0)));
  const top = niceAbove(most);
  const left = 36;
  const step = (width - left) / Math.max(bars.length, 1);
  const scale = (/** @type {number} */ value) => (value / top) * height;
  const nodes = [0, 0.5, 1].flatMap((share) => {
    const y = height + 10 - share * height;
    return [svg('path', { d: `M${left} ${y}H${width}`, class: 'grid' }), svg('text', { x: left - 6, y: y + 4, class: 'scale' }, String(Math.round(top * share)))];
  });
  const room = 7 * Math.max(...bars.map(({ label }) => label.length), 1) + 10; // of a label
  const every = Math.ceil(bars.length / Math.max(Math.floor((width - left) / room), 1));
  bars.forEach(({ label, values }, at) => {
    let y = height + 10;
    const x = left + at * step + step * 0.14;
    const group = svg('g', {}, svg('title', {}, `${label}: ${values.map((value, part) => `${parts[part]} ${value}`).join(', ')}`));
    values.forEach((value, part) => {
      y -= scale(value);
      if (value) group.append(svg('rect', { x, y, width: step * 0.72, height: scale(value), class: `part part-${part}` }));
    });
    nodes.push(group);
    if (at % every === 0) nodes.push(svg('text', { x: x + step * 0.36, y: height + 28, class: 'tick-label' }, label));
  });
  const id = newId();
  const drawing = svg('svg', { viewBox: `0 0 ${width} ${height + 36}`, role: 'img', 'aria-labelledby': id, class: 'chart' }, svg('title', { id }, summary), ...nodes);
  return figure(title, h('div', {}, legend(parts), drawing), [column, ...parts], bars.map(({ label, values }) => [label, ...values]));
}

/**
 * Names with bars beside them.
 * @param {string} title
 * @param {string[]} columns
 * @param {(string|number)[][]} rows the name, its number, and what else the table holds
 */
export function rankChart(title, columns, rows) {
  const most = Math.max(1, ...rows.map(([, value]) => Number(value)));
  const list = h('ul.rank', { 'aria-hidden': 'true' }, ...rows.map(([name, value]) => {
    const bar = svg('svg', { viewBox: '0 0 100 6', preserveAspectRatio: 'none', class: 'rank-bar' }, svg('rect', { x: 0, y: 0, width: (Number(value) / most) * 100, height: 6, class: 'part part-0' }));
    return h('li', {}, h('span', {}, String(name)), h('b', {}, String(value)), bar);
  }));
  return figure(title, list, columns, rows);
}

/** @param {string} title @param {Node} drawing @param {string[]} columns @param {(string|number)[][]} rows */
function figure(title, drawing, columns, rows) {
  return h('section.card.chart-card', {}, h('h2', {}, title), drawing,
    h('details', {}, h('summary', {}, say.asTable, h('span.sr', {}, `: ${title}`)), h('div.scroll', { tabindex: 0, role: 'region', 'aria-label': title },
      h('table', {}, h('thead', {}, h('tr', {}, ...columns.map((one) => h('th', { scope: 'col' }, one)))),
        h('tbody', {}, ...rows.map(([name, ...rest]) => h('tr', {}, h('th', { scope: 'row' }, String(name)), ...rest.map((one) => h('td', {}, String(one))))))))));
}

/** @param {string[]} parts */
function legend(parts) {
  if (parts.length < 2) return '';
  return h('ul.legend', { 'aria-hidden': 'true' }, ...parts.map((part, at) => h('li', {}, svg('svg', { viewBox: '0 0 12 12' }, svg('rect', { x: 0, y: 0, width: 12, height: 12, class: `part part-${at}` })), part)));
}

/** @param {number} value */
function niceAbove(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 6, 8, 10].map((one) => one * power).find((one) => one >= value && one % 2 === 0) ?? 2;
}
