// Several people at once, an ended session, a lost line: nobody loses what they typed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { box, deskHarness } from './desk-harness.mjs';
import { people } from './desk-service.mjs';
import { fulfil } from './browser.mjs';

const shared = deskHarness();

/** A new enquiry of that name. */
const enquiry = (name, message = 'How many sessions will I need?') => shared.visitor().enquire({ name, contact: `${name.toLowerCase()}@example.org`, message });

test('two people cannot answer the same enquiry without knowing it', async (t) => {
  const reference = await enquiry('Nora');
  const page = await shared.page(t, { path: `/desk/inbox#${reference}` });
  await page.getByLabel('Draft reply').fill('Dear Nora,');
  await page.getByText('Draft saved.').waitFor();
  // The page does not hear of it before the button is pressed.
  await page.route('**/api/desk/changes*', (route) => route.abort());
  const tom = await shared.colleague();
  const { version } = await tom.get(`enquiries/${reference}`);
  await tom.post(`enquiries/${reference}`, { version, take: true });
  await page.getByRole('button', { name: 'Take it' }).click();
  await page.getByRole('dialog').getByText(/Tom/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Tom has this in hand.').waitFor();
  assert.equal(await page.getByLabel('Draft reply').inputValue(), 'Dear Nora,');
});

test('who else is looking is said', async (t) => {
  const reference = await enquiry('Olga');
  const tom = await shared.colleague();
  await tom.post(`enquiries/${reference}/looking`);
  const page = await shared.page(t, { path: `/desk/inbox#${reference}` });
  await page.getByText('Also looking at this now: Tom').waitFor();
});

test('what comes in and what others do appears by itself, and the letter stays as it is', async (t) => {
  const page = await shared.page(t, { path: `/desk/inbox#${await enquiry('Paul')}` });
  await page.getByLabel('Draft reply').fill('Half a sent');
  const reference = await enquiry('Quentin');
  await page.getByRole('link', { name: 'Quentin' }).waitFor();
  const tom = await shared.colleague();
  const { version } = await tom.get(`enquiries/${reference}`);
  await tom.post(`enquiries/${reference}`, { version, take: true });
  await page.getByRole('link', { name: 'Quentin' }).waitFor({ state: 'detached' });
  assert.equal(await page.getByLabel('Draft reply').inputValue(), 'Half a sent');
});

test('sound and the number in the tab are off until they are switched on', async (t) => {
  await enquiry('Rosa');
  const page = await shared.page(t, { path: '/desk/inbox', prepare: (page) => page.addInitScript(() => {
    window.tones = 0;
    window.OscillatorNode = class extends OscillatorNode {
      start(...when) {
        window.tones++;
        super.start(...when);
      }
    };
  }) });
  await page.getByRole('link', { name: 'Rosa' }).waitFor();
  assert.equal(await page.title(), 'Inbox – Front desk');
  await page.getByRole('switch', { name: /Tell me of new ones/ }).check();
  await page.waitForFunction(() => /^\(\d+\) Inbox/.test(document.title));
  const before = await page.evaluate(() => window.tones);
  await enquiry('Sven');
  await page.waitForFunction((before) => window.tones > before, before);
  await page.getByRole('switch', { name: /Tell me of new ones/ }).uncheck();
  await page.waitForFunction(() => document.title === 'Inbox – Front desk');
});

test('search and filters find the enquiry', async (t) => {
  await enquiry('Tilda', 'Is the treatment suited for lighthouse keepers?');
  const page = await shared.page(t, { path: '/desk/inbox' });
  await page.getByLabel('Search').fill('lighthouse');
  await page.getByText('1 enquiries shown').waitFor({ state: 'attached' });
  await page.getByRole('link', { name: 'Tilda' }).waitFor();
  await page.getByLabel('Only mine').check();
  await page.getByText('Nothing found').waitFor();
});

test('an ended session asks to sign in again, keeps what was typed and goes on', async (t) => {
  const page = await shared.page(t);
  await box(page).fill('does it hurt');
  await page.locator('.match').waitFor();
  await page.context().clearCookies();
  await box(page).fill('does it hurt much');
  const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
  await dialog.getByLabel('Password', { exact: true }).fill(people.editor.password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.match').waitFor();
  assert.equal(await box(page).inputValue(), 'does it hurt much');
});

test('a note typed when the session has ended is added after signing in', async (t) => {
  const page = await shared.page(t, { path: `/desk/inbox#${await enquiry('Ursula')}` });
  await page.getByLabel('Add a note').fill('Call back on Friday.');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill(people.editor.password);
  await page.keyboard.press('Enter');
  await page.locator('.notes').getByText('Call back on Friday.').waitFor();
});

test('offline is said, the text stays, and the draft is saved when the line is back', async (t) => {
  const page = await shared.page(t, { path: `/desk/inbox#${await enquiry('Vera')}` });
  const draft = page.getByLabel('Draft reply');
  await draft.waitFor();
  await page.context().setOffline(true);
  await page.getByText('You are offline.').first().waitFor();
  await draft.fill('Dear Vera, on Monday.');
  await page.getByText('The draft is not saved yet.').waitFor();
  await page.context().setOffline(false);
  await page.getByText('Draft saved.').waitFor();
  await page.locator('#banner').waitFor({ state: 'hidden' });
});

test('a hand edit made meanwhile is shown beside one’s own, and nothing is overwritten unseen', async (t) => {
  const page = await shared.page(t, { path: '/desk/knowledge#fascia/layers.md' });
  const title = page.getByLabel('Title', { exact: true });
  const old = await title.inputValue();
  await title.fill(`${old} (mine)`);
  const other = await shared.colleague(people.editor);
  const file = await other.get('knowledge/file?name=fascia/layers.md');
  const theirs = file.bytes.replace(/^(reviewed: ).*$/m, '$12026-11-21');
  await other.post('knowledge/publish', { edits: [{ file: 'fascia/layers.md', seen: file.seal, bytes: theirs }], note: 'Theirs' });
  await page.getByRole('button', { name: 'Review and publish' }).click();
  await page.getByRole('heading', { name: 'Somebody changed this file meanwhile' }).waitFor();
  await page.locator('.stale .come', { hasText: '(mine)' }).waitFor();
  await page.locator('.stale .gone', { hasText: '2026-11-21' }).waitFor();
  await page.getByRole('button', { name: 'Go on with theirs' }).click();
  assert.equal(await title.inputValue(), old);
  await page.getByText('As published.').waitFor();
});

test('a password is changed, and signing out everywhere ends the other sessions', async (t) => {
  const page = await shared.page(t, { path: '/desk/account', who: people.staff });
  const elsewhere = await shared.colleague();
  assert.equal(await page.getByText('What was done here').count(), 0, 'the log is for editors');
  await page.getByLabel('Current password').fill(people.staff.password);
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByRole('alert').getByText('At least 10 characters').waitFor();
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.waitForURL('**/desk/sign-in');
  assert.ok((await elsewhere.get('me')).detail, 'the other session has ended');
});

test('an editor erases a person', async (t) => {
  const reference = await enquiry('Wanda');
  const page = await shared.page(t, { path: '/desk/account' });
  await page.getByLabel('Phone number or e-mail address').fill('wanda@example.org');
  await page.getByRole('button', { name: 'Erase a person' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase a person' }).click();
  await page.getByText('Erased: 1 enquiries').waitFor();
  assert.equal((await (await shared.colleague()).get(`enquiries/${reference}`)).message, undefined);
});

test('every trouble says what to do', async (t) => {
  const rows = [[403, {}, 'Please ask an editor'], [404, {}, 'go back to the list'], [429, {}, 'Please wait a little'], [500, {}, 'Please try again'], [422, { detail: 'The note is empty. Write one.' }, 'The note is empty. Write one.']];
  const page = await shared.page(t);
  for (const [status, body, text] of rows) {
    await page.route('**/api/desk/answer', (route) => fulfil(route, status, body));
    await box(page).fill(`words ${status}`);
    await page.getByRole('alert').getByText(text).waitFor();
    await page.unroute('**/api/desk/answer');
  }
});
