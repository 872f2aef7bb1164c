// A partner's colours are made readable, whatever they are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast } from '../../widget/theme.js';
import { questions, widget } from './browser.mjs';
import { harness } from './harness.mjs';

const shared = harness();

test('contrast is the ratio of WCAG 2', () => {
  assert.equal(contrast([0, 0, 0], [1, 1, 1]), 21);
  assert.equal(contrast([1, 1, 1], [1, 1, 1]), 1);
  assert.equal(contrast([119 / 255, 119 / 255, 119 / 255], [1, 1, 1]).toFixed(2), '4.48');
});

/** Contrast of each of the given parts with what is painted behind it. */
const measured = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('faq-chat').shadowRoot;
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const pixel = (colour) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255);
    };
    const behind = (node) => {
      for (let at = node; at; at = at.parentElement) {
        const colour = pixel(getComputedStyle(at).backgroundColor);
        if (colour[3] === 1) return colour;
      }
      return [1, 1, 1];
    };
    return ['[part=send]', '[part=suggestion]', '.turn p', '.sources summary', '.bubble', '.foot'].map((selector) => {
      const node = root.querySelector(selector);
      return { selector, colours: [pixel(getComputedStyle(node).color).slice(0, 3), behind(node).slice(0, 3)] };
    });
  });

const themes = [
  ['the usual one', {}], ['pale yellow', { accent: '#ffe9a8' }], ['white', { accent: '#fff' }], ['black', { accent: '#000' }], ['mid grey', { accent: '#777' }],
  ['neon', { accent: 'oklch(0.9 0.3 140)' }], ['a display colour', { accent: 'color(display-p3 1 0.4 0)' }],
  ['a dark ground with the usual ink', { surface: '#202040' }], ['ink like the ground', { surface: '#fafafa', ink: '#eee' }], ['red on red', { accent: '#f00', surface: '#f33', ink: '#e22' }],
];
for (const colorScheme of ['light', 'dark']) {
  test(`whatever a partner chooses, everything can be read: ${colorScheme}`, async (t) => {
    const page = await shared.page(t, { colorScheme });
    const chat = widget(page);
    await chat.open();
    await chat.ask(questions.answer);
    for (const [name, theme] of themes) {
      await chat.host.evaluate((host, theme) => {
        for (const key of ['accent', 'surface', 'ink']) host.style.setProperty(`--faq-${key}`, theme[key] ?? '');
      }, theme);
      for (const { selector, colours } of await measured(page)) assert.ok(contrast(...colours) >= 4.45, `${name}, ${selector}: ${contrast(...colours).toFixed(2)}`);
    }
  });
}

test('a pale colour that is there from the beginning has dark letters on the button, before the rest is loaded and after', async (t) => {
  const page = await shared.page(t);
  const letters = () => widget(page).launcher.evaluate((button) => getComputedStyle(button).color);
  await page.evaluate(() => document.querySelector('faq-chat').setAttribute('accent', '#ffe9a8'));
  const [lightness] = (await letters()).match(/[\d.]+/);
  assert.equal(Number(lightness), 0);
  await widget(page).open();
  await widget(page).part('close').click();
  assert.match(await letters(), /srgb 0 0 0|rgb\(0, 0, 0\)/);
});

test('the theme attribute decides over the device', async (t) => {
  const page = await shared.page(t, { colorScheme: 'light' });
  await page.evaluate(() => document.querySelector('faq-chat').setAttribute('theme', 'dark'));
  const chat = widget(page);
  await chat.open();
  const ground = await chat.panel.evaluate((panel) => getComputedStyle(panel).backgroundColor);
  assert.equal(ground, 'rgb(23, 33, 31)');
});

test('what is no colour does not become one', async (t) => {
  const page = await shared.page(t);
  for (const accent of ['url(https://evil.example/x)', 'red;} * {display:none', '']) {
    await page.evaluate((accent) => document.querySelector('faq-chat').setAttribute('accent', accent), accent);
    assert.equal(await page.evaluate(() => document.querySelector('faq-chat').style.getPropertyValue('--faq-accent')), '');
  }
});

test('where the visitor’s own colours rule, every control still has its edge', async (t) => {
  const page = await shared.page(t, { forcedColors: 'active' });
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  for (const part of ['panel', 'input', 'send', 'suggestion', 'close']) {
    const { width, seen } = await chat.part(part).first().evaluate((node) => {
      const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(node);
      return { width: parseFloat(borderTopWidth), seen: borderTopColor !== backgroundColor };
    });
    assert.ok(width >= 1 && seen, part);
  }
});
