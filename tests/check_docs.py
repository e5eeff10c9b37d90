#!/usr/bin/env python3
"""Checks the documentation against the repository: every relative link of a Markdown file leads to a file, and every path in `code`
marks that starts with a folder of ours is there."""
import pathlib
import re
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
CODE = re.compile(r"`((?:src|tests|data|docs|eval|examples|script|cmake|train|web|fuzz|bench|\.ci)/[\w./-]*)`")
MADE_BY_US = ("build/",)


def problems(path):
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        for target in LINK.findall(line):
            if "://" not in target and not target.startswith(MADE_BY_US) and not (path.parent / target).exists():
                yield number, f"no such file: {target}"
        for target in CODE.findall(line):
            if not (REPOSITORY / target).exists():
                yield number, f"no such file: {target}"


def main():
    pages = [p for p in REPOSITORY.rglob("*.md") if not {"build", "node_modules"} & set(p.relative_to(REPOSITORY).parts)]
    found = [(page, *wrong) for page in sorted(pages) for wrong in problems(page)]
    for page, number, wrong in found:
        print(f"{page.relative_to(REPOSITORY)}:{number}: {wrong}")
    print(f"{len(pages)} pages, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
