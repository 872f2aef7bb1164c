// What a page pays for the chat: sizes, requests, long tasks and the time until it can be used. Prints a table.
//   node tests/widget/measure.mjs        FAQBOT or FAQBOT_URL: see browser.mjs
import { brotliCompressSync, constants } from 'node:zlib';
import { launch, questions, service, widget } from './browser.mjs';

const runs = 7;
const limits = { launcher: 2000, everything: 14000, requests: 3, longest: 50, usable: 60 };

const server = await service();
const browser = await launch();

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const bytesOf = async (path) => Buffer.from(await (await fetch(server.url + path)).arrayBuffer());
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

const launcher = await bytesOf('/widget.js');
const panels = [...launcher.toString().matchAll(/(widget-panel-(\w+)\.[0-9a-f]+\.js)/g)];
const rows = [];
const row = (what, value, limit) => rows.push([what, String(value), limit === undefined ? '' : `${value <= limit ? '≤' : 'MORE THAN'} ${limit}`]);

row('launcher, brotli, bytes', brotli(launcher), limits.launcher);
for (const [, file, language] of panels) {
  const bytes = await bytesOf(`/${file}`);
  row(`launcher and conversation (${language}), brotli, bytes`, brotli(launcher) + brotli(bytes), limits.everything);
}
for (const figure of ['fascia-layers', 'trigger-point']) row(`figure ${figure}, only where it is shown, brotli, bytes`, brotli(await bytesOf(`/figures/${figure}.svg`)));

const html = server.site.page(`<!doctype html><html lang="en"><title>p</title><faq-chat><a href="${server.url}/ask">Ask</a></faq-chat><script src="${server.url}/widget.js" async></script>`);

/**
 * One visit: open, and ask once.
 * @param {{slower: number, hover: boolean}} how
 */
async function visit({ slower, hover }) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  if (slower > 1) await client.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const requests = [];
  page.on('request', (request) => request.url().startsWith(server.url) && requests.push(request.url()));
  await page.addInitScript(() => {
    window.long = [];
    new PerformanceObserver((list) => window.long.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(html, { waitUntil: 'networkidle' });
  const closed = requests.length;
  if (hover) {
    await widget(page).launcher.hover();
    await page.waitForLoadState('networkidle');
  }
  const usable = await page.evaluate(async () => {
    const chat = document.querySelector('faq-chat');
    const begun = performance.now();
    chat.shadowRoot.querySelector('[part=launcher]').click();
    while (!chat.shadowRoot.activeElement?.matches('[part=input]')) await new Promise((resolve) => setTimeout(resolve));
    return performance.now() - begun;
  });
  const open = requests.length;
  // Asked from within the page: what the tests' own tools do in it would count as the chat's.
  await page.evaluate(async (question) => {
    const chat = document.querySelector('faq-chat');
    const answered = new Promise((resolve) => chat.addEventListener('faq-reply', resolve, { once: true }));
    await chat.ask(question);
    await answered;
  }, questions.answer);
  await page.waitForTimeout(200);
  const long = await page.evaluate(() => window.long);
  await context.close();
  return { closed, open, usable, longest: Math.max(0, ...long) };
}

for (const slower of [1, 4]) {
  for (const hover of [true, false]) {
    const visits = [];
    for (let run = 0; run < runs; run++) visits.push(await visit({ slower, hover }));
    const name = `CPU ${slower === 1 ? 'as it is' : `${slower} times slower`}, ${hover ? 'hovered first' : 'opened cold'}`;
    if (slower === 1 && !hover) {
      row('requests before the visitor comes near', visits[0].closed, 1);
      row('requests until usable', visits[0].open, limits.requests);
    }
    row(`${name}: open until typing is possible, ms, median of ${runs}`, Math.round(median(visits.map((one) => one.usable))), slower === 1 ? limits.usable : undefined);
    row(`${name}: longest task over 50 ms, load to answer (0: none), worst of ${runs}`, Math.round(Math.max(...visits.map((one) => one.longest))), limits.longest);
  }
}

const width = Math.max(...rows.map(([what]) => what.length));
for (const [what, value, verdict] of rows) console.log(`${what.padEnd(width)}  ${value.padStart(6)}  ${verdict}`);
await browser.close();
await server.close();
process.exit(rows.some(([, , verdict]) => verdict.startsWith('MORE')) ? 1 : 0);
