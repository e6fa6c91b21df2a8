// Where results come from. A site whose pages outgrow the index puts a file of this name into its Templates/ that asks a search server instead.
//
// openSource(root), with the address of the site's root, gives a promise of a function: find(text, { language, limit }) gives a promise of
// { results, isMatch }. A result is { title, section, page, url, anchor, crumbs, kind, hasGuide }, with addresses relative to the root; isMatch(word) tells of a
// folded word whether results should mark it.

import { openIndex } from './search-index.js';
import { pageText } from './search-excerpt.js';

export async function openSource(root) {
  const base = new URL('_kb/search/', root);
  return openIndex(async (path) => {
    // Which version all others are of is always asked anew; these have it in their addresses.
    const response = await fetch(new URL(path, base), path === 'index.json' ? { cache: 'no-cache' } : {});
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    if (response.status === 404 && path !== 'index.json') return null;
    throw new Error(`${path}: ${response.status}`);
  }, (url) => pageText(root, url));
}
