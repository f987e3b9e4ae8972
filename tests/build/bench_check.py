"""bench_check.py SOURCE_DIR: what bench/run.py --check decides, without running a benchmark."""

import copy
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(sys.argv[1]) / "bench"))
import check  # noqa: E402

wrong = []


def expect(what, found, wanted):
    if found != wanted:
        wrong.append(f"{what}: {found!r}, not {wanted!r}")


def row(role, instructions=0, allocations=0, kept=0):
    return {"role": role, "units": 2.0, "size": 100.0, "instructions": instructions,
            "allocations": allocations, "bytes": float(kept)}


rows = {
    "openai/oaiwire": row(check.OURS, 200, 12, 2000),
    "openai/oaiwire, without templates": row(check.VARIANT, 800),
    "openai/by hand": row(check.PEER, 1000),
    "openai/quick": row(check.PEER, 500),
    "openai/does less": row(check.UNFAIR, 100),
    "CJK/oaiwire": row(check.OURS, 300),
}


def budget(to, limit, subject="openai", goal=None):
    return {"program": "stream", "row": subject, "to": to, "goal": goal, "limit": {"g++": limit}}


def state(b, found=None, compiler="g++"):
    return check.compare([b], found or rows, compiler)[0][1:]


# Ratios and values are measured, and compared with the limit of this compiler.
expect("a ratio", state(budget("by hand", 0.2)), (0.2, 0.2, "ok"))
expect("an improved ratio", state(budget("by hand", 0.4)), (0.2, 0.4, "ok"))
expect("a ratio over", state(budget("by hand", 0.199)), (0.2, 0.199, "over"))
expect("of another subject", state(budget("openai/oaiwire", 1.4, "CJK")), (1.5, 1.4, "over"))
expect("allocations", state(budget("allocations", 12)), (12, 12, "ok"))
expect("more allocations", state(budget("allocations", 11)), (12, 11, "over"))
expect("bytes", state(budget("bytes", 1999)), (2000.0, 1999, "over"))
expect("a lost peer", state(budget("by foot", 1)), (None, 1, "not measured"))
expect("a peer by source", state({**budget("by foot", 1), "source": True})[2], "no such peer")
expect("a lost row", state(budget("by hand", 1, "vllm")), (None, 1, "not measured"))
expect("a compiler without limits", state(budget("by hand", 1), compiler="clang++"),
       (0.2, None, "no limit"))

# A regression that is planted in the counts is found, in every row of the file that counts them.
budgets = check.load()
for b in budgets:
    alone = copy.deepcopy(b)
    labels = check.labels_of(alone)
    limit = alone["limit"]["g++"] = alone["limit"].get("g++", 1)
    for factor, wanted in (0.99, "ok"), (1.02, "over"):
        value = limit * factor
        ours = row(check.OURS, value * 1e6, value, value)
        made = {labels[0]: ours, **{other: row(check.PEER, 1e6) for other in labels[1:]}}
        if limit > 0:
            expect(f"{b['row']} / {b['to']}, {factor} of the limit", state(alone, made)[2], wanted)

# Limits have little room; where the goal is met, none above it.
expect("a missed goal", check.limit_for(0.5, 1.0, False), 1.03)
expect("a met goal", check.limit_for(2.0, 1.0, False), 1.1)
expect("a goal just met", check.limit_for(1.02, 1.0, False), 1.02)
expect("no goal", check.limit_for(None, 1.0, False), 1.03)
expect("bytes", check.limit_for(None, 1000, True), 1030)
expect("no allocations", check.limit_for(0, 0, True), 0)

# A peer that has become the best is named, one that does less is not.
expect("a better peer", check.better_peer(budget("by hand", 1), rows), "quick")
expect("the best peer", check.better_peer(budget("quick", 1), rows), None)
expect("a variant", check.better_peer(budget("oaiwire, without templates", 1), rows), None)

# Processors are told apart.
with tempfile.TemporaryDirectory() as folder:
    for flags, wanted in ("fpu avx avx2 bmi2", True), ("fpu avx", False), ("fpu avx2x", False):
        path = Path(folder) / "cpuinfo"
        path.write_text(f"processor\t: 0\nflags\t\t: {flags}\nbugs\t\t: avx2\n", encoding="utf-8")
        expect(f"a processor with {flags}", check.processor_fits(str(path)), wanted)
    expect("no list", check.processor_fits(str(Path(folder) / "none")), False)

# Labels are matched as they are.
expect("a pattern", check.pattern_of(["a (b), 1.5/c++"]), r"^(a \(b\), 1\.5/c\+\+)$")

# The file itself, and what is found wrong in such a file.
wrong += check.problems_of(budgets)
expect("short check", any(b.get("ci") for b in budgets), True)
good = budgets[0]
for what, broken in {
        "a member too many": [{**good, "limits": {}}],
        "no row": [{k: v for k, v in good.items() if k != "row"}],
        "twice": [good, good],
        "another compiler": [{**good, "limit": {"cl": 1}}],
        "a limit that is no number": [{**good, "limit": {"g++": "1"}}],
        "a goal that is no number": [{**good, "goal": "1"}],
        "no such program": [{**good, "program": "streams"}]}.items():
    expect(what, len(check.problems_of(broken)), 1)

sys.exit("\n".join(wrong) or None)
