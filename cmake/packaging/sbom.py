#!/usr/bin/env python3
"""Writes the bill of materials of a release as SPDX 2.3 (JSON): what the library is, under which licence,
what it needs, and the checksums of its files.

    sbom.py SOURCE_DIR OUTPUT --url URL --created TIME FILE...

URL: where the release is. TIME: as 2026-01-31T00:00:00Z. FILE: what the release contains. The same
arguments give the same bytes."""

import argparse
import hashlib
import json
import re
from pathlib import Path

# What a program can need besides: name, licence, package URL, and the part of the library that needs it.
DEPENDENCIES = (
    ("simdjson", "Apache-2.0", "pkg:github/simdjson/simdjson",
     "Checks long texts. Not needed where OAIWIRE_SIMDJSON is 0, as by default in the single file."),
    ("curl", "curl", "pkg:github/curl/curl", "The adapters transport/curl*.hpp"),
    ("cpp-httplib", "MIT", "pkg:github/yhirose/cpp-httplib", "The adapter transport/httplib.hpp"),
    ("boost", "BSL-1.0", "pkg:github/boostorg/boost", "The adapters transport/beast*.hpp"),
    ("openssl", "Apache-2.0", "pkg:github/openssl/openssl",
     "webhooks/openssl.hpp and the adapters transport/beast*.hpp"),
    ("botan", "BSD-2-Clause", "pkg:github/randombit/botan", "webhooks/botan.hpp, confidential/botan.hpp"),
)
NONE = "NOASSERTION"
NOT_WORDS = re.compile(r"[^A-Za-z0-9.-]")


def version_of(source):
    header = (Path(source) / "include/oaiwire/core/version.hpp").read_text(encoding="utf-8")
    return ".".join(re.findall(r"^#define OAIWIRE_VERSION_\w+ (\d+)$", header, re.M))


def checksums(data):
    return [{"algorithm": name.upper(), "checksumValue": hashlib.new(name, data).hexdigest()}
            for name in ("sha1", "sha256")]


def dependency(name, licence, purl, comment):
    return {
        "SPDXID": f"SPDXRef-Package-{name}",
        "name": name,
        "downloadLocation": NONE,
        "filesAnalyzed": False,
        "licenseConcluded": NONE,
        "licenseDeclared": licence,
        "copyrightText": NONE,
        "comment": comment,
        "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                          "referenceLocator": purl}],
    }


def related(element, kind, other):
    return {"spdxElementId": element, "relationshipType": kind, "relatedSpdxElement": other}


def document(source, url, created, files):
    """`files`: {name: bytes}."""
    source, version = Path(source), version_of(source)
    copyright_text = re.search(r"^Copyright .*$", (source / "LICENSE").read_text(encoding="utf-8"),
                               re.M)[0]
    library = "SPDXRef-Package-oaiwire"
    listed = [{
        "SPDXID": "SPDXRef-File-" + NOT_WORDS.sub("-", name),
        "fileName": f"./{name}",
        "checksums": checksums(data),
        "licenseConcluded": "MIT",
        "copyrightText": copyright_text,
    } for name, data in sorted(files.items())]
    content = hashlib.sha256(b"".join(hashlib.sha256(data).digest()
                                      for _, data in sorted(files.items()))).hexdigest()
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"oaiwire-{version}",
        "documentNamespace": f"{url}/oaiwire-{version}.spdx.json/{content[:16]}",
        "creationInfo": {"created": created, "creators": ["Tool: oaiwire-sbom.py"]},
        "packages": [{
            "SPDXID": library,
            "name": "oaiwire",
            "versionInfo": version,
            "downloadLocation": f"{url}/oaiwire-{version}.tar.gz",
            "filesAnalyzed": False,
            "licenseConcluded": "MIT",
            "licenseDeclared": "MIT",
            "copyrightText": copyright_text,
            "primaryPackagePurpose": "LIBRARY",
            "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                              "referenceLocator": f"pkg:generic/oaiwire@{version}"}],
        }] + [dependency(*d) for d in DEPENDENCIES],
        "files": listed,
        "relationships": [related("SPDXRef-DOCUMENT", "DESCRIBES", library)] +
                         [related(library, "CONTAINS", file["SPDXID"]) for file in listed] +
                         [related(f"SPDXRef-Package-{d[0]}",
                                  "DEPENDENCY_OF" if d[0] == "simdjson" else "OPTIONAL_DEPENDENCY_OF",
                                  library) for d in DEPENDENCIES],
    }


def text_of(made):
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--url", required=True)
    parser.add_argument("--created", required=True)
    parser.add_argument("files", nargs="+", type=Path)
    given = parser.parse_args()
    made = document(given.source, given.url.rstrip("/"), given.created,
                    {file.name: file.read_bytes() for file in given.files})
    given.output.write_text(text_of(made), encoding="utf-8")


if __name__ == "__main__":
    main()
