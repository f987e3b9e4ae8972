// Compares the check of webhooks with that of OpenAI's SDK for Node.js: random deliveries, valid ones
// and such with a difference, are given to both, which must accept the same; and the SDK must accept
// what the library signs.
//
//   node webhooks.mjs INTEROP_WEBHOOKS [DELIVERIES [SEED]]     in a folder with `npm install openai`
//
// Prints each difference, and fails if there is one. Deliveries with intended differences are not
// generated. The SDK
// - takes the number that a timestamp begins with, where this library accepts digits alone;
// - accepts an empty id, and base64 with characters that are not of its alphabet.
import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';

let OpenAI;
try {
  OpenAI = createRequire(`${process.cwd()}/`)('openai');
} catch (e) {
  console.error(e.message.split('\n')[0]);
  process.exit(77); // skipped
}
const [program, count = '2000', seed = '1'] = process.argv.slice(2);
if (!program) throw new Error('usage: node webhooks.mjs INTEROP_WEBHOOKS [DELIVERIES [SEED]]');

let state = Number(seed); // mulberry32
const bits = () => {
  state = (state + 0x6d2b79f5) | 0;
  let z = Math.imul(state ^ (state >>> 15), state | 1);
  z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
  return (z ^ (z >>> 14)) >>> 0;
};
const below = (n) => bits() % n;
const oneIn = (n) => below(n) === 0;
const pick = (list) => list[below(list.length)];

const WORDS = ['a', 'Hello', ' ', '\n', '"', '\\', '\u00e9', '\u2028', '\u{1F600}', '{', '}', '.', '\u0000'];
const text = (most) => Array.from({ length: below(most + 1) }, () => pick(WORDS)).join('');
const bytes = (n) => Buffer.from(Array.from({ length: n }, () => below(256)));
const newSecret = () =>
  oneIn(4) ? `plain${text(5)}` : `whsec_${bytes(1 + below(70)).toString('base64')}`;
const sign = (secret, id, timestamp, body) => {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
};

const deliveries = [];
for (let i = 0; i < Number(count); ++i) {
  const secrets = Array.from({ length: 1 + below(3) }, newSecret);
  const now = 1750000000 + below(1000);
  const tolerance = pick([0, 1, 300, 1000]);
  const sent = now + pick([0, 0, 0, tolerance, -tolerance, tolerance + 1, -tolerance - 1, -100, 100]);
  const d = { secrets, id: `msg_${below(1000)}`, timestamp: String(sent), body: text(30), tolerance, now, sign_at: now };
  const candidates = Array.from({ length: 1 + below(oneIn(8) ? 60 : 4) }, () => {
    const by = oneIn(3) ? newSecret() : pick(secrets);
    const made = sign(by, d.id, d.timestamp, d.body);
    return pick([`v1,${made}`, `v1,${made}`, made, `v1a,${made}`, 'v1,', 'v2,AAAA', 'v1,AAAA']);
  });
  d.signature = candidates.join(' ');
  if (oneIn(5)) d.body += ' ';
  if (oneIn(9)) d.id += 'x';
  if (oneIn(9)) d.timestamp = pick(['', 'now', `${sent + 1}`]) || 'x';
  deliveries.push(d);
}

const run = spawnSync(program, {
  input: deliveries.map((d) => `${JSON.stringify(d)}\n`).join(''),
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
if (run.status !== 0) throw new Error(`${program} failed: ${run.stderr}`);
const lines = run.stdout.trimEnd().split('\n');

const sdk = new OpenAI({ apiKey: 'test' });
const accepted = async (d, secret, timestamp, signature, now) => {
  Date.now = () => now * 1000;
  const headers = { 'webhook-id': d.id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  try {
    await sdk.webhooks.verifySignature(d.body, headers, secret, d.tolerance);
    return true;
  } catch (e) {
    if (!(e instanceof OpenAI.InvalidWebhookSignatureError)) throw e;
    return false;
  }
};
let differences = 0;
let valid = 0;
for (const [i, d] of deliveries.entries()) {
  const [code, signature] = lines[i].split(' ');
  let expected = false;
  for (const secret of d.secrets) {
    expected ||= await accepted(d, secret, d.timestamp, d.signature, d.now);
  }
  valid += expected;
  if ((code === 'ok') !== expected) {
    ++differences;
    console.log(`the SDK ${expected ? 'accepts' : 'refuses'}, the library says ${code}:`, d);
  }
  if (!(await accepted(d, d.secrets[0], String(d.now), signature, d.now))) {
    ++differences;
    console.log(`the SDK refuses what the library signed as ${signature}:`, d);
  }
}
console.log(`${deliveries.length} deliveries, ${valid} of them valid; differences: ${differences}`);
process.exit(differences ? 1 : 0);
