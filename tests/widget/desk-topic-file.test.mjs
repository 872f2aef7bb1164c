// A topic's file as fields and back: what was not touched keeps its bytes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference } from '../../widget/desk/difference.js';
import { change, parse, read, write } from '../../widget/desk/topic-file.js';
import { filesOfRepository } from './desk-knowledge.mjs';

const sample = `---
title: Does it hurt?   # the question
# how they ask
questions:
  - does it hurt   # short
  - "is it: painful"
  - 'it''s sore'

see_also: [mfr/pressure, mfr/side-effects]
sources: []
own_key: {a: [1, 2]}
reviewed: 2026-11-22
staff:
  phone: Say "stop" at any time.
  # only for us
  hint: "Careful: bruises"
---
It can be tender.

- one
`;
const edited = (bytes, key, value) => {
  const file = parse(bytes);
  change(file, key, value);
  return write(file);
};

test('fields are read as YAML means them', () => {
  const file = parse(sample);
  const rows = [['title', 'Does it hurt?'], ['questions', ['does it hurt', 'is it: painful', "it's sore"]], ['see_also', ['mfr/pressure', 'mfr/side-effects']], ['sources', []], ['never', []],
    ['reviewed', '2026-11-22'], ['review_by', ''], ['staff.phone', 'Say "stop" at any time.'], ['staff.email', ''], ['staff.hint', 'Careful: bruises']];
  for (const [key, want] of rows) assert.deepEqual(read(file, key), want, key);
  assert.equal(file.body, 'It can be tender.\n\n- one\n');
});

test('every topic of the repository comes back byte for byte, and all its fields can be read', () => {
  for (const [name, bytes] of filesOfRepository()) {
    if (!name.endsWith('.md')) continue;
    const file = parse(bytes);
    assert.equal(write(file), bytes, name);
    for (const key of ['title', 'questions', 'see_also', 'sources', 'reviewed', 'review_by', 'staff.phone', 'staff.email', 'staff.hint']) {
      const value = read(file, key);
      assert.notEqual(value, undefined, `${name} ${key}`);
      change(file, key, value);
      assert.equal(write(file), bytes, `${name} ${key}`);
    }
  }
});

test('a change writes the lines of its own key and no others', () => {
  const rows = [
    ['title', 'Is it sore?', ['title: Does it hurt?   # the question', 'title: Is it sore?']],
    ['see_also', ['mfr/pressure'], ['[mfr/pressure, mfr/side-effects]', '[mfr/pressure]']],
    ['questions', ['does it hurt', 'is it: painful', "it's sore", 'yes: really'], ["  - 'it''s sore'\n", "  - 'it''s sore'\n  - \"yes: really\"\n"]],
    ['questions', ['is it: painful', 'does it hurt', "it's sore"], ['  - does it hurt   # short\n  - "is it: painful"\n', '  - "is it: painful"\n  - does it hurt   # short\n']],
    ['reviewed', '2027-01-02', ['reviewed: 2026-11-22', 'reviewed: 2027-01-02']],
    ['review_by', '2028-01-02', ['reviewed: 2026-11-22\n', 'reviewed: 2026-11-22\nreview_by: 2028-01-02\n']],
    ['staff.phone', 'Say #1: stop', ['phone: Say "stop" at any time.', 'phone: "Say #1: stop"']],
    ['staff.email', 'Write.', ['  hint: "Careful: bruises"\n', '  hint: "Careful: bruises"\n  email: Write.\n']],
    ['staff.phone', '', ['  phone: Say "stop" at any time.\n', '']],
  ];
  for (const [key, value, [before, after]] of rows) assert.equal(edited(sample, key, value), sample.replace(before, after), `${key}: ${value}`);
});

test('what is written is read back, whatever stands in it', () => {
  for (const text of ['yes', 'a: b', '# no', '"quoted"', "it's", '- x', '{a}', '[a]', 'a\\b', '12', '*star', 'ends with:', 'grüß dich', 'a\u2028x', '<script>', '@x', '`x`', '%x', 'a #b', 'null', '~', ', x', '...', '---']) {
    for (const key of ['title', 'staff.hint']) assert.equal(read(parse(edited(sample, key, text)), key), text, `${key} ${text}`);
    for (const key of ['questions', 'see_also']) assert.deepEqual(read(parse(edited(sample, key, [text, 'b'])), key), [text, 'b'], `${key} ${text}`);
  }
});

test('Windows line ends and a byte order mark stay', () => {
  const windows = `\uFEFF${sample.replaceAll('\n', '\r\n')}`;
  assert.equal(write(parse(windows)), windows);
  assert.equal(edited(windows, 'reviewed', '2027-01-02'), windows.replace('2026-11-22', '2027-01-02'));
  assert.deepEqual(read(parse(windows), 'questions'), ['does it hurt', 'is it: painful', "it's sore"]);
});

test('YAML of other kinds is left to the whole file’s view', () => {
  const rows = [['title', 'title: |\n  Two\n  lines\n'], ['title', 'title: &a Anchor\n'], ['title', 'title: Runs\n  on\n'], ['questions', 'questions: [a,\n  b]\n'], ['questions', 'questions:\n  - a\n    goes on\n'], ['staff.phone', 'staff: {phone: x}\n']];
  for (const [key, matter] of rows) assert.equal(read(parse(`---\n${matter}---\nBody\n`), key), undefined, matter);
});

test('what has no front matter is no topic', () => {
  for (const bytes of ['', 'text', '---\ntitle: x\n', 'x\n---\n---\n']) assert.equal(parse(bytes), null, bytes);
});

test('two texts differ in the lines that differ', () => {
  const kinds = (before, after) => difference(before.split(''), after.split('')).map(({ line, kind }) => `${{ same: '', gone: '-', come: '+' }[kind]}${line}`).join(' ');
  assert.equal(kinds('abc', 'abc'), 'a b c');
  assert.equal(kinds('abc', 'axc'), 'a -b +x c');
  assert.equal(kinds('', 'a'), '+a');
  assert.equal(kinds('ab', 'b'), '-a b');
});
