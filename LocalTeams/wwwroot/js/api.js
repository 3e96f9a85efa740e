async function send(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status}`);
  }

  return response.headers.get('content-type')?.includes('json') ? response.json() : null;
}

const of = person => `_page/people/${encodeURIComponent(person)}`;

export const state = () => send('GET', '_page/state');
export const say = (person, text, uploads = []) => send('POST', `${of(person)}/say`, { text, uploads });
export const sayInChannel = (person, message) => send('POST', `${of(person)}/channel`, message);
export const press = (person, post, action) => send('POST', `${of(person)}/press`, { post, action });
export const reply = (person, message) => send('POST', `${of(person)}/reply`, message);
export const refresh = (person, post) => send('POST', `${of(person)}/refresh`, { post });
export const control = (path, body) => send('POST', `_control/${path}`, body);
export const clearFaults = () => send('DELETE', '_control/faults');

/** Where a link leads for this person: into the bot's own pages signed in as them, as Teams' people are in their browsers. */
export const linkFor = (person, url, bot) => bot && URL.canParse(url) && new URL(url).origin === new URL(bot).origin
  ? `${of(person)}/open?${new URLSearchParams({ url })}`
  : url;

/** Keeps a file until it is sent with a message. `kind` is Pasted or File. */
export async function upload(person, file, kind) {
  const query = new URLSearchParams({ name: file.name || 'image.png', kind });
  const response = await fetch(`${of(person)}/uploads?${query}`, {
    method: 'POST',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: file,
  });
  if (!response.ok) {
    throw new Error(`The file was not taken: ${response.status}`);
  }

  return (await response.json()).id;
}
