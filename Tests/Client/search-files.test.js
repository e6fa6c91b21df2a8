import assert from 'node:assert/strict';
import test from 'node:test';

import { compare, eachPosting, lastBefore, readPageCounts, readTerms, readWords } from '../../Templates/search-files.js';

test('terms are read with shared prefixes and postings', () => {
  // “go” in two of two sections, then “gone” (2 shared, “ne”) in 300, of which one posting is kept.
  const bytes = new Uint8Array([0, 2, 0x67, 0x6f, 2, 2, 3, 0, 0b00100001, 0b10000000, 2, 2, 0x6e, 0x65, 0xac, 0x02, 1, 2, 0, 0b01111000]);
  const terms = readTerms(bytes);
  assert.deepEqual([...terms.keys()], ['go', 'gone']);
  const found = [];
  eachPosting(terms.get('go'), (section, level) => found.push([section, level]));
  assert.deepEqual(found, [[0, 4], [1, 6]]);
  assert.equal(terms.get('gone').count, 300);
  eachPosting(terms.get('gone'), (section, level) => assert.deepEqual([section, level], [0, 15]));
});

test('page counts of one or two digits are read', () => {
  assert.deepEqual(readPageCounts('CfgB'),
    [{ sections: 1, hasGuide: false }, { sections: 15, hasGuide: true }, { sections: 16, hasGuide: false }]);
});

test('terms are ordered by their bytes in UTF-8', () => {
  assert.deepEqual(['\u{20000}', '\uffee', 'a', 'ab', '中'].sort(compare), ['a', 'ab', '中', '\uffee', '\u{20000}']);
  assert.equal(lastBefore(3, (index) => [1, 5, 9][index] > 5), 1);
  assert.equal(lastBefore(0, () => true), -1);
});

test('words are read with their magnitudes', () => {
  assert.deepEqual(readWords(new TextEncoder().encode('0apple3\n3ex0\n0bära\n9x1\n?y1\n')),
    [{ text: 'apple', magnitude: 3 }, { text: 'appex', magnitude: 0 }, { text: 'bär', magnitude: 10 }]);
});

test('lengths and counts of a damaged file are limited by its size', () => {
  const negative = new Uint8Array([0, 1, 97, 1, 1, 0xf6, 0xff, 0xff, 0xff, 0x0f]);
  assert.deepEqual([...readTerms(negative).keys()], ['a']);
  const countless = readTerms(new Uint8Array([0, 1, 97, 1, 0xff, 0xff, 0xff, 0xff, 0x07, 2, 0, 0x80])).get('a');
  let count = 0;
  eachPosting(countless, () => { count += 1; });
  assert.ok(count <= 1);
});
