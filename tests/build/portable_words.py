"""Checks that the headers compile where no extension of g++ and clang is known:
portable_words.py SOURCE_DIR. Each such word is allowed in the files that ALLOWED names only, where an
alternative stands beside it, and where MSVC knows the word itself."""

import re
import sys
from pathlib import Path

# A word that MSVC does not know, and where it may stand: within a condition on the compiler.
ALLOWED = {
    # MSVC has __builtin_bit_cast
    r"__builtin_(?!bit_cast\b|ia32_)\w+": set(),
    r"__builtin_ia32_\w+": {"core/block_avx2.hpp", "core/block_avx512.hpp", "core/cpu.hpp"},
    r"__attribute__|__attribute\b": set(),
    r"__int128|__extension__|__uint128_t": {"json/nearest.hpp"},
    r"__PRETTY_FUNCTION__": {"json/member_offsets.hpp", "json/schema_name.hpp",
                             "reflect/enums.hpp", "reflect/names.hpp"},
    r"__typeof__|\btypeof\b|__auto_type|__label__": set(),
    r"\basm\b|__asm__|__asm\b": set(),
    r"\[\[\s*clang::": set(),
    r"\[\[\s*no_unique_address\s*\]\]": {"session/response_socket.hpp"},
    r"\bssize_t\b|\b__restrict__\b": set(),
    r"#\s*include_next|#\s*warning": set(),
}
# Intrinsics of x86-64 are known by _M_X64 to MSVC, which does not define __SSE2__.
SSE2_ALONE = re.compile(r"__SSE2__(?!\) \|\| defined\(_M_X64\))")
# Adapters to stacks of POSIX systems, and lists of names.
SYSTEMS = re.compile(r"transport/(curl|beast|httplib|socket)\w*\.hpp|core/macros_(hold|restore)\.hpp")
NOISE = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.S)


def wrong_with(name, text):
    """The words of a header that are not portable."""
    code = NOISE.sub(lambda m: "\n" * m[0].count("\n"), text)
    for pattern, allowed in ALLOWED.items():
        for found in re.finditer(pattern, code):
            if name not in allowed:
                line = code.count("\n", 0, found.start()) + 1
                yield f"{name}:{line}: {found[0]}"
    if SSE2_ALONE.search(code):
        yield f"{name}: __SSE2__ without _M_X64, which MSVC defines instead"
    for found in re.finditer(r"[^\x00-\x7f]", text):
        yield f"{name}: a character that is not ASCII, which MSVC reads by the code page"
    for allowed in [n for p, n in ALLOWED.items() if name in n]:
        if not re.search(r"#\s*(el)?if[^\n]*(_MSC_VER|__SIZEOF_INT128__)", code):
            yield f"{name}: no condition on the compiler, though {sorted(allowed)} have one"


def self_test():
    """Tests the checker itself."""
    good = "#if defined(__SSE2__) || defined(_M_X64)\n#endif\nint x = __builtin_bit_cast(int, y);\n"
    if said := list(wrong_with("core/a.hpp", good)):
        raise SystemExit(f"the checker refuses what is right: {said}")
    for bad in ("int x = __builtin_ctz(1);", "__attribute__((packed)) int x;",
                "__extension__ typedef unsigned __int128 u;",
                "#if defined(__SSE2__)\n#endif", "auto s = __PRETTY_FUNCTION__;",
                "[[no_unique_address]] int x;", "const char* s = \"\u00e9\";", "asm(\"nop\");"):
        if not list(wrong_with("core/a.hpp", bad + "\n")):
            raise SystemExit(f"the checker does not see {bad!r}")
    if not list(wrong_with("json/nearest.hpp", "using u128 = unsigned __int128;\n")):
        raise SystemExit("the checker asks for no condition")


def main():
    self_test()
    root = Path(sys.argv[1]) / "include/oaiwire"
    headers = {p.relative_to(root).as_posix(): p.read_text(encoding="utf-8")
               for p in sorted(root.rglob("*.hpp"))}
    if not headers:
        raise SystemExit(f"no headers in {root}")
    sys.exit("\n".join(w for n, t in headers.items() if not SYSTEMS.fullmatch(n)
                       for w in wrong_with(n, t)) or None)


if __name__ == "__main__":
    main()
