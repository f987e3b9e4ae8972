// Models, embeddings, moderations, images and audio by OpenAI's SDK.

async function models(t, client, openai) {
  const list = await t.all(client.models.list());
  t.equal('models', list.map((m) => [m.id, m.object]), [['echo', 'model'], ['markov', 'model']]);
  t.equal('a model', await client.models.retrieve('echo').then((m) => [m.id, m.owned_by]), ['echo', 'serve']);
  await t.fails('no such model', () => client.models.retrieve('a/b c'), openai.NotFoundError,
    { status: 404, code: 'model_not_found' });
  await t.fails('delete a model', () => client.models.delete('echo'), openai.PermissionDeniedError, { status: 403 });
}

async function embeddings(t, client) {
  const make = (input, more) => client.embeddings.create({ model: 'echo', input, ...more });
  for (const input of ['Hello', ['a b', '', 'Zürich'], [1, 2, 3], [[1], [2, 3]]]) {
    const base64 = await make(input); // the SDK asks for base64 and decodes it
    const floats = await make(input, { encoding_format: 'float' });
    const n = Array.isArray(input) && typeof input[0] !== 'number' ? input.length : 1;
    t.equal('embeddings', base64.data.map((e) => [e.index, e.object, e.embedding.length]),
      Array.from({ length: n }, (_, i) => [i, 'embedding', 256]));
    t.ok('floats', floats.data.every((e, i) => e.embedding.every(
      (v, k) => Math.fround(v) === base64.data[i].embedding[k])), floats.data[0].embedding.slice(0, 4));
    t.ok('length 1', floats.data.every((e) => Math.abs(Math.hypot(...e.embedding) - 1) < 1e-5));
    t.ok('usage', floats.usage.total_tokens === floats.usage.prompt_tokens, floats.usage);
  }
  const raw = await make('x', { encoding_format: 'base64', dimensions: 3 });
  t.equal('base64 as asked for', Buffer.from(raw.data[0].embedding, 'base64').length, 12);
  t.equal('dimensions', (await make('x', { dimensions: 7, encoding_format: 'float' })).data[0].embedding.length, 7);
}

async function moderations(t, client) {
  const found = await client.moderations.create({ input: ['kill', 'peace'] });
  t.equal('moderations', found.results.map((r) => [r.flagged, r.categories.violence]), [[true, true], [false, false]]);
  t.ok('scores', found.results[0].category_scores.violence > 0.9, found.results[0].category_scores);
}

async function images(t, client, openai) {
  const made = await client.images.generate({ model: 'echo', prompt: 'a cat', n: 2 });
  t.equal('images', made.data.map((i) => [Buffer.from(i.b64_json, 'base64').subarray(1, 4).toString(), i.revised_prompt]),
    Array(2).fill(['PNG', 'a cat']));
  const url = await client.images.generate({ model: 'echo', prompt: 'a cat', response_format: 'url' });
  t.ok('image as url', url.data[0].url.startsWith('data:image/png'), url.data[0]);
  const events = await t.all(await client.images.generate({ model: 'echo', prompt: 'a', stream: true, partial_images: 2 }));
  t.equal('streamed image', events.map((e) => [e.type, e.partial_image_index]), [['image_generation.partial_image', 0],
    ['image_generation.partial_image', 1], ['image_generation.completed', undefined]]);

  const file = (size, name) => openai.toFile(Buffer.alloc(size, '\r\n--'), name, { type: 'image/png' });
  const edited = await client.images.edit({ model: 'echo', image: [await file(10, 'a.png'), await file(300000, 'b "2".png')],
    mask: await file(0, 'm.png'), prompt: 'a hat', n: 1, size: '1024x1024' });
  const [prompt, files] = edited.data[0].revised_prompt.split(': '); // the SDK sends files as they are ready
  t.equal('edited image', [prompt, ...files.split('; ').sort()],
    ['a hat', 'a.png, 10 bytes', 'b "2".png, 300000 bytes', 'm.png, 0 bytes']);
  const one = await client.images.edit({ model: 'echo', image: await file(5, 'ü.png'), prompt: 'p' });
  t.equal('one edited image', one.data[0].revised_prompt, 'p: ü.png, 5 bytes');
  const streamed = await t.all(await client.images.edit({ model: 'echo', image: await file(5, 'a.png'), prompt: 'p',
    stream: true, partial_images: 1 }));
  t.equal('streamed edit', streamed.map((e) => e.type), ['image_edit.partial_image', 'image_edit.completed']);
  const varied = await client.images.createVariation({ model: 'echo', image: await file(7, 'a.png'), n: 3 });
  t.equal('variation', varied.data.map((i) => i.revised_prompt), Array(3).fill('a.png, 7 bytes'));
}

async function audio(t, client, openai) {
  const speech = await client.audio.speech.create({ model: 'echo', voice: 'alloy', input: 'one two three' });
  const bytes = Buffer.from(await speech.arrayBuffer());
  t.equal('speech', [speech.headers.get('content-type'), bytes.subarray(0, 4).toString(), bytes.length],
    ['audio/wav', 'RIFF', 44 + 150 * 8]);
  const events = await client.audio.speech.create({ model: 'echo', voice: 'alloy', input: 'one two three', stream_format: 'sse' });
  const lines = (await events.text()).split('\n').filter((l) => l.startsWith('data: {')).map((l) => JSON.parse(l.slice(6)));
  t.equal('speech as events', Buffer.concat(lines.filter((e) => e.audio).map((e) => Buffer.from(e.audio, 'base64'))), bytes);
  t.equal('speech: the end', lines.at(-1).type, 'speech.audio.done');

  const file = () => openai.toFile(Buffer.alloc(70000, 7), 'talk.mp3');
  const said = 'talk.mp3, 70000 bytes';
  const transcribe = async (more) => client.audio.transcriptions.create({ model: 'echo', file: await file(), ...more });
  t.equal('transcription', (await transcribe({ language: 'en', temperature: 0.5 })).text, said);
  t.equal('transcription as text', await transcribe({ response_format: 'text' }), `${said}\n`);
  t.ok('transcription as srt', (await transcribe({ response_format: 'srt' })).includes(said));
  t.ok('transcription as vtt', (await transcribe({ response_format: 'vtt' })).startsWith('WEBVTT'));
  const verbose = await transcribe({ response_format: 'verbose_json', timestamp_granularities: ['word', 'segment'] });
  t.equal('transcription with segments', verbose.segments.map((s) => s.text), [said]);
  const streamed = await t.all(await transcribe({ stream: true, include: ['logprobs'],
    chunking_strategy: { type: 'server_vad', threshold: 0.5 } }));
  t.equal('streamed transcription', [streamed.filter((e) => e.type === 'transcript.text.delta').map((e) => e.delta).join(''),
    streamed.at(-1).type, streamed.at(-1).text], [said, 'transcript.text.done', said]);
  t.equal('translation', (await client.audio.translations.create({ model: 'echo', file: await file() })).text, said);
}

export default async function others(t, { url }) {
  const openai = t.packages.openai;
  const client = new openai.OpenAI({ baseURL: url, apiKey: 'sk-any', maxRetries: 0 });
  await models(t, client, openai);
  await embeddings(t, client);
  await moderations(t, client);
  await images(t, client, openai);
  await audio(t, client, openai);
}
