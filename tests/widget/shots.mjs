// Pictures of every state, to look at: desktop and phone, light and dark; or the four of the README.
//   node tests/widget/shots.mjs FOLDER [SCREEN…]
//   node tests/widget/shots.mjs --readme            FAQBOT or FAQBOT_URL: see browser.mjs
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fulfil, launch, questions, service, widget } from './browser.mjs';

const [folder = 'shots', ...wanted] = process.argv.slice(2);
const readme = folder === '--readme';
if (!readme) mkdirSync(folder, { recursive: true });
const server = await service();
const browser = await launch();

const screens = {
  'desktop-light': { viewport: { width: 1200, height: 800 } },
  'desktop-dark': { viewport: { width: 1200, height: 800 }, colorScheme: 'dark' },
  'phone-light': { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  'phone-dark': { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2, colorScheme: 'dark' },
};

/** Each begins where the one before it ended. */
const states = {
  closed: (chat) => chat.launcher.waitFor(),
  open: (chat) => chat.open(),
  answer: (chat) => chat.ask(questions.answer),
  unfolded: async (chat) => {
    for (const summary of await chat.last.locator('summary').all()) await summary.click();
  },
  vote: async (chat) => {
    await chat.last.getByRole('button', { name: 'No', exact: true }).click();
    await chat.last.getByLabel('What could be better?').scrollIntoViewIfNeeded();
  },
  completions: async (chat, page) => {
    await chat.input.fill('');
    await chat.input.pressSequentially('trigger');
    await chat.host.getByRole('listbox').waitFor();
    await page.keyboard.press('ArrowDown');
  },
  clarify: async (chat, page) => {
    await page.keyboard.press('Escape');
    await chat.ask(questions.clarify);
  },
  figure: async (chat) => {
    await chat.ask(questions.figure);
    await chat.host.locator('figure path').first().waitFor();
  },
  point: async (chat) => {
    await chat.ask('what is a trigger point?');
    await chat.last.locator('figure path').first().waitFor();
  },
  unknown: (chat) => chat.ask(questions.unknown),
  urgent: (chat) => chat.ask(questions.urgent),
  privacy: async (chat) => {
    await chat.input.fill('does it hurt? my number is 07700 900123');
    await chat.input.press('Enter');
    await chat.host.getByRole('button', { name: 'Send without it' }).waitFor();
  },
  menu: async (chat, page) => {
    await page.keyboard.press('Escape');
    await chat.host.getByRole('button', { name: 'More options' }).click();
  },
  form: (chat) => chat.host.locator('ul.menu').getByRole('button', { name: 'Leave a message' }).click(),
  faults: (chat) => chat.host.getByRole('form').getByRole('button', { name: 'Send' }).click(),
  waiting: async (chat, page) => {
    await page.keyboard.press('Escape');
    await page.route('**/api/ask', (route) => new Promise((resolve) => setTimeout(resolve, 900)).then(() => fulfil(route, 503, {})));
    await chat.input.fill(questions.answer);
    await chat.input.press('Enter');
    await chat.host.locator('.waiting').waitFor();
  },
  error: (chat) => chat.host.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 15000 }),
};

const pages = { front: '/', faq: '/faq', topic: '/faq/fascia/layers', search: '/faq?q=hurt', ask: '/ask', check: '/embed-check', missing: '/nothing-here' };

/** What the README shows: a screen and what is asked on it. */
const pictures = {
  answer: [{ viewport: { width: 1120, height: 720 } }, questions.answer],
  'answer-phone-dark': [{ viewport: { width: 390, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1.5, colorScheme: 'dark' }, questions.answer],
  clarify: [{ viewport: { width: 390, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1.5 }, questions.clarify],
  urgent: [{ viewport: { width: 390, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1.5 }, questions.urgent],
};
for (const [name, [options, question]] of Object.entries(readme ? pictures : {})) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(server.url);
  await widget(page).open();
  await widget(page).ask(question);
  await page.screenshot({ path: join(fileURLToPath(new URL('../../widget/pictures', import.meta.url)), `${name}.png`) });
  await context.close();
}

for (const [screen, options] of Object.entries(readme ? {} : screens)) {
  if (wanted.length && !wanted.includes(screen)) continue;
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const shoot = (name, more = {}) => page.screenshot({ path: join(folder, `${screen}-${name}.png`), ...more });
  await page.goto(server.url);
  for (const [state, reach] of Object.entries(states)) {
    await reach(widget(page), page);
    await page.waitForTimeout(150);
    await shoot(state);
  }
  await context.close();
  for (const [name, path] of Object.entries(pages)) {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    await page.goto(server.url + path, { waitUntil: 'networkidle' });
    await page.screenshot({ path: join(folder, `${screen}-page-${name}.png`), fullPage: !['faq', 'search'].includes(name) });
    if (name === 'ask')
      for (const kind of ['answer', 'clarify', 'urgent']) {
        await page.getByLabel('question').fill(questions[kind]);
        await page.getByRole('button', { name: 'Ask', exact: true }).click();
        await page.getByLabel('Your next question').waitFor();
        await page.screenshot({ path: join(folder, `${screen}-page-ask-${kind}.png`), fullPage: true });
      }
    await context.close();
  }
}
await browser.close();
await server.close();
