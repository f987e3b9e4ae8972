// The bytes of the input: as text, with what is no text spelled out. Only the rows in sight exist.
"use strict";

// How many bytes the UTF-8 character at `at` has; 0 if there is none.
function characterSize(bytes, at, end) {
    const first = bytes[at];
    if (first < 0x80) return 1;
    const size = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (size === 0 || at + size > end) return 0;
    for (let i = 1; i < size; ++i) {
        if ((bytes[at + i] & 0xc0) !== 0x80) return 0;
    }
    const second = bytes[at + 1];
    if (first === 0xe0 && second < 0xa0) return 0;
    if (first === 0xed && second > 0x9f) return 0;
    if (first === 0xf0 && second < 0x90) return 0;
    if (first === 0xf4 && second > 0x8f) return 0;
    return size;
}

class BytesView {
    static rowHeight = 20;
    static mostHeight = 15_000_000; // pixels; browsers draw no element that is much higher

    // onPick(offset): a byte was clicked.
    constructor(element, onPick) {
        this.element = element;
        this.space = document.createElement("div");
        this.space.className = "space";
        element.append(this.space);
        this.bytes = new Uint8Array();
        this.starts = [0];
        this.begins = new Uint32Array();
        this.selected = [0, 0];
        this.hovered = [0, 0];
        this.cut = null;
        this.ends = false;
        this.decoder = new TextDecoder("utf-8", { ignoreBOM: true }); // a mark is a byte of the input
        element.addEventListener("scroll", () => this.draw(), { passive: true });
        // not click: rows are drawn anew when what had the focus loses it, which the press does
        element.addEventListener("mouseup", (e) => {
            const run = document.elementFromPoint(e.clientX, e.clientY)?.closest(".run");
            if (run && getSelection().isCollapsed) onPick(Number(run.dataset.at));
        });
        new ResizeObserver(() => this.fit()).observe(element);
    }

    // `begins`: where events begin, in order.
    show(bytes, begins) {
        this.bytes = bytes;
        this.begins = begins;
        this.selected = [0, 0];
        this.hovered = [0, 0];
        this.element.scrollTop = 0;
        this.columns = 0;
        this.fit();
    }

    // Marks bytes. Brings the first into sight.
    select(from, to) {
        this.selected = [from, to];
        this.reveal(from);
        this.draw();
    }
    hover(from, to) {
        this.hovered = [from, to];
        this.draw();
    }
    // Where the input is cut; null: nowhere. `ends`: what follows did not arrive.
    cutAt(at, ends) {
        this.cut = at;
        this.ends = ends;
        this.draw();
    }

    reveal(offset) {
        const top = this.rowOf(offset) * BytesView.rowHeight;
        const height = this.element.clientHeight;
        const { scrollTop } = this.element;
        if (top < scrollTop || top + 2 * BytesView.rowHeight > scrollTop + height) {
            this.element.scrollTop = Math.max(0, top - height / 3);
        }
    }

    rowOf(offset) {
        let low = 0;
        let high = this.starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.starts[middle] <= offset) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    // Breaks the bytes into rows as wide as the element.
    fit() {
        const probe = document.createElement("span");
        probe.style.cssText = "position: absolute; white-space: pre";
        probe.textContent = "0".repeat(100);
        this.element.append(probe);
        const width = probe.getBoundingClientRect().width / 100 || 8;
        probe.remove();
        const columns = Math.max(16, Math.floor(this.element.clientWidth / width - 9.5));
        if (columns !== this.columns) {
            this.columns = columns;
            const most = BytesView.mostHeight / BytesView.rowHeight;
            this.starts = this.rows(columns, true, most) ?? this.rows(columns, false, Infinity);
            this.space.style.height = `${this.starts.length * BytesView.rowHeight}px`;
        }
        this.draw();
    }

