// Which drawing stands beside which topic, and what it shows in words.
import { h } from './dom.js';
import { fromSvg } from './markup.js';
import * as words from './strings.js';

const layers = ['fascia-layers', words.figureLayers];
const point = ['trigger-point', words.figureTrigger];

/** @type {Record<string, string[]>} */
const figures = {
  'fascia/layers': layers,
  'fascia/what-is': layers,
  'fascia/where': layers,
  'trigger-points/what-is': point,
  'trigger-points/referred-pain': point,
};

/**
 * The figure of a topic, or nothing. The words are there at once; the drawing follows.
 * @param {string} topic
 * @param {{text: (path: string) => Promise<string>}} service
 */
export function figure(topic, service) {
  if (!Object.hasOwn(figures, topic)) return null;
  const [file, description] = figures[topic];
  const element = h('figure', {}, h('figcaption', {}, description));
  service.text(`/figures/${file}.svg`).then(
    (text) => element.prepend(h('div.drawing', { 'aria-hidden': 'true', dir: 'ltr' }, fromSvg(text))),
    () => {}, // the words say it too
  );
  return element;
}
