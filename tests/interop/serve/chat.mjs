// Chat and text completions by OpenAI's SDK.

const user = (content) => [{ role: 'user', content }];
const echo = (content, more = {}) => ({ model: 'echo', messages: user(content), ...more });

const TEXTS = ['Hello', '', ' ', 'two  words', 'a "quoted"\\ one\n\tand\r\n more', 'Zürich 東京 👍🏽 é',
  '\u0000\u001f\u007f\u2028', 'x'.repeat(5000), 'é'.repeat(700), '{"a":[1,2,{"b":null}]}', 'data: [DONE]'];

const weather = {
  type: 'function',
  function: {
    name: 'weather',
    description: 'The weather of a city',
    parameters: {
      type: 'object',
      properties: { city: { type: 'string' }, days: { type: 'integer' } },
      required: ['city', 'days'],
      additionalProperties: false,
    },
    strict: true,
  },
};
const add = {
  type: 'function',
  function: {
    name: 'add',
    parameters: { type: 'object', properties: { a: { type: 'number' }, b: { type: 'number' } } },
  },
};
const grep = { type: 'custom', custom: { name: 'grep', description: 'Any text' } };

// The choices of a stream, added up.
const join = (chunks) => {
  const out = [];
  for (const chunk of chunks) {
    for (const { index, delta, finish_reason: why, logprobs } of chunk.choices) {
      const to = (out[index] ??= { roles: [], content: '', refusal: '', reasoning: '', calls: [], why: null, tokens: [] });
      if (delta.role) to.roles.push(delta.role);
      to.content += delta.content ?? '';
      to.refusal += delta.refusal ?? '';
      to.reasoning += delta.reasoning_content ?? '';
      for (const call of delta.tool_calls ?? []) {
        const at = (to.calls[call.index] ??= { id: '', type: '', name: '', input: '' });
        at.id += call.id ?? '';
        at.type += call.type ?? '';
        at.name += call.function?.name ?? call.custom?.name ?? '';
        at.input += call.function?.arguments ?? call.custom?.input ?? '';
      }
      to.tokens.push(...(logprobs?.content ?? []));
      to.why = why ?? to.why;
    }
  }
  return out;
};
const calls_of = (message) => (message.tool_calls ?? []).map((c) => ({
  type: c.type,
  name: c.function?.name ?? c.custom.name,
  input: c.function?.arguments ?? c.custom.input,
}));
const without_id = (calls) => calls.map(({ type, name, input }) => ({ type, name, input }));

async function plain_and_streamed(t, chat) {
  for (const text of TEXTS) {
    const whole = await chat.completions.create(echo(text));
    t.equal('content', whole.choices[0].message.content ?? '', text);
    t.equal('role', whole.choices[0].message.role, 'assistant');
    t.equal('finish_reason', whole.choices[0].finish_reason, 'stop');
    t.equal('choices', whole.choices.map((c) => c.index), [0]);
    t.equal('object', whole.object, 'chat.completion');
    t.equal('model', whole.model, 'echo');
    t.ok('id', whole.id.startsWith('chatcmpl-'), whole.id);
    t.ok('request id', whole._request_id, whole._request_id);
    t.ok('created', Math.abs(whole.created - Date.now() / 1000) < 60, whole.created);
    const { prompt_tokens: asked, completion_tokens: said, total_tokens: both } = whole.usage;
    t.ok('usage', asked > 0 && said >= 0 && both === asked + said, whole.usage);

    const chunks = await t.all(await chat.completions.create(
      echo(text, { stream: true, stream_options: { include_usage: true } })));
    const [choice] = join(chunks);
    t.equal('streamed content', choice.content, text);
    t.equal('one role', choice.roles, ['assistant']);
    t.equal('streamed finish_reason', choice.why, 'stop');
    t.ok('one id', chunks.every((c) => c.id === chunks[0].id && c.object === 'chat.completion.chunk'
      && c.model === 'echo' && c.created === chunks[0].created), chunks[0]);
    t.equal('usage in the last chunk', [chunks.at(-1).choices, chunks.at(-1).usage], [[], whole.usage]);
    t.ok('no usage before it', chunks.slice(0, -1).every((c) => c.usage == null));
    const silent = await t.all(await chat.completions.create(echo(text, { stream: true })));
    t.ok('no usage unless asked for', silent.every((c) => c.usage == null && c.choices.length > 0));
  }
  const long = await t.all(await chat.completions.create(echo('count 5000', { stream: true })));
  t.equal('5000 tokens', join(long)[0].content, Array.from({ length: 5000 }, (_, i) => i + 1).join(' '));
  const large = 'word '.repeat(400000);
  t.equal('2 MB there and back', (await chat.completions.create(echo(large))).choices[0].message.content, large);
  const hidden = await t.all(await chat.completions.create(
    echo('Hello', { stream: true, stream_options: { include_obfuscation: true } })));
  t.ok('obfuscation', hidden.some((c) => typeof c.obfuscation === 'string'), hidden[0]);
  const helper = chat.completions.stream(echo('by the helper'));
  let pieces = '';
  helper.on('content', (piece) => { pieces += piece; });
  const final = await helper.finalChatCompletion();
  t.equal('the helper', [pieces, final.choices[0].message.content], ['by the helper', 'by the helper']);
}

