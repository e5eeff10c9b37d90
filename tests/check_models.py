#!/usr/bin/env python3
"""Checks that models/manifest.tsv tells of every model file what it learnt from, and that the file is the one it tells of.

usage: check_models.py [REPOSITORY]
"""
import csv
import hashlib
import pathlib
import sys

COLUMNS = ["file", "corpora", "licence", "command", "seed", "dev scores", "sha256"]
LARGEST = 20_000_000


def problems(models):
    with open(models / "manifest.tsv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or list(rows[0]) != COLUMNS:
        yield "manifest.tsv has other columns than " + ", ".join(COLUMNS)
        return
    told = {row["file"]: row for row in rows}
    for path in sorted(models.glob("*.plxm")):
        row = told.pop(path.name, None)
        if row is None:
            yield f"{path.name} is not in manifest.tsv"
            continue
        if hashlib.sha256(path.read_bytes()).hexdigest() != row["sha256"]:
            yield f"{path.name} is not the file that manifest.tsv tells of; run script/train"
        if path.stat().st_size > LARGEST:
            yield f"{path.name} has more than {LARGEST} bytes"
        yield from (f"{path.name}: no {column} in manifest.tsv" for column in COLUMNS if not row[column])
    yield from (f"manifest.tsv tells of {name}, which is not there" for name in told)


def main():
    repository = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    found = list(problems(repository / "models"))
    print("\n".join(found) if found else "every model file is accounted for")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
