// Compares `inspect stream chat` with the stream helper of OpenAI's SDK for Node.js: random chat
// streams in OpenAI's form are decoded by both, which must give the same completion, including the
// order of tool calls.
//
//   node node_sdk.mjs INSPECT [STREAMS [SEED]]     in a folder with `npm install openai`
//
// Prints each difference, and fails if there is one. Streams with intended differences are not
// generated. The SDK
// - keeps only the last piece of a name and of unknown texts such as reasoning_content;
// - merges all calls with the same index, and joins arguments that are sent cumulatively or twice;
// - rejects calls of custom tools, and choices without a role or a finish_reason;
// - takes the last id, model and usage, where this library keeps the first non-empty ones, and keeps
//   usage if null follows;
// - leaves a hole for an index that is not sent;
// - delivers halves of surrogate pairs in the tokens of log probabilities, where this library has
//   U+FFFD; the text of a message is complete in both.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';

const OpenAI = createRequire(`${process.cwd()}/`)('openai');
const [inspect, streams = '1000', seed = '1'] = process.argv.slice(2);
if (!inspect) throw new Error('usage: node node_sdk.mjs INSPECT [STREAMS [SEED]]');

let state = 0; // mulberry32
const bits = () => {
  state = (state + 0x6d2b79f5) | 0;
  let z = Math.imul(state ^ (state >>> 15), state | 1);
  z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
  return (z ^ (z >>> 14)) >>> 0;
};
const below = (n) => bits() % n;
const oneIn = (n) => below(n) === 0;
const pick = (list) => list[below(list.length)];
const shuffled = (list) => {
  const out = [...list];
  for (let i = out.length; i > 1; --i) {
    const k = below(i);
    [out[i - 1], out[k]] = [out[k], out[i - 1]];
  }
  return out;
};

const WORDS = ['a', 'Hello', ' ', '\n', '"', '\\', '\u00e9', '\u2028', '\u{1F600}', '{', '}', '[DONE]',
  'data: ', '\t', '1', '11', '\u0000', '<b>', '\ufeff'];
const text = (most) => Array.from({ length: below(most + 1) }, () => pick(WORDS)).join('');
const value = (depth) => {
  switch (below(depth > 0 ? 7 : 5)) {
    case 0: return text(6);
    case 1: return below(1000) - 500;
    case 2: return pick([true, false, null]);
    case 3: return below(1000) / 8;
    case 4: return '';
    case 5: return Array.from({ length: below(4) }, () => value(depth - 1));
    default: return object(depth - 1);
  }
};
const object = (depth) =>
  Object.fromEntries(Array.from({ length: below(4) }, () => [text(2), value(depth)]));
// Splits anywhere, also within surrogate pairs.
const pieces = (whole) => {
  const out = [];
  for (let at = 0; at < whole.length; ) {
    const size = oneIn(4) ? whole.length : 1 + below(8);
    out.push(whole.slice(at, at + size));
    at += size;
  }
  return out;
};

const logprob = (piece) => ({
  token: Buffer.from(piece).toString(),
  logprob: -below(1000) / 64,
  bytes: oneIn(4) ? null : [...Buffer.from(piece)],
  top_logprobs: oneIn(2) ? [] : [{ token: text(1), logprob: -1.5, bytes: null }],
});

// The deltas of tool calls: each is a list of entries.
const callLists = () => {
  const style = { repeatName: oneIn(6), repeatId: oneIn(6), nullId: oneIn(6) };
  const calls = shuffled(Array.from({ length: 1 + below(4) }, (_, index) => {
    const id = oneIn(8) ? `call_${below(3)}_${index}` : `call_${bits().toString(36)}${index}`;
    const name = pick(['f', 'get_weather', 'search']);
    const head = { index, id, type: 'function', function: { name, arguments: '' } };
    if (oneIn(8)) head.x_call = below(9);
    const rest = pieces(oneIn(8) ? '' : JSON.stringify(object(3), null, pick([0, 0, 0, 1])));
    if (oneIn(3) && rest.length) head.function.arguments = rest.shift();
    return [head, ...rest.map((piece) => {
      const entry = { index, function: { arguments: piece } };
      if (style.repeatName) entry.function.name = name;
      if (style.repeatId) entry.id = id;
      else if (style.nullId) entry.id = null;
      if (oneIn(16)) entry.x_call = below(9);
      return entry;
    })];
  }));
  const lists = [];
  const interleaved = oneIn(2);
  while (calls.length) {
    const at = interleaved ? below(calls.length) : 0;
    const entry = calls[at].shift();
    if (!calls[at].length) calls.splice(at, 1);
    const last = lists[lists.length - 1];
    // two entries of one call in a list would be ambiguous: a piece without a name next to its call
    if (last && oneIn(4) && !(style.repeatName && last.some((e) => e.index === entry.index))) {
      last.push(entry);
    } else {
      lists.push([entry]);
    }
  }
  return lists;
};

