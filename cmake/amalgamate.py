"""Writes the library as one file: amalgamate.py INCLUDE_DIR OUTPUT_DIR.

OUTPUT_DIR/oaiwire/oaiwire.hpp is the umbrella header with every own include pasted where it first
stands. Each header that the umbrella reaches becomes a line that includes that file; the others
(adapters, which bring a foreign stack) are copied as they are. All are protected from every macro
that has a name of theirs (macros.py). So OUTPUT_DIR replaces INCLUDE_DIR
on an include path, and the same programs compile.

It can be this small because own includes are spelled <oaiwire/...>, guarded by `#pragma once`
alone, and stand either unconditionally or directly in `#if OAIWIRE_DEFINES`. What the latter
include is declared all the same, outside of the condition.

The single file needs nothing but the standard library: OAIWIRE_SIMDJSON is 0 in it, unless a
program defines it as 1.
"""

import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
import macros  # noqa: E402

UMBRELLA = "oaiwire/oaiwire.hpp"
DEFINES = "#if OAIWIRE_DEFINES"
HOLD, RESTORE = "oaiwire/core/macros_hold.hpp", "oaiwire/core/macros_restore.hpp"
REPEATED = "#include <oaiwire/core/macros_"  # each header's first and last include
SIMDJSON = ("#define OAIWIRE_SIMDJSON 1\n", "#define OAIWIRE_SIMDJSON 0\n")
OWN_INCLUDE = re.compile(r"\s*#\s*include\s*<(oaiwire/[^>]+)>")


def lines_of(root, name):
    """The header's lines, each with whether `#if OAIWIRE_DEFINES` is around it."""
    conditions = []
    for line in (root / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#endif"):
            conditions.pop()
        yield line, DEFINES in conditions
        if line.startswith("#if"):
            conditions.append(line)


def paste(root, name, reached, depth):
    """The lines of header `name`, own includes replaced by what they name, each once. `depth`:
    how many `#if OAIWIRE_DEFINES` are around it."""
    if name in reached:
        return
    reached.add(name)
    yield f"// ---- {name}"
    for line, defines in lines_of(root, name):
        if line.startswith(REPEATED):
            continue
        own = OWN_INCLUDE.match(line)
        inside = depth + defines
        if not own:
            if line != "#pragma once":
                yield line
        elif own[1] not in reached:
            yield from ["#endif"] * inside
            yield from paste(root, own[1], reached, 0)
            yield from [DEFINES] * inside


def write(path, text):
    """Leaves a file alone that says the same already: what includes it is not built again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def one_file(body, version, licence):
    """The single header: protected as a whole, not header by header."""
    names = macros.names_of([body])
    licence = "".join(f"// {line}".rstrip() + "\n" for line in licence.splitlines())
    return (f"// oaiwire {version} in one file, made by cmake/amalgamate.py.\n//\n{licence}"
            "#pragma once\n\n"
            f"// Macros of the program that have names of ours.\n{macros.hold(names, 'ONE')}\n"
            f"{body}\n\n{macros.restore(names, 'ONE')}")


def main(include_dir, output_dir):
    root, output = Path(include_dir), Path(output_dir)
    reached = set()
    body = "\n".join(paste(root, UMBRELLA, reached, 0))
    body = re.sub(DEFINES + r"\n\s*#endif.*\n", "", body)
    body = re.sub(r"\n{3,}", "\n\n", body)
    if body.count(SIMDJSON[0]) != 1:
        raise SystemExit("the default of OAIWIRE_SIMDJSON was not found")
    body = body.replace(*SIMDJSON)

    headers = {header.relative_to(root).as_posix(): header.read_text(encoding="utf-8")
               for header in root.rglob("*.hpp")}
    protected = macros.names_of([text for name, text in headers.items()
                                 if name not in reached | {HOLD, RESTORE}])
    for name, text in headers.items():
        if name == UMBRELLA:
            version = ".".join(re.findall(r"^#define OAIWIRE_VERSION_\w+ (\d+)$", body, re.M))
            text = one_file(body, version, (root.parent / "LICENSE").read_text(encoding="utf-8"))
        elif name in reached:
            text = f"#pragma once\n#include <{UMBRELLA}>\n"
        elif name == HOLD:
            text = macros.hold(protected)
        elif name == RESTORE:
            text = macros.restore(protected)
        write(output / name, text)


if __name__ == "__main__":
    main(*sys.argv[1:])
