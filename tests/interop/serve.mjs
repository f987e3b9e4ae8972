// Drives examples/serve with clients of others: OpenAI's SDK every operation, the Vercel AI SDK and
// LangChain the chat part.
//
//   node serve.mjs SERVE [STACK...]
//       in a folder with `npm install openai ai @ai-sdk/openai @langchain/openai @langchain/core zod`
//
// SERVE is the program, a STACK one of its HTTP stacks ("beast", "httplib"): all that it was built
// with, if none is named. SERVE_PARTS in the environment selects parts ("chat errors"). Prints each difference and how much was checked, and fails if there is a
// difference, or if the server does not end as it should.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

const require = createRequire(`${process.cwd()}/`);
const load = (name) => import(pathToFileURL(require.resolve(name)));
const names = ['openai', 'openai/helpers/zod', 'ai', '@ai-sdk/openai', '@langchain/openai',
  '@langchain/core/messages', '@langchain/core/tools', 'zod'];
const packages = {};
try {
  for (const name of names) packages[name] = await load(name);
} catch (e) {
  console.error(e.message.split('\n')[0]);
  process.exit(77); // skipped
}
const [program, ...stacks] = process.argv.slice(2);
if (!program || !existsSync(program)) throw new Error('usage: node serve.mjs SERVE [STACK...]');

// ---- checks

let checks = 0;
let failures = 0;
let part = '';
let shown = 0; // of this part
const short = (v) => (JSON.stringify(v) ?? String(v)).slice(0, 600);
const differ = (what, ...of) => {
  ++failures;
  if (++shown <= 20) console.error(`${part}: ${what}:`, ...of.map(short));
};
// Checks that are used by all parts.
const t = {
  packages,
  ok(what, value, ...of) {
    ++checks;
    if (!value) differ(what, value, ...of);
  },
  equal(what, found, due) {
    ++checks;
    if (!isDeepStrictEqual(found, due)) differ(what, found, 'is not', due);
  },
  // The error of a call that must fail with one of that class; `members`: what it must have.
  async fails(what, call, type, members = {}) {
    ++checks;
    try {
      differ(`${what} did not fail`, await call());
      return undefined;
    } catch (e) {
      if (!(e instanceof type)) {
        differ(`${what} failed as ${e.constructor.name} and not ${type.name}`, e.message);
      }
      for (const [name, due] of Object.entries(members)) {
        t.equal(`${what}: ${name}`, e[name], due);
      }
      return e;
    }
  },
  async all(stream) {
    const out = [];
    for await (const event of stream) out.push(event);
    return out;
  },
};

// ---- the server

const start = (...args) => new Promise((resolve, reject) => {
  const child = spawn(program, ['--port', '0', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.ended = new Promise((end) => child.on('close', (status, signal) => end({ status, signal })));
  let out = '';
  child.stdout.on('data', (d) => {
    out += d;
    if (out.includes('\n')) resolve({ child, url: out.split('\n')[0] });
  });
  child.on('error', reject);
  child.ended.then((end) => reject(new Error(`serve ended: ${JSON.stringify(end)}`)));
});

const parts = (process.env.SERVE_PARTS || 'chat responses others files errors frameworks').split(' ');
const suites = {};
for (const name of parts) suites[name] = (await import(`./serve/${name}.mjs`)).default;

// Whether the program has that stack: without, it ends at once.
const has = (stack) => start('--http', stack).then(({ child }) => {
  child.kill();
  return child.ended.then(() => true);
}, () => false);

let run = 0;
for (const stack of stacks.length ? stacks : ['beast', 'httplib']) {
  if (!stacks.length && !(await has(stack))) continue;
  ++run;
  const open = await start('--http', stack);
  const locked = await start('--http', stack, '--key', 'sk-one', '--key', 'sk-two');
  for (const [name, suite] of Object.entries(suites)) {
    part = `${stack} ${name}`;
    shown = 0;
    const before = checks;
    const began = Date.now();
    try {
      await suite(t, { url: open.url, locked: locked.url });
    } catch (e) {
      differ('stopped', e.stack);
    }
    console.log(`${part}: ${checks - before} checks, ${Date.now() - began} ms`);
    if (open.child.exitCode !== null || open.child.signalCode !== null) break; // it crashed
  }
  part = stack;
  shown = 0;
  for (const { child } of [open, locked]) {
    child.kill('SIGTERM');
    t.equal('the end of the server', await child.ended, { status: 0, signal: null });
  }
}
if (!run) differ('the program has no HTTP stack');
console.log(`${checks} checks, ${failures} differences`);
process.exit(failures === 0 ? 0 : 1);
