"""Writes the library as one file: amalgamate.py INCLUDE_DIR OUTPUT_DIR.

OUTPUT_DIR/oaiwire/oaiwire.hpp is the umbrella header with every own include pasted where it first
stands: all declarations, and behind them, in one `#if OAIWIRE_DEFINES`, all definitions and the
headers that need simdjson.h. Each header that the umbrella reaches becomes a line that includes
that file; the others (adapters, which bring a foreign stack) are copied as they are. So OUTPUT_DIR
replaces INCLUDE_DIR on an include path, and the same programs compile.

It can be this small because own includes are spelled <oaiwire/...>, guarded by `#pragma once`
alone, and stand either unconditionally or at the beginning of `#if OAIWIRE_DEFINES`, which ends
with `#endif  // OAIWIRE_DEFINES`.
"""

import re
import sys
from pathlib import Path

UMBRELLA = "oaiwire/oaiwire.hpp"
SIMDJSON = "#include <simdjson.h>"
OWN_INCLUDE = re.compile(r"\s*#\s*include\s*<(oaiwire/[^>]+)>")


def parts(text):
    """A header's declarations and its definitions, both as lists of lines."""
    declared, defined = [], []
    to = declared
    for line in text.splitlines():
        if line == "#if OAIWIRE_DEFINES":
            to = defined
        elif line == "#endif  // OAIWIRE_DEFINES":
            to = declared
        elif line != "#pragma once":
            to.append(line)
    return declared, defined


def own_includes(lines):
    return [own[1] for own in map(OWN_INCLUDE.match, lines) if own]


def needs_simdjson(root, name, seen):
    """Whether to declare what header `name` declares takes simdjson.h."""
    if name in seen:
        return False
    seen.add(name)
    declared, _ = parts((root / name).read_text(encoding="utf-8"))
    return SIMDJSON in declared or any(
        needs_simdjson(root, included, seen) for included in own_includes(declared))


def paste(root, name, reached, definitions):
    """Header `name`'s declarations, own includes replaced by theirs, each once. What they define
    is added to `definitions`, each header's behind those of what it includes."""
    if name in reached:
        return
    reached.add(name)
    declared, defined = parts((root / name).read_text(encoding="utf-8"))
    yield f"// ---- {name}"
    for line in declared:
        own = OWN_INCLUDE.match(line)
        if own:
            yield from paste(root, own[1], reached, definitions)
        else:
            yield line
    for included in own_includes(defined):
        if not needs_simdjson(root, included, set()):
            yield from paste(root, included, reached, definitions)
    if defined:
        definitions.append((name, defined))


def paste_definitions(root, reached, definitions):
    """What `definitions` holds, what only they include pasted where it first stands."""
    for name, lines in definitions:
        yield f"// ---- {name}, definitions"
        for line in lines:
            own = OWN_INCLUDE.match(line)
            if own:
                theirs = []
                yield from paste(root, own[1], reached, theirs)
                yield from paste_definitions(root, reached, theirs)
            else:
                yield line


def write(path, text):
    """Leaves a file alone that says the same already: what includes it is not built again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main(include_dir, output_dir):
    root, output = Path(include_dir), Path(output_dir)
    reached, definitions = set(), []
    lines = [*paste(root, UMBRELLA, reached, definitions), "#if OAIWIRE_DEFINES"]
    lines += [*paste_definitions(root, reached, definitions), "#endif  // OAIWIRE_DEFINES"]
    body = "\n".join(lines)
    body = re.sub(r"\n{3,}", "\n\n", body)

    for header in root.rglob("*.hpp"):
        name = header.relative_to(root).as_posix()
        if name == UMBRELLA:
            text = "// oaiwire in one file, made by cmake/amalgamate.py.\n#pragma once\n\n" + body + "\n"
        elif name in reached:
            text = f"#pragma once\n#include <{UMBRELLA}>\n"
        else:
            text = header.read_text(encoding="utf-8")
        write(output / name, text)


if __name__ == "__main__":
    main(*sys.argv[1:])
