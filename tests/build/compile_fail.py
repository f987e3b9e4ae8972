"""Checks that misuse does not compile: compile_fail.py FOLDER COMPILER [FLAGS...].

Every file of the folder must compile. With OAIWIRE_WRONG defined it must not, and the compiler must
print the texts of the file's first lines, "// expected: ...", so that it fails for that reason only.
"""

import subprocess
import sys
from itertools import takewhile
from pathlib import Path


def compile_(command, path):
    run = subprocess.run([*command, "-std=c++20", "-fsyntax-only", path], text=True,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return run.returncode == 0, run.stdout


def main(folder, *command):
    wrong = []
    files = sorted(Path(folder).glob("*.cpp"))
    for path in files:
        lines = path.read_text(encoding="utf-8").splitlines()
        expected = [line.removeprefix("// expected: ")
                    for line in takewhile(lambda line: line.startswith("// expected: "), lines)]
        compiled, output = compile_(command, path)
        if not compiled:
            wrong.append(f"{path.name} does not compile:\n{output}")
        compiled, output = compile_([*command, "-DOAIWIRE_WRONG"], path)
        if compiled:
            wrong.append(f"{path.name} compiles when it is wrong")
        elif not expected:
            wrong.append(f"{path.name} does not begin with `// expected: `")
        for text in expected:
            if not compiled and text not in output:
                wrong.append(f"{path.name} fails without saying `{text}`:\n{output}")
    if not files:
        wrong.append(f"nothing in {folder}")
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main(*sys.argv[1:])
