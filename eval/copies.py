#!/usr/bin/env python3
"""How well copies are found: edited copies of articles (copy_variants.py), and articles of one story that are none.

usage: eval/copies.py [--parallax PROGRAM] [--all] [--list]

The articles are the clean texts of ../shared/data/extraction, each with its variants; beside them stand articles of the stories in
../shared/data/stories, many of which tell one event. Measured is the fifth that was not looked at while limits were chosen; --all measures the
other four. Sentences that are put into a variant come from articles that are not in the pile. Two articles are found to be copies when they are in one copy
group; a pair is right when both come from one article. Stories hold real copies, too (agencies): a pair of theirs with a fifth of the shorter's runs of
eight words in common is neither right nor wrong, and how many there are is printed. --list prints what went wrong.
"""
import argparse
import json
import pathlib
import re
import sys
import tempfile
from collections import Counter, defaultdict

from copy_variants import SHARES, variants
from program import REPOSITORY, SHARED, Failed, call, is_held_out, json_lines

FEWEST_WORDS = 60
RUN = 8
REAL_COPY = 0.2


def articles_of_pages(wanted):
    """Rows of the pages that are wanted with their variants."""
    rows = [row for row in json_lines(SHARED / "data" / "extraction" / "truth.jsonl") if len((row["text"] or "").split()) >= FEWEST_WORDS]
    donors = [row["text"] for row in rows if not wanted(row["id"])]
    for row in rows:
        if wanted(row["id"]):
            yield {"group": row["id"], "edit": "none", "share": 0, "text": row["text"]}
            for edit, share, text in variants(row["id"], row["text"], donors):
                yield {"group": row["id"], "edit": edit, "share": share, "text": text}


def articles_of_stories(wanted):
    for name in ("ecbplus_docs", "basil"):
        for row in json_lines(SHARED / "data" / "stories" / f"{name}.jsonl"):
            if wanted(row["id"]):
                yield {"group": row["id"], "edit": "story", "share": 0, "text": row["text"]}


def runs(text):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i:i + RUN]) for i in range(len(words) - RUN + 1)}


def are_really_copies(a, b):
    a, b = runs(a["text"]), runs(b["text"])
    return len(a & b) >= REAL_COPY * max(1, min(len(a), len(b)))


def copies_found(program, rows):
    """(groups, kinds of direct pairs) of a pile, as numbers of rows."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        lines = "".join(json.dumps({"text": row["text"]}) + "\n" for row in rows)
        (folder / "pile.jsonl").write_text(lines, "utf-8")
        call([program, "-q", "add", folder / "p.plx", folder / "pile.jsonl"])
        copies = json.loads(call([program, "copies", folder / "p.plx", "--json"]))

    def number(path):
        return int(path.rsplit("#", 1)[1]) - 1
    groups = [[number(member["article"]) for member in group["members"]] for group in copies["groups"]]
    pairs = {(number(pair["first"]), number(pair["second"])): pair["kind"] for group in copies["groups"] for pair in group["pairs"]}
    return groups, pairs


def measure(program, wanted=is_held_out, tell=lambda line: None):
    rows = list(articles_of_pages(wanted)) + list(articles_of_stories(wanted))
    groups, pairs = copies_found(program, rows)
    right = wrong = real = 0
    together = defaultdict(set)  # of a row, the rows that it is in one group with
    for group in groups:
        for place, a in enumerate(group):
            for b in group[:place]:
                together[a].add(b)
                together[b].add(a)
                if rows[a]["group"] == rows[b]["group"]:
                    right += 1
                elif rows[a]["edit"] == rows[b]["edit"] == "story" and are_really_copies(rows[a], rows[b]):
                    real += 1
                else:
                    wrong += 1
                    tell(f"wrong: {rows[a]['group']} {rows[a]['edit']}, {rows[b]['group']} {rows[b]['edit']}, direct: {(a, b) in pairs or (b, a) in pairs}")
    expected = sum(count * (count - 1) // 2 for count in Counter(row["group"] for row in rows).values())
    precision, recall = right / max(1, right + wrong), right / max(1, expected)
    yield "copies.pairs.p", precision
    yield "copies.pairs.r", recall
    yield "copies.pairs.f1", 2 * precision * recall / max(1e-9, precision + recall)
    tell(f"{len(rows)} articles, {expected} pairs, {right} right, {wrong} wrong; {real} pairs of stories that are copies")
    original = {row["group"]: place for place, row in enumerate(rows) if row["edit"] == "none"}
    for share in SHARES:
        edited = [place for place, row in enumerate(rows) if row["share"] == share]
        found = [place for place in edited if original[rows[place]["group"]] in together[place]]
        yield f"copies.edited_{share:g}.found", len(found) / max(1, len(edited))
        for place in set(edited) - set(found):
            tell(f"missed: {rows[place]['group']} {rows[place]['edit']} {share}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--parallax", default=REPOSITORY / "build" / "parallax", help="the program (default: build/parallax)")
    parser.add_argument("--all", action="store_true", help="the four fifths that limits were chosen on")
    parser.add_argument("--list", action="store_true", help="name what went wrong, on standard error")
    given = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit(f"without {SHARED} there is nothing to measure on")

    def wanted(ident):
        return is_held_out(ident) != given.all
    for name, value in measure(given.parallax, wanted, (lambda line: print(line, file=sys.stderr)) if given.list else lambda line: None):
        print(f"{name}\t{value:.4f}")


if __name__ == "__main__":
    try:
        main()
    except Failed as failed:
        sys.exit(str(failed))
