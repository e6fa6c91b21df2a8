/** @file Excerpts: the lines of a page that match, read from the page itself. */

import { termsOf } from './search-terms.js';

/**
 * A part of a text, and whether it is marked.
 * @typedef {[text: string, isMarked: boolean]} Piece
 *
 * The start and end of a word in a text, and the term that it matches.
 * @typedef {[start: number, end: number, term: string]} Match
 *
 * @typedef {(word: string) => boolean} IsMatch
 */

/**
 * Remembers the result for each address, unless it is a failure.
 * @template Result
 * @param {(root: string, url: string) => Promise<Result>} load
 */
function once(load) {
  /** @type {Map<string, Promise<Result>>} */
  const known = new Map();
  return (/** @type {string} */ root, /** @type {string} */ url) => {
    if (!known.has(url)) {
      const loaded = load(root, url);
      known.set(url, loaded);
      loaded.catch(() => known.delete(url));
    }
    return known.get(url);
  };
}

/** The HTML of a page. */
const pageHTML = once(async (root, url) => {
  const response = await fetch(new URL(url || './', root));
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
});

/** The article of a page. */
const article = once(async (root, url) => {
  const page = new DOMParser().parseFromString(await pageHTML(root, url), 'text/html');
  return page.querySelector('.kb-article') ?? page.body;
});

/** @type {Record<string, string>} */
const characters = { lt: '<', gt: '>', quot: '"', '#x27': "'", amp: '&' };
const inline = /^(?:[abisu]|em|su[bp]|del|span|mark|strong)$/;
/** @param {string} attributes */
const alternative = (attributes) => /^(?:[^"]*"[^"]*")*?[^"]*? alt="([^"]*)"/.exec(attributes)?.[1] ?? '';

/**
 * The text of a page's article, as the index has it. Only for HTML that kbgen writes. Corresponds to HTMLTextReader in the program.
 * @param {string} html
 */
export function articleText(html) {
  const start = html.indexOf('<article');
  const end = html.lastIndexOf('</article>');
  return (start >= 0 && start < end ? html.slice(start, end) : html)
    .replace(/<\/?([a-z0-9]*)([^>]*)>/gi,
      (_, name, attributes) => (inline.test(name) ? '' : ` ${name === 'img' ? alternative(attributes) : ''} `))
    .replace(/&([^;]{1,8});/g, (reference, name) => characters[name] ?? reference);
}

/**
 * @param {string} root
 * @param {string} url
 */
export const pageText = async (root, url) => articleText(await pageHTML(root, url));

const skipped = 'kb-guide, .kb-checklist, .kb-map, .kb-visually-hidden, h1, script, style';
const blocks = /^(P|LI|TD|TH|DIV|PRE|BLOCKQUOTE|FIGCAPTION|SUMMARY|DT|DD|SECTION|TR)$/;

/**
 * The text of a section: from the element with its id to the next heading.
 * @param {Element} root
 * @param {string} anchor The id; empty for the beginning of the page.
 */
export function sectionText(root, anchor) {
  let text = '';
  let isInside = anchor === '';
  /**
   * @param {Element} element
   * @returns {boolean} Whether to go on.
   */
  const visit = (element) => {
    for (const node of /** @type {Iterable<any>} */ (element.childNodes)) {
      if (node.nodeType === 3) {
        if (isInside) text += node.data;
      } else if (node.nodeType === 1 && !node.matches(skipped)) {
        const isHeading = /^H[2-6]$/.test(node.tagName);
        if (node.id === anchor && anchor !== '') {
          isInside = true;
          // The heading's own text is shown above the excerpt.
          if (isHeading) continue;
        } else if (isHeading && node.id && isInside) {
          return false;
        }
        if (!visit(node)) return false;
        if (isInside && blocks.test(node.tagName)) text += ' ';
      }
    }
    return true;
  };
  visit(root);
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The words of a text that match.
 * @param {string} text
 * @param {IsMatch} isMatch
 */
function matchesIn(text, isMatch) {
  /** @type {Match[]} */
  const matches = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.'’-]*/gu)) {
    const terms = termsOf(word);
    const whole = terms.find(({ term, role }) => role !== 'gram' && isMatch(term));
    if (whole) {
      matches.push([index, index + word.replace(/[.'’-]+$/, '').length, whole.term]);
    } else if (terms.some(({ role }) => role === 'gram')) {
      const characters = [...word];
      let offset = index;
      characters.forEach((character, number) => {
        const pair = character + (characters[number + 1] ?? '');
        if (isMatch(pair)) matches.push([offset, offset + pair.length, pair]);
        offset += character.length;
      });
    }
  }
  return matches;
}

/**
 * A part of a text, cut into pieces.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Match[]} matches In the order of the text.
 */
function piecesOf(text, from, to, matches) {
  /** @type {Piece[]} */
  const pieces = [];
  let offset = from;
  for (const [start, end] of matches) {
    if (start < offset || end > to) continue;
    pieces.push([text.slice(offset, start), false], [text.slice(start, end), true]);
    offset = end;
  }
  pieces.push([text.slice(offset, to), false]);
  return pieces.filter(([piece]) => piece !== '');
}

/**
 * A whole text, cut into pieces.
 * @param {string} text
 * @param {IsMatch} isMatch
 */
export const marked = (text, isMatch) => piecesOf(text, 0, text.length, matchesIn(text, isMatch));

const length = 180;

/**
 * The part of a text with the most different terms that match.
 * @param {string} text
 * @param {IsMatch} isMatch
 */
export function cutExcerpt(text, isMatch) {
  const matches = matchesIn(text, isMatch).slice(0, 300);
  let best = 0;
  let bestCount = -1;
  matches.forEach(([start], index) => {
    const terms = new Set();
    for (let next = index; next < matches.length && matches[next][1] < start + length - 40; next += 1) terms.add(matches[next][2]);
    if (terms.size > bestCount) [best, bestCount] = [start, terms.size];
  });
  let from = 0;
  if (best > 60) {
    const space = text.indexOf(' ', best - 50);
    // Scripts without spaces are cut anywhere.
    from = space < 0 || space >= best ? best - 20 : space + 1;
  }
  let to = Math.min(text.length, from + length);
  if (to < text.length) to = text.lastIndexOf(' ', to) > from + 100 ? text.lastIndexOf(' ', to) : to;
  const pieces = piecesOf(text, from, to, matches);
  if (from > 0) pieces.unshift(['… ', false]);
  if (to < text.length) pieces.push([' …', false]);
  return pieces;
}

/**
 * @param {string} root The address of the site's root.
 * @param {{ page: string, anchor: string }} section
 * @param {IsMatch} isMatch
 */
export async function excerpt(root, { page, anchor }, isMatch) {
  return cutExcerpt(sectionText(await article(root, page), anchor), isMatch);
}
