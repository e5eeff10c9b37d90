#!/usr/bin/env python3
"""Checks eval/score_syntax.py and eval/raw_text.py against small files whose figures are worked out by hand. Sentences are made up.

In the files below a line is `id form lemma upos feats head deprel`; xpos is the upos in lower case.
"""
import pathlib
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent

# Two sentences of 4 and 3 words; "can't" is one token of two words: 6 tokens.
GOLD = """
# newdoc id = a
# text = Ana can't swim.
1 Ana Ana PROPN Number=Sing 4 nsubj
2-3 can't _ _ _ _ _
2 ca can AUX VerbForm=Fin 4 aux
3 n't not PART Polarity=Neg 4 advmod
4 swim swim VERB VerbForm=Inf 0 root
5 . . PUNCT _ 4 punct

# newpar
# text = Rain fell.
1 Rain rain NOUN Number=Sing 2 nsubj
2 fell fall VERB Tense=Past 0 root
3 . . PUNCT _ 2 punct
"""

# The same tokens and sentences. Wrong: upos and feats of "Ana" (NOUN, Plur), lemma of "fell", head of the first ".", relation of "n't" (neg).
# Right in spite of what differs: "Rain" is nsubj:pass (a subtype), "fell" has the feature Foo=Bar (which is not universal).
TAGS = """
1 Ana Ana NOUN Number=Plur 4 nsubj
2-3 can't _ _ _ _ _
2 ca can AUX VerbForm=Fin 4 aux
3 n't not PART Polarity=Neg 4 neg
4 swim swim VERB VerbForm=Inf 0 root
5 . . PUNCT _ 1 punct

1 Rain rain NOUN Number=Sing 2 nsubj:pass
2 fell fell VERB Foo=Bar|Tense=Past 0 root
3 . . PUNCT _ 2 punct
"""

# One sentence instead of two; "can't" is three words of which "CA" and "n't" are found in the gold's two by their forms, whatever the case;
# "swim." is one word, which no gold word is.
SPLIT = """
1 Ana Ana PROPN Number=Sing 5 nsubj
2-4 can't _ _ _ _ _
2 CA can AUX VerbForm=Fin 5 aux
3 ' ' PUNCT _ 5 punct
4 n't not PART Polarity=Neg 5 advmod
5 swim. swim. VERB VerbForm=Inf 7 ccomp
6 Rain rain NOUN Number=Sing 7 nsubj
7 fell fall VERB Tense=Past 0 root
8 . . PUNCT _ 7 punct
"""

# The system does not know that "can't" is one token: "can" and "'t" lie inside the gold's token, and neither has a gold form.
# A gold lemma "_" is right with any.
PLAIN_GOLD = """
1-2 can't _ _ _ _ _
1 ca can AUX _ 3 aux
2 n't not PART _ 3 advmod
3 swim _ VERB _ 0 root
"""
PLAIN = """
1 can can AUX _ 3 aux
2 't not PART _ 3 advmod
3 swim swimming VERB _ 0 root
"""


def write(path, text):
    """Spreads the short lines over ten columns."""
    lines = []
    for line in text.strip("\n").split("\n"):
        if line and not line.startswith("#"):
            number, form, lemma, upos, feats, head, deprel = line.split(" ")
            line = "\t".join((number, form, lemma, upos, upos.lower(), feats, head, deprel, "_", "_"))
        lines.append(line)
    path.write_text("\n".join(lines) + "\n\n", "utf-8")
    return path


