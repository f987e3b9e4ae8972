// Uses the playground's page as people do, in headless Chromium, from a file and from a server.
//   node playground.mjs PAGE [PICTURES]     in a folder with playwright-core and axe-core
// PICTURES: a folder for screenshots. OAIWIRE_CHROMIUM: the browser, else /usr/bin/chromium.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [page, pictures] = process.argv.slice(2).map((p) => path.resolve(p));
const require = createRequire(path.join(process.cwd(), "node_modules", "x.js"));
let chromium;
let axe;
try {
    ({ chromium } = require("playwright-core"));
    axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
} catch {
    console.log("no packages playwright-core and axe-core");
    process.exit(77);
}

const folder = mkdtempSync(path.join(os.tmpdir(), "playground-"));
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"].concat([
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]);
const server = http.createServer((request, response) => {
    const found = request.url === "/playground.html";
    response.writeHead(found ? 200 : 404, { "Content-Type": "text/html" });
    response.end(found ? readFileSync(page) : "");
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const served = `http://127.0.0.1:${server.address().port}/playground.html`;

const context = await chromium.launchPersistentContext(path.join(folder, "profile"), {
    executablePath: process.env.OAIWIRE_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: flags,
    viewport: { width: 1400, height: 900 },
    reducedMotion: "reduce",
});

let failures = 0;
// Every test has a page of its own, on which nothing may be reported or asked for.
async function test(title, use, { url = pathToFileURL(page).href, ...options } = {}) {
    const tab = await context.newPage();
    const said = [];
    tab.on("console", (m) => said.push(`console: ${m.text()}`));
    tab.on("pageerror", (e) => said.push(`error: ${e.stack}`));
    tab.on("request", (r) => {
        if (r.url() !== url && !/^(blob|data):/.test(r.url())) said.push(`request: ${r.url()}`);
    });
    try {
        if (options.size) await tab.setViewportSize(options.size);
        await tab.emulateMedia({ colorScheme: options.scheme ?? "light" });
        await tab.goto(url);
        await tab.waitForSelector("html[data-ready]");
        await use(tab);
        await tab.waitForTimeout(100);
        assert.deepEqual(said, []);
        console.log(`ok: ${title}`);
    } catch (e) {
        ++failures;
        console.log(`FAILED: ${title}\n${e.stack}\n${said.join("\n")}`);
    }
    await tab.close();
}

const text = (tab, id) => tab.locator(`#${id}`).innerText();
const explained = (tab) => tab.waitForSelector("#notes[aria-busy=false]");
const chunk = (content) =>
    `data: ${JSON.stringify({ id: "a", choices: [{ index: 0, delta: { content } }] })}\n\n`;
const done = "data: [DONE]\n\n";

// Drops bytes as a file on the page. `taken`: until they are shown as they are.
async function drop(tab, bytes, taken = true) {
    const data = Buffer.from(bytes).toString("base64");
    await tab.evaluate((base64) => {
        const raw = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([raw], "capture"));
        const event = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
    }, data);
    if (taken) await tab.waitForFunction((n) => document.getElementById("cut").max === String(n), bytes.length);
    else await tab.waitForTimeout(500);
}

// Pastes a text, with its line ends, as the browser would.
async function paste(tab, pasted) {
    await tab.locator("#text").focus();
    await tab.locator("#text").selectText();
    await tab.evaluate((t) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", t);
        const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
        document.getElementById("text").dispatchEvent(event);
    }, pasted);
}

// The bytes that are marked in the input, as the page shows them.
const marked = (tab) =>
    tab.evaluate(() => [...document.querySelectorAll("#bytes .marked")].map((e) => e.textContent).join(""));

for (const [where, url] of [["a file", pathToFileURL(page).href], ["a server", served]]) {
    await test(`from ${where}: every sample is read, and none differs by its cuts`, async (tab) => {
        const ends = {
            "A chat stream": "Complete", "Reasoning, then tool calls (vLLM)": "Complete",
            "Cut off by a proxy": "Truncated", "An error in the stream (OpenRouter)": "Error",
            "Responses API": "Complete", "No [DONE], comments (Atoma)": "Finished",
            "Glued texts, halves of a character": "Complete", "HTTP, chunked": "Complete",
            "With times: curl --trace": "Complete", "An error response": "Error",
            "A page instead of a stream": "Malformed",
        };
        const names = await tab.locator("#sample option").allInnerTexts();
        assert.deepEqual(names.slice(1).sort(), Object.keys(ends).sort());
        for (const [name, end] of Object.entries(ends)) {
            await tab.selectOption("#sample", { label: name });
            await tab.check("input[value=whole]");
            assert.equal(await text(tab, "end-name"), end, name);
            await tab.check("input[value=two]");
            assert.match(await text(tab, "facts"), /✓ same/, name);
            await tab.fill("#every", "1");
            await tab.waitForTimeout(50);
            assert.match(await text(tab, "facts"), /✓ same/, name);
        }
    }, { url });
}

