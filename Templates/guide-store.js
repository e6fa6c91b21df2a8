/**
 * @file What a reader did on a page, kept in this browser alone: ticked steps, the trail through the guide, and their note.
 * If storage is not available, it lasts as long as the page.
 */

import { safeLocalStorage } from './storage.js';

/**
 * @typedef {object} Session
 * @property {Readonly<Record<string, true>>} ticks The ticked steps by their keys.
 * @property {import('./guide-state.js').Trail} trail
 * @property {string} note
 * @property {number} time When the last answer was given, in milliseconds since 1970; 0 if none was.
 *
 * @callback SessionListener
 * @param {Session} session
 * @param {boolean} isOwn Whether this page made the change; false for changes from another tab.
 *
 * @typedef {ReturnType<typeof createStore>} SessionStore
 */

/** @type {Map<string, SessionStore>} */
const stores = new Map();

/** @type {Session} */
export const emptySession = Object.freeze({ ticks: {}, trail: [], note: '', time: 0 });

/**
 * Anything that is not a session becomes an empty one.
 * @param {string | null} text
 * @returns {Session}
 */
export function parseSession(text) {
  try {
    const { ticks, trail, note, time } = JSON.parse(text);
    return {
      ticks: Object.fromEntries(Object.entries(ticks ?? {}).filter(([, value]) => value === true)),
      trail: parseTrail(trail),
      note: typeof note === 'string' ? note : '',
      time: typeof time === 'number' ? time : 0,
    };
  } catch {
    return emptySession;
  }
}

/**
 * The entries of what may be a trail.
 * @param {any} list
 * @returns {import('./guide-state.js').Trail}
 */
export function parseTrail(list) {
  if (!Array.isArray(list)) return [];
  return list.filter((entry) => typeof entry?.at === 'string')
    .map(({ at, answer }) => (typeof answer === 'string' ? { at, answer } : { at }));
}

/** @param {Session} session */
export function isEmpty({ ticks, trail, note }) {
  return Object.keys(ticks).length === 0 && trail.length === 0 && note === '';
}

/**
 * The store of a page; there is one for each address.
 * @param {string} address Of the guide.
 */
export function openStore(address) {
  const key = `kb-guide:${address}`;
  if (!stores.has(key)) stores.set(key, createStore(key));
  return stores.get(key);
}

/** @param {string} key */
function createStore(key) {
  /** @type {Set<SessionListener>} */
  const listeners = new Set();
  let isVolatile = false;
  let session = emptySession;

  const load = () => {
    if (isVolatile) return;
    const text = safeLocalStorage.read(key);
    if (text === undefined) isVolatile = true; else session = parseSession(text);
  };
  /** @param {boolean} isOwn */
  const notify = (isOwn) => listeners.forEach((listener) => listener(session, isOwn));

  load();
  addEventListener('storage', (event) => {
    if (event.key !== key && event.key !== null) return;
    load();
    notify(false);
  });
  return {
    get session() { return session; },
    /**
     * Changes what is stored now, since another tab may have written in the meantime.
     * @param {(session: Session) => Partial<Session>} change
     */
    update(change) {
      load();
      session = { ...session, ...change(session) };
      if (!safeLocalStorage.write(key, isEmpty(session) ? null : JSON.stringify(session))) isVolatile = true;
      notify(true);
    },
    /** @param {SessionListener} listener */
    subscribe(listener) { listeners.add(listener); },
    /** @param {SessionListener} listener */
    unsubscribe(listener) { listeners.delete(listener); },
  };
}
