#!/usr/bin/env python3
"""Runs the benchmarks of a build folder and prints one table per subject.

    bench/run.py build/bench/bench [--repetitions 5] [--min-time 0.1] [--filter REGEX]
                 [--instructions [REGEX]] [--only NAME]... [--brief] [--compile]

Times are CPU times, the minimum of the repetitions. --instructions counts instructions with
callgrind, which takes minutes. --brief prints subjects side by side. --compile adds the results of
compile.py.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

OURS, PEER, UNFAIR, BOUND, VARIANT = range(5)  # contender::role
HOSTILE = "hostile: "
KNOWN = {"allocations", "bytes", "role", "units"}


def times(program, args):
    """Returns the rows of one program: minimum time and counters."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        command = [program, f"--benchmark_min_time={args.min_time}",
                   f"--benchmark_repetitions={args.repetitions}", f"--benchmark_filter={args.filter}",
                   f"--benchmark_out={out.name}", "--benchmark_out_format=json"]
        if args.repetitions > 1:
            command.append("--benchmark_enable_random_interleaving=true")
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        found = json.load(open(out.name))
    rows = {}
    standard = {"name", "run_name", "run_type", "repetitions", "repetition_index", "threads",
                "iterations", "real_time", "cpu_time", "time_unit", "family_index",
                "per_family_instance_index"}
    # repetitions are interleaved in random order
    for run in sorted(found.get("benchmarks", []), key=lambda r: r["family_index"]):
        if run["run_type"] != "iteration":
            continue
        subject, name = run["run_name"].split("/", 1)
        row = {"subject": subject, "name": name, "ns": run["cpu_time"] / run["units"]}
        row.update((k, v) for k, v in run.items() if k not in standard)
        key = (subject, name)
        if key not in rows or row["ns"] < rows[key]["ns"]:
            rows[key] = row
    return rows


