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
    const ids = new Set(item.posts.map(post => post.id));
    for (const id of [...store.posts.keys()].filter(id => !ids.has(id))) {
      store.posts.delete(id);
    }

    item.posts.forEach(keep);
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

export function connect() {
  const source = new EventSource('_page/events');
  source.onmessage = event => {
    const item = JSON.parse(event.data);
    handlers[item.kind]?.(item);
  };
  source.onerror = () => tell({ kind: 'connection', connected: false });
}
