"""public_names.py SOURCE_DIR [--write]: docs/api.md lists exactly the public names of the headers:
types, functions, concepts, constants and aliases of oaiwire and its namespaces, without `detail`.
--write writes the list."""

import re
import sys
from pathlib import Path

HEAD = """# Public names

What programs may use, by header. Names are in the namespace `oaiwire`; whatever is in a namespace
`detail` may change at any time. The wire types in `types/` are named as in the APIs' documents.

`python3 tests/build/public_names.py . --write` writes this page; a test compares it with the headers.
"""

PRIVATE = {"detail"}

NOISE = re.compile(r'//[^\n]*|/\*.*?\*/|R"([^(\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"'
                   r"|(?<![0-9a-zA-Z])'(?:\\.|[^'\\\n])+'", re.S)
DIRECTIVE = re.compile(r"^[ \t]*#(?:\\\n|[^\n])*", re.M)
MACRO = re.compile(r"\bOAIWIRE_(?:COMPILED|EMITTED)\((?:[^()]|\([^()]*\))*\)")


def balanced(text, start, opening, closing):
    """Where what opens at `start` is closed: one past that."""
    depth = 0
    for i in range(start, len(text)):
        depth += (text[i] in opening) - (text[i] in closing)
        if depth == 0:
            return i + 1
    raise SystemExit(f"never closed: {text[start:start + 60]!r}")


def after_constraint(text):
    """What follows a requires clause: operands joined by && or ||."""
    while True:
        text = text.strip().lstrip("!")
        if match := re.match(r"requires\s*(?=[({])", text):
            at = match.end()
            at = balanced(text, at, "(", ")") if text[at] == "(" else at
            at = balanced(text, text.index("{", at), "{", "}")
        elif text.startswith("("):
            at = balanced(text, 0, "(", ")")
        else:
            at = re.match(r"[\w:]+\s*", text).end()
            at = balanced(text, at, "<", ">") if text[at:at + 1] == "<" else at
        text = text[at:].strip()
        if not text.startswith(("&&", "||")):
            return text
        text = text[2:]


def without_prefix(head):
    """A declaration without attributes, template heads and requires clauses in front of it."""
    head = re.sub(r"\[\[.*?\]\]", " ", head).strip()
    while match := re.match(r"template\s*(?=<)", head):
        head = head[balanced(head, match.end(), "<", ">"):].strip()
        if re.match(r"requires\b", head):
            head = after_constraint(head[len("requires"):])
    return head


def declared(head):
    """The name that a declaration at namespace level makes, and what it is; or None."""
    head = without_prefix(head)
    if not head or re.match(r"(namespace|friend|using namespace|extern|static_assert|template)\b",
                            head):
        return None
    if match := re.match(r"using (\w+)\s*=", head):
        return match[1], "type"
    if match := re.match(r"using (?:\w+::)+(\w+)$", head):
        return match[1], "name"
    if match := re.match(r"concept (\w+)", head):
        return match[1], "concept"
    if match := re.match(r"(?:enum\s+class|enum|class|struct|union)\s+(?:\w+\s+)*?(\w+)\s*(final\b|:(?!:)|$)",
                         head):
        return match[1], "enum" if head.startswith("enum") else "type"
    if re.match(r"(enum|class|struct|union)\b", head) or "operator" in head:
        return None
    left = re.split(r"(?<![=!<>])=(?!=)", head)[0]
    left = re.sub(r"\bdecltype\s*\(auto\)", "auto", left)
    if match := re.search(r"([\w:]+)\s*\(", left):
        return None if "::" in match[1] else (match[1], "function")
    if match := re.search(r"(\w+)\s*(?:\[\w*\])?\s*$", left):
        return match[1], "constant"
    return None


