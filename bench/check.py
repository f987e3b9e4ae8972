"""run.py --check: compares what this library takes, relative to others, with budgets.json.

Counts instructions with callgrind, which do not depend on the machine's load. A row of budgets.json:

    program  which program has it: stream for bench_stream
    row      its subject, as --once prints it
    to       what the instructions of "oaiwire" are divided by: a contender of the same subject, or
             "SUBJECT/CONTENDER" of another; "allocations" and "bytes": nothing is, these are
             themselves compared (of one run; of an idle object)
    goal     what it should be
    limit    what is enforced, by compiler; written by --update
    ci       true: part of the short check
    source   true: the peer is built from a source folder; the row is skipped where it was not
"""
import json
import math
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

BENCH = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(BENCH)
BUDGETS = os.path.join(BENCH, "budgets.json")
OURS, PEER, UNFAIR, BOUND, VARIANT = range(5)  # contender::role
ABSOLUTE = ("allocations", "bytes")
PASSED = ("ok", "no such peer")
# How much more than measured is allowed: where the goal is met, and where it is not.
ROOM_MET, ROOM_MISSED = 1.10, 1.03


# --- counting

def run_once(program, wanted, count=True):
    """Returns the compiler and a dict of label to its row, with instructions if `count`."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out")
        command = [os.path.abspath(program), "--once", wanted]
        if count:
            command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}",
                       "--toggle-collect=bench::measured*",
                       "--dump-before=bench::end_of_count*"] + command
        # No other environment, whose size moves the stack. The C library's long copies take one
        # instruction a byte as "rep movsb", so not that.
        environment = {"PATH": os.environ["PATH"],
                       "GLIBC_TUNABLES": "glibc.cpu.x86_rep_movsb_threshold=0x40000000:"
                                         "glibc.cpu.x86_rep_stosb_threshold=0x40000000"}
        ran = subprocess.run(command, capture_output=True, text=True, env=environment)
        if ran.returncode != 0:
            sys.exit(f"{program} failed\n{ran.stderr[-1000:]}")
        compiler, *lines = ran.stdout.splitlines()
        rows = {}
        for at, line in enumerate(lines, 1):
            label, role, units, size, allocations, idle = line.split("\t")
            row = {"role": int(role), "units": float(units), "size": float(size),
                   "allocations": int(allocations), "bytes": float(idle)}
            if count:
                dump = open(f"{out}.{at}", encoding="utf-8").read()
                row["instructions"] = int(re.search(r"^totals: (\d+)", dump, re.M)[1])
            rows[label] = row
    return compiler, rows


# --- building

def build(folder, compiler, budgets, jobs):
    """Compiles the programs without Google Benchmark and with few peers, those that count instructions
    as the preset bench does."""
    os.makedirs(folder, exist_ok=True)
    names = list(dict.fromkeys(b["program"] for b in budgets))
    counted = {b["program"] for b in budgets if b["to"] not in ABSOLUTE}
    flags = ["-std=c++20", "-DNDEBUG", "-DBENCH_COUNT_ONLY", "-DBENCH_FEW_PEERS"]
    flags += [f"-I{ROOT}/include", f"-I{ROOT}/tests"]
    launcher = os.environ.get("CMAKE_CXX_COMPILER_LAUNCHER", "").split(";")

    def object_of(name):
        target = os.path.join(folder, name + ".o")
        level = "-O3" if name in counted or name == "allocations" else "-O0"
        subprocess.run([*filter(None, launcher), compiler, *flags, level, "-c",
                        os.path.join(BENCH, name + ".cpp"), "-o", target], check=True)
        return target

    with ThreadPoolExecutor(jobs) as pool:
        common, *objects = pool.map(object_of, ["allocations", *names])
    for name, target in zip(names, objects):
        subprocess.run([compiler, target, common, "-lsimdjson", "-o",
                        os.path.join(folder, "bench_" + name)], check=True)


# --- comparing

def labels_of(budget):
    """The labels that a row of budgets.json needs: its own, and what it is compared with."""
    row, to = budget["row"], budget["to"]
    if to in ABSOLUTE:
        return [row + "/oaiwire"]
    return [row + "/oaiwire", to if "/" in to else f"{row}/{to}"]


def pattern_of(labels):
    """A regular expression for exactly these labels."""
    return "^(" + "|".join(re.sub(r"([.*+?^${}()|\[\]\\])", r"\\\1", l) for l in labels) + ")$"


def measured_of(budget, rows):
    """The ratio or the value of a row; None where it was not measured."""
    labels = labels_of(budget)
    if any(label not in rows for label in labels):
        return None
    ours = rows[labels[0]]
    if budget["to"] in ABSOLUTE:
        return ours[budget["to"]]
    other = rows[labels[1]]
    return (ours["instructions"] / ours["units"]) / (other["instructions"] / other["units"])


def limit_for(goal, measured, absolute):
    """The limit that --update writes."""
    met = goal is not None and measured <= goal
    limit = measured * (ROOM_MET if met else ROOM_MISSED)
    if met:
        limit = min(limit, goal)
    return math.ceil(limit - 1e-6) if absolute else math.ceil(limit * 1000 - 1e-6) / 1000


def compare(budgets, rows, compiler):
    """Returns for each budget (budget, measured, limit, state)."""
    out = []
    for budget in budgets:
        measured = measured_of(budget, rows)
        limit = budget.get("limit", {}).get(compiler)
        if measured is None:
            state = "no such peer" if budget.get("source") else "not measured"
        elif limit is None:
            state = "no limit"
        elif measured > limit:
            state = "over"
        else:
            state = "ok"
        out.append((budget, measured, limit, state))
    return out


def better_peer(budget, rows):
    """A comparable peer of the same subject that takes fewer instructions than the named one."""
    to = budget["to"]
    if to in ABSOLUTE or "/" in to or rows.get(f"{budget['row']}/{to}", {}).get("role") != PEER:
        return None
    peers = {label.rpartition("/")[2]: r["instructions"] for label, r in rows.items()
             if r["role"] == PEER and label.rpartition("/")[0] == budget["row"]}
    best = min(peers, key=peers.get)
    return best if best != to else None


def problems_of(budgets):
    """What is wrong with the file itself."""
    out, seen = [], set()
    for b in budgets:
        name = f"{b.get('row')} / {b.get('to')}"
        unknown = set(b) - {"program", "row", "to", "goal", "limit", "ci", "source"}
        if unknown or not all(isinstance(b.get(k), str) for k in ("program", "row", "to")):
            out.append(f"{name}: members {sorted(b)}")
            continue
        if (b["row"], b["to"]) in seen:
            out.append(f"{name}: twice")
        seen.add((b["row"], b["to"]))
        if not isinstance(b.get("goal"), (int, float, type(None))):
            out.append(f"{name}: a goal that is no number")
        limit = b.get("limit")
        if not isinstance(limit, dict) or not set(limit) <= {"g++", "clang++"} or \
                any(not isinstance(n, (int, float)) or n < 0 for n in limit.values()):
            out.append(f"{name}: limit must have numbers for g++ and clang++")
        if not os.path.exists(os.path.join(BENCH, b["program"] + ".cpp")):
            out.append(f"{name}: there is no {b['program']}.cpp")
    return out


# --- the command

def load():
    with open(BUDGETS, encoding="utf-8") as file:
        return json.load(file)


def save(budgets):
    with open(BUDGETS, "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(b, ensure_ascii=False) for b in budgets) + "\n]\n")


def shown(value):
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3f}"


def count_all(folder, budgets, every_peer):
    """Runs the programs of a folder, as many at once as there are processors."""
    programs = list(dict.fromkeys(b["program"] for b in budgets))

    def one(name):
        mine = [b for b in budgets if b["program"] == name]
        labels = dict.fromkeys(l for b in mine for l in labels_of(b))
        wanted = pattern_of(labels)
        if every_peer:
            subjects = {l.rpartition("/")[0] for l in labels}
            wanted = "^(" + pattern_of(sorted(subjects))[2:-2] + ")/"
        counted = any(b["to"] not in ABSOLUTE for b in mine)
        return run_once(os.path.join(folder, "bench_" + name), wanted, counted)

    rows, compilers = {}, set()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for compiler, found in pool.map(one, programs):
            compilers.add(compiler)
            rows.update(found)
    if len(compilers) != 1:
        sys.exit(f"{folder}: programs of more than one compiler")
    return compilers.pop(), rows


def processor_fits(path="/proc/cpuinfo"):
    """Whether the limits apply: this library, simdjson and the C library choose code by AVX2, which
    valgrind has where the processor has it. It never has AVX-512."""
    try:
        with open(path, encoding="utf-8") as file:
            return re.search(r"^flags\b.*\bavx2\b", file.read(), re.M) is not None
    except OSError:
        return False


def main(folders, compilers, every_row, update, wanted):
    if not processor_fits():
        print("not checked: the limits are those of processors with AVX2")
        return 0
    budgets = load()
    if problems := problems_of(budgets):
        sys.exit("budgets.json\n" + "\n".join(problems))
    chosen = [b for b in budgets
              if (every_row or b.get("ci")) and re.search(wanted, f"{b['row']}/{b['to']}")]
    if not folders:
        for compiler in compilers:
            folder = os.path.join(ROOT, "build", "check", compiler)
            build(folder, compiler, chosen, os.cpu_count())
            folders.append(folder)
    columns, notes, failed = [], [], False
    for folder in folders:
        compiler, rows = count_all(folder, chosen, every_row)
        if update:
            for b in chosen:
                measured = measured_of(b, rows)
                if measured is not None:
                    b.setdefault("limit", {})[compiler] = limit_for(
                        b.get("goal"), measured, b["to"] in ABSOLUTE)
        columns.append((compiler, compare(chosen, rows, compiler)))
        notes += [f"{compiler}: {b['row']}: {peer} takes less than {b['to']}"
                  for b in chosen if (peer := better_peer(b, rows))]
    if update:
        save(budgets)
    width = max([len(f"{b['row']} / {b['to']}") for b in chosen], default=0)
    head = "".join(f"  {c + ':':>10} {'limit':>9} {'':12}" for c, _ in columns)
    print(f"{'oaiwire, relative to':{width}} {'goal':>7}{head}")
    for at, b in enumerate(chosen):
        cells = ""
        for _, found in columns:
            _, measured, limit, state = found[at]
            failed |= state not in PASSED
            cells += f"  {shown(measured):>10} {shown(limit):>9} {state:12}"
        print(f"{b['row'] + ' / ' + b['to']:{width}} {shown(b.get('goal')):>7}{cells}".rstrip())
    over = [f"{c}: {b['row']} / {b['to']}: {shown(m)}, limit {shown(l)}: {s}"
            for c, found in columns for b, m, l, s in found if s not in PASSED]
    print(*notes, sep="\n", end="\n" if notes else "")
    if over:
        print(f"\n{len(over)} of {len(chosen) * len(columns)} budgets failed:", *over, sep="\n  ")
    else:
        print(f"\nall {len(chosen) * len(columns)} budgets hold")
    return 1 if failed else 0
