/** @file The beginning of a page's guide. Loads the guide when a reader starts it, returns to it, or follows a link into it. */

import { hasReturns } from './guide-returns.js';
import { emptySession, isEmpty, openStore } from './guide-store.js';

const host = document.querySelector('kb-guide');
const [start, startOver] = host.querySelectorAll('button');
const store = openStore(new URL(host.getAttribute('src'), location.href).href);

function open() {
  store.unsubscribe(show);
  return import('./guide.js').then(() => host.ready).then(() => { if (!host.ready) throw new Error('the guide cannot be read'); });
}

/** @param {import('./guide-store.js').Session} session */
function show(session) {
  startOver.hidden = isEmpty(session);
}

/** Shows that the guide could not be loaded, unless guide.js has done so. */
function fail() {
  if (host.querySelector('.kb-guide-failure')) return;
  const text = document.createElement('p');
  text.className = 'kb-guide-failure';
  text.setAttribute('role', 'alert');
  text.textContent = host.dataset.kbFailed;
  host.querySelector('section').append(text);
}

/** The search leads here to start at once. */
const isAskedFor = location.hash === '#guide';

const isLinked = () => /^#guide(-done)?:/.test(location.hash);

if (isAskedFor || isLinked() || store.session.trail.length > 0 || hasReturns()) {
  open().then(() => { if (isAskedFor) host.goOn(); }).catch(fail);
} else {
  start.onclick = () => open().then(() => host.start()).catch(fail);
  startOver.onclick = () => {
    store.update(() => emptySession);
    start.focus();
  };
  addEventListener('hashchange', () => { if (isLinked() && !host.ready) open().catch(fail); });
  store.subscribe(show);
  show(store.session);
  start.hidden = false;
}
