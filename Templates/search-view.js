/** @file The elements that show search results. */

import { excerpt, marked } from './search-excerpt.js';

/** @typedef {import('./search-source.js').SearchResult} SearchResult */

/**
 * Creates an element. Children that are null or undefined are left out.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} properties
 * @param {...(Node | string | null | undefined | (Node | string | null | undefined)[])} children
 */
export function h(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children.flat().filter((child) => child != null));
  return element;
}

/** @param {import('./search-excerpt.js').Piece[]} pieces */
const withMarks = (pieces) => pieces.map(([text, isMarked]) => (isMarked ? h('mark', { textContent: text }) : text));

/**
 * A result: its breadcrumbs, title, kind of page and first words, which `showExcerpt` replaces by the lines that match.
 * @param {SearchResult} result
 * @param {string} root The address of the site's root.
 * @param {typeof import('./labels.js').default} labels
 * @param {(word: string) => boolean} isMatch Whether a word is marked.
 */
export function resultItem(result, root, labels, isMatch) {
  const { title, section, url, page, crumbs, kind, hasGuide, lead } = result;
  const address = new URL(url || './', root).href;
  const link = h('a', { className: 'kb-result', href: address },
    crumbs.length > 0 ? h('span', { className: 'kb-result-crumbs', textContent: crumbs.join(' › ') }) : null,
    h('span', { className: 'kb-result-title' }, withMarks(marked(title, isMatch)),
      section ? h('span', { className: 'kb-result-section' }, ' › ', withMarks(marked(section, isMatch))) : null),
    labels.kinds[kind] ? h('span', { className: 'kb-kind', textContent: labels.kinds[kind] }) : null,
    h('span', { className: 'kb-result-excerpt' }, withMarks(marked(lead ?? '', isMatch))));
  const start = hasGuide ? h('a', {
    className: 'kb-result-start', href: `${new URL(page || './', root).href}#guide`, textContent: labels.startGuide,
  }) : null;
  start?.setAttribute('aria-label', `${labels.startGuide}: ${title}`);
  return h('li', {}, link, start);
}

/**
 * A further section of a page that stands among the results already.
 * @param {SearchResult} result
 * @param {string} root
 * @param {(word: string) => boolean} isMatch
 */
export function sectionItem({ title, section, url, lead }, root, isMatch) {
  const link = h('a', { className: 'kb-result', href: new URL(url || './', root).href },
    h('span', { className: 'kb-result-title' }, withMarks(marked(section || title, isMatch))),
    h('span', { className: 'kb-result-excerpt' }, withMarks(marked(lead ?? '', isMatch))));
  return h('li', {}, link);
}

/**
 * Where to look further if nothing close was found: the page of all pages, and the support contact.
 * @param {string} asked
 * @param {string} allPages The address of the page of all pages.
 * @param {typeof import('./labels.js').default} labels
 */
export function furtherHelp(asked, allPages, labels) {
  const contact = labels.address?.replace('{title}', encodeURIComponent(document.title)).replace('{summary}', encodeURIComponent(asked));
  return h('p', { className: 'kb-search-all' },
    h('a', { href: allPages, textContent: labels.allPages }),
    contact ? [' · ', h('a', { href: contact, textContent: labels.support })] : null);
}

/**
 * Shows the lines of a result that match, unless it shows them already.
 * @param {HTMLElement} item
 * @param {SearchResult} result
 * @param {string} root
 * @param {(word: string) => boolean} isMatch
 */
export async function showExcerpt(item, result, root, isMatch) {
  /** @type {HTMLElement} */
  const element = item.querySelector('.kb-result-excerpt');
  if (element.dataset.kbShown) return;
  element.dataset.kbShown = 'true';
  try {
    const pieces = await excerpt(root, result, isMatch);
    if (pieces.length > 0) element.replaceChildren(...withMarks(pieces));
  } catch {
    // The first words remain.
  }
}
