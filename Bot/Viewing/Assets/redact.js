import { makeZoom } from './zoom.js';

/** Of the picture's own pixels: a step of the keyboard, the same with Ctrl, and what is too small to be meant as a box. */
const STEP = 10;
const SMALL_STEP = 1;
const LEAST = 4;

const root = document.getElementById('redact');
const stage = root.querySelector('.stage');
const picture = stage.querySelector('img');
const form = root.querySelector('form');
const fields = form.querySelector('.boxes');
const save = form.querySelector('button');
const undo = root.querySelector('[data-undo]');
const said = root.querySelector('.said');

let boxes = [];
let past = [];
let made = 0;

const clamp = (value, least, most) => Math.min(Math.max(value, least), Math.max(least, most));
const scale = () => picture.clientWidth / picture.naturalWidth;
const copy = () => boxes.map(box => ({ ...box }));

/** Keeps how it was, so that one press of "Undo" takes back one deed. */
function remember() {
  past.push(copy());
}

/** Whole pixels, inside the picture. */
function tidy(box) {
  const [width, height] = [picture.naturalWidth, picture.naturalHeight];
  box.width = clamp(Math.round(box.width), LEAST, width);
  box.height = clamp(Math.round(box.height), LEAST, height);
  box.x = clamp(Math.round(box.x), 0, width - box.width);
  box.y = clamp(Math.round(box.y), 0, height - box.height);
}

const describe = (box, number) =>
  `Box ${number}: ${box.width} by ${box.height} pixels, ${box.x} from the left, ${box.y} from the top`;

function elementOf(box) {
  let element = stage.querySelector(`[data-box="${box.id}"]`);
  if (!element) {
    element = document.createElement('button');
    element.type = 'button';
    element.className = 'box';
    element.dataset.box = box.id;
    element.setAttribute('aria-describedby', 'how');
    const corner = document.createElement('span');
    corner.className = 'corner';
    corner.setAttribute('aria-hidden', 'true');
    element.append(corner);
    stage.append(element);
  }

  return element;
}

function draw() {
  for (const element of stage.querySelectorAll('.box')) {
    if (!boxes.some(box => String(box.id) === element.dataset.box)) {
      element.remove();
    }
  }

  boxes.forEach((box, index) => {
    const element = elementOf(box);
    const by = scale();
    element.setAttribute('aria-label', describe(box, index + 1));
    element.style.left = `${box.x * by}px`;
    element.style.top = `${box.y * by}px`;
    element.style.width = `${box.width * by}px`;
    element.style.height = `${box.height * by}px`;
  });
  // The server covers the picture at its own full size, of which this one may be a smaller drawing.
  const whole = Number(stage.dataset.width) || picture.naturalWidth;
  const grow = whole / picture.naturalWidth;
  fields.replaceChildren(...boxes.map(box => {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = 'box';
    const [left, top] = [Math.floor(box.x * grow), Math.floor(box.y * grow)];
    field.value = [left, top, Math.ceil((box.x + box.width) * grow) - left, Math.ceil((box.y + box.height) * grow) - top].join(',');
    return field;
  }));
  save.disabled = boxes.length === 0;
  undo.disabled = past.length === 0;
}

function add(box) {
  box.id = ++made;
  tidy(box);
  boxes.push(box);
  draw();
  return box;
}

function remove(box) {
  remember();
  const at = boxes.indexOf(box);
  boxes = boxes.filter(one => one !== box);
  draw();
  said.textContent = `Box ${at + 1} is taken away.`;
  const next = boxes[Math.min(at, boxes.length - 1)];
  (next ? elementOf(next) : root.querySelector('[data-add]')).focus();
}

const boxOf = target => {
  const element = target.closest?.('.box');
  return element ? boxes.find(box => String(box.id) === element.dataset.box) : undefined;
};

root.querySelector('[data-add]').addEventListener('click', () => {
  remember();
  const [width, height] = [picture.naturalWidth / 4, picture.naturalHeight / 8];
  const box = add({ x: (picture.naturalWidth - width) / 2, y: (picture.naturalHeight - height) / 2, width, height });
  elementOf(box).focus();
  said.textContent = `${describe(box, boxes.length)}.`;
});

