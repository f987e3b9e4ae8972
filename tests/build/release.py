"""release.py SOURCE_DIR [SCRATCH]: the CHANGELOG has the form that a release takes its notes from. With
SCRATCH, cmake/packaging/release.py makes a release of a copy of the tree: twice the same bytes, with
checksums that are true and a bill of materials that is complete; and it refuses what is no release."""

import copy
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

sys.dont_write_bytecode = True
URL = "https://example.invalid/oaiwire/v1"
TREE = ("CHANGELOG.md", "CMakeLists.txt", "LICENSE", "README.md", "cmake", "include", "meson.build",
        "meson_options.txt", "tests/cases")


# ---- the CHANGELOG

def check_changelog(text, version):
    wrong = []
    if not text.startswith("# Changelog\n\n## "):
        wrong.append("does not begin with its title and a version")
    sections = re.split(r"^## (.*)\n", text, flags=re.M)[1:]
    titles, bodies = sections[::2], sections[1::2]
    parsed = [re.fullmatch(r"(\d+)\.(\d+)\.(\d+) \((unreleased|\d{4}-\d{2}-\d{2})\)", t) for t in titles]
    if not all(parsed):
        return wrong + [f"no version and date: {t}" for t, p in zip(titles, parsed) if not p]
    numbers = [tuple(map(int, p.groups()[:3])) for p in parsed]
    dates = [p[4] for p in parsed]
    if not numbers or ".".join(map(str, numbers[0])) != version:
        wrong.append(f"its newest version is not {version}")
    if any(newer <= older for newer, older in zip(numbers, numbers[1:])):
        wrong.append("versions do not fall")
    if "unreleased" in dates[1:]:
        wrong.append("an older version is unreleased")
    dated = [date for date in dates if date != "unreleased"]
    if dated != sorted(dated, reverse=True):
        wrong.append("dates do not fall")
    for title, body in zip(titles, bodies):
        if not re.search(r"^- \S", body, re.M):
            wrong.append(f"{title}: says nothing")
        for block in re.split(r"\n\s*\n", body.strip()):
            lines = block.splitlines()
            if lines[0].startswith("- "):
                entries = re.split(r"\n(?=- )", block)
                wrong += [f"{title}: an entry without an end: {e.splitlines()[0]}" for e in entries
                          if not re.search(r"[.:!`)]$", e)]
                wrong += [f"{title}: not indented: {line}" for line in lines
                          if not line.startswith(("- ", "  "))]
            elif not lines[0].startswith("|") and not lines[-1].endswith((":", ".")):
                wrong.append(f"{title}: neither a heading nor an entry: {lines[0]}")
    return wrong


def self_test_changelog():
    good = "# Changelog\n\n## 1.1.0 (unreleased)\n\nCalls:\n\n- One.\n\n## 1.0.0 (2026-01-31)\n\n- Two\n  lines.\n"
    if wrong := check_changelog(good, "1.1.0"):
        raise SystemExit(f"the checker refuses what is right: {wrong}")
    for bad in (good.replace("1.1.0", "1.2.0"), good.replace(" (unreleased)", ""),
                good.replace("1.0.0", "1.1.0"), good.replace("(2026-01-31)", "(unreleased)"),
                good.replace("One.", "One"), good.replace("- One.\n", ""),
                good.replace("  lines", "lines"), good.replace("# Changelog", "# Changes"),
                good.replace("(unreleased)", "(2025-01-31)"), good.replace("Calls:", "Calls")):
        if not check_changelog(bad, "1.1.0"):
            raise SystemExit(f"the checker does not see what is wrong with {bad!r}")


# ---- the bill of materials

CREATED = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z"
SPDX_ID = r"SPDXRef-[A-Za-z0-9.-]+"
LOCATION = r"NOASSERTION|NONE|https://\S+"
LICENCES = {"MIT", "Apache-2.0", "curl", "BSL-1.0", "BSD-2-Clause", "NOASSERTION"}
KINDS = {"DESCRIBES", "CONTAINS", "DEPENDENCY_OF", "OPTIONAL_DEPENDENCY_OF"}


