/**
 * @file The menu of a site's versions, each of which is a site of its own. The list of them is asked for by the page, so that sites built long ago
 * know of later ones: that of the site above goes before the site's own.
 */

/**
 * @typedef {object} Version
 * @property {string} title
 * @property {string} url From the root of the site that has the list.
 * @property {'latest' | 'old' | 'unreleased'} state
 */

const { dataset } = /** @type {HTMLElement} */ (document.querySelector('script[data-kb-versions]'));
const root = new URL(dataset.kbVersions || './', location.href);
/** The page's own path in its site. */
const place = location.href.startsWith(root.href) ? location.href.slice(root.href.length).replace(/[?#].*/, '') : '';

/**
 * The address of a place in another site. A place that begins like a scheme or a host stays a place.
 * @param {string} path
 * @param {string} site
 */
const within = (path, site) => new URL(`./${path}`, site).href;

/**
 * The versions that a site knows, with absolute addresses; null if this site is not among them.
 * @param {URL} site The site's root.
 * @returns {Promise<Version[] | null>}
 */
async function read(site) {
  try {
    const response = await fetch(new URL('_kb/versions.json', site));
    const { versions } = await response.json();
    const all = versions.map((/** @type {Version} */ entry) => ({ ...entry, url: new URL(entry.url, site).href }));
    const isWeb = all.every((/** @type {Version} */ { url }) => /^https?:/.test(url));
    return isWeb && all.some((/** @type {Version} */ { url }) => url === root.href) ? all : null;
  } catch {
    return null;
  }
}

/**
 * The address of this page in another version, or of the nearest page above it.
 * @param {string} version The address of the version's root.
 */
async function counterpart(version) {
  for (let rest = place; rest !== ''; rest = rest.replace(/[^/]*\/?$/, '')) {
    const address = within(rest, version);
    if ((await fetch(address, { method: 'HEAD' }).catch(() => null))?.ok) return address;
  }
  return version;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} properties
 * @param {...Node} children
 */
function h(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** @param {Version} version */
function link({ title, url }) {
  const element = h('a', { href: within(place, url), textContent: title });
  if (url === root.href) element.setAttribute('aria-current', 'true');
  element.addEventListener('click', async (event) => {
    // What opens elsewhere opens as it stands.
    if (event.ctrlKey || event.metaKey || event.shiftKey || new URL(url).origin !== location.origin) return;
    event.preventDefault();
    location.assign(await counterpart(url));
  });
  return element;
}

/** @param {Version[]} versions */
function show(versions) {
  const own = versions.find(({ url }) => url === root.href);
  const summary = h('summary', { textContent: own.title });
  summary.setAttribute('aria-label', `${dataset.kbName}: ${own.title}`);
  const list = h('ul', {}, ...versions.map((version) => h('li', {}, link(version))));
  document.querySelector('.kb-header-end')?.prepend(h('details', { className: 'kb-switch' }, summary, list));
  const latest = versions.find(({ state }) => state === 'latest');
  if (own.state === 'latest' || !latest) return;
  const text = (own.state === 'old' ? dataset.kbOld : dataset.kbUnreleased).replace('{version}', own.title);
  const way = link({ ...latest, title: dataset.kbLatest });
  document.querySelector('.kb-main')?.prepend(h('p', { className: 'kb-version', textContent: `${text} ` }, way));
}

const above = new URL('../', root);
const known = (above.href === root.href ? null : await read(above)) ?? await read(root);
if (known) show(known);
