/**
 * @file Shows the search box and handles its keys. The search itself is loaded when a reader goes to the box. Without scripts there is no
 * box; a page lists all titles.
 */

/** @type {HTMLElement} */
const host = document.querySelector('.kb-search');
const box = host.querySelector('input');

let isLoading = false;
const load = () => {
  if (isLoading) return;
  isLoading = true;
  import('./search-box.js').catch(() => {
    isLoading = false;
    showFailure();
  });
};

function showFailure() {
  /** @type {HTMLElement} */
  const panel = host.querySelector('.kb-search-panel');
  const status = document.createElement('p');
  status.className = 'kb-search-status';
  status.setAttribute('role', 'status');
  panel.replaceChildren(status);
  panel.hidden = false;
  status.textContent = panel.dataset.kbFailed;
}

box.enterKeyHint = 'search';
box.addEventListener('focus', load);
box.addEventListener('input', () => {
  // Typing on cancels the request to open the first result.
  delete host.dataset.kbEnter;
  load();
});
box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') host.dataset.kbEnter = ''; else delete host.dataset.kbEnter;
});

// An input drops line breaks, and so would join the last word of a line with the first of the next.
box.addEventListener('paste', (event) => {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/[\r\n]/.test(text)) return;
  event.preventDefault();
  // The search reads the lines.
  host.dataset.kbPasted = text;
  box.setRangeText(text.replace(/[\r\n]+\s*/g, ' '), box.selectionStart, box.selectionEnd, 'end');
  box.dispatchEvent(new Event('input', { bubbles: true }));
});

document.addEventListener('keydown', (event) => {
  const isEdited = /** @type {Element} */ (event.target).closest?.('input, textarea, select, [contenteditable]');
  const isShortcut = (event.key === '/' && !isEdited && !event.ctrlKey && !event.metaKey && !event.altKey)
    || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey);
  if (!isShortcut) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// A landing page has a larger box, which leads to this one.
/** @type {HTMLElement | null} */
const hero = document.querySelector('.kb-hero-search');
if (hero) {
  hero.hidden = false;
  hero.querySelector('button').addEventListener('click', () => box.focus());
}

host.hidden = false;
// On the way back from a result, its list is shown again.
if (history.state?.kbSearch || document.querySelector('.kb-search-page, .kb-suggestions')) addEventListener('load', load);
