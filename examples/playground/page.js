// The page: gives inputs to the decoder and shows what it says. Texts of an input are put into the
// page as text only.
"use strict";

loadDecoder(compiledDecoder).then((decoder) => {
    const $ = (id) => document.getElementById(id);
    const element = (name, className, text) => {
        const made = document.createElement(name);
        if (className) made.className = className;
        if (text !== undefined) made.textContent = text;
        return made;
    };
    const number = (n) => n.toLocaleString("en");
    const plural = (n, noun) => `${number(n)} ${noun}${n === 1 ? "" : "s"}`;

    // an input that is larger is not put into the text field
    const mostText = 200_000;
    // from this size on, the cut is followed only when it rests
    const heavy = 1_000_000;
    const page = { notes: 50, events: 100 };

    const ends = {
        complete: ["good", "✓", "Complete", "the last event came"],
        finished: ["good", "✓", "Finished", "every choice has its reason to end, but no [DONE] came"],
        truncated: ["cut", "✂", "Truncated", "the answer is not complete"],
        empty: ["cut", "∅", "Empty", "nothing came that could be read"],
        api_error: ["bad", "✕", "Error", "the server reports an error"],
        malformed: ["bad", "✕", "Malformed", "what came could not be read"],
        limit: ["bad", "✕", "Limit", "more came than the limits allow"],
        open: ["cut", "…", "Open", "it has not ended"],
        cancelled: ["cut", "✕", "Cancelled", ""],
    };
    const problems = ["error", "malformed", "invalid", "unrecognised"];

    let facts = null; // the summary of the input
    let taken = new Uint8Array(); // the input; what it records of a response is in `bytes`
    let fileName = "";
    let said = null; // what is explained of it; null: not yet
    let notes = [];
    let bytes = new Uint8Array();
    let ranges = new Uint32Array(); // offset and size of each event
    let begins = new Uint32Array(); // the offsets, in order
    let whole = null; // the outcome of one read
    let outcome = null;
    let lineEnds = "\n"; // of the input in the text field, which has no other
    let notesShown = 0;
    let eventsShown = 0;
    let pressed = null; // the note whose bytes are marked

    const view = new BytesView($("bytes"), (offset) => pickByte(offset));
    const graph = new Graph(
        $("graph"),
        $("timing-table").querySelector("table"),
        (group) => (group ? view.hover(group.offset, group.offset + group.size) : view.hover(0, 0)),
        (group) => select(group.offset, group.size, `event ${group.first + 1}`),
    );

    // ---- the input

    function takeBytes(input, { intoField = true, sample = false, name = "" } = {}) {
        if (!sample) $("sample").value = "";
        taken = input;
        fileName = name;
        said = null;
        facts = decoder.load(input, $("kind").value);
        bytes = decoder.bytes(facts.size);
        ranges = decoder.ranges(facts.events);
        begins = ranges.filter((_, i) => i % 2 === 0).sort();
        whole = decoder.decode("whole", 0);
        if (intoField) fillField(input);
        $("recorded").hidden = facts.arrivals === 0;
        if (facts.arrivals === 0 && how() === "recorded") setHow("whole");
        $("cut").max = String(bytes.length);
        $("cut").value = String(cutAtFirst());
        view.show(bytes, begins);
        describeInput();
        eventsShown = 0;
        listNotes();
        explainer.ask(bytes);
        decode();
        measure();
        $("selected").textContent = "Choose a note or an event to mark its bytes.";
    }

    // In the middle of an event in the middle, which is the most instructive place.
    function cutAtFirst() {
        const middle = Math.floor(facts.events / 2);
        if (facts.events === 0) return bytes.length;
        return Math.min(bytes.length, ranges[2 * middle] + Math.ceil(ranges[2 * middle + 1] / 2));
    }

    function fillField(input) {
        const field = $("text");
        field.value = "";
        field.placeholder = "This input is not shown here: its bytes are below.";
        if (input.length > mostText) return;
        let text;
        try {
            text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(input);
        } catch {
            return;
        }
        lineEnds = /\r\n/.test(text) && !/(^|[^\r])\n/.test(text) ? "\r\n" : "\n";
        field.value = text;
        field.placeholder = "";
    }

    function describeInput() {
        const parts = [plural(bytes.length, "byte")];
        if (fileName) parts.unshift(fileName);
        if (facts.form !== "bytes") parts.push(`the response in a ${facts.form}`);
        if (said?.what) parts.push(said.what);
        const kind = $("kind").selectedOptions[0].textContent;
        const names = [...$("kind").options];
        const found = names.find((o) => o.value === facts.kind)?.textContent ?? facts.kind;
        parts.push(facts.guessed ? `read as: ${found}` : `read as you say: ${kind}`);
        $("about").textContent = `${parts.join(", ")}. ${facts.remark}`;
    }

    $("text").addEventListener("input", () => {
        const text = $("text").value.replaceAll("\n", lineEnds);
        takeBytes(new TextEncoder().encode(text), { intoField: false });
    });
    // a text field drops carriage returns, which the framing of HTTP needs
    function paste(e) {
        const field = $("text");
        const inField = e.target === field;
        if (!inField && e.target.matches?.("input, textarea")) return;
        const file = e.clipboardData.files[0];
        const text = e.clipboardData.getData("text/plain");
        const all = field.selectionStart === 0 && field.selectionEnd === field.value.length;
        if (!file && (!text || (inField && !all))) return;
        e.preventDefault();
        if (file) takeFile(file);
        else takeBytes(new TextEncoder().encode(text));
    }
    document.addEventListener("paste", paste);

    async function takeFile(file) {
        takeBytes(new Uint8Array(await file.arrayBuffer()), { name: file.name });
    }
    $("file").addEventListener("change", () => {
        if ($("file").files[0]) takeFile($("file").files[0]);
        $("file").value = ""; // so that the same file can be opened again
    });
    let inside = 0;
    const dragging = (by) => {
        inside = Math.max(0, inside + by);
        document.body.classList.toggle("dropping", inside > 0);
    };
    document.addEventListener("dragenter", () => dragging(1));
    document.addEventListener("dragleave", () => dragging(-1));
    document.addEventListener("dragover", (e) => e.preventDefault());
    document.addEventListener("drop", (e) => {
        e.preventDefault();
        dragging(-inside);
        const file = e.dataTransfer.files[0];
        const text = e.dataTransfer.getData("text/plain");
        if (file) takeFile(file);
        else if (text) takeBytes(new TextEncoder().encode(text));
    });
    $("kind").addEventListener("change", () => {
        takeBytes(taken, {
            intoField: false,
            sample: $("sample").value !== "",
            name: fileName,
        });
    });
    $("sample").append(new Option("Yours", ""));
    samples.forEach((s, i) => $("sample").append(new Option(s.name, String(i))));
    $("sample").addEventListener("change", () => {
        const sample = samples[Number($("sample").value)];
        if ($("sample").value === "") {
            $("text").select();
            $("text").focus();
        } else {
            $("kind").value = "auto";
            takeBytes(sampleBytes(sample), { sample: true });
        }
    });

    // ---- the cut

    const how = () => document.querySelector("input[name=how]:checked").value;
    const setHow = (value) => {
        document.querySelector(`input[name=how][value=${value}]`).checked = true;
    };
    const cut = () => Number($("cut").value);

    // The event that has the byte before the cut, or the next one.
    function eventAt(offset) {
        let low = 0;
        let high = begins.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (begins[middle] <= offset) low = middle + 1;
            else high = middle;
        }
        return Math.max(0, low - 1);
    }

    function showCut() {
        const mode = how();
        const used = mode === "two" || mode === "ends";
        const event = eventAt(cut());
        const place = `byte ${number(cut())} of ${number(bytes.length)}`;
        const inside = facts.events ? `, event ${number(event + 1)} of ${number(facts.events)}` : "";
        $("where").textContent = used
            ? place + inside
            : `${place}${inside}. Move it, and the connection ends there.`;
        $("cut").setAttribute("aria-valuetext", place + inside);
        view.cutAt(used ? cut() : null, mode === "ends");
        // without a smooth scroll: the cut moves with every key
        if (used) view.reveal(Math.min(cut(), Math.max(0, bytes.length - 1)));
    }

    let waiting = 0;
    function moveCut() {
        if (how() !== "two" && how() !== "ends") setHow("ends");
        showCut();
        clearTimeout(waiting);
        if (bytes.length >= heavy) waiting = setTimeout(decode, 150);
        else decode();
    }
    $("cut").addEventListener("input", moveCut);
    function jump(to) {
        $("cut").value = String(to);
        moveCut();
    }
    $("back").addEventListener("click", () => {
        jump(begins.findLast?.((b) => b < cut()) ?? 0);
    });
    $("forward").addEventListener("click", () => {
        jump(begins.find((b) => b > cut()) ?? bytes.length);
    });
    document.querySelectorAll("input[name=how]").forEach((radio) => {
        radio.addEventListener("change", decode);
    });
    $("every").addEventListener("input", () => {
        setHow("every");
        clearTimeout(waiting);
        waiting = setTimeout(decode, bytes.length >= heavy ? 400 : 0);
    });

    // ---- the result

    function decode() {
        const mode = how();
        const at = mode === "every" ? Math.max(1, Math.floor(Number($("every").value) || 1)) : cut();
        outcome = mode === "whole" ? whole : decoder.decode(mode, at);
        showCut();
        showEnd(mode);
        showAnswer();
        listEvents(Math.max(eventsShown, page.events));
        announce();
    }

    function same() {
        return (
            outcome.end === whole.end &&
            outcome.chunks === whole.chunks &&
            outcome.response === whole.response
        );
    }

    function showEnd(mode) {
        const [tone, sign, name, meaning] = ends[outcome.end] ?? ["cut", "?", outcome.end, ""];
        $("end").dataset.end = tone;
        $("sign").textContent = sign;
        $("end-name").textContent = name;
        $("end-meaning").textContent = meaning;
        const why = $("why");
        why.replaceChildren();
        const e = outcome.error;
        if (e) {
            const status = e.status ? ` ${e.status}` : "";
            const code = e.api_code || e.api_type ? ` (${e.api_code || e.api_type})` : "";
            const path = e.path ? ` at ${e.path}` : "";
            why.append(element("code", "", e.code), `${status}${path}${code}: ${e.message}`);
            if (typeof e.offset === "number") {
                const button = element("button", "", `Byte ${number(e.offset)}`);
                button.type = "button";
                const from = Math.min(e.offset, Math.max(0, bytes.length - 1));
                button.addEventListener("click", () => select(from, 1, "the error"));
                why.append(" ", button);
            }
        }
        const list = $("facts");
        list.replaceChildren();
        const add = (value, label) => {
            const pair = element("div");
            pair.append(element("dt", "", label), element("dd", "", value));
            list.append(pair);
        };
        add(number(outcome.chunks), outcome.chunks === 1 ? "chunk" : "chunks");
        add(number(facts.events), facts.events === 1 ? "event in the input" : "events in the input");
        add(number(outcome.reads), outcome.reads === 1 ? "read" : "reads");
        if (mode === "two") add(number(outcome.chunks_of_first), "chunks with the first read");
        if (mode === "two" || mode === "every" || mode === "recorded") {
            add(same() ? "✓ same" : "✕ DIFFERENT", same() ? "as in one read" : "from one read: a bug");
        }
    }

    const clip = (text, most) =>
        text.length > most ? `${text.slice(0, most)} … (${number(text.length)} characters)` : text;

    function showAnswer() {
        const box = $("answer");
        box.replaceChildren();
        const { choices, media, model, id } = outcome.answer;
        const said = (className, who, text) => {
            if (!text) return;
            box.append(element("p", "who", who), element("div", `said ${className}`, clip(text, 20000)));
        };
        for (const choice of choices) {
            const one = choices.length > 1 ? `Choice ${choice.index}: ` : "";
            said("reasoning", `${one}reasoning`, choice.reasoning);
            said("", `${one}text`, choice.text);
            said("refusal", `${one}refusal`, choice.refusal);
            for (const call of choice.calls) {
                box.append(element("p", "who", `${one}tool call ${call.id}`));
                const shown = element("div", "call");
                shown.append(element("b", "", call.name), `(${clip(call.arguments, 5000)})`);
                box.append(shown);
            }
        }
        for (const thing of media) box.append(element("p", "said", thing));
        const counts = [];
        if (model) counts.push(`model ${model}`);
        if (id) counts.push(`id ${id}`);
        for (const { finish } of choices) if (finish) counts.push(`ended by ${finish}`);
        if (outcome.answer.prompt_tokens !== undefined) {
            counts.push(`${number(outcome.answer.prompt_tokens)} prompt tokens`);
        }
        if (outcome.answer.completion_tokens !== undefined) {
            counts.push(`${number(outcome.answer.completion_tokens)} completion tokens`);
        }
        if (!box.hasChildNodes()) box.append(element("p", "none", "No answer yet."));
        if (counts.length) box.append(element("p", "counts", counts.join(" · ")));
        showResponse();
    }

    function showResponse() {
        if (!$("whole").open) return;
        const most = 100_000;
        const { response } = outcome;
        $("response").textContent =
            response.length > most
                ? clip(response, most)
                : JSON.stringify(JSON.parse(response || "null"), null, 2);
    }
    $("whole").addEventListener("toggle", showResponse);

    // Says what changed, once it has come to rest.
    let speaking = 0;
    function announce() {
        clearTimeout(speaking);
        speaking = setTimeout(() => {
            const [, , name, meaning] = ends[outcome.end] ?? ["", "", outcome.end, ""];
            $("live").textContent =
                `${name}: ${meaning}. ${plural(outcome.chunks, "chunk")} from ` +
                `${plural(facts.events, "event")}, ` +
                (said ? `${plural(notes.length, "note")}.` : "looking for notes.");
        }, 400);
    }

    // ---- bytes that belong to something

    function select(offset, size, what) {
        const end = offset + size;
        view.select(offset, end);
        const shown = bytes.subarray(offset, Math.min(end, offset + 120));
        const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(shown).replaceAll("\n", "↵").replaceAll("\r", "\\r");
        const range =
            size === 1 ? `Byte ${number(offset)}` : `Bytes ${number(offset)} to ${number(end - 1)}`;
        $("selected").textContent = `${range}, ${what}: ${text}${shown.length < size ? " …" : ""}`;
    }

    function press(button) {
        pressed?.setAttribute("aria-pressed", "false");
        pressed = button;
        pressed?.setAttribute("aria-pressed", "true");
    }

    function hovers(target, offset, size) {
        const on = () => view.hover(offset, offset + size);
        const off = () => view.hover(0, 0);
        target.addEventListener("pointerenter", on);
        target.addEventListener("pointerleave", off);
        target.addEventListener("focus", on);
        target.addEventListener("blur", off);
    }

    // What the decoder says, and what is explained once that has come.
    function listNotes() {
        pressed = null;
        notesShown = 0;
        $("notes").replaceChildren();
        notes = said ? [...said.notes] : [];
        const wrong = notes.filter((n) => n.grade === "wrong");
        for (const note of facts.notes) {
            const end = note.offset + Math.max(1, note.size);
            if (!wrong.some((n) => n.offset >= note.offset && n.offset < end)) notes.push(note);
        }
        notes.sort((a, b) => a.offset - b.offset);
        showNotes();
    }

    const explainer = new Explainer(compiledDecoder, (explained) => {
        said = explained;
        listNotes();
        describeInput();
        announce();
    });

    function showNotes() {
        const list = $("notes");
        const last = Math.min(notes.length, notesShown + page.notes);
        for (; notesShown < last; ++notesShown) {
            const note = notes[notesShown];
            const button = element("button");
            button.type = "button";
            button.setAttribute("aria-pressed", "false");
            button.className = note.grade;
            button.append(
                element("span", "grade", note.grade),
                " ",
                element("span", "name", note.name.replaceAll("_", " ")),
                `: ${note.message}`,
            );
            const place = [`byte ${number(note.offset)}`];
            if (note.size > 1) place[0] = `bytes ${number(note.offset)} to ${number(note.offset + note.size - 1)}`;
            if (note.path) place.push(note.path);
            button.append(element("span", "place", place.join(" · ")));
            hovers(button, note.offset, note.size);
            button.addEventListener("click", () => {
                press(button);
                select(note.offset, Math.max(1, note.size), note.name);
            });
            const li = element("li");
            li.append(button);
            list.append(li);
        }
        const unlisted = facts.notes_in_all - facts.notes.length;
        const all = notes.length + unlisted;
        $("notes-count").textContent = all ? `(${number(all)})` : "";
        $("more-notes").hidden = notesShown >= notes.length;
        list.setAttribute("aria-busy", String(!said));
        if (!said) list.append(element("li", "none", "Looking for what is unusual …"));
        else if (!notes.length) list.append(element("li", "none", "Nothing unusual."));
        $("server").textContent = said?.server
            ? `This may be ${said.server}: ${said.clues.join("; ")}.`
            : "";
    }
    $("more-notes").addEventListener("click", showNotes);

    // ---- events

    function listEvents(count) {
        const list = $("events");
        const most = Math.min(count, facts.events);
        if (eventsShown > most || eventsShown === 0) {
            list.replaceChildren();
            eventsShown = 0;
        }
        if (eventsShown < most) {
            const rows = decoder.events(eventsShown, most - eventsShown);
            rows.forEach((row, i) => list.append(eventRow(row, eventsShown + i)));
            eventsShown = most;
        }
        const end = how() === "ends" ? cut() : Infinity;
        for (const li of list.children) {
            const late = Number(li.dataset.end) > end;
            li.classList.toggle("later", late);
            li.querySelector(".late").textContent = late
                ? Number(li.dataset.at) >= end ? " not received" : " cut"
                : "";
        }
        $("events-count").textContent = `(${number(facts.events)})`;
        const rest = facts.events - eventsShown;
        $("more-events").hidden = rest === 0;
        $("more-events").textContent = `Show more events (${number(rest)} more)`;
    }
    $("more-events").addEventListener("click", () => listEvents(eventsShown + 200));

    const quiet = ["comment", "retry", "field", "ignorable", "event", "after_end", "skipped"];
    function badge(row) {
        const label = row.sort === "chunk" && row.part ? row.part : row.sort;
        let tone = label;
        if (problems.includes(row.sort)) tone = "problem";
        else if (quiet.includes(row.sort)) tone = "quiet";
        else if (/reasoning/.test(label)) tone = "reasoning";
        else if (/text|delta/.test(label)) tone = "text";
        else if (/call|argument/.test(label)) tone = "call";
        const made = element("span", `badge ${tone}`, label.replaceAll("_", " "));
        made.title = label;
        return made;
    }

    function eventRow(row, n) {
        const li = element("li");
        li.dataset.at = String(row.offset);
        li.dataset.end = String(row.offset + row.size);
        const details = element("details");
        const summary = element("summary");
        const what = row.text || (row.sort === "chunk" ? "" : row.data);
        const place = element("span", "place", row.ms >= 0 ? `${number(Math.round(row.ms))} ms` : `@${number(row.offset)}`);
        place.append(element("span", "late"));
        const shown = what.replaceAll("\n", "↵");
        summary.append(
            element("span", "n", number(n + 1)), badge(row), element("span", "what", shown.slice(0, 300)), place,
        );
        hovers(summary, row.offset, row.size);
        details.append(summary);
        const inside = element("div", "inside");
        details.append(inside);
        details.addEventListener("toggle", () => {
            if (!details.open) return;
            select(row.offset, row.size, `event ${n + 1}`);
            if (!inside.hasChildNodes()) fillEvent(inside, row);
        });
        li.append(details);
        return li;
    }

    function fillEvent(inside, row) {
        const block = (title, text) => {
            inside.append(element("p", "", title));
            inside.append(element("pre", "", text));
        };
        const of = `${plural(row.size, "byte")} from ${number(row.offset)}`;
        const effort = row.matched
            ? "like an earlier event: only what differs was read"
            : `${plural(row.work, "step")} of the decoder`;
        inside.append(element("p", "", `${of}; ${row.sort.replaceAll("_", " ")}; ${effort}`));
        if (row.name) block("Event type", row.name);
        if (row.data) block("Data, as received", clipped(row.data, row.data_size));
        row.json.forEach((text, i) => {
            const which = row.json.length > 1 ? ` ${i + 1} of ${number(row.chunks)}` : "";
            block(`Chunk${which}, as read`, text);
        });
    }
    function clipped(text, size) {
        return size > 2000 ? `${text} … (${plural(size, "byte")})` : text;
    }

    // A byte was clicked: marks its event, and opens it if it is in the list.
    function pickByte(offset) {
        for (let i = 0; i < facts.events; ++i) {
            const [at, size] = [ranges[2 * i], ranges[2 * i + 1]];
            if (offset < at || offset >= at + size) continue;
            press(null);
            select(at, size, `event ${i + 1}`);
            const details = $("events").children[i]?.firstElementChild;
            if (details) {
                details.open = true;
                details.scrollIntoView({ block: "nearest" });
            }
            return;
        }
        select(offset, 1, "no event");
    }

    // ---- timing

    function measure() {
        const timed = facts.groups.some((g) => g.ms >= 0);
        graph.draw(facts.groups, timed);
        const lines = [];
        if (timed) {
            const known = facts.groups.filter((g) => g.ms >= 0);
            let [gap, behind] = [0, known[0]];
            known.forEach((g, i) => {
                if (i && g.ms - known[i - 1].ms > gap) [gap, behind] = [g.ms - known[i - 1].ms, g];
            });
            const [first, last] = [known[0].ms, known[known.length - 1].ms];
            lines.push(
                `The first event came after ${first.toFixed(0)} ms, the last after ${last.toFixed(0)} ms; ` +
                    `the longest pause was ${gap.toFixed(0)} ms, before event ${behind.first + 1}.`,
            );
        }
        $("timing-facts").textContent = lines.join(" ");
        // behind what is on the screen
        setTimeout(() => {
            if (bytes.length === 0) return;
            let runs = 0;
            const began = performance.now();
            let took = 0;
            for (let n = 1; took < 30; n *= 2) {
                decoder.repeat(n);
                runs += n;
                took = performance.now() - began;
            }
            const each = took / runs;
            const unit = each < 1 ? `${(each * 1000).toPrecision(3)} µs` : `${each.toPrecision(3)} ms`;
            const speed = bytes.length / each / 1000;
            lines.push(
                `This browser decodes the input in ${unit} (${speed.toPrecision(3)} MB/s; ` +
                    `the mean of ${plural(runs, "run")}).`,
            );
            if (!timed && facts.groups.some((g) => g.matched)) {
                lines.push("Hatched: events like an earlier one, of which only what differs is read.");
            }
            $("timing-facts").textContent = lines.join(" ");
        }, 50);
    }

    $("sample").value = "0";
    takeBytes(sampleBytes(samples[0]), { sample: true });
    document.documentElement.dataset.ready = "true";
});
