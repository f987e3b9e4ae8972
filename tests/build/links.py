"""links.py SOURCE_DIR: every relative link of the documentation leads to a file, and to a heading of
it where it names one."""

import re
import sys
from pathlib import Path

source = Path(sys.argv[1])
pages = [*source.glob("*.md"), *source.glob("*/*.md")]


def headings(page):
    """The anchors of a page, as GitHub makes them."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    return {re.sub(r"[^\w\- ]", "", h.lower()).strip().replace(" ", "-")
            for h in re.findall(r"^#+ (.*)", text, re.M)}


wrong = []
for page in pages:
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if re.match(r"\w+:", link):
            continue
        path, _, anchor = link.partition("#")
        to = page.parent / path if path else page
        if not to.exists():
            wrong.append(f"{page.relative_to(source)}: there is no {link}")
        elif anchor and anchor not in headings(to):
            wrong.append(f"{page.relative_to(source)}: {path or 'it'} has no heading {anchor}")
if len(pages) < 5:
    wrong.append("the pages were not found")
sys.exit("\n".join(wrong) or None)