async function options(t, chat) {
  for (const stream of [false, true]) {
    const ask = async (text, more) => {
      const body = { ...echo(text), ...more, stream };
      if (stream) return join(await t.all(await chat.completions.create(body)));
      const whole = await chat.completions.create(body);
      return whole.choices.map((c) => ({ content: c.message.content ?? '', refusal: c.message.refusal ?? '',
        reasoning: c.message.reasoning_content ?? '', why: c.finish_reason, tokens: c.logprobs?.content ?? [] }));
    };
    const what = stream ? 'streamed' : 'whole';
    const three = await ask('n', { n: 3 });
    t.equal(`${what} n`, three.map((c) => [c.content, c.why]), Array(3).fill(['n', 'stop']));
    const [stopped] = await ask('one two three', { stop: ['nothing', 'tw'] });
    t.equal(`${what} stop`, [stopped.content, stopped.why], ['one ', 'stop']);
    const [cut] = await ask('one two three four', { max_completion_tokens: 2 });
    t.equal(`${what} length`, [cut.content, cut.why], ['one two', 'length']);
    const [refused] = await ask('refuse: no', {});
    t.equal(`${what} refusal`, [refused.content, refused.refusal], ['', 'no']);
    const [thought] = await ask('think: yes', {});
    t.ok(`${what} reasoning`, thought.content === 'yes' && thought.reasoning.includes('10 bytes'), thought);
    const made = [];
    for (const seed of [7, 7, 8]) {
      made.push((await ask('anything', { model: 'markov', seed, logprobs: true, top_logprobs: 3 }))[0]);
    }
    t.equal(`${what} seed`, made[0].content, made[1].content);
    t.ok(`${what} other seed`, made[0].content !== made[2].content);
    t.equal(`${what} logprobs`, made[0].tokens.map((x) => x.token).join(''), made[0].content);
    t.ok(`${what} top_logprobs`, made[0].tokens.every((x) => x.logprob <= 0 && x.top_logprobs.length <= 3
      && Buffer.from(x.bytes).toString() === x.token), made[0].tokens[0]);
    t.ok(`${what} alternatives`, made[0].tokens.some((x) => x.top_logprobs.length === 3));
    const [json] = await ask('a "b"', { response_format: { type: 'json_object' } });
    t.equal(`${what} json_object`, JSON.parse(json.content), { echo: 'a "b"' });
  }
  const parts = await chat.completions.create(echo([{ type: 'text', text: 'look' },
    { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } }]));
  t.equal('parts', parts.choices[0].message.content, 'look [image]');
}

