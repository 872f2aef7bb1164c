// On a phone, at high zoom, with a soft keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questions, widget } from './browser.mjs';
import { harness } from './harness.mjs';

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const shared = harness();

test('by touch at 360×640: open, ask, tap a suggestion, vote, close', async (t) => {
  const page = await shared.page(t, phone);
  const chat = widget(page);
  await chat.launcher.tap();
  await chat.panel.waitFor();
  assert.deepEqual(await chat.panel.boundingBox(), { x: 0, y: 0, width: 360, height: 640 });
  const typing = await chat.input.evaluate((input) => input.getRootNode().activeElement === input);
  assert.equal(typing, false, 'the keyboard does not spring up over the greeting');
  await chat.input.tap();
  await page.keyboard.type(questions.answer);
  await chat.part('send').tap();
  await chat.host.locator('.answer').waitFor();
  await chat.part('suggestion').first().tap();
  await chat.host.locator('.answer').nth(1).waitFor();
  await chat.part('close').tap();
  assert.equal(await chat.panel.isVisible(), false);
});

test('what is to be tapped is at least 24 pixels wide and high, the main controls 44', async (t) => {
  const page = await shared.page(t, phone);
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  const sizes = await chat.panel.locator('button, summary, textarea').evaluateAll((all) =>
    all.filter((one) => one.checkVisibility()).map((one) => {
      const { width, height } = one.getBoundingClientRect();
      return { name: one.getAttribute('part') ?? one.textContent, least: Math.min(width, height) };
    }),
  );
  for (const { name, least } of sizes) assert.ok(least >= 24, `${name}: ${least}`);
  for (const part of ['close', 'send', 'input']) assert.ok(sizes.find(({ name }) => name === part).least >= 44, part);
});

test('text in fields is at least 16 pixels, so that a phone does not zoom in', async (t) => {
  const page = await shared.page(t, phone);
  const chat = widget(page);
  await chat.open();
  const size = await chat.input.evaluate((input) => parseFloat(getComputedStyle(input).fontSize));
  assert.ok(size >= 16);
});

test('the soft keyboard hides neither the input nor the last message', async (t) => {
  const page = await shared.page(t, phone);
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  await chat.log.evaluate((log) => (log.scrollTop = log.scrollHeight));
  const lastVisible = () => chat.host.locator('[part=suggestion]').last().boundingBox();
  // Headless browsers have no soft keyboard: what one does to the visual viewport is played.
  await page.evaluate(() => {
    Object.defineProperty(visualViewport, 'height', { value: 340, configurable: true });
    Object.defineProperty(visualViewport, 'offsetTop', { value: 40, configurable: true });
    visualViewport.dispatchEvent(new Event('resize'));
  });
  const panel = await chat.panel.boundingBox();
  assert.deepEqual([panel.y, panel.height], [40, 340]);
  const input = await chat.input.boundingBox();
  assert.ok(input.y > 40 && input.y + input.height <= 380, 'the input is in what is left of the screen');
  const last = await lastVisible();
  assert.ok(last.y + last.height <= input.y, 'the last message too');
});

for (const [name, viewport] of [['400% zoom (320×256)', { width: 320, height: 256 }], ['320 pixels', { width: 320, height: 640 }]]) {
  test(`at ${name} nothing is cut off and nothing scrolls sideways`, async (t) => {
    const page = await shared.page(t, { viewport });
    const chat = widget(page);
    await chat.open();
    for (const question of [questions.answer, questions.clarify, questions.urgent, questions.figure]) await chat.ask(question);
    const [inside, sideways] = await chat.panel.evaluate((panel) => {
      const log = panel.querySelector('[part=log]');
      const all = [...panel.querySelectorAll('button, textarea, p, a, summary, figure')].filter((one) => one.checkVisibility() && !one.closest('.sr') && !one.matches('.sr'));
      return [all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1).map((one) => one.textContent), log.scrollWidth - log.clientWidth];
    });
    assert.deepEqual(inside, []);
    assert.equal(sideways, 0);
    assert.ok((await chat.log.boundingBox()).height >= 60, 'there is room to read');
    await chat.input.scrollIntoViewIfNeeded();
    assert.ok(await chat.part('send').isVisible());
    await chat.menu('Leave a message');
    await chat.host.getByRole('form').getByRole('button', { name: 'Send' }).click();
    assert.ok(await chat.host.getByText('This is needed').first().isVisible());
  });
}

test('from wide to narrow and back, the open chat changes its shape and keeps the conversation', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  await page.setViewportSize({ width: 360, height: 640 });
  await page.waitForFunction(() => document.querySelector('faq-chat').shadowRoot.querySelector('dialog').open);
  assert.equal((await chat.panel.boundingBox()).width, 360);
  await page.setViewportSize({ width: 1100, height: 800 });
  await page.waitForFunction(() => document.querySelector('faq-chat').shadowRoot.querySelector('dialog').matches(':popover-open'));
  assert.equal(await chat.host.locator('.you').count(), 1);
});
