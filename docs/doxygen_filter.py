"""doxygen_filter.py FILE: the header as Doxygen reads it. Our comments are `//`; those above a
declaration of a namespace, class or enumeration become `///`, those behind one `///<`. Line numbers
stay as they are. The inline namespace of the version is left out."""

import re
import sys


def without_noise(line):
    """The line without strings, characters and its comment; and that comment or None."""
    out, i = [], 0
    while i < len(line):
        c = line[i]
        if line.startswith("//", i):
            return "".join(out), line[i:]
        if c == '"' or c == "'" and not (i and line[i - 1].isalnum()):
            end = i + 1
            while end < len(line) and line[end] != c:
                end += 2 if line[end] == "\\" else 1
            out.append(c + c)
            i = end + 1
            continue
        out.append(c)
        i += 1
    return "".join(out), None


def kind_of(head):
    """What a brace after this text opens."""
    head = re.sub(r"\[\[.*?\]\]", "", head).strip()
    while head.startswith("template"):
        depth, i = 0, head.index("<") if "<" in head else len(head) - 1
        for i in range(i, len(head)):
            depth += {"<": 1, ">": -1}.get(head[i], 0)
            if depth == 0:
                break
        head = head[i + 1:].strip()
    head = re.sub(r"^requires.*?(?=\b(?:struct|class)\b)", "", head)
    if re.match(r"(inline )?namespace\b|extern\b", head):
        return "namespace"
    if re.match(r"(friend |typedef )?enum\b", head):
        return "enum"
    if re.match(r"(friend |static |constexpr )*(struct|class|union)\b", head):
        return "class"
    return "body"


def escaped(text):
    """Prose in which Doxygen sees no command and no tag; code spans are left alone."""
    parts = re.split(r"(`[^`]*`)", text)
    for i in range(0, len(parts), 2):
        parts[i] = re.sub(r"([\\@<>#%&]|(?<![\w>])::)", r"\\\1", parts[i])
    return "".join(parts)


def documented(comment, mark):
    text = comment[2:]
    return mark + (text if text.startswith("     ") else escaped(text))


class Scopes:
    """Which braces are open, by what opened them."""

    def __init__(self):
        self.open, self.head, self.parens = ["namespace"], "", 0
        self.special = [None]  # of what the open class is a specialisation

    @property
    def now(self):
        return self.open[-1]

    @property
    def between(self):
        """Does a declaration end here, so that another may begin?"""
        return not self.head.strip() and self.parens == 0

    def read(self, code):
        if re.match(r"\s*(#|OAIWIRE_(COMPILED|EMITTED)\(.*\)$)", code):
            return
        for c in code + " ":
            if c == "{":
                kind = kind_of(self.head)
                special = re.search(r"\b(?:struct|class) (\w+)<", self.head)
                self.special.append(special[1] if special and kind == "class" else None)
                self.open.append(kind if self.parens == 0 else "body")
                if kind != "body":
                    self.head = ""
            elif c == "}":
                if len(self.open) > 1:
                    kind = self.open.pop()
                    self.special.pop()
                    function = self.now != "body" and ")" in self.head
                    if kind == "namespace" or function and self.parens == 0:
                        self.head = ""
            elif c == ";" and self.parens == 0 and self.now != "body":
                self.head = ""
            elif c == "," and self.now == "enum":
                self.head = ""
            else:
                self.parens += {"(": 1, ")": -1}.get(c, 0)
                if self.now != "body":
                    self.head += c
                    if re.fullmatch(r"\s*(public|private|protected):", self.head):
                        self.head = ""


# What a declaration says by itself: a pattern of the line, a part of the path, the documentation.
BY_ITSELF = [
    (r"friend (constexpr )?(bool|auto) operator(==|<=>)\(.*", "", "Compares all members."),
    (r"(constexpr |explicit )*(\w+)\((const \2&|\2&&)( \w+)?\).*", "", "Copies or moves."),
    (r"(constexpr )?\w+& operator=\(.*", "", "Copies or moves."),
    (r"(constexpr )?\w+\(\)( noexcept)?( = default;| \{\})", "", "Makes an empty object."),
    (r"(constexpr |virtual )*~\w+\(\).*", "", "Destroys the object."),
    (r".*\benumerator_names\(\w*\).*", "", "The texts of the enumerators, in their order."),
    (r"(constexpr )?explicit operator bool\(\) const.*", "", "True if it holds a value."),
    (r".*\w+(<\w+>)?::~?\w+\(.*", "", "See the declaration in the class."),
    (r"(?:struct|class) (\w+)<.*", "", r"A specialisation of \1; see there."),
    (r"using timing = .*", "", "What a client needs to retry; see timing."),
    (r".*\boperator(\*|->|\+\+)\(.*", "", "As for iterators and pointers."),
    (r".*\b(begin|end|size|empty)\(\) const.*", "", "As for standard containers."),
    (r"using (chunk|request|response|next)_type =.*", "", r"The type of the \1."),
    (r"using (value_type|difference_type|iterator_\w+) = .*", "", "For iterators."),
    (r"(static|using) .*", "api/operation", "See operation_of."),
    (r"(\[\[.*\]\] )?std::vector<violation> validate\(const \w+&.*", "api/",
     "The documented rules that the request breaks; see validate.hpp."),
    (r"inline constexpr bool has_no_rules<.*", "api/", "This request has no rules to check."),
    (r"extra_members extra.*", "types/", "Members that this type does not name; written back."),
    (r"static constexpr wire_tag tag\b.*", "types/", "The member that names this alternative."),
    (r"static constexpr .*", "types/", "For the reader and the writer of JSON."),
    (r"(field<|std::|open_enum<|[\w:]+(<.*>)? \w+(\{.*\}| = .*)?;).*", "types/",
     "The API's member of this name."),
]