async function tools(t, chat) {
  const text = 'call weather {"city":"Bern","days":2}\ncall add {"a":1,"b":2.5}\ncall grep any "text"\\';
  const due = [{ type: 'function', name: 'weather', input: '{"city":"Bern","days":2}' },
    { type: 'function', name: 'add', input: '{"a":1,"b":2.5}' }, { type: 'custom', name: 'grep', input: 'any "text"\\' }];
  const all = [weather, add, grep];
  const whole = await chat.completions.create(echo(text, { tools: all }));
  t.equal('calls', calls_of(whole.choices[0].message), due);
  t.equal('calls: finish_reason', whole.choices[0].finish_reason, 'tool_calls');
  t.equal('calls: content', whole.choices[0].message.content, null);
  const ids = whole.choices[0].message.tool_calls.map((c) => c.id);
  t.equal('calls: ids', new Set(ids).size, 3);
  const [streamed] = join(await t.all(await chat.completions.create(echo(text, { tools: all, stream: true }))));
  t.equal('streamed calls', without_id(streamed.calls), due);
  t.equal('streamed calls: finish_reason', streamed.why, 'tool_calls');
  const one = await chat.completions.create(echo(text, { tools: all, parallel_tool_calls: false }));
  t.equal('one at a time', calls_of(one.choices[0].message), due.slice(0, 1));
  const none = await chat.completions.create(echo(text, { tools: all, tool_choice: 'none' }));
  t.equal('tool_choice none', none.choices[0].message.content, text);
  const forced = await chat.completions.create(echo('Hello', { tools: all, tool_choice: 'required' }));
  t.equal('tool_choice required', calls_of(forced.choices[0].message).map((c) => c.name), ['weather']);
  const named = await chat.completions.create(echo('Hello', { tools: all,
    tool_choice: { type: 'function', function: { name: 'add' } } }));
  t.equal('tool_choice by name', calls_of(named.choices[0].message).map((c) => c.name), ['add']);
  const args = JSON.parse(calls_of(forced.choices[0].message)[0].input);
  t.ok('input by schema', typeof args.city === 'string' && Number.isInteger(args.days), args);
  const answered = await chat.completions.create({ model: 'echo', tools: all, messages: [...user(text),
    whole.choices[0].message, ...ids.map((id, i) => ({ role: 'tool', tool_call_id: id, content: `r${i}` }))] });
  t.equal('results', answered.choices[0].message.content, 'The tools said: r0; r1; r2');

  for (const stream of [false, true]) {
    const seen = [];
    const runner = chat.completions.runTools({ model: 'echo', messages: user(text.split('\n').slice(0, 2).join('\n')),
      stream, tools: [
        { type: 'function', function: { ...weather.function, parse: JSON.parse,
          function: ({ city, days }) => { seen.push(['weather', city, days]); return `sun in ${city}`; } } },
        { type: 'function', function: { ...add.function, parse: JSON.parse,
          function: ({ a, b }) => { seen.push(['add', a, b]); return String(a + b); } } }] });
    t.equal('runTools', await runner.finalContent(), 'The tools said: sun in Bern; 3.5');
    t.equal('runTools: calls', seen, [['weather', 'Bern', 2], ['add', 1, 2.5]]);
  }
}

async function structured(t, chat) {
  const { z } = t.packages.zod;
  const { zodResponseFormat } = t.packages['openai/helpers/zod'];
  const Step = z.object({ explanation: z.string(), output: z.number() });
  const Answer = z.object({ steps: z.array(Step), kind: z.enum(['short', 'long']), done: z.boolean(),
    note: z.union([z.string(), z.null()]) });
  const body = { ...echo('solve'), response_format: zodResponseFormat(Answer, 'answer') };
  const parsed = await chat.completions.parse(body);
  t.ok('parse', Answer.safeParse(parsed.choices[0].message.parsed).success, parsed.choices[0].message);
  const streamed = await chat.completions.stream(body).finalChatCompletion();
  t.equal('streamed parse', streamed.choices[0].message.parsed, parsed.choices[0].message.parsed);
}

