/**
 * @file The search of a site: results below the box in the header, the page of results, and suggestions where a page is missing.
 * search.js loads it when a reader goes to the box.
 */

import labels from './labels.js';
import { safeLocalStorage } from './storage.js';

/** @typedef {typeof import('./search-view.js')} View */

const { dataset } = /** @type {HTMLElement} */ (document.querySelector('script[data-kb-search]'));
const root = new URL(dataset.kbSearch || './', location.href).href;
/** @type {HTMLElement} */
const host = document.querySelector('.kb-search');
const box = host.querySelector('input');
/** @type {HTMLElement | null} */
const page = document.querySelector('.kb-search-page');
/** @type {HTMLElement} */
const panel = page ?? host.querySelector('.kb-search-panel');
const maxResults = page ? 30 : 8;

/** @type {Promise<[import('./search-source.js').Find, View]> | undefined} */
let loading;
function load() {
  loading ??= Promise.all([import('./search-source.js').then(({ openSource }) => openSource(root)), import('./search-view.js')]);
  loading.catch(() => { loading = undefined; });
  return loading;
}

const language = document.documentElement.lang;
/**
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => /** @type {string} */ (values[name]) ?? whole);

// MARK: Recent queries, in this browser alone

const key = 'kb-searches';
/** @returns {string[]} The latest first. */
function recent() {
  const list = safeLocalStorage.readJSON(key);
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
}

/** @param {string[]} list */
const keep = (list) => safeLocalStorage.write(key, list.length > 0 ? JSON.stringify(list) : null);

function remember() {
  const text = box.value.trim().slice(0, 300);
  if (text) keep([text, ...recent().filter((other) => other !== text)].slice(0, 5));
}

// MARK: Results

const status = document.createElement('p');
status.className = 'kb-search-status';
status.setAttribute('role', 'status');
const content = document.createElement('div');
const close = document.createElement('button');
close.type = 'button';
close.className = 'kb-quiet kb-search-close';
close.textContent = labels.close;
close.addEventListener('click', () => leave());
panel.replaceChildren(...(page ? [status, content] : [close, status, content]));

/** How long a reader pauses before what they typed is looked for, in milliseconds: each search may ask for files of the index. */
const pause = 120;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
const searchSoon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, pause);
};

/** What is asked: of a pasted text, with the line breaks that the box does not keep. */
function asked() {
  const { kbPasted } = host.dataset;
  return kbPasted && kbPasted.replace(/[\r\n]+\s*/g, ' ') === box.value ? kbPasted : box.value;
}

