// Results as elements.

import { excerpt, marked } from './search-excerpt.js';

export function h(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children.flat().filter((child) => child != null));
  return element;
}

const withMarks = (pieces) => pieces.map(([text, isMarked]) => (isMarked ? h('mark', { textContent: text }) : text));

// One result: where it stands, what it is called, what kind of page it is on, and its first words, whose place is taken by the lines that have what was looked
// for when these are loaded. Words for which `isMatch` is true are marked.
export function resultItem(result, root, labels, isMatch) {
  const { title, section, url, page, crumbs, kind, hasGuide, lead } = result;
  const address = new URL(url || './', root).href;
  const link = h('a', { className: 'kb-result', href: address },
    crumbs.length > 0 ? h('span', { className: 'kb-result-crumbs', textContent: crumbs.join(' › ') }) : null,
    h('span', { className: 'kb-result-title' }, withMarks(marked(title, isMatch)),
      section ? h('span', { className: 'kb-result-section' }, ' › ', withMarks(marked(section, isMatch))) : null),
    labels.kinds[kind] ? h('span', { className: 'kb-kind', textContent: labels.kinds[kind] }) : null,
    h('span', { className: 'kb-result-excerpt' }, withMarks(marked(lead ?? '', isMatch))));
  const start = hasGuide ? h('a', { className: 'kb-result-start', href: `${new URL(page || './', root).href}#guide`, textContent: labels.startGuide }) : null;
  start?.setAttribute('aria-label', `${labels.startGuide}: ${title}`);
  return h('li', {}, link, start);
}

// Shows the lines of a result that have what was looked for, once.
export async function showExcerpt(item, result, root, isMatch) {
  const place = item.querySelector('.kb-result-excerpt');
  if (place.dataset.kbShown) return;
  place.dataset.kbShown = 'true';
  try {
    const pieces = await excerpt(root, result, isMatch);
    if (pieces.length > 0) place.replaceChildren(...withMarks(pieces));
  } catch {
    // The title serves alone.
  }
}