await test("a text is pasted with its carriage returns", async (tab) => {
    const body = chunk("pasted");
    const size = Buffer.byteLength(body).toString(16);
    await paste(tab, `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${size}\r\n${body}\r\n0\r\n\r\n`);
    await explained(tab);
    assert.match(await text(tab, "about"), /chunked/);
    assert.match(await text(tab, "answer"), /pasted/);
    assert.equal(await text(tab, "end-name"), "Truncated");
    // an edit keeps them
    await tab.locator("#text").press("Control+End");
    await tab.keyboard.type("x");
    assert.match(await text(tab, "answer"), /pasted/);
});

await test("a text is typed and edited", async (tab) => {
    await tab.fill("#text", chunk("typed") + done);
    assert.match(await text(tab, "answer"), /typed/);
    assert.equal(await text(tab, "end-name"), "Complete");
    await tab.fill("#text", "");
    assert.equal(await text(tab, "end-name"), "Empty");
});

await test("a file is dropped, though it is no UTF-8", async (tab) => {
    const bytes = Buffer.concat([
        Buffer.from(chunk("a@b").replace("@", "\\u0000")),
        Buffer.from(chunk("c").slice(0, -6)), Buffer.from([0xff, 0x00, 0x80]), Buffer.from('"}}]}\n\n'),
        Buffer.from(done),
    ]);
    await drop(tab, bytes);
    assert.equal(await tab.inputValue("#text"), "");
    assert.equal(Number(await tab.getAttribute("#cut", "max")), bytes.length);
    assert.match(await text(tab, "bytes"), /\\xff‹0›\\x80/);
    await explained(tab);
    assert.match(await text(tab, "notes"), /invalid utf8/);
});

await test("a byte order mark is shown, and marked", async (tab) => {
    await drop(tab, Buffer.from(`\ufeff\ufeff${chunk("a")}${done}`));
    await explained(tab);
    for (const name of ["byte order mark", "second byte order mark"]) {
        await tab.locator("#notes button", { has: tab.getByText(name, { exact: true }) }).click();
        assert.equal(await marked(tab), "‹feff›", name);
    }
});

await test("the file field reads a file", async (tab) => {
    const file = path.join(folder, "capture.sse");
    writeFileSync(file, chunk("from a file") + done);
    await tab.setInputFiles("#file", file);
    await tab.waitForFunction(() => /from a file/.test(document.getElementById("answer").textContent));
});

await test("the cut moves by the keyboard, and says where it is", async (tab) => {
    const slider = tab.locator("#cut");
    await slider.focus();
    await tab.keyboard.press("Home");
    assert.equal(await text(tab, "end-name"), "Empty");
    assert.ok(await tab.isChecked("input[value=ends]"));
    assert.match(await slider.getAttribute("aria-valuetext"), /^byte 0 of [\d,]+, event 1 of 20$/);
    await tab.keyboard.press("ArrowRight");
    assert.match(await slider.getAttribute("aria-valuetext"), /^byte 1 /);
    await tab.keyboard.press("End");
    assert.equal(await text(tab, "end-name"), "Complete");
    // by events: each one that has come adds a chunk
    await tab.keyboard.press("Home");
    let chunks = 0;
    for (let i = 0; i < 20; ++i) {
        await tab.locator("#forward").press("Enter");
        const now = Number((await text(tab, "facts")).match(/(\d+)/)[1]);
        assert.ok(now >= chunks && now <= i + 1);
        chunks = now;
    }
    assert.equal(chunks, 19);
    await tab.locator("#back").press("Enter");
    assert.notEqual(await text(tab, "end-name"), "Complete");
    assert.equal(await tab.locator("#events li.later").count(), 1);
    assert.match(await tab.locator("#events li.later").innerText(), /not received/);
    await tab.waitForFunction(() => /^(Finished|Truncated): /.test(document.getElementById("live").textContent));
});

