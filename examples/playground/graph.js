// The graph of the timing: drawn as SVG, and the same numbers as a table.
"use strict";

class Graph {
    static width = 720;
    static height = 180;
    static left = 56;
    static bottom = 26;

    // onHover(group or null), onPick(group)
    constructor(element, table, onHover, onPick) {
        this.element = element;
        this.table = table;
        this.onHover = onHover;
        this.onPick = onPick;
    }

    static node(name, attributes = {}, text = "") {
        const made = document.createElementNS("http://www.w3.org/2000/svg", name);
        for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
        if (text) made.textContent = text;
        return made;
    }

    // A number of a kind that is easy to read, at least `most`.
    static above(most) {
        const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
        return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((n) => n * power).find((n) => n >= most);
    }

    draw(groups, timed) {
        this.element.replaceChildren();
        const [thead, tbody] = [this.table.tHead, this.table.tBodies[0]];
        thead.replaceChildren();
        tbody.replaceChildren();
        if (groups.length === 0) return;
        const svg = Graph.node("svg", {
            viewBox: `0 0 ${Graph.width} ${Graph.height}`,
            role: "img",
            "aria-label": timed
                ? "Events by the time at which they arrived. The table below has the numbers."
                : "Work of the decoder by event. The table below has the numbers.",
        });
        const pattern = Graph.node("pattern", {
            id: "hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse",
            patternTransform: "rotate(45)",
        });
        pattern.append(Graph.node("line", { x1: 0, y1: 0, x2: 0, y2: 5, class: "hatch" }));
        const defs = Graph.node("defs");
        defs.append(pattern);
        svg.append(defs);
        if (timed) this.arrivals(svg, groups);
        else this.work(svg, groups);
        this.element.append(svg);
        this.fill(thead, tbody, groups, timed);
    }

    axes(svg, top, right, up, along) {
        const [x, y] = [Graph.left, Graph.height - Graph.bottom];
        svg.append(
            Graph.node("line", { class: "axis", x1: x, y1: y, x2: Graph.width - 8, y2: y }),
            Graph.node("line", { class: "axis", x1: x, y1: 12, x2: x, y2: y }),
            Graph.node("text", { x: x - 6, y: 18, "text-anchor": "end" }, top),
            Graph.node("text", { x: x - 6, y, "text-anchor": "end" }, "0"),
            Graph.node("text", { x: x + 8, y: 14 }, up),
            Graph.node("text", { x, y: y + 18 }, along[0]),
            Graph.node("text", { x: Graph.width - 8, y: y + 18, "text-anchor": "end" }, right || along[1]),
        );
    }

    pick(svg, group, x, width) {
        const area = Graph.node("rect", {
            class: "pick", x, y: 12, width, height: Graph.height - Graph.bottom - 12,
        });
        area.addEventListener("pointerenter", () => this.onHover(group));
        area.addEventListener("pointerleave", () => this.onHover(null));
        area.addEventListener("click", () => this.onPick(group));
        svg.append(area);
    }

    work(svg, groups) {
        const most = Graph.above(Math.max(...groups.map((g) => g.work / g.count)));
        const bottom = Graph.height - Graph.bottom;
        const step = (Graph.width - Graph.left - 8) / groups.length;
        this.axes(svg, String(most), "", "steps an event", ["first event", "last event"]);
        groups.forEach((group, i) => {
            const matched = group.matched * 2 > group.count;
            // a matched event costs nearly nothing, but is there
            const height = Math.max(4, ((group.work / group.count) * (bottom - 24)) / most);
            svg.append(
                Graph.node("rect", {
                    class: matched ? "bar matched" : "bar",
                    x: Graph.left + i * step + Math.min(1, step / 8),
                    y: bottom - height,
                    width: Math.max(0.5, step - Math.min(2, step / 4)),
                    height,
                }),
            );
            this.pick(svg, group, Graph.left + i * step, step);
        });
    }

    arrivals(svg, groups) {
        const known = groups.filter((g) => g.ms >= 0);
        const last = known[known.length - 1];
        const all = last.first + last.count;
        const longest = Graph.above(last.ms);
        const bottom = Graph.height - Graph.bottom;
        const x = (ms) => Graph.left + (ms * (Graph.width - Graph.left - 16)) / longest;
        const y = (n) => bottom - (n * (bottom - 24)) / all;
        this.axes(svg, String(all), `${longest} ms`, "events so far", ["0 ms", ""]);
        let path = `M${x(0)} ${y(0)}`;
        let before = x(0);
        for (const group of known) {
            path += `H${x(group.ms)}V${y(group.first + group.count)}`;
        }
        svg.append(Graph.node("path", { class: "step", d: path }));
        for (const group of known) {
            const at = x(group.ms);
            if (known.length <= 60) {
                svg.append(
                    Graph.node("circle", {
                        class: "dot", cx: at, cy: y(group.first + group.count), r: 3.5,
                    }),
                );
            }
            this.pick(svg, group, before, Math.max(1, at - before));
            before = at;
        }
    }

    fill(thead, tbody, groups, timed) {
        const cells = (row, name, texts) => {
            for (const text of texts) {
                const cell = document.createElement(name);
                if (name === "th") cell.scope = "col";
                cell.textContent = text;
                row.append(cell);
            }
        };
        cells(thead.insertRow(), "th", [
            "Events", "Bytes", timed ? "Arrived after" : "Steps of the decoder", "Matched",
        ]);
        for (const g of groups) {
            const last = g.first + g.count;
            cells(tbody.insertRow(), "td", [
                g.count === 1 ? String(last) : `${g.first + 1} to ${last}`,
                `${g.offset} to ${g.offset + g.size}`,
                timed ? (g.ms < 0 ? "?" : `${g.ms.toFixed(1)} ms`) : String(g.work),
                `${g.matched} of ${g.count}`,
            ]);
        }
    }
}
