// Every word in every language.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fill, strings } from '../../widget/strings.js';

const english = strings('en');
const german = strings('de-AT');

test('both languages have the same words, none empty, with the same places to fill in', () => {
  assert.deepEqual(Object.keys(german).sort(), Object.keys(english).sort());
  const places = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const key of Object.keys(english)) {
    assert.ok(german[key].trim(), key);
    assert.deepEqual(places(german[key]), places(english[key]), key);
  }
});

test('an unknown language gets English, and a partner’s own words win', () => {
  assert.equal(strings('fr').send, 'Send');
  assert.equal(strings('en', { send: 'Go' }).send, 'Go');
});

test('places are filled in, unknown ones stay', () => {
  assert.equal(fill('{n} of {all}', { n: 0 }), '0 of {all}');
});

test('every word is used', () => {
  const code = ['panel', 'reply-view', 'composer', 'deliver', 'enquiry', 'feedback', 'transcript', 'figures'].map((file) => readFileSync(new URL(`../../widget/${file}.js`, import.meta.url), 'utf8')).join('');
  // By name alone: the kinds of personal data and of trouble.
  const byKind = ['email', 'birth', 'number', 'offline', 'down', 'refused', 'figureLayers', 'figureTrigger'];
  for (const key of Object.keys(english)) assert.ok(byKind.includes(key) || code.includes(`words.${key}`), key);
});
