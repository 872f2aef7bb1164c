// One browser and one service for a file of tests, and a fresh page for each test.
import { after, before } from 'node:test';
import { launch, service } from './browser.mjs';

/** @param {import('playwright-core').BrowserContextOptions} [usual] options of every page */
export function harness(usual = {}) {
  const shared = {
    /** @type {import('playwright-core').Browser} */ browser: undefined,
    /** @type {Awaited<ReturnType<typeof service>>} */ server: undefined,
    /**
     * Opens the front page, or `path`, or another address; errors of the page fail the test.
     * @param {import('node:test').TestContext} t
     * @param {import('playwright-core').BrowserContextOptions & {path?: string, prepare?: (page: import('playwright-core').Page) => Promise<unknown>}} [options]
     */
    async page(t, { path = '/', prepare, ...options } = {}) {
      const context = await shared.browser.newContext({ viewport: { width: 1100, height: 800 }, reducedMotion: 'reduce', ...usual, ...options });
      const page = await context.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.setDefaultTimeout(10000);
      t.after(async () => {
        await context.close();
        if (errors.length) throw new Error(`the page threw: ${errors.join('; ')}`);
      });
      await prepare?.(page);
      await page.goto(new URL(path, shared.server.url).href);
      return page;
    },
  };
  before(async () => {
    [shared.browser, shared.server] = await Promise.all([launch(), service()]);
  });
  after(async () => {
    await shared.browser.close();
    await shared.server.close();
  });
  return shared;
}
