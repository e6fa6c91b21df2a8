/** @file The way back to a guide from another guide that one of its steps led to. Kept as long as the tab is open. */

import { safeSessionStorage } from './storage.js';

/**
 * @typedef {object} Return
 * @property {string} to The address of the page that was led to.
 * @property {string} back The address to return to.
 * @property {string} title The title of the page to return to.
 */

const key = 'kb-guide-returns';

/**
 * What is stored may be of another version, or of another program on the same host: what is no way back is left out.
 * @returns {Return[]} The latest last.
 */
function returns() {
  const list = safeSessionStorage.readJSON(key);
  return Array.isArray(list) ? list.filter(isReturn) : [];
}

/** @param {any} entry */
function isReturn(entry) {
  if (![entry?.to, entry?.back, entry?.title].every((value) => typeof value === 'string')) return false;
  try {
    return new URL(entry.back).origin === location.origin;
  } catch {
    return false;
  }
}

/**
 * If storage is not available, the browser's Back remains. Returns nothing: the value of a click handler could cancel the click.
 * @param {Return[]} list
 */
const keep = (list) => { safeSessionStorage.write(key, JSON.stringify(list)); };

export const hasReturns = () => returns().length > 0;

/** @param {Return} entry */
export const addReturn = (entry) => keep([...returns(), entry]);

/**
 * The way back, with a function that removes it; null unless a guide of this site led here.
 * @param {string} page The address of the present page.
 */
export function returnFrom(page) {
  const list = returns();
  const last = list.at(-1);
  if (last?.to !== page) return null;
  return { ...last, remove: () => keep(list.slice(0, -1)) };
}
