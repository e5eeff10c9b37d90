#!/usr/bin/env python3
"""Measures the clean texts that the program finds on the 775 annotated pages, as HTML and as flattened text, menus and all. The
program's models have learnt from these pages: the ratchet needs that; unseen hosts are measured by `parallax-train … --folds 5`.

usage: eval/extraction.py [--parallax PROGRAM] [--flat FOLDER]     --flat also leaves the flattened pages there, as ID.txt
"""
import argparse
import gzip
import html.parser
import json
import pathlib
import re
import sys
import tempfile

from program import REPOSITORY, SHARED, call, json_lines, map_rows

TRUTH = SHARED / "data" / "extraction" / "truth.jsonl"
PAGES = SHARED / "data" / "extraction" / "html"
SCORER = SHARED / "eval" / "score_extraction.py"
BLOCKS = set("""address article aside blockquote body br button caption center dd details dialog div dl dt fieldset figcaption figure footer
 form h1 h2 h3 h4 h5 h6 header hr html iframe label legend li main nav ol optgroup option p pre section select summary table tbody td
 tfoot th thead tr ul video""".split())
UNSEEN = set("head noscript object script style svg template textarea title".split())
CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)""", re.IGNORECASE)


class Flattened(html.parser.HTMLParser):
    """The text of a page as a copy by hand has it: a line for each block, no tags."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines, self.words, self.hidden = [], [], []

    def end_line(self):
        line = " ".join("".join(self.words).split())
        self.words = []
        if line:
            self.lines.append(line)

    def handle_starttag(self, tag, attrs):
        if tag in UNSEEN:
            self.hidden.append(tag)
        if tag in BLOCKS:
            self.end_line()

    def handle_endtag(self, tag):
        if self.hidden and tag == self.hidden[-1]:
            self.hidden.pop()
        if tag in BLOCKS:
            self.end_line()

    def handle_data(self, data):
        if not self.hidden:
            self.words.append(data)


def page_path(name):
    return PAGES / f"{name}.html.gz"


def page_text(path):
    page = gzip.decompress(path.read_bytes())
    named = CHARSET.search(page[:4096])
    try:
        return page.decode(named.group(1).decode() if named else "utf-8", "replace")
    except LookupError:
        return page.decode("utf-8", "replace")


def flatten(path):
    flat = Flattened()
    flat.feed(page_text(path))
    flat.close()
    flat.end_line()
    return "\n".join(flat.lines) + "\n"


def without_titles(article):
    """The clean text without the blocks whose role is title: the truth has titles apart."""
    text = article["text"].encode("utf-8")
    kept = [block for block in article["blocks"] if block["role"] != "title" and block["begin"] is not None]
    return b"".join(text[block["begin"]:block["end"]] for block in kept).decode("utf-8")


def articles(program, files):
    """What the program finds in files {id: path}: {id: article}."""
    printed = map_rows(program, [{"id": name, "path": str(path)} for name, path in files.items()], ["article"])
    rows = [json.loads(line) for line in printed.splitlines()]
    return {row["id"]: row["article"] for row in rows if "article" in row}


def printed_scores(truth, found):
    """The scorer's lines for rows of the truth and what was found: {id: article}."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "truth.jsonl").write_text("".join(json.dumps(row) + "\n" for row in truth), "utf-8")
        (folder / "found.jsonl").write_text("".join(json.dumps(row | {"id": name}) + "\n" for name, row in found.items()), "utf-8")
        return call([sys.executable, SCORER, folder / "truth.jsonl", folder / "found.jsonl"]).decode()


def scores(program, truth, files):
    """(metric, value) for files {id: path}."""
    found = articles(program, files)
    printed = printed_scores(truth, {name: article | {"text": without_titles(article)} for name, article in found.items()})
    text = re.search(r"text P ([\d.]+) R ([\d.]+) F1 ([\d.]+)  with ([\d.]+)  without ([\d.]+)", printed)
    yield from zip(("p", "r", "f1", "with", "without"), map(float, text.groups()))
    for field, precision, recall in re.findall(r"^(\w+) +P ([\d.]+) R ([\d.]+)", printed, re.MULTILINE):
        yield f"{field}.precision", float(precision)
        yield f"{field}.recall", float(recall)


def measure(program, flat_folder=None):
    truth = json_lines(TRUTH)
    names = [row["id"] for row in truth]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        flat_folder = pathlib.Path(flat_folder or folder / "flat")
        flat_folder.mkdir(exist_ok=True)
        pages = {name: page_path(name) for name in names}
        lines = {name: flat_folder / f"{name}.txt" for name in names}
        for name in names:
            lines[name].write_text(flatten(pages[name]), "utf-8")
        for kind, files in (("html", pages), ("plain_text", lines)):
            yield from ((f"extraction.{kind}.{metric}", value) for metric, value in scores(program, truth, files))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--parallax", default=REPOSITORY / "build" / "parallax", help="the program (default: build/parallax)")
    parser.add_argument("--flat", help="a folder for the flattened pages")
    given = parser.parse_args()
    for metric, value in measure(given.parallax, given.flat):
        print(f"{metric}\t{value:g}")


if __name__ == "__main__":
    main()
