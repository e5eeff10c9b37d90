"""What the program is measured on, and the arguments that the scripts of this folder share."""
import argparse
import sys

import attribution_sentences
import corpora
import example
from program import REPOSITORY, SHARED

PARTS = ("example", "corpora")
WITHOUT_CORPORA = ("example.", "attribution_sentences.", "attribution_development.")


def measured(program, parts, types=example.FIRST_VERSION):
    """All metrics of the parts. `corpora` needs ../shared and gives nothing without it."""
    found = {}
    if "example" in parts:
        found |= example.measure(program, types, lambda line: print(line, file=sys.stderr))
        found |= attribution_sentences.measure(program)
        found |= attribution_sentences.measure(program, folder=attribution_sentences.DEVELOPMENT)
    if "corpora" in parts and SHARED.is_dir():
        found |= corpora.measure(program)
    return found


def part_of(metric):
    return "example" if metric.startswith(WITHOUT_CORPORA) else "corpora"


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--parallax", default=REPOSITORY / "build" / "parallax", help="the program (default: build/parallax)")
    parser.add_argument("--types", default=",".join(example.FIRST_VERSION), help="types of questions that the example pile is held to")
    parser.add_argument("parts", nargs="*", metavar="PART", help="example, corpora (default: both)")
    return parser


def parsed(parser):
    given = parser.parse_args()
    given.parts = given.parts or list(PARTS)
    given.types = given.types.split(",")
    if set(given.parts) - set(PARTS):
        parser.error(f"there is no part {' '.join(set(given.parts) - set(PARTS))}")
    return given
