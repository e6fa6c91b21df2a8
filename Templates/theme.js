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
  const setOpen = (open) => {
    root.classList.toggle('kb-drawer', open);
    menu.setAttribute('aria-expanded', String(open));
    menu.textContent = open ? menu.dataset.kbClose : openLabel;
    document.querySelector('.kb-main').inert = open;
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
  sidebar.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  window.scrollTo({ top: window.scrollY });
}

// Closed branches: the tree is one file for the whole site, loaded when the first is opened.
let tree;
const loadTree = () => (tree ??= fetch(sidebar.dataset.kbNavigation).then((response) => response.json()));

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
  button.setAttribute('aria-expanded', 'false');
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

if (sidebar && location.protocol !== 'file:') sidebar.querySelectorAll('li[data-kb-place]').forEach(addToggle);

// Links to headings.
document.querySelectorAll('.kb-article :is(h2, h3, h4)[id]').forEach((heading) => {
  const link = document.createElement('a');
  link.className = 'kb-anchor';
  link.href = `#${encodeURIComponent(heading.id)}`;
  link.setAttribute('aria-hidden', 'true');
  link.tabIndex = -1;
  link.textContent = '#';
  heading.append(' ', link);
});

// Details that hold the place an address names are opened.
function openDetails() {
  const id = decodeURIComponent(location.hash.slice(1));
  let element = id && document.getElementById(id);
  while (element) {
    if (element instanceof HTMLDetailsElement) element.open = true;
    element = element.parentElement;
  }
}
addEventListener('hashchange', openDetails);
openDetails();

// The section in view is marked in the outline.
const entries = new Map();
document.querySelectorAll('.kb-outline a').forEach((link) => {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (heading) entries.set(heading, link);
});
if (entries.size > 0) {
  const mark = () => {
    let current;
    for (const heading of entries.keys()) {
      if (heading.getBoundingClientRect().top > 120) break;
      current = heading;
    }
    for (const [heading, link] of entries) {
      if (heading === current) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
    }
  };
  new IntersectionObserver(mark, { rootMargin: '-100px 0px -60% 0px' }).observe(document.querySelector('.kb-article'));
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
