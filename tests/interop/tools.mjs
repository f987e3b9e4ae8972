// Runs tool loops against a mock server of others (npm @copilotkit/aimock) that calls tools in
// parallel, out of order, with broken arguments and unknown names; and the examples, as far as they
// are built.
//
//   node tools.mjs TOOLS [EXAMPLES [LOOPS [SEED]]]
//       in a folder with `npm install @copilotkit/aimock`
//
// Each loop is a random script: some rounds of calls, then an answer. It runs over chat completions
// and responses, plain and streamed. Checked are the events of the loop, its end, and what the mock
// was sent: every call answered once, in order, by its id, after the message that made it. Prints
// each difference, and fails if there is one. A second server, of this file, sends streams that the
// mock cannot: pieces of parallel calls that alternate, and begin with the last call.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.cwd()}/`);
let LLMock;
try {
  ({ LLMock } = await import(pathToFileURL(require.resolve('@copilotkit/aimock'))));
} catch (e) {
  console.error(e.message.split('\n')[0]);
  process.exit(77); // skipped
}
const [program, examples = '', loops = '100', seed = '1'] = process.argv.slice(2);
if (!program) throw new Error('usage: node tools.mjs TOOLS [EXAMPLES [LOOPS [SEED]]]');

let state = Number(seed); // mulberry32
const bits = () => {
  state = (state + 0x6d2b79f5) | 0;
  let v = Math.imul(state ^ (state >>> 15), state | 1);
  v ^= v + Math.imul(v ^ (v >>> 7), v | 61);
  return (v ^ (v >>> 14)) >>> 0;
};
const below = (n) => bits() % n;
const oneIn = (n) => below(n) === 0;
const pick = (list) => list[below(list.length)];

let failures = 0;
const differ = (what, ...of) => {
  if (++failures <= 20) console.error(what, ...of.map((v) => JSON.stringify(v)));
};

// Runs a program with the server's address, and returns what it printed.
const run = (file, args, input, url) => new Promise((resolve, reject) => {
  const child = spawn(file, args, { env: { ...process.env, OPENAI_BASE_URL: `${url}/v1`,
    OPENAI_API_KEY: 'test', OPENAI_MODEL: '' }, timeout: 120000 });
  let out = '';
  let err = '';
  child.stdout.on('data', (d) => { out += d; });
  child.stderr.on('data', (d) => { err += d; });
  child.on('error', reject);
  child.on('close', (status) => resolve({ out, err, status }));
  child.stdin.end(input);
});

// ---- scripts

// A call as the model writes it, and what becomes of it: its output, or the error that is told.
const CALLS = [
  () => {
    const city = pick(['Bern', 'Zürich', 'São Paulo', '東京', 'a "quoted" one', 'C:\\Temp']);
    const days = 1 + below(14);
    return ['weather', JSON.stringify({ city, days }), `${city} for ${days}`];
  },
  () => {
    const a = below(100);
    const b = below(100);
    return ['add', `{"a": ${a}, "b": ${b}}`, String(a + b)];
  },
  () => ['now', pick(['{}', '', ' {} ']), 'noon'],
  // repaired
  () => ['weather', '{"city":"Bern","days":2,}', 'Bern for 2', 'repaired'],
  () => ['weather', '```json\n{"city":"Bern","days":2}\n```', 'Bern for 2', 'repaired'],
  () => ['weather', "{'city':'Bern','days':2}", 'Bern for 2', 'repaired'],
  () => ['weather', '{"city":"a\nb","days":2}', 'a\nb for 2', 'repaired'],
  () => ['weather', '{"city":"Bern","days":"2"}', 'Bern for 2', 'repaired'],
  () => ['add', "{a: 1, b: 2} // three", '3', 'repaired'],
  // told to the model
  () => ['add', '{"a":1,"b":2', null, 'unexpected_end'], // 2 may be 25
  () => ['weather', '{"city":"Bern"}', null, 'type_mismatch'],
  () => ['weather', '{"city":"Bern","days":15}', null, 'number_out_of_range'],
  () => ['weather', 'I would like the weather', null],
  () => ['weather', '[1,2]', null],
  () => ['weather', '{"city":"Bern","days":"soon"}', null],
  () => ['weather', '{"city":null,"days":2}', null],
  () => ['fail', '{}', null, 'tool_failed'],
  () => ['erase', '{}', null, 'tool_denied'],
  () => ['wheather', '{"city":"Bern"}', null, 'unknown_tool'],
  () => ['', '{}', null, 'unknown_tool'],
];
const script = (name) => {
  const rounds = Array.from({ length: below(4) }, (_, round) => ({
    text: oneIn(3) ? 'Let me see.' : '',
    calls: Array.from({ length: 1 + below(5) }, (_c, i) => {
      const [tool, args, output, note] = pick(CALLS)();
      // ids in no order
      return { id: `call_${round}_${below(1000)}_${9 - i}`, name: tool, arguments: args, output, note };
    }),
  }));
  return { name, rounds, answer: `The answer to ${name}.` };
};
const respond = (of, round) => {
  if (round >= of.rounds.length) return { content: of.answer };
  const { text, calls } = of.rounds[round];
  const toolCalls = calls.map(({ id, name, arguments: args }) => ({ id, name, arguments: args }));
  if (!text) return { toolCalls };
  return { content: text, toolCalls };
};

