// Nothing that a visitor, a colleague or a topic holds becomes markup, script or an address to follow.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fulfil } from './browser.mjs';
import { box, deskHarness } from './desk-harness.mjs';
import { injections } from './injections.mjs';

const shared = deskHarness();
const all = injections.join('\n');

const watched = { prepare: (page) => page.addInitScript(() => {
  for (const name of ['alert', 'prompt', 'confirm']) window[name] = () => (window.ran = name);
}) };

/** What must not be in the page: foreign elements, handlers, styles, addresses. */
const faults = (page) => page.evaluate(() => {
  const known = new Set('html head meta title link script body a header img nav ul ol li svg path b span button p main h1 h2 h3 h4 div label input textarea select option article section footer aside kbd q strong em br hr blockquote code pre details summary time form fieldset legend dl dt dd mark table thead tbody tr th td del ins dialog g rect text noscript'.split(' '));
  const wrong = window.ran ? [`ran: ${window.ran}`] : [];
  for (const one of document.querySelectorAll('*')) {
    if (!known.has(one.localName)) wrong.push(`<${one.localName}>`);
    if (/^(script|link|meta|title|img)$/.test(one.localName) && !one.closest('head') && !one.matches('header img')) if (!one.closest('svg')) wrong.push(`<${one.localName}> in the body`);
    for (const { name, value } of one.attributes) {
      if (/^(on|style$|srcdoc$|formaction$|xlink)/.test(name)) wrong.push(`${one.localName} ${name}`);
      if (name === 'href' && !/^(https?:|mailto:|tel:|\/|#)/.test(value)) wrong.push(`href ${value}`);
      if (name === 'href' && /evil/.test(new URL(value, location.href).hostname) && one.localName !== 'a') wrong.push(`${one.localName} ${value}`);
    }
  }
  return wrong;
});

test('typed or pasted into the box', async (t) => {
  const page = await shared.page(t, watched);
  for (const text of [all.slice(0, 6000), ...injections.filter((one) => one.length < 200).slice(0, 12), `Hello,\n\n${injections[4]} Does it hurt? ${injections[8]} How many sessions will I need?\n\nBest regards,\n${injections[0]}`]) {
    await box(page).fill(text);
    await page.waitForFunction(() => document.querySelector('.match, .letter, .empty, .urgent'));
  }
  await page.getByLabel('Draft reply').fill(all.slice(0, 6000));
  await page.getByRole('button', { name: 'Copy with formatting' }).click();
  await page.getByRole('status').getByText('Draft copied').waitFor();
  const html = await page.evaluate(async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text());
  assert.doesNotMatch(html.replace(/&lt;.*?&gt;/g, ''), /<(script|img|svg|iframe|style)/i);
  assert.deepEqual(await faults(page), []);
});

test('in an enquiry’s name, contact and message, a note and a draft', async (t) => {
  for (const text of [injections[0], injections[4], injections[16], '"><img src=x onerror=alert(1)>', 'javascript:alert(1)']) {
    const reference = await shared.visitor().enquire({ name: text, contact: `${text} <a@b.example>`, message: `${text} ${all.slice(0, 1500)}` });
    const page = await shared.page(t, { ...watched, path: `/desk/inbox#${reference}` });
    await page.locator('.person h2', { hasText: text }).waitFor();
    await page.getByLabel('Add a note').fill(text);
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.locator('.notes li').waitFor();
    await page.getByLabel('Draft reply').fill(text);
    await page.getByText('Draft saved.').waitFor();
    await page.evaluate(() => (window.print = () => {}));
    await page.getByRole('button', { name: 'Print' }).click();
    assert.deepEqual(await faults(page), [], text);
  }
});

test('in a question that nobody answered', async (t) => {
  for (const text of injections.slice(0, 20)) await shared.visitor().ask(`zzqx ${text}`.slice(0, 300));
  const page = await shared.page(t, { ...watched, path: '/desk/unanswered' });
  await page.locator('.group').first().waitFor();
  await page.getByRole('button', { name: 'Teach' }).first().click();
  await page.getByLabel('belong to the topic').fill(injections[4]);
  assert.deepEqual(await faults(page), []);
});

test('in a topic’s file: fields, preview, review', async (t) => {
  const page = await shared.page(t, { ...watched, path: '/desk/knowledge#fascia/layers.md' });
  const preview = () => page.waitForResponse('**/api/desk/knowledge/preview');
  await page.locator('.preview p').first().waitFor();
  for (const label of ['Title', 'How people ask', 'Answer', 'Say on the phone']) {
    const done = preview();
    await page.getByLabel(label, { exact: true }).fill(`${injections[0]} ${injections[4]}\n${all.slice(0, 4000)}`);
    await done;
  }
  await page.getByRole('button', { name: 'Whole file' }).click();
  assert.deepEqual(await faults(page), []);
});

test('in everything that the service itself sends, its HTML included', async (t) => {
  const hostile = injections.filter((one) => one.length < 500);
  const html = `<p>before</p>${hostile.join('')}<p>after</p>`;
  const text = hostile.join(' ').slice(0, 3000);
  const bad = injections[4];
  const rooms = {
    answer: ['/desk', { urgent: [{ topic: bad, title: bad, say: text }], letter: { greeting_name: bad, questions: [{ text, topic: bad, title: bad }], draft: text, draft_html: html, unanswered: [bad] },
      matches: [{ topic: bad, title: bad, short: text, text, html, confidence: 1, staff: { phone: text, email: text, hint: text }, sources: [{ title: bad, url: 'javascript:alert(1)' }, { title: bad, url: 'data:text/html,x' }], reviewed: bad }] }, '.match'],
    unanswered: ['/desk/unanswered', { groups: [{ wording: text, times: 3, first: bad, last: bad, wordings: [{ wording: bad, times: 1 }], shown: [{ topic: bad, title: bad, times: 1 }], partners: [bad], why: [bad] }] }, '.group'],
    knowledge: ['/desk/knowledge', { version: bad, topics: [{ id: bad, title: bad, group: bad, reviewed: bad, review_by: bad, overdue: true, questions: 1 }], files: [bad] }, '.overdue'],
    'knowledge/history': ['/desk/knowledge#history', { publications: [{ number: 1, at: bad, by: bad, note: bad, version: bad, files: [bad] }] }, '.history li'],
    figures: ['/desk/figures', { days: [{ day: '2026-11-22', answer: 3, clarify: 0, unknown: 0, urgent: 0 }], topics: [{ topic: bad, title: bad, times: 2, helpful: 1, unhelpful: 0 }], hours: Array(24).fill(1), weekdays: Array(7).fill(1), partners: [{ partner: bad, times: 1 }], total: {} }, '.rank li'],
    audit: ['/desk/account', { entries: [{ at: bad, by: bad, what: bad, on: bad }] }, 'tbody tr'],
  };
  for (const [address, [path, reply, shown]] of Object.entries(rooms)) {
    const page = await shared.page(t, { ...watched, path: '/desk/account' });
    await page.route((url) => url.pathname === `/api/desk/${address}`, (route) => fulfil(route, 200, reply));
    await page.goto(`${shared.server.url}${path}`);
    if (address === 'answer') await box(page).fill('anything');
    await page.locator(shown).first().waitFor();
    assert.deepEqual(await faults(page), [], address);
  }
});

test('the address after signing in stays in the desk', async (t) => {
  for (const next of ['//evil.example', 'https://evil.example', '/desk/../faq', 'javascript:alert(1)', '/desk//evil.example']) {
    const page = await shared.page(t, { ...watched, who: null, path: `/desk/sign-in?next=${encodeURIComponent(next)}` });
    await page.getByLabel('Your name').fill('Priya');
    await page.getByLabel('Password', { exact: true }).fill('a quiet morning');
    await page.keyboard.press('Enter');
    await box(page).waitFor();
    assert.equal(page.url(), `${shared.server.url}/desk`, next);
  }
});