await test("a note and an event mark their bytes", async (tab) => {
    const bad = 'data: {"choices":[{"delta":{"content":"a"},"index":"0"}]}\n\n';
    await tab.fill("#text", chunk("é") + bad + done);
    await explained(tab);
    for (const note of await tab.locator("#notes button").all()) {
        await note.press("Enter");
        assert.equal(await note.getAttribute("aria-pressed"), "true");
        assert.equal(await tab.locator("#notes button[aria-pressed=true]").count(), 1);
        assert.notEqual(await marked(tab), "", await note.innerText());
    }
    const index = tab.locator("#notes button", { hasText: /choices\[0\]\.index/ }).first();
    await index.click();
    assert.equal(await marked(tab), '"0"');
    const second = tab.locator("#events summary").nth(1);
    await second.focus();
    assert.ok((await tab.locator("#bytes .hovered").count()) > 0);
    await second.press("Enter");
    assert.equal((await marked(tab)).replaceAll("↵", "\n"), bad);
    assert.match(await text(tab, "selected"), /event 2/);
    await tab.locator("#bytes .run").first().click();
    assert.equal((await marked(tab)).replaceAll("↵", "\n"), chunk("é"));
});

await test("an error has a button to its byte", async (tab) => {
    await tab.fill("#text", `${chunk("a")}data: {"choices":[}]}\n\n`);
    assert.equal(await text(tab, "end-name"), "Malformed");
    await tab.locator("#why button").click();
    assert.equal(await marked(tab), "}");
});

await test("no stream can write into the page", async (tab) => {
    const attack = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
    const event = {
        id: attack, model: attack,
        choices: [{
            index: 0, finish_reason: attack,
            delta: {
                content: attack, reasoning_content: attack, refusal: attack,
                tool_calls: [{ index: 0, id: attack, function: { name: attack, arguments: attack } }],
            },
        }],
        [attack]: 1,
    };
    const inputs = [
        `event: ${attack}\ndata: ${JSON.stringify(event)}\n\n: ${attack}\n\n${attack}: 1\n\n`,
        `data: ${JSON.stringify({ error: { message: attack, code: attack, type: attack } })}\n\n`,
        attack,
        `HTTP/1.1 500 No\r\nServer: ${attack}\r\n\r\n${attack}`,
    ];
    for (const input of inputs) {
        await drop(tab, Buffer.from(input));
        await explained(tab);
        for (const summary of await tab.locator("#events summary, #whole summary").all()) await summary.click();
        await tab.waitForTimeout(50);
        assert.equal(await tab.title(), "oaiwire playground");
        assert.equal(await tab.locator("img, #result script, #input script").count(), 0);
    }
    assert.match(await tab.locator("body").innerText(), /<img src=x/);
});

await test("10 MB are read, cut and looked at without a wait", async (tab) => {
    let input = "";
    for (let i = 0; input.length < 10_000_000; ++i) {
        input += `data: ${JSON.stringify({
            id: "chatcmpl-123", object: "chat.completion.chunk", created: 1764460800, model: "m",
            choices: [{ index: 0, delta: { content: `word ${i} ` }, finish_reason: null }],
        })}\n\n`;
    }
    const file = path.join(folder, "large.sse");
    writeFileSync(file, input + done);
    const began = Date.now();
    await tab.setInputFiles("#file", file);
    await tab.waitForFunction((n) => document.getElementById("cut").max === String(n), input.length + done.length);
    const took = Date.now() - began;
    assert.ok((await tab.locator("#events li").count()) <= 100);
    assert.ok((await tab.locator("#bytes .row").count()) < 100);
    await tab.locator("#more-events").click();
    assert.equal(await tab.locator("#events li").count(), 300);
    await tab.locator("#bytes").evaluate((e) => (e.scrollTop = e.scrollHeight));
    await tab.waitForFunction(() => /\[DONE\]/.test(document.getElementById("bytes").textContent));
    await tab.locator("#cut").focus();
    await tab.keyboard.press("Home");
    await tab.waitForFunction(() => document.getElementById("end-name").textContent === "Empty");
    await tab.keyboard.press("End");
    await tab.waitForFunction(() => document.getElementById("end-name").textContent === "Complete");
    await tab.waitForFunction(() => /MB\/s/.test(document.getElementById("timing-facts").textContent));
    await explained(tab); // while all of this was done
    console.log(`10 MB: ${took} ms until shown; ${await text(tab, "timing-facts")}`);
});

