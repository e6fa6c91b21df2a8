/** @file The reader's place in a guide as part of the page's address, and the trail in the browser's history. */

import { standing } from './guide-state.js';

/** @typedef {import('./guide-state.js').Trail} Trail */

const prefix = '#guide:';

/** Whether the address says what somebody did (guide-handover.js). */
export const isHandedOver = () => location.hash.startsWith('#guide-done:');

/** The place that the address links to; null if there is none. */
export function linkedPlace() {
  if (!location.hash.startsWith(prefix)) return null;
  try {
    return decodeURIComponent(location.hash.slice(prefix.length));
  } catch {
    return null;
  }
}

/**
 * Adds a step to the history.
 * @param {Trail} from
 * @param {Trail} to
 */
export function pushTrail(from, to) {
  history.replaceState({ kbTrail: from }, '');
  const at = standing(to);
  history.pushState({ kbTrail: to }, '', at === null ? location.pathname + location.search : prefix + encodeURIComponent(at));
}
