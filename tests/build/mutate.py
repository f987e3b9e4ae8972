"""Mutation testing: mutate.py [OPTIONS] HEADER... introduces small defects into headers (such as
sse/decoder.hpp), one at a time, and runs the tests of the header on each.

A mutant is killed if a test fails, crashes, or runs out of time or memory; one that does not compile
does not count. tests/<same path>.cpp runs first, as it compiles fast; survivors are tested by the
programs of MORE. Prints a line per survivor, then a table.

Most mutants of a header are compiled into one program that selects one at run time: conditions,
initializers and statements become a choice between the mutated and the original code. Mutants that
cannot be selected at run time (constants, labels) are compiled separately.
"""

import argparse
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INCLUDE, TESTS = ROOT / "include/oaiwire", ROOT / "tests"
WITHOUT_JSON_FUNCTIONS = {"core", "json/text", "reflect", "http", "sse", "websocket"}

# Further tests of a header or a layer: files under tests/, or fuzz/<target> with its corpus.
MORE = {
    "sse": ["sse/decoder_steps", "sse/decoder_accept", "sse/decoder", "fuzz/sse_cut"],
    "sse/encoder": ["sse/encoder"],
    "websocket": ["websocket/connection", "websocket/connection_reading",
                  "websocket/connection_writing"],
    "json": ["json/edges", "json/reuse", "json/decode", "json/read", "json/tolerant", "json/examples"],
    "json/reader": ["json/edges", "json/reuse", "json/decode", "json/read"],
    "json/reader_slow_paths": ["json/edges", "json/tolerant", "json/decode"],
    "json/reader_strings": ["json/edges", "json/unescape", "json/decode", "fuzz/json_doc"],
    "json/reader_tags": ["json/unions", "json/decode", "json/tolerant"],
    "json/unions": ["json/decode", "json/edges", "json/tolerant"],
    "json/kinds": ["json/edges", "json/reuse", "json/decode"],
    "json/scalars": ["json/tolerant", "json/number", "json/decode"],
    "json/compact_maps": ["json/duplicates", "json/read"],
    "json/compact_objects": ["json/reuse", "json/read"],
    "json/objects": ["json/reader", "json/edges", "json/reuse", "json/read", "json/tolerant",
                     "json/options"],
    "json/object_table": ["json/keys", "json/decode", "json/read"],
    "json/partial": ["json/partial_machine"],
    "json/partial_machine": ["json/partial"],
    "json/partial_machine_memory": ["json/partial_machine", "json/partial", "fuzz/partial"],
    "json/partial_machine_steps": ["json/partial_machine", "json/partial", "fuzz/partial"],
    "json/partial_machine_tokens": ["json/partial_machine_steps", "json/partial", "fuzz/partial"],
    "json/partial_type": ["json/partial_machine_memory"],
    "json/repair": [],
    "json/repair_lenient": ["fuzz/repair"],
    "json/repair_lenient_scalars": ["json/repair_lenient", "fuzz/repair"],
    "json/repair_lenient_start": ["json/repair_lenient", "fuzz/repair"],
    "json/repair_lenient_steps": ["json/repair_lenient", "fuzz/repair"],
    "json/repair_lenient_text": ["json/repair_lenient", "fuzz/repair"],
    "json/decimal": ["json/number"],
    "json/nearest": ["json/decimal", "json/number"],
    "json/number": ["json/decimal"],
    "json/digits": ["json/exact_double", "json/number"],
    "json/exact_double": ["json/simd"],
    "json/text/scan": ["json/text/check", "json/edges", "fuzz/json_doc"],
    "json/text/check": ["json/edges", "fuzz/json_doc"],
    "json/text/walk": ["json/text/locate", "json/text/view"],
    "json/text/unescape": ["json/decode", "fuzz/json_doc"],
    "json/text/decode_string": ["json/unescape", "json/reader_strings", "json/decode",
                                "fuzz/json_doc"],
    "json/text/path": ["json/decode"],
    "json/text/locate": ["json/decode"],
    "json/text/print": ["json/encode"],
    "core/utf8": ["json/text/check"],
    "core/utf8_block": ["json/text/print", "core/utf8_check"],
    "core/utf8_check": ["json/simd"],
    "core/base64": ["types/embedding_vector"],
    "http/chunked_decoder": [],
    "http": [],
    "api": ["api/exchange", "client"],
    "confidential": ["confidential/client"],
    "stream": ["stream/stream_bounds", "stream/quirks_errors", "cuts/cases",
               "stream/quirks_framing",
               "stream/quirks_payload", "stream/quirks_meaning", "stream/fast_path",
               "stream/stream_decoder", "cuts/events", "fuzz/stream_cut", "fuzz/fast_path"],
    "stream/stream_decoder": ["stream/stream_bounds", "stream/response_stream", "cuts/cases",
                              "stream/quirks_errors", "stream/quirks_framing", "stream/fast_path"],
    "stream/chat_stream": ["stream/chunk_traits", "stream/quirks_meaning", "cuts/cases"],
    "stream/merge_choices": ["stream/chat_stream", "stream/quirks_meaning"],
    "stream/response_builder": ["stream/response_stream"],
    "stream/response_merge": ["stream/response_builder", "stream/response_stream"],
    "stream/response_state": ["stream/response_stream", "stream/response_builder"],
    "stream/response_parts": ["stream/response_texts", "stream/response_builder"],
    "stream/response_texts": ["stream/response_stream", "stream/response_builder"],
    "stream/merge_objects": ["stream/response_merge", "stream/image_stream", "stream/audio_stream"],
    "stream/response_stream": ["stream/response_stream"],
}
PRECOMPILED = r"""#include <support/catch.hpp>
#include <nlohmann/json.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>
#include <simdjson.h>
inline int chosen_mutant = std::getenv("MUTANT") ? std::atoi(std::getenv("MUTANT")) : 0;
#define MUTANT(n) (!__builtin_is_constant_evaluated() && chosen_mutant == n)
#define MUTANTS(first, last) \
    (!__builtin_is_constant_evaluated() && chosen_mutant >= first && chosen_mutant <= last)
"""
# Functions that most tests only declare, for the type that most of them read.
SOME_FUNCTIONS = """#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/chat_response.hpp>
namespace oaiwire { inline namespace v0_2 { namespace json {
#define SOME(type) \\
    template result<type> read<type>(std::string_view, const read_options&); \\
    template result<void> read_into<type>(std::string_view, type&, const read_options&); \\
    template result<void> write<type>(const type&, std::string&); \\
    template result<std::string> write<type>(const type&);
SOME(ChatCompletionChunk)
SOME(ChatCompletionDelta)
SOME(ChatCompletion)
}}}
"""

