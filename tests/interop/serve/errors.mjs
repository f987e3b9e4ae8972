// Errors by status as the exception classes of OpenAI's SDK; keys, retries, aborted and broken
// streams.
const echo = (content, more = {}) => ({ model: 'echo', messages: [{ role: 'user', content }], ...more });

async function statuses(t, client, openai) {
  const classes = { 400: 'BadRequestError', 401: 'AuthenticationError', 403: 'PermissionDeniedError', 404: 'NotFoundError',
    409: 'ConflictError', 422: 'UnprocessableEntityError', 429: 'RateLimitError', 500: 'InternalServerError',
    503: 'InternalServerError' };
  for (const [status, name] of Object.entries(classes)) {
    for (const stream of [false, true]) {
      for (const make of [
        () => client.chat.completions.create({ ...echo('x', { stream }), model: `error-${status}` }),
        () => client.chat.completions.create(echo(`error ${status}`, { stream })),
        () => client.completions.create({ model: 'echo', prompt: `error ${status}`, stream }),
        () => client.responses.create({ model: 'echo', input: `error ${status}`, stream }),
      ]) {
        const e = await t.fails(`status ${status}`, make, openai[name], { status: Number(status) });
        t.ok(`status ${status}: members`, e?.type && e?.message && e?.requestID && e?.error?.message, e);
      }
    }
  }
}

async function invalid(t, client, openai, url) {
  const bad = (what, call, members) => t.fails(what, call, openai.BadRequestError, { status: 400, type: 'invalid_request_error', ...members });
  const chat = (body) => () => client.chat.completions.create(body);
  await bad('no messages', chat({ model: 'echo' }), { param: 'messages' });
  await bad('no model', chat({ messages: [] }), { param: 'model' });
  await bad('a wrong type', chat(echo('x', { temperature: 'warm' })), { param: 'temperature' });
  await bad('a wrong type within', chat({ model: 'echo', messages: [{ role: 'user', content: 5 }] }), { param: 'messages[0].content' });
  await bad('out of range', chat(echo('x', { frequency_penalty: 3 })), { param: 'frequency_penalty' });
  await bad('n', chat(echo('x', { n: 0 })), { param: 'n' });
  await bad('dimensions', () => client.embeddings.create({ model: 'echo', input: 'x', dimensions: 0 }), { param: 'dimensions' });
  await bad('a form without its file', () => client.audio.transcriptions.create({ model: 'echo' }), { param: 'file' });
  await bad('a form with a wrong number', async () => client.images.edit({ model: 'echo', prompt: 'p', n: 'many',
    image: await openai.toFile(Buffer.from('x'), 'a.png') }), { param: 'n' });
  await t.fails('an unknown path', () => client.get('/nothing'), openai.NotFoundError, { status: 404 });

  // what the SDK cannot send
  const send = async (path, init) => {
    const r = await fetch(`${url}${path}`, init);
    const { error } = await r.json();
    t.ok(`${path}: error object`, error.message && 'type' in error && 'code' in error && 'param' in error, error);
    return r.status;
  };
  const json = { 'content-type': 'application/json' };
  const post = (body, headers = json) => send('/chat/completions', { method: 'POST', headers, body });
  t.equal('malformed JSON', await post('{"model":'), 400);
  t.equal('an empty body', await post(''), 400);
  t.equal('no object', await post('[]'), 400);
  t.equal('not UTF-8', await post(Buffer.from('{"model":"\xff"}', 'latin1')), 400);
  t.equal('another media type', await post('model=echo', { 'content-type': 'application/x-www-form-urlencoded' }), 415);
  t.equal('another method', await send('/chat/completions', { method: 'DELETE' }), 405);
  const form = (body, boundary = 'b') => send('/audio/transcriptions', { method: 'POST', body,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } });
  const field = 'Content-Disposition: form-data; name=';
  t.equal('a form that ends early', await form(`--b\r\n${field}"model"\r\n\r\nx`), 400);
  t.equal('a form of another boundary', await form('--c\r\n\r\n\r\n--c--\r\n'), 400);
  t.equal('a form without a boundary', await form('', ''), 400);
  t.equal('a part without a name', await form('--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n'), 400);
  t.equal('a form with bare line feeds', await form(`--b\n${field}"model"\n\nx\n--b--\n`), 400);
  t.equal('JSON in the place of a form', await send('/audio/transcriptions', { method: 'POST', headers: json, body: '{}' }), 415);
}