await test("an input that replaces another gets its own notes", async (tab) => {
    const large = chunk("x".repeat(50)).repeat(20_000);
    await drop(tab, Buffer.from(large));
    await drop(tab, Buffer.from("data: oh\n\n"));
    await explained(tab);
    await tab.waitForTimeout(1000);
    const offsets = await tab.locator("#notes .place").allInnerTexts();
    assert.ok(offsets.length > 0);
    assert.match(await text(tab, "about"), /^capture, 10 bytes/);
    for (const place of offsets) assert.ok(Number(place.match(/[\d,]+/)[0].replace(",", "")) <= 10, place);
});

await test("a cassette is read as recorded, also as another kind", async (tab) => {
    const line = (value) => `${JSON.stringify(value)}\n`;
    const cassette =
        line({ oaiwire_cassette: 1 }) +
        line({ exchange: 1, ms: 3, head: { status: 200, fields: [] } }) +
        line({ exchange: 1, ms: 40, body: { text: chunk("taped") } }) +
        line({ exchange: 1, ms: 90, body: { base64: Buffer.from(done).toString("base64") } });
    await drop(tab, Buffer.from(cassette), false); // its size is not that of the bytes
    assert.match(await text(tab, "answer"), /taped/);
    assert.match(await text(tab, "about"), /cassette/);
    assert.match(await text(tab, "timing-facts"), /first event came after 40 ms, the last after 90 ms/);
    await tab.selectOption("#kind", "completions");
    assert.match(await text(tab, "about"), /cassette/);
    await tab.selectOption("#kind", "chat");
    assert.match(await text(tab, "answer"), /taped/);
});

await test("a trace of curl has a graph of its times, and the same as a table", async (tab) => {
    await tab.selectOption("#sample", { label: "With times: curl --trace" });
    assert.match(await text(tab, "timing-facts"), /first event came after \d+ ms/);
    assert.ok((await tab.locator("#graph circle").count()) > 10);
    await tab.locator("#timing-table summary").click();
    assert.equal(await tab.locator("#timing-table tbody tr").count(), 20);
    await tab.check("input[value=recorded]");
    assert.match(await text(tab, "facts"), /20\s+reads/);
    assert.match(await text(tab, "facts"), /✓ same/);
});

const looks = [
    ["light", { width: 1400, height: 900 }, "light"],
    ["dark", { width: 1400, height: 900 }, "dark"],
    ["narrow", { width: 320, height: 640 }, "light"],
    ["narrow-dark", { width: 320, height: 640 }, "dark"],
    // 200 % of 1280 by 800
    ["zoomed", { width: 640, height: 400 }, "light"],
];
for (const [name, size, scheme] of looks) {
    await test(`it is accessible and fits: ${name}`, async (tab) => {
        for (const sample of ["0", "1", "6", "8", "9"]) {
            await tab.selectOption("#sample", sample);
            await explained(tab);
            const first = tab.locator("#notes button").first();
            if (await first.count()) await first.click();
            await tab.locator("#events summary").first().click();
            for (const id of ["whole", "timing-table"]) {
                const details = tab.locator(`#${id}`);
                if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
            }
            await tab.locator("#back").click();
            const width = await tab.evaluate(() => document.documentElement.scrollWidth);
            assert.ok(width <= size.width, `${sample}: ${width} pixels wide`);
            await tab.waitForTimeout(100);
            // outside the page's policy, which forbids to load scripts
            const { violations } = await tab.evaluate(`${axe}; axe.run(document, { resultTypes: ["violations"] })`);
            const found = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join("\n  ")}`);
            assert.deepEqual(found, [], `sample ${sample}`);
            if (pictures) {
                await tab.screenshot({ path: path.join(pictures, `${name}-${sample}.png`), fullPage: true });
            }
        }
    }, { size, scheme });
}

await context.close();
server.close();
rmSync(folder, { recursive: true, force: true });
if (failures) console.log(`${failures} failed`);
process.exit(failures ? 1 : 0);
