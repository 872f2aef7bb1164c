// The front desk by keyboard alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { box, deskHarness } from './desk-harness.mjs';
import { fillWithSamples } from './desk-service.mjs';

const shared = deskHarness(fillWithSamples);
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent.trim());

test('typing goes into the box at once; arrows choose, Enter copies the answer, Ctrl Enter the paragraph for an e-mail', async (t) => {
  const page = await shared.page(t);
  await box(page).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('does it hurt');
  await page.locator('.match').waitFor();
  const selected = page.locator('[role=option][aria-selected=true] .title');
  const first = await selected.textContent();
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await selected.textContent(), first);
  assert.equal(await box(page).getAttribute('aria-activedescendant'), 'match-1');
  assert.equal(await page.locator('.match h2').textContent(), await selected.textContent());
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Copied: ').waitFor();
  assert.match(await shared.clipboard(page), /^It can be tender/);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('status').getByText('Copied the paragraph').waitFor();
  assert.equal(await shared.clipboard(page), await page.locator('.email-block .lines').textContent());
  assert.equal(await box(page).inputValue(), 'does it hurt', 'Enter makes no line');
});

test('Enter pressed before the answer is there copies the answer to what was typed', async (t) => {
  const page = await shared.page(t);
  await box(page).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('what is a trigger point');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Copied: ').waitFor();
  assert.match(await shared.clipboard(page), /trigger point/i);
});

test('g and a letter jump between the rooms, / to the box, and Esc goes back', async (t) => {
  const page = await shared.page(t);
  await page.locator('.start').waitFor();
  await page.keyboard.press('Escape');
  for (const [key, heading] of [['i', 'Inbox'], ['u', 'Unanswered'], ['k', 'Knowledge'], ['f', 'Figures'], ['m', 'Priya']]) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    assert.equal(await focused(page), heading);
  }
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.keyboard.press('/');
  assert.equal(await focused(page), 'Search');
  await page.keyboard.type('gi');
  assert.equal(await page.getByLabel('Search').inputValue(), 'gi', 'letters typed into a field are text');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await box(page).waitFor();
});

test('J and K walk the inbox, Esc returns to the list', async (t) => {
  const page = await shared.page(t, { path: '/desk/inbox' });
  await page.locator('.rows li').nth(2).waitFor();
  const names = await page.locator('.rows strong').allTextContents();
  await page.keyboard.press('j');
  await page.locator('.person h2', { hasText: names[0] }).waitFor();
  await page.keyboard.press('j');
  await page.locator('.person h2', { hasText: names[1] }).waitFor();
  await page.keyboard.press('k');
  await page.locator('.person h2', { hasText: names[0] }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Choose an enquiry').waitFor();
  assert.match(await focused(page), new RegExp(names[0]));
});

test('? lists the keys; there they can be switched off', async (t) => {
  const page = await shared.page(t, { path: '/desk/inbox' });
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await dialog.getByText('copy the answer').waitFor();
  await dialog.getByRole('switch').uncheck();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  assert.equal(await dialog.count(), 0);
  assert.equal(new URL(page.url()).pathname, '/desk/inbox');
});

test('a dialog closed gives the focus back to what opened it', async (t) => {
  const page = await shared.page(t, { path: '/desk/unanswered' });
  await page.getByRole('button', { name: 'Teach' }).first().focus();
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'belong to the topic');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'Teach');
});

test('a room opens with the focus at its heading, so that Tab leads straight into it', async (t) => {
  const page = await shared.page(t, { path: '/desk/figures' });
  await page.locator('.tiles').waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Download as CSV');
});
