import * as api from './api.js';
import { el, icon } from './dom.js';

const tallest = 140;

/** Where a person writes. `onSend` gets the text and the uploads; files can be attached unless `filesOff`. */
export function makeComposer({ label, person, onSend, filesOff = false, extra = null }) {
  const pending = [];
  const strip = el('ul', { className: 'pending', 'aria-label': 'Files to send' });
  const text = el('textarea', { rows: 1, placeholder: 'Type a message', 'aria-label': label });
  const send = el('button', { type: 'submit', className: 'round send', 'aria-label': 'Send', title: 'Send (Enter)' }, icon('send'));
  const form = el('form', { className: 'composer' }, filesOff ? null : strip, text, el('div', { className: 'composer-row' }));
  const row = form.lastChild;

  function update() {
    send.disabled = text.value.trim() === '' && pending.length === 0;
    text.style.height = 'auto';
    if (text.value !== '') {
      text.style.height = `${Math.min(text.scrollHeight, tallest)}px`;
    }

    strip.replaceChildren(...pending.map(drawPending));
  }

  function drawPending(item) {
    const remove = el('button', {
      type: 'button',
      className: 'remove',
      'aria-label': `Remove ${item.file.name || 'picture'}`,
      onclick: () => {
        pending.splice(pending.indexOf(item), 1);
        update();
        text.focus();
      },
    }, icon('close'));
    return el('li', {},
      item.preview ? el('img', { src: item.preview, alt: '' }) : icon('file'),
      el('span', {}, item.kind === 'Pasted' ? 'Pasted picture' : item.file.name), remove);
  }

  function add(files, kind) {
    for (const file of files) {
      pending.push({ file, kind, preview: file.type.startsWith('image/') ? URL.createObjectURL(file) : null });
    }

    update();
    text.focus();
  }

  async function submit() {
    if (send.disabled) {
      return;
    }

    const words = text.value;
    const files = pending.splice(0);
    text.value = '';
    update();
    try {
      const uploads = [];
      for (const item of files) {
        uploads.push(await api.upload(person().key, item.file, item.kind));
      }

      await onSend(words, uploads);
    } catch (error) {
      text.value = words;
      pending.push(...files);
      update();
      throw error;
    }
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    submit();
  });
  text.addEventListener('input', update);
  text.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });

  if (!filesOff) {
    row.append(...fileButtons(add));
    takePasted(text, add);
    form.takeDropsOn = column => takeDropped(column, form, add);
  }

  row.append(el('span', { className: 'grow' }, extra), send);
  update();
  return form;
}

function fileButtons(add) {
  const input = el('input', { type: 'file', multiple: true, hidden: true, 'aria-label': 'Files to attach' });
  input.addEventListener('change', () => {
    add([...input.files], 'File');
    input.value = '';
  });
  return [
    input,
    el('button', { type: 'button', className: 'round', 'aria-label': 'Attach files', title: 'Attach files', onclick: () => input.click() }, icon('attach')),
    el('button', { type: 'button', className: 'round', 'aria-label': 'Paste a picture', title: 'Paste a picture (Ctrl+V)', onclick: () => pasteFromClipboard(add) }, icon('paste')),
  ];
}

async function pasteFromClipboard(add) {
  const items = await navigator.clipboard.read();
  for (const item of items) {
    const type = item.types.find(name => name.startsWith('image/'));
    if (type) {
      add([new File([await item.getType(type)], 'image.png', { type })], 'Pasted');
    }
  }
}

function takePasted(text, add) {
  text.addEventListener('paste', event => {
    const pictures = [...event.clipboardData.files].filter(file => file.type.startsWith('image/'));
    if (pictures.length > 0) {
      event.preventDefault();
      add(pictures, 'Pasted');
    }
  });
}

function takeDropped(column, form, add) {
  column.addEventListener('dragover', event => {
    if (event.dataTransfer.types.includes('Files')) {
      event.preventDefault();
      form.classList.add('over');
    }
  });
  column.addEventListener('dragleave', event => {
    if (!column.contains(event.relatedTarget)) {
      form.classList.remove('over');
    }
  });
  column.addEventListener('drop', event => {
    event.preventDefault();
    form.classList.remove('over');
    add([...event.dataTransfer.files], 'File');
  });
}
