// What pages run under `kbgen serve`: it takes in what their writer changes, and shows what is wrong with them. It is part of no published site.
// No module, so that it sees the page before modules change it.
(() => {
'use strict';

const own = document.querySelector('script[data-kb-live]');
const { scripts } = own.dataset;
let { edition } = own.dataset;
const address = decodeURI(location.pathname).replace(/^\//, '');

const style = `
  :host { all: initial; }
  details { position: fixed; inset-block-end: 1rem; inset-inline-start: 1rem; z-index: 2147483647; max-width: min(44rem, calc(100vw - 2rem));
    font: 0.875rem/1.45 system-ui, sans-serif; color: #f4f4f5; background: #27272a; border: 1px solid #71717a; border-radius: 0.5rem; }
  summary { padding: 0.5rem 0.75rem; cursor: pointer; font-weight: 600; border-radius: 0.5rem; }
  summary:focus-visible { outline: 3px solid #facc15; outline-offset: 2px; }
  details.error { border-color: #f87171; }
  ol { margin: 0; padding: 0 0.75rem 0.5rem; max-height: 50vh; overflow: auto; list-style: none; }
  li { padding: 0.5rem 0; border-top: 1px solid #52525b; overflow-wrap: anywhere; }
  code { font: 0.8125rem/1.4 ui-monospace, monospace; color: #d4d4d8; }
  .error strong { color: #fca5a5; }
  .warning strong { color: #fde68a; }
  p { margin: 0.125rem 0 0; }
  @media print { details { display: none; } }
`;

const element = (name, text, properties = {}) => Object.assign(document.createElement(name), { textContent: text }, properties);

const plural = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function item(finding) {
  const line = element('li', '', { className: finding.severity });
  line.append(
    element('code', `${finding.path}:${finding.line}:${finding.column} `),
    element('strong', finding.severity), element('span', `: ${finding.message} `), element('code', `[${finding.rule}]`));
  if (finding.help) line.append(element('p', `help: ${finding.help}`));
  return line;
}

let host = null;
let last = '';

// Shows what was found of this page and of what is no page; open where something does not reach the reader.
function show(findings) {
  const text = JSON.stringify(findings);
  if (text === last) return;
  last = text;
  const wasOpen = host?.shadowRoot.querySelector('details')?.open;
  host?.remove();
  host = null;
  if (findings.length === 0) return;
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const counts = [errors && plural(errors, 'error'), errors < findings.length && plural(findings.length - errors, 'warning')].filter(Boolean);
  const details = element('details', '', { open: wasOpen ?? errors > 0, className: errors > 0 ? 'error' : '' });
  const list = element('ol', '');
  list.tabIndex = 0;
  list.append(...findings.map(item));
  details.append(element('summary', counts.join(', ')), list);
  host = document.createElement('kb-live');
  host.setAttribute('role', 'complementary');
  host.setAttribute('aria-label', 'Findings of kbgen');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  root.append(details);
  document.body.append(host);
}

// Puts new styles in the place of the old ones when they are there, so that the page is never without.
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

const withoutHashes = (html) => html.replace(/(_kb\/[a-z-]+)\.[0-9a-z]{13}/g, '$1');

// A page in two parts: what is around its article, and the elements of the article.
function read(page) {
  const root = page.documentElement.cloneNode(true);
  // What stands behind this script was not there yet when the page was read for the first time.
  for (let node = root.querySelector('script[data-kb-live]'); node && node !== root; node = node.parentNode) {
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

// What modules attach themselves to when the page is loaded cannot be exchanged below them.
const attached = 'kb-guide, .kb-checklist, [data-kb-step], h1, h2, h3, h4, h5, h6, script';
const isAttached = (element) => element.matches(attached) || element.querySelector(attached) !== null;

// Exchanges the elements of the article that changed; false where only loading the page anew will do.
function exchange(page) {
  const next = read(page);
  if (next.around !== shown.around) return false;
  let start = 0;
  while (start < elements.length && start < next.texts.length && shown.texts[start] === next.texts[start]) start += 1;
  let [oldEnd, newEnd] = [elements.length, next.texts.length];
  while (oldEnd > start && newEnd > start && shown.texts[oldEnd - 1] === next.texts[newEnd - 1]) [oldEnd, newEnd] = [oldEnd - 1, newEnd - 1];
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
  const querySelectorAll = (selector) => nodes.flatMap((node) => [...(node.matches(selector) ? [node] : []), ...node.querySelectorAll(selector)]);
  document.dispatchEvent(new CustomEvent('kb:shown', { detail: { section: { querySelectorAll } } }));
  return true;
}

const load = (url) => fetch(url, { cache: 'no-store' }).catch(() => null);
let asked = 0;

async function update() {
  const question = ++asked;
  const [answer, page] = await Promise.all([load(`/_kb/live.json?address=${encodeURIComponent(address)}`), load(location.pathname)]);
  if (!answer?.ok || !page || question !== asked) return;
  const [news, html] = [await answer.json(), await page.text()];
  const next = new DOMParser().parseFromString(html, 'text/html');
  const come = next.querySelector('script[data-kb-live]')?.dataset;
  if (come?.edition !== edition) {
    if (come?.scripts !== scripts || !exchange(next)) return location.reload();
    edition = come.edition;
  }
  restyle(news.styles);
  show(news.diagnostics);
}

const events = new EventSource('/_kb/live');
events.addEventListener('message', update);
// After a pause of the server there may be news, too.
events.addEventListener('open', update);
})();
