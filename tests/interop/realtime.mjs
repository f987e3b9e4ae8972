// Realtime sessions between this library and others: OpenAI's SDK as a client of examples/serve, and
// npm's ws as a server of examples/realtime, which also talks to serve.
//
//   node realtime.mjs SERVE REALTIME      in a folder with `npm install openai ws`
//
// Needs the program openssl, for a certificate: the SDK connects by TLS only. Prints each difference
// and how much was checked, and fails if there is one.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

const require = createRequire(`${process.cwd()}/`);
const load = (name) => import(pathToFileURL(require.resolve(name)));
let OpenAI, OpenAIRealtimeWS, WebSocketServer;
const folder = mkdtempSync(path.join(os.tmpdir(), 'realtime-'));
const key = path.join(folder, 'key.pem');
const cert = path.join(folder, 'cert.pem');
process.on('exit', () => rmSync(folder, { recursive: true }));
try {
  ({ default: OpenAI } = await load('openai'));
  ({ OpenAIRealtimeWS } = await load('openai/realtime/ws'));
  ({ WebSocketServer } = (await load('ws')).default);
  const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes',
    '-days', '1', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', cert]);
  if (made.status !== 0) throw new Error('openssl made no certificate');
} catch (e) {
  console.error(e.message.split('\n')[0]);
  process.exit(77); // skipped
}
const [serve, realtime] = process.argv.slice(2);

let checks = 0;
let failures = 0;
const short = (v) => (JSON.stringify(v) ?? String(v)).slice(0, 300);
const ok = (what, value, ...of) => {
  ++checks;
  if (!value) console.error(`${what}:`, ...of.map(short), `(${++failures})`);
};
const equal = (what, found, due) => ok(what, isDeepStrictEqual(found, due), found, 'is not', due);

// ---- the server, and TLS in front of it

// A server, and how the SDK can reach it.
const start = (...args) => new Promise((resolve, reject) => {
  const child = spawn(serve, ['--port', '0', '--http', 'beast', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (d) => {
    out += d;
    if (!out.includes('\n')) return;
    const url = out.split('\n')[0];
    const front = tls.createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (outside) => {
      const inside = net.connect(Number(new URL(url).port), '127.0.0.1');
      outside.pipe(inside).pipe(outside);
      for (const end of [outside, inside]) end.on('error', () => { outside.destroy(); inside.destroy(); });
    });
    front.listen(0, '127.0.0.1', () => resolve({
      url, secure: `https://127.0.0.1:${front.address().port}/v1`, stop() { child.kill(); front.close(); },
    }));
  });
  child.on('error', reject);
  child.on('close', () => reject(new Error('serve ended')));
});
const server = await start();
const locked = await start('--key', 'sk-one');

// ---- the SDK as a client

class Session {
  constructor(props, { apiKey = 'sk-any', of = server } = {}) {
    this.events = [];
    this.errors = [];
    this.waiting = [];
    const client = new OpenAI({ apiKey, baseURL: of.secure });
    this.rt = new OpenAIRealtimeWS({ ...props, options: { ca: readFileSync(cert) } }, client);
    this.rt.on('event', (e) => { this.events.push(e); this.wake(); });
    this.rt.on('error', (e) => { this.errors.push(e); this.wake(); });
  }
  wake() { for (const w of this.waiting.splice(0)) w(); }
  // The next event of that type.
  async until(type) {
    const deadline = Date.now() + 10000;
    for (;;) {
      const at = this.events.findIndex((e) => e.type === type);
      if (at >= 0) return this.events.splice(0, at + 1).pop();
      if (Date.now() > deadline) throw new Error(`no ${type}; ${short(this.events.map((e) => e.type))} ${this.errors}`);
      await new Promise((w) => { this.waiting.push(w); setTimeout(w, 200); });
    }
  }
  send(event) { this.rt.send(event); }
  say(text) {
    this.send({ type: 'conversation.item.create', item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] } });
    this.send({ type: 'response.create' });
  }
}
const tone = Buffer.alloc(48000); // a second
for (let i = 0; i < 24000; ++i) tone.writeInt16LE(Math.round(8000 * Math.sin((i * 2 * Math.PI * 440) / 24000)), 2 * i);

