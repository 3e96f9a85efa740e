/** Makes an element. Text is always set as text, never as markup. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) {
      continue;
    }

    if (name === 'data') {
      Object.assign(element.dataset, value);
    } else if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name in element && !name.startsWith('aria')) {
      element[name] = value;
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }

  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

const paths = {
  attach: 'M16.5 6.5 8.9 14.1a2 2 0 1 0 2.9 2.9l7.4-7.5a4 4 0 1 0-5.7-5.6l-7.7 7.8a6 6 0 1 0 8.5 8.5l6.2-6.2',
  paste: 'M9 4h6v3H9zM9 5.5H6.5A1.5 1.5 0 0 0 5 7v12.5A1.5 1.5 0 0 0 6.5 21h11a1.5 1.5 0 0 0 1.5-1.5V7a1.5 1.5 0 0 0-1.5-1.5H15M8.5 17.5l2.7-3.3 2 2.2 1.5-1.7 2 2.8',
  send: 'M4 4.5 21 12 4 19.5 6.5 12zM6.5 12H13',
  bell: 'M12 3.5a5.5 5.5 0 0 1 5.5 5.5c0 4 1.5 5.5 2 6.5h-15c.5-1 2-2.5 2-6.5A5.5 5.5 0 0 1 12 3.5zM10 18.5a2 2 0 0 0 4 0',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5V12l3 2.5',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  close: 'm6 6 12 12M18 6 6 18',
  file: 'M7 3.5h6.5L18 8v11A1.5 1.5 0 0 1 16.5 20.5h-9A1.5 1.5 0 0 1 6 19V5A1.5 1.5 0 0 1 7 3.5zM13.5 3.5V8H18',
  reply: 'M9.5 7 5 11.5 9.5 16M5.5 11.5H14a5 5 0 0 1 5 5V18',
  hash: 'M9 4 7.5 20M16.5 4 15 20M4.5 9H20M4 15h15.5',
};

/** A line icon; always decorative, so the button around it carries the name. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}

export function initials(person) {
  return ((person.givenName ?? person.name)[0] + (person.surname?.[0] ?? '')).toUpperCase();
}

export function avatar(person, extra = '') {
  return el('span', { className: `avatar ${extra}`, 'aria-hidden': 'true', data: { face: person.key } }, initials(person));
}

export function botAvatar() {
  const face = el('span', { className: 'avatar avatar-bot', 'aria-hidden': 'true' });
  face.append(el('img', { src: 'icon.svg', alt: '' }));
  return face;
}

const zone = 'Europe/London';
const short = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone });
const long = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone });

export const timeOf = date => short.format(new Date(date));
export const dateTimeOf = date => long.format(new Date(date));
export const dayOf = date => day.format(new Date(date));
