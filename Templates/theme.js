// What a page does beyond being read: the colour theme, the drawer of small screens, closed branches of the navigation, links to
// headings, and the mark of the section in view. Without it every page can be read and reached.

const root = document.documentElement;

// Colour theme: as the system, light, dark, and round again.
const themes = ['system', 'light', 'dark'];
const themeButton = document.querySelector('.kb-theme');
if (themeButton) {
  const labels = themeButton.dataset;
  const show = () => {
    const theme = root.dataset.theme ?? 'system';
    themeButton.setAttribute('aria-label', `${labels.kbTheme}: ${{ system: labels.kbSystem, light: labels.kbLight, dark: labels.kbDark }[theme]}`);
    themeButton.dataset.state = theme;
  };
  themeButton.addEventListener('click', () => {
    const next = themes[(themes.indexOf(root.dataset.theme ?? 'system') + 1) % themes.length];
    if (next === 'system') delete root.dataset.theme; else root.dataset.theme = next;
    try {
      if (next === 'system') localStorage.removeItem('kb-theme'); else localStorage.setItem('kb-theme', next);
    } catch {
      // Kept for this page only.
    }
    show();
  });
  show();
  themeButton.hidden = false;
}

// The drawer of small screens.
const sidebar = document.querySelector('.kb-sidebar');
const menu = document.querySelector('.kb-menu');
if (sidebar && menu) {
  const openLabel = menu.textContent;
  const narrow = matchMedia('(max-width: 56rem)');
  menu.setAttribute('role', 'button');
  const behind = document.querySelectorAll('.kb-main, .kb-footer');
  const setOpen = (open) => {
    root.classList.toggle('kb-drawer', open);
    menu.setAttribute('aria-expanded', String(open));
    menu.textContent = open ? menu.dataset.kbClose : openLabel;
    behind.forEach((part) => { part.inert = open; });
  };
  setOpen(false);
  menu.addEventListener('click', (event) => {
    event.preventDefault();
    const open = !root.classList.contains('kb-drawer');
    setOpen(open);
    if (open) (sidebar.querySelector('[aria-current]') ?? sidebar.querySelector('a'))?.focus();
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
  narrow.addEventListener('change', () => setOpen(false));
  // Else the browser's Back would show the page with its drawer still open.
  addEventListener('pagehide', () => setOpen(false));
}

// The current page is brought into view in a long sidebar, and nothing but the sidebar moves.
const current = sidebar?.querySelector('[aria-current]');
if (current) {
  const below = current.getBoundingClientRect().bottom - sidebar.getBoundingClientRect().bottom;
  if (below > 0) sidebar.scrollTop += below + sidebar.clientHeight / 2;
}

// Closed branches: the tree is one file for the whole site, loaded when the first is opened. What failed is tried anew.
let tree;
const loadTree = () => (tree ??= fetch(sidebar.dataset.kbNavigation).then((response) => response.json()).catch((error) => {
  tree = undefined;
  throw error;
}));

function list(items, place) {
  const ul = document.createElement('ul');
  items.forEach((item, index) => {
    // Hidden pages are null.
    if (!item) return;
    const [title, address, children] = item;
    const li = document.createElement('li');
    const a = document.createElement(address === null ? 'span' : 'a');
    if (address !== null) a.href = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : sidebar.dataset.kbRoot + address;
    a.textContent = title;
    li.append(a);
    if (children) {
      li.dataset.kbPlace = `${place}.${index}`;
      addToggle(li);
    }
    ul.append(li);
  });
  return ul;
}

function addToggle(li) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'kb-toggle';
  button.setAttribute('aria-expanded', String(li.querySelector(':scope > ul') !== null));
  button.setAttribute('aria-label', `${sidebar.dataset.kbExpand}: ${li.firstElementChild.textContent}`);
  button.addEventListener('click', async () => {
    const open = button.getAttribute('aria-expanded') === 'true';
    let branch = li.querySelector(':scope > ul');
    if (!open && !branch) {
      try {
        let items = await loadTree();
        const path = li.dataset.kbPlace.split('.');
        for (const index of path) items = items[index][2] ?? [];
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

if (sidebar && location.protocol !== 'file:') sidebar.querySelectorAll('li[data-kb-place], li:not(.kb-group):has(> ul)').forEach(addToggle);

// Links to headings.
document.querySelectorAll('.kb-article :is(h2, h3, h4)[id]:not(kb-guide *)').forEach((heading) => {
  const link = document.createElement('a');
  link.className = 'kb-anchor';
  link.href = `#${encodeURIComponent(heading.id)}`;
  link.setAttribute('aria-hidden', 'true');
  link.tabIndex = -1;
  link.textContent = '#';
  heading.append(' ', link);
});

// What scrolls sideways can be scrolled by keyboard.
function enableScrolling(part) {
  part.querySelectorAll('.kb-article :is(pre, table)').forEach((block) => {
    if (block.scrollWidth > block.clientWidth) block.tabIndex = 0;
  });
}
enableScrolling(document);
document.addEventListener('kb:shown', (event) => enableScrolling(event.detail.section));

// The element that a fragment names; none if it is malformed, such as `#%`.
function place(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

// Details that hold the place an address names are opened.
function openDetails() {
  for (let element = place(location.hash); element; element = element.parentElement) {
    if (element instanceof HTMLDetailsElement) element.open = true;
  }
}
addEventListener('hashchange', openDetails);
openDetails();

// The section in view is marked in the outline.
const entries = new Map();
document.querySelectorAll('.kb-outline a').forEach((link) => {
  const heading = place(link.hash);
  if (heading) entries.set(heading, link);
});
if (entries.size > 0) {
  // A little below where a heading comes to rest when its address is followed.
  const edge = parseFloat(getComputedStyle(root).scrollPaddingBlockStart) + 8;
  const mark = () => {
    const headings = [...entries.keys()];
    const atEnd = scrollY > 0 && scrollY + innerHeight >= root.scrollHeight - 1;
    const section = atEnd ? headings.at(-1) : headings.findLast((heading) => heading.getBoundingClientRect().top <= edge);
    for (const [heading, link] of entries) {
      if (heading === section) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
    }
  };
  let waiting = false;
  addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  }, { passive: true });
  mark();
}
