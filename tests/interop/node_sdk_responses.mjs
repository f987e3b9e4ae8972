// Compares `inspect stream responses` with what OpenAI's SDK for Node.js accumulates: random streams
// of the Responses API in OpenAI's form, with consecutive or interleaved items, half of them
// truncated.
//
//   node node_sdk_responses.mjs INSPECT [STREAMS [SEED]]   after `npm install openai`
//
// Prints each difference, and fails if there is one. Streams with intended differences are not
// generated:
// - the SDK drops previews of images, which `inspect` shows until the result arrives;
// - the SDK assumes exit code 0 for a command before its outcome is sent;
// - the SDK appends deltas that follow the finished text.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';

const require = createRequire(`${process.cwd()}/`);
const { accumulateResponse } = require('openai/lib/responses/ResponseAccumulator');
const [inspect, streams = '1000', seed = '1'] = process.argv.slice(2);
if (!inspect) throw new Error('usage: node node_sdk_responses.mjs INSPECT [STREAMS [SEED]]');

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

const WORDS = ['a', 'Hello ', '\n', '"', '\\', '\u00e9', '\u2028', '\u{1F600}', '{"x":', '1}', ''];
const text = () => Array.from({ length: 1 + below(5) }, () => pick(WORDS)).join('') || 'text';
const pieces = (whole) => {
  const left = [...whole];
  const out = [];
  while (left.length) out.push(left.splice(0, 1 + below(4)).join(''));
  return out;
};
const withUnknown = (from) =>
  (oneIn(3) ? { ...from, vendor: pick([1, 'x', { a: [1] }, null]) } : from);

let ids = 0;
const id = (prefix) => `${prefix}_${++ids}`;

// Each creates an item and its events. `add` appends an event; `place` identifies the item.
class Item {
  constructor(index, type, members) {
    this.index = index;
    this.events = [];
    this.item = withUnknown({ id: id(type), type, ...members, status: 'in_progress' });
    this.place = { item_id: this.item.id, output_index: index };
    this.add('output_item.added', { output_index: index, item: this.item });
  }
  add(type, members) {
    this.events.push(structuredClone({ type: `response.${type}`, ...members }));
  }
  done() {
    if (oneIn(5)) return this;
    this.item.status = 'completed';
    this.add('output_item.done', { output_index: this.index, item: this.item });
    return this;
  }
  status(event, status) {
    this.add(`${this.item.type}.${event}`, this.place);
    this.item.status = status;
  }
  // Adds a text of `to`, followed by its done event in most cases.
  text(event, to, member, place, delta = (piece) => piece) {
    for (const piece of pieces(text())) {
      this.add(`${event}.delta`, { ...place, delta: delta(piece) });
      to[member] += piece;
    }
    if (!oneIn(5)) this.add(`${event}.done`, { ...place, [member]: to[member] });
  }
}

const partsOf = (it, list, kinds, place) => {
  for (let n = below(3); n > 0; --n) {
    const [event, part, member] = pick(kinds);
    const made = withUnknown(structuredClone(part));
    const at = { ...it.place, [place]: it.item[list].length };
    const announced = place === 'summary_index' ? 'reasoning_summary_part' : 'content_part';
    it.add(`${announced}.added`, { ...at, part: made });
    it.text(event, made, member, at);
    for (let k = below(3); made.annotations && k > 0; --k) {
      const annotation = withUnknown({ type: 'url_citation', url: text(), title: 't' });
      it.add('output_text.annotation.added',
        { ...at, annotation_index: made.annotations.length, annotation });
      made.annotations.push(annotation);
    }
    if (!oneIn(5)) it.add(`${announced}.done`, { ...at, part: made });
    it.item[list].push(made);
  }
};

