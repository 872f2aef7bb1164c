// Every word in every language.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fill } from '../../widget/fill.js';
import * as english from '../../widget/strings.js';
import * as german from '../../widget/strings.de.js';

test('both languages have the same words, none empty, with the same places to fill in', () => {
  assert.deepEqual(Object.keys(german), Object.keys(english));
  const places = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const key of Object.keys(english)) {
    assert.ok(german[key].trim(), key);
    assert.deepEqual(places(german[key]), places(english[key]), key);
  }
});

test('every word is used', () => {
  const folder = new URL('../../widget/', import.meta.url);
  const code = readdirSync(folder).filter((file) => file.endsWith('.js') && !file.startsWith('strings')).map((file) => readFileSync(new URL(file, folder), 'utf8')).join('');
  // `ask` is read by the build.
  for (const key of Object.keys(english)) assert.ok(key === 'ask' || code.includes(`words.${key}`), key);
});

test('places are filled in, unknown ones stay', () => {
  assert.equal(fill('{n} of {all}', { n: 0 }), '0 of {all}');
});
