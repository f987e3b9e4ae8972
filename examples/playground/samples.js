// Captures to begin with. Each shows something that real servers do; docs/quirks.md has the list.
"use strict";

const samples = (() => {
    const event = (value) => `data: ${JSON.stringify(value)}\n\n`;
    const named = (value) => `event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`;
    const done = "data: [DONE]\n\n";

    const chunk = (delta, finish = null, more = {}) => ({
        id: "chatcmpl-8f2",
        object: "chat.completion.chunk",
        created: 1764460800,
        model: "sky-1",
        choices: [{ index: 0, delta, finish_reason: finish }],
        ...more,
    });
    const words = (text) => text.match(/\S+\s*/g).map((word) => event(chunk({ content: word })));
    const usage = { prompt_tokens: 14, completion_tokens: 22, total_tokens: 36 };

    const chat = [
        event(chunk({ role: "assistant", content: "" })),
        ...words("The sky is blue because air scatters short waves of light more than long ones. ☀"),
        event(chunk({}, "stop")),
        event({ ...chunk({}), choices: [], usage }),
        done,
    ].join("");

    const call = (delta) => chunk({ tool_calls: [delta] });
    const tools = [
        event(chunk({ role: "assistant", reasoning_content: "Two cities, " })),
        event(chunk({ reasoning_content: "so two calls." })),
        event(call({ index: 0, id: "call_1", type: "function", function: { name: "weather" } })),
        event(call({ index: 0, id: null, function: { name: null, arguments: '{"city":' } })),
        event(call({ index: 0, id: null, function: { name: null, arguments: '"Oslo"}' } })),
        event(call({ index: 0, id: "call_2", function: { name: "weather", arguments: "" } })),
        event(call({ index: 0, id: "", function: { arguments: '{"city":"Bern"}' } })),
        event(chunk({ content: "" }, "tool_calls", { usage: { ...usage, completion_tokens: "9" } })),
        done,
    ].join("");

    const item = { id: "msg_1", type: "message", role: "assistant", status: "in_progress", content: [] };
    const shell = { id: "resp_1", object: "response", created_at: 1764460800, model: "sky-1", output: [] };
    const place = { item_id: "msg_1", output_index: 0, content_index: 0 };
    const part = (text) => ({ type: "output_text", text, annotations: [] });
    const spoken = "Light, scattered.";
    const finished = { ...item, status: "completed", content: [part(spoken)] };
    const responses = [
        { type: "response.created", response: { ...shell, status: "in_progress" } },
        { type: "response.output_item.added", output_index: 0, item },
        { type: "response.content_part.added", ...place, part: part("") },
        { type: "response.output_text.delta", ...place, delta: "Light, " },
        { type: "response.output_text.delta", ...place, delta: "scattered." },
        { type: "response.output_text.done", ...place, text: spoken },
        { type: "response.content_part.done", ...place, part: part(spoken) },
        { type: "response.output_item.done", output_index: 0, item: finished },
        {
            type: "response.completed",
            response: {
                ...shell,
                status: "completed",
                output: [finished],
                usage: { input_tokens: 9, output_tokens: 4, total_tokens: 13 },
            },
        },
    ].map((e, i) => named({ ...e, sequence_number: i })).join("");

    const atoma = [
        ": keep-alive\n\n",
        event(chunk({ role: "assistant", content: "Short " })),
        ": keep-alive\n\n",
        event(chunk({ content: "waves." })),
        ": keep-alive\n\n",
        event({
            ...chunk({ content: "" }, "stop", { signature: "c2lnbmVk", response_hash: "aGFzaA==" }),
            choices: [{ index: 0, delta: {}, finish_reason: "stop", stop_reason: { Int: 2 } }],
            usage,
        }),
    ].join("");

    const glued = [
        event(chunk({ role: "assistant", content: "No blank line " })),
        `data: ${JSON.stringify(chunk({ content: "between " }))}\n`,
        event(chunk({ content: "these, " })),
        `data: ${JSON.stringify(chunk({ content: "and two " }))}`,
        `${JSON.stringify(chunk({ content: "on one line. " }))}\n\n`,
        event(chunk({ content: "@" })).replace("@", "\\ud83c"),
        event(chunk({ content: "@" })).replace("@", "\\udf0a"),
        event(chunk({ content: " not UTF-8: @" })).replace("@", "\u0001"),
        event(chunk({}, "stop")),
        done,
    ].join("");

    const head = (lines) => `HTTP/1.1 ${lines.join("\r\n")}\r\n\r\n`;
    const encoder = new TextEncoder();
    const chunked = (text, sizes) => {
        const parts = [];
        for (let at = 0, i = 0; at < text.length; ++i) {
            const piece = text.slice(at, (at += sizes[i % sizes.length]));
            parts.push(`${encoder.encode(piece).length.toString(16)}\r\n${piece}\r\n`);
        }
        return `${parts.join("")}0\r\n\r\n`;
    };
    const http =
        head(["200 OK", "Content-Type: text/event-stream", "Transfer-Encoding: chunked"]) +
        chunked(chat, [97, 201, 33, 412]);
    const limited =
        head(["429 Too Many Requests", "Content-Type: application/json", "Retry-After: 7"]) +
        JSON.stringify({
            error: { message: "Slow down.", type: "requests", param: null, code: "rate_limit_exceeded" },
        });

    // as curl --trace - --trace-time writes it
    const trace = () => {
        const out = [];
        let ms = 43_200_000;
        const show = (title, text) => {
            const clock = new Date(ms).toISOString().slice(11, 23);
            const bytes = encoder.encode(text);
            out.push(`${clock}${"412"} <= ${title}, ${bytes.length} bytes (0x${bytes.length.toString(16)})\n`);
            for (let at = 0; at < bytes.length; at += 16) {
                const line = [...bytes.slice(at, at + 16)];
                const hex = line.map((b) => `${b.toString(16).padStart(2, "0")} `).join("");
                const shown = line.map((b) => (b >= 32 && b < 127 ? String.fromCharCode(b) : "."));
                out.push(`${at.toString(16).padStart(4, "0")}: ${hex.padEnd(48)}${shown.join("")}\n`);
            }
        };
        show("Recv header", "HTTP/1.1 200 OK\r\n");
        show("Recv header", "Content-Type: text/event-stream\r\n");
        show("Recv header", "\r\n");
        ms += 380;
        chat.split(/(?<=\n\n)/).forEach((text, i) => {
            ms += [31, 24, 35, 22, 41, 28, 230, 26][i % 8];
            show("Recv data", text);
        });
        return out.join("");
    };

    return [
        { name: "A chat stream", text: chat },
        { name: "Reasoning, then tool calls (vLLM)", text: tools },
        { name: "Cut off by a proxy", text: chat.slice(0, chat.indexOf("waves") + 2) },
        {
            name: "An error in the stream (OpenRouter)",
            text: [
                ": OPENROUTER PROCESSING\n\n",
                ...words("The sky is "),
                event({
                    ...chunk({ content: "" }, "error"),
                    error: { code: 502, message: "The provider went away", metadata: { provider: "x" } },
                }),
                done,
            ].join(""),
        },
        { name: "Responses API", text: responses },
        { name: "No [DONE], comments (Atoma)", text: atoma },
        { name: "Glued texts, halves of a character", text: glued, replaced: ["\u0001", 0xff] },
        { name: "HTTP, chunked", text: http },
        { name: "With times: curl --trace", text: trace() },
        { name: "An error response", text: limited },
        { name: "A page instead of a stream", text: "<html><body>error code: 1015</body></html>\n" },
    ];
})();

// The bytes of a sample. One character may stand for a byte that is not UTF-8.
function sampleBytes(sample) {
    const bytes = new TextEncoder().encode(sample.text);
    if (sample.replaced) {
        const [from, to] = sample.replaced;
        const at = bytes.indexOf(from.charCodeAt(0));
        bytes[at] = to;
    }
    return bytes;
}
