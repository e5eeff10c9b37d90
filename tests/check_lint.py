#!/usr/bin/env python3
"""Runs clang-tidy over our .cpp files, two at a time, by the compile commands of a build folder.

usage: check_lint.py --build FOLDER [FILE...]

What was clean stays clean: the hash of a file, of our headers that it includes, of its command and of .clang-tidy is noted under
build/lint-cache, and a file with a known hash is not looked at again.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
CACHE = REPOSITORY / "build" / "lint-cache"
INCLUDE = re.compile(rb'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)


def headers_of(path, seen):
    """Adds the headers of ours that a file includes, at any depth, to `seen`."""
    waiting = [path]
    while waiting:
        current = waiting.pop()
        for name in INCLUDE.findall(current.read_bytes()):
            for folder in (REPOSITORY / "src", current.parent):
                header = folder / name.decode()
                if header.exists() and header not in seen:
                    seen.add(header)
                    waiting.append(header)
    return seen


def fingerprint(path, command):
    digest = hashlib.sha256((REPOSITORY / ".clang-tidy").read_bytes())
    digest.update(command.encode())
    for file in [path, *sorted(headers_of(path, set()))]:
        digest.update(str(file.relative_to(REPOSITORY)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def commands_of(build):
    """Each .cpp of ours under src, tests, train and the like, with its compile command."""
    for entry in json.loads((build / "compile_commands.json").read_text("utf-8")):
        path = (pathlib.Path(entry["directory"]) / entry["file"]).resolve()
        if path.suffix == ".cpp" and REPOSITORY in path.parents and build not in path.parents:
            yield path, entry.get("command", "") or " ".join(entry["arguments"])


def checks_for(path):
    """In tests the path-sensitive analyzer finds nothing but doctest's macros, and takes two thirds of the time."""
    is_test = path.name.endswith("_test.cpp") or path.parent == REPOSITORY / "tests"
    return ["--checks=-clang-analyzer-*"] if is_test else []


def lint(program, build, path, command):
    """The complaints about one file, or nothing."""
    known = CACHE / fingerprint(path, command.replace(str(build), ""))
    if known.exists():
        return ""
    done = subprocess.run([program, "-p", str(build), "--quiet", *checks_for(path), str(path)], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        known.touch()
        return ""
    return done.stdout + ("" if "error:" in done.stdout else done.stderr)


def main():
    arguments = sys.argv[1:]
    if len(arguments) < 2 or arguments[0] != "--build":
        sys.exit(__doc__)
    program = shutil.which("clang-tidy-19")
    if not program:
        print("skipped: clang-tidy-19 is not installed (script/install)")
        return 77
    build = pathlib.Path(arguments[1]).resolve()
    wanted = {pathlib.Path(name).resolve() for name in arguments[2:]}
    files = {path: command for path, command in commands_of(build) if not wanted or path in wanted}
    CACHE.mkdir(parents=True, exist_ok=True)
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
        tasks = [pool.submit(lint, program, build, path, command) for path, command in sorted(files.items())]
        for task in tasks:
            complaints = task.result()
            bad += bool(complaints)
            if complaints:
                print(complaints, flush=True)
    print(f"{len(files)} files, {bad} with complaints")
    return 1 if bad or not files else 0


if __name__ == "__main__":
    sys.exit(main())
