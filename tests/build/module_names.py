"""module_names.py SOURCE_DIR [--write]: include/oaiwire/oaiwire.cppm exports exactly the public names
(public_names.py) of the headers that oaiwire.hpp includes, directly or not. --write writes it."""

import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
import public_names  # noqa: E402

UMBRELLA = "oaiwire/oaiwire.hpp"
OWN_INCLUDE = re.compile(r"^\s*#\s*include\s*<(oaiwire/[^>]+)>", re.M)

HEAD = """// The C++20 module oaiwire: all public names of oaiwire.hpp. Other headers of the library are included
// beside it, before the import where the compiler asks for that.
//
// `python3 tests/build/module_names.py . --write` writes this file; a test compares it with the headers.
module;

#include <oaiwire/oaiwire.hpp>

export module oaiwire;
"""


def reached(include):
    """The headers that the umbrella includes, directly or not."""
    seen, todo = set(), [UMBRELLA]
    while todo:
        if (name := todo.pop()) not in seen:
            seen.add(name)
            todo += OWN_INCLUDE.findall((include / name).read_text(encoding="utf-8"))
    return seen


def exported(include):
    """The names to export, without the library's own namespace: {"json::read", "client", ...}."""
    names, forwards = set(), set()
    for header in reached(include):
        found, only_declared = public_names.names_of((include / header).read_text(encoding="utf-8"))
        names |= {*found}
        forwards |= {*only_declared}
    return names | forwards


def module(include):
    version = (include / "oaiwire/core/version.hpp").read_text(encoding="utf-8")
    major, minor = (re.search(rf"^#define OAIWIRE_VERSION_{part} (\d+)$", version, re.M)[1]
                    for part in ("MAJOR", "MINOR"))
    spaces = {}
    for name in exported(include):
        space, _, last = name.rpartition("::")
        spaces.setdefault(space, []).append(last)
    text = HEAD
    for space, names in sorted(spaces.items()):
        inner = f" namespace {space} {{" if space else ""
        own = f"oaiwire::{space}::" if space else "oaiwire::"
        text += f"\nexport namespace oaiwire {{ inline namespace v{major}_{minor} {{{inner}\n"
        text += "".join(f"using {own}{n};\n" for n in sorted(names))
        text += "}}" + ("}" if space else "") + "\n"
    return text


def main():
    public_names.self_test()
    source = Path(sys.argv[1])
    file = source / "include/oaiwire/oaiwire.cppm"
    due = module(source / "include")
    if due.count("\nusing ") < 500:
        raise SystemExit(f"only {due.count(chr(10) + 'using ')} names were found")
    if "--write" in sys.argv:
        file.write_text(due, encoding="utf-8")
        return
    there = file.read_text(encoding="utf-8") if file.exists() else ""
    lines, expected = set(there.splitlines()), set(due.splitlines())
    wrong = [f"{file.name} lacks: {line}" for line in sorted(expected - lines)]
    wrong += [f"{file.name} has, and no header: {line}" for line in sorted(lines - expected)]
    if not wrong and there != due:
        wrong = [f"{file.name} is not in order: --write writes it"]
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main()
