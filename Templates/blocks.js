// What GitBook's blocks do beyond being read. Each part is whole without this module.

const labels = document.querySelector('script[data-kb-copy]').dataset;

function store(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage may be forbidden: the choice holds for this page.
  }
}

function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function button(className, text) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = text;
  return element;
}

// Tabs: the pattern of WAI-ARIA. Groups with a tab of the same name change together, on all pages.
const groups = [];
function enhanceTabs(group) {
  const panels = [...group.querySelectorAll(':scope > .kb-tab')];
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
    const from = tabs.indexOf(document.activeElement);
    const forward = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
    const to = { ArrowRight: from + forward, ArrowLeft: from - forward, Home: 0, End: tabs.length - 1 }[event.key];
    if (from < 0 || to === undefined) return;
    event.preventDefault();
    const next = (to + tabs.length) % tabs.length;
    tabs[next].focus();
    choose(panels[next].dataset.kbTab, group, next);
  });
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

// The tabs chosen lately, the last first: the first that a group knows is shown.
function chosenKeys() {
  return (stored('kb-tabs') ?? '').split('\n').filter(Boolean);
}

function choose(key, group, index) {
  groups.find((entry) => entry.group === group).show(index);
  for (const entry of groups) {
    const same = entry.keys.indexOf(key);
    if (entry.group !== group && same >= 0) entry.show(same);
  }
  store('kb-tabs', [key, ...chosenKeys().filter((other) => other !== key)].slice(0, 20).join('\n'));
}

// A place in a closed tab is shown when its address is followed.
function openTabs() {
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

// Copying of code and prompts.
function addCopy(block, text) {
  if (!navigator.clipboard) return;
  const copy = button('kb-copy', labels.kbCopy);
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text());
    copy.textContent = labels.kbCopied;
    setTimeout(() => { copy.textContent = labels.kbCopy; }, 2000);
  });
  block.append(copy);
}

// Long code that asks for it is folded.
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

// Pictures are shown large over the page; without script their link opens the file.
let viewer;
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

// Updates can be narrowed to those with a tag.
function filterUpdates(list) {
  const entries = [...list.querySelectorAll(':scope > .kb-update')];
  const titleOf = (tag) => list.querySelector(`[data-kb-tag="${CSS.escape(tag)}"]`).textContent;
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

// Tables that ask for it can be narrowed to the rows with a text.
function filterRows(table) {
  const field = document.createElement('input');
  field.className = 'kb-table-filter';
  field.placeholder = labels.kbFilterTable;
  field.setAttribute('aria-label', labels.kbFilterTable);
  field.addEventListener('input', () => {
    const wanted = field.value.trim().toLowerCase();
    table.querySelectorAll('tbody > tr').forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
  });
  table.before(field);
}

function enhance(root) {
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
