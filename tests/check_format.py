#!/usr/bin/env python3
"""Checks that every .cpp and .h stands as clang-format puts it. Mend with: clang-format-19 -i FILE"""
import pathlib
import re
import shutil
import subprocess
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent


def main():
    program = shutil.which("clang-format-19")
    if not program:
        print("skipped: clang-format-19 is not installed (script/install)")
        return 77
    files = sorted(str(path.relative_to(REPOSITORY)) for folder in ("src", "tests", "train", "fuzz", "bench")
                   for path in (REPOSITORY / folder).rglob("*") if path.suffix in (".cpp", ".h"))
    done = subprocess.run([program, "--dry-run", "-Werror", *files], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    wrong = re.findall(r"^(\S+?):(\d+):\d+: error:", done.stderr, re.MULTILINE)
    first = {}
    for name, line in wrong:
        first.setdefault(name, line)
    for name, line in first.items():
        print(f"{name}:{line}: not as clang-format puts it; run: clang-format-19 -i {name}")
    if done.returncode and not wrong:
        print(done.stderr)
    print(f"{len(files)} files, {len(first)} to format")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
