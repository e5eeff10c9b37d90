#!/usr/bin/env python3
"""Checks how the source hangs together (docs/architecture.md): which folder includes which, sizes of files, what stays out of headers,
and words that have no place in the repository. Prints FILE:LINE: what is wrong, and ends with 1 if anything is.

usage: check_layers.py [REPOSITORY]
"""
import pathlib
import re
import subprocess
import sys

# What each folder of src/parallax may include, besides itself.
BELOW = {"core": set(), "text": {"core"}, "learn": {"core", "text"}}
for folder in ("collect", "read", "compare"):
    BELOW[folder] = {"core", "text", "learn"}
for folder in ("review", "store", "present"):
    BELOW[folder] = {"core", "text"}
BELOW["project"] = set(BELOW)
BELOW["serve"] = {"core", "text", "present", "project"}
BELOW["cli"] = BELOW["serve"] | {"serve"}
# The façade gives out these records as they are.
FACADE_HEADERS = {"parallax/collect/collect.h", "parallax/read/read_article.h", "parallax/compare/compare.h"}

# A header that costs a second to compile is no part of our headers.
HEAVY = re.compile(r"^(nlohmann/|simdjson|CLI/|CLI11|sqlite3|regex$|httplib|doctest/|toml\+\+/|unicode/|myhtml/|libpq)")
LONGEST = {".cpp": 400, ".h": 150}
TODO = re.compile(r"\b(TODO|FIXME|XXX)\b(?!\(#\d+\))")
# Hosts of package registries, written so that this file names none of them.
REGISTRY = re.compile(r"\b(npmjs|yarnpkg|pypi|pythonhosted|crates|docker|ghcr|rubygems|(deb|security|ftp)\.debian|archive\.ubuntu|"
                      r"proxy\.golang|packagist|conan|nuget|jfrog|cloudfront|nodesource)\.(com|org|io|net)\b")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
OURS = ("src", "tests", "train", "fuzz", "bench", "eval")


def folder_of(include):
    parts = include.split("/")
    return parts[1] if parts[0] == "parallax" and len(parts) > 2 else None


def check_include(path, mark, target):
    """Why a file of src/parallax may not include `target`, or None. `path` is relative to the repository."""
    if target == "regex":
        return "<regex> is slow and recurses; use the text folder"
    if path.suffix == ".h" and HEAVY.match(target):
        return f"<{target}> is heavy: include it in a .cpp"
    if target.endswith(".cpp"):
        return f"{target} is no header"
    if path.parts[:2] != ("src", "parallax"):
        return None
    here, there = path.parts[2], folder_of(target)
    if there is None:
        return f'{target}: our own headers are included as "parallax/folder/file.h"' if mark == '"' else None
    if mark != '"':
        return f"{target}: our own headers stand in quotation marks"
    if there == here or there in BELOW.get(here, ()):
        return None
    if here in ("serve", "cli") and target in FACADE_HEADERS:
        return None
    return f"{here} may not include {there}"


def rival_names(repository):
    """Names that take a side in a real conflict: none of them belongs into code or tests."""
    for line in (repository / "data/names/rival_names.tsv").read_text("utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) > 2 and not line.startswith("#"):
            yield from (name.strip() for name in [cells[2]] + (cells[3].split(";") if len(cells) > 3 else []))


def forbidden_names(repository):
    names = sorted({name for name in rival_names(repository) if len(name) > 3}, key=len, reverse=True)
    return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, names)) + r")(?!\w)")


def check_code(path, lines, names):
    if len(lines) > LONGEST.get(path.suffix, len(lines)):
        yield len(lines), f"{len(lines)} lines; a {path.suffix} file has up to {LONGEST[path.suffix]}: divide it by thought"
    for number, line in enumerate(lines, 1):
        include = INCLUDE.match(line)
        wrong = include and check_include(path, *include.groups())
        if wrong:
            yield number, wrong
        found = names.search(line)
        if found:
            yield number, f"a name of a real conflict: {found.group(1)}"
    if path.suffix == ".h" and not any(line.startswith("#pragma once") for line in lines[:1]):
        yield 1, "a header opens with #pragma once"


def check_words(lines):
    for number, line in enumerate(lines, 1):
        if REGISTRY.search(line):
            yield number, "the host of a package registry"
        if TODO.search(line):
            yield number, "a TODO names its issue: TODO(#12)"


def tracked_files(repository):
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=repository,
                            capture_output=True, check=False)
    if listed.returncode == 0:
        return [pathlib.Path(name) for name in listed.stdout.decode().split("\0") if name]
    return [path.relative_to(repository) for path in repository.rglob("*")
            if path.is_file() and path.relative_to(repository).parts[0] not in ("build", ".git")]


def problems(repository):
    names = forbidden_names(repository)
    for path in sorted(tracked_files(repository)):
        try:
            lines = (repository / path).read_text("utf-8").split("\n")
        except (UnicodeDecodeError, OSError):
            continue  # a file in another charset, or one that is deleted in the working tree
        if path.parts[0] in OURS and path.suffix in (".cpp", ".h", ".case"):
            yield from ((path, *wrong) for wrong in check_code(path, lines[:-1], names))
        if path != pathlib.Path("tests/check_layers.py"):
            yield from ((path, *wrong) for wrong in check_words(lines))


def main():
    repository = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent).resolve()
    found = list(problems(repository))
    for path, number, wrong in found:
        print(f"{path}:{number}: {wrong}")
    print(f"{len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
