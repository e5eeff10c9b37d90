#!/usr/bin/env python3
"""Lays the program's verdicts beside those that a reader gave by hand for chains of numbers: mentions of one thing in several articles
(../shared/data/stories/number_chains.jsonl; the verdicts in number_chains.tsv).

Each mention is read in its own sentence, without a day of publication (the corpus has none), and all mentions of a chain are compared
with each other by parallax_cases. A chain is a conflict if two of its mentions are, not comparable if no two have a common measure,
else compatible.

usage: number_chains.py [--cases PROGRAM] [--list] [--at-least N]
With --list every chain with its values; ends with 1 where fewer than N are right.
"""
import argparse
import collections
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from program import REPOSITORY, SHARED

CHAINS = SHARED / "data" / "stories" / "number_chains.jsonl"
BY_HAND = REPOSITORY / "eval" / "number_chains.tsv"
CASES = REPOSITORY / "build" / "dev" / "tests" / "parallax_cases"

# The corpus parts marks from words; what people write is put back.
REJOIN = [(re.compile(pattern), by) for pattern, by in (
    (r"\b([ap]) \. m\b( \.)?", r"\1.m."),
    (r"(?<=\d) ([.:]) (?=\d)", r"\1"),
    (r"(?<=\d) , (?=\d{3}\b(?! ?\d))", ","),
    (r" - ", "-"),
    (r"\( ", "("),
    (r" ([.,;:!?)])", r"\1"),
    (r" (n't|'s|'re|'ve)\b", r"\1"),
    (r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec) ?\. ?(?=\d)", r"\1. "),
)]


def written(text):
    """The text as it would stand in an article."""
    for pattern, by in REJOIN:
        text = pattern.sub(by, text)
    return text.strip()


def marked(mention):
    """The mention's sentence with brackets around the mention."""
    sentence, text = mention["sent"], mention["text"]
    at = sentence.find(text)
    if at < 0:
        sys.exit(f"{mention['doc']}: the mention does not stand in its sentence")
    # brackets would part "p . m" from its full stop: control characters that no rule above looks at stand for them
    whole = written(sentence[:at] + "\x01" + text + "\x02" + sentence[at + len(text):])
    return whole.replace("[", "(").replace("]", ")").replace("\x01", "[").replace("\x02", "]")


def case_of(chain):
    """The chain as a case of values, without what is expected."""
    lines = [f"==== {chain['story']} {chain['chain']}"]
    for value in chain["values"]:
        for mention in value["mentions"]:
            lines += [f"@ {mention['doc']}", marked(mention)]
    return "\n".join(lines + ["----", ""])


def relations_of_chains(program, chains):
    """By chain: the lines that the program writes for its pairs."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "values" / "chains.case"
        path.parent.mkdir()
        path.write_text("\n".join(case_of(chain) for chain in chains))
        subprocess.run([program, "--update", path], check=False, stdout=subprocess.DEVNULL)
        found, name, expected = collections.defaultdict(list), None, False
        for line in path.read_text().splitlines():
            if line.startswith("==== "):
                name, expected = line[5:], False
            elif line == "----":
                expected = True
            elif expected and line.strip():
                found[name].append(line)
    return found


def verdict_of(lines):
    """The verdict on a chain from the relations of its pairs."""
    relations = {line.split(None, 1)[0] for line in lines}
    if "conflict" in relations:
        return "conflict"
    return "compatible" if relations & {"same", "compatible"} else "not_comparable"


def by_hand():
    """By chain: the verdict that was given."""
    rows = (line for line in BY_HAND.read_text().splitlines() if not line.startswith("#"))
    return {f"{row['story']} {row['chain']}": row["verdict"] for row in csv.DictReader(rows, delimiter="\t")}


def measure(program, listed):
    """(right, all) over the chains."""
    chains = [json.loads(line) for line in CHAINS.read_text().splitlines()]
    given = by_hand()
    found = relations_of_chains(program, chains)
    right = 0
    for name in (f"{chain['story']} {chain['chain']}" for chain in chains):
        verdict = verdict_of(found[name])
        right += verdict == given[name]
        if listed:
            print(f"{'right' if verdict == given[name] else 'WRONG'}  {name}  by hand {given[name]}, by program {verdict}")
            print("".join(f"    {line}\n" for line in dict.fromkeys(found[name])), end="")
    return right, len(chains)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=pathlib.Path, default=CASES, metavar="PROGRAM")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--at-least", type=int, default=0, metavar="N")
    given = parser.parse_args()
    if not CHAINS.is_file():
        print(f"skipped: {CHAINS} is not there")
        sys.exit(77)
    right, total = measure(given.cases, given.list)
    print(f"number chains: {right} of {total} verdicts right")
    sys.exit(right < given.at_least)


if __name__ == "__main__":
    main()
