"""Two builds of the library in one process: plugins.py ROOT SCRATCH LINK... -- COMPILER FLAG...

A host and plugins, each with the library inside: this version, another version (a copy of the headers
with another inline namespace), and this version with other compiler flags. They are loaded by dlopen
and by linking, with their symbols exported and hidden. All must work at once, versions must share no
symbol, and hidden ones must export none of the library's. LINK: what each of them is linked with.
"""

import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HIDDEN = ["-fvisibility=hidden", "-fvisibility-inlines-hidden"]


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}: {done.returncode}\n"
                         f"{done.stdout}{done.stderr[:3000]}")
    return done.stdout


def other_version(root, scratch):
    """A copy of the headers with another inline namespace; the second returned value is its name."""
    include = scratch / "other/include"
    shutil.rmtree(include, ignore_errors=True)
    shutil.copytree(root / "include", include)
    version = (root / "include/oaiwire/core/version.hpp").read_text(encoding="utf-8")
    namespace = re.search(r"inline namespace (v\w+)", version)[1]
    for path in include.rglob("*.hpp"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(rf"\b{namespace}\b", "v99_1", text), encoding="utf-8")
    return include, namespace


def symbols(library):
    """The names of ours that a library offers to others, and those of them that are unique in a
    process."""
    offered = [line.split()[-2:] for line in run(["nm", "-D", "--defined-only", str(library)]).splitlines()]
    ours = {name: kind for kind, name in offered if "7oaiwire" in name}
    return set(ours), {name for name, kind in ours.items() if kind == "u"}


def main():
    root, scratch = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    at = sys.argv.index("--")
    links, (compiler, *flags) = sys.argv[3:at], sys.argv[at + 1:]
    scratch.mkdir(parents=True, exist_ok=True)
    here = root / "tests/build/plugins"
    include = root / "include"
    other, namespace = other_version(root, scratch)

    def build(name, folder, *options):
        library = scratch / f"lib{name}.so"
        run([compiler, "-std=c++20", "-fPIC", "-shared", *flags, f"-I{folder}", f"-DPLUGIN={name}",
             *options, str(here / "plugin.cpp"), "-o", str(library), *links])
        return library

    second = "-DPLUGIN_SECOND"
    with ThreadPoolExecutor(2) as pool:
        jobs = {
            "linked_first": pool.submit(build, "linked_first", include, "-O0"),
            "linked_second": pool.submit(build, "linked_second", other, "-O0", second),
            "hidden_first": pool.submit(build, "hidden_first", include, "-O1", *HIDDEN),
            "hidden_second": pool.submit(build, "hidden_second", other, "-O0", second, *HIDDEN),
            # the same version built otherwise: nothing of ours depends on these
            "other_flags": pool.submit(build, "other_flags", include, "-O1", "-DNDEBUG", second,
                                       "-fno-exceptions", "-fno-rtti", "-fshort-enums", *HIDDEN),
            "host": pool.submit(run, [
                compiler, "-std=c++20", *flags, "-O0", f"-I{include}", str(here / "host.cpp"), "-c",
                "-DHOST_LINKED", "-o", str(scratch / "host.o")]),
        }
        made = {name: job.result() for name, job in jobs.items()}

    wrong = []
    first, _ = symbols(made["linked_first"])
    second, _ = symbols(made["linked_second"])
    if not first or not second:
        raise SystemExit("nothing is offered where everything should be")
    if both := first & second:
        wrong.append("two versions share " + " ".join(sorted(both)[:20]))
    wrong += [f"without its version: {name}" for name in sorted(first)[:10000]
              if f"7oaiwire{len(namespace)}{namespace}" not in name]
    for name in ("hidden_first", "hidden_second", "other_flags"):
        if exported := symbols(made[name])[0]:
            wrong.append(f"{name} offers " + " ".join(sorted(exported)[:20]))
    if wrong:
        raise SystemExit("\n".join(wrong[:20]))

    # The host's own copy is offered to plugins too (-rdynamic), which is the worst case.
    for options in ([], ["-rdynamic"]):
        host = scratch / "host"
        run([compiler, *flags, str(scratch / "host.o"), *options, f"-L{scratch}", "-llinked_first",
             "-llinked_second", f"-Wl,-rpath,{scratch}", "-ldl", "-o", str(host), *links])
        names = ["hidden_first", "linked_second", "other_flags", "hidden_second", "linked_first"]
        for order in (names, names[::-1]):
            run([str(host), *(part for name in order for part in (str(made[name]), name))])


if __name__ == "__main__":
    main()
