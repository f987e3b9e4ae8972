// The chat part by the Vercel AI SDK and by LangChain.

async function vercel(t, url) {
  const { generateText, streamText, tool, Output, stepCountIs, embedMany } = t.packages.ai;
  const { createOpenAI } = t.packages['@ai-sdk/openai'];
  const { z } = t.packages.zod;
  const provider = createOpenAI({ baseURL: url, apiKey: 'sk-any' });
  for (const [what, model] of [['chat', provider.chat('echo')], ['responses', provider.responses('echo')]]) {
    for (const text of ['Hello', 'Zürich 東京 👍🏽\n"quoted"', 'count 200']) {
      const due = text === 'count 200' ? Array.from({ length: 200 }, (_, i) => i + 1).join(' ') : text;
      const whole = await generateText({ model, prompt: text });
      t.equal(`${what}: text`, [whole.text, whole.finishReason], [due, 'stop']);
      t.ok(`${what}: usage`, whole.usage.inputTokens > 0 && whole.usage.outputTokens > 0, whole.usage);
      const stream = streamText({ model, prompt: text, onError: () => {} });
      t.equal(`${what}: streamed text`, (await t.all(stream.textStream)).join(''), due);
      t.equal(`${what}: streamed usage`, (await stream.usage).totalTokens, whole.usage.totalTokens);
      t.equal(`${what}: streamed finish`, await stream.finishReason, 'stop');
    }
    const seen = [];
    const tools = {
      weather: tool({ description: 'The weather', inputSchema: z.object({ city: z.string() }),
        execute: async ({ city }) => { seen.push(city); return `sun in ${city}`; } }),
      add: tool({ inputSchema: z.object({ a: z.number(), b: z.number() }),
        execute: async ({ a, b }) => { seen.push(a + b); return a + b; } }),
    };
    const prompt = 'call weather {"city":"Bern"}\ncall add {"a":1,"b":2}';
    const looped = await generateText({ model, prompt, tools, stopWhen: stepCountIs(3) });
    t.equal(`${what}: tools`, looped.text, 'The tools said: sun in Bern; 3');
    t.equal(`${what}: steps`, looped.steps.map((s) => [s.finishReason, s.toolCalls.length]), [['tool-calls', 2], ['stop', 0]]);
    const stream = streamText({ model, prompt, tools, stopWhen: stepCountIs(3), onError: () => {} });
    t.equal(`${what}: streamed tools`, (await t.all(stream.textStream)).join(''), 'The tools said: sun in Bern; 3');
    t.equal(`${what}: executed`, seen, ['Bern', 3, 'Bern', 3]);
    const forced = await generateText({ model, prompt: 'Hello', tools, toolChoice: { type: 'tool', toolName: 'add' },
      stopWhen: stepCountIs(1) });
    t.equal(`${what}: toolChoice`, forced.toolCalls.map((c) => c.toolName), ['add']);

    const schema = z.object({ name: z.string(), list: z.array(z.number()), kind: z.enum(['a', 'b']) });
    const made = await generateText({ model, prompt: 'fill in', output: Output.object({ schema }) });
    t.ok(`${what}: object`, schema.safeParse(made.output).success, made.text);
    const partial = streamText({ model, prompt: 'fill in', output: Output.object({ schema }), onError: () => {} });
    await t.all(partial.partialOutputStream);
    t.equal(`${what}: streamed object`, await partial.output, made.output);

    for (const status of [400, 401, 404, 422, 429, 500]) {
      await t.fails(`${what}: status ${status}`, () => generateText({ model, prompt: `error ${status}`, maxRetries: 0 }),
        Error, { name: 'AI_APICallError', statusCode: status, isRetryable: [429, 500].includes(status) });
    }
    const failures = [];
    const broken = streamText({ model, prompt: 'error 500 in stream', maxRetries: 0, onError: ({ error }) => failures.push(error) });
    const parts = await t.all(broken.fullStream);
    t.ok(`${what}: an error in a stream`, parts.some((p) => p.type === 'error') && failures.length === 1, parts.map((p) => p.type));
  }
  const { embeddings } = await embedMany({ model: provider.embedding('echo'), values: ['a', 'b'] });
  t.equal('embeddings', embeddings.map((e) => e.length), [256, 256]);
}

