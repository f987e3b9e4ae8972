// Compares the schemas of json::schema and json::loose_schema, and the values that arguments<T>()
// accepts, with others' validators: ajv, and zod by way of OpenAI's SDK for Node.js.
//
//   node schemas.mjs SCHEMAS [VALUES [SEED]]
//       in a folder with `npm install ajv ajv-formats zod openai`
//
// For each struct of schemas.cpp:
// - ajv compiles its schemas in its strict mode, where unknown keywords are errors;
// - the SDK's toStrictJsonSchema leaves the strict one as it is, so it is strict already;
// - of random values, most of them valid but for one mutation, what ajv accepts is accepted by the
//   library, and what only one of them accepts is one of the differences below;
// - formats and tools made of a struct are those that the SDK makes, but for the schema;
// - the schema that the SDK makes of the same struct in zod accepts and refuses the same values.
// Prints each disagreement, and fails if there is one. The library accepts more than the strict
// schema: unknown members (they are dropped), no member where null may be, any text for a pattern, a
// format or an open_enum. Not generated: integers beyond 2^53, reals beyond the largest float, which
// schemas do not bound.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.cwd()}/`);
try {
  for (const name of ['ajv', 'ajv-formats', 'zod', 'openai']) require.resolve(name);
} catch (e) {
  console.error(e.message.split('\n')[0]);
  process.exit(77); // skipped
}
const load = (name) => import(pathToFileURL(require.resolve(name)));
const Ajv = require('ajv/dist/2020').default;
const addFormats = require('ajv-formats').default;
const { z } = await load('zod');
const { zodFunction, zodResponseFormat, zodResponsesFunction, zodTextFormat } = await load('openai/helpers/zod');
const { toStrictJsonSchema } = await load('openai/lib/transform');
const [program, values = '400', seed = '1'] = process.argv.slice(2);
if (!program) throw new Error('usage: node schemas.mjs SCHEMAS [VALUES [SEED]]');

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

const run = (args, input) => {
  const made = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (made.status !== 0) throw new Error(`${program} ${args}: ${made.status} ${made.stderr}`);
  return made.stdout.split('\n').slice(0, -1);
};
const structs = run([], '').map((line) => JSON.parse(line));
const made = structs.pop(); // formats and tools

// ---- the same structs in zod

const int = (low, high) => z.number().int().min(low).max(high);
const i32 = () => int(-2147483648, 2147483647);
const unit = () => z.enum(['celsius', 'fahrenheit']);
const point = z.object({ x: i32(), y: i32() });
const line = z.object({ from: point, to: point });
const tree = z.object({ name: z.string(), get children() { return z.array(tree); } });
const chain = z.object({ value: i32(), get next() { return chain.nullable(); } });
const group = z.object({
  title: z.string(),
  get items() {
    return z.array(z.object({
      id: i32(), group: group.nullable(), others: z.array(group).nullable(),
    }));
  },
});
const circle = z.object({ kind: z.literal('circle'), radius: z.number() });
const square = z.object({ kind: z.literal('square'), side: z.number(), turned: i32().nullable() });
const optional = z.object({
  must: i32(), may: i32().nullable(), can: z.string().nullable(),
  get more() { return optional.nullable(); },
});
const inZod = {
  Person: z.object({ name: z.string(), born: i32().nullable() }),
  Widths: z.object({
    flag: z.boolean(), i8: int(-128, 127), i16: int(-32768, 32767), i32: i32(),
    i64: z.number().int(), u8: int(0, 255), u16: int(0, 65535), u32: int(0, 4294967295),
    u64: z.number().int().min(0), single: z.number(), real: z.number(),
  }),
  Bounds: z.object({
    days: int(1, 14).describe('Days ahead'), share: z.number().gt(0).lt(1),
    step: z.number().int().min(-100).multipleOf(5), few: z.number().int().min(0).lt(4),
    grades: z.array(z.number().min(1).max(6.5)), maybe: int(-2147483648, 3).nullable(),
    half: z.number().multipleOf(0.5), narrow: int(-128, 5),
  }),
  Enums: z.object({
    one: unit(), open: unit(), maybe: unit().nullable(), many: z.array(unit()),
  }),
  Point: point,
  Nullable: z.object({
    text: z.string().nullable(), number: z.number().nullable(), flag: z.boolean().nullable(),
    list: z.array(i32()).nullable(), point: point.nullable(), pointer: point.nullable(),
  }),
  Nested: z.object({ line, more: z.array(line), label: z.string() }),
  Annotated: z.object({
    start: point, end: point.describe('Where it ends'), via: point.nullable(),
    stops: z.array(point).min(1).max(2),
  }),
  Tree: tree,
  Chain: chain,
  Catalogue: z.object({ root: group }),
  Arrays: z.object({
    three: z.array(i32()).length(3), points: z.array(point).length(2),
    none: z.array(z.boolean()).length(0), matrix: z.array(z.array(z.number()).length(2)).length(2),
    maybe: z.array(z.string()).length(1).nullable(),
  }),
  Shapes: z.object({
    shapes: z.array(z.union([circle, square])), best: z.union([circle, square]).nullable(),
  }),
  Plan: z.object({
    steps: z.array(z.union([
      z.object({ type: z.enum(['walk', 'run']), to: point }),
      z.object({ type: z.literal('rest'), minutes: int(0, 60) }),
    ])),
  }),
  Either: z.object({
    id: z.union([z.string(), z.number()]), count: z.union([i32(), z.array(z.string())]),
    any: z.union([z.string(), z.boolean(), point]).nullable(),
    lists: z.array(z.union([z.array(i32()), z.array(z.string())])),
  }),
  Texts: z.object({
    code: z.string().regex(/^[a-z]{2}$/), day: z.iso.date(), id: z.guid().nullable(),
    codes: z.array(z.string().regex(/^[a-z]+$/)).min(1),
  }),
  Lists: z.object({
    some: z.array(int(0, 2147483647)).min(2).max(4),
    rows: z.array(z.array(int(-2147483648, 9))).max(2), flags: z.array(z.boolean()).max(3),
    floats: z.array(z.number()), bytes: z.array(int(0, 255)), gaps: z.array(i32().nullable()),
    points: z.array(point.nullable()),
  }),
  HasEmpty: z.object({ nothing: z.object({}), maybe: z.object({}).nullable() }),
  Foreign: z.object({ a: int(0, 2147483647), b: z.string() }),
  Optional: optional,
};

