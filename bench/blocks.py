#!/usr/bin/env python3
"""Counts what NEON saves: the instructions of each row of blocks.cpp, for 64-bit ARM under QEMU, with
NEON and with the plain ways.

    bench/blocks.py [--compiler clang++]

Needs g++-aarch64-linux-gnu and qemu-user (7, as in Debian 12). What AVX2 saves is measured by
bench_blocks itself.
"""
import argparse
import os
import re
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor

BENCH = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(BENCH)
TARGET = "aarch64-linux-gnu"
WAYS = {"NEON": [], "plain": ["-U__ARM_NEON"]}


def build(folder, compiler, way):
    """Compiles blocks.cpp without simdjson, whose library is not installed for ARM."""
    out = os.path.join(folder, way)
    subprocess.run([compiler, f"--target={TARGET}", "-std=c++20", "-O3", "-DNDEBUG",
                    "-DOAIWIRE_SIMDJSON=0", *WAYS[way], f"-I{ROOT}/include",
                    os.path.join(BENCH, "blocks.cpp"), "-o", out], check=True)
    return out


def instructions(plugin, program, row, times):
    """Returns the instructions of the whole process, and the units of one run."""
    ran = subprocess.run(["qemu-aarch64", "-plugin", plugin, "-L", f"/usr/{TARGET}", program, row,
                          str(times)], check=True, capture_output=True, text=True)
    return int(re.search(r"instructions: (\d+)", ran.stderr)[1]), int(ran.stdout)


def per_unit(plugin, program, row):
    """What two runs more take: the first ones warm up."""
    few, units = instructions(plugin, program, row, 2)
    more, _ = instructions(plugin, program, row, 4)
    return (more - few) / 2 / units


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--compiler", default="clang++")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        plugin = os.path.join(folder, "count_plugin.so")
        subprocess.run(["cc", "-shared", "-fPIC", "-O2", os.path.join(BENCH, "count_plugin.c"),
                        "-o", plugin], check=True)
        programs = dict(zip(WAYS, pool.map(lambda way: build(folder, args.compiler, way), WAYS)))
        listed = subprocess.run(["qemu-aarch64", "-L", f"/usr/{TARGET}", programs["NEON"], "--list"],
                                check=True, capture_output=True, text=True).stdout.splitlines()
        jobs = {(row, way): pool.submit(per_unit, plugin, programs[way], row)
                for row in listed for way in WAYS}
        print("| instructions | plain | NEON | saves |\n|---|---|---|---|")
        for row in listed:
            plain, neon = (jobs[row, way].result() for way in ("plain", "NEON"))
            print(f"| {row} | {plain:,.0f} | {neon:,.0f} | {plain / neon:.2f}x |", flush=True)


if __name__ == "__main__":
    main()