async function conversation() {
  const s = new Session({ model: 'gpt-realtime' });
  const created = await s.until('session.created');
  equal('the model', created.session.model, 'gpt-realtime');
  s.send({ type: 'session.update', session: { type: 'realtime', output_modalities: ['text'], instructions: 'Be brief.',
    audio: { input: { turn_detection: null, transcription: { model: 'whisper-1' } } } } });
  const updated = await s.until('session.updated');
  equal('the instructions', updated.session.instructions, 'Be brief.');
  equal('no turn detection', updated.session.audio.input.turn_detection ?? null, null);

  s.say('Hello');
  equal('the text', (await s.until('response.output_text.done')).text, 'Hello');
  const done = await s.until('response.done');
  equal('the end', [done.response.status, done.response.output[0].content[0].text], ['completed', 'Hello']);

  s.say('call weather');
  const call = await s.until('response.function_call_arguments.done');
  equal('the call', [call.name, call.arguments], ['weather', '{}']);
  await s.until('response.done');
  s.send({ type: 'conversation.item.create', item: { type: 'function_call_output', call_id: call.call_id, output: '20' } });
  s.send({ type: 'response.create' });
  equal('the tool', (await s.until('response.output_text.done')).text, 'The tool says: 20');
  await s.until('response.done');

  s.send({ type: 'session.update', session: { type: 'realtime', output_modalities: ['audio'] } });
  for (let at = 0; at < tone.length; at += 4800) {
    s.send({ type: 'input_audio_buffer.append', audio: tone.subarray(at, at + 4800).toString('base64') });
  }
  s.send({ type: 'input_audio_buffer.commit' });
  const committed = await s.until('input_audio_buffer.committed');
  equal('the transcript', (await s.until('conversation.item.input_audio_transcription.completed')).transcript, '1000 ms of audio');
  s.send({ type: 'response.create' });
  const pieces = [];
  let item;
  for (;;) {
    const e = s.events.shift();
    if (!e) await new Promise((w) => s.waiting.push(w));
    if (e?.type === 'response.output_audio.delta') { pieces.push(Buffer.from(e.delta, 'base64')); item = e.item_id; }
    if (e?.type === 'response.done') break;
  }
  ok('the audio comes back', Buffer.concat(pieces).equals(tone), Buffer.concat(pieces).length);

  s.send({ type: 'conversation.item.truncate', item_id: item, content_index: 0, audio_end_ms: 300 });
  equal('the cut', (await s.until('conversation.item.truncated')).audio_end_ms, 300);
  s.send({ type: 'conversation.item.retrieve', item_id: item });
  const kept = await s.until('conversation.item.retrieved');
  equal('what is kept', Buffer.from(kept.item.content[0].audio, 'base64').length, 300 * 48);
  s.send({ type: 'conversation.item.delete', item_id: committed.item_id });
  equal('what is removed', (await s.until('conversation.item.deleted')).item_id, committed.item_id);

  equal('no errors so far', s.errors.length, 0);
  s.send({ type: 'conversation.item.delete', item_id: 'none', event_id: 'mine' });
  await s.until('error');
  equal('the error of an event', [s.errors[0].error.code, s.errors[0].error.event_id], ['item_not_found', 'mine']);
  s.send({ type: 'no.such.event' });
  await s.until('error');
  s.send({ type: 'input_audio_buffer.commit' });
  await s.until('error');
  equal('the error of an empty buffer', s.errors[2].error.code, 'input_audio_buffer_commit_empty');
  s.rt.close();
}

async function turns() {
  const s = new Session({ model: 'gpt-realtime' });
  await s.until('session.created');
  s.send({ type: 'input_audio_buffer.append', audio: tone.toString('base64') });
  await s.until('input_audio_buffer.speech_started');
  s.send({ type: 'input_audio_buffer.append', audio: Buffer.alloc(24000).toString('base64') });
  await s.until('input_audio_buffer.speech_stopped');
  const { response } = await s.until('response.created');
  await s.until('response.output_audio.delta');
  s.send({ type: 'input_audio_buffer.append', audio: tone.toString('base64') }); // the user interrupts
  const done = await s.until('response.done');
  equal('an interruption', [done.response.id, done.response.status, done.response.status_details.reason],
    [response.id, 'cancelled', 'turn_detected']);
  s.rt.close();
}

async function transcription() {
  const s = new Session({ intent: 'transcription' });
  equal('a session that transcribes', (await s.until('session.created')).session.type, 'transcription');
  s.send({ type: 'session.update', session: { type: 'transcription', audio: { input: { turn_detection: null, transcription: { model: 'whisper-1' } } } } });
  await s.until('session.updated');
  s.send({ type: 'input_audio_buffer.append', audio: tone.toString('base64') });
  s.send({ type: 'input_audio_buffer.commit' });
  equal('its transcript', (await s.until('conversation.item.input_audio_transcription.completed')).transcript, '1000 ms of audio');
  s.rt.close();
}

