/** @file Behaviour of GitBook's blocks. Each of them can be read without it. */

import { safeLocalStorage } from './storage.js';

const { dataset: labels } = /** @type {HTMLElement} */ (document.querySelector('script[data-kb-copy]'));

/**
 * @param {string} className
 * @param {string} text
 */
function button(className, text) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = text;
  return element;
}

// MARK: Tabs

/**
 * The groups of tabs on the page. A choice in one also applies to the others with a tab of the same name, on all pages.
 * @type {{ group: HTMLElement, show: (chosen: number) => void, keys: string[] }[]}
 */
const groups = [];
/**
 * Follows https://www.w3.org/WAI/ARIA/apg/patterns/tabs/.
 * @param {HTMLElement} group
 */
function enhanceTabs(group) {
  const panels = [.../** @type {NodeListOf<HTMLElement>} */ (group.querySelectorAll(':scope > .kb-tab'))];
  if (panels.length === 0) return;
  const number = groups.length;
  const list = document.createElement('div');
  list.className = 'kb-tablist';
  list.setAttribute('role', 'tablist');
  const tabs = panels.map((panel, index) => {
    const tab = button('', panel.querySelector(':scope > .kb-tab-title').textContent);
    tab.id = `kb--tab-${number}-${index}`;
    tab.setAttribute('role', 'tab');
    panel.id ||= `kb--panel-${number}-${index}`;
    tab.setAttribute('aria-controls', panel.id);
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', () => choose(panel.dataset.kbTab, group, index));
    return tab;
  });
  list.append(...tabs);
  list.addEventListener('keydown', (event) => {
    const from = tabs.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const forward = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
    const to = { ArrowRight: from + forward, ArrowLeft: from - forward, Home: 0, End: tabs.length - 1 }[event.key];
    if (from < 0 || to === undefined) return;
    event.preventDefault();
    const next = (to + tabs.length) % tabs.length;
    tabs[next].focus();
    choose(panels[next].dataset.kbTab, group, next);
  });
  /** @param {number} chosen */
  const show = (chosen) => {
    panels.forEach((panel, index) => {
      panel.toggleAttribute('data-kb-closed', index !== chosen);
      tabs[index].setAttribute('aria-selected', String(index === chosen));
      tabs[index].tabIndex = index === chosen ? 0 : -1;
    });
  };
  group.prepend(list);
  group.classList.add('kb-tabs-live');
  groups.push({ group, show, keys: panels.map((panel) => panel.dataset.kbTab) });
  show(0);
  const key = chosenKeys().find((chosen) => panels.some((panel) => panel.dataset.kbTab === chosen));
  if (key) show(panels.findIndex((panel) => panel.dataset.kbTab === key));
}

/** The keys of the tabs chosen recently, the latest first. A group shows the first one that it has. */
function chosenKeys() {
  return (safeLocalStorage.read('kb-tabs') ?? '').split('\n').filter(Boolean);
}

/**
 * @param {string} key
 * @param {HTMLElement} group
 * @param {number} index
 */
function choose(key, group, index) {
  groups.find((entry) => entry.group === group).show(index);
  for (const entry of groups) {
    const same = entry.keys.indexOf(key);
    if (entry.group !== group && same >= 0) entry.show(same);
  }
  safeLocalStorage.write('kb-tabs', [key, ...chosenKeys().filter((other) => other !== key)].slice(0, 20).join('\n'));
}

/** Shows the tab that the target of the address is in. */
function openTabs() {
  /** @type {HTMLElement | null} */
  let element;
  try {
    element = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return;
  }
  const target = element;
  for (; element; element = element.parentElement) {
    const entry = groups.find(({ group }) => group === element.parentElement);
    const index = entry ? [...entry.group.querySelectorAll(':scope > .kb-tab')].indexOf(element) : -1;
    if (index >= 0) entry.show(index);
  }
  target?.scrollIntoView();
}
addEventListener('hashchange', openTabs);

// MARK: Code, pictures, updates and tables

/**
 * Adds a button that copies code or a prompt.
 * @param {HTMLElement} block
 * @param {() => string} text
 */
