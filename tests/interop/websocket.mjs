// Drives WebSocket connections of the library with npm's `ws`, as server and as client: servers that
// fragment, ping, compress, close badly and stall; and, over plain sockets, what `ws` does not send.
// The client's part is repeated with each adapter that the program was built with.
//
//   node websocket.mjs INTEROP_WEBSOCKET [SEED]        in a folder with `npm install ws`
//
// Prints each difference and how much was checked, and fails if there is a difference.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import http from 'node:http';
import net from 'node:net';
import readline from 'node:readline';
import { isDeepStrictEqual } from 'node:util';

const require = createRequire(`${process.cwd()}/`);
let WebSocket;
try {
  WebSocket = require('ws');
} catch (e) {
  console.error(e.message.split('\n')[0]);
  process.exit(77); // skipped
}
const program = process.argv[2];
let seed = Number(process.argv[3] ?? 1);
const below = (n) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * n);
};
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

let checks = 0;
let failures = 0;
const short = (v) => (JSON.stringify(v) ?? String(v)).slice(0, 400);
const equal = (what, found, due) => {
  ++checks;
  if (isDeepStrictEqual(found, due)) return;
  ++failures;
  console.error(`${what}: ${short(found)} is not ${short(due)}`);
};
// The members of `due` in what a connection reports at its end.
const ended = (what, report, due) =>
  equal(what, Object.fromEntries(Object.keys(due).map((k) => [k, report?.[k]])), due);

// A program that prints lines.
const start = (...words) => {
  const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    line: async () => (await lines.next()).value,
    say: (text) => child.stdin.write(`${text}\n`),
    end: () => new Promise((done) => {
      child.on('close', done);
      child.stdin.end();
    }),
  };
};

const random_message = (most) => {
  const size = below(4) === 0 ? below(most) : below(300);
  if (below(2) === 0) return Buffer.from(Array.from({ length: size }, () => below(256)));
  const letters = ['a', 'ä', '€', '😀', '\n', '"'];
  return Array.from({ length: size / 4 }, () => letters[below(6)]).join('');
};
const same = (sent, data, binary) =>
  typeof sent === 'string' ? !binary && data.toString() === sent : binary && sent.equals(data);
// Sends a message, in random fragments with pings between them.
const send_in_parts = (ws, message) => {
  const bytes = Buffer.from(message);
  const binary = typeof message !== 'string';
  let at = 0;
  while (below(2) === 0) {
    const to = at + below(bytes.length - at + 1);
    ws.send(bytes.subarray(at, to), { binary, fin: false });
    if (below(3) === 0) ws.ping(`${at}`);
    at = to;
  }
  ws.send(bytes.subarray(at), { binary, fin: true });
};

// ---- the library is the client

let client;
let adapter = false; // or by the codec alone
const ask = async (port, path, options = '') => {
  client.say(`${port} ${path} ${options}`);
  return JSON.parse(await client.line());
};

const refused = () => (adapter ? 'api_error' : 'unexpected_status');

async function with_ws_server(options, serve, use) {
  const server = new WebSocket.Server({ host: '127.0.0.1', port: 0, ...options });
  await new Promise((done) => server.on('listening', done));
  server.on('connection', serve);
  await use(server.address().port);
  for (const c of server.clients) c.terminate();
  await new Promise((done) => server.close(done));
}

async function echoes_at_client() {
  for (const perMessageDeflate of [false, true]) {
    const messages = Array.from({ length: 300 }, () => random_message(200000));
    let pongs = 0;
    let wrong = 0;
    let extensions;
    await with_ws_server({ perMessageDeflate }, (ws) => {
      extensions = ws.extensions;
      ws.on('pong', () => ++pongs);
      let next = 0;
      ws.on('message', (data, binary) => {
        if (!same(messages[next++], data, binary)) ++wrong;
        if (next === messages.length) ws.close(1000, 'bye');
      });
      for (const m of messages) send_in_parts(ws, m);
    }, async (port) => {
      const report = await ask(port, '/echo?x=1');
      ended('a server that fragments and pings', report,
        { error: 'ok', code: 1000, reason: 'bye', messages: messages.length });
      equal('messages that came back wrong', wrong, 0);
      equal('pings were answered', pongs > 0 && (adapter || pongs <= report.pings), true);
      equal('extensions', extensions, '');
    });
  }
}

