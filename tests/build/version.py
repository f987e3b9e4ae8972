"""Checks the version: version.py SOURCE_DIR VERSION_READ_BY_THE_BUILD. The version must be stated in
one file only, and the inline namespace of every header must match it."""

import re
import sys
from pathlib import Path

source, built = Path(sys.argv[1]), sys.argv[2]

header = (source / "include/oaiwire/core/version.hpp").read_text(encoding="utf-8")
number = [int(re.search(rf"^#define OAIWIRE_VERSION_{part} (\d+)$", header, re.M)[1])
          for part in ("MAJOR", "MINOR", "PATCH")]
version = ".".join(map(str, number))
namespace = f"namespace oaiwire {{ inline namespace v{number[0]}_{number[1]} {{"

wrong = []
if built != version:
    wrong.append(f"the build read {built}, the header says {version}")
for path in sorted((source / "include").rglob("*.hpp")):
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        opened = re.match(r"namespace oaiwire\b.*\{", line)
        if opened and not line.startswith(namespace):
            wrong.append(f"{path.name}:{n}: version {version} begins with {namespace}")

# No other build file may state it: a copy would be forgotten. packaging.py checks those of packages.
files = [source / "CMakeLists.txt", source / "meson.build",
         *(path for path in (source / "cmake").rglob("*")
           if path.is_file() and source / "cmake/packaging" not in path.parents)]
for path in files:
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if re.search(rf"(?<![\d.]){re.escape(version)}(?![\d.])", line):
            wrong.append(f"{path.name}:{n}: a copy of the version")

sys.exit("\n".join(wrong) or None)
