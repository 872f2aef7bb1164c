// The front desk's API in memory, for its pages and their tests, over the repository's knowledge.
//   node tests/widget/desk-stand-in.mjs [PORT]     then sign in as Priya, "a quiet morning"
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deskStore, Refused } from './desk-store.mjs';
import { built } from './stand-in.mjs';

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml' };
// As strict as the service may ever be: no inline code or style, and no text that becomes markup.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** @param {number} [port] */
export async function deskStandIn(port = 0) {
  const folder = built();
  const store = deskStore();
  /** @type {Map<string, {name: string, csrf: string}>} */
  const sessions = new Map();
  const failures = new Map();

  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://stand.in');
    let text = '';
    for await (const piece of request) text += piece;
    const send = (status, type, content, headers = {}) => response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...(type === types['.html'] ? { 'Content-Security-Policy': policy } : {}), ...headers }).end(content);
    const json = (value, status = 200, headers = {}) => send(status, status < 400 ? 'application/json' : 'application/problem+json', status === 204 ? '' : JSON.stringify(value), headers);
    const token = /faqbot_desk=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const session = sessions.get(token);
    const path = url.pathname;
    try {
      const body = text ? JSON.parse(text) : {};
      if (path === '/api/desk/sign-in') return signIn(body, json);
      if (path === '/api/ask' || path === '/api/enquiries' || path === '/api/feedback') return json(store.fromVisitor(path.slice(5), body), path === '/api/ask' ? 200 : 201);
      if (path.startsWith('/api/desk/')) {
        if (!session) return json({ detail: 'Please sign in.' }, 401);
        if (request.method !== 'GET' && request.headers['x-faqbot-desk'] !== session.csrf) return json({ detail: 'This request did not come from the front desk.' }, 403);
        return act(path.slice(10), { method: request.method, body, query: url.searchParams, session, token }, json, send);
      }
      if (/^\/desk(\/(inbox|unanswered|knowledge|figures|account))?$/.test(path)) {
        if (!session) return response.writeHead(303, { Location: `/desk/sign-in?next=${encodeURIComponent(path)}` }).end();
        return send(200, types['.html'], await readFile(join(folder, 'desk/desk.html')));
      }
      const file = path === '/desk/sign-in' ? '/desk/sign-in.html' : path === '/' ? '/index.html' : path;
      return send(200, types[extname(file)] ?? 'application/octet-stream', await readFile(join(folder, normalize(file))));
    } catch (error) {
      if (error instanceof Refused) return json({ detail: error.message, ...error.body }, error.status);
      if (error.code === 'ENOENT') return send(404, 'text/plain', 'not here');
      return json({ detail: String(error.stack) }, 500);
    }
  });

  function signIn({ name, password }, json) {
    const failed = failures.get(name) ?? 0;
    if (failed >= 5) return json({ detail: 'Too many tries in a row. Please wait a minute, then try again.' }, 429, { 'Retry-After': '60' });
    const person = store.staff.get(name);
    if (!person || person.password !== password) {
      failures.set(name, failed + 1);
      return json({ detail: 'That name and password do not go together.' }, 401);
    }
    failures.delete(name);
    const token = randomBytes(16).toString('hex');
    const csrf = randomBytes(16).toString('hex');
    sessions.set(token, { name, csrf });
    store.log(name, 'signed in', '');
    return json({ name, role: person.role, csrf }, 200, { 'Set-Cookie': `faqbot_desk=${token}; HttpOnly; SameSite=Strict; Path=/` });
  }

  function act(path, { method, body, query, session, token }, json, send) {
    const { name, csrf } = session;
    const person = store.staff.get(name);
    const end = (which) => [...sessions].filter(which).forEach(([key]) => sessions.delete(key));
    if (path === 'me') return json({ ...store.me(name), csrf });
    if (path === 'sign-out') {
      end(([key, one]) => (body.everywhere ? one.name === name : key === token));
      return json({}, 204);
    }
    if (path === 'password') {
      if (body.current !== person.password) return json({ detail: 'The current password is not right. Please type it again.' }, 403);
      person.password = body.password;
      end(([key, one]) => one.name === name && key !== token);
      return json({}, 204);
    }
    if (path === 'figures.csv') return send(200, 'text/csv', 'day,answer,clarify,unknown,urgent\n');
    const reply = store.act(method, path, body, query, person);
    if (reply === undefined) return json({ detail: 'There is no such thing here.' }, 404);
    return json(reply, method === 'POST' && path.endsWith('/notes') ? 201 : reply === null ? 204 : 200);
  }

  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { fillWithSamples } = await import('./desk-service.mjs');
  const { url } = await deskStandIn(Number(process.argv[2] ?? 8090));
  await fillWithSamples(url);
  process.on('SIGINT', () => process.exit());
  console.log(`${url}/desk`);
}
