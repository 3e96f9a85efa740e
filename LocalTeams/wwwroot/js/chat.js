import * as api from './api.js';
import { makeComposer } from './composer.js';
import { avatar, botAvatar, el } from './dom.js';
import { makeLog } from './log.js';
import { showOnPhone } from './phone.js';
import { store } from './store.js';

const typingFor = 4000;

/** One person's private chat with the bot. */
export function makeChat(key) {
  const person = () => store.state.people.find(one => one.key === key);
  const me = person();
  const log = makeLog({
    label: `${me.name}’s chat with ${store.state.bot.name}`,
    isHere: post => post.conversation === me.conversation,
    viewer: person,
  });
  const typing = el('p', { className: 'typing', hidden: true, 'aria-label': `${store.state.bot.name} is typing` }, el('i'), el('i'), el('i'));
  const start = el('div', { className: 'start' });
  const gone = el('div', { className: 'gone', hidden: true });
  const membership = el('span', { className: 'job' });
  const phone = el('div', { className: 'phone-area' });
  const composer = makeComposer({ label: `Message as ${me.name}`, person, onSend: (text, uploads) => api.say(key, text, uploads) });
  const column = el('section', { className: 'column', data: { person: key }, 'aria-label': me.name },
    el('header', { className: 'column-head' },
      avatar(me),
      el('div', {}, el('h2', {}, me.name), membership)),
    phone,
    start, log.element, typing, gone, composer);
  composer.takeDropsOn(column);
  let quiet = 0;

  function update() {
    const now = person();
    membership.textContent = now.member ? now.job : 'Not on the roster';
    log.draw();
    const empty = log.element.children.length === 0;
    start.hidden = !empty || now.installation === 'Removed';
    log.element.hidden = empty;
    start.replaceChildren(botAvatar(),
      el('p', {}, `${now.givenName} has not spoken to ${store.state.bot.name} yet.`),
      now.installation === 'NotYet'
        ? el('button', { type: 'button', className: 'primary', onclick: () => api.control(`people/${key}/install`) }, 'Open the chat')
        : '');
    gone.hidden = now.installation !== 'Removed';
    gone.replaceChildren(
      el('span', {}, `${now.givenName} has removed the bot.`),
      el('button', { type: 'button', onclick: () => api.control(`people/${key}/install`) }, 'Add it again'));
    column.classList.toggle('is-removed', now.installation === 'Removed');
  }

  function onChange(change) {
    if (change.kind === 'typing' && change.conversation === me.conversation) {
      typing.hidden = false;
      clearTimeout(quiet);
      quiet = setTimeout(() => { typing.hidden = true; }, typingFor);
    } else if (change.kind === 'post' && change.post.conversation === me.conversation) {
      if (change.post.author === null) {
        typing.hidden = true;
        if (change.isNew) {
          showOnPhone(phone, store.state.bot.name, change.post.notification);
        }
      }

      update();
    } else if (change.kind === 'state' || change.kind === 'posts') {
      update();
    }
  }

  update();
  return { element: column, onChange, conversations: [me.conversation] };
}
