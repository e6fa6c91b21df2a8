import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';

import { distance, fold, parseQuery, simplify, stem, termsOf } from '../../Templates/search-terms.js';
import { essence } from '../../Templates/search-pasted.js';

// A part of the parameters that the index has.
const ranking = {
  stopWords: 'the a of is how', signals: 'error failed', particles: 'のを',
  endings: [['ations', '', 4], ['ation', '', 4], ['ed', '', 3], ['s', '', 3], ['e', '', 3]],
};

const variants = new Map([['資', '资'], ['庫', '库']]);

test('texts are split into the terms of the table, which is also used to test the program', () => {
  const lines = fs.readFileSync(new URL('../Search/terms.tsv', import.meta.url), 'utf8').trim().split('\n');
  assert.ok(lines.length > 15);
  for (const line of lines) {
    const tab = line.indexOf('\t');
    assert.equal(termsOf(line.slice(0, tab)).map(({ term, role }) => `${term}:${role}`).join(' '), line.slice(tab + 1), line);
  }
});

test('Chinese is simplified as in the index, also in quotes', () => {
  assert.equal(simplify('資料', variants), '资料');
  const query = parseQuery('"資料庫"', ranking, variants);
  assert.deepEqual(query.words.map(({ term }) => term), ['资料', '料库']);
  assert.deepEqual(query.phrases, [['资料', '料库']]);
  assert.deepEqual(query.pairs, ['资料 料库']);
});

test('letters are folded as in the program', () => {
  const table = fs.readFileSync(new URL('../Search/folding.tsv', import.meta.url), 'utf8').trim().split('\n');
  assert.ok(table.length > 800);
  for (const line of table) {
    const [letter, folded] = line.split('\t');
    assert.equal(fold(letter), folded ?? '', `U+${letter.codePointAt(0).toString(16)}`);
  }
});

test('the forms of a word have one stem', () => {
  assert.equal(new Set(['configure', 'configured', 'configuration', 'configurations'].map((word) => stem(word, ranking.endings))).size, 1);
  assert.equal(stem('v2ed', ranking.endings), 'v2ed');
});

test('wrong letters are counted up to a limit', () => {
  assert.equal(distance([...'conection'], [...'connection'], 2), 1);
  assert.equal(distance([...'teh'], [...'the'], 1), 1);
  assert.equal(distance([...'kitten'], [...'sitting'], 2), null);
});

test('a query has its open word, phrases, compounds, and whether it asks for help', () => {
  const query = parseQuery('the “access token” of invalid_gra', ranking, variants);
  assert.deepEqual(query.phrases, [['access', 'token']]);
  assert.equal(query.words.at(-1).term, 'gra');
  assert.equal(query.words.at(-1).isOpen, true);
  assert.equal(query.words.find(({ term }) => term === 'invalid').compound, query.words.findIndex(({ term }) => term === 'invalidgra'));
  assert.equal(parseQuery('printer ', ranking, variants).words[0].isOpen, false);
  assert.equal(parseQuery('printer', ranking, variants).asksForHelp, false);
  assert.equal(parseQuery('printer failed', ranking, variants).asksForHelp, true);
});

test('in a long message numbers and ids are variable, and 24 words are kept', () => {
  const text = 'Request 8f3a77bc91 failed at 2026-01-02T04:05:06 on host db while reading rows because error 0x80070005 said so';
  const { words } = parseQuery(text, ranking, variants);
  assert.deepEqual(words.filter(({ isVariable }) => isVariable).map(({ term }) => term).includes('8f3a77bc91'), true);
  assert.equal(words.find(({ term }) => term === '0x80070005').isVariable, false);
  // Lengths are counted in UTF-8, as in the program.
  assert.equal(parseQuery('one two three four five six seven է2024', ranking, variants).words.at(-1).isVariable, true);
  const many = Array.from({ length: 100 }, (_, index) => `word${'x'.repeat(index % 30)}${index}`);
  assert.equal(parseQuery(many.join(' '), ranking, variants).words.length, 24);
});

const message = 'TokenError: invalid_grant: token of user 991 has expired';

test('of a pasted traceback the message is kept', () => {
  const frames = 'Traceback (most recent call last):\n  File "/srv/app/main.py", line 41, in <module>\n    run(load_settings())\n  File "/srv/app.py", line 8, in run\n    open()\n';
  assert.equal(essence(frames + message), message);
  assert.equal(essence(`${message}\n\tat com.example.Shop.open(Shop.java:12)\n\tat java.base/java.lang.Thread.run(Thread.java:840)\n\t... 3 more\n`), message);
  assert.equal(essence(`${message}\n    at open (/srv/shop.js:12:3)\n    at /srv/shop.js:14:9`), message);
});

test('of a pasted log the line that tells of the fault is kept, also without line breaks', () => {
  const log = `2031-11-12 23:59:57,001 INFO [main] started on port 8080\n2031-11-12 23:59:58,412 ERROR [main] ${message}\n2031-11-12 23:59:59,000 DEBUG [pool] closed`;
  assert.equal(essence(log), `ERROR [main] ${message}`);
  assert.equal(essence(log.replaceAll('\n', ' ')), `ERROR [main] ${message}`);
});

test('addresses, paths and ids are left out of long texts, and short ones stay as they are', () => {
  assert.equal(essence('cannot open https://kb.example/a /srv/app/data/x.db f81d4fae-7dec-11d0-a765-00a0c91e6bf6 because it is locked'), 'cannot open because it is locked');
  assert.equal(essence('open /srv/app/data/x.db'), 'open /srv/app/data/x.db');
  assert.equal(essence('1 2 3 4 5 6 7 8 9'), '1 2 3 4 5 6 7 8 9');
});

test('what a server answered is no variable', () => {
  const { words } = parseQuery('the upload fails with HTTP 502 after 30 seconds each time', ranking, variants);
  assert.equal(words.find(({ term }) => term === '502').isVariable, false);
  assert.equal(words.find(({ term }) => term === '30').isVariable, true);
});
