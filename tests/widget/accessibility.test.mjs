// axe-core on every state and page, and what it cannot see: what is announced, and how.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast } from '../../widget/theme.js';
import { axeSource, fulfil, questions, widget } from './browser.mjs';
import { harness } from './harness.mjs';

const shared = harness();

/**
 * Violations, and what axe could not decide: in the widget where `inside` says so. axe never decides on the
 * letters of a drawing; a test of its own measures them. Elements are named only where there is something to say,
 * which takes half the time.
 */
async function axe(page, inside) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async (inside) => {
    const where = inside ? { include: [['faq-chat']], exclude: [{ fromShadowDom: ['faq-chat', '.drawing'] }] } : document;
    const look = async (selectors) => {
      const { violations, incomplete } = await window.axe.run(where, { selectors, resultTypes: ['violations', 'incomplete'] });
      return [...violations, ...incomplete];
    };
    if (!(await look(false)).length) return [];
    return (await look(true)).map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.any?.[0]?.message ?? ''}`).join(' | ')}`);
  }, inside);
}

/** From closed to error, one after the other; what can be seen together is looked at together. */
const states = {
  closed: (chat) => chat.launcher.waitFor(),
  open: (chat) => chat.open(),
  'answered, all unfolded, with completions': async (chat) => {
    await chat.ask(questions.answer);
    for (const summary of await chat.last.locator('summary').all()) await summary.click();
    await chat.last.getByRole('button', { name: 'No', exact: true }).click();
    await chat.last.getByLabel('What could be better?').waitFor();
    await chat.ask(questions.figure);
    await chat.host.locator('figure path').first().waitFor();
    await chat.input.pressSequentially('trigger');
    await chat.host.getByRole('listbox').waitFor();
    await chat.input.press('ArrowDown');
  },
  'choices, and the menu': async (chat) => {
    await chat.input.press('Escape');
    await chat.ask(questions.clarify);
    await chat.host.getByRole('button', { name: 'More options' }).click();
  },
  'unknown, urgent, and a number noticed': async (chat, page) => {
    await page.keyboard.press('Escape');
    await chat.ask(questions.unknown);
    await chat.ask(questions.urgent);
    await chat.input.fill('my number is 07700 900123');
    await chat.input.press('Enter');
    await chat.host.getByRole('button', { name: 'Send without it' }).waitFor();
  },
  'form with faults': async (chat, page) => {
    await page.keyboard.press('Escape');
    await chat.menu('Leave a message');
    await chat.host.getByRole('form').getByRole('button', { name: 'Send' }).click();
  },
  error: async (chat, page) => {
    await page.keyboard.press('Escape');
    await page.clock.install();
    await page.route('**/api/ask', (route) => fulfil(route, 503, {}));
    await chat.input.fill(questions.answer);
    await chat.input.press('Enter');
    for (let tries = 0; tries < 2; tries++) {
      await chat.host.getByText('No answer yet').waitFor();
      const next = page.waitForResponse('**/api/ask');
      await page.clock.runFor(3000);
      await next;
    }
    await chat.host.getByRole('button', { name: 'Try again' }).waitFor();
    await page.clock.resume();
  },
};

const light = { colorScheme: 'light', forcedColors: 'none' };
const colours = {
  light,
  dark: { ...light, colorScheme: 'dark' },
  'forced colours': { ...light, forcedColors: 'active' },
};

