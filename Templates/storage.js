/**
 * @file Web Storage that never throws. Browsers may forbid storage, in which case even reading the global `localStorage` throws; it may
 * also be full. The page works without it: a choice then lasts until the page is left.
 */

/** @param {() => Storage} open Called at each access, since this alone may throw. */
function guarded(open) {
  return {
    /**
     * @param {string} key
     * @returns {string | null | undefined} Null if there is no value, undefined if storage is not available.
     */
    read(key) {
      try {
        return open().getItem(key);
      } catch {
        return undefined;
      }
    },
    /**
     * @param {string} key
     * @returns {any} Null if there is no value, if it is not JSON, or if storage is not available.
     */
    readJSON(key) {
      try {
        return JSON.parse(open().getItem(key));
      } catch {
        return null;
      }
    },
    /**
     * @param {string} key
     * @param {string | null} value Null removes the value.
     * @returns {boolean} Whether it was stored.
     */
    write(key, value) {
      try {
        if (value === null) open().removeItem(key); else open().setItem(key, value);
        return true;
      } catch {
        return false;
      }
    },
  };
}

export const safeLocalStorage = guarded(() => localStorage);
export const safeSessionStorage = guarded(() => sessionStorage);