// ---- the mock

const scripts = new Map();
const nameOf = (messages) => {
  const first = messages.find((m) => m.role === 'user');
  return typeof first?.content === 'string' ? first.content : first?.content?.[0]?.text;
};
const roundOf = (messages) => {
  let rounds = 0; // of calls, each ends in tool messages
  for (let i = 0; i < messages.length; ++i) {
    if (messages[i].role === 'tool' && messages[i - 1]?.role !== 'tool') ++rounds;
  }
  return rounds;
};

// What the server was sent for the round after `round`, as {id, output} pairs in order; checks that
// calls come before their answers.
const answersIn = (body, form) => {
  const answers = [];
  const open = new Set();
  for (const m of form === 'chat' ? body.messages : body.input) {
    for (const call of m.tool_calls ?? []) open.add(call.id);
    if (m.type === 'function_call') open.add(m.call_id);
    const id = m.role === 'tool' ? m.tool_call_id : m.type === 'function_call_output' ? m.call_id : null;
    if (id === null) continue;
    if (!open.delete(id)) differ('an answer without its call', id);
    answers.push({ id, output: m.content ?? m.output });
  }
  if (open.size) differ('a call without its answer', [...open]);
  return answers;
};

const check = (of, form, mode, lines, bodies) => {
  const where = `${form} ${mode} ${of.name}`;
  const outcome = lines.pop();
  const calls = of.rounds.flatMap((r) => r.calls);
  if (outcome?.outcome !== 'ok' || outcome.answer !== of.answer) differ('end', where, outcome, of);
  if (outcome?.rounds !== of.rounds.length + 1) differ('rounds', where, outcome?.rounds);
  if (outcome?.calls !== calls.length) differ('calls', where, outcome?.calls, calls.length);
  const of_ = (kind) => lines.filter((l) => l.event === kind);
  of_('call').forEach((e, i) => {
    if (e.id !== calls[i].id || e.name !== calls[i].name) differ('call', where, e, calls[i]);
  });
  for (const call of calls) {
    const ended = lines.filter((l) => ['finished', 'failed'].includes(l.event) && l.id === call.id);
    if (ended.length !== 1) differ('not one end of a call', where, call, ended);
    const [end] = ended;
    const good = call.output !== null;
    if (end?.event !== (good ? 'finished' : 'failed')) differ('end of a call', where, call, end);
    if (good && end?.text !== call.output) differ('output', where, call, end);
    if (!good && call.note && end?.error !== call.note) differ('error', where, call, end);
    const repaired = lines.some((l) => l.event === 'repaired' && l.id === call.id);
    if (repaired !== (call.note === 'repaired')) differ('repaired', where, call, repaired);
  }
  if (bodies.length !== of.rounds.length + 1) return differ('requests', where, bodies.length);
  bodies.forEach((body, n) => {
    const due = of.rounds.slice(0, n).flatMap((r) => r.calls);
    const sent = answersIn(body, form);
    if (sent.length !== due.length) differ('answers sent', where, sent, due);
    sent.forEach(({ id, output }, i) => {
      const end = lines.find((l) => ['finished', 'failed'].includes(l.event) && l.id === due[i].id);
      if (id !== due[i].id) differ('order of answers', where, sent, due);
      if (output !== end?.text) differ('answer', where, output, end);
    });
    if (body.tools?.length !== 5) differ('tools', where, body.tools);
  });
};

const FORMS = ['chat', 'responses'].flatMap((f) => [[f, 'plain'], [f, 'streamed']]);
const parse = (out) => out.split('\n').slice(0, -1).map((line) => JSON.parse(line));

// All loops of one form by one process. `url`: the server; `taken()`: the requests so far.
const runLoops = async (form, mode, names, url, taken) => {
  const made = await run(program, [], names.map((n) => `${form} ${mode} ${n}\n`).join(''), url);
  if (made.status !== 0) differ('status', form, mode, made.status, made.err);
  const lines = parse(made.out);
  const bodies = taken();
  for (const name of names) {
    const end = lines.findIndex((l) => 'outcome' in l);
    check(scripts.get(name), form, mode, lines.splice(0, end + 1), bodies.get(name) ?? []);
  }
};

