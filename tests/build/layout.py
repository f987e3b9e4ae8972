"""Checks the layout of the repository, by the files that git tracks: layout.py SOURCE_DIR

The top level holds what TOP names. No CMake file was formatted as if it were C++. No Python file has
the name of a module of the standard library, which it would hide from the scripts beside it.
Without a git checkout nothing is checked, and the exit status is 77.
"""

import re
import subprocess
import sys
from pathlib import Path

TOP = {".ci", ".clang-format", ".clang-tidy", ".cppcheck", ".gitignore", "CHANGELOG.md",
       "CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "bench", "cmake", "docs",
       "examples", "fuzz", "include", "meson.build", "meson_options.txt", "tests"}
TOKEN = re.compile(r'(?P<bracket>#?\[(=*)\[.*?\]\2\])|(?P<comment>#[^\n]*)|(?P<text>"(\\.|[^"\\])*")'
                   r'|(?P<open>\()|(?P<close>\))|(?P<line>\n)|(?P<word>(\\.|[^\s()#"\\])+)|[ \t]+|.', re.S)


def cmake_faults(text):
    """Yields what is wrong with a CMake file. Commands stand at the beginning of a line, comments are
    '# ' and words, and references such as ${name} are in one piece: clang-format changes all these."""
    depth, row, before = 0, 1, "\n"  # what preceded in the row, without spaces
    for token in TOKEN.finditer(text):
        kind, found = token.lastgroup, token[0]
        if kind == "comment" and not re.match(r"#+( |$)", found):
            yield f"{row}: a comment without a space"
        elif kind == "word" and found.endswith(("$", "$ENV")):
            yield f"{row}: a reference in pieces"
        elif kind == "word" and depth == 0:
            if before != "\n":
                yield f"{row}: a command after another"
            if not re.match(r"[A-Za-z_]\w*[ \t]*\(", text[token.start():]):
                yield f"{row}: no command: {found}"
        depth += (kind == "open") - (kind == "close")
        if depth < 0:
            yield f"{row}: a parenthesis too many"
            depth = 0
        row += found.count("\n")
        if found.strip(" \t"):
            before = found[-1]
    if depth:
        yield f"{row}: a parenthesis is not closed"


def faults(files, read):
    """Yields what is wrong with `files`, paths that are separated by '/'."""
    for top in sorted({name.split("/")[0] for name in files} - TOP):
        yield f"{top} is not in the list of what the top level holds"
    for top in sorted(TOP - {name.split("/")[0] for name in files}):
        yield f"{top} is gone"
    for name in files:
        path = Path(name)
        if path.name == "CMakeLists.txt" or path.suffix == ".cmake":
            yield from (f"{name}:{fault}" for fault in cmake_faults(read(name)))
        elif path.suffix == ".py" and path.stem in sys.stdlib_module_names:
            yield f"{name}: Python has a module of that name"


def self_test():
    good = '# Words.\nset(a "${b} #c(" $<BOOL:${d}>)  # why\nif(a)\n    f([[ ( ]])\nendif()\n'
    bad = {
        "#Words.\nset(a)\n": "1: a comment without a space",
        "set(a $ {b})\n": "1: a reference in pieces",
        "set(a) set(b)\n": "1: a command after another",
        "set(a\n": "2: a parenthesis is not closed",
        "a < b\n": "1: no command: a",
    }
    found = [list(cmake_faults(text)) for text in (good, *bad)]
    if found[0] or any(fault not in said for fault, said in zip(bad.values(), found[1:])):
        raise SystemExit(f"the checker finds: {found}")
    files = [f"{name}/x" for name in TOP - {"docs"}] + ["build/log", "tests/warnings.py"]
    said = list(faults(files, lambda name: ""))
    if said != ["build is not in the list of what the top level holds", "docs is gone",
                "tests/warnings.py: Python has a module of that name"]:
        raise SystemExit(f"the checker finds: {said}")


def main(source):
    self_test()
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=source, capture_output=True, text=True)
    if listed.returncode or not (source / ".git").exists():
        print("no git checkout")
        sys.exit(77)
    files = [name for name in listed.stdout.split("\0") if name and (source / name).exists()]
    sys.exit("\n".join(faults(files, lambda name: (source / name).read_text("utf-8"))) or None)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
