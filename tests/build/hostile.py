"""Checks that the library compiles in hostile surroundings: hostile.py ROOT SCRATCH ONLY COMPILER...

ONLY is one of:
  list     engine_macros.txt before every header, in the tree and as the single header; afterwards
           each macro is as it was, and no macro of ours remains but those of docs/engines.md.
  every    a macro for every name that the preprocessed single header has. It shares nothing with
           the list that protects it.
  real     macros of the system headers and frameworks that are installed.
Every macro has a body that cannot be compiled, so that one that is not taken away is an error.
"""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from compilers import installed

FLAGS = ["-std=c++20", "-x", "c++"]
GARBAGE = "@@@ hostile"
# What no program can define: operators, what standard headers test or mean as macros, and what the
# system's headers redefine.
UNTOUCHED = re.compile(
    r"_.*|.*__.*|OAIWIRE_.*|and|and_eq|bitand|bitor|compl|defined|not|not_eq|or|or_eq|xor|xor_eq|assert"
    r"|M_PI|alloca|errno|offsetof|setjmp|std(err|in|out)|va_\w+|linux|unix|NULL|EOF")
# Adapters: what must be installed for them.
ADAPTERS = {"/transport/curl": "curl/curl.h", "/transport/httplib": "httplib.h",
            "/transport/beast": "boost/beast/core/flat_buffer.hpp", "/botan": "botan/ffi.h",
            "/openssl": "openssl/evp.h"}
PAUSED = re.compile(r"macros_pause\.hpp>(.*?)macros_resume\.hpp>", re.S)
INCLUDE = re.compile(r"^\s*#\s*include\s*<([^>]+)>", re.M)
# Windows: with mingw-w64 alone.
MINGW = "x86_64-w64-mingw32-g++"
REAL = {
    "x11": ("g++", "", "X11/Xlib.h X11/Xutil.h X11/Xatom.h X11/keysym.h X11/cursorfont.h termios.h"
                       " sys/param.h sys/sysmacros.h syslog.h"),
    "qt": ("g++", "-fPIC -I/usr/include/x86_64-linux-gnu/qt5", "QtCore/QtCore"),
    "curses": ("g++", "", "curses.h term.h gtest/gtest.h"),
    "perl": ("g++", "-I/usr/lib/x86_64-linux-gnu/perl/5.36/CORE", "EXTERN.h perl.h XSUB.h"),
    "windows": (MINGW, "", "winsock2.h ws2tcpip.h windows.h commctrl.h shlobj.h rpc.h mmsystem.h"),
    "windows, lean": (MINGW, "-DWIN32_LEAN_AND_MEAN -DNOMINMAX -DUNICODE", "windows.h"),
}


def compiled(compiler, options, text, scratch, name):
    """The compiler's first errors on a source file of this text."""
    path = scratch / f"{name}.cpp"
    path.write_text(text, encoding="utf-8")
    done = subprocess.run([compiler, *FLAGS, "-fsyntax-only", "-w", *options, str(path)],
                          capture_output=True, text=True)
    return f"{compiler} {path}:\n{done.stderr[:2000]}" if done.returncode else ""


def preprocessed(compiler, options, text, *more):
    done = subprocess.run([compiler, *FLAGS, "-E", *more, *options, "-"], input=text, text=True,
                          capture_output=True)
    if done.returncode:
        raise SystemExit(done.stderr[:2000])
    return done.stdout


def macros_after(compiler, options, text):
    """The macros that are defined at the end of a text, with their definitions."""
    lines = preprocessed(compiler, options, text, "-dM").splitlines()
    return dict(re.match(r"#define (\w+)(.*)", line).groups() for line in lines)


def has(compiler, options, header):
    text = f"#if !__has_include(<{header}>)\n#error\n#endif\n"
    return not subprocess.run([compiler, *FLAGS, "-E", *options, "-"], input=text, text=True,
                              capture_output=True).returncode


def foreign_of(text):
    """What is included between macros_pause.hpp and macros_resume.hpp."""
    return [header for paused in PAUSED.findall(text) for header in INCLUDE.findall(paused)]


def headers_of(include, compiler):
    """The headers of a tree that need no others, those that can be compiled here of the rest, and the
    foreign headers that these include."""
    plain, adapters, foreign = [], [], {}
    for path in sorted((include / "oaiwire").rglob("*.hpp")):
        name = path.relative_to(include).as_posix()
        text = path.read_text(encoding="utf-8")
        if "core/macros_" in name or "transport/winhttp" in name or "#error" in text:
            continue
        if not re.search(r"/transport/|/botan\.hpp|/openssl\.hpp", name):
            plain.append(name)
            continue
        needs = next((needs for of, needs in ADAPTERS.items() if re.search(of, name)), None)
        if needs is None or has(compiler, [], needs):
            adapters.append(name)
            foreign |= dict.fromkeys(foreign_of(text))
    return plain, adapters, [header for header in foreign if has(compiler, [], header)]


def define(names):
    """Macros of these names; those that end with ( take arguments. One in five is empty."""
    lines = []
    for i, name in enumerate(names):
        arguments = "(...)" if name.endswith("(") else ""
        body = "" if i % 5 == 4 else f" {GARBAGE}"
        lines.append(f"#undef {name.rstrip('(')}\n#define {name.rstrip('(')}{arguments}{body}\n")
    return "".join(lines)


def engine_macros(root):
    """The names of engine_macros.txt, each once, as it stands there first."""
    text = (root / "tests/build/engine_macros.txt").read_text(encoding="utf-8")
    words = re.sub(r"^\w+:", "", text, flags=re.M).replace("()", "(").split()
    return list({word.rstrip("("): word for word in reversed(words)
                 if not UNTOUCHED.fullmatch(word.rstrip("("))}.values())


