// What a page says about what was looked for: the lines around the words, read from the page itself.

import { termsOf } from './search-terms.js';

// A function that does the same for an address only once, unless it fails.
function once(load) {
  const known = new Map();
  return (root, url) => {
    if (!known.has(url)) {
      const loaded = load(root, url);
      known.set(url, loaded);
      loaded.catch(() => known.delete(url));
    }
    return known.get(url);
  };
}

// The HTML of a page.
const pageHTML = once(async (root, url) => {
  const response = await fetch(new URL(url || './', root));
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
});

// The article of a page.
const article = once(async (root, url) => {
  const page = new DOMParser().parseFromString(await pageHTML(root, url), 'text/html');
  return page.querySelector('.kb-article') ?? page.body;
});

const characters = { lt: '<', gt: '>', quot: '"', '#x27': "'", amp: '&' };
const inline = /^(?:[abisu]|em|su[bp]|del|span|mark|strong)$/;
const alternative = (attributes) => /^(?:[^"]*"[^"]*")*?[^"]*? alt="([^"]*)"/.exec(attributes)?.[1] ?? '';

// The words of a page's article in their order, as its index has read them from HTML that kbgen writes: what PageText is for the program.
export function articleText(html) {
  const start = html.indexOf('<article');
  const end = html.lastIndexOf('</article>');
  return (start >= 0 && start < end ? html.slice(start, end) : html)
    .replace(/<\/?([a-z0-9]*)([^>]*)>/gi, (_, name, attributes) => (inline.test(name) ? '' : ` ${name === 'img' ? alternative(attributes) : ''} `))
    .replace(/&([^;]{1,8});/g, (reference, name) => characters[name] ?? reference);
}

export const pageText = async (root, url) => articleText(await pageHTML(root, url));

const left = 'kb-guide, .kb-checklist, .kb-map, .kb-visually-hidden, h1, script, style';
const blocks = /^(P|LI|TD|TH|DIV|PRE|BLOCKQUOTE|FIGCAPTION|SUMMARY|DT|DD|SECTION|TR)$/;

// The text of a section: from the element with its id, or from the page's top, to the next heading.
export function sectionText(root, anchor) {
  let text = '';
  let isIn = anchor === '';
  const visit = (element) => {
    for (const node of element.childNodes) {
      if (node.nodeType === 3) {
        if (isIn) text += node.data;
      } else if (node.nodeType === 1 && !node.matches(left)) {
        const isHeading = /^H[2-6]$/.test(node.tagName);
        if (node.id === anchor && anchor !== '') {
          isIn = true;
          // A heading's own text stands above the excerpt.
          if (isHeading) continue;
        } else if (isHeading && node.id && isIn) {
          return false;
        }
        if (!visit(node)) return false;
        if (isIn && blocks.test(node.tagName)) text += ' ';
      }
    }
    return true;
  };
  visit(root);
  return text.replace(/\s+/g, ' ').trim();
}

// Where words that match stand in a text: [start, end, term] …
function marks(text, isMatch) {
  const found = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.'’-]*/gu)) {
    const terms = termsOf(word);
    const whole = terms.find(({ term, role }) => role !== 'gram' && isMatch(term));
    if (whole) {
      found.push([index, index + word.replace(/[.'’-]+$/, '').length, whole.term]);
    } else if (terms.some(({ role }) => role === 'gram')) {
      const characters = [...word];
      let place = index;
      characters.forEach((character, number) => {
        const pair = character + (characters[number + 1] ?? '');
        if (isMatch(pair)) found.push([place, place + pair.length, pair]);
        place += character.length;
      });
    }
  }
  return found;
}

// A part of a text as pieces: [text, whether it is to be marked] …
function piecesOf(text, from, to, found) {
  const pieces = [];
  let place = from;
  for (const [start, end] of found) {
    if (start < place || end > to) continue;
    pieces.push([text.slice(place, start), false], [text.slice(start, end), true]);
    place = end;
  }
  pieces.push([text.slice(place, to), false]);
  return pieces.filter(([piece]) => piece !== '');
}

// A whole text with the words marked that match.
export const marked = (text, isMatch) => piecesOf(text, 0, text.length, marks(text, isMatch));

const length = 180;

// The part of a text with the most different words that match.
export function cutExcerpt(text, isMatch) {
  const found = marks(text, isMatch).slice(0, 300);
  let best = 0;
  let most = -1;
  found.forEach(([start], index) => {
    const terms = new Set();
    for (let next = index; next < found.length && found[next][1] < start + length - 40; next += 1) terms.add(found[next][2]);
    if (terms.size > most) [best, most] = [start, terms.size];
  });
  let from = 0;
  if (best > 60) {
    const space = text.indexOf(' ', best - 50);
    // Scripts without spaces are cut anywhere.
    from = space < 0 || space >= best ? best - 20 : space + 1;
  }
  let to = Math.min(text.length, from + length);
  if (to < text.length) to = text.lastIndexOf(' ', to) > from + 100 ? text.lastIndexOf(' ', to) : to;
  const pieces = piecesOf(text, from, to, found);
  if (from > 0) pieces.unshift(['… ', false]);
  if (to < text.length) pieces.push([' …', false]);
  return pieces;
}

export async function excerpt(root, { page, anchor }, isMatch) {
  return cutExcerpt(sectionText(await article(root, page), anchor), isMatch);
}
