import { makeChat } from './chat.js';
import { makeTeam } from './channel.js';
import { canDrawCards } from './cards.js';
import { avatar, dateTimeOf, el, icon } from './dom.js';
import { makeDrawer } from './drawer.js';
import { loadMarkdown } from './markdown.js';
import { connect, listen, store } from './store.js';

const firstShown = ['receptionist', 'manager', 'deputy', 'team'];
const shownKey = 'local-teams-shown';
const only = new URLSearchParams(location.search).get('person');
const narrow = matchMedia('(max-width: 700px)');

const columns = document.getElementById('columns');
const bar = document.getElementById('bar');
const tabs = document.getElementById('tabs');
const banner = document.getElementById('banner');
const drawer = makeDrawer(document.getElementById('drawer'));
const open = new Map();
const unread = new Set();
let shown = only ? [only] : JSON.parse(localStorage.getItem(shownKey) ?? 'null') ?? firstShown;
let tab = only ?? shown[0] ?? firstShown[0];
let connected = true;
let told = { now: Date.now(), at: Date.now() };
let hasMarkdown = true;
let trouble = '';

const everyone = () => [...store.state.people, { key: 'team', name: store.state.team.name, givenName: 'Team', job: 'Channels' }];
const visible = () => (narrow.matches ? [tab] : shown);

/** The column that a message belongs to. */
function columnOf(post) {
  return store.state.people.find(person => person.conversation === post.conversation)?.key ?? 'team';
}

function showColumns() {
  const order = everyone().map(person => person.key);
  const wanted = order.filter(key => visible().includes(key));
  for (const [key, column] of [...open]) {
    if (!wanted.includes(key)) {
      column.element.remove();
      open.delete(key);
    }
  }

  wanted.forEach((key, at) => {
    unread.delete(key);
    if (!open.has(key)) {
      open.set(key, key === 'team' ? makeTeam() : makeChat(key));
    }

    const { element } = open.get(key);
    if (columns.children[at] !== element) {
      columns.insertBefore(element, columns.children[at] ?? null);
      const log = element.querySelector('.log');
      log.scrollTop = log.scrollHeight;
    }
  });
  drawBar();
  drawTabs();
}

function toggle(key) {
  shown = shown.includes(key) ? shown.filter(one => one !== key) : [...shown, key];
  localStorage.setItem(shownKey, JSON.stringify(shown));
  showColumns();
}

function face(person) {
  return person.key === 'team' ? el('span', { className: 'avatar avatar-team', 'aria-hidden': 'true' }, 'RMC') : avatar(person);
}

function drawBar() {
  const focused = document.activeElement?.dataset.toggles;
  bar.replaceChildren(
    el('div', { className: 'brand' }, el('img', { src: 'icon.svg', alt: '' }), el('h1', {}, 'Teams on this machine')),
    only
      ? el('a', { className: 'show-all', href: './' }, 'Show everyone')
      : el('div', { className: 'switches', role: 'group', 'aria-label': 'People shown' },
        ...everyone().map(person => el('button', {
          type: 'button',
          'aria-pressed': String(shown.includes(person.key)),
          title: person.job,
          data: { toggles: person.key },
          onclick: () => toggle(person.key),
        }, face(person), person.givenName, unread.has(person.key) ? el('span', { className: 'dot' }, el('span', { className: 'unseen' }, ', new message')) : null))),
    el('div', { className: 'bar-end' },
      el('time', { className: 'clock', title: 'The time in this Teams' }, dateTimeOf(now())),
      el('button', { type: 'button', className: 'round', 'aria-label': 'Time and faults', title: 'Time and faults', onclick: () => drawer.open() }, icon('clock')),
      el('button', { type: 'button', className: 'round', 'aria-label': 'Light or dark', title: 'Light or dark', onclick: () => window.toggleTheme() }, icon('moon'))));
  if (focused) {
    bar.querySelector(`[data-toggles="${CSS.escape(focused)}"]`)?.focus();
  }
}

function drawTabs() {
  tabs.hidden = only !== null;
  tabs.replaceChildren(...everyone().map(person => el('button', {
    type: 'button',
    'aria-current': person.key === tab ? 'true' : 'false',
    'aria-label': person.name,
    onclick: () => {
      tab = person.key;
      showColumns();
    },
  }, face(person), el('span', {}, person.givenName), unread.has(person.key) ? el('span', { className: 'dot' }) : null)));
}

/** The server's clock, carried on from when it was last told. */
function now() {
  return told.now + Date.now() - told.at;
}

function drawBanner() {
  const missing = !canDrawCards() || !hasMarkdown;
  const line = !connected ? 'The connection to LocalTeams is lost. Trying again…'
    : missing ? 'Cards cannot be drawn: install Node.js 20 or newer, run “npm ci” in the folder LocalTeams, and start again.'
    : trouble !== '' ? trouble
    : store.state && !store.state.bot.running ? 'No bot is running.'
    : '';
  banner.hidden = line === '';
  banner.textContent = line;
}

listen(change => {
  if (change.kind === 'connection') {
    connected = change.connected;
  }

  if (!store.state) {
    drawBanner();
    return;
  }

  if (change.kind === 'post' && change.isNew && change.post.author === null && !open.has(columnOf(change.post))) {
    unread.add(columnOf(change.post));
  }

  for (const column of open.values()) {
    column.onChange(change);
  }

  if (change.kind === 'state') {
    told = { now: Date.parse(store.state.now), at: Date.now() };
    showColumns();
    drawer.update();
  } else if (change.kind === 'post') {
    drawBar();
    drawTabs();
  }

  drawBanner();
});
setInterval(() => {
  if (store.state) {
    bar.querySelector('.clock').textContent = dateTimeOf(now());
  }
}, 5000);
// What a button could not do is said at the top for a while.
addEventListener('unhandledrejection', event => {
  trouble = `That did not work. ${event.reason?.message ?? ''}`;
  drawBanner();
  setTimeout(() => {
    trouble = '';
    drawBanner();
  }, 8000);
});
narrow.addEventListener('change', showColumns);
hasMarkdown = await loadMarkdown();
connect();