// ---- random values of a schema

const TEXTS = ['', 'a', 'ab', 'abc', 'Zürich', '😀😀😀', 'celsius', 'circle', 'walk', '2026-11-29',
  '3d0f2c86-5f0e-4c3a-9a53-0c9a3f3f3a11', '"', '\\', '\u0000', ' ', '1', 'null', 'a longer text'];
const EXAMPLES = {
  '^[a-z]{2}$': ['ch', 'de'], '^[a-z]+$': ['x', 'word'], date: ['2026-11-29', '2024-02-29'],
  uuid: ['3d0f2c86-5f0e-4c3a-9a53-0c9a3f3f3a11'],
};
const LARGE = 2 ** 53 - 1;
const number = (schema, whole) => {
  const low = Math.max(schema.minimum ?? -LARGE, schema.exclusiveMinimum ?? -LARGE);
  const high = Math.min(schema.maximum ?? LARGE, schema.exclusiveMaximum ?? LARGE);
  const wide = pick([low, high, low + (high - low) * (below(1000) / 1000), below(20), -below(20)]);
  const unit_ = schema.multipleOf ?? (whole ? 1 : 0.125);
  let v = Math.min(high, Math.max(low, wide));
  v = Math.round(v / unit_) * unit_;
  if (v < low || v === schema.exclusiveMinimum) v += unit_;
  if (v > high || v === schema.exclusiveMaximum) v -= unit_;
  return whole ? Math.trunc(v) : v;
};
const resolve = (schema, root) => {
  if (!schema.$ref) return schema;
  return schema.$ref.slice(1).split('/').slice(1)
    .reduce((s, key) => s[decodeURIComponent(key)], root);
};
const value = (of, root, depth) => {
  const schema = resolve(of, root);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) {
    const leaves = depth > 0 ? alternatives : alternatives.filter((a) => a.type === 'null');
    return value(pick(leaves.length ? leaves : alternatives), root, depth);
  }
  if ('const' in schema) return schema.const;
  if (schema.enum) return pick(schema.enum);
  const types = [schema.type].flat();
  const type = depth <= 0 && types.includes('null') ? 'null' : pick(types);
  switch (type) {
    case 'null': return null;
    case 'boolean': return oneIn(2);
    case 'integer': return number(schema, true);
    case 'number': return number(schema, false);
    case 'string': {
      const known = EXAMPLES[schema.format] ?? EXAMPLES[schema.pattern];
      if (known) return pick(known);
      if (schema.pattern?.includes('a-z')) return pick(EXAMPLES['^[a-z]{2}$']);
      const fit = TEXTS.filter((t) => [...t].length >= (schema.minLength ?? 0) &&
        [...t].length <= (schema.maxLength ?? 99));
      return pick(fit);
    }
    case 'array': {
      const least = schema.minItems ?? 0;
      const most = schema.maxItems ?? (depth > 0 ? least + 3 : least);
      const count = least + below(Math.max(0, most - least) + 1);
      return Array.from({ length: count }, () => value(schema.items, root, depth - 1));
    }
    case 'object': {
      const out = {};
      const required = schema.required ?? [];
      for (const [name, of_] of Object.entries(schema.properties ?? {})) {
        if (required.includes(name) || oneIn(2)) out[name] = value(of_, root, depth - 1);
      }
      if (typeof schema.additionalProperties === 'object') {
        for (let n = below(3); n > 0; --n) {
          out[pick(TEXTS)] = value(schema.additionalProperties, root, depth - 1);
        }
      }
      return out;
    }
    default: return anything(2); // no type: any value
  }
};
const anything = (depth) => {
  switch (below(depth > 0 ? 9 : 7)) {
    case 0: return null;
    case 1: return oneIn(2);
    case 2: return pick(TEXTS);
    case 3: return below(300) - 150;
    case 4: return below(4000) / 8 - 250;
    case 5: return pick([0, -1, 1, 127, 128, -129, 255, 256, 32768, 65536, 2147483648, -2147483649,
      4294967296, LARGE, 0.5, 6.5, 6.625, 1e10]);
    case 6: return pick([[], {}]);
    case 7: return Array.from({ length: below(4) }, () => anything(depth - 1));
    default: return Object.fromEntries([[pick(TEXTS), anything(depth - 1)],
      [pick(['x', 'name', 'kind', 'type']), anything(depth - 1)]]);
  }
};
// All nodes of a value, as [holder, key].
const places = (holder, key, out = []) => {
  out.push([holder, key]);
  const v = holder[key];
  if (v && typeof v === 'object') for (const k of Object.keys(v)) places(v, k, out);
  return out;
};
const mutated = (v) => {
  const box = { v: structuredClone(v) };
  const [holder, key] = pick(places(box, 'v'));
  const node = holder[key];
  const own = (o) => Object.keys(o);
  switch (below(8)) {
    case 0: // a member or an element less
      if (holder !== box) Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key];
      break;
    case 1: // one more
      if (Array.isArray(node)) node.push(node.length && oneIn(2) ? node[0] : anything(1));
      else if (node && typeof node === 'object') node[pick(['extra', 'kind', 'type'])] = anything(1);
      break;
    case 2: holder[key] = null; break;
    case 3: holder[key] = anything(1); break;
    case 4: // beyond a bound, or not whole
      if (typeof node === 'number') holder[key] = node + pick([1, -1, 0.5, -0.125, 1e6, -1e6]);
      if (Math.abs(holder[key]) > LARGE) holder[key] = 0;
      break;
    case 5:
      if (typeof node === 'string') holder[key] = pick([node + 'x', [...node].slice(1).join(''), pick(TEXTS)]);
      break;
    case 6: // a member by another's value
      if (node && typeof node === 'object' && own(node).length > 1) {
        node[pick(own(node))] = node[pick(own(node))];
      }
      break;
    default: holder[key] = [node];
  }
  return box.v;
};

