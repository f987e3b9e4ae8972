#!/usr/bin/env python3
"""Makes the folder of files that a release consists of, from a clean checkout:

    release.py OUTPUT --url URL --cases DIR [--draft]

URL: where these files can be downloaded later, for example the address of the tag's release. DIR: where
the target `export_cases` wrote the test cases, outside of the checkout or ignored by git. --draft: the
CHANGELOG may still say (unreleased). Two runs on one commit give the same bytes.

    oaiwire.hpp                     the library as one file
    oaiwire-VERSION.tar.gz          the sources
    oaiwire-VERSION-cases.tar.gz    the test cases for clients in any language, with their licence
    oaiwire-VERSION.spdx.json       the bill of materials
    vcpkg/, conan/, oaiwire.wrap    the port, the recipe and the wrap, which download the sources
    NOTES.md                        this version's part of the CHANGELOG
    SHA256SUMS                      of all of these

Refused: a checkout with changes or files that git does not know, a version that the header, the
packages and the CHANGELOG do not agree on, and a tag of this version that is another commit."""

import argparse
import gzip
import hashlib
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from datetime import datetime, timezone
from pathlib import Path

sys.dont_write_bytecode = True
import sbom  # noqa: E402

SECTION = re.compile(r"^## (\d+\.\d+\.\d+) \((unreleased|\d{4}-\d{2}-\d{2})\)$", re.M)
EXPORTED = ("payloads.json", "sse.json", "streams.json")
OWN_SOURCES = '''# Sources: those that this file stands among, so that a checkout is an overlay port. release.py puts
# the download of a release in place of these two lines.
set(SOURCE_PATH "${CURRENT_PORT_DIR}/../../../..")
'''
DOWNLOAD = '''vcpkg_download_distfile(ARCHIVE
    URLS "@URL@/oaiwire-${VERSION}.tar.gz"
    FILENAME "oaiwire-${VERSION}.tar.gz"
    SHA512 @SHA512@
)
vcpkg_extract_source_archive(SOURCE_PATH ARCHIVE "${ARCHIVE}")
'''


def git(source, *arguments):
    return subprocess.run(["git", "-C", str(source), *arguments], check=True,
                          capture_output=True).stdout


def problems(source, draft):
    """Why this checkout is no release."""
    version, wrong = sbom.version_of(source), []
    changed = git(source, "status", "--porcelain").decode().splitlines()
    wrong += [f"not committed: {line}" for line in changed[:5]]
    tag = f"v{version}"
    if git(source, "tag", "--list", tag).strip() and \
            git(source, "rev-parse", f"{tag}^{{commit}}") != git(source, "rev-parse", "HEAD"):
        wrong.append(f"the tag {tag} is another commit")
    header = (source / "include/oaiwire/core/version.hpp").read_text(encoding="utf-8")
    major, minor, _ = version.split(".")
    if f"inline namespace v{major}_{minor} {{" not in header:
        wrong.append(f"version.hpp: the inline namespace is not v{major}_{minor}")
    port = json.loads((source / "cmake/packaging/vcpkg/oaiwire/vcpkg.json").read_text(encoding="utf-8"))
    if port["version"] != version:
        wrong.append(f"vcpkg.json says {port['version']}, version.hpp {version}")
    built = subprocess.run([sys.executable, str(source / "cmake/version.py")], check=True,
                           capture_output=True, text=True).stdout.strip()
    if built != version:
        wrong.append(f"Meson reads {built}, version.hpp says {version}")
    for file in ("meson.build", "cmake/packaging/conan/conanfile.py"):
        stated = re.search(r"""^\s*version\s*[:=]\s*['"]([^'"]+)""",
                           (source / file).read_text(encoding="utf-8"), re.M)
        if stated and stated[1] != version:
            wrong.append(f"{file} says {stated[1]}, version.hpp {version}")
    newest = SECTION.search((source / "CHANGELOG.md").read_text(encoding="utf-8"))
    if not newest or newest[1] != version:
        wrong.append(f"CHANGELOG.md begins with {newest[1] if newest else 'no version'}, "
                     f"version.hpp says {version}")
    elif newest[2] == "unreleased" and not draft:
        wrong.append(f"CHANGELOG.md has no date for {version}")
    return wrong


def notes(source, version):
    """This version's part of the CHANGELOG."""
    parts = SECTION.split((source / "CHANGELOG.md").read_text(encoding="utf-8"))
    return f"# oaiwire {version}\n\n{parts[3].strip()}\n"


