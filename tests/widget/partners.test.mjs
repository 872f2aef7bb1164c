// What a partner's visitors get that the clinic's own do not, and strangers do not get at all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questions, widget } from './browser.mjs';
import { harness } from './harness.mjs';

const shared = harness();
// The stand-in keeps no list of partners.
const real = { skip: process.env.FAQBOT ? false : 'set FAQBOT to the built program' };

const snippet = (attributes) => {
  const { url } = shared.server;
  return `<!doctype html><html lang="en"><title>p</title><main><h1>Partner</h1></main><faq-chat ${attributes}><a href="${url}/ask">Ask the clinic</a></faq-chat><script src="${url}/widget.js" async></script>`;
};

test('topics that a partner leaves out are neither answered, suggested nor completed there', real, async (t) => {
  const page = await shared.page(t);
  const { site } = shared.server;
  await page.goto(site.page(snippet('partner="pale"')));
  const chat = widget(page);
  await chat.open();
  assert.ok((await chat.part('suggestion').count()) > 0);
  assert.equal(await chat.part('suggestion').filter({ hasText: 'myofascial' }).count(), 0);
  await chat.ask(questions.answer);
  assert.equal(await chat.last.locator('.answer').count(), 0);
  await chat.host.getByRole('button', { name: 'Leave a message' }).first().waitFor();
  const completions = async (partner) => (await (await fetch(`${shared.server.url}/api/suggest?q=myofascial+release+hurt&partner=${partner}`)).json()).suggestions.map((one) => one.topic);
  assert.ok((await completions('')).some((topic) => topic.startsWith('mfr/')));
  assert.ok(!(await completions('pale')).some((topic) => topic.startsWith('mfr/')));
});

test('an answer can be worded by the partner', real, async (t) => {
  const page = await shared.page(t);
  const { site } = shared.server;
  for (const [partner, words] of [['pale', true], ['studio', false]]) {
    await page.goto(site.page(snippet(`partner="${partner}"`)));
    const chat = widget(page);
    await chat.open();
    await chat.ask('what clothes should I wear to my appointment?');
    assert.equal(await chat.last.locator('strong', { hasText: 'yoga clothes' }).count(), Number(words));
    assert.equal(await chat.last.locator('a[href="https://pale.example/times"]').count(), Number(words));
  }
});

test('help in an emergency is the same everywhere', real, async (t) => {
  const page = await shared.page(t);
  await page.goto(shared.server.site.page(snippet('partner="pale"')));
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.urgent);
  await chat.host.locator('.urgent').waitFor();
});

test('on the page of somebody who is not listed, the button leads to the plain form', real, async (t) => {
  const page = await shared.page(t);
  const { site } = shared.server;
  const stranger = new URL(site.page(snippet('')));
  stranger.hostname = 'localhost';
  await page.goto(stranger.href);
  await widget(page).launcher.click();
  await page.waitForURL('**/ask');
  await page.goto(`${shared.server.url}/embed-check`);
  await page.getByLabel('Address of your page').fill('https://stranger.example');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('is not on the clinic').waitFor();
});

test('the check finds nothing wrong with a listed page, and a wrong id on it', real, async (t) => {
  const page = await shared.page(t, { path: '/embed-check' });
  await page.getByLabel('Address of your page').fill('https://studio.example');
  await page.getByLabel('Your partner id').fill('studio');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('Nothing keeps the chat from working on https://studio.example.').waitFor();
  await page.getByLabel('Your partner id').fill('pale');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('origin-of-another-partner').waitFor();
});
