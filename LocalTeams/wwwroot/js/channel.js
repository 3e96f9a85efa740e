import * as api from './api.js';
import { makeComposer } from './composer.js';
import { el, icon } from './dom.js';
import { makeLog } from './log.js';
import { showOnPhone } from './phone.js';
import { store } from './store.js';

/** The practice's team: one channel at a time, read and written as one of its members. */
export function makeTeam() {
  const { team } = store.state;
  let channel = team.channels[0];
  let answering = null;
  const who = el('select', { 'aria-label': 'Write as', onchange: () => update() });
  const viewer = () => store.state.people.find(person => person.key === who.value) ?? store.state.people[0];
  const tabs = el('div', { className: 'channel-tabs', role: 'group', 'aria-label': 'Channels' });
  const log = makeLog({
    label: `Channels of ${team.name}`,
    isHere: post => post.conversation === channel.id,
    viewer,
    decorate: (element, post) => threaded(element, post),
  });
  const start = el('div', { className: 'start' });
  const phone = el('div', { className: 'phone-area' });
  const mention = el('input', { type: 'checkbox', checked: true });
  const reply = el('p', { className: 'answering', hidden: true });
  const composer = makeComposer({
    label: `Message in ${team.name}`,
    person: viewer,
    filesOff: true,
    extra: el('span', { className: 'channel-options' }, el('label', {}, 'As ', who), el('label', {}, mention, ' mention the bot')),
    onSend: text => {
      const thread = answering;
      answer(null);
      return api.sayInChannel(viewer().key, { channel: channel.id, text, thread, mentionsBot: mention.checked });
    },
  });
  const column = el('section', { className: 'column', data: { person: 'team' }, 'aria-label': team.name },
    el('header', { className: 'column-head' },
      el('span', { className: 'avatar avatar-team', 'aria-hidden': 'true' }, 'RMC'),
      el('div', {}, el('h2', {}, team.name), el('span', { className: 'job' }, 'Team'))),
    tabs, phone, start, log.element, reply, composer);

  function threaded(element, post) {
    element.classList.toggle('in-thread', post.thread !== post.id);
    if (post.thread === post.id && !post.deleted) {
      element.querySelector('.message-body').append(
        el('button', { type: 'button', className: 'quiet', onclick: () => answer(post.id) }, icon('reply'), 'Reply'));
    }

    return element;
  }

  function answer(thread) {
    answering = thread;
    reply.hidden = thread === null;
    reply.replaceChildren('Replying in the thread. ',
      el('button', { type: 'button', className: 'quiet', onclick: () => answer(null) }, 'Start a new one'));
    if (thread !== null) {
      composer.querySelector('textarea').focus();
    }
  }

  function update() {
    const members = store.state.people.filter(person => person.member);
    const chosen = who.value || members[0]?.key;
    who.replaceChildren(...members.map(person => el('option', { value: person.key, selected: person.key === chosen }, person.givenName)));
    tabs.replaceChildren(...team.channels.map(one => el('button', {
      type: 'button',
      'aria-pressed': String(one === channel),
      onclick: () => {
        channel = one;
        answer(null);
        update();
      },
    }, icon('hash'), one.name)));
    log.draw();
    const empty = log.element.children.length === 0;
    start.hidden = !empty;
    log.element.hidden = empty;
    start.replaceChildren(el('p', {}, store.state.team.installed
      ? 'Nothing has been posted here yet.'
      : `${store.state.bot.name} is not in this team.`));
  }

  function onChange(change) {
    const here = change.kind === 'post' && team.channels.some(one => one.id === change.post.conversation);
    if (here && change.isNew && change.post.author === null) {
      showOnPhone(phone, `${store.state.bot.name} in ${team.name}`, change.post.notification);
    }

    if (here || change.kind === 'state' || change.kind === 'posts') {
      update();
    }
  }

  update();
  return { element: column, onChange, conversations: team.channels.map(one => one.id) };
}
