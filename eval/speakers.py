#!/usr/bin/env python3
"""Counts for how many sources of PolNeAR dev whose person was coded by hand (polnear_speakers.tsv) the program names that person.

usage: eval/speakers.py [--parallax PROGRAM] [--list]

A source counts when the program found an attribution with a source on the same words (they share half of them). The speaker is right when it
is an entity that is mentioned on the coded name, or when nobody is named and nobody has a name there. --list prints what is not right to
standard error: the source, the coded name and the one that was found. Needs ../shared.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import sys

from attribution_sentences import code_points
from program import REPOSITORY, SHARED, Failed, json_lines, map_rows

CODED = pathlib.Path(__file__).resolve().parent / "polnear_speakers.tsv"
GOLD = SHARED / "data" / "attribution" / "dev.jsonl"


def coded_sources():
    """{article hash: [(source, form, name or None)]}, spans in code points."""
    rows = [line.split("\t") for line in CODED.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    coded = collections.defaultdict(list)
    for article, begin, end, form, name_begin, name_end in rows[1:]:
        name = None if name_begin == "-" else (int(name_begin), int(name_end))
        coded[article].append(((int(begin), int(end)), form, name))
    return coded


def shared(one, other):
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def same_words(one, other):
    return 2 * shared(one, other) >= max(one[1] - one[0], other[1] - other[0])


def judged(row, sources):
    """(form, "right", "wrong" or "not_found", source, coded name, found name) of each coded source of an article."""
    at = code_points(row["article"]["text"])

    def span(begin, end):
        return at[begin], at[end]

    entities = {entity["id"]: entity for entity in row["entities"]}
    for source, form, name in sources:
        found = [one for one in row["attributions"] if any(same_words(source, span(*piece)) for piece in one["source"])]
        if not found:
            yield form, "not_found", source, name, None
            continue
        speaker = entities.get(found[0]["speaker"])
        mentions = [span(mention["begin"], mention["end"]) for mention in speaker["mentions"]] if speaker else []
        right = any(shared(name, mention) for mention in mentions) if name else not speaker
        yield form, "right" if right else "wrong", source, name, speaker and speaker["name"]


def measure(program, report=lambda line: None):
    """{metric: value}: of the coded sources whose attribution was found, how many have the right speaker, in all and by form of the source."""
    coded = coded_sources()
    rows = [row for row in json_lines(GOLD) if hashlib.sha256(row["id"].encode()).hexdigest()[:16] in coded]
    counts = collections.Counter()
    given = [{"id": row["id"], "text": row["text"]} for row in rows]
    for line in map_rows(program, given, ("article", "entities", "attributions")).splitlines():
        row = json.loads(line)
        text = row["article"]["text"]
        sources = coded[hashlib.sha256(row["id"].encode()).hexdigest()[:16]]
        for form, verdict, source, name, found in judged(row, sources):
            counts[form, verdict] += 1
            counts["all", verdict] += 1
            if verdict == "wrong":
                report(f"{form}\t{text[max(0, source[0] - 60):source[0]]!r} [{text[slice(*source)]}]\tcoded {text[slice(*name)] if name else '-'}\tfound {found or '-'}")
    for form in ("all", "pronoun", "relative", "nominal"):
        right, wrong = counts[form, "right"], counts[form, "wrong"]
        yield f"speakers.{form}.right", round(right / max(1, right + wrong), 3)
    yield "speakers.found", round(1 - counts["all", "not_found"] / sum(counts["all", verdict] for verdict in ("right", "wrong", "not_found")), 3)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--parallax", type=pathlib.Path, default=REPOSITORY / "build" / "parallax", help="the program (default: build/parallax)")
    parser.add_argument("--list", action="store_true", help="print the sources whose speaker is not right")
    given = parser.parse_args()
    report = (lambda line: print(line, file=sys.stderr)) if given.list else (lambda line: None)
    for name, value in measure(given.parallax, report):
        print(f"{name}\t{value:g}")


if __name__ == "__main__":
    try:
        main()
    except (Failed, OSError) as failed:
        sys.exit(str(failed))
