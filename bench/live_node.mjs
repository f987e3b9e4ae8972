// What bench_live measures, with OpenAI's SDK for Node.js.
//
//   node live_node.mjs BENCH_LIVE [STREAMS [EVENTS_A_SECOND [SECONDS]]]
//       in a folder with `npm install openai`; BENCH_LIVE is the program, which serves
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.cwd()}/`);
const { default: OpenAI } = await import(pathToFileURL(require.resolve('openai')));
const [program, streams = 10000, rate = 1000, seconds = 5] = process.argv
  .slice(2).map((word, at) => (at === 0 ? word : Number(word)));
if (!program) throw new Error('usage: node live_node.mjs BENCH_LIVE [STREAMS [RATE [SECONDS]]]');

const paced = rate * seconds;
const eventsOf = (stream) => 4 + Math.floor(paced / streams) + (stream < paced % streams ? 1 : 0);
const server = spawn(program, ['serve', streams, rate, seconds].map(String),
  { stdio: ['ignore', 'pipe', 'inherit'] });
const port = await new Promise((resolve) => {
  createInterface({ input: server.stdout }).once('line', resolve);
});
const client = new OpenAI({
  apiKey: 'none', baseURL: `http://127.0.0.1:${port}/v1`, maxRetries: 0, timeout: 600_000,
});

const began = process.hrtime.bigint();
const seconds_since = (from) => Number(process.hrtime.bigint() - from) / 1e9;
const resident_before = process.memoryUsage.rss();
let phase = 0; // 1: all streams have begun; 2: the paced events have come
let events = 0;
let whole = 0;
let resident = 0;
let used; // processor time when phase 1 began, then that of phase 1
let ready_s = 0;
let paced_s = 0;
let counted = 0; // events of phase 1
const late_us = new Float32Array(paced);

const got = (sent) => {
  ++events;
  if (phase === 1 && counted < paced) {
    late_us[counted++] = Number(process.hrtime.bigint() - sent) / 1000;
  }
  if (phase === 0 && events >= streams) {
    phase = 1;
    ready_s = seconds_since(began);
    resident = process.memoryUsage.rss() - resident_before;
    used = process.cpuUsage();
  } else if (phase === 1 && events >= streams + paced) {
    phase = 2;
    used = process.cpuUsage(used);
    paced_s = seconds_since(began) - ready_s;
  }
};

const take = async (at) => {
  const stream = await client.chat.completions.create(
    { model: 'm', messages: [{ role: 'user', content: 'Hi' }], stream: true });
  let next = 0;
  let wrong = false;
  let finished = false;
  for await (const chunk of stream) {
    const [choice] = chunk.choices;
    finished ||= choice.finish_reason === 'stop';
    if (!choice.delta.content) continue;
    const [number, sent] = choice.delta.content.split(' ');
    wrong ||= Number(number) !== next;
    ++next;
    got(BigInt(sent));
  }
  if (!wrong && finished && next === eventsOf(at)) ++whole;
};

const all = [];
for (let at = 0; at < streams; ++at) {
  all.push(take(at).catch((error) => console.error(error.message)));
  if (at % 64 === 63) await new Promise(setImmediate); // the server's backlog is bounded
}
await Promise.all(all);
server.kill();

const late = late_us.subarray(0, counted).sort();
const at = (share) => Math.round(late[Math.floor(share * (counted - 1))] ?? 0);
const total = Array.from({ length: streams }, (_, i) => eventsOf(i)).reduce((a, b) => a + b, 0);
const each = (us) => (us / 1000 / (counted / 1000)).toFixed(2);
const cpu = process.cpuUsage();
console.log(`node   ${String(streams).padStart(6)} streams: ${each(used.user + used.system)} ms a 1,000 `
  + `events, ${((used.user + used.system) / 1e4 / paced_s).toFixed(1)} % of a core, `
  + `${(resident / streams / 1024).toFixed(1)} KB a stream; late by ${at(0.5)} us (p50), `
  + `${at(0.99)} (p99), ${at(1)} (most); ${events} of ${total} events, ${whole} whole, begun in `
  + `${ready_s.toFixed(1)} s, all ${seconds_since(began).toFixed(1)} s, `
  + `${((cpu.user + cpu.system) / 1e6).toFixed(2)} s of processor`);
process.exit(whole === streams ? 0 : 1);
