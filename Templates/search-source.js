/**
 * @file The source of search results. A site whose pages outgrow the index puts a file of this name into its Templates/ that asks a search
 * server instead.
 */

import { openIndex } from './search-index.js';
import { pageText } from './search-excerpt.js';

/**
 * @typedef {object} SearchResult All addresses are relative to the root of the site.
 * @property {string} title Of the page.
 * @property {string} section The heading of the section; empty for the beginning of a page.
 * @property {string} page The address of the page.
 * @property {string} url The address of the section.
 * @property {string} anchor The id of the section's heading; empty for the beginning of a page.
 * @property {string[]} crumbs The titles above the page.
 * @property {string} kind Such as `procedure`.
 * @property {boolean} hasGuide
 * @property {string} [lead] The first words.
 *
 * @typedef {object} SearchAnswer
 * @property {SearchResult[]} results The best first.
 * @property {number} [count] How many there are in all.
 * @property {boolean} [isClose] Whether the best has enough of what was asked to be an answer. Without it, it has.
 * @property {(word: string) => boolean} isMatch Whether results mark a word, which is given folded.
 *
 * @callback Find
 * @param {string} text
 * @param {{ language?: string | null, limit?: number }} [options]
 * @returns {Promise<SearchAnswer>}
 */

/**
 * @param {string} root The address of the site's root.
 * @returns {Promise<Find>}
 */
export async function openSource(root) {
  const base = new URL('_kb/search/', root);
  return openIndex(async (path) => {
    // index.json names the version of all other files, whose addresses contain it.
    const response = await fetch(new URL(path, base), path === 'index.json' ? { cache: 'no-cache' } : {});
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    if (response.status === 404 && path !== 'index.json') return null;
    throw new Error(`${path}: ${response.status}`);
  }, (url) => pageText(root, url));
}
