// The pages: sound HTML, and at work without JavaScript.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { questions, widget } from './browser.mjs';
import { harness } from './harness.mjs';
import { render } from './render.mjs';
import { built } from './stand-in.mjs';

const shared = harness();
const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:document'], rules: { 'doctype-style': ['error', { style: 'lowercase' }], 'require-sri': 'off', 'wcag/h32': 'off', // the editor has nothing to submit
  'tel-non-breaking': 'off', // the style sheet keeps a number on its line
  'long-title': 'off', 'no-trailing-whitespace': 'off', 'aria-label-misuse': ['error', { allowAnyNamable: true }] }, elements: ['html5', { 'faq-chat': { flow: true, phrasing: true, permittedContent: ['@flow'] }, search: { flow: true } }] });

const html = async (path, options = {}) => (await fetch(shared.server.url + path, { headers: { Accept: 'text/html' }, ...options })).text();
const asked = (message) => ({ method: 'POST', body: new URLSearchParams({ message }) });

for (const [path, options] of [['/'], ['/faq'], ['/faq?q=hurt'], ['/faq?q=zzz'], ['/faq/fascia/layers'], ['/ask'], ['/ask', asked(questions.answer)], ['/ask', asked(questions.urgent)], ['/ask', asked(questions.clarify)], ['/embed-check'], ['/nothing-here']]) {
  test(`sound HTML: ${path} ${options ? options.body.get('message') : ''}`, async () => {
    const { results } = await validator.validateString(await html(path, options));
    assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`)), []);
  });
}

test('all answers are on one page, by group, each with an address of its own', async (t) => {
  const page = await shared.page(t, { path: '/faq', javaScriptEnabled: false });
  const articles = await page.locator('article h3 a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  assert.ok(articles.length >= 5);
  for (const address of articles) assert.match(address, /^\/faq\/[a-z-]+\/[a-z-]+$/);
  assert.equal(new Set(articles).size, articles.length);
  await page.locator('article h3 a').first().click();
  assert.equal(new URL(await page.locator('link[rel=canonical]').getAttribute('href')).pathname, articles[0]);
});

test('the search works without JavaScript', async (t) => {
  const page = await shared.page(t, { path: '/faq', javaScriptEnabled: false });
  const all = await page.locator('article').count();
  await page.getByLabel('Search the answers').fill('deep tissue');
  await page.getByRole('button', { name: 'Search' }).click();
  const found = await page.locator('article').count();
  assert.ok(found > 0 && found < all);
  await page.getByLabel('Search the answers').fill('zzzz');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: 'ask in a sentence' }).waitFor();
});

test('the answers are there as FAQPage data', async (t) => {
  const page = await shared.page(t, { path: '/faq' });
  const data = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
  assert.equal(data['@type'], 'FAQPage');
  assert.equal(data.mainEntity.length, await page.locator('article').count());
  for (const one of data.mainEntity) {
    assert.equal(one['@type'], 'Question');
    assert.ok(one.name && one.acceptedAnswer.text);
  }
});

test('printed, the answers stand alone: no search, no chat, with the addresses of the sources', async (t) => {
  const page = await shared.page(t, { path: '/faq' });
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['form', 'nav', 'faq-chat']) assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  assert.equal(await page.locator('article').first().isVisible(), true);
});

test('the plain form answers, offers choices as buttons, and goes on with the conversation', async (t) => {
  const page = await shared.page(t, { path: '/ask', javaScriptEnabled: false });
  await page.getByLabel('Your question').fill(questions.clarify);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  const choice = page.locator('form.choices button').first();
  assert.equal(await page.locator('form.choices button').last().textContent(), 'None of these');
  assert.ok(await page.locator('form.choices input[name=conversation]').getAttribute('value'));
  await choice.click();
  await page.locator('.reply article').waitFor();
});

test('an urgent question to the plain form gets an urgent answer', async (t) => {
  const page = await shared.page(t, { path: '/ask', javaScriptEnabled: false });
  await page.getByLabel('Your question').fill(questions.urgent);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.locator('.urgent').getByRole('heading', { name: 'Please get help now' }).waitFor();
});

test('an address that is none gets a friendly page with ways on, and status 404', async () => {
  const response = await fetch(`${shared.server.url}/nothing-here`, { headers: { Accept: 'text/html' } });
  assert.equal(response.status, 404);
  assert.match(await response.text(), /href="\/faq"/);
});

test('what is shown where nothing else can be: sound HTML, with ways on, and nothing left to fill in', async () => {
  const folder = built();
  for (const status of ['404', '500']) {
    const page = readFileSync(join(folder, `${status}.html`), 'utf8');
    const { results } = await validator.validateString(page);
    assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)), []);
    assert.doesNotMatch(page, /\{\{|@\w+@/);
    for (const way of ['href="/"', 'href="/faq"', 'href="/ask"']) assert.ok(page.includes(way), way);
  }
});

test('the front page: questions open the chat, the editor changes it and the snippet', async (t) => {
  const page = await shared.page(t, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('link', { name: 'Does it hurt?' }).click();
  await widget(page).host.locator('.answer').waitFor();
  await widget(page).part('close').click();
  await page.getByLabel('Partner').fill('a"b');
  await page.getByLabel('Button').fill('Ask Lind');
  await page.getByLabel('Colour').fill('#ffe9a8');
  await page.getByLabel('Appearance').selectOption('dark');
  const snippet = await page.locator('#snippet').textContent();
  assert.match(snippet, /^<faq-chat partner="a&#34;b" accent="#ffe9a8" theme="dark">\n  <a href="http[^"]+\/ask\?partner=a%22b">Ask Lind<\/a>\n<\/faq-chat>\n<script src="http[^"]+\/widget.js" async><\/script>$/);
  assert.match(await page.locator('#pinned').textContent(), /widget\.[0-9a-f]{8}\.js"\n  integrity="sha256-[\w+/]{43}="\n  crossorigin async/);
  assert.equal(await widget(page).launcher.textContent(), 'Ask Lind');
  await page.getByText('This colour is too pale').waitFor();
  await page.getByRole('button', { name: 'Copy' }).first().click();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), snippet);
});

test('the partner’s check shows each fault with its mend', async (t) => {
  const page = await shared.page(t, { path: '/embed-check' });
  await page.getByLabel('Address of your page').fill('https://stranger.example/page');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.locator('.faults li code').first().waitFor();
});

test('the templates’ subset of Mustache', () => {
  const rows = [
    ['{{a}}', { a: '<b>&"\'' }, '&lt;b&gt;&amp;&quot;&#39;'],
    ['{{{a}}}', { a: '<b>' }, '<b>'],
    ['{{a}}', {}, ''],
    ['{{#a}}{{b}}{{/a}}', { a: [{ b: 1 }, { b: 2 }] }, '12'],
    ['{{#a}}{{c}}{{/a}}', { a: [{}], c: 'outer' }, 'outer'],
    ['{{#a}}x{{/a}}{{^a}}y{{/a}}', { a: [] }, 'y'],
    ['{{#a}}x{{/a}}{{^a}}y{{/a}}', { a: true }, 'x'],
    ['{{#a}}x{{/a}}', { a: '' }, ''],
    ['{{#a}}{{b}}{{/a}}', { a: { b: 'in' } }, 'in'],
    ['{{#a}}{{#b}}{{c}}{{/b}}{{/a}}', { a: [{ b: [{ c: 1 }] }] }, '1'],
    ['{{a}}', { a: '{{b}}', b: 'no' }, '{{b}}'],
  ];
  for (const [template, data, want] of rows) assert.equal(render(template, data), want, template);
});

test('no page and no style sheet names another host', () => {
  for (const file of ['index', 'faq', 'topic', 'ask', 'message', 'embed-check']) {
    const source = readFileSync(new URL(`../../widget/pages/${file}.html`, import.meta.url), 'utf8');
    assert.doesNotMatch(source.replaceAll('https://clinic.example', ''), /(?:src|href)="https?:/);
    assert.doesNotMatch(source, /<style|style=|onclick|javascript:/);
  }
});