// A server that keeps the bodies as they were sent, and passes them on to the mock, or answers
// itself.
const taken = new Map();
const serve = (answer) => new Promise((resolve) => {
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', (d) => parts.push(d));
    request.on('end', async () => {
      const text = Buffer.concat(parts).toString();
      const body = JSON.parse(text);
      const input = typeof body.input === 'string' ? [{ role: 'user', content: body.input }] : body.input;
      const name = nameOf(body.messages ?? input);
      if (!taken.has(name)) taken.set(name, []);
      taken.get(name).push(typeof body.input === 'string' ? { ...body, input } : body);
      await answer(request.url, body, text, response);
    });
  });
  server.listen(0, '127.0.0.1', () => resolve(server));
});
const addressOf = (server) => `http://127.0.0.1:${server.address().port}`;

const mock = new LLMock({ port: 0, chunkSize: 3, journalMaxEntries: 10 });
mock.on({ predicate: (r) => scripts.has(nameOf(r.messages)) },
  (r) => respond(scripts.get(nameOf(r.messages)), roundOf(r.messages)));
await mock.start();

const toMock = await serve(async (path, body, text, response) => {
  const from = await fetch(mock.url + path, {
    method: 'POST', body: text, headers: { 'content-type': 'application/json' },
  });
  response.writeHead(from.status, { 'content-type': from.headers.get('content-type') });
  for await (const piece of from.body) response.write(piece);
  response.end();
});

// Streams of chat completions: the pieces of all calls alternate, and the last call begins.
const alternating = await serve(async (path, body, text, response) => {
  const of = scripts.get(nameOf(body.messages));
  const { content = '', toolCalls = [] } = respond(of, roundOf(body.messages));
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (delta, finish_reason = null) => response.write(`data: ${JSON.stringify({
    id: 'c', object: 'chat.completion.chunk', created: 1, model: 'mock',
    choices: [{ index: 0, delta, finish_reason }],
  })}\n\n`);
  send({ role: 'assistant', content });
  const order = toolCalls.map((_, i) => i).reverse();
  for (const i of order) {
    const { id, name } = toolCalls[i];
    send({ tool_calls: [{ index: i, id, type: 'function', function: { name, arguments: '' } }] });
  }
  const left = toolCalls.map((c) => [...c.arguments]);
  while (left.some((l) => l.length)) {
    for (const i of order) {
      const piece = left[i].splice(0, 1 + below(3)).join('');
      if (piece) send({ tool_calls: [{ index: i, function: { arguments: piece } }] });
    }
  }
  send({}, toolCalls.length ? 'tool_calls' : 'stop');
  response.end('data: [DONE]\n\n');
});

const names = Array.from({ length: Number(loops) }, (_, i) => `loop ${i}`);
for (const name of names) scripts.set(name, script(name));
for (const [form, mode] of FORMS) {
  taken.clear();
  await runLoops(form, mode, names, addressOf(toMock), () => taken);
}
taken.clear();
await runLoops('chat', 'streamed', names, addressOf(alternating), () => taken);

// A model that never ends: the bound ends the loop.
scripts.set('endless', {
  name: 'endless', answer: '',
  rounds: Array.from({ length: 20 }, (_, i) => ({
    text: '', calls: [{ id: `c${i}`, name: 'now', arguments: '{}', output: 'noon' }],
  })),
});
for (const [form, mode] of FORMS) {
  const { out } = await run(program, [], `${form} ${mode} endless\n`, addressOf(toMock));
  const end = parse(out).pop();
  if (end?.outcome !== 'tool_limit' || end.bound !== 'rounds' || end.rounds !== 8) differ('bound', form, mode, end);
}

// Calls of one response that share an id are all answered, by ids of their own.
const same = () => ({ id: 'same', name: 'now', arguments: '{}', output: 'noon' });
scripts.set('twins', { name: 'twins', answer: 'Two.', rounds: [{ text: '', calls: [same(), same()] }] });
for (const [form, mode] of FORMS) {
  taken.clear();
  const { out } = await run(program, [], `${form} ${mode} twins\n`, addressOf(toMock));
  const end = parse(out).pop();
  const ids = new Set(answersIn(taken.get('twins').at(-1), form).map((a) => a.id));
  if (end?.outcome !== 'ok' || ids.size !== 2) differ('twins', form, mode, end, [...ids]);
}