async function keys(t, openai, locked) {
  const client = (apiKey) => new openai.OpenAI({ baseURL: locked, apiKey, maxRetries: 0 });
  for (const key of ['sk-one', 'sk-two']) {
    t.equal('a right key', (await client(key).chat.completions.create(echo('x'))).choices[0].message.content, 'x');
  }
  for (const key of ['sk-on', 'sk-three', 'sk-one2']) {
    await t.fails('a wrong key', () => client(key).chat.completions.create(echo('x')), openai.AuthenticationError,
      { status: 401, code: 'invalid_api_key' });
    await t.fails('a wrong key', () => client(key).models.list(), openai.AuthenticationError, { status: 401 });
  }
  t.equal('no key', (await fetch(`${locked}/models`)).status, 401);
}

async function retries(t, openai, url) {
  let requests = 0;
  const counting = (...args) => { ++requests; return fetch(...args); };
  const client = new openai.OpenAI({ baseURL: url, apiKey: 'sk', maxRetries: 1, fetch: counting });
  const before = Date.now();
  const e = await t.fails('a rate limit', () => client.chat.completions.create(echo('error 429')), openai.RateLimitError);
  t.equal('one retry', requests, 2);
  t.ok('Retry-After is kept', e && Date.now() - before >= 950 && Date.now() - before < 4000, Date.now() - before);
  t.ok('Retry-After', e?.headers.get('retry-after') ?? e?.headers.get('retry-after-ms'));
  requests = 0;
  await t.fails('a bad request', () => client.chat.completions.create(echo('error 400')), openai.BadRequestError);
  t.equal('no retry', requests, 1);
}

async function streams(t, openai, client) {
  const take = async (stream, seen) => { for await (const e of stream) seen.push(e); return seen.length; };
  const text = (chunks) => chunks.map((c) => c.choices?.[0]?.delta?.content ?? '').join('');
  let seen = [];
  const e = await t.fails('an error in a stream', async () => take(
    await client.chat.completions.create(echo('error 500 in stream', { stream: true })), seen), openai.APIError);
  t.ok('what came before it', text(seen).startsWith('one two'), text(seen));
  t.ok('its members', e?.error?.message && e?.type, e);
  seen = [];
  await t.fails('a stream that is cut', async () => take(
    await client.chat.completions.create(echo('cut', { stream: true })), seen), Error);
  t.ok('what came before the cut', 'one two three'.startsWith(text(seen)), text(seen)); // fetch may drop it
  seen = [];
  await t.fails('an error in a stream of events', async () => take(
    await client.responses.create({ model: 'echo', input: 'error 500 in stream', stream: true }), seen), openai.APIError);
  t.ok('events before it', seen.length > 2 && seen[0].type === 'response.created', seen.map((x) => x.type));

  // the client leaves
  for (let i = 0; i !== 10; ++i) {
    const stream = await client.chat.completions.create(echo('slow 20\ncount 10000', { stream: true }));
    let n = 0;
    for await (const chunk of stream) {
      if (chunk.choices[0].delta.content && ++n === 3) break; // aborts
    }
    t.equal('aborted', n, 3);
  }
  const control = new AbortController();
  setTimeout(() => control.abort(), 100);
  await t.fails('aborted before the answer', () => client.chat.completions.create(echo('slow 1000'), { signal: control.signal }),
    openai.APIUserAbortError);
  await t.fails('a timeout', () => client.chat.completions.create(echo('slow 1000'), { timeout: 100 }),
    openai.APIConnectionTimeoutError);
  const times = [];
  for await (const chunk of await client.chat.completions.create(echo('slow 50: a b c d e f', { stream: true }))) {
    if (chunk.choices[0].delta.content) times.push(Date.now());
  }
  t.ok('tokens come as they are made', times.at(-1) - times[0] >= 200, times.map((x) => x - times[0]));
  // many at once, fast and slow
  const many = await Promise.all(Array.from({ length: 64 }, async (_, i) => {
    const stream = await client.chat.completions.create(echo(i % 2 ? `slow 5: text ${i}` : `text ${i}`, { stream: true }));
    return text(await t.all(stream));
  }));
  t.equal('64 streams at once', many, many.map((_, i) => `text ${i}`));
}

export default async function errors(t, { url, locked }) {
  const openai = t.packages.openai;
  const client = new openai.OpenAI({ baseURL: url, apiKey: 'sk-any', maxRetries: 0 });
  await statuses(t, client, openai);
  await invalid(t, client, openai, url);
  await keys(t, openai, locked);
  await retries(t, openai, url);
  await streams(t, openai, client);
}
