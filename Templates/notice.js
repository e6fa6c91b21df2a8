/**
 * @file What the operator of a site has to announce. It is asked for when a page is shown, so that it can change without a build. Readers can close
 * it for as long as the tab is open.
 */

import { safeSessionStorage } from './storage.js';

/**
 * @typedef {object} Notice
 * @property {string} text
 * @property {string} [url] From the root of the site.
 * @property {string} [link] What the link says.
 * @property {string} [from] A date of ISO 8601.
 * @property {string} [until]
 * @property {string[]} [pages] How addresses begin, from the root of the site, of the pages that show it.
 * @property {string[]} [errors] Codes of which one must stand on a page that shows it.
 */

const { dataset } = /** @type {HTMLElement} */ (document.querySelector('script[data-kb-notice]'));
const root = new URL(dataset.kbNotice || './', location.href);
/** @param {string} path */
const decoded = (path) => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};
const place = decoded(location.href.slice(root.href.length).replace(/[?#].*/, ''));
const key = 'kb-notices-closed';
/** @returns {string[]} */
const closed = () => {
  const list = safeSessionStorage.readJSON(key);
  return Array.isArray(list) ? list : [];
};

/** @param {Notice} notice */
function isShown({ text, from, until, pages, errors }) {
  if (typeof text !== 'string' || text === '' || closed().includes(text)) return false;
  if ((from && Date.now() < Date.parse(from)) || (until && Date.now() >= Date.parse(until))) return false;
  if (pages?.length > 0 && !pages.some((start) => place.startsWith(decoded(start).replace(/^\/+/, '')))) return false;
  const article = document.querySelector('.kb-article')?.textContent ?? '';
  return !(errors?.length > 0) || errors.some((code) => article.includes(code));
}

/** @param {Notice} notice */
function element({ text, url, link }) {
  const section = document.createElement('section');
  section.className = 'kb-announcement';
  section.setAttribute('aria-label', dataset.kbName);
  const line = document.createElement('p');
  line.append(text);
  const target = url ? new URL(url, root) : null;
  if (target && /^(https?|mailto):$/.test(target.protocol)) {
    const anchor = document.createElement('a');
    anchor.href = target.href;
    anchor.textContent = link ?? url;
    line.append(' ', anchor);
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'kb-quiet';
  close.textContent = dataset.kbClose;
  close.addEventListener('click', () => {
    safeSessionStorage.write(key, JSON.stringify([...closed(), text]));
    for (const shown of document.querySelectorAll('.kb-announcement')) if (shown.contains(close) || shown.firstChild.textContent === line.textContent) shown.remove();
  });
  section.append(line, close);
  return section;
}

/** @returns {Promise<Notice[]>} */
async function read() {
  try {
    const { notices } = await (await fetch(new URL('_kb/notice.json', root), { cache: 'no-cache' })).json();
    return notices.filter(isShown);
  } catch {
    return [];
  }
}

const shown = await read();
document.querySelector('.kb-header')?.after(...shown.map(element));
// A guide is the page's only content; what is known of its error stands before its first step.
if (shown.some(({ errors }) => errors?.length > 0)) {
  new MutationObserver(() => {
    const guide = document.querySelector('.kb-doing-page');
    const known = shown.filter(({ errors, text }) => errors?.length > 0 && !closed().includes(text));
    if (guide && !guide.querySelector('.kb-announcement')) guide.prepend(...known.map(element));
  }).observe(document.body, { childList: true });
}
