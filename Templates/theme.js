/**
 * @file Behaviour of the frame around an article: the colour theme, the drawer on small screens, collapsed branches of the navigation,
 * links to headings, and the current section in the outline. Pages can be read and reached without it.
 */

import { safeLocalStorage } from './storage.js';

const root = document.documentElement;

// MARK: Colour theme

const themes = ['system', 'light', 'dark'];
/** @type {HTMLButtonElement | null} */
const themeButton = document.querySelector('.kb-theme');
if (themeButton) {
  const labels = themeButton.dataset;
  const show = () => {
    const theme = root.dataset.theme ?? 'system';
    const name = { system: labels.kbSystem, light: labels.kbLight, dark: labels.kbDark }[theme];
    themeButton.setAttribute('aria-label', `${labels.kbTheme}: ${name}`);
    themeButton.dataset.state = theme;
  };
  themeButton.addEventListener('click', () => {
    const next = themes[(themes.indexOf(root.dataset.theme ?? 'system') + 1) % themes.length];
    if (next === 'system') delete root.dataset.theme; else root.dataset.theme = next;
    safeLocalStorage.write('kb-theme', next === 'system' ? null : next);
    show();
  });
  show();
  themeButton.hidden = false;
}

// MARK: The drawer on small screens

/** @type {HTMLElement | null} */
const sidebar = document.querySelector('.kb-sidebar');
/** @type {HTMLAnchorElement | null} */
const menu = document.querySelector('.kb-menu');
if (sidebar && menu) {
  const openLabel = menu.textContent;
  // theme.css says which layout is in use.
  const layout = () => getComputedStyle(root).getPropertyValue('--kb-layout');
  let shownLayout = layout();
  menu.setAttribute('role', 'button');
  /** @type {NodeListOf<HTMLElement>} */
  const covered = document.querySelectorAll('.kb-main, .kb-footer');
  /** @param {boolean} open */
  const setOpen = (open) => {
    root.classList.toggle('kb-drawer', open);
    menu.setAttribute('aria-expanded', String(open));
    menu.textContent = open ? menu.dataset.kbClose : openLabel;
    covered.forEach((element) => { element.inert = open; });
  };
  setOpen(false);
  menu.addEventListener('click', (event) => {
    event.preventDefault();
    const open = !root.classList.contains('kb-drawer');
    setOpen(open);
    /** @type {HTMLElement | null} */
    const first = open ? sidebar.querySelector('[aria-current="page"]') ?? sidebar.querySelector('a') : null;
    first?.focus();
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key === ' ') {
      event.preventDefault();
      menu.click();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && root.classList.contains('kb-drawer')) {
      setOpen(false);
      menu.focus();
    }
  });
  addEventListener('resize', () => {
    if (layout() === shownLayout) return;
    shownLayout = layout();
    setOpen(false);
  });
  // Otherwise, the browser's Back would show the page with the drawer open.
  addEventListener('pagehide', () => setOpen(false));
}

// MARK: The header's links, and the tabs of sections, on small screens

const header = document.querySelector('.kb-header');
const headerEnd = document.querySelector('.kb-header-end');
const sections = document.querySelector('.kb-sections');
if (sidebar && headerEnd) {
  const place = () => {
    const isNarrow = getComputedStyle(root).getPropertyValue('--kb-layout') === 'narrow';
    if (isNarrow === (headerEnd.parentElement === sidebar)) return;
    // Whoever reads another language looks for theirs first.
    if (isNarrow && headerEnd.querySelector('.kb-switch')) sidebar.prepend(headerEnd); else (isNarrow ? sidebar : header).append(headerEnd);
    if (sections && isNarrow) sidebar.prepend(sections); else if (sections) header.after(sections);
  };
  place();
  addEventListener('resize', place);
}

// MARK: Menus of languages and versions

/** @param {(menu: HTMLDetailsElement) => boolean} isMeant */
const closeMenus = (isMeant) => {
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const open = document.querySelectorAll('.kb-switch[open]');
  for (const entry of open) if (isMeant(entry)) entry.open = false;
};
document.addEventListener('pointerdown', ({ target }) => closeMenus((entry) => !entry.contains(/** @type {Node} */ (target))));
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  const focused = document.activeElement.closest('.kb-switch')?.querySelector('summary');
  closeMenus(() => true);
  focused?.focus();
});

// MARK: Navigation

// Scrolls a long sidebar to the current page. scrollIntoView would scroll the page as well.
const current = sidebar?.querySelector('[aria-current="page"]');
if (current) {
  const below = current.getBoundingClientRect().bottom - sidebar.getBoundingClientRect().bottom;
  if (below > 0) sidebar.scrollTop += below + sidebar.clientHeight / 2;
}

/**
 * A page in the navigation: its title, its address (null if it has no page), and the entries below it. Hidden pages are null.
 * @typedef {[title: string, address: string | null, children?: any[]] | null} NavigationEntry
 */

/** @type {Promise<NavigationEntry[]> | undefined} */
let tree;
/** Loads the navigation of the whole site when the first branch is opened; retries after a failure. */
const loadTree = () => (tree ??= fetch(sidebar.dataset.kbNavigation).then((response) => response.json()).catch((error) => {
  tree = undefined;
  throw error;
}));

/**
 * @param {NavigationEntry[]} items
 * @param {string} path The indexes that lead to the items in the tree, joined by dots.
 */
