// The box of the search: shows it, takes keys there, and loads what it does when somebody goes to it. Without script there is none, but a page of all titles.

const host = document.querySelector('.kb-search');
const box = host.querySelector('input');

let loading;
const load = () => {
  loading ??= import('./search-box.js').catch(() => {
    loading = undefined;
    showFailure();
  });
};

function showFailure() {
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
  // Who types on wants other results than those they asked for.
  delete host.dataset.kbEnter;
  load();
});
box.addEventListener('keydown', (event) => { if (event.key === 'Enter') host.dataset.kbEnter = ''; else delete host.dataset.kbEnter; });

// A box of one line would join the lines of a pasted message.
box.addEventListener('paste', (event) => {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/[\r\n]/.test(text)) return;
  event.preventDefault();
  box.setRangeText(text.replace(/[\r\n]+\s*/g, ' '), box.selectionStart, box.selectionEnd, 'end');
  box.dispatchEvent(new Event('input', { bubbles: true }));
});

document.addEventListener('keydown', (event) => {
  const isEdited = event.target.closest?.('input, textarea, select, [contenteditable]');
  const isCalled = (event.key === '/' && !isEdited && !event.ctrlKey && !event.metaKey && !event.altKey)
    || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey);
  if (!isCalled) return;
  event.preventDefault();
  box.focus();
  box.select();
});

host.hidden = false;
if (document.querySelector('.kb-search-page, .kb-suggestions')) addEventListener('load', load);