async function keys() {
  const client = new OpenAI({ apiKey: 'sk-one', baseURL: locked.url });
  const made = await client.realtime.clientSecrets.create({ expires_after: { anchor: 'created_at', seconds: 60 },
    session: { type: 'realtime', model: 'gpt-realtime' } });
  ok('an ephemeral key', made.value.startsWith('ek_') && made.expires_at > Date.now() / 1000 && made.session.model === 'gpt-realtime', made);
  for (const apiKey of ['sk-one', made.value]) {
    const s = new Session({ model: 'gpt-realtime' }, { apiKey, of: locked });
    await s.until('session.created');
    s.rt.close();
  }
  const refused = new Session({ model: 'gpt-realtime' }, { apiKey: 'ek_other', of: locked });
  await refused.until('session.created').then(() => ok('another key', false, 'was accepted'), () => ok('another key', refused.errors.length > 0));
}

// ---- the example as a client

const wav = (samples) => {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0); head.writeUInt32LE(36 + samples.length, 4); head.write('WAVEfmt ', 8); head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20); head.writeUInt16LE(1, 22); head.writeUInt32LE(24000, 24); head.writeUInt32LE(48000, 28);
  head.writeUInt16LE(2, 32); head.writeUInt16LE(16, 34); head.write('data', 36); head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
};
const run = (url, ...args) => new Promise((resolve) => {
  const child = spawn(realtime, args, { env: { ...process.env, OPENAI_BASE_URL: url, OPENAI_API_KEY: 'sk-any' } });
  let out = '';
  let err = '';
  child.stdout.on('data', (d) => { out += d; });
  child.stderr.on('data', (d) => { err += d; });
  child.on('close', (status) => resolve({ status, out, err }));
});

async function files() {
  const into = path.join(folder, 'in.wav');
  const outOf = path.join(folder, 'out.wav');
  writeFileSync(into, wav(tone));
  let end = await run(server.url, into, outOf);
  equal('the example', [end.status, end.err], [0, '']);
  ok('the file comes back', readFileSync(outOf).equals(wav(tone)));
  equal('what was said', end.out, 'user: 1000 ms of audio\nassistant: (what you said)\n48000 bytes of audio\n');
  end = await run(server.url, '--interrupt', '250', into, outOf);
  equal('the example that interrupts', [end.status, end.err], [0, '']);
  ok('the file ends where it was interrupted', readFileSync(outOf).equals(wav(tone.subarray(0, 12000))));
}

// A server by ws, which sends in fragments and pings between them, and ends as it is told.
async function peers() {
  const delta = JSON.stringify({ type: 'response.output_audio.delta', item_id: 'item_1', content_index: 0, delta: tone.toString('base64') });
  const ends = {
    well: (socket) => socket.send(JSON.stringify({ type: 'response.done', response: { id: 'resp_1', status: 'completed' } })),
    closed: (socket) => socket.close(1011, 'overloaded'),
    lost: (socket) => socket.terminate(),
    malformed: (socket) => socket.send('{"type":'),
    binary: (socket) => socket._socket.write(Buffer.from([0x83, 0])), // a frame of a reserved kind
  };
  for (const [name, finish] of Object.entries(ends)) {
    const wss = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await new Promise((done) => wss.on('listening', done));
    const got = [];
    wss.on('connection', (socket) => {
      socket.on('error', () => {});
      socket.send(JSON.stringify({ type: 'session.created', session: { type: 'realtime', id: 'sess_1' } }));
      socket.on('message', (data) => {
        const event = JSON.parse(data);
        got.push(event.type);
        if (event.type !== 'response.create') return;
        socket.send(JSON.stringify({ type: 'response.created', response: { id: 'resp_1' } }));
        for (let at = 0; at < delta.length; at += 7000) {
          socket.send(delta.slice(at, at + 7000), { fin: at + 7000 >= delta.length });
          socket.ping('x');
        }
        finish(socket);
      });
    });
    const end = await run(`http://127.0.0.1:${wss.address().port}/v1`);
    equal(`${name}: what was sent`, [got[0], got[1], ...got.slice(-2)],
      ['session.update', 'input_audio_buffer.append', 'input_audio_buffer.commit', 'response.create']);
    if (name === 'well' || name === 'closed') {
      ok(`${name}: the audio`, end.status === 0 && end.out.endsWith('48000 bytes of audio\n'), end);
    } else {
      ok(`${name}: an error`, end.status === 1 && end.err.startsWith('realtime: '), end);
    }
    for (const c of wss.clients) c.terminate();
    wss.close();
  }
}

try {
  for (const part of [conversation, turns, transcription, keys, ...(realtime ? [files, peers] : [])]) {
    await part().catch((e) => ok(`${part.name} stopped`, false, e.stack));
  }
} finally {
  server.stop();
  locked.stop();
}
console.log(`${checks} checks, ${failures} differences`);
process.exit(failures === 0 ? 0 : 1);