// The entries of `choices`, without index, for the chunks of one choice.
const choiceParts = () => {
  const parts = [];
  const add = (delta, logprobs = null) => {
    if (delta.content === undefined && oneIn(8)) delta.content = null;
    if (oneIn(16)) delta.x_delta = below(9);
    const part = { delta, logprobs, finish_reason: null };
    if (oneIn(16)) part.content_filter_results = { n: below(9) };
    parts.push(part);
  };
  const role = { role: 'assistant', content: pick(['', null]), refusal: null };
  add(role);
  const kind = below(6);
  let finish = 'stop';
  const withLogprobs = oneIn(3);
  if (kind <= 1 || kind === 4) {
    for (const piece of pieces(text(12))) {
      add({ content: piece }, withLogprobs ? { content: [logprob(piece)], refusal: null } : null);
    }
  }
  if (kind === 2) {
    for (const piece of pieces(text(12))) {
      add({ refusal: piece }, withLogprobs ? { content: null, refusal: [logprob(piece)] } : null);
    }
  }
  if (kind === 3 || kind === 4) {
    for (const tool_calls of callLists()) add({ tool_calls });
    finish = 'tool_calls';
  }
  if (kind === 5) {
    if (oneIn(2)) {
      const [first = '', ...rest] = pieces(JSON.stringify(object(2)));
      parts.length = 0;
      parts.push({ delta: { role: 'assistant', content: null,
        function_call: { name: 'f', arguments: first } }, finish_reason: null });
      for (const piece of rest) {
        parts.push({ delta: { function_call: { arguments: piece } }, finish_reason: null });
      }
      finish = 'function_call';
    } else {
      add({ audio: { id: 'audio_1' } });
      for (const piece of pieces(text(8))) add({ audio: { transcript: piece } });
      for (const piece of pieces('UklGRiQAAABXQVZF')) add({ audio: { data: piece } });
      add({ audio: { expires_at: 1700000000 } });
    }
  }
  parts.push({ delta: {}, logprobs: null, finish_reason: oneIn(8) ? 'length' : finish });
  return parts;
};

const makeChunks = () => {
  const base = { id: `chatcmpl-${bits()}`, object: 'chat.completion.chunk', created: 1 + below(2e9),
    model: 'gpt-x' };
  if (oneIn(2)) base.service_tier = 'default';
  if (oneIn(2)) base.system_fingerprint = pick(['fp_1', null]);
  const usage = oneIn(2);
  if (usage) base.usage = null;
  const padded = oneIn(3);
  const choices = Array.from({ length: oneIn(2) ? 1 : 1 + below(3) }, choiceParts);
  const order = shuffled(choices.keys());
  const chunks = [];
  const together = oneIn(3);
  const add = (list) => {
    const chunk = { ...base, choices: list };
    if (padded) chunk.obfuscation = 'x'.repeat(below(9));
    if (oneIn(16)) chunk.x_chunk = below(9);
    chunks.push(chunk);
  };
  while (order.length) {
    const at = below(order.length);
    const index = order[at];
    const part = { index, ...choices[index].shift() };
    if (!choices[index].length) order.splice(at, 1);
    const last = chunks[chunks.length - 1];
    if (together && last && oneIn(2) && !last.choices.some((c) => c.index === index)) {
      last.choices.push(part);
    } else {
      add([part]);
    }
  }
  if (usage) {
    add([]);
    const prompt = below(100), completion = 1 + below(100);
    chunks[chunks.length - 1].usage = { prompt_tokens: prompt, completion_tokens: completion,
      total_tokens: prompt + completion, prompt_tokens_details: { cached_tokens: below(9) } };
  }
  return chunks;
};

const bytesOf = (chunks) => {
  const end = pick(['\n', '\n', '\r\n']);
  const events = chunks.map((chunk) => `data: ${JSON.stringify(chunk)}${end}${end}`);
  return Buffer.from(`${events.join('')}data: [DONE]${end}${end}`);
};

const bySdk = async (bytes) => {
  const size = pick([1 + below(64), 1400, bytes.length]);
  const body = new ReadableStream({
    start(to) {
      for (let at = 0; at < bytes.length; at += size) to.enqueue(bytes.subarray(at, at + size));
      to.close();
    },
  });
  const headers = { 'content-type': 'text/event-stream' };
  const client = new OpenAI.OpenAI({ apiKey: 'none', baseURL: 'http://localhost/v1', maxRetries: 0,
    fetch: async () => new Response(body, { headers }) });
  const stream = client.chat.completions.stream({ model: 'gpt-x', messages: [] });
  return JSON.parse(JSON.stringify(await stream.finalChatCompletion()));
};
const byInspect = (bytes) => {
  const cut = oneIn(3) ? ['--cut', String(1 + below(99))] : [];
  const run = spawnSync(inspect, ['stream', 'chat', ...cut, '-'],
    { input: bytes, maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  const last = JSON.parse(run.stdout.toString().trimEnd().split('\n').pop());
  return last.end === 'complete' ? last.response : { end: last.end };
};

// Ignores the difference of null and absent, padding, and members that the SDK adds.
const plain = (from) => {
  if (Array.isArray(from)) return from.map(plain);
  if (from === null || typeof from !== 'object') return from;
  const kept = Object.entries(from).filter(([name, held]) => held !== null &&
    !['obfuscation', 'parsed', 'parsed_arguments'].includes(name));
  return Object.fromEntries(kept.map(([name, held]) => [name, plain(held)]));
};
// An empty message text counts as absent, since the SDK drops it.
const withoutEmptyTexts = (completion) => {
  for (const { message } of completion.choices ?? []) {
    for (const name of ['content', 'refusal']) if (message?.[name] === '') delete message[name];
  }
  return completion;
};

let different = 0;
for (let i = 0; i < Number(streams) && different < 10; ++i) {
  state = (Number(seed) * 1000003 + i) | 0;
  const chunks = makeChunks();
  const bytes = bytesOf(chunks);
  let theirs;
  try {
    theirs = withoutEmptyTexts(plain(await bySdk(bytes)));
  } catch (error) {
    theirs = { error: String(error) };
  }
  const ours = withoutEmptyTexts(plain(byInspect(bytes)));
  if (isDeepStrictEqual(theirs, ours)) continue;
  ++different;
  console.log(`stream ${i} of seed ${seed}\n${bytes}\nSDK:     ${JSON.stringify(theirs)}\n` +
    `inspect: ${JSON.stringify(ours)}\n`);
}
console.log(different ? `${different} differ` : `${streams} streams, no difference`);
process.exit(different ? 1 : 0);
