// The search of a site: results below the box in the header, the page of results, and suggestions where a page is missing. search.js loads it when somebody
// goes to the box; what it needs to search is loaded then, too.

import labels from './labels.js';

const { dataset } = document.querySelector('script[data-kb-search]');
const root = new URL(dataset.kbSearch || './', location.href).href;
const host = document.querySelector('.kb-search');
const box = host.querySelector('input');
const page = document.querySelector('.kb-search-page');
const panel = page ?? host.querySelector('.kb-search-panel');
const most = page ? 30 : 8;

let loading;
function load() {
  loading ??= Promise.all([import('./search-source.js').then(({ openSource }) => openSource(root)), import('./search-view.js')]);
  loading.catch(() => { loading = undefined; });
  return loading;
}

const language = document.documentElement.lang;
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

// MARK: Recent queries, in this browser alone

const key = 'kb-searches';
function recent() {
  try {
    const list = JSON.parse(localStorage.getItem(key));
    return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
  } catch {
    return [];
  }
}

function keep(list) {
  try {
    if (list.length > 0) localStorage.setItem(key, JSON.stringify(list)); else localStorage.removeItem(key);
  } catch {
    // Storage may be forbidden or full: nothing is remembered.
  }
}

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

let turn = 0;
let opensFirst = false;
async function search() {
  const text = box.value;
  turn += 1;
  const own = turn;
  if (text.trim() === '') return showRecent();
  try {
    const [find, view] = await load();
    const { results, isMatch } = await find(text, { language, limit: most });
    if (own === turn) show(text, results, isMatch, view);
  } catch (error) {
    console.info(`search: ${error.message}`);
    if (own === turn) {
      opensFirst = false;
      content.replaceChildren();
      status.textContent = labels.failed;
    }
  }
}

let waiting;
function show(text, results, isMatch, view) {
  // A guide is offered once.
  const offers = results.map(({ page: address, hasGuide }, index) => hasGuide && results.findIndex((other) => other.page === address) === index);
  const items = results.map((result, index) => view.resultItem({ ...result, hasGuide: offers[index] }, root, labels, isMatch));
  const list = view.h('ol', { className: 'kb-results' }, items);
  content.replaceChildren(...(items.length > 0 ? [list] : []), ...(page || items.length < most ? [] : [allLink(text, view)]));
  status.textContent = items.length === 0 ? fill(labels.none, { query: text.trim() }) : fill(items.length === 1 ? labels.one : labels.many, { count: items.length });
  if (opensFirst) {
    opensFirst = false;
    items[0]?.querySelector('a').click();
    return;
  }
  readExcerpts(list, items, (item) => view.showExcerpt(item, results[items.indexOf(item)], root, isMatch));
}

// Excerpts are read out of the pages, of which each costs as much as all that was found. While somebody types, or goes on at once, none is read; then those in
// sight on the page of results, and below the box that of the first result and of others that somebody looks at.
function readExcerpts(list, items, read) {
  const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
    seen.unobserve(target);
    read(target);
  }));
  const readInSight = () => items.forEach((item) => seen.observe(item));
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (page) return readInSight();
    items.slice(0, 1).forEach(read);
    panel.onscroll = readInSight;
  }, 600);
  list.addEventListener('focusin', ({ target }) => read(target.closest('li')));
  list.addEventListener('pointerover', ({ target }) => {
    const item = target.closest('li');
    setTimeout(() => { if (item?.matches(':hover')) read(item); }, 200);
  });
}

function allLink(text, { h }) {
  return h('p', { className: 'kb-search-all' }, h('a', { href: `${new URL(dataset.kbPage, location.href).href}?q=${encodeURIComponent(text.trim())}`, textContent: labels.all }));
}

function showRecent() {
  const list = page ? [] : recent();
  status.textContent = '';
  content.replaceChildren();
  if (list.length === 0) return page ? undefined : leave();
  const head = document.createElement('p');
  head.className = 'kb-search-status';
  head.textContent = labels.recent;
  const entries = [...list, null].map((text) => {
    const entry = document.createElement('button');
    entry.type = 'button';
    entry.className = text === null ? 'kb-quiet' : 'kb-recent';
    entry.textContent = text ?? labels.forget;
    entry.addEventListener('click', () => {
      box.focus();
      if (text === null) {
        keep([]);
        return showRecent();
      }
      box.value = text;
      return search();
    });
    return entry;
  });
  content.append(head, ...entries);
  open();
}

// MARK: Opening and closing

function open() {
  panel.hidden = false;
  host.classList.add('kb-searching');
}

function leave() {
  turn += 1;
  opensFirst = false;
  if (page) return;
  panel.hidden = true;
  host.classList.remove('kb-searching');
}

load().catch(() => {});
box.addEventListener('focus', () => {
  if (page) return;
  if (box.value.trim() !== '') open();
  search();
});
box.addEventListener('input', () => {
  // Who types on wants other results than those they asked for.
  opensFirst = false;
  if (box.value.trim() !== '') open();
  if (page) history.replaceState(history.state, '', box.value.trim() ? `?q=${encodeURIComponent(box.value.trim())}` : location.pathname);
  search();
});
const links = () => [...panel.querySelectorAll('a.kb-result, button.kb-recent')];
function move(step) {
  const all = [box, ...links()];
  const from = all.indexOf(document.activeElement.closest('li')?.querySelector('a.kb-result') ?? document.activeElement);
  const next = all[from + step];
  if (next) next.focus();
  return next !== undefined;
}

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
    if (page) return void links()[0]?.focus();
    // The results of what is typed now, not of what was typed before.
    opensFirst = true;
    search();
  }
}
host.addEventListener('keydown', onKey);
if (page) page.addEventListener('keydown', onKey);
panel.addEventListener('click', (event) => { if (event.target.closest('a')) remember(); });

document.addEventListener('pointerdown', (event) => { if (!host.contains(event.target)) leave(); });
host.addEventListener('focusout', (event) => { if (event.relatedTarget && !host.contains(event.relatedTarget)) leave(); });
// A page that the browser brings back shows no old results.
addEventListener('pagehide', () => leave());

if (page && !box.value) box.value = new URLSearchParams(location.search).get('q') ?? '';
// Somebody may have typed, and asked for the first result, before this was there.
opensFirst = 'kbEnter' in host.dataset && !page;
if (box.value.trim() !== '') {
  if (!page) open();
  search();
} else if (page) {
  box.focus();
} else if (document.activeElement === box) {
  search();
}

// MARK: Where a page is missing

async function suggest(place) {
  const path = decodeURIComponent(location.pathname).replace(new URL(root).pathname, '');
  const words = path.replace(/\.(html?|md|php|aspx?)$/i, '').split(/[^\p{L}\p{N}]+/u).filter((word) => !/^(index|readme)$/i.test(word)).join(' ');
  const [find, view] = await load();
  const { results } = await find(`${words} `, { language, limit: 5 });
  if (results.length === 0) return;
  place.querySelector('ol').replaceChildren(...results.map((result) => view.resultItem(result, root, labels, () => false)));
  place.hidden = false;
}
const suggestions = document.querySelector('.kb-suggestions');
if (suggestions) suggest(suggestions).catch(() => {});