/** How many excerpts are read below the box before the reader looks at more. */
const firstExcerpts = 4;
let searchCount = 0;
let opensFirst = false;
async function search() {
  clearTimeout(waiting);
  const text = asked();
  searchCount += 1;
  const own = searchCount;
  if (text.trim() === '') return showStart();
  try {
    const [find, view] = await load();
    const answer = await find(text, { language, limit: maxResults });
    if (own === searchCount) show(text, answer, view);
  } catch (error) {
    console.info(`search: ${/** @type {Error} */ (error).message}`);
    if (own === searchCount) {
      opensFirst = false;
      content.replaceChildren();
      status.textContent = labels.failed;
    }
  }
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let excerptTimer;
/**
 * @param {string} text
 * @param {import('./search-source.js').SearchAnswer} answer
 * @param {View} view
 */
function show(text, { results, count = results.length, isClose = true, isMatch }, view) {
  const { h } = view;
  /** @type {Map<HTMLLIElement, import('./search-source.js').SearchResult>} */
  const items = new Map();
  // A page stands once, with its further sections below it.
  /** @type {Map<string, HTMLLIElement>} */
  const pages = new Map();
  const list = h('ol', { className: 'kb-results' });
  for (const result of results) {
    const page = pages.get(result.page);
    const item = page ? view.sectionItem(result, root, isMatch) : view.resultItem(result, root, labels, isMatch);
    items.set(item, result);
    if (page) {
      if (!page.querySelector('ol')) page.append(h('ol', { className: 'kb-result-sections' }));
      page.querySelector('ol').append(item);
    } else {
      pages.set(result.page, item);
      list.append(item);
    }
  }
  const isPoor = items.size === 0 || !isClose;
  const allPages = /** @type {HTMLAnchorElement | null} */ (document.querySelector('.kb-titles'))?.href;
  content.replaceChildren(
    ...(items.size > 0 ? [list] : []), ...(page || items.size < maxResults ? [] : [allLink(text, view)]),
    ...(isPoor && allPages ? [view.furtherHelp(text.trim(), allPages, labels)] : []));
  status.textContent = items.size === 0 ? fill(labels.none, { query: text.trim() })
    : !isClose ? labels.notClose : fill(count === 1 ? labels.one : labels.many, { count });
  if (opensFirst) {
    opensFirst = false;
    list.querySelector('a')?.click();
    return;
  }
  readExcerpts(list, [...items.keys()], (item) => view.showExcerpt(item, items.get(item), root, isMatch));
}

/**
 * Excerpts are read from the pages, each of which costs as much as a whole search. None is read while the reader types or leaves at once.
 * Then those in view are read; below the box, only those of the first results and those that the reader looks at.
 * @param {HTMLElement} list
 * @param {HTMLLIElement[]} items
 * @param {(item: HTMLLIElement) => void} read
 */
function readExcerpts(list, items, read) {
  const observer = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
    observer.unobserve(target);
    read(/** @type {HTMLLIElement} */ (target));
  }));
  const readInSight = () => items.forEach((item) => observer.observe(item));
  clearTimeout(excerptTimer);
  excerptTimer = setTimeout(() => {
    if (page) return readInSight();
    items.slice(0, firstExcerpts).forEach(read);
    panel.onscroll = readInSight;
  }, 600);
  list.addEventListener('focusin', ({ target }) => read(/** @type {Element} */ (target).closest('li')));
  list.addEventListener('pointerover', ({ target }) => {
    const item = /** @type {Element} */ (target).closest('li');
    setTimeout(() => { if (item?.matches(':hover')) read(item); }, 200);
  });
}

/**
 * @param {string} text
 * @param {View} view
 */
function allLink(text, { h }) {
  const href = `${new URL(dataset.kbPage, location.href).href}?q=${encodeURIComponent(text.trim())}`;
  return h('p', { className: 'kb-search-all' }, h('a', { href, textContent: labels.all }));
}

// MARK: Before anything is typed

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} className
 * @param {string} textContent
 */
const create = (name, className, textContent) => Object.assign(document.createElement(name), { className, textContent });

/**
 * @param {string} text What it says and, unless there is something else to do, looks for.
 * @param {() => void} [act]
 */
function recentButton(text, act) {
  const button = Object.assign(create('button', act ? 'kb-quiet' : 'kb-recent', text), { type: 'button' });
  button.addEventListener('click', () => {
    box.focus();
    if (act) return act();
    box.value = text;
    return search();
  });
  return button;
}

/** Shows what was looked for before, and what readers of this site often look for. */
function showStart() {
  status.textContent = '';
  content.replaceChildren();
  if (page) return;
  const list = recent();
  if (list.length > 0) {
    content.append(create('p', 'kb-search-status', labels.recent), ...list.map((text) => recentButton(text)),
      recentButton(labels.forget, () => { keep([]); showStart(); }));
  }
  if (labels.problems.length > 0) {
    content.append(create('p', 'kb-search-status', labels.commonProblems), ...labels.problems.map(({ title, url }) => (
      Object.assign(create('a', 'kb-recent', title), { href: new URL(url, root).href }))));
  }
  if (content.hasChildNodes()) open(); else leave();
}

// MARK: Opening and closing

function open() {
  panel.hidden = false;
  host.classList.add('kb-searching');
}

function leave() {
  searchCount += 1;
  opensFirst = false;
  if (page) return;
  panel.hidden = true;
  host.classList.remove('kb-searching');
}

/** Has the browser's Back from a result lead to the results again. */
function markPlace() {
  if (!page) history.replaceState({ ...history.state, kbSearch: asked() }, '');
}

