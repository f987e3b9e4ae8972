"""Checks that a user's program compiles in other modes: modes.py ROOT COMPILER... The standards after
C++20, and flags that engines use. No warnings of -Wall -Wextra either: newer standards deprecate."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from compilers import installed

MODES = [
    ["-std=c++2b"], ["-std=c++2c"],  # 23 and 26
    ["-std=c++20", "-fno-exceptions", "-fno-rtti", "-fshort-enums", "-funsigned-char"],
    ["-std=gnu++20", "-fno-threadsafe-statics", "-fno-strict-aliasing", "-fms-extensions"],
]


def compiled(command, text=None):
    return subprocess.run([*command, "-fsyntax-only", "-x", "c++", "-"], input=text or "",
                          capture_output=True, text=True)


def main():
    root, compilers = Path(sys.argv[1]).resolve(), installed(sys.argv[2:])
    program = (root / "tests/build/all_warnings.cpp").read_text(encoding="utf-8")
    if not compiled([compilers[0], "-std=c++20"], "int f() { return; }").returncode:
        raise SystemExit("the checker does not see an error")
    jobs, tried = [], set()
    with ThreadPoolExecutor(2) as pool:
        for compiler in compilers:
            for mode in MODES:
                if compiled([compiler, *mode]).returncode:
                    continue  # this compiler does not have it
                tried.add(mode[0])
                jobs.append((compiler, mode, pool.submit(
                    compiled, [compiler, *mode, "-Wall", "-Wextra", "-Werror", f"-I{root / 'include'}"],
                    program)))
    wrong = [f"{compiler} {' '.join(mode)}:\n{job.result().stderr[:2000]}"
             for compiler, mode, job in jobs if job.result().returncode]
    print(f"{len(jobs)} were compiled, of {', '.join(sorted(tried))}")
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main()
