"""promises.py SOURCE_DIR: every test that the table of promises in fuzz/README.md names exists: the
file, and a title in it that begins with the text in quotes. Every numbered deviation of
docs/quirks.md has a test, and every number that tests cite is there."""

import re
import sys
from pathlib import Path

source = Path(sys.argv[1])
table = (source / "fuzz/README.md").read_text(encoding="utf-8").split("\n## Promises", 1)[1]

wrong = []
for path, quoted in re.findall(r"`([\w/]+(?:\.\w+|/)?)`((?: \"[^\"]+\",?)*)", table):
    if path.startswith(".ci"):
        continue
    found = [p for p in (source / path, source / "tests" / path, source / f"{path}.cpp") if p.exists()]
    if "/" in path and not found:
        wrong.append(f"there is no {path}")
    for title in re.findall(r'"([^"]+)"', quoted) if found else []:
        text = re.sub(r'"\s*\n\s*"', "", found[0].read_text(encoding="utf-8"))
        if not re.search(r'\b(TEST_CASE|SECTION|OAIWIRE_RULE)\(\s*"' + re.escape(title), text):
            wrong.append(f"{path} has no test \"{title}...\"")
tests = "".join(p.read_text(encoding="utf-8") for p in (source / "tests").rglob("*.cpp"))
cited = {int(n) for n in re.findall(r"\bquirk (\d+)", tests)}
listed = {int(n) for n in re.findall(r"^\| (\d+) \|", (source / "docs/quirks.md").read_text(
    encoding="utf-8"), re.M)}
wrong += [f"docs/quirks.md lacks {n}, which tests cite" for n in sorted(cited - listed)]
wrong += [f"no test cites {n} of docs/quirks.md" for n in sorted(listed - cited)]
if len(table) < 1000 or not listed:
    wrong.append("the tables were not found")
sys.exit("\n".join(wrong) or None)