async function langchain(t, url) {
  const { ChatOpenAI, OpenAIEmbeddings } = t.packages['@langchain/openai'];
  const { HumanMessage, SystemMessage, ToolMessage } = t.packages['@langchain/core/messages'];
  const { tool } = t.packages['@langchain/core/tools'];
  const { z } = t.packages.zod;
  const common = { model: 'echo', apiKey: 'sk-any', maxRetries: 0, configuration: { baseURL: url } };
  for (const useResponsesApi of [false, true]) {
    const what = useResponsesApi ? 'responses' : 'chat';
    const model = new ChatOpenAI({ ...common, useResponsesApi });
    const text = 'Zürich 東京 👍🏽\n"quoted"';
    const whole = await model.invoke([new SystemMessage('Be brief.'), new HumanMessage(text)]);
    t.equal(`${what}: text`, whole.text, text);
    t.ok(`${what}: usage`, whole.usage_metadata.total_tokens === whole.usage_metadata.input_tokens
      + whole.usage_metadata.output_tokens, whole.usage_metadata);
    let joined;
    for await (const chunk of await model.stream([new SystemMessage('Be brief.'), new HumanMessage(text)])) {
      joined = joined ? joined.concat(chunk) : chunk;
    }
    t.equal(`${what}: streamed text`, joined.text, text);
    t.equal(`${what}: streamed usage`, joined.usage_metadata.total_tokens, whole.usage_metadata.total_tokens);
    t.equal(`${what}: batch`, (await model.batch(['a', 'b', 'c'])).map((m) => m.text), ['a', 'b', 'c']);

    const weather = tool(({ city }) => `sun in ${city}`, { name: 'weather', description: 'The weather',
      schema: z.object({ city: z.string() }) });
    const armed = model.bindTools([weather]);
    const question = new HumanMessage('call weather {"city":"Bern"}\ncall weather {"city":"Rom"}');
    const called = await armed.invoke([question]);
    t.equal(`${what}: tools`, called.tool_calls.map((c) => [c.name, c.args]), [['weather', { city: 'Bern' }], ['weather', { city: 'Rom' }]]);
    let pieces;
    for await (const chunk of await armed.stream([question])) pieces = pieces ? pieces.concat(chunk) : chunk;
    t.equal(`${what}: streamed tools`, pieces.tool_calls.map((c) => [c.name, c.args]), called.tool_calls.map((c) => [c.name, c.args]));
    const results = await Promise.all(called.tool_calls.map((c) => weather.invoke({ ...c, type: 'tool_call' })));
    t.ok(`${what}: results`, results.every((r) => r instanceof ToolMessage));
    t.equal(`${what}: answer`, (await armed.invoke([question, called, ...results])).text,
      'The tools said: sun in Bern; sun in Rom');

    const schema = z.object({ name: z.string(), list: z.array(z.number()), kind: z.enum(['a', 'b']) });
    for (const method of ['jsonSchema', 'functionCalling']) {
      const made = await model.withStructuredOutput(schema, { name: 'answer', method }).invoke('fill in');
      t.ok(`${what}: ${method}`, schema.safeParse(made).success, made);
    }
    for (const status of [400, 401, 404, 422, 429, 500]) {
      const e = await t.fails(`${what}: status ${status}`, () => model.invoke(`error ${status}`), Error);
      t.equal(`${what}: status of the error`, e?.status, status);
    }
    if (useResponsesApi) continue; // there LangChain takes the event of an error for the end
    await t.fails(`${what}: an error in a stream`, async () => t.all(await model.stream('error 500 in stream')), Error);
  }
  const vectors = await new OpenAIEmbeddings({ ...common }).embedDocuments(['a', 'b']);
  t.equal('embeddings', vectors.map((v) => v.length), [256, 256]);
}

export default async function frameworks(t, { url }) {
  await vercel(t, url);
  await langchain(t, url);
}
