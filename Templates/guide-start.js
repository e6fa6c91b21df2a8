// The beginning of a page's guide. What leads through it is loaded when a reader starts, comes back to where they stood, or follows a link to a place.

import { isEmpty, emptySession, openStore } from './guide-store.js';

const host = document.querySelector('kb-guide');
const [start, startOver] = host.querySelectorAll('button');
const store = openStore(new URL(host.getAttribute('src'), location.href).href);

function open() {
  store.unsubscribe(show);
  return import('./guide.js').then(() => host.ready).then(() => { if (!host.ready) throw new Error('the guide cannot be read'); });
}

function show(session) {
  startOver.hidden = isEmpty(session);
}

// Without the modules nobody else can say so.
function fail() {
  if (host.querySelector('.kb-guide-failure')) return;
  const text = document.createElement('p');
  text.className = 'kb-guide-failure';
  text.setAttribute('role', 'alert');
  text.textContent = host.dataset.kbFailed;
  host.querySelector('section').append(text);
}

function hasReturn() {
  try {
    return sessionStorage.getItem('kb-guide-returns') !== null;
  } catch {
    return false;
  }
}

if (location.hash.startsWith('#guide') || store.session.trail.length > 0 || hasReturn()) {
  open().catch(fail);
} else {
  start.addEventListener('click', () => open().then(() => host.start()).catch(fail));
  startOver.addEventListener('click', () => {
    store.update(() => emptySession);
    start.focus();
  });
  addEventListener('hashchange', () => { if (location.hash.startsWith('#guide:') && !host.ready) open().catch(fail); });
  store.subscribe(show);
  show(store.session);
  start.hidden = false;
}
