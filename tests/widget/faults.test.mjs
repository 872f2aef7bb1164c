// When something is wrong on the way: it says so, keeps the text, and tries again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fulfil, questions, widget } from './browser.mjs';
import { harness } from './harness.mjs';

const shared = harness();

/**
 * The first answers are faults, then the service answers itself. The page's time is in the test's hands: `later`
 * lets so many milliseconds go by.
 */
async function failing(t, faults) {
  let asked = 0;
  const page = await shared.page(t, {
    clock: true,
    prepare: (page) =>
      page.route('**/api/ask', (route) => {
        const fault = faults[asked++];
        return fault ? fault(route) : route.fallback();
      }),
  });
  const chat = widget(page);
  await chat.open();
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
  await chat.input.fill(questions.answer);
  await chat.input.press('Enter');
  return { page, chat, asked: () => asked, later: (time) => page.clock.runFor(time) };
}

/** An answer that is kept back until `release` is called. */
function held() {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  return { release, answer: (route) => released.then(() => route.fallback()) };
}

const status = (code, headers) => (route) => fulfil(route, code, { title: 'no', status: code }, headers);
const drop = (route) => route.abort('connectionfailed');

test('an answer that takes its time shows that it is on its way, after 300 ms and not before', async (t) => {
  const { release, answer } = held();
  const { chat, later } = await failing(t, [answer]);
  await later(290);
  assert.equal(await chat.host.locator('.waiting').count(), 0);
  await later(100);
  await chat.host.locator('.waiting').waitFor();
  await chat.host.getByRole('status').getByText('Looking for the answer').waitFor();
  assert.equal(await chat.part('send').isDisabled(), true);
  release();
  await chat.host.locator('.answer').waitFor();
  assert.equal(await chat.host.locator('.waiting').count(), 0);
  assert.equal(await chat.part('send').isDisabled(), false);
});

test('what is typed while an answer is on its way stays', async (t) => {
  const { release, answer } = held();
  const { chat } = await failing(t, [answer]);
  await chat.input.fill('the next one');
  await chat.input.press('Enter');
  release();
  await chat.host.locator('.answer').waitFor();
  assert.equal(await chat.input.inputValue(), 'the next one');
});

test('429: says for how long, and asks again by itself after Retry-After', async (t) => {
  const { chat, asked, later } = await failing(t, [status(429, { 'Retry-After': '7' })]);
  await chat.host.getByText('Trying again in 7 seconds').waitFor();
  await later(6900);
  assert.equal(asked(), 1);
  await later(200);
  await chat.host.locator('.answer').waitFor();
  assert.equal(await chat.host.locator('.note').count(), 0, 'the note goes');
  assert.equal(asked(), 2);
});

test('503: tries again by itself', async (t) => {
  const { chat, asked, later } = await failing(t, [status(503)]);
  await chat.host.getByText('No answer yet. Trying again').waitFor();
  await later(1000);
  await chat.host.locator('.answer').waitFor();
  assert.equal(asked(), 2);
});

test('503 for long: gives a button, a plain page, and keeps the question', async (t) => {
  const { chat, asked, later } = await failing(t, [status(503), status(503), status(503)]);
  const again = chat.host.getByRole('button', { name: 'Try again' });
  for (const pause of [1000, 3000]) {
    await chat.host.getByText('No answer yet. Trying again').waitFor();
    const next = chat.host.page().waitForResponse('**/api/ask');
    await later(pause);
    await next;
  }
  await again.waitFor();
  assert.equal(asked(), 3);
  assert.match(await chat.host.getByRole('link', { name: 'Open the plain page' }).getAttribute('href'), /\/ask$/);
  assert.equal(await chat.host.locator('.you').textContent(), `You asked:${questions.answer}`);
  await again.click();
  await chat.host.locator('.answer').waitFor();
});

test('a connection that breaks is tried again', async (t) => {
  const { chat, later } = await failing(t, [drop]);
  await chat.host.getByText('No answer yet. Trying again').waitFor();
  await later(1000);
  await chat.host.locator('.answer').waitFor();
});

test('offline: says so, and sends when the browser is back', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  await page.context().setOffline(true);
  await chat.input.fill(questions.answer);
  await chat.input.press('Enter');
  await chat.host.getByText('You seem to be offline. Your question is kept').waitFor();
  await page.context().setOffline(false);
  await chat.host.locator('.answer').waitFor();
});

test('a refused question comes back into the input, to be changed', async (t) => {
  const { chat } = await failing(t, [status(413)]);
  await chat.host.getByText('This could not be sent.').waitFor();
  assert.equal(await chat.input.inputValue(), questions.answer);
  await chat.input.press('Enter');
  await chat.host.locator('.answer').waitFor();
});

test('completions that fail are passed over', async (t) => {
  const page = await shared.page(t, { prepare: (page) => page.route('**/api/suggest*', drop) });
  const chat = widget(page);
  await chat.open();
  const failed = page.waitForEvent('requestfailed');
  await chat.input.pressSequentially('trigger');
  await failed;
  await chat.input.press('Enter');
  await chat.host.locator('.answer, .choices, .turn.clinic').nth(1).waitFor();
});

test('without its settings the chat opens with its defaults', async (t) => {
  for (const fault of [status(404), status(500), drop, (route) => fulfil(route, 200, null), (route) => route.fulfill({ body: 'not JSON' })]) {
    const page = await shared.page(t, { prepare: (page) => page.route('**/api/widget*', fault) });
    await widget(page).open();
    await widget(page).host.getByText('Hello. What would you like to know?').waitFor();
  }
});

test('where the second file cannot be had, the launcher leads to the plain page', async (t) => {
  const page = await shared.page(t, { prepare: (page) => page.route('**/widget-panel-*', drop) });
  await widget(page).launcher.click();
  await page.waitForURL('**/ask');
});

test('a second file that is not the one that was built with the first does not run', async (t) => {
  const page = await shared.page(t, {
    prepare: (page) => page.route('**/widget-panel-*', (route) => route.fulfill({ contentType: 'text/javascript', headers: { 'Access-Control-Allow-Origin': '*' }, body: 'window.foreign = true; export const mount = () => {}' })),
  });
  await widget(page).launcher.click();
  await page.waitForURL('**/ask');
  assert.equal(await page.evaluate(() => window.foreign), undefined);
});
