// Sessions: with storage, without it, and with a second tab.
import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';

let listeners;
globalThis.addEventListener = (name, listener) => { if (name === 'storage') listeners.push(listener); };
const { emptySession, openStore, parseSession } = await import('../../Templates/guide-store.js');
const { tick } = await import('../../Templates/guide-steps.js');

function storage(fails = {}) {
  const values = new Map();
  return {
    values,
    getItem: (key) => { if (fails.get) throw new Error('forbidden'); return values.get(key) ?? null; },
    setItem: (key, value) => { if (fails.set) throw new Error('full'); values.set(key, value); },
    removeItem: (key) => values.delete(key),
  };
}

let number = 0;
const fresh = () => `https://kb.example/${number += 1}/guide.json`;
beforeEach(() => {
  listeners = [];
  globalThis.localStorage = storage();
});

const tickOne = ({ ticks }) => ({ ticks: tick(ticks, 'one', true) });

test('anything stored is parsed as a session', () => {
  for (const text of [null, '', '{', '[]', '3', '"x"', '{"ticks":3}', '{"trail":"x","note":7}']) {
    assert.deepEqual(parseSession(text), emptySession);
  }
  assert.deepEqual(parseSession('{"ticks":{"a":true,"b":1},"trail":[{"at":"x"},3,null],"note":"n"}'),
    { ticks: { a: true }, trail: [{ at: 'x' }], note: 'n', time: 0 });
});

test('a tick is stored, and a page has one store', () => {
  const address = fresh();
  openStore(address).update(tickOne);
  assert.equal(openStore(address).session.ticks.one, true);
  assert.deepEqual(JSON.parse(localStorage.values.get(`kb-guide:${address}`)).ticks, { one: true });
});

test('an empty session is removed from storage', () => {
  const store = openStore(fresh());
  store.update(tickOne);
  store.update(() => emptySession);
  assert.equal(localStorage.values.size, 0);
});

test('two tabs keep each other\'s ticks', () => {
  const address = fresh();
  const store = openStore(address);
  store.update(tickOne);
  localStorage.values.set(`kb-guide:${address}`, '{"ticks":{"one":true,"two":true},"trail":[],"note":""}');
  let heard;
  store.subscribe((session, isOwn) => { heard = [session.ticks, isOwn]; });
  listeners.forEach((listener) => listener({ key: `kb-guide:${address}` }));
  assert.deepEqual(heard, [{ one: true, two: true }, false]);
  store.update(({ ticks }) => ({ ticks: tick(ticks, 'three', true) }));
  assert.deepEqual(Object.keys(store.session.ticks), ['one', 'two', 'three']);
});

test('if storage is forbidden or full, the session lasts as long as the page', () => {
  for (const fails of [{ get: true, set: true }, { set: true }]) {
    globalThis.localStorage = storage(fails);
    const store = openStore(fresh());
    store.update(tickOne);
    store.update(({ ticks }) => ({ ticks: tick(ticks, 'two', true) }));
    assert.deepEqual(store.session.ticks, { one: true, two: true });
  }
});

test('a tick can be removed', () => assert.deepEqual(tick({ one: true, two: true }, 'one', false), { two: true }));
