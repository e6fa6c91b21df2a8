/** @file What a reader can choose from: what they see, or which way fits them. */

import { nodeOf } from './guide-state.js';
import { button, h } from './guide-elements.js';

/**
 * @typedef {import('./guide-state.js').Guide} Guide
 * @typedef {import('./guide-state.js').GuidePlace} GuidePlace
 * @typedef {import('./guide-state.js').GuideNode} GuideNode
 */

/** How many choices can be looked over without a filter. */
const many = 7;

/** What titles call systems, and what browsers call them. */
const systems = [
  { title: /\bwindows\b|\bwin(?:10|11)?\b/i, browser: /win/i }, { title: /\bmac ?os\b|\bmac\b|\bos ?x\b/i, browser: /mac(?!.*mobile)/i },
  { title: /\bandroid\b/i, browser: /android/i }, { title: /\bios\b|\biphone\b|\bipad(?:os)?\b/i, browser: /iphone|ipad/i },
  { title: /\blinux\b|\bubuntu\b|\bdebian\b|\bfedora\b/i, browser: /linux(?!.*android)/i },
];

/** The system of this browser, by its own word for it. */
function ownSystem() {
  const { userAgentData } = /** @type {{ userAgentData?: { platform: string } }} */ (/** @type {unknown} */ (navigator));
  const word = userAgentData?.platform || navigator.userAgent;
  return systems.find(({ browser }) => browser.test(word));
}

/**
 * The buttons of a choice, in the article's own groups and order, the reader's own system first.
 * @param {Guide} guide
 * @param {GuidePlace} place
 * @param {import('./guide-view.js').Actions} actions
 */
export function choices(guide, place, actions) {
  const { labels } = guide.site;
  const list = h('div', { className: 'kb-choices' });
  /** @type {HTMLElement[]} */
  const items = [];
  /** @type {Map<HTMLElement, string>} */
  const texts = new Map();
  let group = null;
  for (const choice of sorted(place)) {
    const above = groupOf(guide, choice.node);
    if (above !== group && place.choices.length > 1 && place.question === 'condition') {
      group = above;
      if (above) list.append(h('p', { className: 'kb-guide-part', textContent: above }));
    }
    const item = button('kb-button', choice.title, () => actions.answer(`=${choice.node}`));
    if (choice.isOwn) item.append(h('small', { textContent: labels.yourSystem }));
    items.push(item);
    texts.set(item, textOf(guide, choice.node));
    list.append(item);
  }
  return [
    items.length > many ? filter(labels.find, list, items, texts) : null, list,
    button('kb-button kb-none', labels.none, () => actions.answer('none')),
  ];
}

/** @param {GuidePlace} place */
function sorted(place) {
  const own = place.question === 'alternative' ? ownSystem() : undefined;
  const known = place.choices.map((choice) => ({ ...choice, isOwn: own?.title.test(choice.title) ?? false }));
  return [...known.filter(({ isOwn }) => isOwn), ...known.filter(({ isOwn }) => !isOwn)];
}

/**
 * The title of the group that a node stands in; empty for the page itself.
 * @param {Guide} guide
 * @param {string} anchor
 */
function groupOf(guide, anchor) {
  const { parent } = nodeOf(guide, anchor);
  const above = parent === null ? undefined : guide.nodes.find(({ line }) => line === parent);
  return above && above.title !== guide.site.page ? above.title : '';
}

/**
 * The words by which a choice is found: those of its title, and of what is to be done below it, in lower case.
 * @param {Guide} guide
 * @param {string} anchor
 */
function textOf(guide, anchor) {
  /** @type {string[]} */
  const words = [];
  /** @param {GuideNode} node */
  const add = (node) => {
    words.push(node.title, ...node.steps.map(({ text }) => text));
    for (const child of guide.nodes) if (child.parent === node.line) add(child);
  };
  add(nodeOf(guide, anchor));
  return words.join(' ').toLowerCase();
}

/**
 * @param {string} name
 * @param {HTMLElement} list
 * @param {HTMLElement[]} items
 * @param {Map<HTMLElement, string>} texts
 */
function filter(name, list, items, texts) {
  const box = h('input', { type: 'search', className: 'kb-find', placeholder: name });
  box.setAttribute('aria-label', name);
  box.addEventListener('input', () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = items.filter((item) => words.every((word) => texts.get(item).includes(word)));
    // An empty list would say that there is nothing to choose.
    for (const item of items) item.hidden = found.length > 0 && !found.includes(item);
    // A group without members is hidden, too.
    for (const title of list.querySelectorAll('p')) {
      let next = /** @type {HTMLElement | null} */ (title.nextElementSibling);
      while (next?.tagName === 'BUTTON' && next.hidden) next = /** @type {HTMLElement | null} */ (next.nextElementSibling);
      title.hidden = next?.tagName !== 'BUTTON';
    }
  });
  return box;
}
