#!/usr/bin/env python3
"""Runs the benchmarks of a build folder and prints one table per subject.

    bench/run.py FOLDER [FOLDER] [--repetitions 5] [--min-time 0.1] [--filter REGEX]
                 [--instructions [REGEX]] [--only NAME]... [--brief] [--compile]
    bench/run.py --ratios FOLDER [FOLDER] [--filter REGEX] [--only NAME]...
    bench/run.py --check [FOLDER [FOLDER]] [--all] [--filter REGEX] [--compiler NAME]... [--update]

Times are CPU times, the minimum of the repetitions. Two folders, of two compilers, are printed side
by side. --instructions counts instructions with callgrind, which takes minutes. --brief prints
subjects side by side. --compile adds the results of compile.py.

--ratios prints one table: instructions relative to the best peer of each subject, without times.

--check counts instructions and compares ratios with budgets.json; exits with 1 if one is exceeded.
Without a folder it compiles the programs with g++, or with each --compiler, into build/check,
without Google Benchmark and with few peers. Without --all it takes few rows. --update writes what
was measured as limits, with some room.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import check
from check import BOUND, OURS, PEER, UNFAIR

HOSTILE = "hostile: "
WITHOUT = "oaiwire, without templates"
KNOWN = {"allocations", "bytes", "role", "units"}


def times(program, args):
    """Returns the compiler and the rows of one program: minimum time and counters."""
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
    return found["context"].get("compiler", ""), rows


def count_instructions(program, args, rows):
    """Adds instruction counts to the rows: one warmed-up run per contender."""
    for label, found in check.run_once(program, args.instructions)[1].items():
        row = rows.get(tuple(label.split("/", 1)))
        if row:
            row["instructions"] = found["instructions"] / row["units"]


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


def cell(sides, show):
    """What show() returns of each side, or nothing where it fails: "30.2 / 28.1" of two."""
    found = []
    for side in sides:
        try:
            found.append(show(side))
        except (KeyError, TypeError, StopIteration):
            found.append("")
    return " / ".join(found) if any(found) else ""


def ratio(rows, name, role):
    """The time of a contender relative to the least time of that role."""
    return f"{rows[name]['ns'] / least(rows.values(), role):.2f}"


def subjects_by_name(rows):
    return {subject: {r["name"]: r for r in found} for subject, found in subjects(rows).items()}


def named(rows):
    return {name_of(r): r for r in rows}


def print_tables(sides):
    for subject in dict.fromkeys(s for side in sides for s in subjects(side)):
        found = [named(subjects(side).get(subject, [])) for side in sides]
        every = {name: r for rows in reversed(found) for name, r in rows.items()}
        roles = {r["role"] for r in every.values()}
        more = sorted({k for r in every.values() for k in r} - KNOWN -
                      {"subject", "name", "ns", "instructions"})
        some = next(iter(every.values()))
        size = some["bytes"] / some["units"]
        heads = {"ns": lambda n: lambda rows: number(rows[n]["ns"]),
                 "GB/s": lambda n: lambda rows: f"{size / rows[n]['ns']:.2f}",
                 "allocations": lambda n: lambda rows: number(rows[n]["allocations"])}
        if any("instructions" in r for r in every.values()):
            heads["instructions"] = lambda n: lambda rows: number(rows[n]["instructions"])
        if PEER in roles:
            heads["/ best peer"] = lambda n: lambda rows: ratio(rows, n, PEER)
        if BOUND in roles:
            heads["/ bound"] = lambda n: lambda rows: ratio(rows, n, BOUND)
        for key in more:
            heads[key] = lambda n, key=key: lambda rows: number(rows[n][key])
        print()
        line(f"{subject} ({size:,.0f} B each)", *heads)
        print("|---" * (len(heads) + 1) + "|")
        for name in every:
            line(name, *(cell(found, show(name)) for show in heads.values()))


def print_brief(sides):
    """Prints one table per way of reading, with one column per input."""
    ways = {}  # to inputs, to a dict of contenders for each side
    for at, side in enumerate(sides):
        for subject, rows in subjects(side).items():
            what, _, way = subject.partition(", ")
            ways.setdefault(way, {}).setdefault(what, [{} for _ in sides])[at] = named(rows)
    for way, columns in ways.items():
        some = {c: next(iter(next(filter(None, found)).values())) for c, found in columns.items()}
        print()
        line(f"{way}: ns" if way else "ns",
             *(f"{c}, {r['bytes'] / r['units']:,.0f} B" for c, r in some.items()))
        print("|---" * (len(columns) + 1) + "|")
        names = list(dict.fromkeys(n for found in columns.values() for rows in found for n in rows))
        roles = {r["role"] for found in columns.values() for rows in found for r in rows.values()}

        def put(label, show):
            cells = [cell(found, show) for found in columns.values()]
            if any(cells):
                line(label, *cells)

        def ours(rows):
            return next(r for r in rows.values() if r["role"] == OURS)

        for name in names:
            put(name, lambda rows, name=name: number(rows[name]["ns"]))
        for role, label in (PEER, "best peer"), (BOUND, "bound"):
            if role in roles:
                put(f"**oaiwire / {label}**",
                    lambda rows, role=role: ratio(rows, name_of(ours(rows)), role))
        if "ASCII" in next(iter(columns)):
            line("**oaiwire / the same in ASCII**",
                 *(cell(range(len(sides)), lambda at, found=found:
                        f"{ours(found[at])['ns'] / ours(columns['ASCII'][at])['ns']:.2f}")
                   for found in columns.values()))
        put("oaiwire, GB/s", lambda rows:
            f"{ours(rows)['bytes'] / ours(rows)['units'] / ours(rows)['ns']:.2f}")
        put("oaiwire, allocations", lambda rows: number(ours(rows)["allocations"]))
        for name in names:
            put(f"instructions: {name}",
                lambda rows, name=name: number(rows[name]["instructions"]))


def print_hostile(sides):
    """Prints the cost of hostile streams with and without the fast path."""
    found = [{subject: rows for subject, rows in subjects(side).items()} for side in sides]
    if not any(found):
        return
    counted = any("instructions" in r for side in sides for r in side.values())
    print()
    line("ns", "oaiwire", "without templates", "ratio",
         *(["ratio of instructions"] if counted else []))
    print("|---" * (5 if counted else 4) + "|")
    for subject in dict.fromkeys(s for side in found for s in side):
        def put(show):
            return cell(found, lambda side: show(*side[subject]))
        cells = [put(lambda ours, without: number(ours["ns"])),
                 put(lambda ours, without: number(without["ns"])),
                 put(lambda ours, without: f"{ours['ns'] / without['ns']:.2f}")]
        if counted:
            cells.append(put(lambda ours, without:
                             f"{ours['instructions'] / without['instructions']:.2f}"))
        line(subject.removeprefix(HOSTILE), *cells)


def counts(program, wanted):
    """Returns the rows of one program by subject and contender, with instructions of a unit."""
    rows = {}
    for label, found in check.run_once(program, wanted)[1].items():
        subject, name = label.split("/", 1)
        rows.setdefault(subject, {})[name] = {
            **found, "per unit": found["instructions"] / found["units"]}
    return rows


def print_best(sides, measure):
    """Prints a line for each subject: this library, and the peer that takes the least."""
    def least_of(rows, role):
        return min((r for r in rows.values() if r["role"] == role), key=lambda r: r[measure])

    def best(rows):
        return next(name for name, r in rows.items() if r is least_of(rows, PEER))

    line("", "oaiwire", "best peer", "/ best peer", "which", "/ without templates")
    print("|---" * 6 + "|")
    for subject in dict.fromkeys(s for side in sides for s in side):
        found = [side.get(subject, {}) for side in sides]
        if not any(r["role"] == PEER for rows in found for r in rows.values()):
            continue

        def put(show):
            return cell(found, lambda rows: show(rows) if rows else "")
        line(subject, put(lambda rows: number(least_of(rows, OURS)[measure])),
             put(lambda rows: number(least_of(rows, PEER)[measure])),
             put(lambda rows: f"{least_of(rows, OURS)[measure] / least_of(rows, PEER)[measure]:.2f}"),
             " / ".join(dict.fromkeys(best(rows) for rows in found if rows)),
             put(lambda rows: f"{least_of(rows, OURS)[measure] / rows[WITHOUT][measure]:.2f}"))


def print_doubling(rows):
    for (subject, name), row in rows.items():
        twice = rows.get((subject.replace("64 KB", "128 KB"), name))
        if "64 KB" in subject and twice and row["role"] == OURS:
            print(f"\nTwice the input, {subject}: {twice['ns'] / row['ns']:.2f} times the time.")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folders", nargs="*", help="folders with the benchmark programs")
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--min-time", type=float, default=0.1)
    parser.add_argument("--filter", default=".*", help="regular expression for subject/contender")
    parser.add_argument("--instructions", nargs="?", const=".*", metavar="REGEX",
                        help="count instructions of the matching subject/contender")
    parser.add_argument("--ratios", action="store_true",
                        help="instructions relative to the best peer, without times")
    parser.add_argument("--only", action="append", help="run only this program: framing, stream, ...")
    parser.add_argument("--brief", action="store_true")
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--check", action="store_true", help="compare with budgets.json")
    parser.add_argument("--all", action="store_true", help="with --check: every row")
    parser.add_argument("--update", action="store_true", help="with --check: write the limits")
    parser.add_argument("--compiler", action="append", help="with --check: compile with this one")
    args = parser.parse_args()
    if (args.instructions or args.ratios or args.check) and not shutil.which("valgrind"):
        sys.exit("valgrind was not found")
    if not (args.folders or args.check):
        parser.error("no folder")
    return args


def main():
    args = arguments()
    if args.check:
        sys.exit(check.main(args.folders, args.compiler or ["g++"], args.all, args.update,
                            args.filter))
    if args.ratios:
        sides = [{} for _ in args.folders]
        for name in args.only or ["stream", "hostile", "response", "request"]:
            with ThreadPoolExecutor(len(sides)) as pool:
                found = pool.map(lambda f: counts(os.path.join(f, "bench_" + name), args.filter),
                                 args.folders)
            for side, rows in zip(sides, found):
                side.update(rows)
        print()
        print_best(sides, "per unit")
        return
    compilers = {}
    for name in args.only or ["framing", "stream", "hostile", "response", "request", "scripts",
                              "scale", "partial", "write", "memory"]:
        sides = []
        for folder in args.folders:
            program = os.path.join(folder, "bench_" + name)
            compilers[folder], rows = times(program, args)
            if args.instructions and name != "scale":
                count_instructions(program, args, rows)
            sides.append(rows)
        which = list(compilers.values())
        which = which if len(set(which)) == len(sides) else args.folders
        print(f"\n## {name}" + (f" ({' / '.join(which)})" if len(sides) > 1 else ""))
        hostile = [{k: r for k, r in rows.items() if r["subject"].startswith(HOSTILE)}
                   for rows in sides]
        sides = [{k: r for k, r in rows.items() if not r["subject"].startswith(HOSTILE)}
                 for rows in sides]
        if args.brief and name == "hostile":
            print("\nns\n")
            print_best([subjects_by_name(rows) for rows in sides], "ns")
        else:  # scale and memory have columns of their own
            (print_brief if args.brief and name not in ("scale", "memory") else print_tables)(sides)
        for rows in sides:
            print_doubling(rows)
        print_hostile(hostile)
        sys.stdout.flush()
    if args.compile:
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "compile.py")
        subprocess.run([sys.executable, script], check=True)


if __name__ == "__main__":
    main()