def check_sbom(document, version, files, port):
    """What SPDX 2.3 requires, and what is true of these files: {name: bytes}."""
    wrong = []

    def must(holds, what):
        if not holds:
            wrong.append(what)

    def text(of, name, pattern):
        value = of.get(name)
        must(isinstance(value, str) and re.fullmatch(pattern, value), f"{name}: {value!r}")

    text(document, "spdxVersion", r"SPDX-2\.3")
    text(document, "dataLicense", r"CC0-1\.0")
    text(document, "SPDXID", "SPDXRef-DOCUMENT")
    text(document, "name", re.escape(f"oaiwire-{version}"))
    text(document, "documentNamespace", r"https://[^#\s]+")
    about = document.get("creationInfo", {})
    text(about, "created", CREATED)
    must(about.get("creators") and all(re.match(r"(Tool|Person|Organization): ", c)
                                       for c in about["creators"]), "creators")
    ids = ["SPDXRef-DOCUMENT"]
    for package in document.get("packages", []):
        ids.append(package.get("SPDXID"))
        text(package, "SPDXID", SPDX_ID)
        text(package, "name", r"\S+")
        text(package, "downloadLocation", LOCATION)
        text(package, "copyrightText", r"[^\n]+")
        must(package.get("filesAnalyzed") is False, "filesAnalyzed, without a verification code")
        for member in ("licenseConcluded", "licenseDeclared"):
            must(package.get(member) in LICENCES, f"{member} {package.get(member)}")
        for reference in package.get("externalRefs", []):
            text(reference, "referenceCategory", "PACKAGE-MANAGER")
            text(reference, "referenceType", "purl")
            text(reference, "referenceLocator", r"pkg:(github|generic)/\S+")
    packages = {p.get("name"): p for p in document.get("packages", [])}
    own = packages.get("oaiwire", {})
    text(own, "versionInfo", re.escape(version))
    text(own, "licenseDeclared", "MIT")
    text(own, "downloadLocation", rf"{URL}/oaiwire-{version}\.tar\.gz")
    listed = {f.get("fileName"): f for f in document.get("files", [])}
    must(set(listed) == {f"./{name}" for name in files}, f"files: {list(listed)}")
    for name, data in files.items():
        file = listed.get(f"./{name}", {})
        ids.append(file.get("SPDXID"))
        text(file, "SPDXID", SPDX_ID)
        text(file, "licenseConcluded", "MIT")
        text(file, "copyrightText", r"[^\n]+")
        sums = {c.get("algorithm"): c.get("checksumValue") for c in file.get("checksums", [])}
        must(sums == {"SHA1": hashlib.sha1(data).hexdigest(),
                      "SHA256": hashlib.sha256(data).hexdigest()}, f"checksums of {name}")
    must(len(ids) == len(set(ids)), "an SPDXID twice")
    relations = {(r.get("spdxElementId"), r.get("relationshipType"), r.get("relatedSpdxElement"))
                 for r in document.get("relationships", [])}
    for one, kind, other in relations:
        must(one in ids and other in ids and kind in KINDS, f"{one} {kind} {other}")
    must(("SPDXRef-DOCUMENT", "DESCRIBES", own.get("SPDXID")) in relations, "it describes nothing")
    must(("SPDXRef-Package-simdjson", "DEPENDENCY_OF", own.get("SPDXID")) in relations,
         "simdjson is no dependency")
    for file in listed.values():
        must((own.get("SPDXID"), "CONTAINS", file.get("SPDXID")) in relations, "a file of nothing")
    for name, package in packages.items():
        must(name == "oaiwire" or any(r[0] == package.get("SPDXID") for r in relations),
             f"{name} has nothing to do with it")
    # what the port needs is here
    needed = {d if isinstance(d, str) else d["name"] for feature in port["features"].values()
              for d in feature.get("dependencies", [])}
    for name in needed - {"pkgconf"}:
        must(name in packages or name.split("-")[0] in packages, f"{name} is missing")
    return wrong


def self_test_sbom(document, *facts):
    """Each member that is left out, and each text that is another, must be seen."""
    def paths(value, path=()):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield (*path, key)
            if isinstance(inner, (dict, list)):
                yield from paths(inner, (*path, key))

    # said for people only, or true in other words too
    free = {"comment", "primaryPackagePurpose", "externalRefs", "referenceCategory", "referenceType",
            "referenceLocator"}
    for path in paths(document):
        if free & set(map(str, path)):
            continue
        changed = copy.deepcopy(document)
        at = changed
        for key in path[:-1]:
            at = at[key]
        del at[path[-1]]
        if not check_sbom(changed, *facts):
            raise SystemExit(f"the checker does not miss {path}")
    for path, value in (
            (("packages", 0, "versionInfo"), "9.9.9"), (("packages", 0, "licenseDeclared"), "GPL-2.0"),
            (("files", 0, "checksums", 1, "checksumValue"), "0" * 64),
            (("creationInfo", "created"), "yesterday"), (("spdxVersion",), "SPDX-2.2"),
            (("relationships", 0, "relatedSpdxElement"), "SPDXRef-Package-none"),
            (("packages", 1, "SPDXID"), "SPDXRef-Package-oaiwire"),
            (("packages", 1, "externalRefs", 0, "referenceLocator"), "simdjson"),
            (("documentNamespace",), "https://example.invalid/#1")):
        changed = copy.deepcopy(document)
        at = changed
        for key in path[:-1]:
            at = at[key]
        at[path[-1]] = value
        if not check_sbom(changed, *facts):
            raise SystemExit(f"the checker does not see that {path} is {value}")