// A round that fails once is sent again.
scripts.set('busy', { name: 'busy', answer: 'At last.', rounds: [] });
for (const [form, mode] of FORMS) {
  mock.nextRequestError(429, { message: 'busy', code: 'rate_limit_exceeded' });
  const { out } = await run(program, [], `${form} ${mode} busy\n`, addressOf(toMock));
  const end = parse(out).pop();
  if (end?.outcome !== 'ok' || end.answer !== 'At last.') differ('busy', form, mode, end);
}

let called = 0;
for (const name of names) for (const r of scripts.get(name).rounds) called += r.calls.length;
console.log(`${names.length} loops in 5 forms, ${called} calls each: ${failures} differences`);

// ---- the examples, as far as they are there

// Runs an example with what the mock says; `seen` gets the bodies that the mock was sent.
const example = async (name, args, respondTo, expected, { input = '', status = 0, seen = () => {} } = {}) => {
  const file = `${examples}/${name}`;
  if (!examples || !existsSync(file)) return;
  mock.reset();
  const bodies = [];
  mock.on({ predicate: () => true }, (request) => {
    bodies.push(request);
    return respondTo(roundOf(request.messages));
  });
  const made = await run(file, args, input, mock.url);
  const all = made.out + made.err;
  const missing = expected.filter((e) => !all.includes(e));
  if (made.status !== status || missing.length) differ(`example ${name}`, args, made.status, missing, all);
  else console.log(`example ${name} ${args.join(' ')}: as expected`);
  if (bodies.length) seen(bodies);
  else differ(`example ${name} sent nothing`, args, all);
};
const says = (content, more = {}) => () => ({ content, ...more });
await example('chat', ['Why?'], says('Because the sky is wide.'), ['Because the sky is wide.']);
await example('chat', ['--no-stream', 'Why?'], says('Because.'), ['Because.']);
await example('chat', ['--json', 'Why?'], says('Because.'), ['"content":"Because."']);

const meeting = JSON.stringify({
  topic: 'Taxes',
  tasks: [{ what: 'repair "export"', who: 'Ben', priority: 'urgent', days: 2 },
    { what: 'water the plants', who: 'Änna', priority: 'low', days: null }],
  mood: 'tense',
});
const withoutNull = meeting.replace(',"days":null', '');
await example('extract', ['The notes'], says(meeting), ['Taxes', withoutNull], {
  seen: ([body]) => {
    const format = body.response_format;
    const schema = format?.json_schema?.schema;
    if (format?.type !== 'json_schema' || format.json_schema.strict !== true ||
        schema?.additionalProperties !== false) differ('the format of extract', format);
  },
});
await example('extract', ['The notes'], says(meeting.slice(0, 60), { finishReason: 'length' }),
  ['cut_by_length'], { status: 1 });
await example('extract', ['The notes'], says('I cannot.'), ['extract: '], { status: 1 });

const calls = (...list) => ({
  toolCalls: list.map(([name, args], i) => ({ id: `call_${9 - i}`, name, arguments: args })),
});
const tools = (round) => (round > 0 ? { content: 'It snows.' } : calls(
  ['weather', '{"city":"Oslo","unit":"celsius",}'], ['note', '{"text":"Take a coat"}'],
  ['clock', '{"hours":1}'], ['weather', '{"city":"Atlantis","unit":"celsius"}'], ['radar', '{}']));
const answered = (id, part) => (bodies) => {
  const message = bodies.at(-1).messages.find((m) => m.role === 'tool' && m.tool_call_id === id);
  if (!String(message?.content).includes(part)) differ('an answer of tools', message, part);
};
await example('tools', ['--yes', 'How', 'is', 'it?'], tools, ['It snows.', 'Note: Take a coat'],
  { seen: answered('call_9', 'snow') });
await example('tools', ['How is it?'], tools, ['It snows.', 'may the model call note'],
  { input: 'n\n', seen: answered('call_8', 'no') });
await example('tools', ['--yes', '--rounds', '2', 'On'], () => calls(['clock', '{"hours":0}']),
  ['limit'], { status: 1 });
await example('agent_poll', ['Go to the tower'],
  (round) => (round > 0 ? { content: 'I am there.' }
    : calls(['look', '{"direction":"north"}'], ['walk', '{"place":"the tower"}'])),
  ['I am there.'], { seen: answered('call_8', 'the tower') });
await example('agent_awaitable', ['Salt?', 'Whales?'],
  (round) => (round > 0 ? { content: 'There is none.' }
    : calls(['search', '{"words":"salt"}'], ['search', '{"words":"whales"}'])),
  ['Whales?\n  There is none.'], { seen: answered('call_8', 'nothing about whales') });

await mock.stop();
for (const server of [toMock, alternating]) server.close();
if (failures) {
  console.error(`${failures} differences`);
  process.exit(1);
}