function list(items, path) {
  const ul = document.createElement('ul');
  items.forEach((item, index) => {
    if (!item) return;
    const [title, address, children] = item;
    const li = document.createElement('li');
    const a = document.createElement(address === null ? 'span' : 'a');
    if (a instanceof HTMLAnchorElement) a.href = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : sidebar.dataset.kbRoot + address;
    a.textContent = title;
    li.append(a);
    if (children) {
      li.dataset.kbPlace = `${path}.${index}`;
      addToggle(li);
    }
    ul.append(li);
  });
  return ul;
}

/** @param {HTMLElement} li */
function addToggle(li) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'kb-toggle';
  button.setAttribute('aria-expanded', String(li.querySelector(':scope > ul') !== null));
  button.setAttribute('aria-label', `${sidebar.dataset.kbExpand}: ${li.firstElementChild.textContent}`);
  button.addEventListener('click', async () => {
    const open = button.getAttribute('aria-expanded') === 'true';
    /** @type {HTMLUListElement | null} */
    let branch = li.querySelector(':scope > ul');
    if (!open && !branch) {
      try {
        let items = await loadTree();
        for (const index of li.dataset.kbPlace.split('.')) items = items[Number(index)][2] ?? [];
        branch = list(items, li.dataset.kbPlace);
        li.append(branch);
      } catch {
        li.querySelector('a')?.click();
        return;
      }
    }
    if (branch) branch.hidden = open;
    button.setAttribute('aria-expanded', String(!open));
  });
  li.firstElementChild.after(button);
}

if (sidebar && location.protocol !== 'file:') {
  /** @type {NodeListOf<HTMLElement>} */
  const branches = sidebar.querySelectorAll('li[data-kb-place], li:not(.kb-group):has(> ul)');
  branches.forEach(addToggle);
}

// MARK: The article

document.querySelectorAll('.kb-article :is(h2, h3, h4)[id]:not(kb-guide *)').forEach((heading) => {
  const link = document.createElement('a');
  link.className = 'kb-anchor';
  link.href = `#${encodeURIComponent(heading.id)}`;
  link.setAttribute('aria-hidden', 'true');
  link.tabIndex = -1;
  link.textContent = '#';
  heading.append(' ', link);
});

/**
 * Makes elements that scroll sideways focusable, so that the keyboard can scroll them.
 * @param {ParentNode} container
 */
function enableScrolling(container) {
  /** @type {NodeListOf<HTMLElement>} */
  const blocks = container.querySelectorAll('.kb-article :is(pre, table, .kb-maths, .kb-diagram-scroll)');
  blocks.forEach((block) => {
    if (block.scrollWidth > block.clientWidth) block.tabIndex = 0;
  });
}
enableScrolling(document);
document.addEventListener('kb:shown', (event) => enableScrolling(event.detail.section));

/**
 * The element that a fragment names; null if there is none or if the fragment is malformed, such as `#%`.
 * @param {string} hash
 */
function fragmentTarget(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

/** Opens the details elements around the target of the address. */
function openDetails() {
  for (let element = fragmentTarget(location.hash); element; element = element.parentElement) {
    if (element instanceof HTMLDetailsElement) element.open = true;
  }
}
addEventListener('hashchange', openDetails);
openDetails();

// MARK: The outline

/** @type {Map<HTMLElement, HTMLAnchorElement>} */
const entries = new Map();
/** @type {NodeListOf<HTMLAnchorElement>} */
const links = document.querySelectorAll('.kb-outline a');
links.forEach((link) => {
  const heading = fragmentTarget(link.hash);
  if (heading) entries.set(heading, link);
});
/**
 * Where there is no room beside the text, the outline is a bar below the header, which opens and says where the reader is.
 * @param {HTMLElement} title
 */
function addBar(title) {
  const toggle = document.createElement('button');
  const place = document.createElement('span');
  toggle.type = 'button';
  toggle.className = 'kb-outline-toggle';
  toggle.append(title.textContent, place);
  title.after(toggle);
  /** @param {boolean} open */
  const setOpen = (open) => toggle.setAttribute('aria-expanded', String(open));
  setOpen(false);
  const isOpen = () => toggle.getAttribute('aria-expanded') === 'true';
  toggle.addEventListener('click', () => setOpen(!isOpen()));
  links.forEach((link) => link.addEventListener('click', () => setOpen(false)));
  document.addEventListener('click', (event) => {
    if (!toggle.closest('.kb-outline').contains(/** @type {Node} */ (event.target))) setOpen(false);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    setOpen(false);
    toggle.focus();
  });
  return place;
}

/** @type {HTMLElement | null} */
const outlineTitle = document.querySelector('.kb-outline-title');
const placeInBar = outlineTitle && addBar(outlineTitle);

if (entries.size > 0) {
  // Slightly below the position to which a link scrolls a heading.
  const edge = parseFloat(getComputedStyle(root).scrollPaddingBlockStart) + 8;
  const markCurrent = () => {
    const headings = [...entries.keys()];
    const atEnd = scrollY > 0 && scrollY + innerHeight >= root.scrollHeight - 1;
    const section = atEnd ? headings.at(-1) : headings.findLast((heading) => heading.getBoundingClientRect().top <= edge);
    for (const [heading, link] of entries) {
      if (heading === section) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
    }
    placeInBar.textContent = section ? entries.get(section).textContent : '';
  };
  let isScheduled = false;
  addEventListener('scroll', () => {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(() => {
      isScheduled = false;
      markCurrent();
    });
  }, { passive: true });
  markCurrent();
}