def names_of(compiler, include, header):
    """The names that a header's own lines have after preprocessing, and how many lines there were."""
    text = preprocessed(compiler, [f"-I{include}"], f"#include <{header}>\n")
    names, own = set(), False
    for line in text.splitlines():
        if line.startswith("#"):
            marker = re.match(r'# \d+ "(.*?)"', line)
            own = marker[1].startswith(str(include)) if marker else own
        elif own:
            line = re.sub(r'"(\\.|[^"\\])*"|\'(\\.|[^\'\\])+\'', " ", line)
            names |= set(re.findall(r"(?<![\w'])[A-Za-z_]\w*", line))
    return sorted(name for name in names if not UNTOUCHED.fullmatch(name))


def left_behind(compiler, include, hostile, headers, documented):
    """What including these headers changed of the program's macros."""
    before = macros_after(compiler, [], hostile)
    after = macros_after(compiler, [f"-I{include}"],
                         hostile + "".join(f"#include <{h}>\n" for h in headers))
    wrong = [f"{name} was changed" for name in before if before[name] != after.get(name)
             and not re.fullmatch(UNTOUCHED, name)]
    wrong += [f"{name} remains" for name in after.keys() - before.keys()
              if name.startswith("OAIWIRE_") and name not in documented]
    return [f"{compiler}, {include}: {what}" for what in wrong[:20]]


def documented(root):
    text = (root / "docs/engines.md").read_text(encoding="utf-8")
    return set(re.findall(r"`(OAIWIRE_\w+)`", text))


def single_header(root, scratch):
    """The folder of the single header, made here."""
    made = scratch / "one"
    subprocess.run([sys.executable, str(root / "cmake/amalgamate.py"), str(root / "include"), str(made)],
                   check=True)
    return made


def check_list(root, scratch, compilers):
    """Jobs, each of which returns what is wrong."""
    hostile = define(engine_macros(root))
    for compiler in compilers:
        for include in (root / "include", single_header(root, scratch)):
            plain, adapters, foreign = headers_of(include, compiler)
            # Foreign headers come first: what macros do to those is not ours to prevent.
            for kind, headers, first in (("plain", plain, []), ("adapters", adapters, foreign)):
                before = "".join(f"#include <{name}>\n" for name in first) + hostile
                text = before + "".join(f"#include <{name}>\n" for name in headers)
                name = f"list_{Path(compiler).name}_{include.name}_{kind}"
                if include.name != "one" or kind == "plain":
                    yield lambda c=compiler, i=include, t=text, n=name: [
                        compiled(c, [f"-I{i}"], t, scratch, n)]
                yield lambda c=compiler, i=include, b=before, h=headers: left_behind(
                    c, i, b, h, documented(root))


def check_every(root, scratch, compilers):
    include = single_header(root, scratch)
    for compiler in compilers:
        names = names_of(compiler, include, "oaiwire/oaiwire.hpp")
        if len(names) < 3000 or "check" not in names:
            raise SystemExit(f"{compiler}: only {len(names)} names were found")
        for kind, hostile in {"objects": names, "functions": [f"{name}(" for name in names]}.items():
            text = define(hostile).replace("\n#define", f" // {kind}\n#define")
            yield lambda c=compiler, t=text, k=kind: [compiled(
                c, [f"-I{include}"], t + "#include <oaiwire/oaiwire.hpp>\n", scratch,
                f"every_{Path(c).name}_{k}")]


def check_real(root, scratch, compilers):
    for name, (compiler, options, headers) in REAL.items():
        options, headers = options.split(), headers.split()
        if not installed([compiler]) or not has(compiler, options, headers[0]):
            print(f"not here: {name}")
            continue
        print(f"here: {name}")
        headers = filter(lambda header: has(compiler, options, header), headers)
        foreign = "".join(f"#include <{header}>\n" for header in headers)
        text = foreign + "#include <oaiwire/oaiwire.hpp>\n#include <oaiwire/server.hpp>\n"
        yield lambda c=compiler, o=options, t=text, n=name: [compiled(
            c, [*o, f"-I{root / 'include'}"], t, scratch, f"real_{re.sub(r'[^a-z]', '_', n)}")]


def self_test(scratch, compiler):
    """The checker sees a macro that is not taken away, one that is lost, and one that stays."""
    bad = scratch / "bad"
    (bad / "oaiwire").mkdir(parents=True, exist_ok=True)
    (bad / "oaiwire/bad.hpp").write_text("#define OAIWIRE_LEFT\n#undef lost\nint word;\n", encoding="utf-8")
    hostile = define(["word", "lost"])
    said = left_behind(compiler, bad, hostile, ["oaiwire/bad.hpp"], set())
    if len(said) != 2 or not compiled(compiler, [f"-I{bad}"],
                                      hostile + "#include <oaiwire/bad.hpp>\n", scratch, "bad"):
        raise SystemExit(f"the checker does not see what is wrong: {said}")


def main():
    root, scratch, only = Path(sys.argv[1]).resolve(), Path(sys.argv[2]), sys.argv[3]
    compilers = installed(sys.argv[4:])
    scratch.mkdir(parents=True, exist_ok=True)
    self_test(scratch, compilers[0])
    jobs = {"list": check_list, "every": check_every, "real": check_real}[only]
    with ThreadPoolExecutor(2) as pool:
        wrong = [what for done in [pool.submit(job) for job in jobs(root, scratch, compilers)]
                 for what in done.result() if what]
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main()