SWAPS = [  # relies on clang-format: blanks around binary operators, none in template arguments
    (r" < ", " <= "), (r" <= ", " < "), (r" > ", " >= "), (r" >= ", " > "), (r" == ", " != "),
    (r" != ", " == "), (r" && ", " || "), (r" \|\| ", " && "), (r" \+ ", " - "), (r" - ", " + "),
    (r" \+ 1\b(?!')", ""), (r" - 1\b(?!')", ""), (r" & ", " | "), (r" \| ", " & "), (r" << ", " >> "),
    (r" >> ", " << "), (r" \* (?=\w)", " + "), (r" / ", " * "), (r" % ", " / "), (r" \+= ", " -= "),
    (r" -= ", " += "), (r" \|= ", " = "), (r" &= ", " = "), (r"\+\+", "--"), (r"--", "++"),
    (r"\btrue\b", "false"), (r"\bfalse\b", "true"), (r"!(?=[\w(])", ""),
    (r" \? (?=\S)", " && false ? "), (r" \? (?=\S)", " || true ? "),
]
DECLARES = re.compile(
    r"(const|constexpr|auto|static|using|typedef|namespace|template|enum|struct|class|union|public|"
    r"private|protected|explicit|inline|friend|extern|mutable|virtual|unsigned)\b"
    r"|(?!return\b|delete\b)[\w:]+(<[^;]*>)?[ *&]+(const )?\w+(\s*[={;([]|$)|~"
    r"|[\w:]+\(.*\)\s*(=\s*(default|delete)|:|const|noexcept)")
CONTROL = re.compile(r"\s*(?:else\b|do\b|(?:case\b[^;{}]*?|default|\w+)\s*(?<!:):(?!:)|"
                     r"(if|while|for|switch)\b(?: constexpr)? ?(?=\())")
COMPOUND = re.compile(r"(struct|class|enum|namespace|union|template|extern|try)\b")