/** The page in these colours, when it has taken notice of them. */
async function show(page, media) {
  await page.emulateMedia(media);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

// So high that nothing is scrolled out of sight: axe decides on what it can see.
const tall = 6000;

const layouts = {
  'every colour': { inColours: { ...colours, 'a pale partner colour': { ...light, accent: '#ffe9a8' } } },
  'right to left': { attributes: 'dir="rtl"' },
  '320 pixels, by touch': { viewport: { width: 320, height: tall }, hasTouch: true, isMobile: true },
};

for (const [layout, { attributes = '', inColours = { light }, ...options }] of Object.entries(layouts)) {
  test(`axe finds nothing in any state: ${layout}`, async (t) => {
    const { url, site } = shared.server;
    const page = await shared.page(t, {
      viewport: { width: 1100, height: tall },
      clock: true,
      ...options,
      prepare: (page) => page.route('**/api/feedback', (route) => fulfil(route, 201, {})),
      path: site.page(`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Partner</title><style>.tall { --faq-height: 5900px }</style><main><h1>Partner</h1></main><faq-chat ${attributes} class="tall"><a href="${url}/ask">Ask</a></faq-chat><script src="${url}/widget.js" async></script>`),
    });
    const chat = widget(page);
    for (const [state, reach] of Object.entries(states)) {
      await reach(chat, page);
      for (const [name, { accent = '', ...media }] of Object.entries(inColours)) {
        await chat.host.evaluate((host, accent) => host.style.setProperty('--faq-accent', accent), accent);
        await show(page, media);
        assert.deepEqual(await axe(page, true), [], `${state}, ${name}`);
      }
      await show(page, light);
    }
  });
}

for (const path of ['/', '/faq', '/faq?q=hurt', '/faq?q=zzz', '/faq/fascia/layers', '/ask', '/embed-check', '/nothing-here']) {
  test(`axe finds nothing on ${path}`, async (t) => {
    const page = await shared.page(t, { path });
    for (const [name, media] of Object.entries(colours)) {
      await show(page, media);
      assert.deepEqual(await axe(page, false), [], name);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await show(page, light);
    assert.deepEqual(await axe(page, false), [], '320 pixels');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, 'nothing scrolls sideways');
  });
}

test('axe finds nothing on the answers of the plain form', async (t) => {
  const page = await shared.page(t, { path: '/ask' });
  for (const question of Object.values(questions)) {
    await page.getByLabel('question').fill(question);
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByLabel('Your next question').waitFor();
    for (const [name, media] of Object.entries(colours)) {
      await show(page, media);
      assert.deepEqual(await axe(page, false), [], `${question}, ${name}`);
    }
  }
});

test('the letters of a drawing can be read in light and in dark, and are never mirrored', async (t) => {
  for (const colorScheme of ['light', 'dark']) {
    const page = await shared.page(t, { colorScheme });
    await page.evaluate(() => (document.querySelector('faq-chat').dir = 'rtl'));
    const chat = widget(page);
    await chat.open();
    await chat.ask(questions.figure);
    const text = chat.host.locator('.drawing text').first();
    await text.waitFor();
    const [ink, ground, direction] = await text.evaluate((node) => {
      const rgb = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map((part) => (colour.startsWith('color(') ? Number(part) : part / 255));
      return [rgb(getComputedStyle(node).fill), rgb(getComputedStyle(node.closest('figure')).backgroundColor), getComputedStyle(node).direction];
    });
    assert.ok(contrast(ink, ground) >= 7);
    assert.equal(direction, 'ltr');
    assert.equal(await chat.host.locator('.drawing').getAttribute('aria-hidden'), 'true');
  }
});

test('the log is a polite log with a name, and a reply is in no other live region', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  const log = chat.host.getByRole('log', { name: 'Conversation' });
  assert.equal(await log.getAttribute('aria-live'), 'polite');
  const said = await chat.host.evaluate((host) => [...host.shadowRoot.querySelectorAll('[role=status], [role=alert], [aria-live=assertive]')].map((one) => one.textContent).join(''));
  assert.doesNotMatch(said, /tender/);
});

test('each message is added to the log once; what is remembered is there before the log is', async (t) => {
  const page = await shared.page(t);
  const watch = () =>
    page.evaluate(() => {
      window.added = [];
      const log = document.querySelector('faq-chat').shadowRoot.querySelector('[part=log]');
      new MutationObserver((changes) => {
        for (const change of changes) if (change.target === log) for (const node of change.addedNodes) window.added.push(node.className);
      }).observe(log, { childList: true, subtree: true });
    });
  const chat = widget(page);
  await chat.open();
  await watch();
  await chat.ask(questions.answer);
  assert.deepEqual((await page.evaluate(() => window.added)).filter((name) => name.startsWith('turn')), ['turn you', 'turn clinic']);
  await page.reload();
  await chat.host.locator('.you').waitFor();
  await watch();
  await chat.ask(questions.unknown);
  assert.deepEqual((await page.evaluate(() => window.added)).filter((name) => name.startsWith('turn')), ['turn you', 'turn clinic']);
});

test('the panel is a dialog named by its heading, the launcher says that it opens one', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  assert.equal(await chat.launcher.getAttribute('aria-haspopup'), 'dialog');
  await chat.open();
  await chat.host.getByRole('dialog', { name: 'Core Fitness Physiotherapy & Pilates' }).waitFor();
});

test('with reduced motion nothing moves', async (t) => {
  for (const [reducedMotion, moves] of [['reduce', false], ['no-preference', true]]) {
    const page = await shared.page(t, { reducedMotion });
    const chat = widget(page);
    await chat.open();
    await chat.ask(questions.answer);
    const name = await chat.last.evaluate((turn) => getComputedStyle(turn).animationName);
    assert.equal(name !== 'none', moves);
  }
});

test('with the browser’s text twice as large the chat is twice as large, whatever the page says', async (t) => {
  const page = await shared.page(t);
  const client = await page.context().newCDPSession(page);
  const size = () => widget(page).host.evaluate((host) => getComputedStyle(host).fontSize);
  assert.equal(await size(), '16px');
  await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  await page.reload();
  await widget(page).launcher.waitFor();
  assert.equal(await size(), '32px');
});
