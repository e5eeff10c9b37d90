#!/usr/bin/env python3
"""Counts the texts of tests/attribution_sentences in which the program finds every attribution that a careful reader marks, whole, and no other.

usage: eval/attribution_sentences.py [--parallax PROGRAM] [--list] [--folder tests/attribution_development]

--list prints the texts that are not right to standard error, with what is missing (-) and what was found instead (+).

A found attribution is the expected one when
  cue      they share a token
  source   is the same without spaces and punctuation around it, the article in front and the 's behind
  content  is the same without spaces, quotation marks, commas and full stops around each piece and `that` in front; pieces with only
           spaces and punctuation between them are one
  parent   is the attribution that was found for the expected parent
"""
import argparse
import json
import pathlib
import re
import sys

from program import REPOSITORY, Failed, map_rows

CASES = REPOSITORY / "tests" / "attribution_sentences"
DEVELOPMENT = REPOSITORY / "tests" / "attribution_development"
FIELD = re.compile(r'\s*(source|cue|content|parent)=(\d+|"(?:[^"\\]|\\.)*"(?: \| "(?:[^"\\]|\\.)*")*)')
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
ARTICLE = re.compile(r"(?:the|an|a)\s+", re.IGNORECASE)
THAT = re.compile(r"that\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s?$")
MARKS_OF_CONTENT = " \t\n\"'“”„‟«»‹›‘’‚`,."


class Broken(Exception):
    """A case file that cannot be read."""


# The case files.

def cases_of(path):
    """(name, text, expected lines) of a file; tests/case_file.h says how it is written."""
    cases, part = [], None
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("==== "):
            part = []
            cases.append((line[len("==== "):], part, []))
        elif cases and line == "----":
            part = cases[-1][2]
        elif cases:
            part.append(line)
    for name, text, expected in cases:
        yield name, "\n".join(text), [line for line in expected if line]


def fields_of(line):
    """{field: its strings, or the number of `parent`} of an expected line."""
    fields, at = {}, 0
    while at < len(line):
        match = FIELD.match(line, at)
        if not match:
            raise Broken(f"cannot read: {line}")
        name, value = match.groups()
        fields[name] = int(value) if value.isdigit() else [re.sub(r"\\(.)", r"\1", piece) for piece in STRING.findall(value)]
        at = match.end()
    return fields


def places(text, words, begin, end):
    """Where `words` stand in a range of the text, not as a part of longer words."""
    found = []
    for match in re.finditer(re.escape(words), text[:end]):
        before, after = text[:match.start()][-1:], text[match.end():][:1]
        is_part = (words[0].isalnum() and before.isalnum()) or (words[-1].isalnum() and after.isalnum())
        if match.start() >= begin and not is_part:
            found.append(match.span())
    if not found:
        raise Broken(f"not in the text: {words}")
    return found


def gap(one, other):
    return max(0, one[0] - other[1], other[0] - one[1])


def expected_of(text, lines):
    """Expected attributions with spans: content inside its parent's, the cue next to the content, the source next to the cue."""
    attributions = []
    for line in lines:
        fields = fields_of(line)
        parent = attributions[fields["parent"] - 1] if "parent" in fields else None
        begin, end = (parent["content"][0][0], parent["content"][-1][1]) if parent else (0, len(text))
        content = []
        for piece in fields["content"]:
            content.append(places(text, piece, content[-1][1] if content else begin, end)[0])
        cues = [span for span in places(text, fields["cue"][0], begin, end) if not any(b <= span[0] < e for b, e in content)]
        cue = min(cues, key=lambda span: min(gap(span, piece) for piece in content))
        source = [min(places(text, words, begin, end), key=lambda span: gap(span, cue)) for words in fields.get("source", [])]
        attributions.append({"source": source, "cue": [cue], "content": content, "parent": fields["parent"] - 1 if parent else None})
    return attributions


# What the program finds.

def code_points(text):
    """The code point that begins at each UTF-8 byte."""
    at, byte = {}, 0
    for index, character in enumerate(text):
        at[byte] = index
        byte += len(character.encode())
    at[byte] = len(text)
    return at


def found_of(text, row):
    if row["article"]["text"] != text:
        raise Broken(f"{row['id']}: the program changed the text")
    at = code_points(text)
    rows = row["attributions"]
    index = {one["id"]: number for number, one in enumerate(rows)}
    return [{field: [(at[b], at[e]) for b, e in one[field]] for field in ("source", "cue", "content")}
            | {"parent": index.get(one["parent"])} for one in rows]