async function stored(t, chat, openai) {
  const tag = `t${Date.now()}`;
  const kept = [];
  for (const n of ['0', '1', '2']) {
    kept.push(await chat.completions.create(echo(`stored ${n}`, { store: true, metadata: { tag, n } })));
  }
  await t.all(await chat.completions.create(echo('stored 3', { store: true, metadata: { tag, n: '3' }, stream: true })));
  const listed = await t.all(chat.completions.list({ metadata: { tag }, limit: 2, order: 'asc' }));
  t.equal('list over pages', listed.map((c) => c.choices[0].message.content),
    ['stored 0', 'stored 1', 'stored 2', 'stored 3']);
  t.equal('retrieve', (await chat.completions.retrieve(kept[1].id)).choices, kept[1].choices);
  const changed = await chat.completions.update(kept[1].id, { metadata: { tag, other: 'x' } });
  t.equal('update', changed.metadata, { tag, other: 'x' });
  const messages = await t.all(chat.completions.messages.list(kept[1].id));
  t.equal('messages', messages.map((m) => [m.role, m.content]), [['user', 'stored 1']]);
  t.equal('delete', (await chat.completions.delete(kept[1].id)).deleted, true);
  await t.fails('retrieve deleted', () => chat.completions.retrieve(kept[1].id), openai.NotFoundError, { status: 404 });
  const not = await chat.completions.create(echo('not stored'));
  await t.fails('retrieve not stored', () => chat.completions.retrieve(not.id), openai.NotFoundError);
}

async function text_completions(t, client) {
  const make = (body) => client.completions.create({ model: 'echo', ...body });
  for (const prompt of TEXTS) {
    const whole = await make({ prompt });
    t.equal('text', whole.choices[0].text, prompt);
    t.equal('text: object', [whole.object, whole.choices[0].finish_reason], ['text_completion', 'stop']);
    const chunks = await t.all(await make({ prompt, stream: true, stream_options: { include_usage: true } }));
    t.equal('streamed text', chunks.flatMap((c) => c.choices).map((c) => c.text).join(''), prompt);
    t.equal('streamed text: usage', chunks.at(-1).usage, whole.usage);
  }
  for (const stream of [false, true]) {
    const texts = async (body) => {
      const found = await make({ ...body, stream });
      const choices = stream ? (await t.all(found)).flatMap((c) => c.choices) : found.choices;
      const out = [];
      for (const c of choices) out[c.index] = (out[c.index] ?? '') + c.text;
      return out;
    };
    t.equal('prompts and n', await texts({ prompt: ['a', 'b c'], n: 2 }), ['a', 'a', 'b c', 'b c']);
    t.equal('echo', await texts({ prompt: 'a b', echo: true }), ['a ba b']);
    t.equal('stop', await texts({ prompt: 'a b c', stop: ' c' }), ['a b']);
    t.equal('max_tokens', await texts({ prompt: 'a b c', max_tokens: 1 }), ['a']);
    t.equal('suffix', await texts({ prompt: 'a', suffix: 'z' }), ['a (until: z)']);
    t.equal('tokens', await texts({ prompt: [1, 2] }), ['tokens 1 2']);
    t.equal('lists of tokens', await texts({ prompt: [[1], [2]] }), ['tokens 1', 'tokens 2']);
  }
  const logprobs = (await make({ model: 'markov', prompt: 'x', logprobs: 2, seed: 1 })).choices[0];
  t.equal('logprobs', logprobs.logprobs.tokens.join(''), logprobs.text);
  t.ok('logprobs: lists', ['token_logprobs', 'top_logprobs', 'text_offset'].every(
    (n) => logprobs.logprobs[n].length === logprobs.logprobs.tokens.length), logprobs);
}

export default async function chat(t, { url }) {
  const openai = t.packages.openai;
  const client = new openai.OpenAI({ baseURL: url, apiKey: 'sk-any', maxRetries: 0 });
  await plain_and_streamed(t, client.chat);
  await options(t, client.chat);
  await tools(t, client.chat);
  await structured(t, client.chat);
  await stored(t, client.chat, openai);
  await text_completions(t, client);
}
