// Which drawing stands beside which topic, and what it shows in words.
import { h } from './dom.js';
import { fromSvg } from './markup.js';

/** @type {Record<string, ['fascia-layers'|'trigger-point', 'figureLayers'|'figureTrigger']>} */
const figures = {
  'fascia/layers': ['fascia-layers', 'figureLayers'],
  'fascia/what-is': ['fascia-layers', 'figureLayers'],
  'fascia/where': ['fascia-layers', 'figureLayers'],
  'trigger-points/what-is': ['trigger-point', 'figureTrigger'],
  'trigger-points/referred-pain': ['trigger-point', 'figureTrigger'],
};

/**
 * The figure of a topic, or nothing. The words are there at once; the drawing follows.
 * @param {string} topic
 * @param {import('./strings.js').Strings} words
 * @param {{text: (path: string) => Promise<string>}} service
 */
export function figure(topic, words, service) {
  if (!Object.hasOwn(figures, topic)) return null;
  const [file, description] = figures[topic];
  const element = h('figure', {}, h('figcaption', {}, words[description]));
  service.text(`/figures/${file}.svg`).then(
    (text) => element.prepend(h('div.drawing', { 'aria-hidden': 'true' }, fromSvg(text))),
    () => {}, // the words say it too
  );
  return element;
}
