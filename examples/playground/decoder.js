// The decoder: WebAssembly without Emscripten's script, since few functions are needed. The build
// puts the compiled module before this script, compressed and in base64.
"use strict";

async function loadDecoder(compressed) {
    const bytes = Uint8Array.from(atob(compressed), (c) => c.charCodeAt(0));
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const module = await new Response(unpacked).arrayBuffer();
    let memory = null;
    const { instance } = await WebAssembly.instantiate(module, {
        env: { emscripten_notify_memory_growth: () => {} },
        wasi_snapshot_preview1: {
            // no environment
            environ_sizes_get: (count, size) => {
                const words = new DataView(memory.buffer);
                words.setUint32(count, 0, true);
                words.setUint32(size, 0, true);
                return 0;
            },
            environ_get: () => 0,
            proc_exit: (code) => {
                throw new Error(`the decoder ended with ${code}`);
            },
        },
    });
    const wasm = instance.exports;
    memory = wasm.memory;
    wasm._initialize();
    const encoder = new TextEncoder();
    const decoder = new TextDecoder();

    const copy = (from, size) => new Uint8Array(memory.buffer).slice(from, from + size);
    const textAt = (from) => {
        const all = new Uint8Array(memory.buffer);
        return decoder.decode(all.subarray(from, all.indexOf(0, from)));
    };
    // Calls a function whose arguments are numbers and words, and that returns JSON.
    const ask = (name, ...values) => {
        const stack = wasm.stackSave();
        const passed = values.map((value) => {
            if (typeof value === "number") return value;
            const word = encoder.encode(`${value}\0`);
            const at = wasm.stackAlloc(word.length);
            new Uint8Array(memory.buffer).set(word, at);
            return at;
        });
        const said = textAt(wasm[name](...passed));
        wasm.stackRestore(stack);
        return JSON.parse(said);
    };

    const pass = (input) => {
        const at = wasm.playground_input(input.length);
        new Uint8Array(memory.buffer).set(input, at);
    };

    return {
        // Reads an input of that kind. A summary.
        load(input, kind) {
            pass(input);
            return ask("playground_load", kind);
        },
        // What is to be said of the bytes of an input.
        explain(bytes) {
            pass(bytes);
            return ask("playground_explain");
        },
        // Its bytes, as many as the summary's `size`.
        bytes: (size) => copy(wasm.playground_bytes(), size),
        // The offset and the size of each of its events.
        ranges: (events) => new Uint32Array(copy(wasm.playground_ranges(), events * 8).buffer),
        decode: (how, at) => ask("playground_decode", how, at),
        events: (first, count) => ask("playground_events", first, count),
        repeat: (times) => wasm.playground_repeat(times),
    };
}

// Asks a worker what is to be said of an input, so that the page can go on. One question at a time:
// a new one ends the one before.
class Explainer {
    // onAnswer(explained)
    constructor(compressed, onAnswer) {
        this.compressed = compressed;
        this.onAnswer = onAnswer;
        this.worker = null;
        this.busy = false;
    }

    ask(bytes) {
        if (this.busy) this.end();
        this.worker ??= this.start();
        this.busy = true;
        this.worker.postMessage(bytes);
    }

    end() {
        this.worker.terminate();
        this.worker = null;
    }

    start() {
        const code = `"use strict";
            const decoder = (${loadDecoder})(${JSON.stringify(this.compressed)});
            onmessage = (e) => decoder.then((d) => postMessage(d.explain(e.data)));`;
        const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
        const worker = new Worker(url);
        URL.revokeObjectURL(url);
        worker.onmessage = (e) => {
            this.busy = false;
            this.onAnswer(e.data);
        };
        return worker;
    }
}
