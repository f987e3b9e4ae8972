"""Checks the linkage of the library's functions and variables: linkage.py NM OBJECT...

No symbol of namespace oaiwire in the object files may be local. A local function is compiled into
each object file that uses it, and no explicit instantiation provides it to other object files.
"""

import re
import subprocess
import sys

LOCAL = re.compile(r"[0-9a-f]+ [tdbr] (.+)")
# Of namespace oaiwire: an entity, something inside a function (Z), or what belongs to one (GV, T.).
OWN = re.compile(r"_Z(GV|T[VTIS])?Z?N[KVRO]*7oaiwire")
# Optimisers split functions into parts, which are local.
PART = re.compile(r"\.(cold|part|isra|constprop|lto_priv|llvm)\b")


def local_symbols(plain, readable):
    """The library's local symbols. `plain` and `readable`: what nm prints, without and with -C."""
    found = []
    for line, shown in zip(plain.splitlines(), readable.splitlines(), strict=True):
        local = LOCAL.match(line)
        if local and OWN.match(local[1]) and not PART.search(local[1]):
            found.append(shown[local.start(1):])
    return found


def self_test():
    lines = {
        "0000000000000000 t _ZN7oaiwire4v0_26detail4keptINS0_5UsageEED2Ev": True,
        "0000000000000010 t _ZNK7oaiwire4v0_26limits3anyEv": True,
        "0000000000000020 t _ZN7oaiwire4v0_23sse7decoder4feedEv.cold": False,
        "0000000000000030 W _ZN7oaiwire4v0_23sse7decoder4feedEv": False,
        "0000000000000040 t _ZZN7oaiwire4v0_24textEvENKUlvE_clEv": True,
        "0000000000000050 t _ZN12_GLOBAL__N_17oaiwireEv": False,
        "                 U _ZN7oaiwire4v0_24userEv": False,
        "0000000000000060 r _ZN7oaiwire4v0_26detail5tableE": True,
        "0000000000000070 b _ZGVN7oaiwire4v0_26detail5tableE": True,
    }
    listed = "\n".join(lines)
    expected = [line.split()[2] for line, is_local in lines.items() if is_local]
    if (found := local_symbols(listed, listed)) != expected:
        raise SystemExit(f"the checker finds: {found}")


def main(nm, *objects):
    self_test()
    wrong, seen = [], 0
    for path in objects:
        plain, readable = (subprocess.run([nm, "-p", *options, path], capture_output=True, text=True,
                                          check=True).stdout for options in ([], ["-C"]))
        seen += plain.count("7oaiwire")
        wrong += [f"{path}: local: {name}" for name in local_symbols(plain, readable)]
    if not seen:
        wrong.append("no symbol of the library in: " + " ".join(objects))
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main(*sys.argv[1:])
