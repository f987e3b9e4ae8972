// The Responses API by OpenAI's SDK.

const ask = (input, more = {}) => ({ model: 'echo', input, ...more });
const weather = {
  type: 'function',
  name: 'weather',
  description: 'The weather of a city',
  parameters: {
    type: 'object',
    properties: { city: { type: 'string' } },
    required: ['city'],
    additionalProperties: false,
  },
  strict: true,
};
const grep = { type: 'custom', name: 'grep', description: 'Any text' };

// A content as it is sent: the SDK adds what it parsed.
const sent = ({ parsed, ...part }) => part;
// What a response is, without its ids and times.
const shape = (response) => ({
  status: response.status,
  text: response.output_text,
  output: response.output.map(({ id, call_id, content, ...rest }) => (content ? { ...rest, content: content.map(sent) } : rest)),
  usage: response.usage,
});

// The events of a stream: numbered, properly nested, and adding up to the response at the end.
function check_events(t, what, events) {
  const types = events.map((e) => e.type);
  t.equal(`${what}: numbers`, events.map((e) => e.sequence_number), events.map((_, i) => i));
  t.equal(`${what}: begin`, types.slice(0, 2), ['response.created', 'response.in_progress']);
  const last = events.at(-1);
  t.ok(`${what}: end`, ['response.completed', 'response.incomplete', 'response.failed'].includes(last.type), last.type);
  const items = [];
  const open = new Set();
  for (const e of events) {
    const key = `${e.output_index}`;
    const place = `${e.output_index}/${e.content_index ?? e.summary_index}`;
    if (e.type === 'response.output_item.added') {
      t.equal(`${what}: item order`, e.output_index, items.length);
      items.push({ id: e.item.id, pieces: {} });
      open.add(key);
    } else if (e.type === 'response.output_item.done') {
      t.ok(`${what}: item was open`, open.delete(key), e);
      t.equal(`${what}: item id`, e.item.id, items[e.output_index].id);
      t.equal(`${what}: item is that of the response`, e.item, last.response?.output[e.output_index]);
    } else if (e.type.endsWith('_part.added')) {
      t.ok(`${what}: part in an open item`, open.has(key), e);
      open.add(place);
    } else if (e.type.endsWith('_part.done')) {
      t.ok(`${what}: part was open`, open.delete(place), e);
    } else if (e.type.endsWith('.delta')) {
      t.equal(`${what}: item_id`, e.item_id, items[e.output_index].id);
      const to = items[e.output_index].pieces;
      to[place] = (to[place] ?? '') + e.delta;
    } else if (e.type.endsWith('.done') && e.item_id) {
      const said = e.text ?? e.refusal ?? e.arguments ?? e.input;
      t.equal(`${what}: pieces`, items[e.output_index].pieces[place] ?? '', said);
    }
  }
  t.equal(`${what}: all is closed`, [...open], []);
}

async function whole_and_streamed(t, responses) {
  for (const text of ['Hello', 'two  words\n"quoted"\\', 'Zürich 東京 👍🏽', 'x'.repeat(3000), 'think: yes', 'refuse: no',
    'count 300']) {
    const whole = await responses.create(ask(text));
    const due = { 'think: yes': 'yes', 'refuse: no': '', 'count 300': Array.from({ length: 300 }, (_, i) => i + 1).join(' ') };
    t.equal('text', whole.output_text, due[text] ?? text);
    t.equal('status', whole.status, 'completed');
    t.equal('object', [whole.object, whole.model, whole.error, whole.incomplete_details], ['response', 'echo', null, null]);
    t.ok('id', whole.id.startsWith('resp_') && whole._request_id, whole.id);
    const { input_tokens: asked, output_tokens: said, total_tokens: both } = whole.usage;
    t.ok('usage', asked > 0 && said > 0 && both === asked + said, whole.usage);
    const events = await t.all(await responses.create(ask(text, { stream: true })));
    check_events(t, text.slice(0, 20), events);
    t.equal('streamed response', shape({ ...events.at(-1).response, output_text: whole.output_text }), shape(whole));
    t.equal('streamed text', events.filter((e) => e.type === 'response.output_text.delta').map((e) => e.delta).join(''),
      whole.output_text);
    const final = await responses.stream(ask(text)).finalResponse();
    t.equal('the helper', shape(final), shape(whole));
  }
  const thought = await responses.create(ask('think: yes'));
  t.equal('reasoning', thought.output.map((i) => i.type), ['reasoning', 'message']);
  const asked = await responses.create(ask('yes', { reasoning: { effort: 'low' } }));
  t.equal('reasoning effort', asked.output.map((i) => i.type), ['reasoning', 'message']);
  const refused = await responses.create(ask('refuse: no'));
  t.equal('refusal', refused.output[0].content.map((c) => [c.type, c.refusal]), [['refusal', 'no']]);
  const cut = await responses.create(ask('a b c d', { max_output_tokens: 2 }));
  t.equal('incomplete', [cut.status, cut.incomplete_details, cut.output_text],
    ['incomplete', { reason: 'max_output_tokens' }, 'a b']);
  const events = await t.all(await responses.create(ask('a b c d', { max_output_tokens: 2, stream: true })));
  check_events(t, 'incomplete', events);
  t.equal('streamed incomplete', events.at(-1).type, 'response.incomplete');
  const hidden = await t.all(await responses.create(ask('Hello', { stream: true, stream_options: { include_obfuscation: true } })));
  t.ok('obfuscation', hidden.some((e) => typeof e.obfuscation === 'string'));
  const parts = await responses.create(ask([{ role: 'system', content: 'Be brief.' }, { role: 'user', content: [
    { type: 'input_text', text: 'look' }, { type: 'input_image', image_url: 'data:image/png;base64,AAAA', detail: 'auto' }] }]));
  t.equal('parts', parts.output_text, 'look [image]');
  const json = await responses.create(ask('a', { text: { format: { type: 'json_object' } } }));
  t.equal('json_object', JSON.parse(json.output_text), { echo: 'a' });
  const told = await responses.create(ask('a', { instructions: 'Be brief.', metadata: { k: 'v' }, temperature: 0.5 }));
  t.equal('settings', [told.instructions, told.metadata, told.temperature], ['Be brief.', { k: 'v' }, 0.5]);
}