/** Shows the results that the reader left by following one. */
function restore() {
  const text = history.state?.kbSearch;
  if (page || typeof text !== 'string' || text === '') return false;
  history.replaceState({ ...history.state, kbSearch: undefined }, '');
  box.value = text.replace(/[\r\n]+\s*/g, ' ');
  host.dataset.kbPasted = text;
  open();
  search();
  return true;
}

load().catch(() => {});
box.addEventListener('focus', () => {
  if (page) return;
  if (box.value.trim() !== '') open();
  search();
});
box.addEventListener('input', () => {
  // Typing on cancels the request to open the first result.
  opensFirst = false;
  const text = box.value.trim();
  if (text !== '') open();
  if (page) history.replaceState(history.state, '', text ? `?q=${encodeURIComponent(text)}` : location.pathname);
  if (text === '') search(); else searchSoon();
});
const links = () => [.../** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll('a.kb-result, .kb-recent'))];
/**
 * Moves the focus among the box and the results.
 * @param {number} step
 */
function move(step) {
  const all = [box, ...links()];
  const focused = document.activeElement;
  const from = all.indexOf(/** @type {HTMLElement} */ (focused.closest('li')?.querySelector('a.kb-result') ?? focused));
  const next = all[from + step];
  if (next) next.focus();
  return next !== undefined;
}

/**
 * @param {KeyboardEvent} event
 * @returns {void}
 */
function onKey(event) {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const isInBox = event.target === box;
  if (event.key === 'Escape' && !page && !panel.hidden) {
    event.preventDefault();
    box.focus();
    leave();
  } else if ((event.key === 'ArrowDown' && move(1)) || (event.key === 'ArrowUp' && !isInBox && move(-1))) {
    event.preventDefault();
  } else if (event.key === 'Enter' && isInBox && box.value.trim() !== '') {
    event.preventDefault();
    if (page) return links()[0]?.focus();
    // Opens a result for the present text, once it is there.
    opensFirst = true;
    search();
  }
}
host.addEventListener('keydown', onKey);
if (page) page.addEventListener('keydown', onKey);
panel.addEventListener('click', (event) => {
  const link = /** @type {Element} */ (event.target).closest('a');
  if (!link) return;
  remember();
  markPlace();
  // A place on this page would stay below the results.
  if (link.href.split('#')[0] === location.href.split('#')[0]) leave();
});

document.addEventListener('pointerdown', (event) => { if (!host.contains(/** @type {Node} */ (event.target))) leave(); });
host.addEventListener('focusout', (event) => {
  const target = /** @type {Node | null} */ (event.relatedTarget);
  if (target && !host.contains(target)) leave();
});
// Otherwise, the browser's Back would show old results.
addEventListener('pagehide', () => leave());
addEventListener('pageshow', ({ persisted }) => { if (persisted) restore(); });
addEventListener('popstate', restore);

if (page && !box.value) box.value = new URLSearchParams(location.search).get('q') ?? '';
// The reader may have pressed Enter before this module was loaded.
opensFirst = 'kbEnter' in host.dataset && !page;
if (restore()) {
  // The search is under way.
} else if (box.value.trim() !== '') {
  if (!page) open();
  search();
} else if (page) {
  box.focus();
} else if (document.activeElement === box) {
  search();
}

// MARK: Suggestions on the page for missing addresses

/** @param {HTMLElement} container */
async function suggest(container) {
  const path = decodeURIComponent(location.pathname).replace(new URL(root).pathname, '');
  const words = path.replace(/\.(html?|md|php|aspx?)$/i, '').split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !/^(index|readme)$/i.test(word)).join(' ');
  const [find, view] = await load();
  const { results } = await find(`${words} `, { language, limit: 5 });
  if (results.length === 0) return;
  container.querySelector('ol').replaceChildren(...results.map((result) => view.resultItem(result, root, labels, () => false)));
  container.hidden = false;
}
/** @type {HTMLElement | null} */
const suggestions = document.querySelector('.kb-suggestions');
if (suggestions) suggest(suggestions).catch(() => {});
