#!/usr/bin/env python3
"""Measures the cost of including the library: compile time (user and system, minimum of several
runs), the compiler's peak memory, and the size of the stripped program. One table per compiler and
optimisation level.

    bench/compile.py [--runs 3] [--compilers g++ clang++] [--levels=-O0 -O2] [--filter REGEX]
    bench/compile.py --check
    bench/compile.py --parts

--check compares with the ratios reached so far: README's streamed chat program relative to the same
program written by hand (compile/by_hand.cpp), and other programs with a budget relative to
simdjson.h alone; both are compiled alternately. Exits with 1 if a ratio is exceeded, and prints the
budget that each should reach eventually. --parts prints the functions and bytes of code that each
part of the library contributes to the program over chat.hpp with g++ -O2.
"""
import argparse
import collections
import glob
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile

BENCH = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(BENCH)
INCLUDE = os.path.join(ROOT, "include")


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def readme_program():
    """Returns README's streamed chat program verbatim."""
    blocks = re.findall(r"^```cpp\n(.*?)^```", read(ROOT, "README.md"), re.M | re.S)
    return next(block for block in blocks if "int main()" in block)


UMBRELLA = readme_program()
CHAT = UMBRELLA.replace("<oaiwire/oaiwire.hpp>", "<oaiwire/chat.hpp>")
BY_HAND = read(BENCH, "compile", "by_hand.cpp")
COMPILED = read(ROOT, "cmake", "compiled.cpp")
COMPILED_CURL = read(ROOT, "cmake", "compiled_curl.cpp")
# Object files that programs are linked with.
OBJECTS = {"compiled.o": COMPILED, "compiled_curl.o": COMPILED_CURL}
DECLARATIONS = ["-DOAIWIRE_DECLARATIONS"]

# The standard headers included by types/.
STD = "".join(sorted({line for path in glob.glob(INCLUDE + "/oaiwire/types/*.hpp")
                      for line in open(path) if re.match(r"#include <[a-z_]+>$", line)}))
TYPES = "".join(f"#include <{os.path.relpath(path, INCLUDE)}>\n"
                for path in sorted(glob.glob(INCLUDE + "/oaiwire/types/*.hpp")))

NOTHING = "int main() { return 0; }\n"

READ = """#include <oaiwire/json/read.hpp>
#include <oaiwire/types/chat_response.hpp>
int main(int, char** argv) {
    const auto value = oaiwire::json::read<oaiwire::ChatCompletion>(argv[0]);
    return value ? static_cast<int>(value->choices.size()) : 1;
}
"""


# A user's struct, read and written.
USER_STRUCT = """#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <cstdint>
#include <string>
#include <vector>
struct arguments {
    std::string query;
    std::int64_t limit = 10;
    double radius = 1;
    bool exact = false;
    std::vector<std::string> tags;
};
int main(int, char** argv) {
    auto value = oaiwire::json::read<arguments>(argv[0]);
    if (!value) return 1;
    value->limit += 1;
    const auto text = oaiwire::json::write(*value);
    return text ? static_cast<int>(text->size()) : 1;
}
"""


def user_structs():
    """Returns 60 user structs with 8 or 9 members each, and main()."""
    kinds = ["std::string", "std::int64_t", "double", "bool", "std::vector<std::string>",
             "std::vector<double>", "std::string", "std::int64_t"]
    out, names = [], []
    for i in range(60):
        members = [(kinds[(i + k) % len(kinds)], f"member_{k}_{i % 7}") for k in range(8)]
        if i % 3 == 1:
            members.append((f"std::vector<S{i - 1}>", "nested"))
        out.append(f"struct S{i} {{\n" + "".join(f"    {t} {n}{{}};\n" for t, n in members) + "};\n")
        names.append((f"S{i}", [n for _, n in members]))
    return "".join(out), names


STRUCTS, NAMES = user_structs()
STRUCT_HEADERS = "#include <cstdint>\n#include <string>\n#include <string_view>\n#include <vector>\n"


def calls(read, write):
    """Returns a main() that reads and writes each of the user's structs."""
    body = "".join(f"    {{\n        S{i} s;\n        {read}\n        {write}\n    }}\n"
                   for i in range(60))
    return ("int main(int, char** argv) {\n    const std::string_view text = argv[0];\n"
            "    std::size_t size = 0;\n" + body + "    return static_cast<int>(size);\n}\n")


OURS = calls("if (!oaiwire::json::read_into(text, s)) ++size;",
             "std::string out;\n        if (oaiwire::json::write(s, out)) size += out.size();")
NLOHMANN = "".join(f"NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE({s}, {', '.join(members)})\n"
                   for s, members in NAMES)