// ---- the comparison

// What the library accepts beyond a strict schema, as a schema.
const OPEN = new Set(['Enums.open']);
const relaxed = (struct, schema) => {
  const root = structuredClone(schema);
  const canBeNull = (s) => {
    const of = resolve(s, root);
    return [of.type].flat().includes('null') || (of.anyOf ?? []).some((a) => a.type === 'null');
  };
  const visit = (s, name) => {
    if (!s || typeof s !== 'object') return;
    if (s.properties) {
      if (s.additionalProperties === false) delete s.additionalProperties;
      s.required = (s.required ?? []).filter((m) => !canBeNull(s.properties[m]));
      for (const [m, of] of Object.entries(s.properties)) visit(of, m);
    }
    delete s.pattern;
    delete s.format;
    if (OPEN.has(`${struct}.${name}`)) delete s.enum;
    for (const of of s.anyOf ?? []) visit(of, '');
    for (const of of Object.values(s.$defs ?? {})) visit(of, '');
    visit(s.items, '');
    visit(s.additionalProperties, '');
  };
  visit(root, '');
  return root;
};

const ajv = () => addFormats(new Ajv({ strict: true, allowUnionTypes: true, allErrors: false }));
const ajvOfSdk = () => addFormats(new (require('ajv').default)({ strict: false }));
let failures = 0;
const disagree = (what, struct, text, more = '') => {
  if (++failures <= 20) console.error(`${what}: ${struct} ${text} ${more}`);
};

