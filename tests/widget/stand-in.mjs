// A small server with a few sample answers, for working on the widget without the C++ side.
//   node tests/widget/stand-in.mjs [PORT]
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { render } from './render.mjs';
import { replies, topics } from './sample.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml' };

/** Builds the widget into a folder of its own, as the C++ build does. */
export function built() {
  const out = mkdtempSync(join(tmpdir(), 'faqbot-widget-'));
  execFileSync('cmake', [`-DOUT=${out}`, '-P', join(root, 'widget/build.cmake')], { stdio: 'inherit' });
  process.on('exit', () => rmSync(out, { recursive: true, force: true }));
  return out;
}

/** @param {number} [port] */
export async function standIn(port = 0) {
  const folder = built();
  let turns = 0;

  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://stand.in');
    const path = url.pathname;
    let text = '';
    for await (const piece of request) text += piece;
    const body = request.headers['content-type'] === 'application/json' && text ? JSON.parse(text) : text;
    const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'Content-Type', 'Access-Control-Expose-Headers': 'Retry-After', 'Timing-Allow-Origin': '*' };
    const send = (status, type, content, headers = {}) => {
      response.writeHead(status, { ...cors, 'Content-Type': type, ...headers });
      response.end(content);
    };
    const json = (value, status = 200, headers = {}) => send(status, status < 400 ? 'application/json' : 'application/problem+json', JSON.stringify(value), headers);
    const page = (template, data, status = 200) => readFile(join(folder, 'templates', template), 'utf8').then((source) => send(status, types['.html'], render(source, data)));

    if (request.method === 'OPTIONS') return send(204, 'text/plain', '', { 'Access-Control-Allow-Methods': 'GET, POST', 'Access-Control-Max-Age': '600' });

    if (path === '/api/ask') return json({ conversation: `turn-${++turns}`, knowledge: 'sample', handoff: false, choices: [], suggestions: [], answers: [], ...replies(body) });
    if (path === '/api/suggest') {
      const query = url.searchParams.get('q').toLowerCase();
      return json({ suggestions: topics.filter((topic) => topic.title.toLowerCase().includes(query)).slice(0, 5).map(({ id, title }) => ({ topic: id, label: title })) });
    }
    if (path === '/api/feedback') return json({}, 201);
    if (path === '/api/enquiries') return json({ reference: 'CF-2047' }, 201);
    if (path === '/api/widget') return partners[url.searchParams.get('partner') ?? ''] ? json(partners[url.searchParams.get('partner') ?? '']) : json({ title: 'No such partner', status: 404 }, 404);
    if (path === '/embed-check' && url.searchParams.has('origin')) return json({ faults: [{ code: 'origin-unknown', text: 'This origin is not on the list.', mend: 'Ask the clinic to add it.' }] });
    if (path === '/embed-check') return send(200, types['.html'], await readFile(join(folder, 'embed-check.html')));
    if (/^\/(faq|ask)\b/.test(path)) return sample(path, url, text, page);
    const file = join(folder, normalize(path === '/' ? '/index.html' : path));
    try {
      const content = await readFile(file);
      const type = types[extname(file)] ?? 'application/octet-stream';
      return send(200, type, brotliCompressSync(content), { 'Content-Encoding': 'br', 'Cache-Control': 'no-cache' });
    } catch {
      return page('message.html', { clinic: clinic.name, status: 404, title: 'This page is not here', text: 'The address may be mistyped, or the page has moved.' }, 404);
    }
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}

const clinic = { name: 'Core Fitness Physiotherapy & Pilates', phone: '020 7946 0123' };
const partners = {
  '': {
    clinic,
    openings: [
      { topic: 'mfr/what-is', label: 'What is myofascial release?' },
      { topic: 'mfr/does-it-hurt', label: 'Does it hurt?' },
      { topic: 'clinic/prices', label: 'What does it cost?' },
    ],
  },
  studio: { name: 'Studio Lind', greeting: 'Welcome to Studio Lind.', clinic, theme: { accent: '#8a3ffc' }, openings: [] },
  pale: { name: 'Pale Yoga', greeting: 'Hello from Pale Yoga.', clinic, theme: { accent: '#ffe9a8' }, openings: [] },
};

/** The templates with sample data, as the C++ side will fill them. */
function sample(path, url, text, page) {
  const shown = topics.map((topic) => ({ ...topic, path: `/faq/${topic.id}`, anchor: topic.id.replace('/', '-'), reviewed: '2026-11-22', reviewed_text: '22 November 2026', has_sources: topic.sources.length > 0 }));
  const jsonld = (list) => JSON.stringify({ '@context': 'https://schema.org', '@type': 'FAQPage', mainEntity: list.map((topic) => ({ '@type': 'Question', name: topic.title, acceptedAnswer: { '@type': 'Answer', text: topic.html } })) }).replaceAll('<', '\\u003c');
  const base = { clinic: clinic.name, canonical: `https://clinic.example${path}` };
  if (path === '/ask') {
    const message = new URLSearchParams(text).get('message') ?? new URLSearchParams(text).get('choice') ?? '';
    if (!message) return page('ask.html', { ...base, draft: url.searchParams.get('q') ?? '' });
    const reply = { choices: [], suggestions: [], answers: [], ...replies({ message }) };
    const said = reply.answers.length ? '' : reply.text;
    return page('ask.html', { ...base, question: message, conversation: 'turn-1', reply: {
      urgent: reply.kind === 'urgent', paragraphs: said ? said.split('\n\n').map((one) => ({ text: one })) : [],
      answers: reply.answers.map((one) => ({ ...one, reviewed_text: '22 November 2026', has_sources: one.sources.length > 0 })),
      choices: reply.choices, has_choices: reply.choices.length > 0, suggestions: reply.suggestions, has_suggestions: reply.suggestions.length > 0 } });
  }
  const one = shown.find((topic) => topic.path === path);
  if (one) return page('topic.html', { ...base, ...one, html_alone: one.html, short: one.title, group: one.group, group_id: one.id.split('/')[0], jsonld: jsonld([one]), has_related: true, related: shown.filter((topic) => topic !== one).slice(0, 3) });
  if (path !== '/faq') return page('message.html', { clinic: clinic.name, status: 404, title: 'This page is not here', text: 'The address may be mistyped, or the page has moved.' }, 404);
  const query = url.searchParams.get('q') ?? '';
  const found = shown.filter((topic) => (topic.title + topic.html).toLowerCase().includes(query.toLowerCase()));
  const groups = [...new Set(found.map((topic) => topic.group))].map((title) => ({ title, id: found.find((topic) => topic.group === title).id.split('/')[0], topics: found.filter((topic) => topic.group === title) }));
  return page('faq.html', { ...base, query, query_encoded: encodeURIComponent(query), count: `${found.length} answers`, empty: found.length === 0, contents: !query, groups, jsonld: query ? '' : jsonld(found) });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await standIn(Number(process.argv[2] ?? 8090));
  process.on('SIGINT', () => process.exit());
  console.log(url);
}
