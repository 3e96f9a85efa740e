import * as api from './api.js';
import { drawCard } from './cards.js';
import { avatar, botAvatar, el, icon, timeOf } from './dom.js';
import { fromHeroCard } from './heroCard.js';
import { toHtml } from './markdown.js';

const cardType = 'application/vnd.microsoft.card.adaptive';
const heroTypes = ['application/vnd.microsoft.card.hero', 'application/vnd.microsoft.card.thumbnail'];
const fileType = 'application/vnd.microsoft.teams.file.download.info';

/** One message as `viewer` sees it. `follows` is set when the same author wrote the one before. */
export function drawMessage(post, viewer, state, follows) {
  const author = state.people.find(person => person.key === post.author);
  const mine = author?.key === viewer.key;
  const name = author?.name ?? state.bot.name;
  const edited = post.version > 1 && !post.deleted;
  const message = el(
    'article',
    {
      className: `message ${mine ? 'mine' : 'theirs'} ${follows ? 'follows' : ''}`,
      'aria-label': `${name}, ${timeOf(post.at)}`,
      data: { activityId: post.id, author: post.author ?? 'bot', version: post.version },
    },
    mine ? null : author ? avatar(author) : botAvatar(),
    el('div', { className: 'message-body' },
      el('div', { className: 'message-head' },
        mine ? null : el('span', { className: 'message-name' }, name),
        el('time', { dateTime: post.at }, timeOf(post.at)),
        edited ? el('span', {}, 'Edited') : null),
      ...content(post, viewer),
      notice(post, viewer),
      notification(post)));
  return message;
}

/**
 * Changes only when the message itself must be drawn again: not for a new line below it, nor for a viewer's own view of the card that
 * says the same, so that what is typed into a card stays.
 */
export function shapeOf(post, viewer) {
  const card = post.viewerCards[viewer.key] ?? post.activity.attachments?.find(one => one.contentType === cardType)?.content ?? null;
  return JSON.stringify([post.version, post.deleted, viewer.key, card]);
}

export function redrawNotice(element, post, viewer) {
  element.querySelector('.notice')?.remove();
  const line = notice(post, viewer);
  if (line) {
    element.querySelector('.message-body').insertBefore(line, element.querySelector('.on-phone'));
  }
}

function content(post, viewer) {
  if (post.deleted) {
    return [el('div', { className: 'bubble deleted' }, 'This message has been deleted.')];
  }

  const attachments = post.activity.attachments ?? [];
  const files = attachments.map(draw => drawFile(draw)).filter(Boolean);
  const own = post.viewerCards[viewer.key];
  const cards = attachments
    .map(attachment => attachment.contentType === cardType ? own ?? attachment.content
      : heroTypes.includes(attachment.contentType) ? fromHeroCard(attachment.content)
      : null)
    .filter(Boolean)
    .map(card => el('div', { className: 'bubble bubble-card' }, drawCard(card, viewer, post)));
  const text = drawText(post);
  const bubble = text || files.length > 0 ? el('div', { className: 'bubble' }, text, ...files) : null;
  return [bubble, ...cards, suggestions(post, viewer)];
}

function drawText(post) {
  const { text, textFormat } = post.activity;
  if (!text?.trim()) {
    return null;
  }

  const html = post.author === null && textFormat !== 'plain' && textFormat !== 'xml' ? toHtml(text) : null;
  const block = el('div', { className: html === null ? 'text text-plain' : 'text' });
  if (html === null) {
    block.textContent = text.replace(/<at>([^<]*)<\/at>/g, '@$1');
  } else {
    block.innerHTML = html;
  }

  return block;
}

function drawFile(attachment) {
  if (attachment.contentType?.startsWith('image/') && attachment.contentUrl) {
    const id = /attachments\/([^/]+)\//.exec(attachment.contentUrl)?.[1];
    return el('img', { className: 'pasted', src: `_page/uploads/${id}`, alt: 'Pasted picture', loading: 'lazy' });
  }

  if (attachment.contentType === fileType) {
    return el('a', { className: 'file', href: `_page/uploads/${attachment.content.uniqueId}`, download: attachment.name },
      icon('file'), el('span', {}, attachment.name));
  }

  return null;
}

function suggestions(post, viewer) {
  const actions = post.activity.suggestedActions?.actions ?? [];
  return actions.length === 0 ? null : el('div', { className: 'suggestions' },
    ...actions.map(action => el('button', { type: 'button', onclick: () => choose(action, post, viewer) }, action.title)));
}

function choose(action, post, viewer) {
  return action.type === 'messageBack'
    ? api.reply(viewer.key, { post: post.id, shown: action.displayText ?? action.title, text: action.text ?? '', value: action.value ?? null })
    : api.say(viewer.key, String(action.value));
}

function notice(post, viewer) {
  const own = post.notices[viewer.key];
  return own ? el('p', { className: 'notice', role: 'status', data: { kind: own.kind } }, own.text) : null;
}

/** The line a locked phone would show. */
function notification(post) {
  return post.notification === null ? null : el(
    'p',
    { className: 'on-phone', title: 'What a locked phone shows', data: { notification: post.notification } },
    icon('bell'), el('span', { className: 'unseen' }, 'On a locked phone: '), post.notification);
}
