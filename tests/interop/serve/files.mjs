// Files and uploads in parts by OpenAI's SDK.
import { Buffer } from 'node:buffer';

async function files(t, client, openai) {
  const data = Buffer.alloc(200000, '\r\n--\0\xff');
  const file = await client.files.create({ purpose: 'user_data', expires_after: { anchor: 'created_at', seconds: 7200 },
    file: await openai.toFile(data, 'ü "b".bin') });
  t.equal('a file', [file.object, file.bytes, file.filename, file.purpose, file.status, file.expires_at - file.created_at],
    ['file', data.length, 'ü "b".bin', 'user_data', 'processed', 7200]);
  t.equal('a file by its id', await client.files.retrieve(file.id), file);
  const content = await client.files.content(file.id);
  t.equal('its content', Buffer.from(await content.arrayBuffer()), data);
  t.equal('waiting for it', (await client.files.waitForProcessing(file.id)).id, file.id);
  for (let i = 0; i < 5; ++i) {
    await client.files.create({ purpose: 'batch', file: await openai.toFile(Buffer.from('{}'), `${i}.jsonl`) });
  }
  const listed = await t.all(client.files.list({ purpose: 'batch', limit: 2 }));
  t.equal('files by pages', listed.map((f) => f.filename), [4, 3, 2, 1, 0].map((i) => `${i}.jsonl`));
  t.equal('the oldest first', (await t.all(client.files.list({ purpose: 'batch', order: 'asc' }))).map((f) => f.filename),
    [0, 1, 2, 3, 4].map((i) => `${i}.jsonl`));
  t.equal('deleted', await client.files.delete(file.id), { id: file.id, object: 'file', deleted: true });
  await t.fails('no such file', () => client.files.retrieve(file.id), openai.NotFoundError, { status: 404 });
  await t.fails('no content', () => client.files.content('file-none'), openai.NotFoundError, { status: 404 });
}

async function uploads(t, client, openai) {
  const begin = (bytes) => client.uploads.create({ bytes, filename: 'a.txt', mime_type: 'text/plain', purpose: 'user_data' });
  const upload = await begin(7);
  t.equal('an upload', [upload.object, upload.bytes, upload.status, upload.expires_at - upload.created_at],
    ['upload', 7, 'pending', 3600]);
  const parts = await Promise.all(['abcd', 'efg'].map(async (data) => client.uploads.parts.create(upload.id,
    { data: await openai.toFile(Buffer.from(data), 'part') })));
  t.ok('parts', parts.every((p) => p.object === 'upload.part' && p.upload_id === upload.id), parts);
  await t.fails('an unknown part', () => client.uploads.complete(upload.id, { part_ids: ['part_none'] }),
    openai.BadRequestError, { status: 400 });
  const whole = await client.uploads.complete(upload.id, { part_ids: parts.map((p) => p.id) });
  t.equal('a whole upload', [whole.status, whole.file.filename, whole.file.bytes], ['completed', 'a.txt', 7]);
  t.equal('its content', await (await client.files.content(whole.file.id)).text(), 'abcdefg');
  const other = await begin(1);
  t.equal('cancelled', (await client.uploads.cancel(other.id)).status, 'cancelled');
  await t.fails('no parts any more', async () => client.uploads.parts.create(other.id,
    { data: await openai.toFile(Buffer.from('x'), 'part') }), openai.BadRequestError, { status: 400 });
  await t.fails('no such upload', () => client.uploads.cancel('upload_none'), openai.NotFoundError, { status: 404 });
}

export default async function filesAndUploads(t, { url }) {
  const openai = t.packages.openai;
  const client = new openai.OpenAI({ baseURL: url, apiKey: 'sk-any', maxRetries: 0 });
  await files(t, client, openai);
  await uploads(t, client, openai);
}
