import * as api from './api.js';
import { dayOf, el } from './dom.js';
import { drawMessage, redrawNotice, shapeOf } from './message.js';
import { store } from './store.js';

const closeTogether = 5 * 60 * 1000;
const nearTheEnd = 80;
let touches = 0;
for (const touch of ['pointerdown', 'keydown']) {
  document.addEventListener(touch, () => { touches += 1; }, true);
}

/** The messages of one conversation as one viewer sees them, each drawn again only when it changes. */
export function makeLog({ label, isHere, viewer, decorate = element => element }) {
  const list = el('div', { className: 'log', role: 'log', 'aria-label': label, tabIndex: 0 });
  const drawn = new Map();
  const place = makePlace(list);

  function put(post, before) {
    const person = viewer();
    const shape = shapeOf(post, person);
    const known = drawn.get(post.id);
    if (known?.shape === shape) {
      if (known.revision !== post.revision) {
        known.revision = post.revision;
        redrawNotice(known.element, post, person);
      }

      return known.element;
    }

    const follows = before && before.author === post.author && before.thread === post.thread
      && new Date(post.at) - new Date(before.at) < closeTogether;
    const element = decorate(drawMessage(post, person, store.state, follows), post);
    known?.element.replaceWith(element);
    drawn.set(post.id, { shape, revision: post.revision, element });
    askForOwnView(post, person);
    return element;
  }

  function draw() {
    const posts = byThread([...store.posts.values()].filter(post => isHere(post)));
    const wasEmpty = list.children.length === 0;
    let before = null;
    const wanted = [];
    for (const post of posts) {
      if (!before || dayOf(before.at) !== dayOf(post.at)) {
        wanted.push(el('p', { className: 'day' }, dayOf(post.at)));
      }

      wanted.push(put(post, before));
      before = post;
    }

    place.noteNew(wasEmpty ? wanted.at(-1) : wanted.find(element => element.matches('article') && element.parentElement !== list));

    // Elements that stay where they are must not be moved: what is typed and where the focus is would be lost.
    const keep = new Set(wanted);
    for (const child of [...list.children].filter(child => !keep.has(child))) {
      child.remove();
    }

    wanted.forEach((element, at) => {
      if (list.children[at] !== element) {
        list.insertBefore(element, list.children[at] ?? null);
      }
    });
    place.keep(wanted.at(-1));
  }

  return { element: list, draw };
}

/**
 * Where the reader is. New messages are scrolled to unless the reader has scrolled away: to the end, but never past the beginning of the
 * first message that came since the reader wrote or anybody touched the page.
 */
function makePlace(list) {
  let follows = true;
  let put = 0;
  let first = null;
  let since = touches;
  list.addEventListener('scroll', () => {
    if (Math.abs(list.scrollTop - put) > 2) {
      follows = list.scrollHeight - list.scrollTop - list.clientHeight < nearTheEnd;
    }
  });
  return {
    noteNew(element) {
      if (since !== touches) {
        first = null;
        since = touches;
      }

      const mine = element?.classList.contains('mine') ?? false;
      first = mine ? element : first ?? element ?? null;
      follows ||= mine;
    },
    keep(last) {
      const target = first?.isConnected ? first : last;
      if (follows && target) {
        list.scrollTop = Math.min(target.offsetTop - list.offsetTop - 8, list.scrollHeight - list.clientHeight);
        put = list.scrollTop;
      }
    },
  };
}

/** A channel's threads one after the other, oldest first; a private chat as it is. */
function byThread(posts) {
  const place = new Map();
  posts.forEach((post, at) => place.set(post.thread ?? post.id, place.get(post.thread ?? post.id) ?? at));
  return posts
    .map((post, at) => ({ post, at, thread: post.thread === null ? at : place.get(post.thread) }))
    .sort((one, other) => one.thread - other.thread || one.at - other.at)
    .map(({ post }) => post);
}

/** A card with a `refresh` is asked for again when its viewer loads it; the server does so once for each version. */
function askForOwnView(post, person) {
  const card = post.activity?.attachments?.find(attachment => attachment.content?.refresh);
  if (card && !post.deleted) {
    api.refresh(person.key, post.id);
  }
}