# (name, source, options, objects to link, or None to compile only); compiled.o and compiled_curl.o
# are the compiled form.
PROGRAMS = [
    ("standard headers of types/", STD + NOTHING, [], []),
    ("types/ alone", TYPES + NOTHING, [], []),
    ("simdjson.h alone", "#include <simdjson.h>\n" + NOTHING, [], ["-lsimdjson"]),
    ("nlohmann/json.hpp alone", "#include <nlohmann/json.hpp>\n" + NOTHING, [], []),
    ("rapidjson/document.h and writer.h alone",
     "#include <rapidjson/document.h>\n#include <rapidjson/stringbuffer.h>\n"
     "#include <rapidjson/writer.h>\n" + NOTHING, [], []),
    ("oaiwire.hpp alone", "#include <oaiwire/oaiwire.hpp>\n" + NOTHING, [], ["-lsimdjson"]),
    ("chat.hpp alone", "#include <oaiwire/chat.hpp>\n" + NOTHING, [], ["-lsimdjson"]),
    ("README's streamed chat program, oaiwire.hpp", UMBRELLA, [], ["-lsimdjson", "-lcurl"]),
    ("the same, chat.hpp", CHAT, [], ["-lsimdjson", "-lcurl"]),
    ("the same, chat.hpp, compiled form", CHAT, DECLARATIONS,
     ["compiled_curl.o", "compiled.o", "-lsimdjson", "-lcurl"]),
    ("the same by hand, nlohmann and libcurl", BY_HAND, [], ["-lcurl"]),
    ("the compiled form's one file, once", COMPILED, [], None),
    ("its one file of the adapters over libcurl, once", COMPILED_CURL, [], None),
    ("one chat response read", READ, [], ["-lsimdjson"]),
    ("the same, compiled form", READ, DECLARATIONS, ["compiled.o", "-lsimdjson"]),
    ("a user's struct read and written", USER_STRUCT, [], ["-lsimdjson"]),
    ("60 user structs, nothing done with them", STRUCT_HEADERS + STRUCTS + NOTHING, [], []),
    ("60 user structs",
     "#include <oaiwire/json/read.hpp>\n#include <oaiwire/json/write.hpp>\n" + STRUCT_HEADERS +
     STRUCTS + OURS, [], ["-lsimdjson"]),
    ("60 user structs, nlohmann's macro",
     "#include <nlohmann/json.hpp>\n" + STRUCT_HEADERS + STRUCTS + NLOHMANN +
     calls("s = nlohmann::json::parse(text).get<decltype(s)>();",
           "size += nlohmann::json(s).dump().size();"), [], []),
]


class compiler:
    """Compiles sources with one compiler and level in a temporary folder."""

    def __init__(self, command, level, folder):
        self.command = [command, "-std=c++20", f"-I{INCLUDE}"]
        self.level = level
        self.folder = folder

    def compile(self, source, options=(), level=None):
        """Returns the compile time in seconds and the peak memory in MB."""
        path = os.path.join(self.folder, "x.cpp")
        with open(path, "w", encoding="utf-8") as file:
            file.write(source)
        made = next((name for name, of in OBJECTS.items() if of == source), "x.o")
        return run([*self.command, level or self.level, *options, "-c", path, "-o",
                    os.path.join(self.folder, made)])

    def size(self, link):
        """Returns the size in bytes of the stripped program of the last object."""
        for name, source in OBJECTS.items():
            if name in link and not os.path.exists(os.path.join(self.folder, name)):
                self.compile(source)
        link = [os.path.join(self.folder, part) if part in OBJECTS else part for part in link]
        program = os.path.join(self.folder, "x")
        run([self.command[0], "-s", os.path.join(self.folder, "x.o"), *link, "-o", program])
        return os.path.getsize(program)