    rows(columns, lines, most) {
        const { bytes } = this;
        const starts = [0];
        let column = 0;
        for (let i = 0; i < bytes.length; ++i) {
            const byte = bytes[i];
            const full = column >= columns && (byte & 0xc0) !== 0x80;
            const start = starts[starts.length - 1];
            if (i !== start && (full || i - start >= 4 * columns)) {
                starts.push(i);
                column = 0;
            }
            if ((byte & 0xc0) !== 0x80) ++column;
            if (lines && byte === 0x0a && i + 1 < bytes.length) {
                starts.push(i + 1);
                column = 0;
            }
            if (starts.length > most) return null;
        }
        return starts;
    }

    draw() {
        const first = Math.max(0, Math.floor(this.element.scrollTop / BytesView.rowHeight) - 4);
        const seen = Math.ceil(this.element.clientHeight / BytesView.rowHeight) + 8;
        const last = Math.min(this.starts.length, first + seen);
        const rows = [];
        for (let row = first; row < last; ++row) rows.push(this.row(row));
        this.space.replaceChildren(...rows);
    }

    row(n) {
        const from = this.starts[n];
        const to = n + 1 < this.starts.length ? this.starts[n + 1] : this.bytes.length;
        const row = document.createElement("div");
        row.className = "row";
        row.style.top = `${n * BytesView.rowHeight}px`;
        const at = document.createElement("span");
        at.className = "at";
        at.textContent = String(from);
        row.append(at);
        // the row falls apart where a mark begins or ends
        const begins = this.beginsIn(from, to);
        const edges = new Set([from, to, ...begins]);
        for (const edge of [...this.selected, ...this.hovered, this.cut ?? -1]) {
            if (edge > from && edge < to) edges.add(edge);
        }
        const sorted = [...edges].sort((a, b) => a - b);
        for (let i = 0; i + 1 < sorted.length || (i === 0 && from === this.cut); ++i) {
            if (sorted[i] === this.cut) {
                const mark = document.createElement("span");
                mark.className = "cut";
                row.append(mark);
            }
            if (i + 1 < sorted.length) row.append(this.run(sorted[i], sorted[i + 1], begins));
        }
        if (to === this.cut && to === this.bytes.length && to !== from) {
            const mark = document.createElement("span");
            mark.className = "cut";
            row.append(mark);
        }
        return row;
    }

    beginsIn(from, to) {
        let low = 0;
        let high = this.begins.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (this.begins[middle] < from) low = middle + 1;
            else high = middle;
        }
        const out = [];
        while (low < this.begins.length && this.begins[low] < to) out.push(this.begins[low++]);
        return out;
    }

    run(from, to, begins) {
        const run = document.createElement("span");
        const within = ([a, b]) => a <= from && to <= b;
        run.className = "run";
        run.dataset.at = String(from);
        if (within(this.hovered)) run.classList.add("hovered");
        if (within(this.selected)) run.classList.add("marked");
        if (begins.includes(from)) run.classList.add("first");
        if (this.ends && this.cut !== null && from >= this.cut) run.classList.add("later");
        let text = "";
        const flush = () => {
            if (text) run.append(text);
            text = "";
        };
        const spell = (name, sign) => {
            flush();
            const span = document.createElement("span");
            span.className = name;
            span.textContent = sign;
            run.append(span);
        };
        for (let i = from; i < to;) {
            const size = characterSize(this.bytes, i, to);
            if (size === 0) {
                spell("raw", `\\x${this.bytes[i].toString(16).padStart(2, "0")}`);
                ++i;
                continue;
            }
            const character =
                size === 1
                    ? String.fromCharCode(this.bytes[i])
                    : this.decoder.decode(this.bytes.subarray(i, i + size));
            const code = character.codePointAt(0);
            if (code === 0x0a) spell("sign", "↵");
            else if (code === 0x0d) spell("sign", "\\r");
            else if (code === 0x09) spell("sign", "⇥");
            else if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(character) || code === 0xfeff)
                spell("sign", `‹${code.toString(16)}›`);
            else text += character;
            i += size;
        }
        flush();
        return run;
    }
}