def masked(text, strings=True):
    """Returns `text` with comments, directives, static_asserts and, if `strings`, literals blanked."""
    pattern = r"//[^\n]*|^[ \t]*#(?:[^\n]|\\\n)*|\bstatic_assert\((?:[^;]|\n)*?;"
    literal = r"\"(?:[^\"\\\n]|\\.)*\"|(?<!\w)'(?:[^'\\\n]|\\.)+'"

    def blank(match):
        keep = match[0][0] in "\"'" and not strings
        return match[0] if keep else re.sub(r"[^\n]", " ", match[0])
    return re.sub(f"{literal}|{pattern}", blank, text, flags=re.M)


def closing(text, at):
    """Returns the position after the bracket that closes the one at `at`."""
    depth = 0
    for i in range(at, len(text)):
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(text[i], 0)
        if depth == 0:
            return i + 1
    return len(text)


def units_of(code):
    """Returns (begin, end, kind) of code selectable at run time: conditions, initializers, loop steps
    and statements, with their semicolons."""
    units = []
    for start in [0] + [m.end() for m in re.finditer(r"[;{}]", code)]:
        while m := CONTROL.match(code, start):  # text before a statement
            start = m.end()
            if not m[1]:
                continue
            stop = closing(code, start)
            parts = code[start + 1:stop - 1].split(";")
            if m[1] == "for" and len(parts) == 3:
                begin = start + 2 + len(parts[0])
                units.append((begin, begin + len(parts[1]), "condition"))
                units.append((begin + len(parts[1]) + 1, stop - 1, "step"))
            elif m[1] in ("if", "while") and "constexpr" not in m[0]:
                units.append((stop - 1 - len(parts[-1]), stop - 1, "condition"))
            start = stop
        start += len(code[start:]) - len(code[start:].lstrip())
        end = start
        while end < len(code) and code[end] not in ";})]":
            before = code[start:end].rstrip()
            if code[end] == "{" and (before[-1:] in ")]}" or COMPOUND.match(before) or
                                     re.search(r"\b(const|noexcept|override)$", before)):
                break
            end = closing(code, end) if code[end] in "({[" else end + 1
        if code[end:end + 1] != ";" or not re.match(r"[\w:]|\*\w|\+\+|--", code[start:end]):
            continue
        statement = code[start:end]
        if not DECLARES.match(statement):
            units.append((start, end + 1, "statement"))
        elif (m := re.search(r"(?<![=!<>]) = ", statement)) and not re.match(
                r"(inline |static |using |template|.*\bconstexpr )", statement):
            units.append((start + m.end(), end, "value"))
    return sorted(set(units))


def mutants_of(text):
    """Returns (begin, end, replacement) of every mutant, in the order of the text."""
    code, found = masked(text), []
    for pattern, replacement in SWAPS:
        found += [(m.start(), m.end(), replacement) for m in re.finditer(pattern, code)]
    for begin, end, kind in units_of(code):
        part = code[begin:end]
        if kind == "condition" and part.strip():
            found.append((begin, end, " false"))
            if not re.match(r" ?!", part) and not re.search(" [=!]= ", part) or \
                    re.search(r" && | \|\| ", part):
                found.append((begin, end, f" !({text[begin:end].strip()})"))
        elif kind == "statement" and not part.startswith("return"):
            found.append((begin, end, ";"))
    for m in re.finditer(r"(?<![\w.'])(0x[0-9a-fA-F]+|\d+)(?=[uUlL]*\b)(?!['.]\d)", code):
        value = int(m[0], 0)
        form = hex if m[0].startswith("0x") else str
        found.append((m.start(), m.end(), form(value + 1)))
        if value > 0:
            found.append((m.start(), m.end(), form(value - 1)))
    literals = masked(text, strings=False)
    for m in re.finditer(r"(?<!\w)'((?:[^'\\\n]|\\.)+)'", literals):
        found.append((m.start(), m.end(), f"static_cast<char>({m[0]} + 1)"))
    for m in re.finditer(r"\"([^\"\\\n])([^\"\n]*)\"", literals):
        if not re.search(r"\w \w", m[0]):  # not error texts
            found.append((m.start(1), m.end(1), chr(ord(m[1]) ^ 1).replace('"', "#")))
    enums = "|".join(sorted(set(re.findall(r"\benum class (\w+)", text)) | {"errc"}))
    names = {}
    for m in re.finditer(rf"\b({enums})::(\w+)", code):
        names.setdefault(m[1], []).append(m)
    for uses in names.values():
        values = sorted({m[2] for m in uses})
        if len(values) > 1:
            found += [(m.start(2), m.end(2), values[values.index(m[2]) - 1]) for m in uses]
    return sorted(set(found))


