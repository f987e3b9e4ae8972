"""Runs a Catch2 test program in parallel: in_parts.py PROGRAM PATTERN... starts one process for the
tests matching each pattern and one for all others. For tests that mostly wait."""

import subprocess
import sys

program, *patterns = sys.argv[1:]
specs = [f'"{pattern}"' for pattern in patterns]
specs.append("".join(f"~{spec}" for spec in specs))
running = [subprocess.Popen([program, spec], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            text=True) for spec in specs]
failed = 0
for spec, process in zip(specs, running):
    output, _ = process.communicate()
    print(f"==== {spec}\n{output}", flush=True)
    # a process without tests must not count as passed
    failed += process.returncode != 0 or "No test" in output
sys.exit(1 if failed else 0)