def names_of(text):
    """The public names that a header defines, and the types that it only declares: {name: kind}."""
    text = NOISE.sub(lambda m: '""' if m[0][0] in "R\"'" else " ", text)
    text = MACRO.sub(" ", DIRECTIVE.sub("", text))
    found, forwards, spaces, head, i = {}, {}, [], "", 0

    def add(defined):
        name = declared(head)
        inside = [part for space in spaces for part in space]
        public = inside[:1] == ["oaiwire"] and not PRIVATE & {*inside}
        forward = not defined and name and name[1] in ("type", "enum") and "using" not in head
        if name and public:
            full = "::".join([*inside[1:], name[0]])
            (forwards if forward else found).setdefault(full, name[1])

    while i < len(text):
        c = text[i]
        if c == "{":
            if match := re.fullmatch(r"\s*(?:inline\s+)?namespace\s*([\w:\s]*)", head):
                inner = [p for p in match[1].replace(" ", "").split("::") if p] or ["detail"]
                spaces.append([p for p in inner if not re.fullmatch(r"v\d+_\d+", p)])
                head = ""
                i += 1
            elif re.search(r"\brequires\s*(\([^{}]*\))?\s*$|\bconcept\b", head):
                i = balanced(text, i, "{", "}")
                head += " {}"
            else:
                add(True)
                i = balanced(text, i, "{", "}")
                open_still = re.match(r"(enum|class|struct|union)\b", without_prefix(head))
                after = re.match(r"\s*;?", text[i:])[0]
                i += len(after) if after.endswith(";") else 0
                head = head + " {}" if open_still and not after.endswith(";") else ""
            continue
        elif c == "}":
            spaces.pop()
            head = ""
        elif c == ";":
            add(False)
            head = ""
        elif c == "(":
            end = balanced(text, i, "(", ")")
            head += text[i:end]
            i = end
            continue
        else:
            head += c
        i += 1
    return found, forwards


def self_test():
    """A header whose names are known; a reader that misses one is broken itself."""
    header = """// Not these: struct comment {};
#define MACRO struct macro {};
namespace oaiwire { inline namespace v1_2 { namespace http {
namespace detail { struct hidden {}; }
struct forward;
template <class T> struct pattern;
template <> struct pattern<int> { int member = 0; };
enum class colour : int { red, green };
template <class T> requires requires(T t) { t.x; } && (sizeof(T) > 1)
class [[nodiscard]] box { struct inner {}; void method(); };
template <class T> concept shape = requires(T& t) { { t.area() } -> same_as<int>; };
using text = std::string;
inline constexpr int most[] = {1, 2};
const box defined{1, "};{"};
[[gnu::cold]] std::vector<int> declared(const text& a = {}, int b = '{');
constexpr auto computed(int a) -> int { return a; }
bool operator==(box, box);
box::box() : a{1} {}
struct forward {};
}}}
struct outside {};
"""
    found, forwards = names_of(header)
    expected = {"http::colour": "enum", "http::box": "type", "http::shape": "concept",
                "http::text": "type", "http::most": "constant", "http::defined": "constant",
                "http::declared": "function", "http::computed": "function", "http::forward": "type"}
    if found != expected or {*forwards} != {"http::forward", "http::pattern"}:
        raise SystemExit(f"the headers are read wrong: {found} {forwards}")


def main():
    self_test()
    source = Path(sys.argv[1])
    include = source / "include"
    headers = {path.relative_to(include).as_posix(): names_of(path.read_text(encoding="utf-8"))
               for path in sorted((include / "oaiwire").rglob("*.hpp"))}
    seen = {name for names, _ in headers.values() for name in names}
    page = HEAD
    for header, (names, forwards) in headers.items():
        names |= {n: k for n, k in forwards.items() if n not in seen}  # templates to specialise
        if names:
            page += f"\n## {header}\n\n"
            page += "".join(f"- `{n}`, {k}\n" for n, k in sorted(names.items()))
    if len(seen) < 100:
        raise SystemExit(f"only {len(seen)} names were found")
    file = source / "docs/api.md"
    if "--write" in sys.argv:
        file.write_text(page, encoding="utf-8")
        return
    listed = set(file.read_text(encoding="utf-8").splitlines()) if file.exists() else set()
    there = set(page.splitlines())
    wrong = [f"docs/api.md lacks: {line}" for line in page.splitlines() if line not in listed]
    wrong += [f"docs/api.md has, and no header declares: {line}" for line in sorted(listed - there)]
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main()
