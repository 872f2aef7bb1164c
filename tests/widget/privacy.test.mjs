// Before anything leaves the browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayBePersonal, personal } from '../../widget/privacy.js';
import { sent, widget } from './browser.mjs';
import { harness } from './harness.mjs';

const shared = harness();

const noticed = [
  ['call me on 07700 900123 please', 'number', 'call me on […] please'],
  ['+44 20 7946 0018', 'number', '[…]'],
  ['(020) 7946-0018 is mine', 'number', '[…] is mine'],
  ['tel 555-867-5309', 'number', 'tel […]'],
  ['my mobile 91234567', 'number', 'my mobile […]'],
  ['write to ada.l+x@mail.example.org', 'email', 'write to […]'],
  ['born 3/4/1961, back hurts', 'birth', 'born […], back hurts'],
  ['born on 12.5.24', 'birth', 'born on […]'],
  ['1961-04-03', 'birth', '[…]'],
  ['I am from 3rd April 1961', 'birth', 'I am from […]'],
  ['geboren am 3. März 1961', 'birth', 'geboren am […]'],
  ['April 3, 1961', 'birth', '[…]'],
  ['NRIC S1234567D', 'number', 'NRIC […]'],
  ['NI QQ 12 34 56 C', 'number', 'NI […]'],
  ['NHS 943 476 5919', 'number', 'NHS […]'],
  ['passport AB1234567', 'number', 'passport […]'],
  ['Ausweis L01X00T471', 'number', 'Ausweis […]'],
  ['ssn 078-05-1120', 'number', 'ssn […]'],
];
for (const [text, kind, masked] of noticed) {
  test(`noticed: ${text}`, () => assert.deepEqual(personal(text, 2026), { kinds: [kind], masked }));
}

const passed = [
  'does it hurt?', 'call 999', 'is 116 123 free', 'open on 24/12?', 'since 12/11/2026', 'since 2026-11-12', 'it began on 3 May 2026', 'L4 L5 and S1', 'T12 fracture',
  '3 sessions of 45 minutes, 60-90 dollars', '10 000 steps a day', '5 x 10 reps', 'in 2019 i fell', '1,500 mg', 'covid-19', 'vitamin B12', 'C5-C6 disc at 55 years', 'at 10.30 or 11.30', 'version 1.2.3',
];
for (const text of passed) test(`not taken for personal: ${text}`, () => assert.deepEqual(personal(text, 2026), { kinds: [], masked: text }));

test('several kinds at once are all taken out', () => {
  const { kinds, masked } = personal('a@b.example or 07700 900123, born 3/4/1961', 2026);
  assert.deepEqual([kinds.sort(), masked], [['birth', 'email', 'number'], '[…] or […], born […]']);
});

test('no completions are asked for while a number or an address grows', () => {
  for (const text of ['my number is 0770', 'ada@', 'born 3/4', 'S1234']) assert.equal(mayBePersonal(text), true, text);
  for (const text of ['how long', 'L4 pain', '45 min']) assert.equal(mayBePersonal(text), false, text);
});

test('"send without it" sends the text without it', async (t) => {
  const page = await shared.page(t);
  const bodies = sent(page, '/api/ask');
  const chat = widget(page);
  await chat.open();
  await chat.input.fill('does it hurt? I am on 07700 900123');
  await chat.input.press('Enter');
  const notice = chat.host.getByRole('group', { name: 'Your question seems to hold a phone or ID number.' });
  await notice.getByText('does it hurt? I am on […]').waitFor();
  assert.equal(bodies.length, 0, 'nothing has left yet');
  await notice.getByRole('button', { name: 'Send without it' }).click();
  await chat.host.locator('.turn.clinic').nth(1).waitFor();
  assert.deepEqual(bodies, [{ message: 'does it hurt? I am on […]' }]);
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify({ ...sessionStorage })), /900123/);
});

test('the visitor may send it as it is, or change it', async (t) => {
  const page = await shared.page(t);
  const bodies = sent(page, '/api/ask');
  const chat = widget(page);
  await chat.open();
  await chat.input.fill('does it hurt? a@b.example');
  await chat.input.press('Enter');
  await chat.host.getByRole('button', { name: 'Change it' }).click();
  assert.equal(await chat.input.inputValue(), 'does it hurt? a@b.example');
  assert.equal(bodies.length, 0);
  await chat.input.press('Enter');
  await chat.host.getByRole('button', { name: 'Send as it is' }).click();
  await chat.host.locator('.turn.clinic').nth(1).waitFor();
  assert.equal(bodies[0].message, 'does it hurt? a@b.example');
});

test('of a number that is being typed, no part is sent for completions', async (t) => {
  const page = await shared.page(t, { clock: true });
  const asked = [];
  page.on('request', (request) => request.url().includes('/api/suggest') && asked.push(new URL(request.url()).searchParams.get('q')));
  const chat = widget(page);
  await chat.open();
  await page.clock.install();
  await chat.input.focus();
  for (const key of 'ring 07700 900123') {
    await page.keyboard.type(key);
    await page.clock.runFor(500);
  }
  assert.ok(asked.length > 0, 'of what stands before it, some is');
  for (const query of asked) assert.doesNotMatch(query, /\d{4}/);
});
