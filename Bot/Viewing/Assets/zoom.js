const STEP = 1.25;
const SMALLEST = 0.1;
const LARGEST = 8;

/**
 * Makes a picture larger and smaller by buttons and by the keys + - 0 while the frame around it has the focus; it is moved by scrolling.
 * What is in the middle of the frame stays there.
 */
export function makeZoom(tools, frame, picture) {
  const said = tools.querySelector('output');
  let scale = null;

  function show(next) {
    const old = picture.clientWidth || 1;
    const middle = [(frame.scrollLeft + frame.clientWidth / 2) / old, (frame.scrollTop + frame.clientHeight / 2) / old];
    scale = next === null ? null : Math.min(LARGEST, Math.max(SMALLEST, next));
    frame.classList.toggle('sized', scale !== null);
    picture.style.width = scale === null ? '' : `${Math.round(picture.naturalWidth * scale)}px`;
    said.textContent = scale === null ? 'Whole width' : `${Math.round(scale * 100)} %`;
    frame.scrollLeft = middle[0] * picture.clientWidth - frame.clientWidth / 2;
    frame.scrollTop = middle[1] * picture.clientWidth - frame.clientHeight / 2;
  }

  const now = () => scale ?? picture.clientWidth / picture.naturalWidth;
  const deeds = { in: () => show(now() * STEP), out: () => show(now() / STEP), whole: () => show(null) };
  const keys = { '+': deeds.in, '=': deeds.in, '-': deeds.out, '_': deeds.out, 0: deeds.whole };

  tools.addEventListener('click', event => {
    if (picture.naturalWidth > 0) {
      deeds[event.target.dataset?.zoom]?.();
    }
  });
  frame.addEventListener('keydown', event => {
    if (picture.naturalWidth > 0 && !event.ctrlKey && !event.metaKey && !event.altKey && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
}