function addCopy(block, text) {
  if (!navigator.clipboard) return;
  const copy = button('kb-copy', labels.kbCopy);
  copy.title = labels.kbCopy;
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text());
    copy.textContent = labels.kbCopied;
    copy.classList.add('kb-done');
    setTimeout(() => {
      copy.textContent = labels.kbCopy;
      copy.classList.remove('kb-done');
    }, 2000);
  });
  block.append(copy);
}

/**
 * Folds expandable code that is long.
 * @param {HTMLElement} block
 */
function fold(block) {
  if (block.querySelector('pre').clientHeight <= 320) return;
  block.classList.add('kb-folded');
  const all = button('kb-show-all', labels.kbShowAll);
  all.addEventListener('click', () => {
    block.classList.remove('kb-folded');
    all.remove();
    block.querySelector('pre').focus();
  });
  block.querySelector('pre').tabIndex = 0;
  block.append(all);
}

/** @type {HTMLDialogElement | undefined} */
let viewer;
/**
 * Shows a picture large over the page. Without the script, its link opens the file.
 * @param {HTMLAnchorElement} link
 */
function enlarge(link) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    viewer?.remove();
    viewer = document.createElement('dialog');
    viewer.className = 'kb-viewer';
    const picture = document.createElement('img');
    picture.src = link.href;
    picture.alt = link.querySelector('img').alt;
    const close = button('', labels.kbClose);
    viewer.append(picture, close);
    viewer.setAttribute('aria-label', picture.alt || link.getAttribute('aria-label') || labels.kbClose);
    viewer.addEventListener('click', () => viewer.close());
    viewer.addEventListener('close', () => link.focus());
    document.body.append(viewer);
    viewer.showModal();
  });
}

/**
 * Adds buttons that filter updates by tag.
 * @param {HTMLElement} list
 */
function filterUpdates(list) {
  const entries = [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(':scope > .kb-update'))];
  /** @param {string} tag */
  const titleOf = (tag) => list.querySelector(`[data-kb-tag="${CSS.escape(tag)}"]`).textContent;
  /** @param {HTMLElement} entry */
  const tagsOf = (entry) => (entry.dataset.kbTags ?? '').split(',').filter(Boolean);
  const tags = [...new Set(entries.flatMap(tagsOf))];
  if (tags.length < 2) return;
  const bar = document.createElement('div');
  bar.className = 'kb-filters';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', labels.kbFilter);
  const buttons = [null, ...tags].map((tag) => {
    const choice = button('', tag === null ? labels.kbEverything : titleOf(tag));
    choice.setAttribute('aria-pressed', String(tag === null));
    choice.addEventListener('click', () => {
      entries.forEach((entry) => { entry.hidden = tag !== null && !tagsOf(entry).includes(tag); });
      buttons.forEach((other) => other.setAttribute('aria-pressed', String(other === choice)));
    });
    return choice;
  });
  bar.append(...buttons);
  list.before(bar);
}

/**
 * Adds a field that filters the rows of a table by text.
 * @param {HTMLElement} table
 */
function filterRows(table) {
  const field = document.createElement('input');
  field.className = 'kb-table-filter';
  field.placeholder = labels.kbFilterTable;
  field.setAttribute('aria-label', labels.kbFilterTable);
  field.addEventListener('input', () => {
    const text = field.value.trim().toLowerCase();
    /** @type {NodeListOf<HTMLElement>} */
    const rows = table.querySelectorAll('tbody > tr');
    rows.forEach((row) => {
      row.hidden = !row.textContent.toLowerCase().includes(text);
    });
  });
  table.before(field);
}

/** @param {ParentNode} root */
function enhance(root) {
  /**
   * @param {string} selector
   * @param {(element: any) => void} change
   */
  const each = (selector, change) => root.querySelectorAll(selector).forEach(change);
  each('.kb-tabs', enhanceTabs);
  each('.kb-code', (block) => addCopy(block, () => block.querySelector('code').textContent));
  each('.kb-prompt', (block) => addCopy(block, () => block.querySelector('.kb-prompt-text').innerText.trim()));
  each('.kb-expandable', fold);
  each('a.kb-zoom', enlarge);
  each('.kb-updates', filterUpdates);
  each('.kb-searched', filterRows);
}
enhance(document);
if (location.hash && groups.length > 0) openTabs();
// What a guide shows is part of an article.
document.addEventListener('kb:shown', (event) => enhance(event.detail.section));
