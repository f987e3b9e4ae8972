"""Measures test coverage of include/: coverage.py [OPTIONS] BUILD_FOLDER builds the tests there with
clang's coverage instrumentation (incrementally), runs them, and prints lines and branches for each
header, then the uncovered parts of the decoders and checkers.

A line or branch of a template is covered if any instantiation executes it. Conditions known at
compile time and defaulted comparisons have no branches. Constexpr functions that never run are
omitted, since they are evaluated at compile time. Code that no test instantiates is unknown.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INCLUDE = ROOT / "include/oaiwire"
LEAST = 95  # per cent of all branches
DECODERS = re.compile(r"sse/|json/|core/utf8|http/chunked_decoder|body/(call_parts|error_payload|"
                      r"error_wait|finish_reason|payload|reasoning|response_payload|token_counts)|"
                      r"stream/(choice_tracker|chunk_payload|event_|payload|shapes|stream_decoder|"
                      r"surrogates)")


def run(*command, **more):
    return subprocess.run([str(c) for c in command], check=True, **more)


def build(folder, cxx, layers, jobs):
    counters = "-O0 -w -fprofile-instr-generate -fcoverage-mapping"
    run("cmake", "-S", ROOT, "-B", folder, f"-DCMAKE_CXX_COMPILER={cxx}", "-DCMAKE_BUILD_TYPE=None",
        f"-DCMAKE_CXX_FLAGS={counters}", "-DOAIWIRE_TEST_BUILD=OFF", "-DOAIWIRE_EXAMPLES=OFF",
        f"-DOAIWIRE_TEST_LAYERS={layers}", stdout=subprocess.DEVNULL)
    run("cmake", "--build", folder, "-j", jobs, stdout=sys.stderr)


def run_tests(folder, tests):
    for old in folder.glob("profiles/*"):
        old.unlink()
    environment = {**os.environ, "LLVM_PROFILE_FILE": str(folder / "profiles/%4m.profraw")}
    chosen = ["-R", tests] if tests else []
    failed = subprocess.run(["ctest", "--test-dir", folder, "--output-on-failure", *chosen],
                            env=environment, stdout=sys.stderr).returncode
    if failed:
        print("tests failed: code after the failures counts as not covered", file=sys.stderr)


def export(folder, cxx):
    """Returns llvm-cov's report per header."""
    def tool(name):
        return run(cxx, f"--print-prog-name={name}", text=True, stdout=subprocess.PIPE).stdout.strip()
    profile = folder / "profiles/all.profdata"
    run(tool("llvm-profdata"), "merge", "-sparse", "-o", profile, *folder.glob("profiles/*.profraw"))
    programs = [p for p in [*folder.glob("tests/test_*"), *folder.glob("fuzz/replay_*")]
                if p.is_file() and os.access(p, os.X_OK) and not re.search("_server$", p.name)]
    objects = [f"-object={p}" for p in programs[1:]]
    report = run(tool("llvm-cov"), "export", "-skip-expansions", "-skip-functions",
                 f"-instr-profile={profile}", programs[0], *objects, INCLUDE,
                 text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return {Path(f["filename"]).resolve().relative_to(INCLUDE).as_posix(): f
            for f in json.loads(report)["data"][0]["files"]}


def lines_of(segments):
    """Returns for each line with code whether it was executed."""
    lines, current = {}, None  # current: the segment that extends into the line
    for line, column, count, has_count, is_entry, is_gap in segments:
        if current and current[3] and not current[5]:
            for between in range(current[0] + (current[0] in lines), line):
                lines[between] = lines.get(between, 0) or current[2]
        if has_count and is_entry and not is_gap:
            lines[line] = max(lines.get(line, 0), count)
        current = (line, column, count, has_count, is_entry, is_gap)
    return lines


def count_at(segments, place):
    """Returns how often the code at (line, column) was executed."""
    count = 0
    for line, column, value, has_count, _, _ in segments:
        if (line, column) > place:
            break
        count = value if has_count else 0
    return count


def branches_of(report):
    """Returns (begin, end, count of true, count of false) of each condition."""
    merged = {}
    for a, b, c, d, true, false, *_ in report.get("branches", []):
        counts = merged.setdefault((a, b, c, d), [0, 0])
        counts[0] += true
        counts[1] += false
    for (a, b, c, d), (true, false) in sorted(merged.items()):
        if true or false or count_at(report["segments"], (a, b)) == 0:
            yield (a, b), (c, d), true, false


def known_to_compiler(text, lines):
    """Returns the lines of constexpr functions that are never executed."""
    left_out, inside = set(), False
    for number in sorted(lines):
        if number - 1 not in lines:
            inside = False
        if re.search(r"\b(constexpr|consteval) (?!bool operator)[^=;]*\(", text[number - 1]) and \
                "if constexpr" not in text[number - 1]:
            inside = not lines[number]
        inside = inside and not lines[number]
        if inside:
            left_out.add(number)
    return left_out


def percent(part, whole):
    return 100.0 if whole == 0 else 100 * part / whole


def main():
    parser = argparse.ArgumentParser(description=__doc__.split(":")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cxx", default="clang++", help="a clang, 12 or newer")
    parser.add_argument("--layers", default="", help="value of OAIWIRE_TEST_LAYERS; empty: all")
    parser.add_argument("--tests", help="tests to run, as for ctest -R")
    parser.add_argument("--jobs", default=os.cpu_count())
    parser.add_argument("--report-only", action="store_true", help="report the last run again")
    parser.add_argument("--all", action="store_true", help="list uncovered code of all headers")
    options = parser.parse_args()
    folder = options.folder.resolve()
    if not options.report_only:
        build(folder, options.cxx, options.layers, options.jobs)
        run_tests(folder, options.tests)
    total, gaps = [0, 0, 0, 0], []
    for name, report in sorted(export(folder, options.cxx).items()):
        text = (INCLUDE / name).read_text(encoding="utf-8").split("\n")
        lines = lines_of(report["segments"])
        for number in known_to_compiler(text, lines):
            del lines[number]
        branches = [b for b in branches_of(report)
                    if b[0][0] in lines and "= default;" not in text[b[0][0] - 1]]
        counts = [sum(map(bool, lines.values())), len(lines),
                  sum((t > 0) + (f > 0) for _, _, t, f in branches), 2 * len(branches)]
        total = [a + b for a, b in zip(total, counts)]
        print("{:38} lines {:5}/{:5} {:6.2f} %   branches {:5}/{:5} {:6.2f} %".format(
            name, *counts[:2], percent(*counts[:2]), *counts[2:], percent(*counts[2:])))
        if options.all or DECODERS.match(name):
            gaps += [f"{name}:{line}: never run: {text[line - 1].strip()}"
                     for line, count in sorted(lines.items()) if not count]
            for (line, begin), (last, end), true, false in branches:
                if (true or false) and not (true and false):
                    part = text[line - 1][begin - 1:end - 1 if last == line else None]
                    gaps.append(f"{name}:{line}: never {'false' if true else 'true'}: {part}")
    print("{:38} lines {:5}/{:5} {:6.2f} %   branches {:5}/{:5} {:6.2f} %".format(
        "all", *total[:2], percent(*total[:2]), *total[2:], percent(*total[2:])))
    print(*gaps, sep="\n")
    sys.exit(percent(*total[2:]) < LEAST)


if __name__ == "__main__":
    main()
