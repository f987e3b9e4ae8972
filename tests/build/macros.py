"""Checks that the headers are safe from macros of the including program: macros.py ROOT [--write].

Every header takes the program's macros away while it is read (core/macros_begin.hpp), and pauses
that around the includes of foreign libraries. The list of names, core/macros_hold.hpp, has every
name of the headers that is a single word, of the standard library, or in known_macros.txt or
engine_macros.txt. --write updates the list.
"""

import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "cmake"))
import macros  # noqa: E402

OWN = ("begin", "end", "pause", "resume", "hold", "restore")
BEGIN, END, PAUSE, RESUME, HOLD, RESTORE = (f"core/macros_{part}.hpp" for part in OWN)
SINGLE_WORD = re.compile(r"[A-Z]?[a-z0-9]*|[A-Z0-9]+")
STANDARD = re.compile(r"\w+|\w*intrin\.h|arm_neon\.h|cpuid\.h")
OF_STANDARD = re.compile(r"\bstd::(\w+)")
HELD = re.compile(r'push_macro\("(\w+)"\)')
INCLUDE = re.compile(r"^[ \t]*#[ \t]*include[ \t]*<([^>]+)>", re.M)


def include(name):
    return f"#include <oaiwire/{name}>"


def wrong_with(name, text):
    """What is wrong with the includes of the header `name`."""
    if f"#pragma once\n{include(BEGIN)}\n" not in text:
        yield f"{name}: macros_begin.hpp does not follow #pragma once"
    if not text.endswith(f"\n{include(END)}\n"):
        yield f"{name}: does not end with macros_end.hpp"
    if text.count(include(BEGIN)) != 1 or text.count(include(END)) != 1:
        yield f"{name}: includes macros_begin.hpp or macros_end.hpp twice"
    paused = False
    for found in INCLUDE.findall(text):
        own = found.removeprefix("oaiwire/")
        if own == PAUSE and not paused:
            paused = True
        elif own == RESUME and paused:
            paused = False
        elif own in (PAUSE, RESUME):
            yield f"{name}: {own} without the other"
        elif not own.endswith(".hpp") and STANDARD.fullmatch(found):
            if paused:
                yield f"{name}: includes <{found}> where macros are not held"
        elif found.startswith("oaiwire/"):
            if paused:
                yield f"{name}: includes <{found}> where macros are not held"
        elif not paused:
            yield f"{name}: includes <{found}> without macros_pause.hpp"
    if paused:
        yield f"{name}: lacks macros_resume.hpp"


def words(texts, known):
    """The names of the list."""
    texts = list(texts)
    known = known | macros.STANDARD | set().union(*map(OF_STANDARD.findall, texts))
    return {name for name in macros.names_of(texts) if SINGLE_WORD.fullmatch(name) or name in known}


def lists(names):
    """The two lists as files."""
    return {
        HOLD: "// Written by `tests/build/macros.py . --write`. Takes away macros that have names of\n"
              "// ours: see macros_begin.hpp.\n" + macros.hold(names),
        RESTORE: "// Written by `tests/build/macros.py . --write`. Gives back what macros_hold.hpp "
                 "took.\n" + macros.restore(names),
    }


def main():
    root = Path(sys.argv[1])
    headers = root / "include/oaiwire"
    known = set()
    for listed in ("known_macros.txt", "engine_macros.txt"):
        text = (root / "tests/build" / listed).read_text(encoding="utf-8")
        known |= {word.rstrip("(") for word in text.split()}
    texts = {path.relative_to(headers).as_posix(): path.read_text(encoding="utf-8")
             for path in sorted(headers.rglob("*.hpp"))}
    texts = {name: text for name, text in texts.items()
             if name not in (BEGIN, END, PAUSE, RESUME, HOLD, RESTORE)}
    wrong = [what for name, text in texts.items() for what in wrong_with(name, text)]
    needed = words(texts.values(), known)
    if "--write" in sys.argv:
        for name, text in lists(needed).items():
            (headers / name).write_text(text, encoding="utf-8")
    held = set(HELD.findall((headers / HOLD).read_text(encoding="utf-8")))
    if missing := needed - held:
        wrong.append(f"{HOLD} lacks {' '.join(sorted(missing))}: --write adds them")
    for name, text in lists(held).items():
        if (headers / name).read_text(encoding="utf-8") != text:
            wrong.append(f"{name} is not as --write would make it")
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main()
