// Knowledge in memory for the desk's stand-in: reads the repository's topics, answers by shared words, reviews edits.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, read } from '../../widget/desk/topic-file.js';

const folder = fileURLToPath(new URL('../../knowledge', import.meta.url));
const sureFrom = 0.62; // the share of a question's weight that makes it known

export const sealOf = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<>"]/g, (one) => escapes[one]);

/** The repository's files, by name. */
export function filesOfRepository() {
  const names = readdirSync(folder, { recursive: true }).map(String).filter((name) => /^[a-z-]+\/[\w-]+\.md$|^(synonyms|clinic|sources)\.yaml$/.test(name));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const plainOf = (body) => body.replace(/\{\{[^}]*\}\}/g, '').replace(/\*\*/g, '').trim();

export function htmlOf(body) {
  return plainOf(body).split(/\n\s*\n/).filter((block) => block.trim()).map((block) =>
    (/^[-*] /m.test(block) ? `<ul>${block.split('\n').filter(Boolean).map((line) => `<li>${escaped(line.replace(/^[-*] /, ''))}</li>`).join('')}</ul>` : `<p>${escaped(block)}</p>`)).join('\n');
}

const wordsOf = (text) => String(text).toLowerCase().replace(/[’']/g, '').match(/[\p{L}\d]+/gu) ?? [];

/** A state of the knowledge that never changes. @param {Map<string, string>} files */
export function snapshot(files) {
  const topics = [...files].filter(([name]) => name.endsWith('.md')).flatMap(([name, bytes]) => {
    const file = parse(bytes);
    return file ? [topicOf(name.slice(0, -3), file)] : [];
  });
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const rare = new Map();
  const questions = topics.filter(({ id }) => !/^(safety|chat|boundary)\//.test(id)).flatMap((topic) => [topic.title, ...topic.questions].map((text) => ({ topic, words: new Set(wordsOf(text)) })));
  for (const { words } of questions) for (const word of words) rare.set(word, (rare.get(word) ?? 0) + 1);
  const weight = (word) => Math.log(1 + questions.length / (rare.get(word) ?? 0.5));
  const sum = (words) => [...words].reduce((all, word) => all + weight(word), 0);

  function rank(text) {
    const asked = new Set(wordsOf(text));
    const whole = sum(asked) || 1;
    const best = new Map();
    for (const { topic, words } of questions) {
      const shared = [...asked].filter((word) => words.has(word));
      if (!shared.length) continue;
      const score = (2 * sum(shared)) / (whole + sum(words));
      if (score > (best.get(topic)?.score ?? 0)) best.set(topic, { topic, score });
    }
    return [...best.values()].sort((one, other) => other.score - one.score).map(({ topic, score }) => ({ ...matchOf(topic), confidence: score }));
  }

  return {
    version: sealOf([...files].join('\n')),
    files, topics, byId,
    rank,
    match: (id) => byId.has(id) && { ...matchOf(byId.get(id)), confidence: 1 },
    reply(text) {
      if (urgentIn(text)) return { kind: 'urgent', topics: ['safety/emergency'], text: 'Call 999 now.', html: '<p>Call 999 now.</p>' };
      const [first] = rank(text);
      if (!first || first.confidence < sureFrom) return { kind: 'unknown', topics: [], text: 'I do not know that one.', html: '<p>I do not know that one.</p>' };
      return { kind: 'answer', topics: [first.topic], text: first.text, html: first.html };
    },
  };
}

export const urgentIn = (text) => /crushing chest|can.?t breathe|numb between/i.test(text);
export const isSure = (match) => match && match.confidence >= sureFrom;

function topicOf(id, file) {
  const list = (key) => [read(file, key) ?? []].flat();
  return { id, group: id.split('/')[0], title: String(read(file, 'title')), questions: list('questions'), see_also: list('see_also'), body: file.body, reviewed: String(read(file, 'reviewed')), review_by: String(read(file, 'review_by') ?? ''),
    staff: Object.fromEntries(['phone', 'email', 'hint'].map((key) => [key, read(file, `staff.${key}`)]).filter(([, text]) => text)) };
}

function matchOf({ id, title, body, staff, reviewed }) {
  return { topic: id, title, short: plainOf(body).split(/\n\s*\n/)[0], text: plainOf(body), html: htmlOf(body), staff, reviewed, sources: [{ title: 'Back pain, NHS', url: 'https://www.nhs.uk/conditions/back-pain/' }] };
}

/** What is wrong with a file, with lines. */
export function problemsOf(name, bytes, known) {
  if (!name.endsWith('.md')) return [];
  const problem = (line, what, severity = 'error') => ({ file: name, line, what, severity });
  const file = parse(bytes);
  if (!file) return [problem(1, 'The front matter does not end: put a line with --- below it.')];
  const lines = bytes.split('\n');
  const lineOf = (text) => Math.max(lines.findIndex((line) => line.includes(text)), 0) + 1;
  const found = [];
  if (!read(file, 'title')) found.push(problem(lineOf('title:'), 'The title is missing: write the question that the topic answers.'));
  for (const id of [read(file, 'see_also') ?? []].flat()) if (!known.has(`${id}.md`)) found.push(problem(lineOf('see_also:'), `see_also names ${id}, and there is no such topic: choose one that is there.`));
  if (!file.body.trim()) found.push(problem(lines.length, 'There is no answer: write it below the second ---.'));
  return found;
}

export function readabilityOf(bytes) {
  const text = plainOf(parse(bytes)?.body ?? '').replace(/^[-*] /gm, '');
  const sentences = text.split(/(?<=[.!?])\s+|\n\s*\n/).map((one) => one.replace(/\s+/g, ' ').trim()).filter(Boolean);
  const hard = sentences.map((one) => ({ text: one, words: wordsOf(one).length, grade: 12, is_long: wordsOf(one).length > 20, is_hard: wordsOf(one).some((word) => word.length > 15) }));
  const words = wordsOf(text).length;
  return { grade: 0.39 * (words / Math.max(sentences.length, 1)) + 1, words, hard: hard.filter((one) => one.is_long || one.is_hard) };
}

/**
 * What edits would change.
 * @param {ReturnType<typeof snapshot>} now
 * @param {{file: string, seen: string|null, bytes: string|null}[]} edits
 * @param {string[]} recorded @param {{message: string, expected: string}[]} tests @param {string[]} [tries]
 */
export function reviewOf(now, edits, recorded, tests, tries = []) {
  const files = new Map(now.files);
  for (const { file, bytes } of edits) bytes === null ? files.delete(file) : files.set(file, bytes);
  const problems = edits.filter(({ bytes }) => bytes !== null).flatMap(({ file, bytes }) => problemsOf(file, bytes, files));
  const stale = edits.filter(({ file, seen }) => seen && now.files.has(file) && seen !== sealOf(now.files.get(file))).map(({ file }) => ({ file, now: now.files.get(file) }));
  if (problems.length) return { problems, stale, changed: [], broken: [], tried: [], may_be_published: false };
  const after = snapshot(files);
  const pair = (message) => ({ message, before: now.reply(message), after: after.reply(message) });
  const changed = recorded.map(pair).filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
  const broken = tests.map(({ message, expected }) => ({ message, expected, after: after.reply(message) })).filter((one) => !one.after.topics.includes(one.expected));
  return { problems, stale, changed, broken, tried: tries.map(pair), may_be_published: !stale.length && !broken.length, after };
}