def applied(text, mutant, begin=0, end=None):
    return text[begin:mutant[0]] + mutant[2] + text[mutant[1]:len(text) if end is None else end]


def with_choices(text, mutants):
    """Returns `text` with as many of `mutants` as possible selectable at run time, each on its own
    line; these mutants by number; and the numbers on each line."""
    units, chosen = {}, {}
    every = units_of(masked(text))
    for number, mutant in mutants.items():
        around = [u for u in every if u[0] <= mutant[0] and mutant[1] <= u[1]]
        if around:
            unit = min(around, key=lambda u: u[1] - u[0])
            units.setdefault(unit, []).append(number)
            chosen[number] = mutant
    parts, at = [], 0
    for begin, end, kind in sorted(units):
        if begin < at:  # in a lambda inside a processed one
            for number in units[begin, end, kind]:
                del chosen[number]
            continue
        numbers = units[begin, end, kind]
        among = f"MUTANTS({numbers[0]}, {numbers[-1]})"
        form = {"condition": "static_cast<bool>({})", "step": "static_cast<void>({})"}.get(kind, "({})")
        original = text[begin:end]
        changed = {n: applied(text, mutants[n], begin, end) for n in numbers}
        one_line = {n: t if "//" in t else re.sub(r"\s*\n\s*", " ", t) for n, t in changed.items()}
        whole = f"\n/*{numbers[0]}-{numbers[-1]}*/"
        if kind == "statement":
            inner = " else ".join(f"\n/*{n}*/ if (MUTANT({n})) {{ {t} }}" for n, t in one_line.items())
            made = f"{{ if ({among}) {{{inner} }} else {{{whole} {original} }} }}"
        else:
            inner = "".join(f"\n/*{n}*/ MUTANT({n}) ? {form.format(t)} : " for n, t in one_line.items())
            plain = form.format(original)
            made = f"({among} ? ({inner}{whole} {plain}) : {plain})\n"
        parts += [text[at:begin], made]
        at = end
    made = "".join(parts) + text[at:]
    lines = {}
    for number, line in enumerate(made.split("\n"), 1):
        if m := re.match(r"/\*(\d+)-?(\d*)\*/", line):
            lines[number] = range(int(m[1]), int(m[2] or m[1]) + 1)
    return made, chosen, lines


def described(text, mutant):
    begin, end, replacement = mutant
    first, last = text.rfind("\n", 0, begin) + 1, text.find("\n", end)
    line = text.count("\n", 0, begin) + 1
    after = " ".join((text[first:begin] + "⟦" + replacement + "⟧" + text[end:last]).split())
    return f"{line}: {' '.join(text[first:last].split())}  =>  {after}"


