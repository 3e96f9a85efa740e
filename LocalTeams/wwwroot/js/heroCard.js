/** Redraws the older card formats of Bot Framework as an adaptive card. */
export function fromHeroCard(hero) {
  const body = [
    hero.title && { type: 'TextBlock', text: hero.title, weight: 'Bolder', size: 'Large', wrap: true },
    hero.subtitle && { type: 'TextBlock', text: hero.subtitle, isSubtle: true, spacing: 'None', wrap: true },
    ...(hero.images ?? []).map(image => ({ type: 'Image', url: image.url, altText: image.alt ?? '' })),
    hero.text && { type: 'TextBlock', text: hero.text, wrap: true },
  ].filter(Boolean);
  return {
    type: 'AdaptiveCard',
    version: '1.3',
    body,
    actions: (hero.buttons ?? []).map(fromCardAction),
  };
}

function fromCardAction(button) {
  return button.type === 'openUrl'
    ? { type: 'Action.OpenUrl', title: button.title, url: button.value }
    : { type: 'Action.Submit', title: button.title, data: { msteams: { ...button, text: button.text ?? '' } } };
}
