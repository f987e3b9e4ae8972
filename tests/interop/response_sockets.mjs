// Responses over a WebSocket and in the background: OpenAI's SDK as a client of examples/serve.
//
//   node response_sockets.mjs SERVE      in a folder with `npm install openai ws`
//
// Prints each difference and how much was checked, and fails if there is one.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

const require = createRequire(`${process.cwd()}/`);
const load = (name) => import(pathToFileURL(require.resolve(name)));
let OpenAI, ResponsesWS, ResponsesWebSocketSession;
try {
  ({ default: OpenAI } = await load('openai'));
  ({ ResponsesWS } = await load('openai/resources/responses/ws'));
  ({ ResponsesWebSocketSession } = await load('openai/lib/responses/responses-websocket-session'));
  await load('ws');
} catch (e) {
  console.error(e.message.split('\n')[0]);
  process.exit(77); // skipped
}

let checks = 0;
let failures = 0;
const short = (v) => (JSON.stringify(v) ?? String(v)).slice(0, 300);
const ok = (what, value, ...of) => {
  ++checks;
  if (!value) console.error(`${what}:`, ...of.map(short), `(${++failures})`);
};
const equal = (what, found, due) => ok(what, isDeepStrictEqual(found, due), found, 'is not', due);

const server = await new Promise((resolve, reject) => {
  const child = spawn(process.argv[2], ['--port', '0', '--http', 'beast', '--key', 'sk-one'],
    { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (d) => {
    out += d;
    if (out.includes('\n')) resolve({ child, url: out.split('\n')[0] });
  });
  child.on('error', reject);
  child.on('close', () => reject(new Error('serve ended')));
});
const client = new OpenAI({ baseURL: server.url, apiKey: 'sk-one', maxRetries: 0 });

// A socket that is open, with what came.
async function open(of = client, options = {}) {
  const socket = new ResponsesWS(of, options);
  const events = [];
  socket.on('event', (e) => events.push(e));
  socket.on('error', (e) => e.error || events.push({ type: 'socket error', message: e.message }));
  await new Promise((resolve) => {
    socket.socket.once('open', resolve);
    socket.socket.once('close', resolve);
  });
  // The events up to the nth one for which `last` is true, once they are there; they are removed.
  const until = async (last, n = 1) => {
    for (let waited = 0; waited < 5000; waited += 5) {
      const ends = events.flatMap((e, i) => (last(e) ? [i] : []));
      if (ends.length >= n) return events.splice(0, ends[n - 1] + 1);
      await new Promise((r) => setTimeout(r, 5));
    }
    ok('an event came in time', false, events.map((e) => e.type));
    return events.splice(0);
  };
  return { socket, events, until };
}
const ended = (e) => ['response.completed', 'response.incomplete', 'response.failed', 'error'].includes(e.type);
const create = (input, more = {}) => ({ type: 'response.create', model: 'echo', input, ...more });
const text = (events) => events.filter((e) => e.type === 'response.output_text.delta').map((e) => e.delta).join('');

// ---- turns

{
  const { socket, until } = await open();
  socket.send(create('one two three', { store: false }));
  const first = await until(ended);
  equal('first: types', first.map((e) => e.type).slice(0, 4),
    ['response.created', 'response.in_progress', 'response.output_item.added', 'response.content_part.added']);
  equal('first: numbers', first.map((e) => e.sequence_number), first.map((_, i) => i));
  equal('first: text', text(first), 'one two three');
  ok('first: no lane', first.every((e) => !('stream_id' in e)));
  const id = first.at(-1).response.id;
  socket.send(create('four', { store: false, previous_response_id: id }));
  const second = await until(ended);
  equal('second: text', text(second), 'four');
  ok('second: tokens of the first count or it is known', second.at(-1).type === 'response.completed');
  socket.send(create('five', { previous_response_id: 'resp_unknown' }));
  const third = await until(ended);
  equal('third: error', [third.at(-1).type, third.at(-1).status, third.at(-1).error.code],
    ['error', 400, 'previous_response_not_found']);
  socket.send(create('six'));
  socket.send(create('seven'));
  const both = await until(ended, 2);
  equal('in turn', text(both), 'sixseven');
  equal('in turn: order', both.findIndex(ended), both.filter((e) => e.response?.id === both.find(ended).response.id
    || !e.response).indexOf(both.find(ended)));
  equal('stored', (await client.responses.retrieve(both.at(-1).response.id)).output_text, 'seven');
  socket.send(create('warm', { generate: false }));
  const warm = (await until(ended)).at(-1).response;
  equal('prepared', [warm.status, warm.output], ['completed', []]);
  socket.send(create('eight', { previous_response_id: warm.id }));
  equal('after a prepared one', text(await until(ended)), 'eight');
  socket.send(create('x', { temperature: 9 }));
  equal('rules', (await until(ended)).at(-1).error.param, 'temperature');
  socket.send(create('error 429'));
  equal('asked error', (await until(ended)).at(-1).status, 429);
  socket.send(create('error 500 in stream: abc def ghi jkl'));
  const broken = await until(ended);
  equal('error in the stream', [broken[0].type, broken.at(-1).type], ['response.created', 'error']);
  socket.send({ type: 'response.nothing' });
  equal('unknown event', (await until(ended)).at(-1).error.param, 'type');
  socket.send(create('x', { background: true }));
  equal('background', (await until(ended)).at(-1).error.param, 'background');
  socket.send(create('x', { stream_id: 'a"b' }));
  equal('the name of a lane', (await until(ended)).at(-1).error.param, 'stream_id');
  socket.send(create('x'.repeat(1_000_000), { generate: false }));
  equal('a long word', (await until(ended)).at(-1).response?.status, 'completed');
  socket.close();
}

// ---- lanes, by the SDK's own session

{
  const { socket } = await open();
  const session = new ResponsesWebSocketSession(socket, { maxLanes: 8, maxBufferedEvents: 5000, maxBufferedBytes: 1 << 22 });
  const lanes = ['a', 'b', 'c.d', undefined].map((name) => session.lane(name));
  for (const [i, lane] of lanes.entries()) lane.create({ model: 'echo', input: `slow 3: this is lane ${i}` });
  const made = await Promise.all(lanes.map((lane) => lane.finalResponse()));
  equal('lanes', made.map((r) => r.output_text), [0, 1, 2, 3].map((i) => `this is lane ${i}`));
  lanes[1].create({ model: 'echo', input: 'again', previous_response_id: made[1].id });
  equal('a lane again', (await lanes[1].finalResponse()).output_text, 'again');
  session.close();
  socket.close();
}

// ---- steering

{
  const { socket, until } = await open();
  socket.send(create('slow 20: a long text of many words that takes its time to be said', { stream_id: 's' }));
  const begin = await until((e) => e.type === 'response.output_text.delta', 2);
  const id = begin[0].response.id;
  socket.send({ type: 'response.steer', previous_response_id: id, input: 'short' });
  const rest = await until(ended, 2);
  const types = rest.map((e) => e.type);
  const accepted = rest.find((e) => e.type === 'response.steer.accepted');
  equal('accepted', [accepted?.steer.previous_response_id, typeof accepted?.steer.id, accepted?.stream_id], [id, 'string', 's']);
  const steered = rest.find((e) => e.type === 'response.incomplete');
  equal('steered', [steered?.response.id, steered?.response.incomplete_details], [id, { reason: 'steered' }]);
  ok('a successor', types.indexOf('response.created') > types.indexOf('response.incomplete'), types);
  equal('of the input', text(rest.slice(types.indexOf('response.created'))), 'short');
  socket.send({ type: 'response.steer', previous_response_id: id, input: 'late' });
  const failed = (await until((e) => e.type.startsWith('response.steer'))).at(-1);
  equal('too late', [failed.type, failed.error.code, failed.steer.input], ['response.steer.failed', 'response_not_found', 'late']);
  socket.close();
}

// ---- connections

{
  const { socket, until } = await open(client, { reconnect: { initialDelay: 1, onReconnecting: () => {} } });
  let again = 0;
  socket.on('reconnected', () => ++again);
  socket.send(create('cut'));
  await until((e) => e.type === 'response.created');
  for (let i = 0; i < 400 && !again; ++i) await new Promise((r) => setTimeout(r, 5));
  equal('reconnected', again, 1);
  socket.send(create('still there'));
  equal('after a cut', text(await until(ended)).endsWith('still there'), true);
  socket.close();

  const locked = await open(new OpenAI({ baseURL: server.url, apiKey: 'sk-two', maxRetries: 0 }));
  ok('a wrong key', locked.events.some((e) => e.message?.includes('401')), locked.events);
}

// ---- background

{
  const ask = (input, more) => ({ model: 'echo', input, background: true, ...more });
  const queued = await client.responses.create(ask('later'));
  equal('queued', [queued.status, queued.background, queued.output], ['queued', true, []]);
  const done = await client.responses.retrieve(queued.id);
  equal('done', [done.status, done.output_text], ['completed', 'later']);
  const whole = [];
  for await (const e of await client.responses.create(ask('one two three four', { stream: true }))) whole.push(e);
  equal('streamed', [text(whole), whole[0].response.background], ['one two three four', true]);
  const broken = [];
  try {
    for await (const e of await client.responses.create(ask('cut: one two three four', { stream: true }))) broken.push(e);
    ok('the stream breaks', false);
  } catch {
    ok('the stream breaks', broken.length > 0 && broken.length < whole.length, broken.length);
  }
  const rest = [];
  const options = { stream: true, starting_after: broken.at(-1).sequence_number };
  for await (const e of await client.responses.retrieve(broken[0].response.id, options)) rest.push(e);
  const all = [...broken, ...rest];
  equal('resumed', [text(all), all.map((e) => e.sequence_number)], ['one two three four', all.map((_, i) => i)]);
}

server.child.removeAllListeners('close');
server.child.kill('SIGTERM');
equal('the end of the server', await new Promise((r) => server.child.on('close', (status) => r(status))), 0);
console.log(`${checks} checks, ${failures} differences`);
process.exit(failures === 0 ? 0 : 1);
