#!/usr/bin/env python3
"""Prints the version that the library's header states: Meson reads it by this."""

import re
from pathlib import Path

header = Path(__file__).resolve().parent.parent / "include/oaiwire/core/version.hpp"
print(".".join(re.findall(r"^#define OAIWIRE_VERSION_\w+ (\d+)$", header.read_text(), re.M)))
