"""module.py SOURCE_DIR SCRATCH LIBS [COMPILER...]: builds the module and the program that imports it by
each of the compilers, or by all known ones that are installed, and runs it. LIBS: flags of the linker,
separated by semicolons. Exits with 77 where no compiler has modules."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

KNOWN = ["clang++-21", "clang++-20", "clang++-19", "clang++-18", "clang++-17", "clang++-16", "clang++",
         "g++-16", "g++-15", "g++-14", "g++"]
NOT_RUN = 77
FIRST = {"clang": 16, "gcc": 14}


def kind_of(compiler):
    """("clang" or "gcc", major version)."""
    said = subprocess.run([*compiler.split(), "--version"], capture_output=True, text=True).stdout
    found = re.search(r"version (\d+)|\) (\d+)\.\d+\.\d+", said)
    return ("clang" if "clang" in said else "gcc"), int(found[1] or found[2]) if found else 0


def run(*command, folder):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=folder)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")


def build(compiler, kind, source, folder, libs):
    command = [*compiler.split(), "-std=c++20", f"-I{source / 'include'}"]
    module = source / "include/oaiwire/oaiwire.cppm"
    program = source / "tests/build/module/consumer.cpp"
    if kind == "clang":
        run(*command, "--precompile", module, "-o", "oaiwire.pcm", folder=folder)
        run(*compiler.split(), "-c", "oaiwire.pcm", "-o", "oaiwire.o", folder=folder)
        run(*command, "-fmodule-file=oaiwire=oaiwire.pcm", "-c", program, "-o", "program.o",
            folder=folder)
    else:
        run(*command, "-fmodules-ts", "-x", "c++", "-c", module, "-o", "oaiwire.o", folder=folder)
        run(*command, "-fmodules-ts", "-c", program, "-o", "program.o", folder=folder)
    run(*compiler.split(), "program.o", "oaiwire.o", *libs, "-o", "program", folder=folder)
    run(folder / "program", folder=folder)


def main():
    source, scratch = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    libs = [flag for flag in sys.argv[3].split(";") if flag]
    built = []
    named = sys.argv[4:]
    for n, compiler in enumerate(named or filter(shutil.which, KNOWN)):
        kind, version = kind_of(compiler)
        if version < FIRST[kind] or (not named and (kind, version) in built):
            continue
        folder = scratch / str(n)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        build(compiler, kind, source, folder, libs)
        print(f"{compiler}: {kind} {version}")
        built.append((kind, version))
    if not built:
        print("no compiler that has modules: clang 16 or g++ 14")
        sys.exit(NOT_RUN)


if __name__ == "__main__":
    main()