def count_instructions(program, args, rows):
    """Adds instruction counts to the rows: one warmed-up run per contender."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out")
        ran = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}",
             "--toggle-collect=bench::measured*", "--dump-before=bench::end_of_count*", program,
             "--once", args.instructions], capture_output=True, text=True)
        if ran.returncode != 0:
            print(f"{program}: callgrind failed\n{ran.stderr[-500:]}", file=sys.stderr)
            return
        for at, label in enumerate(ran.stdout.splitlines(), 1):
            total = re.search(r"^totals: (\d+)", open(f"{out}.{at}").read(), re.M)
            row = rows.get(tuple(label.split("/", 1)))
            if row and total:
                row["instructions"] = int(total[1]) / row["units"]


def number(value):
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if value >= 0.0005 else "0"


def subjects(rows):
    out = {}
    for row in rows.values():
        out.setdefault(row["subject"], []).append(row)
    return out


def least(rows, role):
    return min((r["ns"] for r in rows if r["role"] == role), default=None)


def name_of(row):
    return row["name"] + (" (unfair: does less)" if row["role"] == UNFAIR else "")


def line(*cells):
    print("| " + " | ".join(cells) + " |")


def print_tables(rows):
    for subject, all_rows in subjects(rows).items():
        best, bound = least(all_rows, PEER), least(all_rows, BOUND)
        instructions = any("instructions" in r for r in all_rows)
        more = sorted({k for r in all_rows for k in r} - KNOWN -
                      {"subject", "name", "ns", "instructions"})
        size = all_rows[0]["bytes"] / all_rows[0]["units"]
        heads = ["ns", "GB/s", "allocations"] + (["instructions"] if instructions else [])
        heads += ["/ best peer"] + (["/ bound"] if bound else []) + more
        print()
        line(f"{subject} ({size:,.0f} B each)", *heads)
        print("|---" * (len(heads) + 1) + "|")
        for r in all_rows:
            cells = [number(r["ns"]), f"{size / r['ns']:.2f}", number(r["allocations"])]
            if instructions:
                cells.append(number(r["instructions"]) if "instructions" in r else "")
            cells.append(f"{r['ns'] / best:.2f}" if best else "")
            if bound:
                cells.append(f"{r['ns'] / bound:.2f}")
            line(name_of(r), *cells, *(number(r[k]) if k in r else "" for k in more))


def print_brief(rows):
    """Prints one table per way of reading, with one column per input."""
    ways = {}
    for subject, all_rows in subjects(rows).items():
        what, _, way = subject.partition(", ")
        ways.setdefault(way, {})[what] = {name_of(r): r for r in all_rows}
    for way, columns in ways.items():
        print()
        line(f"{way}: ns" if way else "ns",
             *(f"{c}, {next(iter(rs.values()))['bytes'] / next(iter(rs.values()))['units']:,.0f} B"
               for c, rs in columns.items()))
        print("|---" * (len(columns) + 1) + "|")
        for name in dict.fromkeys(n for rs in columns.values() for n in rs):
            line(name, *(number(rs[name]["ns"]) if name in rs else "" for rs in columns.values()))
        ours = {c: next(r for r in rs.values() if r["role"] == OURS) for c, rs in columns.items()}
        for role, label in (PEER, "best peer"), (BOUND, "bound"):
            if least(next(iter(columns.values())).values(), role):
                line(f"**oaiwire / {label}**",
                     *(f"{ours[c]['ns'] / least(rs.values(), role):.2f}"
                       for c, rs in columns.items()))
        if "ASCII" in ours:
            line("**oaiwire / the same in ASCII**",
                 *(f"{r['ns'] / ours['ASCII']['ns']:.2f}" for r in ours.values()))
        line("oaiwire, GB/s", *(f"{r['bytes'] / r['units'] / r['ns']:.2f}" for r in ours.values()))
        line("oaiwire, allocations", *(number(r["allocations"]) for r in ours.values()))
        for name in dict.fromkeys(n for rs in columns.values() for n in rs):
            cells = [number(rs[name]["instructions"]) if "instructions" in rs.get(name, {}) else ""
                     for rs in columns.values()]
            if any(cells):
                line(f"instructions: {name}", *cells)


def print_hostile(rows):
    """Prints the cost of hostile streams with and without the fast path."""
    found = subjects(rows)
    if not found:
        return
    counted = any("instructions" in r for rs in found.values() for r in rs)
    print()
    line("ns", "oaiwire", "without templates", "ratio",
         *(["ratio of instructions"] if counted else []))
    print("|---" * (5 if counted else 4) + "|")
    for subject, (ours, without) in found.items():
        cells = [number(ours["ns"]), number(without["ns"]), f"{ours['ns'] / without['ns']:.2f}"]
        if counted:
            both = "instructions" in ours and "instructions" in without
            cells.append(f"{ours['instructions'] / without['instructions']:.2f}" if both else "")
        line(subject.removeprefix(HOSTILE), *cells)


def print_doubling(rows):
    for (subject, name), row in rows.items():
        twice = rows.get((subject.replace("64 KB", "128 KB"), name))
        if "64 KB" in subject and twice and row["role"] == OURS:
            print(f"\nTwice the input, {subject}: {twice['ns'] / row['ns']:.2f} times the time.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", help="folder with the benchmark programs")
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--min-time", type=float, default=0.1)
    parser.add_argument("--filter", default=".*", help="regular expression for subject/contender")
    parser.add_argument("--instructions", nargs="?", const=".*", metavar="REGEX",
                        help="count instructions of the matching subject/contender")
    parser.add_argument("--only", action="append", help="run only this program: framing, stream, ...")
    parser.add_argument("--brief", action="store_true")
    parser.add_argument("--compile", action="store_true")
    args = parser.parse_args()
    if args.instructions and not shutil.which("valgrind"):
        sys.exit("valgrind was not found")
    for name in args.only or ["framing", "stream", "response", "request", "scripts", "scale",
                              "partial", "write"]:
        program = os.path.join(args.folder, "bench_" + name)
        rows = times(program, args)
        if args.instructions and name != "scale":
            count_instructions(program, args, rows)
        print(f"\n## {name}")
        hostile = {k: r for k, r in rows.items() if r["subject"].startswith(HOSTILE)}
        rows = {k: r for k, r in rows.items() if k not in hostile}
        # scale has its own columns
        (print_brief if args.brief and name != "scale" else print_tables)(rows)
        print_doubling(rows)
        print_hostile(hostile)
        sys.stdout.flush()
    if args.compile:
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "compile.py")
        subprocess.run([sys.executable, script], check=True)


if __name__ == "__main__":
    main()
