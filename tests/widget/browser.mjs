// A browser, a service and a partner's site for the tests.
//
// The service is the built program where FAQBOT names it (it is started with the repository's knowledge and
// the partners of partners.yaml beside this file), a running one where FAQBOT_URL names its address, and
// else the stand-in.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { standIn } from './stand-in.mjs';

const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--process-per-site'];
const here = fileURLToPath(new URL('.', import.meta.url));

/** @param {string[]} [more] */
export const launch = (more = []) => chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...args, ...more] });

/**
 * Pages in contexts that are used again one after the other: with its renderer and its caches warm, a context
 * gives a page in a third of the time that a new one takes. Size and media are set on the page; other options get
 * contexts of their own. Whoever takes a page has its context alone until the test is over.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url of the service
 */
export function pages(browser, url) {
  /** @type {Map<string, import('playwright-core').BrowserContext[]>} */
  const idle = new Map();
  const usual = { width: 1100, height: 800 };

  /** @param {import('playwright-core').BrowserContextOptions} options */
  const opened = (options) => browser.newContext({ viewport: usual, ...options });

  /** @param {import('playwright-core').BrowserContextOptions} options */
  async function keptOpen(options) {
    const context = await opened(options);
    const keeper = await context.newPage(); // while it is open, so is its renderer
    await keeper.goto(`${url}/healthz`);
    return context;
  }

  /**
   * A page with nothing in it: no cookie, nothing stored. `clock` where the test takes the time into its hands: that
   * cannot be undone in a context.
   * @param {import('node:test').TestContext} t
   * @param {import('playwright-core').BrowserContextOptions & {clock?: boolean}} [options]
   */
  return async function page(t, { viewport, colorScheme, forcedColors, reducedMotion = 'reduce', clock, ...options } = {}) {
    const key = JSON.stringify(options);
    const context = clock ? await opened(options) : (idle.get(key)?.pop() ?? (await keptOpen(options)));
    const page = await context.newPage();
    t.after(async () => {
      if (clock) return context.close();
      await page.close();
      await context.clearCookies();
      await context.setOffline(false);
      idle.set(key, [...(idle.get(key) ?? []), context]);
    });
    await page.setViewportSize(viewport ?? usual);
    await page.emulateMedia({ colorScheme, forcedColors, reducedMotion });
    return page;
  };
}

/** A site of another origin: `page(html, headers)` is the address of a page with that text. */
async function partnerSite() {
  const pages = new Map();
  const server = createServer((request, response) => {
    const { html, headers } = pages.get(request.url) ?? { html: '', headers: {} };
    response.writeHead(html ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.end(html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    page(html, headers = {}) {
      const path = `/${pages.size}`;
      pages.set(path, { html, headers });
      return origin + path;
    },
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}

async function freePort() {
  const socket = createSocket();
  await new Promise((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const { port } = socket.address();
  await new Promise((resolve) => socket.close(resolve));
  return port;
}

/** @param {string} program @param {string} allowed origin of the partner's site */
async function program(program, allowed) {
  const folder = mkdtempSync(join(tmpdir(), 'faqbot-tests-'));
  const knowledge = join(folder, 'knowledge');
  cpSync(join(here, '../../knowledge'), knowledge, { recursive: true });
  cpSync(join(here, 'partners.yaml'), join(knowledge, 'partners.yaml'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(program, ['serve', '--listen', url.slice(7), '--knowledge', knowledge, '--data', join(folder, 'data'), '--allow-origins', allowed, '--rate', '0'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const stop = () => (child.kill(), rmSync(folder, { recursive: true, force: true }));
  process.on('exit', stop);
  for (let tries = 0; ; tries++) {
    if ((await fetch(`${url}/readyz`).catch(() => ({}))).ok) return { url, close: async () => stop() };
    if (child.exitCode !== null || tries > 600) throw new Error(`${program} does not serve`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function service() {
  const site = await partnerSite();
  const { FAQBOT, FAQBOT_URL } = process.env;
  const server = FAQBOT ? await program(FAQBOT, site.origin) : FAQBOT_URL ? { url: FAQBOT_URL, close: async () => {} } : await standIn();
  return { url: server.url, site, close: () => Promise.all([server.close(), site.close()]) };
}

/** The widget of a page and its parts. */
export function widget(page, which = 0) {
  const host = page.locator('faq-chat').nth(which);
  const part = (name) => host.locator(`[part="${name}"]`);
  const clinic = host.locator('.turn.clinic');
  return {
    host,
    part,
    panel: part('panel'),
    launcher: part('launcher'),
    input: part('input'),
    log: part('log'),
    messages: part('message'),
    last: clinic.last(),
    async open() {
      await part('launcher').click();
      await part('panel').waitFor();
    },
    /** Asks and waits for the reply. */
    async ask(text) {
      const before = await clinic.count();
      await part('input').fill(text);
      await part('input').press('Enter');
      await clinic.nth(before).waitFor();
    },
    async menu(item) {
      await host.getByRole('button', { name: 'More options' }).click();
      await host.locator('ul.menu').getByRole('button', { name: item }).click();
    },
  };
}

/** Asked in the tests: one message for each kind of reply. */
export const questions = {
  answer: 'does it hurt?',
  figure: 'what are the layers of fascia?',
  clarify: 'appointment',
  unknown: 'qwer zxcv',
  urgent: 'I have crushing chest pain',
};

/**
 * The bodies of the requests that a page sends to an address, as they are sent.
 * @param {import('playwright-core').Page} page
 * @param {string} path
 */
export function sent(page, path) {
  const bodies = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === path && request.method() === 'POST') bodies.push(request.postDataJSON());
  });
  return bodies;
}

/**
 * A reply of our own making in place of the service's.
 * @param {import('playwright-core').Page} page
 * @param {object} reply
 */
export async function replyWith(page, reply) {
  const whole = { conversation: 'c', kind: 'answer', text: '', answers: [], choices: [], suggestions: [], handoff: false, ...reply };
  await page.route('**/api/ask', (route) => fulfil(route, 200, whole));
}

/**
 * @param {import('playwright-core').Route} route
 * @param {number} status
 * @param {unknown} body
 * @param {Record<string, string>} [headers]
 */
export function fulfil(route, status, body, headers = {}) {
  return route.fulfill({
    status,
    contentType: status < 400 ? 'application/json' : 'application/problem+json',
    headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After', ...headers },
    body: JSON.stringify(body),
  });
}

export const axeSource = readFileSync(join(here, '../node_modules/axe-core/axe.min.js'), 'utf8');
