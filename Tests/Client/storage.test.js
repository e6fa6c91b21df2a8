// Storage that is forbidden, full or broken does not throw, and callers learn of it.
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
  test(`${name}: a value is read back, and null removes it`, () => {
    const available = storage();
    setStorage(name, () => available);
    assert.equal(safe.read('key'), null);
    assert.equal(safe.write('key', '[1]'), true);
    assert.equal(safe.read('key'), '[1]');
    assert.deepEqual(safe.readJSON('key'), [1]);
    assert.equal(safe.write('key', null), true);
    assert.equal(safe.read('key'), null);
  });

  test(`${name}: forbidden storage reads and writes nothing`, () => {
    setStorage(name, forbidden);
    assert.equal(safe.read('key'), undefined);
    assert.equal(safe.readJSON('key'), null);
    assert.equal(safe.write('key', 'value'), false);
    assert.equal(safe.write('key', null), false);
  });

  test(`${name}: missing storage reads and writes nothing`, () => {
    setStorage(name, () => null);
    assert.equal(safe.read('key'), undefined);
    assert.equal(safe.readJSON('key'), null);
    assert.equal(safe.write('key', 'value'), false);
  });

  test(`${name}: full storage can still be read and cleared`, () => {
    const full = storage('setItem');
    setStorage(name, () => full);
    assert.equal(safe.write('key', 'value'), false);
    assert.equal(safe.read('key'), null);
    assert.equal(safe.write('key', null), true);
  });

  test(`${name}: only the accesses that fail are refused`, () => {
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

test('invalid JSON is read as null', () => {
  const available = storage();
  setStorage('localStorage', () => available);
  for (const text of ['', '{', 'undefined']) {
    safeLocalStorage.write('key', text);
    assert.equal(safeLocalStorage.readJSON('key'), null);
  }
});
