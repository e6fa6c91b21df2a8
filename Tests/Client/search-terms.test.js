import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';

import { distance, fold, parseQuery, simplify, stem, termsOf } from '../../Templates/search-terms.js';

// As the index has it, in part.
const ranking = {
  stopWords: 'the a of is how', signals: 'error failed', particles: 'のを', endings: [['ations', '', 4], ['ation', '', 4], ['ed', '', 3], ['s', '', 3], ['e', '', 3]],
};

const variants = new Map([['資', '资'], ['庫', '库']]);

test('texts are cut as the table says, which holds the program to the same terms', () => {
  const lines = fs.readFileSync(new URL('../Search/terms.tsv', import.meta.url), 'utf8').trim().split('\n');
  assert.ok(lines.length > 15);
  for (const line of lines) {
    const tab = line.indexOf('\t');
    assert.equal(termsOf(line.slice(0, tab)).map(({ term, role }) => `${term}:${role}`).join(' '), line.slice(tab + 1), line);
  }
});

test('Chinese is read as the index has it, in words and in quotes', () => {
  assert.equal(simplify('資料', variants), '资料');
  const query = parseQuery('"資料庫"', ranking, variants);
  assert.deepEqual(query.words.map(({ term }) => term), ['资料', '料库']);
  assert.deepEqual(query.phrases, [['资料', '料库']]);
  assert.deepEqual(query.pairs, ['资料 料库']);
});

test('letters are folded as the program folds them', () => {
  const table = fs.readFileSync(new URL('../Search/folding.tsv', import.meta.url), 'utf8').trim().split('\n');
  assert.ok(table.length > 800);
  for (const line of table) {
    const [letter, folded] = line.split('\t');
    assert.equal(fold(letter), folded ?? '', `U+${letter.codePointAt(0).toString(16)}`);
  }
});

test('forms of a word have one stem', () => {
  assert.equal(new Set(['configure', 'configured', 'configuration', 'configurations'].map((word) => stem(word, ranking.endings))).size, 1);
  assert.equal(stem('v2ed', ranking.endings), 'v2ed');
});

test('letters that are wrong are counted, and too many are too many', () => {
  assert.equal(distance([...'conection'], [...'connection'], 2), 1);
  assert.equal(distance([...'teh'], [...'the'], 1), 1);
  assert.equal(distance([...'kitten'], [...'sitting'], 2), null);
});

test('a query knows its last word, phrases, compounds and what asks for help', () => {
  const query = parseQuery('the “access token” of invalid_gra', ranking, variants);
  assert.deepEqual(query.phrases, [['access', 'token']]);
  assert.equal(query.words.at(-1).term, 'gra');
  assert.equal(query.words.at(-1).isOpen, true);
  assert.equal(query.words.find(({ term }) => term === 'invalid').compound, query.words.findIndex(({ term }) => term === 'invalidgra'));
  assert.equal(parseQuery('printer ', ranking, variants).words[0].isOpen, false);
  assert.equal(parseQuery('printer', ranking, variants).asksForHelp, false);
  assert.equal(parseQuery('printer failed', ranking, variants).asksForHelp, true);
});

test('of a long message the numbers and ids count less, and no more than 24 words are asked for', () => {
  const text = 'Request 8f3a77bc91 failed at 2026-01-02T04:05:06 on host db while reading rows because error 0x80070005 said so';
  const { words } = parseQuery(text, ranking, variants);
  assert.deepEqual(words.filter(({ isVariable }) => isVariable).map(({ term }) => term).includes('8f3a77bc91'), true);
  assert.equal(words.find(({ term }) => term === '0x80070005').isVariable, false);
  // Lengths are those of UTF-8, as the program counts them.
  assert.equal(parseQuery('one two three four five six seven է2024', ranking, variants).words.at(-1).isVariable, true);
  assert.equal(parseQuery(Array.from({ length: 100 }, (_, index) => `word${'x'.repeat(index % 30)}${index}`).join(' '), ranking, variants).words.length, 24);
});
