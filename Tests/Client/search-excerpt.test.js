import assert from 'node:assert/strict';
import test from 'node:test';

import { articleText, cutExcerpt } from '../../Templates/search-excerpt.js';

const words = (html) => articleText(html).split(/\s+/).filter(Boolean);

test('the text of an article has a space for each tag that ends a word', () => {
  const article = '<h1>Drop</h1><p>The <code>DROP POLICY</code>removes <b>po</b>licies.</p>';
  assert.deepEqual(words(`<nav>Set up</nav><article class="kb-article">${article}</article><p>Next</p>`),
    ['Drop', 'The', 'DROP', 'POLICY', 'removes', 'policies.']);
  assert.deepEqual(words('<table><tr><td>E-1</td><td>No user</td></tr></table>'), ['E-1', 'No', 'user']);
});

test('character references are decoded once', () => {
  assert.deepEqual(words('<p>a &lt;b&gt; &amp;lt; &quot;c&quot; don&#x27;t &other;</p>'), ['a', '<b>', '&lt;', '"c"', "don't", '&other;']);
});

test('an image is replaced by its alternative text', () => {
  assert.deepEqual(words('<p>x<img src="a.png" hidden alt="Access is denied" title="t">y</p><img src="alt">'),
    ['x', 'Access', 'is', 'denied', 'y']);
});

test('an excerpt shows the part with the most matches, begins and ends with whole words, and marks the matches', () => {
  const sentence = 'The access token has expired, and a new token is needed.';
  const text = `${'Nothing of it stands here. '.repeat(20)}${sentence} ${'Nor here. '.repeat(40)}`;
  const pieces = cutExcerpt(text, (word) => ['token', 'expired'].includes(word));
  const shown = pieces.map(([piece]) => piece).join('');
  assert.match(shown, /^… /);
  assert.match(shown, / …$/);
  assert.deepEqual(pieces.filter(([, isMarked]) => isMarked).map(([piece]) => piece), ['token', 'expired', 'token']);
  assert.ok(text.includes(shown.replaceAll('… ', '').replaceAll(' …', '')));
  assert.equal(text[text.indexOf(shown.slice(2, 30)) - 1], ' ');
});

test('an excerpt in a script without spaces marks pairs of characters', () => {
  const pieces = cutExcerpt('如何設定資料庫的連線逾時', (word) => ['資料', '料庫'].includes(word));
  assert.equal(pieces.filter(([, isMarked]) => isMarked).map(([piece]) => piece).join(''), '資料');
});
