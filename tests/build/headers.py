"""Checks that each header compiles alone: headers.py INCLUDE_DIR HEADER_LIST SCRATCH COMPILER
[FLAG...]. Compiles the headers listed in the file HEADER_LIST, with declarations only, and those with
definitions also header-only: a header without has the same text in both forms, and sees less in the
former.

With clang most headers start from a precompiled header that they include anyway and that is compiled
alone itself, so they see nothing more than they would alone. For the same reason a header follows
others in one file, where it includes all that these include. Other compilers parse each header alone.
"""

import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

MODES = {"headers": [], "declarations": ["-DOAIWIRE_DECLARATIONS"]}
REPEATED = "<oaiwire/core/macros_"  # included by each header, first and last
DIRECTIVE = re.compile(r"^\s*#\s*(include|if\w*|el\w+|endif)\b\s*(.*?)\s*$")


def includes(text, mode):
    """Returns the unconditional includes of `text`, and those under the library's own conditions."""
    found, conditions = [], []
    for line in text.splitlines():
        if not (match := DIRECTIVE.match(line)):
            continue
        directive, rest = match.groups()
        if directive == "include":
            if all(conditions) and not rest.startswith(REPEATED):
                found.append(rest.strip("<>"))
        elif directive == "endif":
            conditions.pop()
        elif directive.startswith("el"):
            conditions[-1] = False
        else:
            conditions.append(mode == "headers" and rest == "OAIWIRE_DEFINES")
    return found


class tree:
    """The headers, their transitive includes, and the approximate size of those."""

    def __init__(self, root, mode):
        self.root, self.mode = root, mode
        self.direct, self.below, self.lines = {}, {}, {}

    def included(self, name):
        if name not in self.direct:
            path = self.root / name
            text = path.read_text(encoding="utf-8") if path.exists() else None
            self.lines[name] = text.count("\n") if text else 3000 if "/" in name else 500
            self.direct[name] = includes(text or "", self.mode)
        return self.direct[name]

    def closure(self, name):
        """The transitive includes of a header, including itself."""
        if name not in self.below:
            seen, todo = set(), [name]
            while todo:
                if (at := todo.pop()) not in seen:
                    seen.add(at)
                    todo += self.included(at)
            self.below[name] = seen
        return self.below[name]

    def size(self, name):
        return sum(self.lines[n] for n in self.closure(name))

    def starts(self, names):
        """Returns the precompiled header that each header starts from, or None. Selects those that
        save the most. They are not chained, since clang 14 fails on that."""
        starts = dict.fromkeys(sorted(set().union(*map(self.closure, names))))
        size = {name: self.size(name) for name in starts} | {None: 0}
        # the users of each header, except for mutual includes
        users = {new: [n for n in names if new in self.closure(n) and n not in self.closure(new)]
                 for new in starts}
        while True:
            precompiled = set(starts.values())
            best, saved, its_users = None, 0, []
            for new in starts.keys() - precompiled:
                gains = {n: size[new] - size[starts[n]] for n in users[new] if n not in precompiled}
                gains = {n: gain for n, gain in gains.items() if gain > 0}
                if (gain := sum(gains.values()) - 2 * size[new]) > saved:
                    best, saved, its_users = new, gain, gains
            if not best:
                return {n: s for n, s in starts.items() if n in names or n in precompiled}
            starts |= dict.fromkeys(its_users, best) | {best: None}

    def chains(self, names, starts):
        """Returns lists of headers that start from the same header, in which each includes all that
        the one before it includes: as few lists as there can be (a maximum matching). What others
        start from stays alone."""
        chains, groups = [[name] for name in names if name in starts.values()], {}
        for name in sorted(set(names) - set(starts.values())):
            groups.setdefault(starts[name], []).append(name)
        for group in groups.values():
            # mutual includes: neither includes all of the other before it
            after = {a: [b for b in group
                         if a in self.closure(b) and b not in self.closure(a)] for a in group}
            before = {}

            def match(name, seen):
                for other in after[name]:
                    if other not in seen:
                        seen.add(other)
                        if other not in before or match(before[other], seen):
                            before[other] = name
                            return True
                return False

            for name in group:
                match(name, set())
            for name in set(group) - set(before.values()):
                chain = [name]
                while chain[0] in before:
                    chain.insert(0, before[chain[0]])
                chains.append(chain)
        return chains