def run(script, *arguments):
    done = subprocess.run([sys.executable, REPOSITORY / "eval" / script, *arguments], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def table(text):
    return {cells[0]: cells[1:] for cells in (line.split("\t") for line in text.splitlines()) if len(cells) > 1}


class Checks:
    def __init__(self, folder):
        self.folder = folder
        self.count = 0
        self.wrong = 0

    def same(self, what, found, wanted):
        self.count += 1
        if found != wanted:
            self.wrong += 1
            print(f"{what}: {found!r}, by hand {wanted!r}")

    def scores(self, what, gold, system, wanted, *options):
        code, out, err = run("score_syntax.py", write(self.folder / "gold", gold), write(self.folder / "system", system), *options)
        self.same(f"{what}: exit code {err}", code, 0)
        found = table(out)
        for name, cells in wanted.items():
            self.same(f"{what}: {name}", " ".join(found.get(name, [])), cells)

    def refused(self, what, gold, system, words):
        code, _, err = run("score_syntax.py", write(self.folder / "gold", gold), write(self.folder / "system", system))
        self.same(f"{what}: exit code", code, 1)
        self.same(f"{what}: {err!r} has {words!r} in one line", (words in err, err.count("\n")), (True, 1))


def check_same_words(checks):
    checks.scores("itself", GOLD, GOLD, {name: "100.00 100.00 100.00 100.00" for name in ("UPOS", "UFeats", "Lemmas", "UAS", "LAS")})
    # 8 words, all aligned: 7 of 8 upos, xpos, feats, lemmas and heads right, 6 of 8 with the relation, too.
    seven, six = "87.50 87.50 87.50 87.50", "75.00 75.00 75.00 75.00"
    checks.scores("tags", GOLD, TAGS, {
        "Tokens": "100.00 100.00 100.00", "Sentences": "100.00 100.00 100.00", "Words": "100.00 100.00 100.00",
        "UPOS": seven, "XPOS": seven, "UFeats": seven, "AllTags": seven, "Lemmas": seven, "UAS": seven, "LAS": six})


def check_relations(checks):
    # nsubj without subtypes: both found. advmod: one in the gold, none in the system. punct: 2, 2, one head right.
    # "nsubj" stands in both tables; the later one is the table with subtypes: gold 2, system 1, right 1: P 1/1, R 1/2, F1 2/3.
    checks.scores("relations", GOLD, TAGS, {
        "advmod": "0.00 0.00 0.00 1 0 0", "neg": "0.00 0.00 0.00 0 1 0", "punct": "50.00 50.00 50.00 2 2 1",
        "nsubj": "100.00 50.00 66.67 2 1 1", "nsubj:pass": "0.00 0.00 0.00 0 1 0"}, "--relations")
    _, out, _ = run("score_syntax.py", checks.folder / "gold", checks.folder / "system", "--relations")
    checks.same("without subtype", "nsubj\t100.00\t100.00\t100.00\t2\t2\t2" in out, True)


def check_other_words(checks):
    # Tokens: gold Ana can't swim . Rain fell . (7), system Ana can't swim. Rain fell . (6); the same are Ana can't Rain fell . (5).
    # Sentences: 2 against 1, none the same. Words: 8 against 8; aligned are Ana, ca, n't, Rain, fell, "." (6).
    # Heads: Ana, ca and n't hang on "swim.", which is aligned with nothing; Rain, fell, "." are right (3). All tags and lemmas of the 6 are right.
    six, three = "75.00 75.00 75.00 100.00", "37.50 37.50 37.50 50.00"
    checks.scores("other words", GOLD, SPLIT, {
        "Tokens": "83.33 71.43 76.92", "Sentences": "0.00 0.00 0.00", "Words": "75.00 75.00 75.00", "UPOS": six, "UFeats": six, "Lemmas": six,
        "UAS": three, "LAS": three})
    # Only swim is aligned: 1 of 3 words; its lemma counts as right.
    one = "33.33 33.33 33.33 100.00"
    checks.scores("plain words in a token", PLAIN_GOLD, PLAIN, {"Tokens": "33.33 50.00 40.00", "Words": "33.33 33.33 33.33", "Lemmas": one, "LAS": one})


def check_lengths(checks):
    # The first sentence alone: 5 words, of which upos 4, heads 4, with relation 3 are right; the second: 3 words, all right but a lemma.
    checks.scores("longer", GOLD, TAGS, {
        "Tokens": "100.00 100.00 100.00", "UPOS": "80.00 80.00 80.00 80.00", "Lemmas": "100.00 100.00 100.00 100.00",
        "UAS": "80.00 80.00 80.00 80.00", "LAS": "60.00 60.00 60.00 60.00"}, "--longer", "3")
    # Of the system that knows one sentence only: Ana ca ' n't swim. begin in the first gold sentence, 3 of 5 are aligned.
    checks.scores("longer, other words", GOLD, SPLIT, {"Words": "60.00 60.00 60.00", "UAS": "0.00 0.00 0.00 0.00"}, "--longer", "3")
    checks.scores("by length", GOLD, TAGS, {
        "1-10": "2 8 100.00 87.50 87.50 87.50 75.00", "11-20": "0 0 0.00 0.00 0.00 0.00 0.00"}, "--by-length")


def check_refusals(checks):
    checks.refused("another text", GOLD, GOLD.replace("Rain", "Snow"), "from character 13 the gold has 'Rainfell.'")
    checks.refused("a head outside", GOLD, GOLD.replace("_ 2 punct", "_ 9 punct"), "line 15: a head outside of its sentence")
    checks.refused("a wrong number", GOLD, GOLD.replace("2 fell", "7 fell"), "line 13: word 7 where 2 should be")
    checks.refused("no head", GOLD, GOLD.replace("Number=Sing 2", "Number=Sing _"), "line 12: the head _ is no number")


def check_raw_text(checks):
    path = write(checks.folder / "gold", GOLD)
    checks.same("raw text", run("raw_text.py", path)[:2], (0, "Ana can't swim.\n\nRain fell.\n"))
    write(path, GOLD.replace("# newpar\n", "# newparty\n"))
    checks.same("raw text in one paragraph", run("raw_text.py", path)[:2], (0, "Ana can't swim. Rain fell.\n"))
    write(path, GOLD.replace("# text = Rain fell.\n", ""))
    checks.same("no text line", run("raw_text.py", path)[0], 1)


def main():
    with tempfile.TemporaryDirectory() as folder:
        checks = Checks(pathlib.Path(folder))
        for check in (check_same_words, check_relations, check_other_words, check_lengths, check_refusals, check_raw_text):
            check(checks)
    print(f"{checks.count} figures, {checks.wrong} wrong")
    return 1 if checks.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
