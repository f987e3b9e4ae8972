// Compares the operations, members, enumerators and events of OpenAI's SDK for Node.js with those of
// the library, and prints what the library lacks.
//
//   node sdk_coverage.mjs SOURCES [--only TEXT]... [--jobs N]
//       in a folder with `npm install openai typescript`; SOURCES is a checkout of the library
//
// The SDK's side is read from its sources by TypeScript: each method that makes a request, with its
// parameters, result and stream. The library's side is printed by small programs, one for each
// header of api/operations/ and one for the events below, which describe the types as the codecs see
// them (sdk_coverage.hpp); they are compiled where they or what they include is newer. A new
// operation needs no edit here. Both are compared member by member, from the operation inwards:
// names of types do not matter. --only compares the operations and events whose SDK file or path
// contains the text.
//
// What is printed:
//   OPERATION  that the library does not have
//   MEMBER     that a struct does not have
//   ENUM       a text that an enumeration does not have
//   TEXT       a text of a member of type std::string that no comment of the types names
//   ITEM       an alternative that a variant would keep as raw JSON
//   RAW        a member that is raw JSON where the SDK has a type
//   KIND       another kind of value
//   EVENTS     a union of events that the library does not have
// Fails where there is a line that `left_out` does not name.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

// What README.md says is not covered, by the SDK's file: and differences that are meant.
const left_out_files = [
  /^admin\//, // administration of an organisation
  /^beta\/(assistants|threads\/|chatkit\/|agents\/)/, // superseded or in beta
  /^beta\/realtime\//, // the beta of Realtime, superseded by realtime/
];
// Differences that are meant, by the line that is printed.
const left_out = [
  // The beta of Responses with several agents (?beta=true): unknown members and items are kept.
  /^MEMBER +\S*(\.agent|Params\.betas|Params\.multi_agent|ResponseCreate\.multi_agent) /,
  /^MEMBER +\S+ \S+ \w+\.betas /,
  /^ITEM +Beta\S+ type "(agent_message|multi_agent_call|multi_agent_call_output)"/,
  // client::stream() sets it.
  /^MEMBER +GET \/responses\/\{\} retrieve\.stream /,
  // The tools of a choice are raw JSON, as in the SDK's Responses.
  /^RAW +\w+\.LiveAllowedToolsChoiceParam\.tools /,
  // An object or a list of objects, with any members.
  /^RAW +\S*DecisionInputJSON\.data /,
  // Numbers, booleans and lists are raw JSON there.
  /^(KIND|RAW) +\w*ComparisonFilter\.value /, /^(KIND|RAW) +\S*\.ComparisonFilter\.value /,
];

// Unions of events that no operation names: [SDK file, SDK type, C++ types that together stand for it].
const events = [
  ['realtime/realtime', 'RealtimeClientEvent', 'RealtimeClientEvent'],
  ['realtime/realtime', 'RealtimeServerEvent', 'RealtimeServerEvent'],
  ['realtime/realtime', 'RealtimeTranslationClientEvent', 'RealtimeTranslationClientEvent'],
  ['realtime/realtime', 'RealtimeTranslationServerEvent', 'RealtimeTranslationServerEvent'],
  ['responses/responses', 'ResponsesClientEvent', 'ResponseRequest', 'ResponseSteerEvent', 'ResponseInjectEvent'],
  ['responses/responses', 'ResponsesServerEvent', 'ResponseStreamEvent', 'ResponseSocketEvent'],
  ['live/live', 'ClientEvent', 'LiveClientEvent'],
  ['live/live', 'ServerEvent', 'LiveServerEvent'],
  ['live/sideband/sideband', 'SidebandClientEvent', 'LiveClientEvent'],
  ['live/sideband/sideband', 'SidebandServerEvent', 'LiveServerEvent'],
  ['live/forks/forks', 'ForkClientEvent', 'LiveClientEvent'],
  ['live/forks/forks', 'ForkServerEvent', 'LiveServerEvent'],
  ['webhooks/webhooks', 'UnwrapWebhookEvent', 'WebhookEvent'],
];

