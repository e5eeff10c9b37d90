"""Measures the program on the annotated corpora of ../shared, which is not part of the repository. Each function yields (metric, value)."""
import json
import re
import tempfile
import pathlib
import sys

import copies
import extraction
import speakers
import times
from program import REPOSITORY, SHARED, call, json_lines, map_rows, questions

CORPUS = SHARED / "corpus" / "caucasus"
SCORERS = SHARED / "eval"
SHARES = ("p", "r", "f1")


def score(name, *arguments):
    return call([sys.executable, SCORERS / name, *arguments]).decode()


def flat(name, value):
    """The numbers inside a scorer's JSON. `[p, r, f1]` and "found/all" are taken apart."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from flat(f"{name}.{key.replace('source|', 'source_given_').replace('|', '_given_')}", inner)
    elif isinstance(value, list) and len(value) == 3 and all(isinstance(part, float) for part in value):
        yield from ((f"{name}.{share}", part) for share, part in zip(SHARES, value))
    elif isinstance(value, str) and re.fullmatch(r"\d+/\d+", value):
        found, total = map(int, value.split("/"))
        yield name, round(found / total, 3) if total else 0.0
    elif isinstance(value, (int, float)):
        yield name, value


def founding_articles(program):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        files = sorted(path for path in CORPUS.iterdir() if path.suffix == ".txt")
        (folder / "map.jsonl").write_bytes(map_rows(program, [{"id": path.name, "path": str(path)} for path in files]))
        (folder / "questions.json").write_text(json.dumps(questions(program, folder, [CORPUS])), "utf-8")
        found = score("to_caucasus.py", CORPUS, folder / "map.jsonl", folder / "questions.json")
        (folder / "found.json").write_text(found, "utf-8")
        scores = json.loads(score("score_caucasus.py", SHARED / "gold" / "caucasus_dev.json", folder / "found.json"))
        yield from flat("founding", scores)
        lines = score("score_lines.py", SHARED / "gold" / "caucasus_lines.json", CORPUS, folder / "map.jsonl")
        yield "founding.lines.errors", int(re.search(r"^wrong (\d+)$", lines, re.MULTILINE).group(1))


def in_code_points(program, folder, rows, layers):
    """What the program finds in rows of {id, text}, with offsets in code points; gives the file that holds it."""
    given = folder / "given.jsonl"
    given.write_text("".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in rows), "utf-8")
    (folder / "map.jsonl").write_bytes(map_rows(program, rows, layers))
    found = folder / "found.jsonl"
    found.write_text(score("to_codepoints.py", given, folder / "map.jsonl"), "utf-8")
    return found


def attributions(program):
    gold = SHARED / "data" / "attribution" / "dev.jsonl"
    with tempfile.TemporaryDirectory() as name:
        rows = [{"id": row["id"], "text": row["text"]} for row in json_lines(gold)]
        found = in_code_points(program, pathlib.Path(name), rows, ("article", "attributions"))
        scores = json.loads(score("score_attribution.py", gold, found, "--json"))
    for name, value in scores.items():
        if re.fullmatch(r"(source|cue|content) (exact|tokens)|triple50", name):
            yield f"attribution.{name.replace(' ', '.')}.f1", value["f1"]


def syntax_figures(gold, system):
    """(metric, F1) of eval/score_syntax.py."""
    printed = call([sys.executable, REPOSITORY / "eval" / "score_syntax.py", gold, system]).decode()
    rows = [line.split("\t") for line in printed.splitlines()[1:]]
    return {row[0].lower(): float(row[3]) for row in rows if len(row) > 3}


def syntax(program):
    """Dev parts of the treebanks, with their tokens given, and EWT's from raw text."""
    with tempfile.TemporaryDirectory() as name:
        found = pathlib.Path(name) / "found.conllu"
        for treebank in ("ewt", "gum"):
            gold = SHARED / "data" / "ud" / treebank / "dev.conllu"
            found.write_bytes(call([program, "syntax", "--input", "conllu"], input=gold.read_bytes()))
            figures = syntax_figures(gold, found)
            for metric in ("upos", "xpos", "lemmas", "uas", "las"):
                yield f"syntax.{treebank}.given_tokens.{metric}", figures[metric]
            raw = call([sys.executable, REPOSITORY / "eval" / "raw_text.py", gold])
            found.write_bytes(call([program, "syntax", "--input", "text"], input=raw))
            figures = syntax_figures(gold, found)
            for metric in ("words", "sentences", "upos", "lemmas", "las"):
                yield f"syntax.{treebank}.raw_text.{metric}", figures[metric]


def measure(program):
    yield from founding_articles(program)
    yield from syntax(program)
    yield from attributions(program)
    yield from speakers.measure(program)
    yield from times.measure(program)
    yield from extraction.measure(program)
    yield from copies.measure(program)
