"""packages_page.py SOURCE_DIR SCRATCH COMPILER [WAY...]: the ways of docs/packages.md to use the library,
each as its block after `<!-- try: WAY -->` says, build the page's program, which prints Hello. What is
downloaded on the page is an archive of this tree here. Ways whose tools are not installed are left out,
and named. OAIWIRE_CPM: a CPM.cmake; without it, a stand-in takes its place."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

TREE = ("CMakeLists.txt", "LICENSE", "cmake", "include", "meson.build", "meson_options.txt")
CPM = """include(FetchContent)
function(CPMAddPackage)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;VERSION;URL" OPTIONS)
    foreach(option IN LISTS arg_OPTIONS)
        separate_arguments(option)
        list(POP_FRONT option name)
        set(${name} ${option})
    endforeach()
    FetchContent_Declare(${arg_NAME} URL "${arg_URL}")
    FetchContent_MakeAvailable(${arg_NAME})
endfunction()
"""


def run(folder, *command, env=None):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=folder,
                          env=os.environ | (env or {}))
    if done.returncode:
        raise SystemExit(f"{folder.name}: {' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


class page_ways:
    def __init__(self, source, scratch, compiler):
        self.source, self.scratch, self.compiler = source, scratch, compiler
        page = (source / "docs/packages.md").read_text(encoding="utf-8")
        self.blocks = dict(re.findall(r"<!-- try: (\w+) -->\n```\w+\n(.*?)```", page, re.S))
        self.program = re.search(r"```cpp\n(.*?)```", page, re.S)[1]
        header = (source / "include/oaiwire/core/version.hpp").read_text(encoding="utf-8")
        self.version = ".".join(re.findall(r"^#define OAIWIRE_VERSION_\w+ (\d+)$", header, re.M))
        for stated in re.findall(r"\d+\.\d+\.\d+", page):
            if stated != self.version:
                raise SystemExit(f"docs/packages.md states {stated}, the header {self.version}")
        minor = self.version.rpartition(".")[0]
        for stated in re.findall(r"find_package\(oaiwire (\S+?)[ )]", page):
            if stated != minor:
                raise SystemExit(f"docs/packages.md finds {stated}, the version is {minor}")
        self.archive = scratch / f"oaiwire-{self.version}.tar.gz"
        self.prefix = scratch / "prefix"

    def prepare(self):
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir(parents=True)
        with tarfile.open(self.archive, "w:gz") as archive:
            for name in TREE:
                archive.add(self.source / name, f"oaiwire-{self.version}/{name}",
                            filter=lambda e: None if "__pycache__" in e.name else e)
        build = self.scratch / "library"
        run(self.scratch, "cmake", "-S", self.source, "-B", build, "-DOAIWIRE_TESTS=OFF",
            "-DOAIWIRE_EXAMPLES=OFF", f"-DCMAKE_CXX_COMPILER={self.compiler}")
        run(self.scratch, "cmake", "--install", build, "--prefix", self.prefix)

    def folder(self, way):
        made = self.scratch / way
        made.mkdir()
        (made / "main.cpp").write_text(self.program, encoding="utf-8")
        return made

    def shell(self, way, folder, env=None):
        text = re.sub(r"^g\+\+", self.compiler, self.blocks[way], flags=re.M)
        run(folder, "sh", "-euc", text, env=env)
        return folder / "app"

    def cmake(self, way, folder):
        url = f"https://example.com/v{self.version}/oaiwire-{self.version}.tar.gz"
        text = self.blocks[way].replace(url, str(self.archive))
        if "example.com" in text:
            raise SystemExit(f"{way}: another URL than {url}")
        (folder / "CMakeLists.txt").write_text(text, encoding="utf-8")
        run(folder, "cmake", "-S", folder, "-B", folder / "build", "-DCMAKE_BUILD_TYPE=Debug",
            f"-DCMAKE_CXX_COMPILER={self.compiler}", f"-DCMAKE_PREFIX_PATH={self.prefix}")
        run(folder, "cmake", "--build", folder / "build")
        return folder / "build/app"

    # The ways: each returns its program, or why it was left out.

    def single_file(self, way, folder):
        run(folder, sys.executable, self.source / "cmake/amalgamate.py", self.source / "include",
            folder / "all")
        (folder / "oaiwire").mkdir()
        shutil.copy(folder / "all/oaiwire/oaiwire.hpp", folder / "oaiwire")
        return self.shell(way, folder)

    find_package = fetch_content = cmake

    def cpm(self, way, folder):
        (folder / "cmake").mkdir()
        if given := os.environ.get("OAIWIRE_CPM"):
            shutil.copy(given, folder / "cmake/CPM.cmake")
        else:
            (folder / "cmake/CPM.cmake").write_text(CPM, encoding="utf-8")
        return self.cmake(way, folder)

    def meson(self, way, folder):
        if not shutil.which("meson") or not shutil.which("ninja"):
            return "no meson"
        cache = folder / "subprojects/packagecache"
        cache.mkdir(parents=True)
        shutil.copy(self.archive, cache)
        wrap = (self.source / "cmake/packaging/meson/oaiwire.wrap.in").read_text(encoding="utf-8")
        sha256 = hashlib.sha256(self.archive.read_bytes()).hexdigest()
        for name, value in (("VERSION", self.version), ("SHA256", sha256), ("NAMES", "oaiwire")):
            wrap = wrap.replace(f"@{name}@", value)
        (folder / "subprojects/oaiwire.wrap").write_text(wrap, encoding="utf-8")
        (folder / "meson.build").write_text(self.blocks[way], encoding="utf-8")
        run(folder, "meson", "setup", "--force-fallback-for=oaiwire", "build",
            env={"CXX": self.compiler})
        run(folder, "ninja", "-C", "build", "app")
        return folder / "build/app"

    def pkg_config(self, way, folder):
        if not shutil.which("pkg-config"):
            return "no pkg-config"
        return self.shell(way, folder, {"PKG_CONFIG_PATH": str(self.prefix / "share/pkgconfig")})

    def module(self, way, folder):
        if not shutil.which("clang++-19"):
            return "no clang++-19"
        (folder / "include").symlink_to(self.source / "include")
        text = self.program.replace("#include <oaiwire/oaiwire.hpp>", "import oaiwire;")
        (folder / "main.cpp").write_text(text, encoding="utf-8")
        return self.shell(way, folder)


def main():
    source, scratch = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    ways = page_ways(source, scratch, sys.argv[3])
    known = {"single_file", "find_package", "fetch_content", "cpm", "meson", "pkg_config", "module"}
    if set(ways.blocks) != known:
        raise SystemExit(f"the page has {sorted(ways.blocks)}, known are {sorted(known)}")
    ways.prepare()
    for way in sys.argv[4:] or ways.blocks:
        program = getattr(ways, way)(way, ways.folder(way))
        if isinstance(program, str):
            print(f"{way}: left out, {program}")
        elif (said := run(program.parent, program)) != "Hello\n":
            raise SystemExit(f"{way}: its program says {said!r}")
        else:
            print(f"{way}: built")


if __name__ == "__main__":
    main()
