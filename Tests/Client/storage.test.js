// Storage that is forbidden, full or broken: nothing throws, and callers learn of it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { safeLocalStorage, safeSessionStorage } from '../../Templates/storage.js';

/** Storage in memory, of which the named methods fail. */
function storage(...failing) {
  const values = new Map();
  const methods = {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => { values.set(key, value); },
    removeItem: (key) => { values.delete(key); },
  };
  for (const name of failing) methods[name] = () => { throw new Error(`${name} fails`); };
  return methods;
}

function setStorage(name, get) {
  Object.defineProperty(globalThis, name, { configurable: true, get });
}

const forbidden = () => { throw new Error('SecurityError'); };

for (const [name, safe] of [['localStorage', safeLocalStorage], ['sessionStorage', safeSessionStorage]]) {
  test(`${name}: what is written is read, and null removes it`, () => {
    const available = storage();
    setStorage(name, () => available);
    assert.equal(safe.read('key'), null);
    assert.equal(safe.write('key', '[1]'), true);
    assert.equal(safe.read('key'), '[1]');
    assert.deepEqual(safe.readJSON('key'), [1]);
    assert.equal(safe.write('key', null), true);
    assert.equal(safe.read('key'), null);
  });

  test(`${name}: where it is forbidden, nothing is read or written`, () => {
    setStorage(name, forbidden);
    assert.equal(safe.read('key'), undefined);
    assert.equal(safe.readJSON('key'), null);
    assert.equal(safe.write('key', 'value'), false);
    assert.equal(safe.write('key', null), false);
  });

  test(`${name}: where it is missing, nothing is read or written`, () => {
    setStorage(name, () => null);
    assert.equal(safe.read('key'), undefined);
    assert.equal(safe.readJSON('key'), null);
    assert.equal(safe.write('key', 'value'), false);
  });

  test(`${name}: where it is full, what is there can be read and removed`, () => {
    const full = storage('setItem');
    setStorage(name, () => full);
    assert.equal(safe.write('key', 'value'), false);
    assert.equal(safe.read('key'), null);
    assert.equal(safe.write('key', null), true);
  });

  test(`${name}: where single accesses fail, only these are refused`, () => {
    const broken = storage('getItem', 'removeItem');
    setStorage(name, () => broken);
    assert.equal(safe.read('key'), undefined);
    assert.equal(safe.readJSON('key'), null);
    assert.equal(safe.write('key', 'value'), true);
    assert.equal(safe.write('key', null), false);
  });

  test(`${name}: storage that is forbidden later does not throw`, () => {
    const available = storage();
    setStorage(name, () => available);
    safe.write('key', 'value');
    setStorage(name, forbidden);
    assert.equal(safe.read('key'), undefined);
  });
}

test('JSON that is none is read as null', () => {
  const available = storage();
  setStorage('localStorage', () => available);
  for (const text of ['', '{', 'undefined']) {
    safeLocalStorage.write('key', text);
    assert.equal(safeLocalStorage.readJSON('key'), null);
  }
});
