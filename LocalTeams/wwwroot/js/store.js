import * as api from './api.js';

/** What the server has told this page: the state around, and every message in order. */
export const store = { state: null, posts: new Map() };

const listeners = new Set();

/** Calls back with {kind, ...} for each change: state, posts (many), post (one), typing, connection. */
export function listen(listener) {
  listeners.add(listener);
}

function tell(change) {
  for (const listener of listeners) {
    listener(change);
  }
}

function keep(post) {
  const known = store.posts.get(post.id);
  if (known && known.revision >= post.revision) {
    return false;
  }

  store.posts.set(post.id, post);
  return true;
}

async function reload() {
  store.state = await api.state();
  tell({ kind: 'state' });
}

const handlers = {
  snapshot(item) {
    store.state = item.state;
    store.posts = new Map(item.posts.map(post => [post.id, post]));
    tell({ kind: 'connection', connected: true });
    tell({ kind: 'state' });
    tell({ kind: 'posts' });
  },
  post({ post }) {
    const isNew = !store.posts.has(post.id);
    if (keep(post)) {
      tell({ kind: 'post', post, isNew });
    }
  },
  typing(item) {
    tell(item);
  },
  bot: reload,
  people: reload,
  faults: reload,
  clock: reload,
};

let source = null;

function open() {
  source = new EventSource('_page/events');
  source.onmessage = event => {
    const item = JSON.parse(event.data);
    handlers[item.kind]?.(item);
  };
  source.onerror = () => tell({ kind: 'connection', connected: false });
}

/** Listens while the page can be seen: browsers allow only six such streams, and people may open more tabs than that. */
export function connect() {
  document.addEventListener('visibilitychange', () => {
    source?.close();
    source = null;
    if (!document.hidden) {
      open();
    }
  });
  open();
}