# ---- the release

def git(tree, *arguments):
    fixed = {"GIT_AUTHOR_DATE": "2026-01-31T12:00:00Z", "GIT_COMMITTER_DATE": "2026-01-31T12:00:00Z",
             "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ["-c", "user.name=test", "-c", "user.email=test@example.invalid", "-c", "gc.auto=0"]
    subprocess.run(["git", "-C", str(tree), *who, *arguments], check=True, capture_output=True,
                   env=os.environ | fixed)


def release(tree, output, *more):
    """The script's error, or None."""
    shutil.rmtree(output, ignore_errors=True)
    done = subprocess.run([sys.executable, str(tree / "cmake/packaging/release.py"), str(output),
                           "--url", URL, "--cases", str(tree.parent / "cases"), *more], capture_output=True, text=True)
    return done.stderr if done.returncode else None


def must_make(tree, output):
    if said := release(tree, output, "--draft"):
        raise SystemExit(said)
    return {path.relative_to(output).as_posix(): path.read_bytes()
            for path in output.rglob("*") if path.is_file()}


def refuses(tree, output, file, old, new, expected, *more):
    """With the change committed or, without `more`, not."""
    path = tree / file
    before = path.read_text(encoding="utf-8")
    if old not in before:
        raise SystemExit(f"{file} has no {old!r}")
    path.write_text(before.replace(old, new, 1), encoding="utf-8")
    if more:
        git(tree, "commit", "-qam", "changed")
    said = release(tree, output, "--draft") or ""
    if more:
        git(tree, "reset", "-q", "--hard", "HEAD~1")
    else:
        path.write_text(before, encoding="utf-8")
    if expected not in said:
        raise SystemExit(f"{file} with {new!r}: {said or 'released'}")


def check_packages(made, version):
    archive = made[f"oaiwire-{version}.tar.gz"]
    sums = {name: hashlib.new(name, archive).hexdigest() for name in ("sha256", "sha512")}
    for name, parts in {
            "oaiwire.wrap": [f"source_hash = {sums['sha256']}", f"directory = oaiwire-{version}\n",
                             f"source_url = {URL}/oaiwire-{version}.tar.gz",
                             "dependency_names = oaiwire, oaiwire-core, "],
            "conan/conandata.yml": [f'"{version}":', sums["sha256"], f"{URL}/oaiwire-{version}.tar.gz"],
            "vcpkg/oaiwire/portfile.cmake": [f"SHA512 {sums['sha512']}", URL,
                                             "vcpkg_extract_source_archive(SOURCE_PATH"],
            "vcpkg/oaiwire/vcpkg.json": [f'"version": "{version}"'],
    }.items():
        text = made[name].decode()
        for part in parts:
            if part not in text:
                raise SystemExit(f"{name} lacks {part}")
        if re.search(r"@[A-Z0-9]+@|CURRENT_PORT_DIR", text):
            raise SystemExit(f"{name} is not filled in")


MESON = """project('app', 'cpp', default_options: ['cpp_std=c++20'])
oaiwire = dependency('oaiwire-core', version: '@VERSION@', allow_fallback: true)
executable('app', 'app.cpp', dependencies: oaiwire)
"""


def try_wrap(made, folder, version):
    """Meson takes the wrap and, as if it were downloaded, the archive. Nothing is compiled."""
    shutil.rmtree(folder, ignore_errors=True)
    cache = folder / "subprojects/packagecache"
    cache.mkdir(parents=True)
    (folder / "subprojects/oaiwire.wrap").write_bytes(made["oaiwire.wrap"])
    (cache / f"oaiwire-{version}.tar.gz").write_bytes(made[f"oaiwire-{version}.tar.gz"])
    (folder / "meson.build").write_text(MESON.replace("@VERSION@", version))
    (folder / "app.cpp").write_text("#include <oaiwire/core/version.hpp>\nint main() {}\n")
    done = subprocess.run(["meson", "setup", "--force-fallback-for=oaiwire",
                           "-Doaiwire:simdjson=false", str(folder / "build"), str(folder)],
                          capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"the wrap is not taken\n{done.stdout}{done.stderr}")


def try_release(source, scratch, version):
    shutil.rmtree(scratch, ignore_errors=True)
    tree, output = scratch / "tree", scratch / "release"
    tree.mkdir(parents=True)
    (scratch / "cases").mkdir()
    for name in ("payloads.json", "sse.json", "streams.json"):
        (scratch / "cases" / name).write_text('{"oaiwire_cases":1,"cases":[]}\n', encoding="utf-8")
    for name in TREE:
        if (source / name).is_dir():
            shutil.copytree(source / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source / name, tree / name)
    git(tree, "init", "-q")
    git(tree, "add", "-A")
    git(tree, "commit", "-qm", "all")

    made = must_make(tree, output)
    if made != must_make(tree, scratch / "again"):
        raise SystemExit("two runs give different bytes")
    for line in made["SHA256SUMS"].decode().splitlines():
        value, name = line.split("  ")
        if hashlib.sha256(made[name]).hexdigest() != value:
            raise SystemExit(f"SHA256SUMS: {name}")
    if len(made["SHA256SUMS"].splitlines()) != len(made) - 1:
        raise SystemExit("SHA256SUMS lacks a file")
    with tarfile.open(output / f"oaiwire-{version}.tar.gz") as archive:
        names = archive.getnames()
        if f"oaiwire-{version}/include/oaiwire/oaiwire.hpp" not in names:
            raise SystemExit("the archive lacks the headers")
    with tarfile.open(output / f"oaiwire-{version}-cases.tar.gz") as archive:
        names = archive.getnames()
        if names != [f"oaiwire-{version}-cases/{name}" for name in (
                "LICENSE", "README.md", "check_events.mjs", "payloads.json", "sse.json",
                "streams.json")]:
            raise SystemExit(f"the archive of cases has {names}")
    if f"oaiwire {version} in one file".encode() not in made["oaiwire.hpp"][:100] or \
            b"Permission is hereby granted" not in made["oaiwire.hpp"][:2000]:
        raise SystemExit("the single file does not say what it is, and under which licence")
    check_packages(made, version)
    if shutil.which("meson") and shutil.which("ninja"):
        try_wrap(made, scratch / "wrap", version)

    document = json.loads(made[f"oaiwire-{version}.spdx.json"])
    files = {name: made[name] for name in ("oaiwire.hpp", f"oaiwire-{version}.tar.gz",
                                           f"oaiwire-{version}-cases.tar.gz")}
    facts = (version, files, json.loads(made["vcpkg/oaiwire/vcpkg.json"]))
    if wrong := check_sbom(document, *facts):
        raise SystemExit("\n".join(wrong))
    self_test_sbom(document, *facts)

    (scratch / "cases/sse.json").rename(scratch / "cases/gone")
    if "has no sse.json" not in (release(tree, output, "--draft") or ""):
        raise SystemExit("cases that were not exported are released")
    (scratch / "cases/gone").rename(scratch / "cases/sse.json")
    refuses(tree, output, "README.md", "o", "0", "not committed")
    (tree / "new").write_text("")
    if "not committed" not in (release(tree, output, "--draft") or ""):
        raise SystemExit("a file that git does not know is released")
    (tree / "new").unlink()
    header = "include/oaiwire/core/version.hpp"
    other = "#define OAIWIRE_VERSION_PATCH 99"
    patch = re.search(r"#define OAIWIRE_VERSION_PATCH \d+", (tree / header).read_text())[0]
    for file, old, new, expected in (
            (header, patch, other, "vcpkg.json says"),
            (header, patch, other, "CHANGELOG.md begins with"),
            (header, "inline namespace v", "inline namespace w", "the inline namespace"),
            ("cmake/packaging/vcpkg/oaiwire/vcpkg.json", f'"{version}"', '"9.9.9"', "vcpkg.json says"),
            ("cmake/packaging/conan/conanfile.py", "    name = ", '    version = "9.9.9"\n    name = ',
             "conanfile.py says"),
            ("meson.build", "  version: run", "  version: '9.9.9', #", "meson.build says"),
            ("CHANGELOG.md", f"## {version}", "## 9.9.9", "CHANGELOG.md begins with")):
        refuses(tree, output, file, old, new, expected, "committed")
    dated = (tree / "CHANGELOG.md").read_text(encoding="utf-8")
    if f"## {version} (unreleased)" in dated and "has no date" not in (release(tree, output) or ""):
        raise SystemExit("a version without a date is released")
    git(tree, "tag", f"v{version}")
    must_make(tree, output)
    git(tree, "commit", "-q", "--allow-empty", "-m", "later")
    if "is another commit" not in (release(tree, output, "--draft") or ""):
        raise SystemExit("a version is released twice")


def main():
    source = Path(sys.argv[1]).resolve()
    header = (source / "include/oaiwire/core/version.hpp").read_text(encoding="utf-8")
    version = ".".join(re.findall(r"^#define OAIWIRE_VERSION_\w+ (\d+)$", header, re.M))
    self_test_changelog()
    if wrong := check_changelog((source / "CHANGELOG.md").read_text(encoding="utf-8"), version):
        sys.exit("\n".join(f"CHANGELOG.md: {w}" for w in wrong))
    if len(sys.argv) > 2:
        try_release(source, Path(sys.argv[2]).resolve(), version)


if __name__ == "__main__":
    main()
