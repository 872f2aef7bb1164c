// By keyboard alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questions, widget } from './browser.mjs';
import { harness } from './harness.mjs';

const shared = harness();

/** What has the focus, inside the shadow root too: its part, label or text. */
const focused = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at.getAttribute('part') ?? at.getAttribute('aria-label') ?? at.textContent.trim();
  });

/** @param {import('playwright-core').Page} page */
async function tabTo(page, wanted, key = 'Tab') {
  for (let steps = 0; steps < 60; steps++) {
    if ((await focused(page)) === wanted) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${wanted} cannot be reached by ${key}`);
}

test('Enter on the launcher opens the chat with the focus in the question', async (t) => {
  const page = await shared.page(t);
  await widget(page).launcher.waitFor();
  await tabTo(page, 'launcher');
  await page.keyboard.press('Enter');
  await widget(page).panel.waitFor();
  assert.equal(await focused(page), 'input');
  assert.equal(await widget(page).launcher.getAttribute('aria-expanded'), 'true');
});

test('a whole turn: type, Enter, read on to sources, votes and suggestions in their order', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  await page.keyboard.type(questions.answer);
  await page.keyboard.press('Enter');
  await chat.host.locator('.answer').waitFor();
  assert.equal(await focused(page), 'input', 'one can go on typing');
  const stops = [];
  for (let steps = 0; steps < 30; steps++) {
    await page.keyboard.press('Shift+Tab');
    stops.unshift(await focused(page));
    if (stops[0] === 'close') break;
  }
  assert.deepEqual(stops.map((stop) => stop.replace(/ \(.*/, '')).slice(0, 7), ['close', 'log', 'More about this', 'Sources', 'Yes', 'No', 'suggestion']);
});

test('a suggestion pressed by keyboard leaves the focus in the question, not nowhere', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  await chat.part('suggestion').first().focus();
  await page.keyboard.press('Space');
  await chat.host.locator('.answer').nth(1).waitFor();
  assert.equal(await focused(page), 'input');
});

test('the arrow keys walk the completions and back into the text; Enter takes one', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  await page.keyboard.type('trigger');
  const list = chat.host.getByRole('listbox');
  await list.waitFor();
  const count = await list.getByRole('option').count();
  const active = () => chat.input.getAttribute('aria-activedescendant');
  assert.equal(await active(), null);
  await page.keyboard.press('ArrowDown');
  assert.equal(await active(), 'completion-0');
  assert.equal(await list.getByRole('option').first().getAttribute('aria-selected'), 'true');
  await page.keyboard.press('ArrowUp');
  assert.equal(await active(), null);
  await page.keyboard.press('ArrowUp');
  assert.equal(await active(), `completion-${count - 1}`);
  assert.equal(await focused(page), 'input');
  const label = await list.getByRole('option').last().textContent();
  await page.keyboard.press('Enter');
  await chat.host.locator('.you', { hasText: label }).waitFor();
  assert.equal(await list.isVisible(), false);
});

test('Escape closes what is on top: completions, then the panel; the focus returns to the launcher', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  await page.keyboard.type('trigger');
  await chat.host.getByRole('listbox').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await chat.host.getByRole('listbox').isVisible(), false);
  assert.equal(await chat.panel.isVisible(), true);
  await page.keyboard.press('Escape');
  assert.equal(await chat.panel.isVisible(), false);
  assert.equal(await focused(page), 'launcher');
  assert.equal(await chat.launcher.getAttribute('aria-expanded'), 'false');
});

test('Escape leaves the menu, the form and the privacy question one by one', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  await chat.host.getByRole('button', { name: 'More options' }).focus();
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'Leave a message');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'More options');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'Leave a message for the front desk');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'input');
  await page.keyboard.type('my number is 07700 900123');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'Send without it');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'input');
  assert.equal(await chat.input.inputValue(), 'my number is 07700 900123', 'the text is kept');
  assert.equal(await chat.panel.isVisible(), true);
});

test('Shift+Enter makes a line, and an input method takes its Enter for itself', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  await page.keyboard.type('one');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('two');
  assert.equal(await chat.input.inputValue(), 'one\ntwo');
  await chat.input.evaluate((input) => input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })));
  assert.equal(await chat.host.locator('.you').count(), 0);
});

test('on a wide screen the page behind stays in reach', async (t) => {
  const page = await shared.page(t);
  await widget(page).open();
  await tabTo(page, 'For partners', 'Shift+Tab');
});

test('on a small screen the page behind is out of reach until the chat is closed', async (t) => {
  const page = await shared.page(t, { viewport: { width: 360, height: 640 } });
  const chat = widget(page);
  await chat.open();
  for (let steps = 0; steps < 20; steps++) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(() => ['faq-chat', 'body'].includes(document.activeElement.localName));
    assert.ok(inside, 'the focus is in the chat, or in the browser itself');
  }
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'launcher');
});
