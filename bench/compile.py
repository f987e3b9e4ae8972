#!/usr/bin/env python3
"""What including costs: seconds of the compiler (user and system, the least of some runs), its peak
memory, and the size of the stripped program; one table for each compiler and level.

    bench/compile.py [--runs 3] [--compilers g++ clang++] [--levels=-O0 -O2] [--filter REGEX]
"""
import argparse
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
INCLUDE = os.path.join(ROOT, "include")

# What the headers of types/ include of the standard library.
STD = "".join(sorted({line for path in glob.glob(INCLUDE + "/oaiwire/types/*.hpp")
                      for line in open(path) if re.match(r"#include <[a-z_]+>$", line)}))
TYPES = "".join(f"#include <{os.path.relpath(path, INCLUDE)}>\n"
                for path in sorted(glob.glob(INCLUDE + "/oaiwire/types/*.hpp")))

NOTHING = "int main() { return 0; }\n"

# A program that streams one chat, over a transport that has nothing to send with.
CALL = """
struct no_transport {
    template <class Handler>
    oaiwire::result<void> send(const oaiwire::http::request&, Handler& handler) {
        handler.on_head({200, {}});
        handler.on_body("data: [DONE]\\n\\n");
        return {};
    }
};
int main(int, char** argv) {
    oaiwire::client api{no_transport{}, {.base_url = argv[0]}};
    std::size_t size = 0;
    const auto done =
        api.stream(oaiwire::ChatCompletionRequest{.model = "m", .messages = {oaiwire::user("hi")}},
                   [&](const oaiwire::ChatCompletionChunk& c) { size += c.choices.size(); });
    return done.ok() ? static_cast<int>(size) : 1;
}
"""
DECLARED = """#include <oaiwire/api/declare.hpp>
#include <oaiwire/client.hpp>
"""

READ = """
int main(int, char** argv) {
    const auto value = oaiwire::json::read<oaiwire::ChatCompletion>(argv[0]);
    return value ? static_cast<int>(value->choices.size()) : 1;
}
"""


def user_structs():
    """60 structs of a user's, 8 or 9 members each, and the program's main."""
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
    """A main that reads and writes each of the user's structs."""
    body = "".join(f"    {{\n        S{i} s;\n        {read}\n        {write}\n    }}\n"
                   for i in range(60))
    return ("int main(int, char** argv) {\n    const std::string_view text = argv[0];\n"
            "    std::size_t size = 0;\n" + body + "    return static_cast<int>(size);\n}\n")


OURS = calls("if (!oaiwire::json::read_into(text, s)) ++size;",
             "std::string out;\n        if (oaiwire::json::write(s, out)) size += out.size();")
NLOHMANN = "".join(f"NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE({s}, {', '.join(members)})\n"
                   for s, members in NAMES)

# (name, source, what it is linked with, or None where it is compiled only)
PROGRAMS = [
    ("standard headers of types/", STD + NOTHING, []),
    ("types/ alone", TYPES + NOTHING, []),
    ("simdjson.h alone", "#include <simdjson.h>\n" + NOTHING, ["-lsimdjson"]),
    ("nlohmann/json.hpp alone", "#include <nlohmann/json.hpp>\n" + NOTHING, []),
    ("rapidjson/document.h and writer.h alone",
     "#include <rapidjson/document.h>\n#include <rapidjson/stringbuffer.h>\n"
     "#include <rapidjson/writer.h>\n" + NOTHING, []),
    ("one chat response read, headers",
     "#include <oaiwire/json/read.hpp>\n#include <oaiwire/types/chat_response.hpp>\n" + READ,
     ["-lsimdjson"]),
    ("one chat response read, declarations",
     "#include <oaiwire/json/declare.hpp>\n#include <oaiwire/types/chat_response.hpp>\n" + READ,
     ["instantiate.o", "-lsimdjson"]),
    ("umbrella and one streamed chat call", "#include <oaiwire/oaiwire.hpp>\n" + CALL,
     ["-lsimdjson"]),
    ("the same, declarations", DECLARED + CALL, ["instantiate.o", "-lsimdjson"]),
    ("instantiate.hpp, once in such a program", "#include <oaiwire/instantiate.hpp>\n", None),
    ("60 user structs, nothing done with them", STRUCT_HEADERS + STRUCTS + NOTHING, []),
    ("60 user structs, headers",
     "#include <oaiwire/json/read.hpp>\n#include <oaiwire/json/write.hpp>\n" + STRUCT_HEADERS +
     STRUCTS + OURS, ["-lsimdjson"]),
    ("60 user structs, declarations",
     "#include <oaiwire/json/declare.hpp>\n" + STRUCT_HEADERS + STRUCTS + OURS, None),
    ("60 user structs, nlohmann's macro",
     "#include <nlohmann/json.hpp>\n" + STRUCT_HEADERS + STRUCTS + NLOHMANN +
     calls("s = nlohmann::json::parse(text).get<decltype(s)>();",
           "size += nlohmann::json(s).dump().size();"), []),
]


def run(command):
    """Seconds and peak memory in MB; exits where the command fails."""
    child = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    errors = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    if status != 0:
        raise RuntimeError(errors[:2000])
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--compilers", nargs="+", default=["g++", "clang++"])
    parser.add_argument("--levels", nargs="+", default=["-O0", "-O2"])
    parser.add_argument("--filter", default="", help="of the programs' names")
    args = parser.parse_args()
    programs = [p for p in PROGRAMS if re.search(args.filter, p[0])]
    failed = False
    print("\n## compile")
    for compiler in filter(shutil.which, args.compilers):
        version = subprocess.run([compiler, "--version"], capture_output=True, text=True).stdout
        for level in args.levels:
            print(f"\n| {version.splitlines()[0]}, {level} | s | MB | kB, stripped |")
            print("|---|---|---|---|")
            with tempfile.TemporaryDirectory() as folder:
                failed = table(compiler, level, programs, args.runs, folder) or failed
    sys.exit(1 if failed else 0)


def table(compiler, level, programs, runs, folder):
    flags = ["-std=c++20", level, f"-I{INCLUDE}"]
    instantiated = os.path.join(folder, "instantiate.o")
    failed = False
    for name, source, link in programs:
        path = os.path.join(folder, "x.cpp")
        made = instantiated if link is None and "instantiate" in source else path + ".o"
        open(path, "w").write(source)
        try:
            took = [run([compiler, *flags, "-c", path, "-o", made])
                    for _ in range(1 if made == instantiated else runs)]
            size = ""
            if link is not None:
                if "instantiate.o" in link and not os.path.exists(instantiated):
                    once = os.path.join(folder, "instantiate.cpp")
                    open(once, "w").write("#include <oaiwire/instantiate.hpp>\n")
                    run([compiler, *flags, "-c", once, "-o", instantiated])
                link = [instantiated if part == "instantiate.o" else part for part in link]
                program = os.path.join(folder, "x")
                run([compiler, "-s", made, *link, "-o", program])
                size = f"{os.path.getsize(program) / 1000:,.0f}"
            seconds, memory = min(t[0] for t in took), max(t[1] for t in took)
            print(f"| {name} | {seconds:.2f} | {memory:,.0f} | {size} |", flush=True)
        except RuntimeError as error:
            # a peer that is not installed is no failure
            if "oaiwire" in source:
                failed = True
                print(f"{name}:\n{error}", file=sys.stderr)
            else:
                print(f"| {name} | not compiled | | |")
    return failed


if __name__ == "__main__":
    main()