const require = createRequire(`${process.cwd()}/`);
let ts, sdk;
try {
  ts = require('typescript');
  sdk = path.dirname(require.resolve('openai'));
} catch (e) {
  console.error(e.message.split('\n')[0]);
  process.exit(77); // skipped
}
const args = process.argv.slice(2);
const root = args.shift();
if (!root) throw new Error('usage: node sdk_coverage.mjs SOURCES [--only TEXT]... [--jobs N]');
const only = [];
let jobs = 2;
for (let a; (a = args.shift()); ) {
  if (a === '--only') only.push(args.shift());
  else if (a === '--jobs') jobs = Number(args.shift());
  else throw new Error(`unknown argument ${a}`);
}
const is_selected = (...names) => !only.length || only.some((text) => names.some((n) => n.includes(text)));

// ---- the library's side

const include = path.join(root, 'include');
const headers = (folder) =>
  fs.existsSync(path.join(include, folder))
    ? fs.readdirSync(path.join(include, folder)).filter((f) => f.endsWith('.hpp')).map((f) => `${folder}/${f}`)
    : [];
const read = (header) => fs.readFileSync(path.join(include, header), 'utf8');
const work = path.join(root, 'build/sdk_coverage');
fs.mkdirSync(work, { recursive: true });

// Programs: name, headers, statements.
const programs = [];
for (const header of headers('oaiwire/api/operations')) {
  const calls = [...read(header).matchAll(/template <>\s*struct operation_of<([\w:]+)>/g)].map((m) => m[1]);
  if (!calls.length) continue;
  programs.push([path.basename(header, '.hpp'), [header], calls.map((c) => `sdk_coverage::operation<${c}>();`)]);
}
const declared = new Map(); // where a type is
for (const folder of ['types', 'webhooks', 'session']) {
  for (const header of headers(`oaiwire/${folder}`)) {
    for (const m of read(header).matchAll(/^(?:using (\w+) =|struct (\w+) \{)/gm)) declared.set(m[1] ?? m[2], header);
  }
}
for (const [, name, ...cpp] of events) {
  if (!cpp.every((c) => declared.has(c))) continue;
  const includes = [...new Set(cpp.map((c) => declared.get(c)))].sort();
  const statements = cpp.map((c) => `sdk_coverage::type<${c}>("${name} ${c}");`);
  const same = programs.find(([program]) => program === `events_${cpp[0]}`);
  if (same) same[2].push(...statements);
  else programs.push([`events_${cpp[0]}`, includes, statements]);
}

// --only by the name of a section compiles that alone
const stem = (text) => text.replace(/-/g, '_').toLowerCase();
const sections = programs.filter(([name]) => only.some((text) => stem(name).includes(stem(text))));
if (sections.length) programs.splice(0, programs.length, ...sections);

const compiler = process.env.CXX ?? 'c++';
const is_fresh = (program, deps) => {
  if (!fs.existsSync(program) || !fs.existsSync(deps)) return false;
  const made = fs.statSync(program).mtimeMs;
  const files = fs.readFileSync(deps, 'utf8').replace(/^[^:]*:/, '').split(/[\s\\]+/).filter(Boolean);
  return files.every((f) => fs.existsSync(f) && fs.statSync(f).mtimeMs <= made);
};
const compile = ([name, includes, statements]) =>
  new Promise((resolve, reject) => {
    const source = path.join(work, `${name}.cpp`);
    const program = path.join(work, name);
    const text =
      includes.map((h) => `#include <${h}>\n`).join('') +
      '#include "sdk_coverage.hpp"\n\nint main() {\n    using namespace oaiwire;\n' +
      statements.map((s) => `    ${s}\n`).join('') + '}\n';
    if (!fs.existsSync(source) || fs.readFileSync(source, 'utf8') !== text) fs.writeFileSync(source, text);
    if (is_fresh(program, `${program}.d`)) return resolve();
    const child = spawn(compiler, ['-std=c++20', '-O0', `-I${include}`, `-I${path.join(root, 'tests/interop')}`,
      '-MMD', '-MF', `${program}.d`, source, '-lsimdjson', '-o', program], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (d) => (said += d));
    child.on('close', (rc) => (rc === 0 ? resolve() : reject(new Error(`${name}: ${said.slice(0, 4000)}`))));
  });
const queue = [...programs];
await Promise.all(Array.from({ length: jobs }, async () => {
  for (let p; (p = queue.shift()); ) await compile(p);
}));

const operations = new Map(); // "POST /chat/completions": what was printed
const types = new Map(); // of events
for (const [name] of programs) {
  const nodes = new Map();
  for (const line of execFileSync(path.join(work, name), { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\n')) {
    if (!line) continue;
    const said = JSON.parse(line);
    const node = (id) => (id === null ? null : nodes.get(id));
    if ('kind' in said) nodes.set(said.id, { ...said, nodes });
    else if ('operation' in said) {
      const key = `${said.method} ${said.path}`;
      if (!operations.has(key)) operations.set(key, []);
      operations.get(key).push({ ...said, request: node(said.request), response: node(said.response), chunk: node(said.chunk) });
    } else types.set(said.type, node(said.is));
  }
}
// A node without the wrapper of a field.
const bare = (node) => {
  while (node && node.kind === 'field') node = node.nodes.get(node.inner);
  return node;
};
const inner = (node) => bare(node.nodes.get(node.inner));

// Texts that comments of the types name.
const named_texts = new Set();
for (const folder of ['types', 'api/operations', 'webhooks', 'session']) {
  for (const header of headers(`oaiwire/${folder}`)) for (const m of read(header).matchAll(/"([^"\n]*)"/g)) named_texts.add(m[1]);
}

// ---- the SDK's side

const resources = path.join(sdk, 'src/resources');
const files = [];
const walk = (folder) => {
  for (const f of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, f.name);
    if (f.isDirectory()) walk(at);
    else if (f.name.endsWith('.ts') && f.name !== 'index.ts') files.push(at);
  }
};
walk(resources);
const program = ts.createProgram(files, {
  strict: true, skipLibCheck: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
});
const checker = program.getTypeChecker();
const F = ts.TypeFlags;
const nothing = F.Null | F.Undefined | F.Void | F.Never;

const name_of = (type) => {
  const symbol = type.aliasSymbol ?? type.getSymbol();
  const parts = [];
  for (let s = symbol; s && !s.name.startsWith('"') && !s.name.startsWith('__'); s = s.parent) parts.unshift(s.name);
  // one name for what differs by `stream` alone
  return parts.join('.').replace(/Params(Base|NonStreaming|Streaming)\b/, 'Params') || '(unnamed)';
};
const parts_of = (type) => (type.isUnion() ? type.types : [type]).filter((t) => !(t.flags & nothing));
const properties = (type) =>
  checker.getPropertiesOfType(type)
    .map((p) => ({ name: p.name, type: checker.getTypeOfSymbol(p) }))
    .filter((p) => !p.name.startsWith('__') && parts_of(p.type).length); // not `?: never`
const literals = (type) => parts_of(type).filter((t) => t.isStringLiteral()).map((t) => t.value);
const is_any_text = (t) => (t.flags & F.String) || (t.isIntersection() && t.types.some((x) => x.flags & F.String));
// Any value, or any object.
const is_anything = (t) => (t.flags & (F.Any | F.Unknown)) ||
  (checker.getIndexInfosOfType(t).length && !checker.getPropertiesOfType(t).length && is_anything(checker.getIndexInfosOfType(t)[0].type));
const is_array = (type) => checker.isArrayType(type) || checker.isTupleType(type);

// Methods that make requests: file, method, path, parameters, results.
const methods = [];
const verbs = new Set(['get', 'post', 'put', 'patch', 'delete', 'getAPIList']);
const request_of = (declaration) => {
  let found;
  const visit = (node) => {
    if (!found && ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) &&
        verbs.has(node.expression.name.text) && /(^|\.)_client$/.test(node.expression.expression.getText())) found = node;
    ts.forEachChild(node, visit);
  };
  if (declaration.body) visit(declaration.body);
  return found;
};
const path_text = (node) => {
  if (ts.isTaggedTemplateExpression(node)) node = node.template;
  if (ts.isStringLiteralLike(node)) return [node.text, []];
  if (!ts.isTemplateExpression(node)) return null;
  let text = node.head.text;
  const names = [];
  for (const span of node.templateSpans) {
    names.push(span.expression.getText());
    text += `{}${span.literal.text}`;
  }
  return [text, names];
};
for (const file of files) {
  const source = program.getSourceFile(file);
  const rel = path.relative(resources, file).replace(/\.ts$/, '');
  for (const statement of source.statements) {
    if (!ts.isClassDeclaration(statement)) continue;
    const by_name = new Map();
    for (const m of statement.members) {
      if (!ts.isMethodDeclaration(m)) continue;
      if (!by_name.has(m.name.getText())) by_name.set(m.name.getText(), []);
      by_name.get(m.name.getText()).push(m);
    }
    for (const [name, all] of by_name) {
      const call = all.map(request_of).find(Boolean);
      if (!call) continue;
      const at = path_text(call.arguments[0]);
      if (!at) {
        console.error(`${rel} ${name}: no path: ${call.arguments[0].getText()}`);
        continue;
      }
      const verb = call.expression.name.text;
      const list = verb === 'getAPIList';
      const said = list ? /method: '(\w+)'/.exec(call.getText())?.[1] ?? 'get' : verb;
      const method = { rel, name, key: `${said.toUpperCase()} ${at[0].replace(/\?.*/, '')}`, path_names: new Set(at[1]), requests: [], results: [], chunks: [] };
      // an implementation behind overloads has looser types
      for (const m of all.length > 1 ? all.filter((d) => !d.body) : all) {
        for (const p of m.parameters) {
          const type = checker.getTypeAtLocation(p);
          if (/^(body|params|query)_?$/.test(p.name.getText())) method.requests.push(...parts_of(type));
        }
        const signature = checker.getSignatureFromDeclaration(m);
        const result = checker.getReturnTypeOfSignature(signature);
        const argument = (t) => (t.aliasTypeArguments ?? checker.getTypeArguments(t))[0];
        for (const r of parts_of(argument(result))) {
          if (name_of(r) === 'Stream') method.chunks.push(argument(r));
          else method.results.push(r);
        }
      }
      methods.push(method);
    }
  }
}

// ---- the comparison

const found = new Map(); // "CATEGORY what": where first
let compared = 0;
const report = (category, what, detail, where) => {
  const key = `${category.padEnd(9)} ${what}${detail ? ` ${detail}` : ''}`;
  if (left_out.some((r) => r.test(key))) return;
  if (!found.has(key)) found.set(key, where);
};

const accepts_text = (node) => node && (['text', 'enum', 'file'].includes(node.kind) ||
  (node.types?.some((a) => accepts_text(bare(node.nodes.get(a.type))))));
const alternatives = (node) => node.all ?? (node.kind === 'choice'
  ? node.types.flatMap((a) => {
      const type = bare(node.nodes.get(a.type));
      return type.kind === 'choice' ? alternatives(type) : [{ ...a, type, tag: node.tag }];
    })
  : [{ type: node }]);

let seen;
// What is missing in `node`, as calls of report() that are collected.
function compare(type, node, where, owner, out) {
  node = bare(node);
  if (type.flags & (F.Any | F.Unknown)) return;
  const parts = parts_of(type);
  if (!parts.length || !node) return;
  const key = `${type.id}:${node.id}`;
  if (seen.has(key)) return;
  seen.add(key);
  const all = alternatives(node);
  const is_open = parts.some(is_any_text);
  const texts = parts.filter((t) => t.isStringLiteral()).map((t) => t.value);
  const is_upload = all.some((a) => a.type.kind === 'file');
  const objects = [];
  for (const t of parts) {
    if (t.isStringLiteral() || (is_upload && !is_array(t))) continue;
    if (t.flags & F.StringLike || is_any_text(t)) {
      if (!accepts_text(node)) out.push([node.kind === 'raw' ? 'RAW' : 'KIND', owner, `a text, not ${node.kind}`, where]);
    } else if (t.flags & F.NumberLike) {
      if (!all.some((a) => ['number'].includes(a.type.kind))) out.push([node.kind === 'raw' ? 'RAW' : 'KIND', owner, `a number, not ${node.kind}`, where]);
    } else if (t.flags & F.BooleanLike) {
      if (!all.some((a) => a.type.kind === 'boolean')) out.push([node.kind === 'raw' ? 'RAW' : 'KIND', owner, `a boolean, not ${node.kind}`, where]);
    } else if (is_array(t)) {
      compare_array(t, all, node, where, owner, out);
    } else objects.push(t);
  }
  if (texts.length) {
    const enums = all.filter((a) => a.type.kind === 'enum');
    if (enums.length) {
      const names = new Set(enums.flatMap((a) => a.type.names));
      // every enumeration has `unknown`, for texts that it does not know
      for (const text of texts) if (!names.has(text) && text !== 'unknown') out.push(['ENUM', owner, JSON.stringify(text), where]);
    } else if (accepts_text(node)) {
      // a text that is always the same says nothing, nor do examples of a text
      if (texts.length > 1 && !is_open) for (const text of texts) if (!named_texts.has(text)) out.push(['TEXT', owner, JSON.stringify(text), where]);
    } else if (!(node.kind === 'boolean' && texts.every((t) => /^(true|false)$/.test(t)))) {
      out.push([node.kind === 'raw' ? 'RAW' : 'KIND', owner, `a text, not ${node.kind}`, where]);
    }
  }
  for (const t of objects) compare_object(t, all, node, where, owner, out, objects.length > 1);
}

function best(candidates, compare_one, out) {
  let chosen;
  for (const c of candidates) {
    const before = seen;
    seen = new Set(before);
    const said = [];
    compare_one(c, said);
    const after = seen;
    seen = before;
    if (!chosen || said.length < chosen.said.length) chosen = { said, after };
    if (!said.length) break;
  }
  for (const x of chosen.after) seen.add(x);
  out.push(...chosen.said);
}

function compare_array(t, all, node, where, owner, out) {
  const element = checker.getTypeArguments(t)[0];
  const lists = all.filter((a) => a.type.kind === 'list');
  if (lists.length) best(lists, (a, o) => compare(element, inner(a.type), `${where}[]`, owner, o), out);
  else if (all.some((a) => a.type.kind === 'numbers') && parts_of(element).every((p) => p.flags & F.NumberLike)) return;
  else if (all.some((a) => a.type.kind === 'raw')) {
    if (!parts_of(element).every(is_anything)) out.push(['RAW', owner, 'a list', where]);
  } else out.push(['KIND', owner, `a list, not ${node.kind}`, where]);
}

const is_file = (t) => checker.getPropertyOfType(t, 'arrayBuffer') || checker.getPropertyOfType(t, 'blob') ||
  checker.getPropertyOfType(t, 'pipe') || checker.getPropertyOfType(t, 'read') || checker.getPropertyOfType(t, 'byteLength');

function compare_object(t, all, node, where, owner, out, is_choice) {
  if (is_file(t)) {
    if (!all.some((a) => ['file', 'text', 'list'].includes(a.type.kind))) out.push(['KIND', owner, `a file, not ${node.kind}`, where]);
    return;
  }
  const members = properties(t);
  if (!members.length) {
    const index = checker.getIndexInfosOfType(t);
    const raw = all.some((a) => a.type.kind === 'raw');
    const map = all.find((a) => a.type.kind === 'map');
    if (index.length && map) compare(index[0].type, inner(map.type), `${where}{}`, owner, out);
    else if (!raw && !map && !all.some((a) => a.type.kind === 'object')) out.push(['KIND', owner, `a map, not ${node.kind}`, where]);
    return; // a map of anything may be raw JSON
  }
  const name = name_of(t) === '(unnamed)' ? owner : name_of(t);
  let candidates = all.filter((a) => a.type.kind === 'object');
  if (!candidates.length) {
    out.push([all.some((a) => a.type.kind === 'raw') ? 'RAW' : 'KIND', owner, `${name}${where.endsWith('[]') ? '[]' : ''}`, where]);
    return;
  }
  const tag = all.find((a) => a.tags)?.tag;
  if (tag) {
    const property = members.find((m) => m.name === tag);
    const values = property ? literals(property.type) : [];
    const untagged = candidates.filter((a) => !a.tags);
    if (values.length) {
      const used = new Set();
      for (const v of values) {
        const chosen = candidates.find((a) => a.tags?.includes(v));
        if (chosen) used.add(chosen);
        else if (untagged.length) untagged.forEach((a) => used.add(a));
        else out.push(['ITEM', `${name}`, `${tag} ${JSON.stringify(v)}`, where]);
      }
      for (const a of used) compare_members(members, a.type, name, where, out, tag);
      return;
    }
    if (untagged.length) candidates = untagged;
  }
  best(candidates, (a, o) => compare_members(members, a.type, name, where, o, a.type.tag), out);
}

function compare_members(members, node, name, where, out, tag) {
  for (const m of members) {
    if (node.tag && m.name === node.tag) continue; // the struct does not store it
    compared++;
    const id = node.members[m.name];
    const at = where ? `${where}.${m.name}` : m.name;
    if (id === undefined) {
      const only_text = literals(m.type);
      if (m.name === tag && only_text.length) continue;
      out.push(['MEMBER', `${name}.${m.name}`, `: ${checker.typeToString(m.type).slice(0, 90)}`, at]);
    } else compare(m.type, node.nodes.get(id), at, `${name}.${m.name}`, out);
  }
}

const root_compare = (type, node, where) => {
  seen = new Set();
  const out = [];
  compare(type, node, where, name_of(type), out);
  for (const o of out) report(...o);
};

let have = 0, absent = 0, named = 0;
for (const m of methods) {
  if (left_out_files.some((r) => r.test(m.rel))) {
    named++;
    continue;
  }
  if (!is_selected(m.rel, m.key)) continue;
  const ours = operations.get(m.key);
  if (!ours) {
    absent++;
    report('OPERATION', m.key, `(${m.rel} ${m.name})`, m.rel);
    continue;
  }
  have++;
  const label = (part) => `${m.key} ${part}:`;
  for (const r of m.requests) {
    seen = new Set();
    const out = [];
    // several operations of one path share its members
    best(ours, (o, said) => {
      const wanted = properties(r).filter((p) => !m.path_names.has(p.name));
      const body = bare(o.request);
      if (body.kind === 'object') compare_members(wanted, body, name_of(r) === '(unnamed)' ? `${m.key} ${m.name}` : name_of(r), label('request'), said, undefined);
      else compare(r, body, label('request'), name_of(r), said);
    }, out);
    for (const o of out) report(...o);
  }
  for (const r of m.results) {
    if (is_file(r)) continue; // bytes
    if (r.flags & F.StringLike) continue; // a text that is not JSON
    if (/Page$/.test(name_of(r))) {
      const data = checker.getPropertyOfType(r, 'data');
      seen = new Set();
      const out = [];
      best(ours, (o, said) => {
        const page = bare(o.response);
        const wanted = properties(r).filter((p) => ['data', 'has_more', 'last_id', 'next', 'object'].includes(p.name));
        compare_members(wanted, page, name_of(r), label('response'), said, undefined);
      }, out);
      if (!data) console.error(`${m.key}: no data`);
      for (const o of out) report(...o);
    } else {
      seen = new Set();
      const out = [];
      best(ours, (o, said) => compare(r, o.response, label('response'), name_of(r), said), out);
      for (const o of out) report(...o);
    }
  }
  for (const c of m.chunks) {
    const streams = ours.filter((o) => o.chunk);
    if (streams.length) root_compare(c, streams[0].chunk, label('stream'));
    else report('EVENTS', name_of(c), `of ${m.key}`, m.rel);
  }
}
for (const [file, name, ...cpp] of events) {
  if (!is_selected(file, name, ...cpp)) continue;
  const source = program.getSourceFile(path.join(resources, `${file}.ts`));
  const symbol = source && checker.getExportsOfModule(checker.getSymbolAtLocation(source)).find((s) => s.name === name);
  if (!symbol) throw new Error(`the SDK has no ${name} in ${file}`);
  const nodes = cpp.map((c) => types.get(`${name} ${c}`));
  if (!nodes.every(Boolean)) report('EVENTS', name, `C++ ${cpp.join(', ')}`, file);
  else {
    const all = nodes.flatMap(alternatives).map((a) => ({
      ...a, tag: 'type', tags: a.tags ?? (a.type.says?.type ? [a.type.says.type] : undefined),
    }));
    root_compare(checker.getDeclaredTypeOfSymbol(symbol), { kind: 'choice', id: name, all }, cpp[0]);
  }
}

const lines = new Map(); // texts of one member are one line
for (const [key, where] of [...found].sort()) {
  const [, what, text] = /^((?:ENUM|TEXT) +\S+)( ".*")$/.exec(key) ?? [, key, ''];
  lines.set(what, { texts: (lines.get(what)?.texts ?? '') + text, where });
}
for (const [what, { texts, where }] of lines) console.log(`${what}${texts}   @${where}`);
console.log(`operations: ${have} of ${have + absent}, and ${named} that are left out; members compared: ${compared}; missing: ${found.size}`);
process.exitCode = found.size ? 1 : 0;
