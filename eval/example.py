"""Holds the program to the example pile: expected.tsv says what a careful reader finds in it, and what looks like a dispute and is none.

A dispute is found when one question with the verdict `conflict` and the row's type has claims on two of the row's pieces of evidence with
different positions, in different positions of its own. A trap is sprung when such a question holds its two words in different positions.
A claim is on a piece of evidence when their bytes in the article overlap.
"""
import collections
import html
import pathlib
import re
import shutil
import tempfile

from program import REPOSITORY, questions

FIRST_VERSION = ("name", "figure", "date", "characterisation")
RIVAL_NAMES = "names/rival_names.tsv"
MARKUP = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>|&#?\w+;|\s+|.", re.DOTALL | re.IGNORECASE)
INLINE = re.compile(r"</?(a|b|i|em|strong|small|span|time|button)\b", re.IGNORECASE)

Evidence = collections.namedtuple("Evidence", "position file ranges")
Row = collections.namedtuple("Row", "id kind type since what evidence names")


def pile_of_examples():
    settings = sorted((REPOSITORY / "examples").glob("*/parallax.toml"))
    if not settings:
        raise SystemExit("no folder of examples/ has a parallax.toml")
    return settings[0].parent


class VisibleText:
    """What a reader sees of a file, white space squeezed, with the source bytes of every character."""

    def __init__(self, path):
        data = path.read_bytes()
        charset = re.search(rb"charset=[\"']?([A-Za-z0-9-]+)", data) if path.suffix == ".html" else None
        self.charset = charset.group(1).decode() if charset else "utf-8"
        self.text, self.begins, self.ends, self.at = "", [], [], 0
        source = data.decode(self.charset)
        for piece in MARKUP.finditer(source) if path.suffix == ".html" else re.finditer(r"\s+|.", source):
            self.take(piece.group(), path.suffix == ".html")

    def take(self, piece, is_page):
        begin, self.at = self.at, self.at + len(piece.encode(self.charset))
        shown = piece
        if is_page and piece.startswith("<") and len(piece) > 1:
            shown = "" if INLINE.match(piece) else " "
        elif is_page and piece.startswith("&"):
            shown = html.unescape(piece)
        if shown.isspace():
            shown = "" if self.text.endswith(" ") else " "
        for character in shown:
            self.text += character
            self.begins.append(begin)
            self.ends.append(self.at)

    def ranges(self, words):
        """The source bytes of each place where `words` stand."""
        words = re.sub(r"\s+", " ", words).strip()
        starts = [match.start() for match in re.finditer(re.escape(words), self.text)]
        return [(self.begins[start], self.ends[start + len(words) - 1]) for start in starts]


def rows_of(pile):
    texts = {}
    for line in (pile / "expected.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        ident, kind, type_, _, since, what, items = line.split("\t")
        evidence = []
        for item in items.split(" || "):
            position, file, words = (part.strip() for part in item.split(" :: "))
            if file not in texts:
                texts[file] = VisibleText(pile / file)
            evidence.append(Evidence(position, file, texts[file].ranges(words)))
        yield Row(ident, kind, type_, since, what, evidence, {item.position for item in evidence})


def touches(claim, evidence):
    return pathlib.PurePath(claim["article"]).name == evidence.file and any(
        begin < claim["source_end"] and claim["source_begin"] < end for begin, end in evidence.ranges)


def holds(question, row):
    """Whether two pieces of the row's evidence with different positions stand in different positions of the question."""
    places = [(item.position, number) for number, position in enumerate(question["positions"])
              for claim in position["claims"] for item in row.evidence if touches(claim, item)]
    return any(a[0] != b[0] and a[1] != b[1] for a in places for b in places)


def read_pile(program, pile, options=()):
    with tempfile.TemporaryDirectory() as name:
        return questions(program, pathlib.Path(name), [pile], options)


def disputes_of(found):
    return [question for question in found if question["verdict"] == "conflict"]


def judge(found, rows, types):
    """For each row: the questions in conflict that hold it."""
    disputes = disputes_of(found)
    for row in rows:
        if row.kind == "trap" or row.since in types:
            yield row, [question for question in disputes
                        if holds(question, row) and (row.kind == "trap" or question["type"] == row.type)]


def without_rival_names(pile, folder):
    """A copy of the pile, and a data folder, that list no rival names: what is left is what an article explains."""
    copy, data = folder / pile.name, folder / "data"
    shutil.copytree(pile, copy)
    lines = (pile / "names.tsv").read_text("utf-8").splitlines(keepends=True)
    (copy / "names.tsv").write_text("".join(line for line in lines if not line.startswith("rival\t")), "utf-8")
    (data / RIVAL_NAMES).parent.mkdir(parents=True)
    (data / RIVAL_NAMES).write_text("# emptied\n", "utf-8")
    return copy, ("--data", data)


def listed_names(pile):
    rows = (line.split("\t") for line in (pile / "names.tsv").read_text("utf-8").splitlines())
    names = (name.strip() for row in rows if row[0] == "rival" for cell in row[2:4] for name in cell.split(";"))
    return {name for name in names if name}


def measure(program, types=FIRST_VERSION, say=lambda line: None):
    """Yields (metric, value); `say` is told of every row that is not as it should be."""
    pile = pile_of_examples()
    rows = list(rows_of(pile))
    found = read_pile(program, pile)
    yield from measure_rows(found, rows, types, say)
    listed = listed_names(pile)
    glossed = [row for row in rows if row.kind == "dispute" and row.type == "name" and not row.names & listed]
    with tempfile.TemporaryDirectory() as name:
        copy, options = without_rival_names(pile, pathlib.Path(name))
        left = [(row, held) for row, held in judge(read_pile(program, copy, options), glossed, types)]
    for row, held in left:
        if not held:
            say(f"missed without lists of names  {row.id}  {row.what}")
    yield "example.explained_names.found", sum(bool(held) for _, held in left)


def measure_rows(found, rows, types, say):
    kinds = collections.Counter()
    for row, held in judge(found, rows, types):
        if row.kind == "dispute":
            kinds["found", row.type] += bool(held)
            if not held:
                say(f"missed  {row.id}  {row.type}  {row.what}")
        else:
            kinds["sprung", ""] += bool(held)
            if held:
                say(f"sprung  {row.id}  {row.type}  {row.what}  [{held[0]['type']}: {held[0]['title']}]")
    held_by_rows = {id(question) for row, held in judge(found, rows, [row.since for row in rows])
                    if row.kind == "dispute" for question in held}
    disputes = disputes_of(found)
    for question in disputes:
        if id(question) not in held_by_rows:
            say(f"not in expected.tsv  {question['type']}  {question['title']}")
    for type_ in sorted(set(types)):
        yield f"example.{type_}.found", kinds["found", type_]
    yield "example.traps.sprung.errors", kinds["sprung", ""]
    yield "example.disputes.not_expected.errors", sum(id(question) not in held_by_rows for question in disputes)
