/** @file The way back to a guide from another guide that one of its steps led to. Kept as long as the tab is open. */

import { safeSessionStorage } from './storage.js';

/**
 * @typedef {object} Return
 * @property {string} to The address of the page that was led to.
 * @property {string} back The address to return to.
 * @property {string} title The title of the page to return to.
 */

const key = 'kb-guide-returns';

/** @returns {Return[]} The latest last. */
const returns = () => safeSessionStorage.readJSON(key) ?? [];
/**
 * If storage is not available, the browser's Back remains. Returns nothing: the value of a click handler could cancel the click.
 * @param {Return[]} list
 */
const keep = (list) => { safeSessionStorage.write(key, JSON.stringify(list)); };

export const hasReturns = () => safeSessionStorage.read(key) != null;

/** @param {Return} entry */
export const addReturn = (entry) => keep([...returns(), entry]);

/**
 * The way back, with a function that removes it; null unless a guide of this site led here.
 * @param {string} page The address of the present page.
 */
export function returnFrom(page) {
  const list = returns();
  const last = list.at(-1);
  if (last?.to !== page || new URL(last.back).origin !== location.origin) return null;
  return { ...last, remove: () => keep(list.slice(0, -1)) };
}