async function closes_at_client() {
  for (const [code, reason] of [[1000, ''], [1001, 'going'], [1011, 'ä€😀'], [3000, 'x'.repeat(123)],
    [4999, 'own']]) {
    await with_ws_server({}, (ws) => ws.close(code, reason),
      async (port) => ended(`a server that closes with ${code}`, await ask(port, '/'),
        { error: 'ok', code, reason }));
  }
  await with_ws_server({}, (ws) => ws.close(), async (port) =>
    ended('a server that closes without a code', await ask(port, '/'), { error: 'ok', code: 1005 }));
  await with_ws_server({}, (ws) => ws.terminate(), async (port) => {
    const report = await ask(port, '/');
    equal('a server that cuts the connection',
      ['closed_early', 'receive_failed'].includes(report.error) && report.code === 1006, true);
  });
  await with_ws_server({}, (ws) => {
    ws.on('error', () => {});
    ws.on('close', (code) => equal('the close of a message over the limit', code, 1009));
    ws.send('x'.repeat(101));
  }, async (port) => ended('a message over the limit', await ask(port, '/', 'limit=100'),
    { error: 'limit_exceeded', code: 1006, messages: 0 }));
}

async function handshakes_at_client() {
  await with_ws_server({ handleProtocols: (offered) => [...offered].pop() }, (ws) => ws.close(1000),
    async (port) => ended('a subprotocol', await ask(port, '/', 'subprotocol=a subprotocol=b'),
      { error: 'ok', subprotocol: 'b' }));
  await with_ws_server({ verifyClient: (info, done) => done(false, 401, '{"error":"key"}') }, () => {},
    async (port) => ended('a refusal', await ask(port, '/'),
      { error: refused(), status: 401, refusal: '{"error":"key"}' }));
  const plain = http.createServer((request, response) => {
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end('no such path');
  });
  plain.on('upgrade', (request, socket) => socket.end('HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n'));
  await new Promise((done) => plain.listen(0, '127.0.0.1', done));
  ended('a redirect', await ask(plain.address().port, '/'), { error: refused(), status: 302 });
  plain.close();
  plain.closeAllConnections();
}

