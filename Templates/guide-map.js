/** @file The map of a guide: what was tried, where the reader is, and what may come. */

import { placeOf, standing } from './guide-state.js';
import { button, h } from './guide-elements.js';

/**
 * @typedef {import('./guide-state.js').Guide} Guide
 * @typedef {import('./guide-state.js').GuideNode} GuideNode
 */

/**
 * @param {Guide} guide
 * @param {import('./guide-state.js').Trail} trail
 * @param {() => void} hide
 */
export function map(guide, trail, hide) {
  const state = states(guide, trail);
  /** @param {number | null} parent @returns {HTMLElement | null} */
  const list = (parent) => {
    const items = guide.nodes.filter((node) => node.parent === parent && isShown(guide, node)).map((node) => item(guide, node, state, list(node.line)));
    return items.length > 0 ? h('ul', {}, items) : null;
  };
  const nav = h('nav', { className: 'kb-rail' }, button('kb-quiet', guide.site.labels.hideMap, hide), list(null));
  nav.setAttribute('aria-label', guide.site.labels.map);
  return nav;
}

/**
 * What is only to be read is no part of the way.
 * @param {Guide} guide
 * @param {GuideNode} node
 * @returns {boolean}
 */
const isShown = (guide, node) => !['info', 'question'].includes(node.kind)
  || guide.nodes.some((child) => child.parent === node.line && isShown(guide, child));

/**
 * @param {Guide} guide
 * @param {GuideNode} node
 * @param {Map<string, string>} state
 * @param {HTMLElement | null} below
 */
function item(guide, node, state, below) {
  const place = guide.places.find((candidate) => candidate.kind !== 'choice' && candidate.node === node.anchor);
  const text = place ? h('a', { href: `#guide:${encodeURIComponent(place.id)}`, textContent: node.title }) : h('span', { textContent: node.title });
  const known = state.get(node.anchor);
  if (known) text.classList.add(`kb-${known}`);
  if (known === 'here') text.setAttribute('aria-current', 'step');
  return h('li', {}, text, below);
}

/**
 * `done` or `here`, by anchor.
 * @param {Guide} guide
 * @param {import('./guide-state.js').Trail} trail
 */
function states(guide, trail) {
  const known = trail.map(({ at }) => placeOf(guide, at)).filter((place) => place && place.kind !== 'choice').map((place) => [place.node, 'done']);
  const here = placeOf(guide, standing(trail));
  return new Map(/** @type {[string, string][]} */ ([...known, ...(here && here.kind !== 'choice' ? [[here.node, 'here']] : [])]));
}
