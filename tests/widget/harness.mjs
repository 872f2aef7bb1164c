// One browser and one service for a file of tests, and a fresh page for each test.
import { after, before } from 'node:test';
import { launch, pages, service } from './browser.mjs';

/** @param {import('playwright-core').BrowserContextOptions} [usual] options of every page */
export function harness(usual = {}) {
  /** @type {ReturnType<typeof pages>} */
  let take;
  const shared = {
    /** @type {import('playwright-core').Browser} */ browser: undefined,
    /** @type {Awaited<ReturnType<typeof service>>} */ server: undefined,
    /**
     * Opens the front page, or `path`, or another address; errors of the page fail the test.
     * @param {import('node:test').TestContext} t
     * @param {import('playwright-core').BrowserContextOptions & {clock?: boolean, path?: string, prepare?: (page: import('playwright-core').Page) => Promise<unknown>}} [options]
     */
    async page(t, { path = '/', prepare, ...options } = {}) {
      const page = await take(t, { ...usual, ...options });
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.setDefaultTimeout(10000);
      t.after(() => {
        if (errors.length) throw new Error(`the page threw: ${errors.join('; ')}`);
      });
      await prepare?.(page);
      await page.goto(new URL(path, shared.server.url).href);
      return page;
    },
  };
  before(async () => {
    [shared.browser, shared.server] = await Promise.all([launch(), service()]);
    take = pages(shared.browser, shared.server.url);
  });
  after(async () => {
    await shared.browser.close();
    await shared.server.close();
  });
  return shared;
}
