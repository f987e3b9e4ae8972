#!/usr/bin/env python3
"""Joins the page, its style and its scripts into one file that needs nothing else.

join.py PAGE WASM OUT: PAGE names its parts, which lie beside it; WASM is the compiled decoder.
"""
import base64
import gzip
import pathlib
import re
import sys

# The page asks nothing of any server, and the browser sees to it.
POLICY = ("default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; "
          "style-src 'unsafe-inline'; img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'")


def main(page, wasm, out):
    page = pathlib.Path(page)
    wasm = pathlib.Path(wasm)

    def text_of(name):
        if name == wasm.name:
            packed = gzip.compress(wasm.read_bytes(), 9, mtime=0)
            return f'const compiledDecoder = "{base64.b64encode(packed).decode()}";\n'
        text = (page.parent / name).read_text(encoding="utf-8")
        if re.search(r"</(script|style)", text, re.IGNORECASE):
            raise SystemExit(f"{name} would end the element that it is put into")
        return text

    html = page.read_text(encoding="utf-8")
    html = re.sub(r'<link rel="stylesheet" href="([^"]+)">',
                  lambda m: f"<style>\n{text_of(m[1])}</style>", html)
    html = re.sub(r'<script src="([^"]+)"></script>',
                  lambda m: f"<script>\n{text_of(m[1])}</script>", html)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
    html = html.replace('<meta name="viewport"', meta + '<meta name="viewport"', 1)
    pathlib.Path(out).write_text(html, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