# When they are the same.

def trimmed(text, span, is_outer):
    begin, end = span
    while begin < end and is_outer(text[begin]):
        begin += 1
    while begin < end and is_outer(text[end - 1]):
        end -= 1
    return begin, end


def joined(text, spans):
    """Spans with nothing but spaces and punctuation between them are one."""
    out = []
    for begin, end in sorted(spans):
        if out and not any(map(str.isalnum, text[out[-1][1]:begin])):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((begin, end))
    return out


def is_punctuation(character):
    return not character.isalnum()


def without_lead(pattern, text, span):
    match = pattern.match(text, *span)
    return (match.end(), span[1]) if match else span


def source_key(text, spans):
    key = []
    for span in joined(text, spans):
        begin, end = trimmed(text, span, is_punctuation)
        end -= len((POSSESSIVE.search(text[begin:end]) or [""])[0])
        key.append(without_lead(ARTICLE, text, (begin, end)))
    return key


def content_key(text, spans):
    def plain(span):
        return trimmed(text, span, lambda character: character in MARKS_OF_CONTENT)
    return [key for key in (plain(without_lead(THAT, text, plain(span))) for span in joined(text, spans)) if key[0] < key[1]]


def places_of(text, spans):
    return {place for begin, end in spans for place in range(begin, end) if not text[place].isspace()}


def is_same(text, one, other):
    return (bool(places_of(text, one["cue"]) & places_of(text, other["cue"]))
            and source_key(text, one["source"]) == source_key(text, other["source"])
            and content_key(text, one["content"]) == content_key(text, other["content"]))


def partners(text, expected, found):
    """For each expected attribution the number of the found one that is the same, or None."""
    chosen = []
    for one in expected:
        free = (number for number, other in enumerate(found) if number not in chosen and is_same(text, one, other))
        chosen.append(next(free, None))
    return chosen


def wrong(text, expected, found):
    """The attributions that are expected and missing, and those that are found and not expected. A wrong parent makes both."""
    chosen = partners(text, expected, found)

    def has_parent(number):
        parent = expected[number]["parent"]
        return found[chosen[number]]["parent"] == (None if parent is None else chosen[parent])

    right = {number for number, partner in enumerate(chosen) if partner is not None and has_parent(number)}
    used = {chosen[number] for number in right}
    return [one for number, one in enumerate(expected) if number not in right], [one for number, one in enumerate(found) if number not in used]


def shown(text, one, all_of_them):
    pieces = [f"{field}={' | '.join(json.dumps(text[b:e], ensure_ascii=False) for b, e in one[field])}" for field in ("source", "cue", "content") if one[field]]
    if one["parent"] is not None:
        parent = all_of_them[one["parent"]]
        pieces.append(f"parent={' '.join(text[b:e] for b, e in parent['cue']) or '(no cue)'}")
    return "  ".join(pieces)


def measure(program, report=lambda line: None, folder=CASES):
    """{metric: value}. `report` gets the lines that say what is not right."""
    cases = {f"{path.stem}: {name}": (text, lines) for path in sorted(folder.glob("*.case")) for name, text, lines in cases_of(path)}
    rows = [{"id": ident, "text": text} for ident, (text, _) in cases.items()]
    right = 0
    for line in map_rows(program, rows, ("article", "attributions")).splitlines():
        row = json.loads(line)
        text, lines = cases[row["id"]]
        expected, found = expected_of(text, lines), found_of(text, row)
        missing, extra = wrong(text, expected, found)
        if not missing and not extra:
            right += 1
            continue
        report(f"{row['id']}\n    {text}".replace("\n", "\n    "))
        for one in missing:
            report(f"  - {shown(text, one, expected)}")
        for one in extra:
            report(f"  + {shown(text, one, found)}")
    return {f"{folder.name}.right": round(right / len(cases), 3)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--parallax", type=pathlib.Path, default=REPOSITORY / "build" / "parallax", help="the program (default: build/parallax)")
    parser.add_argument("--list", action="store_true", help="print the texts that are not right, and what was found")
    parser.add_argument("--folder", type=pathlib.Path, default=CASES, help="where the texts are (default: the held-out ones)")
    given = parser.parse_args()
    report = (lambda line: print(line, file=sys.stderr)) if given.list else (lambda line: None)
    for name, value in measure(given.parallax, report, given.folder).items():
        print(f"{name}\t{value:g}")


if __name__ == "__main__":
    try:
        main()
    except (Broken, Failed, OSError) as failed:
        sys.exit(str(failed))
