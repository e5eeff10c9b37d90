#!/usr/bin/env python3
"""Scores the time expressions that the program finds against the annotated corpora of ../shared/data/times by the measures of TempEval-3.

usage: eval/times.py [--parallax PROGRAM] [--part dev|held-out|all] [--errors N] [CORPUS ...]

CORPUS: timebank, aquaint, meantime (default: all). One article in five, by the checksum of its name, is held out: the rules are written from
the rest, the development part (the default). Prints a table: corpus, part, then F1 of strict (same span), relaxed (spans overlap), value
(relaxed pairs with the right TIMEX3 value), type, value and type. --errors prints N expressions that were missed, made up or misread, of the
development part only.
"""
import argparse
import json
import pathlib
import re
import sys
import tempfile

from program import REPOSITORY, SHARED, call, is_held_out, json_lines, map_rows

FOLDER = SHARED / "data" / "times"
SCORERS = SHARED / "eval"
CORPORA = ("timebank", "aquaint", "meantime")
DEVELOPMENT, HELD_OUT, ALL = "dev", "held-out", "all"
MEASURES = ("strict", "relaxed", "value", "type", "value_and_type")


def rows_of(corpus, part):
    rows = json_lines(FOLDER / f"{corpus}.jsonl")
    return [row for row in rows if part == ALL or is_held_out(row["id"]) == (part == HELD_OUT)]


def score(name, *arguments):
    return call([sys.executable, SCORERS / name, *arguments]).decode()


def printed_scores(program, gold, errors=0):
    """What the scorer prints of gold rows of {id, text, dct, timexes}."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in gold), "utf-8")
        rows = [{"id": row["id"], "text": row["text"], "published": row["dct"]} for row in gold]
        (folder / "map.jsonl").write_bytes(map_rows(program, rows, ("article", "timexes")))
        (folder / "found.jsonl").write_text(score("to_codepoints.py", folder / "gold.jsonl", folder / "map.jsonl"), "utf-8")
        return score("score_timex.py", folder / "gold.jsonl", folder / "found.jsonl", "--errors", str(errors))


def f1_of(printed):
    """The F1 of each measure, in per cent."""
    found = re.findall(r"^(\S+) +P .* F1 +([\d.]+)", printed, re.MULTILINE)
    return {measure.replace("val+type", "value_and_type"): float(value) for measure, value in found}


def measure(program):
    """(metric, value) for the ratchet: the held-out part of each corpus. MEANTIME, whose other half is kept for the last evaluation, is
    measured whole too."""
    for corpus, part in [(corpus, HELD_OUT) for corpus in CORPORA] + [("meantime", ALL)]:
        prefix = "times." + ("" if corpus == "timebank" else f"{corpus}.") + ("all." if part == ALL else "")
        for name, value in f1_of(printed_scores(program, rows_of(corpus, part))).items():
            yield f"{prefix}{name}.f1", value


def parsed_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--parallax", default=REPOSITORY / "build" / "parallax", help="the program (default: build/parallax)")
    parser.add_argument("--part", choices=(DEVELOPMENT, HELD_OUT, ALL), default=DEVELOPMENT)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="also print N errors; of the development part only")
    parser.add_argument("corpora", nargs="*", metavar="CORPUS", help="timebank, aquaint, meantime (default: all)")
    given = parser.parse_args()
    if set(given.corpora) - set(CORPORA):
        parser.error(f"there is no corpus {' '.join(sorted(set(given.corpora) - set(CORPORA)))}")
    if given.errors and given.part != DEVELOPMENT:
        parser.error("errors are shown of the development part only: what is held out is never looked at")
    return given


def main():
    given = parsed_arguments()
    print("\t".join(("corpus", "part", *MEASURES)))
    for corpus in given.corpora or CORPORA:
        printed = printed_scores(given.parallax, rows_of(corpus, given.part), given.errors)
        scores = f1_of(printed)
        print("\t".join((corpus, given.part, *(f"{scores[name]:.2f}" for name in MEASURES))))
        if given.errors:
            print("\n".join(line for line in printed.splitlines() if "\t" in line))


if __name__ == "__main__":
    main()
