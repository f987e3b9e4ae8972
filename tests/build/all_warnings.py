"""Checks that a user's program does not warn, with the library's headers as the program's own:
all_warnings.py ROOT SCRATCH COMPILER... Every warning that clang has, and a long list of g++'s, but
for those of EXCEPT, which docs/engines.md repeats.
"""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from compilers import installed

EXCEPT = {
    "c++98-compat", "c++98-compat-pedantic", "c++20-compat",  # C++20 is what is used
    "padded",                   # members are in the order of the documents
    "switch-enum", "switch-default",  # each forbids what the other wants
    "float-equal",              # exact comparisons are meant
    "weak-vtables", "exit-time-destructors",  # header-only
    "unsafe-buffer-usage", "unsafe-buffer-usage-in-container",  # pointers into texts
    "disabled-macro-expansion",  # curl_easy_setopt is a macro of libcurl
}
GCC = """all extra pedantic conversion sign-conversion shadow old-style-cast duplicated-cond
duplicated-branches logical-op undef non-virtual-dtor overloaded-virtual cast-qual format=2
redundant-decls extra-semi zero-as-null-pointer-constant double-promotion""".split()


def flags(compiler):
    said = subprocess.run([compiler, "--version"], capture_output=True, text=True).stdout
    if "clang" not in said:
        return [f"-W{name}" for name in GCC]
    return ["-Weverything", "-Wno-unknown-warning-option", *(f"-Wno-{name}" for name in sorted(EXCEPT))]


def warnings(compiler, include, source, *options):
    done = subprocess.run([compiler, "-std=c++20", f"-I{include}", "-fsyntax-only", *flags(compiler),
                           *options, str(source)], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr[:3000])
    return [f"{compiler}: {line}" for line in done.stderr.splitlines() if " warning: " in line]


def main():
    root, scratch, compilers = Path(sys.argv[1]).resolve(), Path(sys.argv[2]), sys.argv[3:]
    scratch.mkdir(parents=True, exist_ok=True)
    documented = set(re.findall(r"`-W([\w+-]+)`", (root / "docs/engines.md").read_text(encoding="utf-8")))
    if documented - {"everything"} != EXCEPT:
        raise SystemExit(f"docs/engines.md and EXCEPT differ: {sorted(documented ^ EXCEPT)}")
    compilers = installed(compilers)
    loud = scratch / "loud.cpp"
    loud.write_text("int f(double d) { return d; }\n", encoding="utf-8")
    for compiler in compilers:
        if not warnings(compiler, root, loud):
            raise SystemExit(f"{compiler}: the checker does not see a warning")
    curl = [] if subprocess.run([compilers[0], "-E", "-x", "c++", "-"], input="#include <curl/curl.h>",
                                text=True, capture_output=True).returncode else ["-DWITH_CURL"]
    with ThreadPoolExecutor(2) as pool:
        said = pool.map(lambda compiler: warnings(compiler, root / "include",
                                                  root / "tests/build/all_warnings.cpp", *curl), compilers)
        said = [line for lines in said for line in lines]
    sys.exit("\n".join(said[:50]) or None)


if __name__ == "__main__":
    main()
