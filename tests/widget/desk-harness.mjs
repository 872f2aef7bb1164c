// One browser and one front desk for a file of tests, and a page of somebody signed in for each.
import { after, before } from 'node:test';
import { axeSource, launch } from './browser.mjs';
import { deskService, people, visitor, colleague } from './desk-service.mjs';

const patience = 30000; // ms: a busy machine trains for some seconds when something is published

/** @param {(url: string) => Promise<unknown>} [fillIn] the data of this file's tests */
export function deskHarness(fillIn = async () => {}) {
  const shared = {
    /** @type {import('playwright-core').Browser} */ browser: undefined,
    /** @type {{url: string, close: () => Promise<unknown>}} */ server: undefined,
    visitor: () => visitor(shared.server.url),
    colleague: (who = people.staff) => colleague(shared.server.url, who),
    /**
     * A page of the desk with somebody signed in (`who: null` for nobody); errors of the page fail the test.
     * @param {import('node:test').TestContext} t
     * @param {import('playwright-core').BrowserContextOptions & {path?: string, who?: {name: string, password: string}|null, prepare?: (page: import('playwright-core').Page) => Promise<unknown>}} [options]
     */
    async page(t, { path = '/desk', who = people.editor, prepare, ...options } = {}) {
      const context = await shared.browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'], ...options });
      const page = await context.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => message.type() === 'error' && /Security|Trusted/.test(message.text()) && errors.push(message.text()));
      page.setDefaultTimeout(patience);
      t.after(async () => {
        await context.close();
        if (errors.length) throw new Error(`the page threw: ${errors.join('; ')}`);
      });
      await prepare?.(page);
      if (who) await context.addCookies(await cookiesOf(who));
      await page.goto(shared.server.url + path);
      return page;
    },
    clipboard: (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => navigator.clipboard.readText()),
  };
  /** A session for each person and file: signing in is slow on purpose. @type {Map<string, import('playwright-core').Cookie[]>} */
  const sessions = new Map();
  /** @param {{name: string, password: string}} who */
  async function cookiesOf(who) {
    const context = await shared.browser.newContext({ storageState: { cookies: sessions.get(who.name) ?? [], origins: [] } });
    const { url } = shared.server;
    if (!(await context.request.get(`${url}/api/desk/me`)).ok()) await context.request.post(`${url}/api/desk/sign-in`, { data: who });
    sessions.set(who.name, await context.cookies());
    await context.close();
    return sessions.get(who.name) ?? [];
  }
  before(async () => {
    [shared.browser, shared.server] = await Promise.all([launch(), deskService()]);
    await fillIn(shared.server.url);
  });
  after(async () => {
    await shared.browser.close();
    await shared.server.close();
  });
  return shared;
}

/** What axe-core finds, and what it could not decide (it never decides on the colours of a single sign, and of a drawing's letters). @param {import('playwright-core').Page} page */
export async function axe(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { violations, incomplete } = await window.axe.run(document, { resultTypes: ['violations', 'incomplete'] });
    const undecided = incomplete.map((one) => ({ ...one, nodes: one.nodes.filter(({ any }) => !/too short|non-text characters|image node/.test(any[0]?.message)) })).filter(({ nodes }) => nodes.length);
    return [...violations, ...undecided].map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.any?.[0]?.message ?? ''}`).join(' | ')}`);
  });
}

export const box = (page) => page.getByLabel('What do they want to know?');
