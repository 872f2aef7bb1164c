// axe-core in every room and state, light and dark, narrow and in forced colours; and nothing runs off the side.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe, box, deskHarness } from './desk-harness.mjs';
import { colleague, fillWithSamples, letter, people } from './desk-service.mjs';

let references = [];
const shared = deskHarness(async (url) => {
  await fillWithSamples(url);
  const tom = await colleague(url, people.staff);
  const { enquiries } = await tom.get('enquiries?state=all');
  references = enquiries.map(({ reference }) => reference);
  await tom.post(`enquiries/${references[1]}`, { version: enquiries[1].version, take: true });
  await tom.post(`enquiries/${references[1]}/notes`, { text: 'Rang at ten, nobody there.' });
});

/** Each state of the desk, and how to reach it. */
const states = {
  answer: ['/desk', (page) => page.locator('.start').waitFor()],
  'an answer': ['/desk', async (page) => {
    await box(page).fill('does it hurt');
    await page.locator('.match').waitFor();
    await box(page).press('ArrowDown');
  }],
  'nothing found': ['/desk', async (page) => {
    await box(page).fill('qwrtz');
    await page.locator('.empty').waitFor();
  }],
  urgent: ['/desk', async (page) => {
    await box(page).fill('crushing chest pain since noon');
    await page.locator('.urgent').waitFor();
  }],
  letter: ['/desk', async (page) => {
    await box(page).fill(letter);
    await page.getByLabel('Draft reply').waitFor();
  }],
  keys: ['/desk', (page) => page.getByRole('button', { name: 'Keys' }).click()],
  inbox: ['/desk/inbox', (page) => page.locator('.rows li').first().waitFor()],
  'an enquiry': [() => `/desk/inbox#${references[0]}`, async (page) => {
    await page.getByRole('button', { name: 'Take it' }).waitFor();
    await page.getByText('What they asked the chat before').click();
  }],
  'an enquiry of somebody else': [() => `/desk/inbox#${references[1]}`, (page) => page.getByRole('button', { name: 'Take over' }).click()],
  unanswered: ['/desk/unanswered', (page) => page.locator('.group').first().waitFor()],
  teaching: ['/desk/unanswered', async (page) => {
    await page.getByRole('button', { name: 'Teach' }).first().click();
    await page.getByLabel('belong to the topic').fill('pressure');
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: 'See what would change' }).click();
    await page.locator('.verdict').waitFor();
  }],
  'new topic': ['/desk/unanswered', async (page) => {
    await page.getByRole('button', { name: 'New topic' }).first().click();
    await page.getByLabel('Short name').waitFor();
  }],
  knowledge: ['/desk/knowledge', (page) => page.getByText(/topics\. Knowledge version/).waitFor()],
  editor: ['/desk/knowledge#mfr/pressure.md', async (page) => {
    await page.getByLabel('See also').fill('mfr/nowhere');
    await page.getByLabel('Answer', { exact: true }).fill('This is one sentence that goes on and on without ever coming to an end, which is why nobody who reads it on a small screen will like it at all.\n');
    await page.locator('.hard mark').first().waitFor();
    await page.locator('.problems li').first().waitFor();
  }],
  'whole file': ['/desk/knowledge#mfr/pressure.md', async (page) => {
    await page.getByRole('button', { name: 'Whole file' }).click();
    await page.locator('.preview p').nth(1).waitFor();
  }],
  stopped: ['/desk/knowledge#mfr/pressure.md', async (page) => {
    await page.getByLabel('See also').fill('mfr/nowhere');
    await page.getByRole('button', { name: 'Review and publish' }).click();
    await page.locator('.verdict').waitFor();
  }],
  history: ['/desk/knowledge#history', (page) => page.locator('.empty').waitFor()],
  'older versions': ['/desk/knowledge#older', (page) => page.getByLabel('Question').waitFor()],
  figures: ['/desk/figures', async (page) => {
    await page.locator('.figures-content > *').first().waitFor();
    for (const summary of await page.locator('summary').all()) await summary.click();
  }],
  'a link for a partner': ['/desk/figures', async (page) => {
    await page.locator('[data-partner=studio]').getByRole('button', { name: /^Make a link/ }).click();
    await page.getByRole('dialog').getByLabel('Address').waitFor();
  }],
  account: ['/desk/account', (page) => page.locator('table').waitFor()],
  'signed out meanwhile': ['/desk/account', async (page) => {
    await page.locator('table').waitFor();
    await page.context().clearCookies();
    await page.getByLabel('Current password').fill('a quiet morning');
    await page.getByLabel('New password').fill('a quiet evening');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByRole('dialog').waitFor();
  }],
};

