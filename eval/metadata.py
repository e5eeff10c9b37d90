#!/usr/bin/env python3
"""Measures what the program finds out about article pages: title, author, published date.

Needs ../shared: data/extraction (775 pages) and eval/score_extraction.py. Rules were written on the pages whose host has
crc32(host) % 5 != 0; the other fifth was looked at only as figures.

usage: eval/metadata.py [--parallax PROGRAM] [--part all|rules|held_out] [--sources] [--wrong FIELD]
       --sources       how often each source of evidence, taken alone, is right
       --wrong FIELD   the pages where FIELD is wrong; never of the held-out part
"""
import argparse
import collections
import gzip
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zlib
from urllib.parse import urlsplit

from program import REPOSITORY, SHARED, json_lines, map_rows

FIELDS = ("title", "author", "published")
PARTS = ("all", "rules", "held_out")


def fold(text):
    """As score_extraction.py folds."""
    return re.sub(r"\W+", " ", (text or "").lower()).strip()


def same(field, found, truth):
    if not found or not truth:
        return False
    return found[:10] == truth[:10] if field == "published" else fold(found) == fold(truth)


def part_of(row):
    host = urlsplit(row["url"]).netloc or row["id"]
    return "held_out" if zlib.crc32(host.encode()) % 5 == 0 else "rules"


def read_pages(program, rows):
    """The article record of each page, by id."""
    folder = SHARED / "data" / "extraction" / "html"
    lines = []
    with tempfile.TemporaryDirectory() as temporary:
        for row in rows:
            path = pathlib.Path(temporary) / (row["id"] + ".html")
            path.write_bytes(gzip.decompress((folder / (row["id"] + ".html.gz")).read_bytes()))
            lines.append({"id": row["id"], "path": str(path)})
        mapped = map_rows(program, lines, ["article"])
    return {line["id"]: line["article"] for line in map(json.loads, mapped.decode("utf-8").splitlines())}


def print_scores(rows, pages):
    with tempfile.TemporaryDirectory() as temporary:
        truth, found = pathlib.Path(temporary) / "truth.jsonl", pathlib.Path(temporary) / "found.jsonl"
        truth.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        found.write_text("".join(json.dumps({"id": id, **article}) + "\n" for id, article in pages.items()), encoding="utf-8")
        subprocess.run([sys.executable, str(SHARED / "eval" / "score_extraction.py"), str(truth), str(found)], check=True)


def print_sources(rows, pages):
    """The first evidence of each source, taken as if it were the only one."""
    right, given = collections.Counter(), collections.Counter()
    for row in rows:
        seen = set()
        for evidence in pages[row["id"]]["evidence"]:
            key = (evidence["field"], evidence["source"], evidence["sure"])
            if evidence["field"] in FIELDS and key not in seen:
                seen.add(key)
                given[key] += 1
                right[key] += same(evidence["field"], evidence["value"], row.get(evidence["field"]))
    for key in sorted(given):
        print("%-10s %-13s %-8s P %.3f  (right %d, given %d)" % (*key, right[key] / given[key], right[key], given[key]))


def print_wrong(rows, pages, field):
    for row in rows:
        article = pages[row["id"]]
        if same(field, article[field], row.get(field)) or not (article[field] or row.get(field)):
            continue
        print(f"{row['id']} {row['url']}\n  truth {row.get(field)!r}\n  found {article[field]!r}")
        for evidence in article["evidence"]:
            if evidence["field"] == field:
                print(f"    {evidence['source']} {evidence['sure']} {evidence['value']!r} {evidence['words'][:80]!r}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parallax", default=REPOSITORY / "build" / "parallax")
    parser.add_argument("--part", default="all", choices=PARTS)
    parser.add_argument("--sources", action="store_true")
    parser.add_argument("--wrong", choices=FIELDS)
    given = parser.parse_args()
    part = "rules" if given.wrong or given.sources else given.part
    rows = [row for row in json_lines(SHARED / "data" / "extraction" / "truth.jsonl") if part in ("all", part_of(row))]
    pages = read_pages(given.parallax, rows)
    print_scores(rows, pages)
    if given.sources:
        print_sources(rows, pages)
    if given.wrong:
        print_wrong(rows, pages, given.wrong)


if __name__ == "__main__":
    main()