def packed(data):
    out = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=out, mtime=0, compresslevel=9) as file:
        file.write(data)
    return out.getvalue()


def cases(source, exported, prefix, time):
    """The archive of the exported cases, with what says how they are read, and their licence."""
    files = [source / "LICENSE", source / "tests/cases/README.md", source / "tests/cases/check_events.mjs",
             *(exported / name for name in EXPORTED)]
    out = io.BytesIO()
    with tarfile.open(mode="w", fileobj=out, format=tarfile.USTAR_FORMAT) as archive:
        for path in sorted(files, key=lambda p: p.name):
            data = path.read_bytes()
            entry = tarfile.TarInfo(f"{prefix}/{path.name}")
            entry.size, entry.mtime, entry.mode = len(data), time, 0o644
            archive.addfile(entry, io.BytesIO(data))
    return packed(out.getvalue())


def single_header(source):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, str(source / "cmake/amalgamate.py"), str(source / "include"),
                        folder], check=True)
        return (Path(folder) / "oaiwire/oaiwire.hpp").read_bytes()


def packages(source, version, url, archive):
    """Port, recipe and wrap, which download the archive: {name: bytes}."""
    folder = source / "cmake/packaging"

    def text(name):
        return (folder / name).read_text(encoding="utf-8")

    def filled(template, **more):
        for key, value in ({"URL": url, "VERSION": version} | more).items():
            template = template.replace(f"@{key}@", value)
        return template

    sha256, sha512 = (hashlib.new(name, archive).hexdigest() for name in ("sha256", "sha512"))
    portfile = text("vcpkg/oaiwire/portfile.cmake")
    if OWN_SOURCES not in portfile:
        raise SystemExit("portfile.cmake does not begin with what is replaced here")
    names = re.findall(r"override_dependency\('([\w-]+)'",
                       (source / "meson.build").read_text(encoding="utf-8"))
    made = {
        "vcpkg/oaiwire/portfile.cmake": portfile.replace(OWN_SOURCES, filled(DOWNLOAD, SHA512=sha512)),
        "oaiwire.wrap": filled(text("meson/oaiwire.wrap.in"), SHA256=sha256, NAMES=", ".join(names)),
        "conan/conandata.yml": f'sources:\n  "{version}":\n    url: "{url}/oaiwire-{version}.tar.gz"\n'
                               f'    sha256: "{sha256}"\n',
    }
    for name in ("vcpkg/oaiwire/vcpkg.json", "vcpkg/oaiwire/usage", "conan/conanfile.py",
                 "conan/test_package/conanfile.py", "conan/test_package/CMakeLists.txt",
                 "conan/test_package/test_package.cpp"):
        made[name] = text(name)
    return {name: content.encode() for name, content in made.items()}


def release(source, url, exported):
    """All files of the release: {name: bytes}."""
    version = sbom.version_of(source)
    time = int(git(source, "log", "-1", "--format=%ct"))
    prefix = f"oaiwire-{version}"
    archive = packed(git(source, "archive", "--format=tar", f"--prefix={prefix}/", "HEAD"))
    main_files = {
        "oaiwire.hpp": single_header(source),
        f"{prefix}.tar.gz": archive,
        f"{prefix}-cases.tar.gz": cases(source, exported, f"{prefix}-cases", time),
    }
    created = datetime.fromtimestamp(time, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    made = dict(main_files)
    made[f"{prefix}.spdx.json"] = sbom.text_of(
        sbom.document(source, url, created, main_files)).encode()
    made |= packages(source, version, url, archive)
    made["NOTES.md"] = notes(source, version).encode()
    made["SHA256SUMS"] = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n"
                                 for name, data in sorted(made.items())).encode()
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("--url", required=True)
    parser.add_argument("--cases", required=True, type=Path)
    parser.add_argument("--draft", action="store_true")
    given = parser.parse_args()
    source = Path(__file__).resolve().parents[2]
    wrong = problems(source, given.draft)
    wrong += [f"{given.cases} has no {name}" for name in EXPORTED if not (given.cases / name).exists()]
    if wrong:
        sys.exit("no release:\n" + "\n".join(wrong))
    if given.output.exists() and any(given.output.iterdir()):
        sys.exit(f"{given.output} is not empty")
    for name, data in release(source, given.url.rstrip("/"), given.cases).items():
        path = given.output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    print(f"oaiwire {sbom.version_of(source)}: {given.output}")


if __name__ == "__main__":
    main()