// A server over a plain socket. `act(socket, received)` after the handshake, with what came of frames.
async function with_raw_server(act, use, answer = () => undefined) {
  const server = net.createServer((socket) => {
    let head = '';
    let frames = Buffer.alloc(0);
    let agreed = false;
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      if (agreed) {
        frames = Buffer.concat([frames, bytes]);
        return;
      }
      head += bytes.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      agreed = true;
      const key = /sec-websocket-key: (.*)\r\n/i.exec(head)[1];
      const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
        .digest('base64');
      const text = answer(accept) ?? 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n'
        + `Connection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`;
      socket.write(text);
      act(socket, () => frames);
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  await use(server.address().port);
  server.close();
}
// The payload of a client's close frame, which must be the last of its frames.
const close_code = (frames) => {
  const at = frames.length - 8; // of a masked close with a code alone
  if (at < 0 || frames[at] !== 0x88 || frames[at + 1] !== 0x82) return undefined;
  const key = frames.subarray(at + 2, at + 6);
  return ((frames[at + 6] ^ key[0]) << 8) | (frames[at + 7] ^ key[1]);
};
const bytes = (...b) => Buffer.from(b);
const text_frame = (text) => Buffer.concat([bytes(0x81, Buffer.byteLength(text)), Buffer.from(text)]);

async function violations_at_client() {
  const cases = [
    ['reserved bits', bytes(0xc1, 0), 'invalid_framing', 1002],
    ['a reserved opcode', bytes(0x83, 0), 'invalid_framing', 1002],
    ['a masked frame', bytes(0x81, 0x80, 1, 2, 3, 4), 'invalid_framing', 1002],
    ['a fragmented ping', bytes(0x09, 0), 'invalid_framing', 1002],
    ['a long ping', bytes(0x89, 126, 0, 126), 'invalid_framing', 1002],
    ['a fragment alone', bytes(0x80, 0), 'invalid_framing', 1002],
    ['a message in another', bytes(0x01, 0, 0x81, 0), 'invalid_framing', 1002],
    ['a long form of a length', bytes(0x81, 126, 0, 1, 0x61), 'invalid_framing', 1002],
    ['half a close code', bytes(0x88, 1, 3), 'invalid_framing', 1002],
    ['close code 1005', bytes(0x88, 2, 3, 0xed), 'invalid_framing', 1002],
    ['close code 999', bytes(0x88, 2, 3, 0xe7), 'invalid_framing', 1002],
    ['a close reason that is not UTF-8', bytes(0x88, 3, 3, 0xe8, 0xff), 'invalid_utf8', 1007],
    ['text that is not UTF-8', bytes(0x81, 1, 0xff), 'invalid_utf8', 1007],
    ['text that will not be UTF-8', bytes(0x01, 2, 0xed, 0xa0), 'invalid_utf8', 1007],
    ['half a character', bytes(0x81, 2, 0xe2, 0x82), 'invalid_utf8', 1007],
    ['a huge message', bytes(0x82, 127, 0x7f, 255, 255, 255, 255, 255, 255, 255), 'limit_exceeded', 1009],
  ];
  for (const [what, wrong, error, code] of cases) {
    for (const slowly of [false, true]) {
      let frames;
      await with_raw_server(async (socket, received) => {
        frames = received;
        const all = Buffer.concat([text_frame('before'), wrong]);
        if (!slowly) socket.write(all);
        for (let i = 0; slowly && i !== all.length; ++i) {
          socket.write(all.subarray(i, i + 1));
          await sleep(1);
        }
      }, async (port) => {
        ended(what, await ask(port, '/'), { error, messages: 1, code: 1006 });
        await sleep(5);
        equal(`the close after ${what}`, close_code(frames()), code);
      });
    }
  }
  const answers = [
    ['another accept', () => 'HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
      + 'Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n', 'invalid_header'],
    ['no accept', () => 'HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      'invalid_header'],
    ['an extension', (accept) => 'HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
      + `Sec-WebSocket-Accept: ${accept}\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n`,
    'invalid_header'],
    ['no HTTP', () => 'SSH-2.0-OpenSSH\r\n', 'invalid_framing'],
    ['an endless head', () => `HTTP/1.1 101 x\r\na: ${'x'.repeat(100000)}`, 'limit_exceeded'],
  ];
  for (const [what, answer, error] of answers) {
    await with_raw_server(() => {}, async (port) =>
      ended(`an answer with ${what}`, await ask(port, '/'), { error }), answer);
  }
  await with_raw_server((socket) => socket.end(), async (port) =>
    ended('an end without a close', await ask(port, '/'), { error: 'closed_early', code: 1006 }));
  await with_raw_server((socket) => socket.end(bytes(0x81, 5, 0x61)), async (port) =>
    ended('an end within a frame', await ask(port, '/'), { error: 'closed_early', messages: 0 }));
}

async function stalls_at_client() {
  const timed = async (due, most, call) => {
    const begin = Date.now();
    const report = await call();
    const took = Date.now() - begin;
    equal(`${due.error} after ${took} ms`, took < most, true);
    ended('a server that stalls', report, due);
  };
  const times = 'first_byte_ms=200 idle_ms=300 ping_ms=100 close_ms=200';
  await with_raw_server(() => {}, (port) => timed({ error: 'first_byte_timeout', code: 1006 }, 2000,
    () => ask(port, '/', times)), () => 'HTTP/1.1 101 Sw');
  let pings;
  await with_raw_server((socket, received) => {
    pings = received;
  }, (port) => timed({ error: 'idle_timeout', code: 1006, messages: 0 }, 3000, () => ask(port, '/', times)));
  equal('a silent server was pinged', pings()[0], 0x89);
  await with_raw_server((socket) => socket.write(bytes(0x81, 100, 0x61)), (port) =>
    timed({ error: 'idle_timeout', messages: 0 }, 3000, () => ask(port, '/', times)));
  // a close that is not answered, which is ordered by a message
  await with_raw_server((socket) => socket.write(text_frame('close 4001 now')), (port) =>
    timed({ error: 'idle_timeout', code: 1006, messages: 1 }, 3000, () => ask(port, '/', times)));
  // a server that answers pings, but has nothing to say, is kept
  await with_ws_server({}, (ws) => setTimeout(() => ws.close(1000), 1000), async (port) => {
    const report = await ask(port, '/', times);
    ended('a quiet server', report, { error: 'ok', code: 1000 });
    if (!adapter) equal('pongs of a quiet server', report.pongs >= 5, true);
  });
}

// ---- the library is the server

const server = start('server');
const port = Number(await server.line());
const url = `ws://127.0.0.1:${port}/v1/realtime`;
const open = (...options) => new Promise((done, fail) => {
  const ws = new WebSocket(url, ...options);
  ws.on('open', () => done(ws));
  ws.on('error', fail);
});
const closed = (ws) => new Promise((done) => {
  ws.on('close', (code, reason) => done([code, reason.toString()]));
});

async function echoes_at_server() {
  for (const perMessageDeflate of [false, true]) {
    const messages = Array.from({ length: 300 }, () => random_message(200000));
    const ws = await open({ perMessageDeflate });
    equal('extensions of a server', ws.extensions, '');
    let next = 0;
    let wrong = 0;
    let pongs = 0;
    ws.on('pong', () => ++pongs);
    ws.on('message', (data, binary) => {
      if (!same(messages[next++], data, binary)) ++wrong;
      if (next === messages.length) ws.close(4000, 'bye');
    });
    for (const m of messages) send_in_parts(ws, m);
    equal('the close of a server', (await closed(ws))[0], 4000);
    equal('messages that came back wrong', [next, wrong], [messages.length, 0]);
    equal('pings were answered', pongs > 0, true);
    ended('a client that closes', JSON.parse(await server.line()),
      { error: 'ok', code: 4000, reason: 'bye', messages: messages.length });
  }
  const ws = await open();
  const large = Buffer.alloc(16 << 20, 'x');
  ws.send(large);
  const back = await new Promise((done) => ws.once('message', done));
  equal('16 MiB', back.equals(large), true);
  ws.close();
  await server.line();
}

async function closes_at_server() {
  for (const [code, reason] of [[1000, 'normal'], [1011, 'ä€'], [4999, '']]) {
    const ws = await open();
    ws.send(`close ${code} ${reason}`);
    equal('a server that closes', await closed(ws), [code, reason]);
    ended('an answered close', JSON.parse(await server.line()), { error: 'ok', code });
  }
  const gone = await open();
  gone.terminate();
  const report = JSON.parse(await server.line());
  equal('a client that is gone', ['closed_early', 'receive_failed'].includes(report.error), true);
  const chosen = await open(['a', 'b']);
  equal('a subprotocol of a server', chosen.protocol, 'b');
  chosen.close(1000);
  await server.line();
}

async function violations_at_server() {
  const head = (fields) => 'GET /x HTTP/1.1\r\nHost: a\r\n'
    + `${fields ?? 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n'
      + 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n'}\r\n`;
  const talk = (data) => new Promise((done) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(data));
    let all = Buffer.alloc(0);
    socket.on('data', (b) => {
      all = Buffer.concat([all, b]);
    });
    socket.on('error', () => {});
    socket.on('close', () => done(all));
  });
  const cases = [
    ['an unmasked frame', bytes(0x81, 1, 0x61), 1002],
    ['reserved bits', bytes(0xf2, 0x80, 0, 0, 0, 0), 1002],
    ['invalid UTF-8', bytes(0x81, 0x81, 0, 0, 0, 0, 0xff), 1007],
    ['a huge message', bytes(0x82, 0xff, 0, 0, 0, 0, 0xff, 0, 0, 0, 0, 0, 0, 0), 1009],
  ];
  for (const [what, wrong, code] of cases) {
    const answer = await talk(Buffer.concat([Buffer.from(head()), wrong]));
    const at = answer.indexOf('\r\n\r\n') + 4;
    equal(`the close after ${what}`, [...answer.subarray(at)], [0x88, 2, code >> 8, code & 255]);
    equal('the key of RFC 6455', answer.includes('s3pPLMBiTxaQ9kYGzzhZRbK+xOo='), true);
    await server.line();
  }
  const refused = async (fields) => (await talk(head(fields))).toString().slice(0, 12);
  equal('no upgrade', await refused(''), 'HTTP/1.1 426');
  equal('another version', await refused('Connection: Upgrade\r\nUpgrade: websocket\r\n'
    + 'Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n'), 'HTTP/1.1 426');
  equal('no key', await refused('Connection: Upgrade\r\nUpgrade: websocket\r\n'
    + 'Sec-WebSocket-Version: 13\r\n'), 'HTTP/1.1 400');
}

const run = async (title, ...parts) => {
  for (const part of parts) {
    const begin = checks;
    await part();
    console.log(`${title}, ${part.name}: ${checks - begin} checks`);
  }
};
const adapters = execFileSync(program, ['adapters']).toString().split('\n').filter(Boolean);
for (const mode of ['client', ...adapters]) {
  adapter = mode !== 'client';
  client = start(mode);
  await run(mode, echoes_at_client, closes_at_client, handshakes_at_client, violations_at_client,
    stalls_at_client);
  equal('the client ended', await client.end(), 0);
}
await run('server', echoes_at_server, closes_at_server, violations_at_server);
equal('the server ended', await server.end(), 0);
console.log(`${checks} checks, ${failures} differences`);
process.exit(failures === 0 ? 0 : 1);
