// What a reader did on one page, in this browser alone: ticks by the steps' keys, the way they went through the guide, and their note.
// Where storage is forbidden or full, it lasts as long as the page.

const stores = new Map();

export const emptySession = Object.freeze({ ticks: {}, trail: [], note: '' });

// Whatever storage holds becomes a session; what is none becomes an empty one.
export function parseSession(text) {
  try {
    const { ticks, trail, note } = JSON.parse(text);
    return {
      ticks: Object.fromEntries(Object.entries(ticks ?? {}).filter(([, value]) => value === true)),
      trail: Array.isArray(trail) ? trail.filter((entry) => typeof entry?.at === 'string') : [],
      note: typeof note === 'string' ? note : '',
    };
  } catch {
    return emptySession;
  }
}

export function isEmpty({ ticks, trail, note }) {
  return Object.keys(ticks).length === 0 && trail.length === 0 && note === '';
}

// The store of a page, by the address of its guide: the same for all that ask for it.
export function openStore(address) {
  const key = `kb-guide:${address}`;
  if (!stores.has(key)) stores.set(key, createStore(key));
  return stores.get(key);
}

function createStore(key) {
  const listeners = new Set();
  let isVolatile = false;
  let session = emptySession;

  const load = () => {
    if (isVolatile) return;
    try {
      session = parseSession(localStorage.getItem(key));
    } catch {
      isVolatile = true;
    }
  };
  const save = () => {
    try {
      if (isEmpty(session)) localStorage.removeItem(key); else localStorage.setItem(key, JSON.stringify(session));
    } catch {
      isVolatile = true;
    }
  };
  const tell = (isOwn) => listeners.forEach((listener) => listener(session, isOwn));

  load();
  addEventListener('storage', (event) => {
    if (event.key !== key && event.key !== null) return;
    load();
    tell(false);
  });
  return {
    get session() { return session; },
    // Another tab may have written meanwhile: the change is made to what is stored now.
    update(change) {
      load();
      session = { ...session, ...change(session) };
      save();
      tell(true);
    },
    subscribe(listener) { listeners.add(listener); },
    unsubscribe(listener) { listeners.delete(listener); },
  };
}
