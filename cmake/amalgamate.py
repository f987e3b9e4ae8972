"""Writes the library as one file: amalgamate.py INCLUDE_DIR OUTPUT_DIR.

OUTPUT_DIR/oaiwire/oaiwire.hpp is the umbrella header with every own include pasted where it first
stands. Each header that the umbrella reaches becomes a line that includes that file; the others
(adapters, which bring a foreign stack) are copied as they are. So OUTPUT_DIR replaces INCLUDE_DIR
on an include path, and the same programs compile.

It can be this small because own includes are unconditional, spelled <oaiwire/...>, and guarded by
`#pragma once` alone.
"""

import re
import sys
from pathlib import Path

UMBRELLA = "oaiwire/oaiwire.hpp"
OWN_INCLUDE = re.compile(r"\s*#\s*include\s*<(oaiwire/[^>]+)>")


def paste(root, name, reached):
    """The lines of header `name`, own includes replaced by what they name, each once."""
    if name in reached:
        return
    reached.add(name)
    yield f"// ---- {name}"
    for line in (root / name).read_text(encoding="utf-8").splitlines():
        own = OWN_INCLUDE.match(line)
        if own:
            yield from paste(root, own[1], reached)
        elif line != "#pragma once":
            yield line


def write(path, text):
    """Leaves a file alone that says the same already: what includes it is not built again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main(include_dir, output_dir):
    root, output = Path(include_dir), Path(output_dir)
    reached = set()
    body = "\n".join(paste(root, UMBRELLA, reached))
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
