// Runs on pages under `kbgen serve`: takes in changes of the content, and shows diagnostics. It is part of no published site.
// A classic script, so that it sees the page before modules change it.
(() => {
'use strict';

const { element, panel, plural } = window.kbLivePanels;
const { dataset } = /** @type {HTMLElement} */ (document.querySelector('script[data-kb-live]'));
const { scripts } = dataset;
let { edition } = dataset;
const address = decodeURI(location.pathname).replace(/^\//, '');

/**
 * @typedef {object} Diagnostic
 * @property {string} path
 * @property {number} line
 * @property {number} column
 * @property {string} severity `error` or `warning`.
 * @property {string} message
 * @property {string} rule
 * @property {string} [help]
 */

/** @param {Diagnostic} diagnostic */
function item(diagnostic) {
  const line = element('li', '', { className: diagnostic.severity });
  line.append(
    element('code', `${diagnostic.path}:${diagnostic.line}:${diagnostic.column} `),
    element('strong', diagnostic.severity), element('span', `: ${diagnostic.message} `), element('code', `[${diagnostic.rule}]`));
  if (diagnostic.help) line.append(element('p', `help: ${diagnostic.help}`));
  return line;
}

/** @type {HTMLElement | null} */
let host = null;
let last = '';

/**
 * Shows the diagnostics of this page and of files that are not pages, expanded if there are errors.
 * @param {Diagnostic[]} diagnostics
 */
function show(diagnostics) {
  const text = JSON.stringify(diagnostics);
  if (text === last) return;
  last = text;
  const wasOpen = host?.shadowRoot.querySelector('details')?.open;
  host?.remove();
  host = null;
  if (diagnostics.length === 0) return;
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const counts = [
    errors && plural(errors, 'error'), errors < diagnostics.length && plural(diagnostics.length - errors, 'warning'),
  ].filter(Boolean);
  const details = element('details', '', { open: wasOpen ?? errors > 0, className: errors > 0 ? 'panel start error' : 'panel start' });
  const list = element('ol', '');
  list.tabIndex = 0;
  list.append(...diagnostics.map(item));
  details.append(element('summary', counts.join(', ')), list);
  host = panel('Findings of kbgen', details);
}

/**
 * Replaces styles once the new ones are loaded, so that the page is never without.
 * @param {string[]} styles Addresses.
 */
function restyle(styles) {
  const links = [...document.querySelectorAll('link[rel=stylesheet]')];
  styles.forEach((href, index) => {
    if (links[index]?.getAttribute('href') === href) return;
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
    link.setAttribute('href', href);
    link.addEventListener('load', () => links[index]?.remove());
    (links[index] ?? document.head.lastElementChild).after(link);
  });
  for (const link of links.slice(styles.length)) link.remove();
}

/**
 * Leaves out what `restyle` brings up to date: a page need not be reloaded for it.
 * @param {string} html
 */
const withoutHashes = (html) => html.replace(/(_kb\/[a-z-]+)\.[0-9a-z]{13}\.css/g, '$1.css');

/**
 * Splits a page into the HTML of the elements in its article, and the HTML around the article.
 * @param {Document} page
 */
function read(page) {
  const root = /** @type {Element} */ (page.documentElement.cloneNode(true));
  // The nodes after this script did not exist yet when the page was read for the first time.
  for (let node = /** @type {Node} */ (root.querySelector('script[data-kb-live]')); node && node !== root; node = node.parentNode) {
    while (node.nextSibling) node.nextSibling.remove();
  }
  const article = root.querySelector('.kb-article');
  const texts = [...(article?.children ?? [])].map((child) => child.outerHTML);
  article?.replaceChildren();
  root.querySelectorAll('script[data-kb-live], meta[name=description], meta[property="og:description"]').forEach((node) => node.remove());
  const [head, body] = ['head', 'body'].map((name) => root.querySelector(name).innerHTML.trim());
  return { around: withoutHashes(`${head}\n${body}`), texts };
}

let shown = read(document);
let elements = [...(document.querySelector('.kb-article')?.children ?? [])];

// Modules attach themselves to these elements when the page is loaded; they cannot be replaced.
const attached = 'kb-guide, .kb-checklist, [data-kb-step], .kb-searched, .kb-updates, h1, h2, h3, h4, h5, h6, script';
/** @param {Element} element */
const isAttached = (element) => element.matches(attached) || element.querySelector(attached) !== null;

/**
 * Replaces the elements of the article that changed. Returns false if the page has to be reloaded.
 * @param {Document} page
 */
function exchange(page) {
  const next = read(page);
  if (next.around !== shown.around) return false;
  let start = 0;
  while (start < elements.length && start < next.texts.length && shown.texts[start] === next.texts[start]) start += 1;
  let [oldEnd, newEnd] = [elements.length, next.texts.length];
  while (oldEnd > start && newEnd > start && shown.texts[oldEnd - 1] === next.texts[newEnd - 1]) {
    [oldEnd, newEnd] = [oldEnd - 1, newEnd - 1];
  }
  if (start === oldEnd && start === newEnd) return true;
  if (document.querySelector('kb-guide')) return false;
  const gone = elements.slice(start, oldEnd);
  const come = [...page.querySelector('.kb-article').children].slice(start, newEnd);
  if ([...gone, ...come].some(isAttached)) return false;
  const before = gone[0] ?? elements[oldEnd] ?? null;
  const article = document.querySelector('.kb-article');
  const nodes = come.map((element) => document.adoptNode(element));
  for (const node of nodes) article.insertBefore(node, before);
  for (const element of gone) element.remove();
  elements.splice(start, gone.length, ...nodes);
  shown = next;
  /** @param {string} selector */
  const querySelectorAll = (selector) => (
    nodes.flatMap((node) => [...(node.matches(selector) ? [node] : []), ...node.querySelectorAll(selector)]));
  document.dispatchEvent(new CustomEvent('kb:shown', { detail: { section: { querySelectorAll } } }));
  return true;
}

/** @param {string} url */
const load = (url) => fetch(url, { cache: 'no-store' }).catch(() => null);
let updateCount = 0;

async function update() {
  const own = ++updateCount;
  const [answer, page] = await Promise.all([load(`/_kb/live.json?address=${encodeURIComponent(address)}`), load(location.pathname)]);
  if (!answer?.ok || !page || own !== updateCount) return;
  const [news, html] = [await answer.json(), await page.text()];
  const next = new DOMParser().parseFromString(html, 'text/html');
  /** @type {HTMLElement | null} */
  const script = next.querySelector('script[data-kb-live]');
  if (script?.dataset.edition !== edition) {
    if (script?.dataset.scripts !== scripts || !exchange(next)) return location.reload();
    edition = script.dataset.edition;
  }
  restyle(news.styles);
  show(news.diagnostics);
  window.kbLiveGuide(news.guide);
}

const events = new EventSource('/_kb/live');
events.addEventListener('message', update);
// The content may have changed while the server was away.
events.addEventListener('open', update);
})();
