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
import re
import zlib
from urllib.parse import urlsplit

import extraction
from program import REPOSITORY, json_lines

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
    rows = [row for row in json_lines(extraction.TRUTH) if part in ("all", part_of(row))]
    pages = extraction.articles(given.parallax, {row["id"]: extraction.page_path(row["id"]) for row in rows})
    print(extraction.printed_scores(rows, pages), end="")
    if given.sources:
        print_sources(rows, pages)
    if given.wrong:
        print_wrong(rows, pages, given.wrong)


if __name__ == "__main__":
    main()
