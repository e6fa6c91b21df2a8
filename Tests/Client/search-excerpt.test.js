import assert from 'node:assert/strict';
import test from 'node:test';

import { articleText, cutExcerpt } from '../../Templates/search-excerpt.js';

const words = (html) => articleText(html).split(/\s+/).filter(Boolean);

test('the text of an article is that between its tags, with a space for those that end words', () => {
  assert.deepEqual(words('<nav>Set up</nav><article class="kb-article"><h1>Drop</h1><p>The <code>DROP POLICY</code>removes <b>po</b>licies.</p></article><p>Next</p>'),
    ['Drop', 'The', 'DROP', 'POLICY', 'removes', 'policies.']);
  assert.deepEqual(words('<table><tr><td>E-1</td><td>No user</td></tr></table>'), ['E-1', 'No', 'user']);
});

test('references are the characters that they stand for, each read once', () => {
  assert.deepEqual(words('<p>a &lt;b&gt; &amp;lt; &quot;c&quot; don&#x27;t &other;</p>'), ['a', '<b>', '&lt;', '"c"', "don't", '&other;']);
});

test('pictures are what is said of them', () => {
  assert.deepEqual(words('<p>x<img src="a.png" hidden alt="Access is denied" title="t">y</p><img src="alt">'), ['x', 'Access', 'is', 'denied', 'y']);
});

test('an excerpt shows the place with the most of the words, whole words, and marks them', () => {
  const text = `${'Nothing of it stands here. '.repeat(20)}The access token has expired, and a new token is needed. ${'Nor here. '.repeat(40)}`;
  const pieces = cutExcerpt(text, (word) => ['token', 'expired'].includes(word));
  const shown = pieces.map(([piece]) => piece).join('');
  assert.match(shown, /^… /);
  assert.match(shown, / …$/);
  assert.deepEqual(pieces.filter(([, isMarked]) => isMarked).map(([piece]) => piece), ['token', 'expired', 'token']);
  assert.ok(text.includes(shown.replaceAll('… ', '').replaceAll(' …', '')));
  assert.equal(text[text.indexOf(shown.slice(2, 30)) - 1], ' ');
});

test('an excerpt of a script without spaces marks the pairs', () => {
  const pieces = cutExcerpt('如何設定資料庫的連線逾時', (word) => ['資料', '料庫'].includes(word));
  assert.equal(pieces.filter(([, isMarked]) => isMarked).map(([piece]) => piece).join(''), '資料');
});