def run(command):
    """Returns seconds and peak memory in MB; exits if the command fails."""
    child = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    errors = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    if status != 0:
        raise RuntimeError(errors[:2000])
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def check():
    """Prints the programs with a budget; returns False if a ratio is exceeded."""
    with tempfile.TemporaryDirectory() as folder:
        with_gcc = compiler("g++", "-O2", folder)
        simdjson = "#include <simdjson.h>\n" + NOTHING
        print("\n| g++ -O2 | budget | held | measured | s | MB |\n|---|---|---|---|---|---|", flush=True)
        kept = True
        for name, source, options, base, budget, held, most_memory in [
            ("README's streamed chat program / by hand", UMBRELLA, [], BY_HAND, "2", 4.6, 1000),
            ("the same over chat.hpp / by hand", CHAT, [], BY_HAND, "1.2", 4, 800),
            ("the same in compiled form / by hand", CHAT, DECLARATIONS, BY_HAND, "0.5", 0.6, 400),
            ("the compiled form's one file / simdjson.h", COMPILED, [], simdjson, "12, 1,024 MB", 48, 1700),
            ("a user's struct read and written / simdjson.h", USER_STRUCT, [], simdjson, "1.5", 4, 350),
        ]:
            # The base is measured alternately, so that other load on the machine slows both down; the
            # minimum of three counts.
            least, memory = math.inf, math.inf
            for _ in range(3):
                base_took = min(with_gcc.compile(base)[0] for _ in range(2))
                took = with_gcc.compile(source, options)
                if took[0] / base_took < least:
                    least, seconds = took[0] / base_took, took[0]
                memory = min(memory, took[1])
                good = least <= held and memory <= most_memory
                if good or least > 2 * held:
                    break
            limit = f"{held:g}, {most_memory:,} MB"
            print(f"| {name} | {budget} | {limit} | {verdict(good, f'{least:.2f}')} "
                  f"| {seconds:.2f} | {memory:,.0f} |", flush=True)
            kept = kept and good
        with_gcc.compile(CHAT, level="-Os")
        kilobytes = with_gcc.size(["-lsimdjson", "-lcurl"]) / 1000
        good = kilobytes <= 480
        print(f"| the same over chat.hpp at -Os, stripped, libraries apart | 200 kB | 480 kB "
              f"| {verdict(good, f'{kilobytes:,.0f} kB')} | | |")
        return kept and good


def parts():
    """Prints functions and bytes of code per folder of the function's definition."""
    with tempfile.TemporaryDirectory() as folder:
        compiler("g++", "-O2", folder).compile(CHAT, ["-g1"])
        symbols = subprocess.run(["nm", "-S", "-l", os.path.join(folder, "x.o")],
                                 capture_output=True, text=True, check=True).stdout
    seen, count, size = set(), collections.Counter(), collections.Counter()
    for line in symbols.splitlines():
        found = re.match(r"\S+ (\S+) [tTW] (\S+)(?:\t(.*):\d+)?$", line)
        # constructors and destructors have two symbols
        name = found and re.sub("([CD])1E", r"\g<1>2E", found[2])
        if not found or name in seen:
            continue
        seen.add(name)
        place = found[3] or ""
        if "/include/oaiwire/" in place:
            part = os.path.dirname(place.split("/include/oaiwire/", 1)[1]) or "client.hpp"
        elif "/c++/" in place:
            part = "the standard library, for types of this one"
        else:
            part = "the program itself, and what it has no lines for: copies and destructors"
        count[part] += 1
        size[part] += int(found[1], 16)
    print("\n| part | functions | bytes |\n|---|---|---|")
    for part, total in size.most_common():
        print(f"| {part} | {count[part]} | {total:,} |")
    print(f"| all | {count.total()} | {size.total():,} |")


def verdict(good, measured):
    return measured if good else f"**{measured}: exceeded**"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--compilers", nargs="+", default=["g++", "clang++"])
    parser.add_argument("--levels", nargs="+", default=["-O0", "-O2"])
    parser.add_argument("--filter", default="", help="regular expression for program names")
    parser.add_argument("--check", action="store_true", help="check the budgets")
    parser.add_argument("--parts", action="store_true", help="print the parts of the chat.hpp program")
    args = parser.parse_args()
    if args.parts:
        return parts()
    if args.check:
        sys.exit(0 if check() else 1)
    programs = [p for p in PROGRAMS if re.search(args.filter, p[0])]
    failed = False
    print("\n## compile")
    for command in filter(shutil.which, args.compilers):
        version = subprocess.run([command, "--version"], capture_output=True, text=True).stdout
        for level in args.levels:
            print(f"\n| {version.splitlines()[0]}, {level} | s | MB | kB, stripped |")
            print("|---|---|---|---|")
            with tempfile.TemporaryDirectory() as folder:
                failed = table(command, level, programs, args.runs, folder) or failed
    sys.exit(1 if failed else 0)


def table(command, level, programs, runs, folder):
    with_it = compiler(command, level, folder)
    failed = False
    for name, source, options, link in programs:
        try:
            took = [with_it.compile(source, options)
                    for _ in range(1 if source == COMPILED else runs)]
            size = "" if link is None else f"{with_it.size(link) / 1000:,.0f}"
            seconds, memory = min(t[0] for t in took), max(t[1] for t in took)
            print(f"| {name} | {seconds:.2f} | {memory:,.0f} | {size} |", flush=True)
        except RuntimeError as error:
            # a peer that is not installed is not a failure
            if "oaiwire" in source and source != BY_HAND:
                failed = True
                print(f"{name}:\n{error}", file=sys.stderr)
            else:
                print(f"| {name} | not compiled | | |")
    return failed


if __name__ == "__main__":
    main()