{
  const plain = (v) => JSON.parse(JSON.stringify(v)); // without the SDK's own functions
  const of = { name: 'value', parameters: inZod.Bounds, description: 'of numbers' };
  const due = {
    format: zodResponseFormat(inZod.Bounds, 'value'), text: zodTextFormat(inZod.Bounds, 'value'),
    tool: zodFunction(of), response_tool: zodResponsesFunction(of),
  };
  const { strict } = structs.find((s) => s.name === 'Bounds');
  const withOurs = (v) => JSON.parse(JSON.stringify(v), (key, inner) =>
    (key === 'schema' || key === 'parameters' ? strict : inner));
  for (const [what, theirs] of Object.entries(due)) {
    if (!isDeepStrictEqual(plain(made[what]), withOurs(plain(theirs)))) {
      disagree(`not the SDK's ${what}`, 'Bounds', JSON.stringify(made[what]), JSON.stringify(theirs));
    }
  }
}

const cases = []; // {struct, text, strict, loose, relaxed, zod}
const counts = {};
for (const struct of structs) {
  const forms = {};
  for (const form of ['strict', 'loose']) {
    if (!struct[form]) continue;
    forms[form] = ajv().compile(struct[form]);
    forms[`relaxed_${form}`] = ajv().compile(relaxed(struct.name, struct[form]));
  }
  if (struct.strict) {
    try {
      const again = toStrictJsonSchema(struct.strict);
      if (!isDeepStrictEqual(again, struct.strict)) {
        disagree('changed by toStrictJsonSchema', struct.name, JSON.stringify(struct.strict),
          JSON.stringify(again));
      }
    } catch (e) {
      disagree('refused by toStrictJsonSchema', struct.name, e.message);
    }
  }
  let theirs;
  if (inZod[struct.name]) {
    const format = zodResponseFormat(inZod[struct.name], 'value').json_schema.schema;
    const text = zodTextFormat(inZod[struct.name], 'value').schema;
    if (!isDeepStrictEqual(format, text)) disagree("the SDK's two forms differ", struct.name, '');
    theirs = { schema: format, accepts: ajvOfSdk().compile(format) };
  } else if (struct.strict) {
    disagree('not in zod', struct.name, '');
  }
  const from = [struct.strict, struct.loose, theirs?.schema].filter(Boolean);
  for (let i = 0; i < Number(values); ++i) {
    const schema = from[i % from.length];
    let v = value(schema, schema, 3);
    for (let n = oneIn(3) ? 0 : 1 + below(2); n > 0; --n) v = mutated(v);
    const verdicts = Object.fromEntries(Object.entries(forms).map(([k, f]) => [k, f(v)]));
    if (theirs) verdicts.zod = theirs.accepts(v);
    cases.push({ struct: struct.name, text: JSON.stringify(v), ...verdicts });
  }
}
const judged = run(['judge'], cases.map((c) => `${c.struct}\t${c.text}\n`).join(''));
if (judged.length !== cases.length) throw new Error('the program ended early');
cases.forEach((c, i) => {
  const ours = judged[i] === 'ok';
  const count = (what) => { counts[what] = (counts[what] ?? 0) + 1; };
  count('values');
  count(ours ? 'accepted by the library' : 'refused by the library');
  if (c.strict) count('accepted by strict schemas');
  if (c.loose) count('accepted by loose schemas');
  for (const form of ['strict', 'loose']) {
    if (c[form] === undefined) continue;
    if (c[form] && !ours) disagree(`the ${form} schema accepts, the library not`, c.struct, c.text, judged[i]);
    if (c[`relaxed_${form}`] !== ours) {
      disagree(`the library ${ours ? 'accepts' : 'refuses'}, the relaxed ${form} schema not`,
        c.struct, c.text, judged[i]);
    }
  }
  if (c.strict && !c.loose) disagree('the loose schema refuses what the strict one accepts', c.struct, c.text);
  if (c.zod !== undefined) {
    count('compared with zod');
    if (c.zod !== c.strict) {
      disagree(`zod's schema ${c.zod ? 'accepts' : 'refuses'}, ours not`, c.struct, c.text);
    }
  }
});
console.log(`${structs.length} structs: ${JSON.stringify(counts)}`);
if (failures) {
  console.error(`${failures} disagreements`);
  process.exit(1);
}