// So high that nothing is scrolled out of sight: axe decides on what it can see.
const wide = { width: 1280, height: 3000 };
/** @type {Record<string, {viewport: {width: number, height: number}, media: {colorScheme?: 'dark', forcedColors?: 'active'}}>} */
const modes = {
  light: { viewport: wide, media: {} },
  dark: { viewport: wide, media: { colorScheme: 'dark' } },
  'forced colours': { viewport: wide, media: { forcedColors: 'active' } },
  '320 pixels': { viewport: { width: 320, height: 6000 }, media: {} },
  'a phone in the dark': { viewport: { width: 375, height: 6000 }, media: { colorScheme: 'dark' } },
};

/** Every mode in turn on one page, which is reached once. @param {import('playwright-core').Page} page */
async function inAllModes(page) {
  const found = {};
  for (const [mode, { viewport, media }] of Object.entries(modes)) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce', ...media });
    const faults = await axe(page);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) faults.push(`${over} pixels wider than the screen`);
    if (faults.length) found[mode] = faults;
  }
  return found;
}

for (const [state, [path, reach]] of Object.entries(states)) {
  test(`axe finds nothing in any light or width: ${state}`, async (t) => {
    const page = await shared.page(t, { viewport: wide, path: typeof path === 'string' ? path : path() });
    await reach(page);
    assert.deepEqual(await inAllModes(page), {});
  });
}

test('axe finds nothing in any light or width: signing in', async (t) => {
  const page = await shared.page(t, { viewport: wide, who: null });
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Please type your name').waitFor();
  assert.deepEqual(await inAllModes(page), {});
});

test('on a phone what is pressed is at least 24 pixels high and wide', async (t) => {
  const rooms = { '/desk': '.start', '/desk/inbox': '.rows li', '/desk/unanswered': '.group', '/desk/knowledge#mfr/pressure.md': '.preview p', '/desk/figures': '.tiles', '/desk/account': 'tbody tr' };
  for (const [path, shown] of Object.entries(rooms)) {
    const page = await shared.page(t, { path, viewport: { width: 320, height: 700 }, isMobile: true, hasTouch: true });
    await page.locator(shown).first().waitFor();
    const small = await page.locator('button:visible, .nav a:visible, input:visible, select:visible, summary:visible').evaluateAll((all) => all.filter((one) => {
      const { width, height } = (one.closest('label') ?? one).getBoundingClientRect();
      return width < 24 || height < 24;
    }).map((one) => one.outerHTML.slice(0, 90)));
    assert.deepEqual(small, [], path);
  }
});

test('printed, a conversation stands alone', async (t) => {
  const page = await shared.page(t, { path: `/desk/inbox#${references[0]}`, prepare: (page) => page.addInitScript(() => (window.print = () => (window.printed = true))) });
  await page.getByRole('button', { name: 'Print' }).click();
  assert.equal(await page.evaluate(() => window.printed), true);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.paper').isVisible(), true);
  for (const gone of ['.side', 'main', '.messages']) assert.equal(await page.locator(gone).isVisible(), false, gone);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await page.locator('.paper').count(), 0);
});
