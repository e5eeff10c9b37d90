#!/usr/bin/env python3
"""Checks an example pile: every evidence string of expected.tsv stands in its file, and the counts hold.

usage: check.py [PILE]     (default: the folder sarnov beside this file)
"""
import html.parser
import pathlib
import re
import sys
import tomllib

TYPES = {"figure", "date", "name", "characterisation", "denial", "perpetrator", "motive"}
FIRST = {"figure", "date", "name", "characterisation"}
SCOPES = {"cross_side", "within_article", "within_voice"}
INLINE = {"a", "b", "i", "em", "strong", "small", "span", "time", "button"}


class Visible(html.parser.HTMLParser):
    """The visible text of a page: one line for each block."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("script", "style")
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(re.sub(r"\s+", " ", data))


def lines_of(path):
    data = path.read_bytes()
    if path.suffix == ".html":
        meta = re.search(rb"charset=[\"']?([A-Za-z0-9-]+)", data)
        page = Visible()
        page.feed(data.decode(meta.group(1).decode() if meta else "utf-8"))
        page.close()
        text = "".join(page.parts)
    else:
        text = data.decode("utf-8")
    return [squeeze(line) for line in text.split("\n") if line.strip()]


def squeeze(text):
    return re.sub(r"\s+", " ", text).strip()


def rows_of(path):
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            yield number, line.split("\t")


def main():
    pile = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "sarnov")
    errors = []
    files = {p.name: lines_of(p) for p in sorted(pile.iterdir()) if p.suffix in (".txt", ".html")}
    settings = tomllib.loads((pile / "parallax.toml").read_text("utf-8"))
    articles = {a["path"]: a for a in settings["article"]}
    sides = {name: outlet["side"] for name, outlet in settings["outlets"].items()}
    if set(articles) != set(files):
        errors.append(f"parallax.toml and the folder differ: {sorted(set(articles) ^ set(files))}")

    def side(name):
        outlet = articles.get(name, {}).get("outlet", name)
        return sides.get(outlet, outlet)

    for name, lines in files.items():
        words = len(" ".join(lines).split())
        if not 120 <= words <= 340:
            errors.append(f"{name}: {words} words")

    ids, disputes, traps = set(), [], []
    for number, row in rows_of(pile / "expected.tsv"):
        where = f"expected.tsv:{number}"
        if len(row) != 7:
            errors.append(f"{where}: {len(row)} columns instead of 7")
            continue
        ident, kind, type_, scope, since, what, evidence = row
        if ident in ids:
            errors.append(f"{where}: id {ident} twice")
        ids.add(ident)
        if type_ not in TYPES or since not in TYPES or not what:
            errors.append(f"{where}: bad type, since or what")
        items = [tuple(part.strip() for part in item.split(" :: ")) for item in evidence.split(" || ")]
        if any(len(item) != 3 for item in items):
            errors.append(f"{where}: an evidence item has not three parts")
            continue
        for _, name, words in items:
            if not any(squeeze(words) in line for line in files.get(name, [])):
                errors.append(f"{where}: {ident}: not in {name}: {words}")
            if re.search(r"[.!?][”\"»’]? +[“\"«]?[A-Z]", words):
                errors.append(f"{where}: {ident}: more than one sentence: {words}")
        if kind == "dispute":
            disputes.append(row)
            if scope not in SCOPES or len({position for position, _, _ in items}) < 2:
                errors.append(f"{where}: {ident}: bad scope, or fewer than two positions")
            found_in = {name for _, name, _ in items}
            if scope != "cross_side" and len(found_in) != 1:
                errors.append(f"{where}: {ident}: {scope} over several files")
            if scope == "cross_side" and len({side(name) for name in found_in}) < 2:
                errors.append(f"{where}: {ident}: cross_side, but one side only")
        elif kind == "trap":
            traps.append(row)
            if scope != "-" or [position for position, _, _ in items] != ["A", "B"]:
                errors.append(f"{where}: {ident}: a trap needs scope - and the items A and B")
        else:
            errors.append(f"{where}: {ident}: kind {kind}")

    listed = {name for _, row in rows_of(pile / "names.tsv") if row[0] == "rival" for name in row[2:3]}
    name_rows = [row for row in disputes if row[2] == "name"]
    in_tsv = glossed = 0
    text = [line for lines in files.values() for line in lines]
    for row in name_rows:
        names = sorted({item.split(" :: ")[0] for item in row[6].split(" || ")})
        if all(name in listed for name in names):
            in_tsv += 1
        elif any(name in listed for name in names):
            errors.append(f"{row[0]}: one rival name is in names.tsv, the other is not")
        elif any(all(name in line for name in names) for line in text):
            glossed += 1
        else:
            errors.append(f"{row[0]}: neither in names.tsv nor explained in an article")
    first = [row for row in disputes if row[4] in FIRST]
    count = {type_: sum(row[2] == type_ for row in disputes) for type_ in sorted(TYPES)}
    txt = sum(name.endswith(".txt") for name in files)
    for held, said in (
        (len(disputes) >= 16, "at least 16 disputes"), (len(first) >= 12, "at least 12 disputes for the first version"),
        (len(traps) >= 12, "at least 12 traps"), (in_tsv >= 2, "at least 2 rival pairs in names.tsv"),
        (glossed >= 2, "at least 2 rival pairs explained in an article only"), (in_tsv == glossed, "half of the rival pairs in names.tsv"),
        (count["name"] >= 4 and count["figure"] >= 4 and count["date"] >= 2 and count["characterisation"] >= 2, "enough of each type"),
        (txt >= 7 and len(files) - txt >= 5, "at least 7 .txt and 5 .html"),
    ):
        if not held:
            errors.append(f"not met: {said}")
    for error in errors:
        print(error, file=sys.stderr)
    by_type = " ".join(f"{type_}={n}" for type_, n in count.items())
    print(f"{pile.name}: {len(files)} articles ({txt} txt, {len(files) - txt} html), {len(disputes)} disputes ({len(first)} first version; {by_type}), "
          f"{len(traps)} traps, rival names {in_tsv} listed + {glossed} explained, {len(errors)} errors")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
