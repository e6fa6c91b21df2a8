/** @file Events about the use of a guide, for scripts of the page and for the address that collects insights. */

import { placeOf, rank } from './guide-state.js';

/** @typedef {import('./guide-state.js').Guide} Guide */

/**
 * How events identify a place.
 * @param {Guide} guide
 * @param {string} id
 */
export function identify(guide, id) {
  const place = placeOf(guide, id);
  if (!place || place.kind === 'escalation' || place.cause === null) return { place: id };
  return { place: id, node: place.node, cause: place.cause, condition: place.condition, rank: rank(guide, place) };
}

/**
 * The steps that were ticked or unticked.
 * @param {Guide} guide
 * @param {Readonly<Record<string, true>>} before
 * @param {Readonly<Record<string, true>>} after
 */
export function changedSteps({ nodes }, before, after) {
  return nodes.flatMap(({ anchor, steps }) => steps.filter(({ key }) => after[key] !== before[key])
    .map(({ key }) => ({ node: anchor, step: key, ticked: after[key] === true })));
}

/**
 * Dispatches `kb:NAME`, and sends it to the address for insights if the site has one.
 * @param {HTMLElement} element
 * @param {Guide} guide
 * @param {string} name
 * @param {object} properties
 */
export function report(element, guide, name, properties) {
  const detail = { guide: guide.id, ...properties };
  element.dispatchEvent(new CustomEvent(`kb:${name}`, { bubbles: true, composed: true, detail }));
  const { insights } = guide.site;
  if (insights) navigator.sendBeacon(insights, `${JSON.stringify({ event: `kb:${name}`, ...detail })}\n`);
}
