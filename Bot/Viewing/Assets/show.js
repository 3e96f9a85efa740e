import { makeZoom } from './zoom.js';

const TROUBLE = 'This picture cannot be shown just now. Load the page again; if that does not help, tell whoever looks after the bot.';

/** Shows one picture in place of its blurred preview. It is fetched the first time only, so that blurring it and looking again asks nobody anything. */
for (const viewer of document.querySelectorAll('.viewer')) {
  const cover = viewer.previousElementSibling;
  const tools = viewer.querySelector('.zoom');
  const frame = viewer.querySelector('.pan');
  const picture = viewer.querySelector('img');
  const trouble = viewer.querySelector('.trouble');

  tools.hidden = false;
  makeZoom(tools, frame, picture);

  picture.addEventListener('error', () => {
    trouble.textContent = TROUBLE;
    frame.hidden = true;
    picture.removeAttribute('src');
  });

  cover.addEventListener('submit', event => {
    event.preventDefault();
    trouble.textContent = '';
    frame.hidden = false;
    if (!picture.hasAttribute('src')) {
      picture.src = viewer.dataset.address;
    }

    cover.hidden = true;
    viewer.hidden = false;
    frame.focus();
  });

  tools.querySelector('[data-cover]').addEventListener('click', () => {
    viewer.hidden = true;
    cover.hidden = false;
    cover.querySelector('button').focus();
  });
}
