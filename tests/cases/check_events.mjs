// Checks exported cases with a decoder of event streams of its own, which knows nothing of oaiwire:
//
//     node check_events.mjs DIRECTORY
//
// It is also an example of how a program in another language reads the export.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
// Takes bytes in any pieces.
class EventStream {
  #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #started = false;
  #afterCr = false;
  #line = '';
  #event = '';
  #data = null;
  events = [];
  comments = [];
  id = '';
  lastId = '';
  retry = null;

  feed(bytes) {
    this.#text(this.#decoder.decode(bytes, { stream: true }));
  }

  // What a decoder that also takes an unterminated last event would add.
  finish() {
    this.#text(this.#decoder.decode());
    if (this.#line !== '') this.#process(this.#line);
    return this.#data === null ? [] : [this.#message()];
  }

  #text(text) {
    if (text === '') return;
    if (!this.#started) {
      this.#started = true;
      if (text.startsWith('\uFEFF')) text = text.slice(1);
    }
    for (const c of text) {
      const afterCr = this.#afterCr;
      this.#afterCr = c === '\r';
      if (c === '\n' && afterCr) continue;
      if (c === '\n' || c === '\r') {
        const line = this.#line;
        this.#line = '';
        this.#process(line);
      } else {
        this.#line += c;
      }
    }
  }

  #message() {
    return { event: this.#event || 'message', data: this.#data, id: this.id };
  }

  #process(line) {
    if (line === '') {
      this.lastId = this.id;
      if (this.#data !== null) this.events.push(this.#message());
      this.#event = '';
      this.#data = null;
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) {
      this.comments.push(line.slice(1));
      return;
    }
    const field = colon < 0 ? line : line.slice(0, colon);
    let value = colon < 0 ? '' : line.slice(colon + 1);
    if (value.startsWith(' ')) value = value.slice(1);
    if (field === 'event') this.#event = value;
    if (field === 'data') this.#data = this.#data === null ? value : `${this.#data}\n${value}`;
    if (field === 'id' && !value.includes('\0')) this.id = value;
    if (field === 'retry' && /^[0-9]+$/.test(value)) this.retry = Number(value);
  }
}

function bytesOf(input) {
  if (input.text !== undefined) return Buffer.from(input.text, 'utf-8');
  return Buffer.from(input.base64 ?? '', 'base64');
}

// The bytes whole, byte by byte, as the case says, and in two at some places.
function* cuttings(bytes, cuts) {
  const pieces = (places) => {
    const all = [0, ...places, bytes.length];
    return all.slice(1).map((end, i) => bytes.subarray(all[i], end));
  };
  yield pieces([]);
  yield Array.from(bytes, (_, i) => bytes.subarray(i, i + 1));
  if (cuts) yield pieces(cuts);
  for (let at = 1; at < bytes.length; at += 1 + Math.floor(bytes.length / 50)) yield pieces([at]);
}

// JSON.stringify orders members as they were made, so each value is made again in one order.
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const event = ({ event: name, data, id }) => ({ event: name, data, id });

const directory = process.argv[2];
let cases = 0;
let wrong = 0;
for (const file of ['sse.json', 'streams.json']) {
  const exported = JSON.parse(readFileSync(join(directory, file), 'utf-8'));
  if (exported.oaiwire_cases !== 1) throw new Error(`${file}: unknown version`);
  for (const one of exported.cases) {
    cases += 1;
    const bytes = bytesOf(one.input);
    for (const pieces of cuttings(bytes, one.cuts)) {
      const stream = new EventStream();
      for (const piece of pieces) stream.feed(piece);
      const { lastId, retry } = stream;
      const got = stream.events.slice();
      const comments = stream.comments.slice();
      const unfinished = stream.finish();
      const equal =
        same(got, one.events.map(event)) &&
        (!one.comments || same(comments, one.comments)) &&
        (!one.unfinished || same(unfinished, one.unfinished.map(event))) &&
        (!one.final ||
          (one.final.last_event_id === lastId && (one.final.retry ?? null) === retry));
      if (!equal) {
        wrong += 1;
        console.log(`differs: ${one.name}: ${JSON.stringify(got)}`);
        break;
      }
    }
  }
}
if (cases === 0) throw new Error('there are no cases');
console.log(`${cases} cases, ${wrong} differ`);
process.exitCode = wrong === 0 ? 0 : 1;
