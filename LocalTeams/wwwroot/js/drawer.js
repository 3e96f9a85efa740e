import * as api from './api.js';
import { dateTimeOf, el, icon } from './dom.js';
import { store } from './store.js';

const words = name => name.replace(/([a-z])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`);

/** Time, the bot's process, and what goes wrong next. */
export function makeDrawer(dialog) {
  const body = el('div', { className: 'drawer-body' });
  dialog.append(
    el('header', {},
      el('h2', { id: 'drawer-title' }, 'Time and faults'),
      el('button', { type: 'button', className: 'round', 'aria-label': 'Close', onclick: () => dialog.close() }, icon('close'))),
    body);
  dialog.addEventListener('click', event => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  const faultForm = makeFaultForm();

  function update() {
    body.replaceChildren(time(), bot(), faultForm.element, coming(), people());
    faultForm.update();
  }

  return { update, open: () => dialog.showModal() };
}

const button = (label, action, extra = {}) => el('button', { type: 'button', onclick: action, ...extra }, label);

function time() {
  const off = !store.state.canMoveClock;
  return el('section', {},
    el('h3', {}, 'Time'),
    el('p', { className: 'now' }, dateTimeOf(store.state.now)),
    el('div', { className: 'buttons' },
      button('+1 hour', () => api.control('clock/advance', { hours: 1 }), { disabled: off }),
      button('+1 day', () => api.control('clock/advance', { hours: 24 }), { disabled: off }),
      button('Go to next Monday 09:00', () => api.control('clock/next-monday'), { disabled: off })));
}

function bot() {
  return el('section', {},
    el('h3', {}, 'The bot'),
    el('p', {}, store.state.bot.running ? `Runs at ${store.state.bot.address}` : 'Does not run.'),
    el('div', { className: 'buttons' },
      button('Restart the bot', () => api.control('bot/restart'), { disabled: !store.state.bot.canRestart }),
      store.state.team.installed
        ? button('Remove it from the team', () => api.control('team/uninstall'))
        : button('Add it to the team', () => api.control('team/install'))));
}

function makeFaultForm() {
  const operation = el('select');
  const kind = el('select');
  const times = el('input', { type: 'number', min: 1, max: 99, value: 1 });
  const retry = el('input', { type: 'number', min: 0, max: 600, value: 2 });
  const element = el('form', {
    onsubmit: event => {
      event.preventDefault();
      api.control('faults', {
        operation: operation.value, kind: kind.value, times: Number(times.value), retryAfterSeconds: Number(retry.value),
      });
    },
  },
  el('h3', {}, 'Faults'),
  el('p', {}, 'The bot’s next calls go wrong:'),
  el('div', { className: 'fields' },
    el('label', {}, 'Call', operation),
    el('label', {}, 'Answer', kind),
    el('label', {}, 'Times', times),
    el('label', {}, 'Retry after (s)', retry)),
  el('div', { className: 'buttons' }, el('button', { type: 'submit' }, 'Add')));

  return {
    element,
    update() {
      if (operation.options.length === 0) {
        operation.append(...store.state.operations.map(name => el('option', { value: name }, words(name))));
        kind.append(...store.state.faultKinds.map(name => el('option', { value: name }, words(name))));
      }
    },
  };
}

function coming() {
  const { faults } = store.state;
  return faults.length === 0 ? '' : el('section', { className: 'coming' },
    el('ul', {}, ...faults.map(fault => el('li', {}, `${words(fault.operation)}: ${words(fault.kind)}, ${fault.times} ×`))),
    button('Clear all', () => api.clearFaults()));
}

function people() {
  const change = (person, name) => () => api.control(`people/${person.key}/${name}`);
  return el('section', {},
    el('h3', {}, 'People'),
    el('ul', { className: 'people' }, ...store.state.people.map(person => el('li', {},
      el('span', {}, person.name),
      el('span', { className: 'buttons' },
        person.installation === 'Installed'
          ? button('Remove the bot', change(person, 'uninstall'))
          : button('Add the bot', change(person, 'install')),
        person.member
          ? button('Take off the roster', change(person, 'leave'))
          : button('Put on the roster', change(person, 'join')),
        button(person.twice ? 'The next one will arrive twice' : 'Next one arrives twice', change(person, 'deliver-twice'), { disabled: person.twice }))))));
}
