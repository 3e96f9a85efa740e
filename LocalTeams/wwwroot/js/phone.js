import { botAvatar, el } from './dom.js';

const shownFor = 4500;

/** Lets a notification slide in as on a phone's lock screen. */
export function showOnPhone(area, from, line) {
  const card = el('div', { className: 'phone', 'aria-hidden': 'true' },
    botAvatar(),
    el('div', {}, el('strong', {}, from), el('span', {}, line)));
  area.replaceChildren(card);
  setTimeout(() => card.remove(), shownFor);
}