const KINDS = [
  (index) => {
    const it = new Item(index, 'message', { role: 'assistant', content: [] });
    partsOf(it, 'content', [
      ['output_text', { type: 'output_text', text: '', annotations: [], logprobs: [] }, 'text'],
      ['refusal', { type: 'refusal', refusal: '' }, 'refusal']], 'content_index');
    return it.done();
  },
  (index) => {
    const it = new Item(index, 'reasoning', { summary: [], content: [], encrypted_content: 'z' });
    partsOf(it, 'summary', [['reasoning_summary_text', { type: 'summary_text', text: '' }, 'text']],
      'summary_index');
    partsOf(it, 'content', [['reasoning_text', { type: 'reasoning_text', text: '' }, 'text']],
      'content_index');
    return it.done();
  },
  (index) => {
    const it = new Item(index, 'function_call', { call_id: id('call'), name: 'f', arguments: '' });
    it.text('function_call_arguments', it.item, 'arguments', it.place);
    return it.done();
  },
  (index) => {
    const it = new Item(index, 'custom_tool_call', { call_id: id('call'), name: 'f', input: '' });
    it.text('custom_tool_call_input', it.item, 'input', it.place);
    return it.done();
  },
  (index) => {
    const it = new Item(index, 'mcp_call', { name: 'f', server_label: 's', arguments: '' });
    it.status('in_progress', 'in_progress');
    it.text('mcp_call_arguments', it.item, 'arguments', it.place);
    const end = pick(['completed', 'failed']);
    it.status(end, end);
    return it;
  },
  (index) => {
    const it = new Item(index, 'code_interpreter_call',
      { code: '', container_id: 'c', outputs: [] });
    it.text('code_interpreter_call_code', it.item, 'code', it.place);
    it.status('interpreting', 'interpreting');
    it.status('completed', 'completed');
    it.item.outputs.push({ type: 'logs', logs: text() });
    it.add('output_item.done', { output_index: index, item: it.item });
    return it;
  },
  (index) => {
    const it = new Item(index, pick(['web_search_call', 'file_search_call']), { queries: ['q'] });
    for (const status of ['in_progress', 'searching', 'completed']) it.status(status, status);
    return it.done();
  },
  (index) => {
    const it = new Item(index, 'image_generation_call', { result: null });
    it.status('generating', 'generating');
    it.add('image_generation_call.partial_image',
      { ...it.place, partial_image_index: 0, partial_image_b64: 'AAAA' });
    it.status('completed', 'completed');
    it.item.result = 'BBBB';
    it.add('output_item.done', { output_index: index, item: it.item });
    return it;
  },
  (index) => {
    const it = new Item(index, 'shell_call', { call_id: id('call'),
      action: { commands: [], timeout_ms: null, max_output_length: null }, environment: null });
    for (let n = 0; n < below(4); ++n) {
      const command = { command: '' };
      const at = { output_index: index, command_index: n };
      it.add('shell_call_command.added', { ...at, command: '' });
      it.text('shell_call_command', command, 'command', at);
      it.item.action.commands.push(command.command);
    }
    return it.done();
  },
  (index) => {
    const it = new Item(index, 'shell_call_output', { call_id: id('call'), output: [] });
    for (let n = 0; n < below(4); ++n) {
      const wrote = withUnknown({ stdout: '', stderr: '', outcome: { type: 'exit', exit_code: 1 } });
      const at = { ...it.place, command_index: n };
      for (const name of ['stdout', 'stderr']) {
        for (const piece of pieces(text())) {
          it.add('shell_call_output_content.delta', { ...at, delta: { [name]: piece } });
          wrote[name] += piece;
        }
      }
      it.add('shell_call_output_content.done', { ...at, output: [wrote] });
      it.item.output.push(wrote);
    }
    return it.done();
  },
  (index) => new Item(index, 'apply_patch_call', { call_id: id('call'),
    operation: { type: 'update_file', path: 'p', diff: text() } }).done(),
];

const makeEvents = () => {
  ids = 0;
  const response = withUnknown({ id: id('resp'), object: 'response', created_at: 1,
    status: 'in_progress', model: 'm', output: [], error: null, incomplete_details: null,
    instructions: null, metadata: {}, parallel_tool_calls: true, tools: [], tool_choice: 'auto',
    temperature: 1, top_p: 1, usage: null });
  const events = [{ type: 'response.created', response: structuredClone(response) }];
  const items = Array.from({ length: below(5) }, (_, index) => pick(KINDS)(index));
  const queues = items.map((it) => [...it.events]);
  const interleaved = oneIn(2);
  for (let begun = 0; queues.some((queue) => queue.length);) {
    const live = queues.map((queue, k) => k).filter((k) => queues[k].length && k <= begun);
    const k = interleaved ? pick(live) : live[0];
    begun = Math.max(begun, k + 1);
    events.push(queues[k].shift());
  }
  if (oneIn(2)) {
    events.length = 1 + below(events.length);
  } else {
    const status = pick(['completed', 'incomplete']);
    events.push({ type: `response.${status}`, response: { ...response, status,
      output: items.map((it) => it.item),
      usage: { input_tokens: 1, output_tokens: 2, total_tokens: 3 } } });
  }
  return events.map((event, n) => ({ ...event, sequence_number: n }));
};

const bySdk = (events) => {
  let snapshot;
  for (const event of events) snapshot = accumulateResponse(event, snapshot);
  delete snapshot.output_text;
  return JSON.parse(JSON.stringify(snapshot));
};
const byInspect = (events) => {
  const bytes = events.map((event) =>
    `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
  const cut = oneIn(3) ? ['--cut', String(1 + below(99))] : [];
  const run = spawnSync(inspect, ['stream', 'responses', ...cut, '-'],
    { input: bytes, maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  return JSON.parse(run.stdout.toString().trimEnd().split('\n').pop()).response;
};
const comparable = (response) => {
  for (const item of response.output ?? []) {
    delete item.partial_image_b64;
    for (const wrote of item.type === 'shell_call_output' ? item.output : []) {
      if (wrote.outcome?.exit_code === 0) delete wrote.outcome;
    }
  }
  return response;
};

let different = 0;
for (let i = 0; i < Number(streams) && different < 10; ++i) {
  state = (Number(seed) * 1000003 + i) | 0;
  const events = makeEvents();
  const theirs = comparable(bySdk(events));
  const ours = comparable(byInspect(events));
  if (isDeepStrictEqual(theirs, ours)) continue;
  ++different;
  console.log(`stream ${i} of seed ${seed}\n${events.map((e) => JSON.stringify(e)).join('\n')}\n` +
    `SDK:     ${JSON.stringify(theirs)}\ninspect: ${JSON.stringify(ours)}\n`);
}
console.log(different ? `${different} differ` : `${streams} streams, no difference`);
process.exit(different ? 1 : 0);
