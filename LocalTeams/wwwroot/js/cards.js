import * as api from './api.js';
import { el } from './dom.js';
import { hostConfig } from './hostConfig.js';
import { toHtml } from './markdown.js';
import { store } from './store.js';

export const canDrawCards = () => window.AdaptiveCards !== undefined;

/** An adaptive card as one person sees it. */
export function drawCard(json, person, post) {
  if (!canDrawCards()) {
    return el('p', { className: 'card-missing' }, 'There is a card here. It cannot be drawn until npm has installed the page’s packages.');
  }

  const { AdaptiveCard, HostConfig } = window.AdaptiveCards;
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig);
  card.onExecuteAction = action => act(action, frame, person, post);
  try {
    card.parse(json);
  } catch (error) {
    return el('p', { className: 'card-missing' }, `This card cannot be read: ${error.message}`);
  }

  const frame = el('div', { className: 'card' });
  const drawn = card.render();
  if (drawn) {
    frame.append(drawn);
    finish(frame);
  }

  return frame;
}

/** Small things the renderer leaves to the page. */
function finish(frame) {
  for (const link of frame.querySelectorAll('a[href]')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }

  for (const area of frame.querySelectorAll('textarea')) {
    area.rows = 4;
  }
}

async function act(action, frame, person, post) {
  const { OpenUrlAction, SubmitAction, ExecuteAction } = window.AdaptiveCards;
  if (action instanceof OpenUrlAction) {
    open(api.linkFor(person.key, action.url, store.state?.bot.address), '_blank', 'noopener');
    return;
  }

  if (!(action instanceof SubmitAction || action instanceof ExecuteAction)) {
    return;
  }

  const pressed = { type: action.getJsonTypeName(), title: action.title, data: action.data ?? {} };
  for (const name of ['id', 'verb']) {
    if (action[name]) {
      pressed[name] = action[name];
    }
  }

  await whileBusy(frame, () => api.press(person.key, post.id, pressed));
}

async function whileBusy(frame, work) {
  if (frame.ariaBusy === 'true') {
    return;
  }

  frame.ariaBusy = 'true';
  frame.inert = true;
  try {
    await work();
  } finally {
    frame.ariaBusy = 'false';
    frame.inert = false;
  }
}

if (canDrawCards()) {
  window.AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const html = toHtml(text);
    if (html !== null) {
      result.outputHtml = html;
      result.didProcess = true;
    }
  };
}
