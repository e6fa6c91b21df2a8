import assert from 'node:assert/strict';
import test from 'node:test';

globalThis.addEventListener ??= () => {};
globalThis.localStorage ??= { getItem: () => null, setItem() {}, removeItem() {} };
const { decode, encode, prefix } = await import('../../Templates/guide-handover.js');

const guide = {
  first: 'a', nodes: [{ anchor: 'a', title: 'A', html: '<p>A</p>', steps: [{ key: 'k', text: 'Push it in' }] }, { anchor: 'b', title: 'B', html: '', steps: [] }],
  places: [
    { id: 'a', kind: 'node', question: 'remedy', node: 'a', steps: ['k'], next: 'b', before: [], details: [] },
    { id: 'b', kind: 'node', question: 'remedy', node: 'b', steps: [], next: '~end', before: [], details: [] },
  ],
  site: { labels: {}, page: 'P' },
};
const session = { trail: [{ at: 'a', answer: 'unresolved' }, { at: 'b' }], ticks: { k: true }, note: 'Käbel & „Lampe“ 🙂', time: 5 };

test('what was done comes back as it was, in the alphabet of addresses', async () => {
  const hash = await encode(guide, session);
  assert.match(hash, /^#guide-done:[A-Za-z0-9_-]+$/);
  const handed = await decode(guide, hash);
  assert.equal(handed.hasChanged, false);
  assert.deepEqual({ ...handed.session, time: 5 }, session);
});

test('an article that has changed since is told, and lost places are left out', async () => {
  const hash = await encode(guide, session);
  const changed = { ...guide, places: [{ ...guide.places[0], next: '~end' }] };
  const handed = await decode(changed, hash);
  assert.equal(handed.hasChanged, true);
  assert.deepEqual(handed.session.trail, [{ at: 'a' }]);
});

test('what says nothing is nothing', async () => {
  for (const data of ['', '!', 'AAAA', 'W10', btoa('[1,2]')]) assert.equal(await decode(guide, prefix + data), null, data);
});

test('a small address that unfolds to megabytes is not read', async () => {
  const bomb = new Blob([JSON.stringify(['x', [], [], 'a'.repeat(5_000_000)])]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(bomb).arrayBuffer());
  const data = btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  assert.ok(data.length < 10_000);
  assert.equal(await decode(guide, prefix + data), null);
});

test('long notes are cut', async () => {
  const handed = await decode(guide, await encode(guide, { ...session, note: 'n'.repeat(5_000) }));
  assert.equal(handed.session.note.length, 2_000);
});