def filled_in(path, code):
    """The documentation of a line that lacks one, where its code says all."""
    for pattern, where, text in BY_ITSELF:
        found = re.fullmatch(pattern, code.strip()) if f"/{where}" in path else None
        if found:
            return found.expand(text)
    return None


def function_in(code):
    """The name of the function that this line declares, or None."""
    name = re.match(r"(?:[\w:<>,*& ]+[ *&])?(operator\W+|operator bool|\w+)\(", code.strip())
    return name[1] if name else None


def translate(path, lines):
    out, scopes, i, trailing, function = [], Scopes(), 0, None, None
    while i < len(lines):
        line = lines[i]
        code, comment = without_noise(line)
        scope, fresh, special = scopes.now, scopes.between, scopes.special[-1]
        if not line.strip():
            function = None
        if comment and not code.strip():
            end = i
            while end < len(lines) and lines[end].lstrip().startswith("//"):
                end += 1
            after = lines[end] if end < len(lines) else ""
            if trailing is not None and line.index("//") > trailing:
                while i < end and lines[i].index("//") > trailing:
                    out.append(documented(lines[i].lstrip(), " " * lines[i].index("//") + "///<"))
                    i += 1
                continue
            starts = scope != "body" and fresh and after.strip() and not re.match(r"\s*[}#]", after)
            if i == 0:
                out.append("/// @file")
            for k in range(i, end):
                text = lines[k].lstrip()
                indent = lines[k][:len(lines[k]) - len(text)]
                out.append(indent + documented(text, "///") if starts or i == 0 else lines[k])
            i, trailing = end, None
            if out[0] == "/// @file" and len(out) == end + 1:
                while i < len(lines) and lines[i].strip():
                    out.append(lines[i])
                    i += 1
                i += 1  # the blank line makes up for the one above
            continue
        scopes.read(code)
        line = re.sub(r" inline namespace v\d+_\d+ \{", "", line)
        line = re.sub(r"^\}(?=\}+  // namespace oaiwire::v\d)", "", line)
        if comment and scope != "body" and not code.lstrip().startswith(("}", "#")):
            trailing = len(code) - len(code.lstrip())
            at = len(line) - len(comment)
            line = line[:at] + documented(comment, "///<")
        else:
            trailing = None
            before = lines[i - 1].strip() if i else ""
            if (not comment and scope in ("class", "namespace") and fresh
                    and not before.startswith(("//", "template", "requires"))):
                at = i
                while re.fullmatch(r"template <.*>", lines[at].strip()) and at + 1 < len(lines):
                    at += 1
                bare, declares = at != i, without_noise(lines[at])[0]
                text = filled_in(path, declares)
                if scope == "namespace" and bare and re.match(r"\w+\(", declares):
                    text = "Deduces the arguments of the template."
                if special and re.match(r"(?!static_assert|public:|private:)\w", declares.strip()):
                    text = text or f"See {special}."
                if not text and function and function_in(declares) == function:
                    text = "Overload: as above."
                if text and scopes.between and not bare:
                    line += f"  ///< {text}"
                elif text:
                    line = re.match(r"\s*", line)[0] + f"/** {text} */ " + line.lstrip()
        template = i > 0 and lines[i - 1].lstrip().startswith("template")
        if scope in ("class", "namespace") and (fresh or template):
            function = function_in(code) or function
        out.append(line)
        i += 1
    return out


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        text = file.read()
    if not sys.argv[1].endswith(".hpp"):
        sys.stdout.write(text)
        return
    print("\n".join(translate(sys.argv[1], text.split("\n"))))


if __name__ == "__main__":
    main()