async function tools(t, responses) {
  const text = 'call weather {"city":"Bern"}\ncall grep any "text"\\';
  const due = [['function_call', 'weather', '{"city":"Bern"}'], ['custom_tool_call', 'grep', 'any "text"\\']];
  const calls = (r) => r.output.map((i) => [i.type, i.name, i.arguments ?? i.input]);
  const whole = await responses.create(ask(text, { tools: [weather, grep] }));
  t.equal('calls', calls(whole), due);
  const events = await t.all(await responses.create(ask(text, { tools: [weather, grep], stream: true })));
  check_events(t, 'calls', events);
  t.equal('streamed calls', calls(events.at(-1).response), due);
  const choose = async (tool_choice) => (await responses.create(ask('Hello', { tools: [weather, grep], tool_choice }))).output
    .map((i) => i.name ?? i.type);
  t.equal('tool_choice none', await choose('none'), ['message']);
  t.equal('tool_choice required', await choose('required'), ['weather']);
  t.equal('tool_choice by name', await choose({ type: 'custom', name: 'grep' }), ['grep']);
  const results = [...whole.output,
    { type: 'function_call_output', call_id: whole.output[0].call_id, output: 'sun' },
    { type: 'custom_tool_call_output', call_id: whole.output[1].call_id, output: 'none' }];
  const answered = await responses.create(ask([{ role: 'user', content: text }, ...results], { tools: [weather, grep] }));
  t.equal('results', answered.output_text, 'The tools said: sun; none');
  const chained = await responses.create(ask(results.slice(2), { tools: [weather, grep], previous_response_id: whole.id }));
  t.equal('results of a stored response', chained.output_text, 'The tools said: sun; none');
  t.equal('previous_response_id', chained.previous_response_id, whole.id);
}

async function structured(t, responses) {
  const { z } = t.packages.zod;
  const { zodTextFormat } = t.packages['openai/helpers/zod'];
  const Answer = z.object({ name: z.string(), list: z.array(z.object({ n: z.number() })), kind: z.enum(['a', 'b']) });
  const body = ask('fill in', { text: { format: zodTextFormat(Answer, 'answer') } });
  const parsed = await responses.parse(body);
  t.ok('parse', Answer.safeParse(parsed.output_parsed).success, parsed.output_text);
  const streamed = await responses.stream(body).finalResponse();
  t.equal('streamed parse', streamed.output_parsed, parsed.output_parsed);
}

async function stored(t, responses, openai) {
  const first = await responses.create(ask('one'));
  t.equal('retrieve', (await responses.retrieve(first.id)).output, first.output);
  const next = await responses.create(ask('two', { previous_response_id: first.id }));
  t.ok('tokens of what came before', next.usage.input_tokens > first.usage.input_tokens, next.usage);
  const items = await t.all(responses.inputItems.list(first.id));
  t.equal('input items', items.map((i) => [i.type, i.role, i.content[0].text]), [['message', 'user', 'one']]);
  const many = await responses.create(ask(['a', 'b', 'c'].map((content) => ({ role: 'user', content }))));
  const listed = await t.all(responses.inputItems.list(many.id, { limit: 2, order: 'asc' }));
  t.equal('input items over pages', listed.map((i) => [i.type, i.role, i.content]), ['a', 'b', 'c'].map((c) => ['message', 'user', c]));
  await responses.delete(first.id);
  await t.fails('retrieve deleted', () => responses.retrieve(first.id), openai.NotFoundError, { status: 404 });
  await t.fails('after deleted', () => responses.create(ask('x', { previous_response_id: first.id })), openai.BadRequestError,
    { param: 'previous_response_id', code: 'previous_response_not_found' });
  const not = await responses.create(ask('x', { store: false }));
  await t.fails('retrieve not stored', () => responses.retrieve(not.id), openai.NotFoundError);
  const streamed = await t.all(await responses.create(ask('three', { stream: true })));
  t.equal('retrieve streamed', (await responses.retrieve(streamed.at(-1).response.id)).output_text, 'three');

  const later = await responses.create(ask('later', { background: true }));
  t.equal('background', later.status, 'queued');
  t.equal('background, retrieved', (await responses.retrieve(later.id)).output_text, 'later');
  const given_up = await responses.create(ask('later', { background: true }));
  t.equal('cancel', (await responses.cancel(given_up.id)).status, 'cancelled');
  await t.fails('cancel one that is not in the background', () => responses.cancel(next.id), openai.BadRequestError);
  t.ok('count', (await responses.inputTokens.count({ model: 'echo', input: 'one two' })).input_tokens > 1);
  const compact = await responses.compact({ model: 'echo', input: [{ role: 'user', content: 'a' },
    { role: 'assistant', content: 'b' }] });
  t.equal('compact', [compact.object, compact.output.map((i) => i.type)], ['response.compaction', ['message', 'compaction']]);
}

export default async function responses(t, { url }) {
  const openai = t.packages.openai;
  const client = new openai.OpenAI({ baseURL: url, apiKey: 'sk-any', maxRetries: 0 });
  await whole_and_streamed(t, client.responses);
  await tools(t, client.responses);
  await structured(t, client.responses);
  await stored(t, client.responses, openai);
}