undo.addEventListener('click', () => {
  boxes = past.pop() ?? boxes;
  draw();
  said.textContent = boxes.length === 1 ? 'Undone. There is 1 box.' : `Undone. There are ${boxes.length} boxes.`;
});

const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

stage.addEventListener('keydown', event => {
  const box = boxOf(event.target);
  if (!box) {
    return;
  }

  if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    remove(box);
  } else if (ways[event.key]) {
    event.preventDefault();
    if (!event.repeat) {
      remember();
    }

    const [across, down] = ways[event.key].map(way => way * (event.ctrlKey ? SMALL_STEP : STEP));
    if (event.shiftKey) {
      box.width = Math.min(box.width + across, picture.naturalWidth - box.x);
      box.height = Math.min(box.height + down, picture.naturalHeight - box.y);
    } else {
      box.x += across;
      box.y += down;
    }

    tidy(box);
    draw();
    said.textContent = `${describe(box, boxes.indexOf(box) + 1)}.`;
  }
});

/** Where a pointer is on the picture, in its pixels. */
function at(event) {
  const frame = picture.getBoundingClientRect();
  return {
    x: clamp((event.clientX - frame.left) / scale(), 0, picture.naturalWidth),
    y: clamp((event.clientY - frame.top) / scale(), 0, picture.naturalHeight),
  };
}

stage.addEventListener('pointerdown', event => {
  if (event.button !== 0 || !event.isPrimary) {
    return;
  }

  const start = at(event);
  const found = boxOf(event.target);
  const before = found ? { ...found } : null;
  const resizes = event.target.classList.contains('corner');
  let drawn = found;
  remember();
  stage.setPointerCapture(event.pointerId);
  if (!found) {
    event.preventDefault();
  }

  const move = moved => {
    const now = at(moved);
    if (!before) {
      const frame = { x: Math.min(start.x, now.x), y: Math.min(start.y, now.y), width: Math.abs(now.x - start.x), height: Math.abs(now.y - start.y) };
      if (drawn) {
        Object.assign(drawn, frame);
      } else if (frame.width >= LEAST && frame.height >= LEAST) {
        drawn = add(frame);
      }
    } else if (resizes) {
      drawn.width = Math.min(before.width + now.x - start.x, picture.naturalWidth - before.x);
      drawn.height = Math.min(before.height + now.y - start.y, picture.naturalHeight - before.y);
    } else {
      drawn.x = before.x + now.x - start.x;
      drawn.y = before.y + now.y - start.y;
    }

    if (drawn) {
      tidy(drawn);
      draw();
    }
  };
  const end = new AbortController();
  const finish = () => {
    end.abort();
    const same = JSON.stringify(past.at(-1)) === JSON.stringify(boxes);
    if (same) {
      past.pop();
    }

    draw();
    if (drawn) {
      elementOf(drawn).focus();
      said.textContent = `${describe(drawn, boxes.indexOf(drawn) + 1)}.`;
    }
  };
  stage.addEventListener('pointermove', move, { signal: end.signal });
  stage.addEventListener('pointerup', finish, { signal: end.signal });
  stage.addEventListener('pointercancel', finish, { signal: end.signal });
});

picture.addEventListener('error', () => {
  root.querySelector('.trouble').textContent =
    'This picture cannot be shown just now, so nothing can be covered in it. Load the page again; if that does not help, tell whoever looks after the bot.';
});
picture.addEventListener('load', () => {
  root.querySelector('.cover').hidden = true;
  root.querySelector('.redacting').hidden = false;
  root.querySelector('[data-add]').focus();
  draw();
});
new ResizeObserver(draw).observe(picture);
makeZoom(root.querySelector('.zoom'), root.querySelector('.pan'), picture);
root.querySelector('[data-show]').addEventListener('click', () => {
  picture.src = stage.dataset.address;
});
root.hidden = false;
