"""single_alone.py INCLUDE_DIR SOURCE SCRATCH SIMDJSON COMPILER [FLAG...]: the single file needs
nothing: SOURCE is compiled, linked and run with a folder that holds the single file alone, and names
nothing of simdjson. With OAIWIRE_SIMDJSON=1 it needs simdjson, with SIMDJSON (flags of the linker,
separated by semicolons; empty where the machine has none) it runs too. SCRATCH is made where it is
not there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path


def run(*command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def must(command, what):
    code, said = run(*command)
    if code:
        raise SystemExit(f"{what} fails\n{' '.join(map(str, command))}\n{said}")
    return said


def main():
    include, source, scratch = map(Path, sys.argv[1:4])
    simdjson = [flag for flag in sys.argv[4].split(";") if flag]
    compiler = [*sys.argv[5:], "-std=c++20"]
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    script = Path(__file__).resolve().parents[2] / "cmake/amalgamate.py"
    must([sys.executable, script, include, scratch / "all"], "amalgamate.py")
    single = scratch / "single/oaiwire/oaiwire.hpp"
    single.parent.mkdir(parents=True)
    shutil.copy(scratch / "all/oaiwire/oaiwire.hpp", single)
    if found := re.search(r"^\s*#\s*include\s*(<oaiwire/.*|\".*|<simdjson.*)", single.read_text(), re.M):
        raise SystemExit(f"the single file includes {found[1]}")

    # simdjson.h is not to be found, whatever the machine has
    compiler += ["-I", scratch / "single", "-I", Path(__file__).parent / "no_simdjson"]
    alone, asked = scratch / "alone.o", scratch / "asked.o"
    must([*compiler, "-c", source, "-o", alone], "compiling the single file")
    must([*compiler, alone, "-o", scratch / "alone"], "linking without any library")
    must([scratch / "alone"], "the program of the single file")
    must([*compiler, "-DOAIWIRE_SIMDJSON=1", "-c", source, "-o", asked],
         "compiling the single file with simdjson")
    symbols = [must([shutil.which("nm") or "llvm-nm", "-C", "-u", o], "nm") for o in (alone, asked)]
    if "simdjson" in symbols[0]:
        raise SystemExit("the program of the single file needs simdjson")
    if "simdjson::validate_utf8" not in symbols[1]:
        raise SystemExit("OAIWIRE_SIMDJSON=1 does not use simdjson")
    if run(*compiler, asked, "-o", scratch / "asked")[0] == 0:
        raise SystemExit("OAIWIRE_SIMDJSON=1 links without simdjson")
    if simdjson:
        must([*compiler, asked, *simdjson, "-o", scratch / "asked"], "linking with simdjson")
        must([scratch / "asked"], "the program of the single file with simdjson")


if __name__ == "__main__":
    main()