def compile_one(names, start, scratch, command, is_start):
    """Returns the compiler's errors; `start` is the job that precompiles the header to start from."""
    source = scratch / re.sub(r"\W", "_", names[-1] if len(names) == 1 else f"to {names[-1]}")
    Path(f"{source}.cpp").write_text("".join(f"#include <{name}>\n" for name in names))
    whole = command
    if start:
        precompiled, job = start
        job.result()  # started already: jobs start in the order of submission
        whole = [*command, "-include-pch", f"{scratch / precompiled}.pch"]
    output = ["-fsyntax-only"]
    if is_start:  # avoids instantiating the same again in each header that starts from it
        output = ["-x", "c++-header", "-fpch-instantiate-templates", "-o", f"{source}.pch"]
    done = subprocess.run([*whole, *output, f"{source}.cpp"], capture_output=True, text=True)
    if not done.returncode:
        return ""
    if len(names) > 1:  # which of them
        errors = [compile_one([name], start, scratch, command, False) for name in names]
        if any(errors):
            return "\n".join(filter(None, errors))
    return f"{' '.join(whole)}: {' '.join(names)}\n{done.stdout}{done.stderr}"


def has_definitions(path):
    return "_DEFINES" in path.read_text(encoding="utf-8")


def check(root, names, scratch, command, precompile):
    """Returns the compiler's errors for headers that do not compile alone."""
    jobs = []
    with ThreadPoolExecutor(os.cpu_count()) as pool, \
            tempfile.TemporaryDirectory(dir=scratch) as folder:
        for mode, flags in MODES.items():
            into = Path(folder) / mode
            into.mkdir()
            own = [n for n in names if mode == "declarations" or has_definitions(root / n)]
            starts, chains = dict.fromkeys(own), [[name] for name in own]
            if precompile:
                headers = tree(root, mode)
                starts = headers.starts(own)
                chains = headers.chains(list(starts), starts)
            begun = {}
            for chain in sorted(chains, key=lambda c: (starts[c[0]] is not None, c)):
                start = starts[chain[0]]
                start = start and (re.sub(r"\W", "_", start), begun[start])
                begun[chain[-1]] = pool.submit(compile_one, chain, start, into,
                                               [*command, *flags], chain[-1] in starts.values())
            jobs += begun.values()
        return [job.result() for job in jobs if job.result()]


def self_test(scratch, command, precompile):
    """Tests the checker itself with headers that must pass or fail."""
    headers = {
        "base.hpp": "#include <string>\nstd::string base();\n",
        "good.hpp": "#include <base.hpp>\ninline std::string good() { return base(); }\n",
        "lacks.hpp": "#include <base.hpp>\nstd::vector<int> lacks();\n",
        "other.hpp": "#include <vector>\n",
        "follows.hpp": "#include <good.hpp>\n#include <other.hpp>\nstd::vector<int> follows();\n",
        "hides.hpp": "#if OAIWIRE_DEFINES\n#include <other.hpp>\n#endif\nstd::vector<int> hides();\n",
    }
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        root = Path(folder)
        for name, text in headers.items():
            define = "#ifdef OAIWIRE_DECLARATIONS\n#define OAIWIRE_DEFINES 0\n#else\n" \
                     "#define OAIWIRE_DEFINES 1\n#endif\n" if name == "hides.hpp" else ""
            (root / name).write_text("#pragma once\n" + define + text)
        said = check(root, sorted(headers), scratch, [*command, f"-I{root}"], precompile)
    names = [re.search(r": (\S+)\n", text)[1] for text in said]
    if sorted(names) != ["hides.hpp", "lacks.hpp"]:
        raise SystemExit("the checker says: " + "\n".join(said or ["all is well"]))


def main():
    root, listed, scratch = map(Path, sys.argv[1:4])
    command = [*sys.argv[4:], "-std=c++20", f"-I{root}"]
    version = subprocess.run([command[0], "--version"], capture_output=True, text=True).stdout
    precompile = "clang" in version
    names = [name for name in listed.read_text(encoding="utf-8").split()
             if not f"<{name}>".startswith(REPEATED)]
    if not names:
        raise SystemExit("no headers")
    self_test(scratch, command, precompile)
    sys.exit("\n".join(check(root, names, scratch, command, precompile)) or None)


if __name__ == "__main__":
    main()
