/** @file The article's own text on the screen of a guide. */

import { nodeOf } from './guide-state.js';
import { safeFragment } from './guide-html.js';
import { h } from './guide-elements.js';
import { fill } from './guide-steps.js';

/**
 * @typedef {import('./guide-state.js').Guide} Guide
 * @typedef {import('./guide-state.js').GuideNode} GuideNode
 * @typedef {import('./guide-state.js').GuidePlace} GuidePlace
 */

/**
 * The text of a node. Ids are left to the article, which may be on the same page.
 * @param {Guide} guide
 * @param {GuideNode} node
 */
export function html(guide, node) {
  const content = h('div', { className: 'kb-guide-text kb-article' });
  content.append(safeFragment(node.html, guide.address('./')));
  return content;
}

/** @param {GuideNode | undefined} node */
export const hasText = (node) => node !== undefined && node.html !== '';

/**
 * The text of a node and of those below it, each of these under its title.
 * @param {Guide} guide
 * @param {GuideNode} node
 * @returns {HTMLElement[]}
 */
export function whole(guide, node) {
  const below = guide.nodes.filter(({ parent }) => parent === node.line).flatMap((child) => {
    const said = whole(guide, child);
    return said.length > 0 ? [h('div', {}, h('h3', { className: 'kb-guide-part', textContent: child.title }), ...said)] : [];
  });
  return [...(hasText(node) ? [html(guide, node)] : []), ...below];
}

/**
 * More about a place.
 * @param {Guide} guide
 * @param {GuidePlace} place
 */
export function after(guide, place) {
  return place.details.map((anchor) => nodeOf(guide, anchor)).filter(hasText)
    .map((node) => h('div', {}, h('h3', { className: 'kb-guide-part', textContent: node.title }), html(guide, node)));
}

/**
 * One of several steps that are tried one at a time. The first has the text around the steps with it.
 * @param {Guide} guide
 * @param {GuideNode} node
 * @param {number} number From 1.
 */
export function stepText(guide, node, number) {
  const all = html(guide, node);
  const selector = `[data-kb-step="${CSS.escape(node.steps[number - 1].key)}"]`;
  const own = /** @type {HTMLElement | null} */ (all.querySelector(selector));
  if (!own) return h('p', { textContent: node.steps[number - 1].text });
  if (own instanceof HTMLLIElement && own.parentElement.tagName === 'OL') own.value = number;
  if (number > 1) return h('div', { className: 'kb-guide-text kb-article' }, own.tagName === 'LI' ? listWith(own) : own);
  for (const { key } of node.steps) if (key !== own.dataset.kbStep) all.querySelector(`[data-kb-step="${CSS.escape(key)}"]`)?.remove();
  return all;
}

/** @param {HTMLElement} item */
function listWith(item) {
  const list = /** @type {HTMLElement} */ (item.parentElement.cloneNode(false));
  list.append(item);
  return list;
}

/**
 * Links to other guides that the steps of a place lead to.
 * @param {Guide} guide
 * @param {GuideNode} node
 * @param {GuidePlace} place
 * @param {import('./guide-view.js').Actions} actions
 */
export function ways(guide, node, place, actions) {
  const steps = node.steps.filter(({ key, guides }) => guides && place.steps.includes(key));
  return steps.flatMap(({ guides }) => guides).map(({ href, title: name }) => h('p', { className: 'kb-guide-way' }, h('a', {
    href: actions.addressOf(`${href}#guide`), textContent: fill(guide.site.labels.through, { title: name }),
    onclick: () => actions.leave(href),
  })));
}
