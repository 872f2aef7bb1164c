// One file of the knowledge: as fields or whole, with its preview, its hard sentences and a box to try questions.
import { fill } from '../fill.js';
import { get, post } from './api.js';
import { changes } from './compare.js';
import { fieldsView } from './fields-view.js';
import { publishDialog } from './publish.js';
import { problemLine } from './review-view.js';
import { parse } from './topic-file.js';
import { tryBox } from './try-box.js';
import { area, button, complain, confirmed, h, later, newId, safe, safely } from './ui.js';
import * as say from './words.js';

/** @typedef {Map<string, {bytes: string, seen: string, seal: string|null}>} Edits seen, seal: the file as it was read, null for a new one */
/** @typedef {{grade: number, words: number, hard: {text: string, words: number, grade: number, is_long: boolean, is_hard: boolean}[]}} Readability */

/**
 * @param {HTMLElement} place
 * @param {string} name
 * @param {import('./desk.js').Me} me
 * @param {Edits} edits
 * @param {(path: string) => void} go
 * @returns {() => void} leaves
 */
export function editorView(place, name, me, edits, go) {
  const editor = me.role === 'editor';
  const form = h('div', {});
  const preview = h('div.prose', {});
  const problems = h('ul.problems', {});
  const hard = h('div.hard', { role: 'status' });
  const grade = h('p.fine', {});
  const state = h('p', { role: 'status' });
  const views = [button({ onclick: () => view(false) }, say.fields), button({ onclick: () => view(true) }, say.wholeFile)];
  const whole = area({ rows: 24, spellcheck: 'false', readonly: !editor, 'aria-label': say.wholeFile });
  whole.className = 'code';
  let asked = new AbortController();
  /** @type {HTMLTextAreaElement} */
  let words = whole; // where the sentences stand
  let shown = false; // the whole file

  /** @param {string} bytes */
  function edit(bytes) {
    const one = /** @type {{bytes: string, seen: string, seal: string|null}} */ (edits.get(name));
    one.bytes = bytes;
    tellState();
    look();
  }

  const changed = () => edits.get(name)?.bytes !== edits.get(name)?.seen;
  const current = () => edits.get(name)?.bytes ?? '';
  const edited = () => [{ file: name, seen: edits.get(name)?.seal ?? null, bytes: current() }];

  function tellState() {
    state.textContent = !editor ? say.readOnly : changed() ? say.notPublished : say.asPublished;
    bar.hidden = !editor || !changed();
  }

  /** @param {boolean} asWhole */
  function view(asWhole) {
    const file = parse(current());
    shown = asWhole || !file;
    views.forEach((press, at) => press.setAttribute('aria-pressed', String(Boolean(at) === shown)));
    whole.value = current().replace(/\r\n/g, '\n');
    if (shown || !file) {
      words = whole;
      return form.replaceChildren(whole);
    }
    const fields = fieldsView(file, editor, edit, () => view(true));
    words = fields.answer;
    form.replaceChildren(fields.view);
  }
  // A browser's text area knows one kind of line end; the file keeps its own.
  whole.addEventListener('input', () => edit(edits.get(name)?.seen.includes('\r\n') ? whole.value.replace(/\n/g, '\r\n') : whole.value));

  const look = later(async () => {
    asked.abort();
    asked = new AbortController();
    try {
      const found = await post('knowledge/preview', { name, bytes: current() }, { signal: asked.signal });
      draw(found);
    } catch (error) {
      complain(error);
    }
  }, 300);

  /** @param {{html: string, readability?: Readability, problems?: {line: number, what: string, severity: string}[]}} found */
  function draw({ html, readability, problems: faults = [] }) {
    preview.replaceChildren(safe(html));
    problems.replaceChildren(...faults.map((fault) => {
      const line = problemLine(fault);
      line.className = fault.severity === 'warning' ? 'mild' : 'bad';
      line.append(' ', button({ onclick: () => showLine(fault.line) }, say.showLine));
      return line;
    }));
    problems.hidden = !faults.length;
    const { hard: sentences = [], grade: level = 0, words: count = 0 } = readability ?? {};
    markHard(preview, sentences.map(({ text }) => text));
    grade.textContent = readability ? fill(say.grade, { grade: Math.round(level), words: count }) : '';
    const title = h('h2', {}, fill(sentences.length === 1 ? say.oneHard : say.hardSentences, { n: sentences.length }));
    hard.replaceChildren(...(sentences.length ? [title, h('ul', {}, ...sentences.map((one) => h('li', {}, h('mark', {}, one.text), ' ',
      h('span.fine', {}, one.is_long ? fill(say.longSentence, { n: one.words }) : say.hardWords), ' ', button({ onclick: () => showText(one.text) }, say.showSentence))))] : []));
  }

  /** @param {number} line */
  function showLine(line) {
    view(true);
    const start = whole.value.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    selectIn(whole, start, start + (whole.value.split('\n')[line - 1]?.length ?? 0));
  }

  /** @param {string} text */
  function showText(text) {
    // The file may break the sentence over lines.
    const found = new RegExp(text.split(/\s+/).map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')).exec(words.value);
    if (found) selectIn(words, found.index, found.index + found[0].length);
    else words.focus();
  }

  async function discard() {
    if (!(await confirmed(say.discard, say.discardText, say.discard))) return;
    const isNew = edits.get(name)?.seal === null;
    edits.delete(name);
    if (isNew) return go('/desk/knowledge');
    await start();
  }

  async function review() {
    await publishDialog(edited(), {
      published: async () => {
        edits.delete(name);
        await start();
      },
      stale: async () => showStale(await get(`knowledge/file?name=${encodeURIComponent(name)}`)),
    });
  }

  /** Somebody was faster: both versions, and from here on the editor's is built on theirs. @param {{bytes: string, seal: string}} now */
  function showStale(now) {
    const mine = current();
    const keep = button({ onclick: () => settle(mine) }, say.keepMine);
    const take = button({ onclick: () => settle(now.bytes) }, say.takeTheirs);
    const note = h('section.stale', { tabindex: -1, 'aria-labelledby': newId() }, h('h2', {}, say.staleTitle), h('p', {}, say.staleText), changes(now.bytes, mine), h('p.row', {}, take, keep));
    note.setAttribute('aria-labelledby', (note.querySelector('h2').id = newId()));
    /** @param {string} bytes */
    function settle(bytes) {
      edits.set(name, { bytes, seen: now.bytes, seal: now.seal });
      note.remove();
      view(shown);
      tellState();
      look();
    }
    place.prepend(note);
    note.focus();
  }

  const reviewButton = button({ onclick: safely(review) }, say.review);
  reviewButton.className = 'main';
  const bar = h('p.bar.row', {}, reviewButton, button({ onclick: safely(discard) }, say.discard));

  async function start() {
    const file = edits.get(name)?.seal === null ? null : await get(`knowledge/file?name=${encodeURIComponent(name)}`).catch((error) => {
      if (edits.has(name)) return null;
      throw error;
    });
    if (!edits.has(name) && file) edits.set(name, { bytes: file.bytes, seen: file.bytes, seal: file.seal });
    const isTopic = name.endsWith('.md');
    place.replaceChildren(
      h('p.fine', {}, h('a', { href: '/desk/knowledge' }, '‹ ', say.allTopics), ' · ', name),
      h('div.editor', {},
        h('section.edit', { 'aria-label': say.edit }, h('p.row.between', {}, h('span.tabs', { role: 'group', 'aria-label': say.views }, ...views), state), form, bar),
        h('div.beside', {}, problems, hard,
          editor && tryBox(edited),
          isTopic && h('section.preview', {}, h('h2', {}, say.preview), grade, preview))));
    views[0].hidden = !isTopic;
    view(!isTopic);
    tellState();
    if (file && file.bytes !== current() && file.seal !== edits.get(name)?.seal) showStale(file);
    else look();
  }

  void start().catch(complain);
  return () => {
    asked.abort();
    look.stop();
    if (!changed()) edits.delete(name);
  };
}

/** @param {HTMLTextAreaElement} input @param {number} from @param {number} to */
function selectIn(input, from, to) {
  input.focus();
  input.setSelectionRange(from, to);
  // Browsers scroll to the caret of their own accord only when somebody types.
  const lines = input.value.slice(0, from).split('\n').length;
  input.scrollTop = (lines - 3) * parseFloat(getComputedStyle(input).lineHeight);
}

/** @param {HTMLElement} tree @param {string[]} sentences */
function markHard(tree, sentences) {
  const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const sentence of sentences) {
    const text = texts.find((one) => one.isConnected && one.data.includes(sentence));
    if (!text) continue;
    const rest = text.splitText(text.data.indexOf(sentence));
    texts.push(rest.splitText(sentence.length));
    rest.replaceWith(h('mark', {}, sentence));
  }
}