class Runner:
    def __init__(self, cxx, work, quick):
        self.cxx, self.work, self.quick, self.plans = cxx, work, quick, {}
        self.shadow = work / "shadow"
        shutil.rmtree(self.shadow, ignore_errors=True)  # left by an interrupted run
        self.shadow.mkdir(parents=True)
        self.flags = ["-std=c++20", "-w", f'-DOAIWIRE_TEST_DATA="{TESTS}"', f"-I{TESTS}",
                      f"-I{ROOT / 'fuzz'}"]
        (work / "some_functions.cpp").write_text(SOME_FUNCTIONS)
        for level in ("-O0", "-O1"):
            header = work / f"precompiled{level}.hpp"
            if not self.is_new(Path(f"{header}.pch")):
                header.write_text(PRECOMPILED)
                subprocess.run([cxx, *self.flags, level, "-x", "c++-header", header, "-o",
                                f"{header}.pch"], check=True)

    @staticmethod
    def is_new(made):
        """Returns whether the file is newer than all possible inputs."""
        sources = [*INCLUDE.rglob("*.hpp"), *(TESTS / "support").iterdir()]
        return made.exists() and made.stat().st_mtime > max(s.stat().st_mtime for s in sources)

    def compile(self, source, target, level="-O0"):
        """Returns the compiler's errors; a shadow header, if present, hides the original."""
        pch = self.work / f"precompiled{level}.hpp.pch"
        return subprocess.run([self.cxx, *self.flags, level, f"-I{self.shadow}",
                               f"-I{ROOT / 'include'}", "-include-pch", pch, "-ferror-limit=0", "-c",
                               source, "-o", target], text=True, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE)

    def once(self, name):
        """Returns an object file of unmodified code, compiled once."""
        target = self.work / (name.replace("/", "_") + ".o")
        if not self.is_new(target):
            subprocess.run([self.cxx, *self.flags, f"-I{ROOT / 'include'}", "-c",
                            ROOT / f"{name}.cpp", "-o", target], check=True)
        return target

    def source(self, test):
        return ROOT / (f"{test}.cpp" if test.startswith("fuzz/") else f"tests/{test}.cpp")

    def link(self, test, target):
        """Returns the command that runs the test with object file `target`."""
        layer, program = test.rpartition("/")[0], target.with_suffix("")
        objects, command = [target], [program, "--abort"]
        if layer == "fuzz":
            objects.append(self.once("fuzz/replay"))
            command = [program, ROOT / "fuzz/corpus" / test.split("/")[1]]
        else:
            objects.append(self.once("tests/support/main"))
        own = self.source(test).read_text()
        if "allocation_ledger.hpp>" in own and "support/allocations.hpp>" not in own:
            objects.append(self.once("tests/server/allocation_count"))
        if layer not in WITHOUT_JSON_FUNCTIONS:  # the first definition is used
            some = target.with_name(f"some_{target.name}")
            if self.compile(self.work / "some_functions.cpp", some).returncode == 0:
                objects.append(some)
            objects.append(self.once("tests/support/compiled"))
        subprocess.run([self.cxx, "-fuse-ld=lld", *objects, "-lsimdjson", "-lcrypto", "-o", program],
                       check=True)
        return command

    def passes(self, test, command, mutant=0, slower=1):
        """Runs quick test cases first. Limits CPU time, not elapsed time, since the machine may be
        busy."""
        def small(limit):
            resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            signal.setitimer(signal.ITIMER_PROF, slower * limit)
        for arguments, limit in self.plan(test, command):
            try:
                if subprocess.run([*command, *arguments], timeout=30 * slower * limit, cwd=self.work,
                                  preexec_fn=lambda: small(limit),
                                  env={**os.environ, "MUTANT": str(mutant)},
                                  stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL).returncode != 0:
                    return False
            except subprocess.TimeoutExpired:
                return False
        return True

    def plan(self, test, command):
        """Arguments and limit of each run of the test, determined by a first run without mutants."""
        if test not in self.plans:
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            timed = [] if test.startswith("fuzz/") else ["-d", "yes"]
            run = subprocess.run([*command, *timed], text=True, cwd=self.work,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            if run.returncode != 0:
                sys.exit(f"{test} fails as it is:\n{run.stdout[-1000:]}")
            work = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
            listed = subprocess.run([*command, "--list-test-names-only"], text=True,
                                    stdout=subprocess.PIPE).stdout.split("\n") if timed else []
            times = {}
            for seconds, name in re.findall(r"^(\d+\.\d+) s: (.*)$", run.stdout, re.M):
                times[name] = times.get(name, 0) + float(seconds)
            plan, slow = [], {name for name, seconds in times.items() if seconds > 0.02}
            for part in (set(listed) - slow, slow) if timed else ():
                if names := sorted(n for n in part if n):
                    file = self.work / f"{test.replace('/', '_')}.{len(plan)}"
                    file.write_text("".join(n.replace(",", "\\,") + "\n" for n in names))
                    spent = sum(times.get(n, 0) for n in names)
                    plan.append((["-f", file], 0.3 + 2 * min(work, spent)))
            self.plans[test] = plan or [([], 0.3 + 2 * work)]
        return self.plans[test]

    def survivors_together(self, name, text, mutants, test):
        """Returns the run-time mutants that survive the test, and those that cannot be selected."""
        target = self.work / "together.o"
        rest = dict(mutants)
        for _ in range(12):
            made, chosen, lines = with_choices(text, rest)
            self.hide(name, made)
            run = self.compile(self.source(test), target, "-O1")
            if run.returncode == 0:
                break
            said = [int(n) for n in re.findall(rf"{name}\.hpp:(\d+):\d+: (?:error|note)", run.stderr)]
            wrong = {number for line in said for number in lines.get(line, ())}
            if said and not wrong:  # an error on another line
                wrong = set(lines[max((n for n in lines if n < said[0]), default=min(lines))])
            if not wrong:
                self.show(name)
                if self.compile(self.source(test), target, "-O1").returncode != 0:
                    sys.exit(f"{test} does not compile as it is:\n{run.stderr[:1000]}")
                print(f"  {name}: each alone, for {test} says\n{run.stderr[:500]}", file=sys.stderr)
                return set(), mutants.keys()
            rest = {n: m for n, m in rest.items() if n not in wrong}
        else:
            return set(), mutants.keys()
        command = self.link(test, target)
        survived = {n for n in chosen if self.passes(test, command, n)}
        return survived, mutants.keys() - chosen.keys()

    def verdict_alone(self, name, text, test):
        """Returns True if the mutant survives the test, None if it does not compile."""
        target = self.work / "alone.o"
        if test not in self.plans:
            self.show(name)
            self.compile(self.source(test), target).check_returncode()
            self.plan(test, self.link(test, target))
        self.hide(name, text)
        if self.compile(self.source(test), target).returncode != 0:
            return None
        return self.passes(test, self.link(test, target), slower=6)  # not optimised

    def hide(self, name, text):
        header = self.shadow / "oaiwire" / f"{name}.hpp"
        header.parent.mkdir(parents=True, exist_ok=True)
        header.write_text(text)

    def tests_of(self, name):
        own = [name] if (TESTS / f"{name}.cpp").exists() else []
        more = MORE.get(name, MORE.get(name.split("/")[0], []))
        return own + [test for test in more if test != name]

    def show(self, name):
        (self.shadow / "oaiwire" / f"{name}.hpp").unlink(missing_ok=True)

    def run(self, name, text, mutants, keep):
        """Returns the numbers of mutants that compile and of those that survive all tests. keep() is
        called with the survivors after each test, in case the run is interrupted."""
        left, invalid, met_alone = set(mutants), set(), set()

        def meet(test, numbers):
            self.show(name)
            for n in sorted(numbers & left):
                verdict = self.verdict_alone(name, applied(text, mutants[n]), test)
                if verdict is None and n not in met_alone:
                    invalid.add(n)
                if not verdict:
                    left.discard(n)
                met_alone.add(n)
            self.show(name)

        for test in self.tests_of(name):
            together = {n: mutants[n] for n in sorted(left)}
            survived, alone = self.survivors_together(name, text, together, test)
            left &= survived | alone
            if not self.quick:
                meet(test, alone)
            elif test == self.tests_of(name)[0]:
                invalid |= alone
                left -= alone
            print(f"  {name}: {len(left)} survive {test}", file=sys.stderr, flush=True)
            keep(left)
        # selection at run time does not affect compile-time evaluation
        chosen = left - met_alone
        for test in self.tests_of(name) if not self.quick else ():
            meet(test, chosen)
        return mutants.keys() - invalid, left


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("headers", nargs="+", metavar="HEADER")
    parser.add_argument("--sample", type=int, metavar="N", help="test only N mutants of each header")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="print the mutants, run nothing")
    parser.add_argument("--quick", action="store_true",
                        help="only mutants selectable at run time, without confirmation")
    parser.add_argument("--again", action="store_true", help="only the survivors of the last run")
    parser.add_argument("--cxx", default="clang++", help="a clang")
    parser.add_argument("--work", type=Path, default=ROOT / "build/mutate")
    options = parser.parse_args()
    runner, table = Runner(options.cxx, options.work.resolve(), options.quick), []
    for header in options.headers:
        name = header.removesuffix(".hpp")
        text = (INCLUDE / f"{name}.hpp").read_text(encoding="utf-8")
        mutants = mutants_of(text)
        record = runner.work / (name.replace("/", "_") + ".json")
        if options.again:
            last = set(json.loads(record.read_text()))
            mutants = [m for m in mutants if described(text, m).split(": ", 1)[1] in last]
        elif options.sample and options.sample < len(mutants):
            mutants = sorted(random.Random(options.seed).sample(mutants, options.sample))
        if options.list:
            print(*(f"{name}:{described(text, m)}" for m in mutants), sep="\n")
            continue

        def keep(left):
            lines = [described(text, mutants[n - 1]) for n in sorted(left)]
            record.write_text(json.dumps([line.split(": ", 1)[1] for line in lines]))
            return lines
        valid, left = runner.run(name, text, dict(enumerate(mutants, 1)), keep)
        survivors = keep(left)
        print(*(f"{name}:{s}" for s in survivors), sep="\n", end="\n" if survivors else "")
        table.append((header, len(valid), len(valid) - len(left)))
        print("{:34} {:5} mutants {:5} killed".format(*table[-1]), flush=True)
    if len(table) > 1:
        print("{:34} {:5} mutants {:5} killed".format(
            "all", sum(t[1] for t in table), sum(t[2] for t in table)))
    sys.exit(any(t[1] != t[2] for t in table))


if __name__ == "__main__":
    main()
