// The way back from one guide to another.
import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { addReturn, hasReturns, returnFrom } from '../../Templates/guide-returns.js';

const first = { to: 'https://kb.example/b/', back: 'https://kb.example/a/#guide:x', title: 'A' };
const second = { to: 'https://kb.example/c/', back: 'https://kb.example/b/#guide:y', title: 'B' };

beforeEach(() => {
  const values = new Map();
  globalThis.location = { origin: 'https://kb.example' };
  globalThis.sessionStorage = { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => values.set(key, value) };
});

test('the latest way back is offered on the page that it led to, until it is taken', () => {
  assert.equal(hasReturns(), false);
  addReturn(first);
  addReturn(second);
  assert.equal(hasReturns(), true);
  assert.equal(returnFrom(first.to), null);
  const { back, title, remove } = returnFrom(second.to);
  assert.deepEqual([back, title], [second.back, second.title]);
  remove();
  assert.equal(returnFrom(second.to), null);
  assert.equal(returnFrom(first.to).back, first.back);
});

test('there is no way back to another site', () => {
  addReturn({ ...first, back: 'https://elsewhere.example/a/' });
  assert.equal(returnFrom(first.to), null);
});

test('without storage there is no way back, and links still work', () => {
  globalThis.sessionStorage = undefined;
  // A click handler that returns false would cancel the click.
  assert.equal(addReturn(first), undefined);
  assert.equal(hasReturns(), false);
  assert.equal(returnFrom(first.to), null);
});
