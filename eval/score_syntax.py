#!/usr/bin/env python3
"""Scores CoNLL-U of the program against gold CoNLL-U of the same text, by the measures of the CoNLL 2018 shared task. Tokens and sentences
may differ; only the characters that are no white space must be the same.

usage: eval/score_syntax.py GOLD SYSTEM [--longer N] [--by-length] [--relations]

Prints a table: metric, precision, recall, F1 (per cent; precision counts words of the system, recall words of the gold), and accuracy over
the words that are aligned. The measures (universaldependencies.org/conll18/evaluation.html):

  Tokens, Sentences   spans over the characters that are no white space; a multi-word token is one token
  Words               syntactic words. Words with the same span are aligned. Where one side has multi-word tokens, the words inside their
                      joint span are aligned by the longest common subsequence of their forms, whatever their case
  UPOS XPOS UFeats    aligned words with this column right; of the features only the universal ones count
  Lemmas              the same; a gold lemma "_" is right with any
  UAS, LAS            aligned words whose heads are aligned with each other (or are both the root); LAS: and whose relation is the same
                      without its subtype
  AllTags             UPOS, XPOS and UFeats together

--longer N keeps the gold sentences of more than N words, and of the system what begins inside one of them.
"""
import argparse
import collections
import sys

import conllu

# Those that were universal in 2018.
UNIVERSAL_FEATURES = frozenset(
    "PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree VerbForm Mood Tense Aspect Voice Evident Polarity "
    "Person Polite".split())
BUCKETS = ((1, 10), (11, 20), (21, 30), (31, 40), (41, None))


# Which word of the system is which word of the gold.

def joint_spans(gold, system):
    """The spans that multi-word tokens cover; those of both sides that overlap are one."""
    spans = []
    for span in sorted({word.span for file in (gold, system) for word in file.words if word.is_part}):
        if spans and span[0] < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], span[1]))
        else:
            spans.append(span)
    return spans


def common_subsequence(ours, theirs):
    """Pairs of indices of the longest common subsequence."""
    best = [[0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in reversed(range(len(ours))):
        for j in reversed(range(len(theirs))):
            best[i][j] = best[i + 1][j + 1] + 1 if ours[i] == theirs[j] else max(best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(ours) and j < len(theirs):
        if ours[i] == theirs[j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1


def by_joint_span(words, spans):
    """The words inside each joint span, and the index of every other word by its span."""
    inside, alone, at = [[] for _ in spans], {}, 0
    for index, word in enumerate(words):
        while at < len(spans) and spans[at][1] <= word.span[0]:
            at += 1
        if at < len(spans) and spans[at][0] <= word.span[0] and word.span[1] <= spans[at][1]:
            inside[at].append(index)
        else:
            alone[word.span] = index
    return inside, alone


def aligned(gold, system):
    """For each word of the system the index of its gold word, or None."""
    spans = joint_spans(gold, system)
    (gold_inside, gold_alone), (system_inside, system_alone) = by_joint_span(gold.words, spans), by_joint_span(system.words, spans)
    found = [None] * len(system.words)
    for span, index in system_alone.items():
        found[index] = gold_alone.get(span)
    for ours, theirs in zip(gold_inside, system_inside):
        forms = [[file.words[index].columns[conllu.FORM].casefold() for index in indices] for file, indices in ((gold, ours), (system, theirs))]
        for i, j in common_subsequence(*forms):
            found[theirs[j]] = ours[i]
    return found


# What is counted.

class Score:
    def __init__(self, gold, system, right, pairs=None):
        self.gold, self.system, self.right, self.pairs = gold, system, right, pairs

    def cells(self):
        precision, recall = (100 * self.right / total if total else 0.0 for total in (self.system, self.gold))
        f1 = 200 * self.right / (self.gold + self.system) if self.gold + self.system else 0.0
        return [precision, recall, f1] + ([100 * self.right / self.pairs if self.pairs else 0.0] if self.pairs is not None else [])


def universal(feats):
    return sorted(pair for pair in feats.split("|") if pair.partition("=")[0] in UNIVERSAL_FEATURES)


def relation(word):
    return word.columns[conllu.DEPREL].partition(":")[0]


class Comparison:
    """Two files, and of them the part that is scored: gold sentences of `least` to `most` words, and of the system what begins in them."""

    def __init__(self, gold, system):
        if gold.characters != system.characters:
            raise conllu.Broken(first_difference(gold, system))
        self.gold, self.system = gold, system
        self.gold_of = aligned(gold, system)
        self.keep(1, None)

    def keep(self, least, most):
        def fits(length):
            return length >= least and (most is None or length <= most)
        kept = [fits(length) for length in self.gold.lengths]
        at_character = [span for span, keep in zip(self.gold.sentences, kept) if keep]
        self.gold_words = [i for i, word in enumerate(self.gold.words) if kept[word.sentence]]
        self.system_words = list(self._inside([word.span for word in self.system.words], at_character))
        self.pairs = [(self.gold_of[i], i) for i in self.system_words if self.gold_of[i] is not None and kept[self.gold.words[self.gold_of[i]].sentence]]
        self.spans = {name: tuple([spans[i] for i in self._inside(spans, at_character)] for spans in both) for name, both in (
            ("Tokens", (self.gold.tokens, self.system.tokens)), ("Sentences", (self.gold.sentences, self.system.sentences)))}

    @staticmethod
    def _inside(spans, around):
        """Indices of the ascending spans that begin inside one of the others."""
        at = 0
        for index, span in enumerate(spans):
            while at < len(around) and around[at][1] <= span[0]:
                at += 1
            if at < len(around) and around[at][0] <= span[0]:
                yield index

    def words_of(self, pair):
        return self.gold.words[pair[0]], self.system.words[pair[1]]

    def is_head_right(self, pair):
        gold, system = self.words_of(pair)
        return gold.head == system.head == -1 or (system.head >= 0 and gold.head >= 0 and self.gold_of[system.head] == gold.head)

    def score_of(self, is_right):
        right = sum(1 for pair in self.pairs if is_right(pair))
        return Score(len(self.gold_words), len(self.system_words), right, len(self.pairs))

    def scores(self):
        """Each metric with its score."""
        for name, (gold, system) in self.spans.items():
            yield name, Score(len(gold), len(system), len(set(gold) & set(system)))
        yield "Words", Score(len(self.gold_words), len(self.system_words), len(self.pairs))

        def is_same(column):
            return lambda pair: self.words_of(pair)[0].columns[column] == self.words_of(pair)[1].columns[column]

        def feats(pair):
            return len({tuple(universal(word.columns[conllu.FEATS])) for word in self.words_of(pair)}) == 1

        def tags(pair):
            return is_same(conllu.UPOS)(pair) and is_same(conllu.XPOS)(pair) and feats(pair)

        def lemma(pair):
            return self.words_of(pair)[0].columns[conllu.LEMMA] == "_" or is_same(conllu.LEMMA)(pair)

        def labelled(pair):
            return self.is_head_right(pair) and len({relation(word) for word in self.words_of(pair)}) == 1
        for name, is_right in (("UPOS", is_same(conllu.UPOS)), ("XPOS", is_same(conllu.XPOS)), ("UFeats", feats), ("AllTags", tags),
                               ("Lemmas", lemma), ("UAS", self.is_head_right), ("LAS", labelled)):
            yield name, self.score_of(is_right)

    def relations(self, label):
        """Each relation with its score, the most frequent first. `label` gives a word's relation."""
        gold = collections.Counter(label(self.gold.words[i]) for i in self.gold_words)
        system = collections.Counter(label(self.system.words[i]) for i in self.system_words)
        right = collections.Counter()
        for pair in self.pairs:
            ours, theirs = map(label, self.words_of(pair))
            right[ours] += ours == theirs and self.is_head_right(pair)
        for name in sorted(gold | system, key=lambda name: (-gold[name], name)):
            yield name, Score(gold[name], system[name], right[name])


def first_difference(gold, system):
    at = next((i for i, (ours, theirs) in enumerate(zip(gold.characters, system.characters)) if ours != theirs),
              min(len(gold.characters), len(system.characters)))
    return (f"the two files are not of the same text: from character {at} the gold has {gold.characters[at:at + 20]!r}, "
            f"the system {system.characters[at:at + 20]!r}")


# What is printed.

def row(*cells):
    print("\t".join(f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in cells))


def print_relations(comparison):
    for title, label in (("relation", relation), ("relation with subtype", lambda word: word.columns[conllu.DEPREL])):
        print()
        row(title, "precision", "recall", "F1", "gold", "system", "right")
        for name, score in comparison.relations(label):
            row(name, *score.cells(), score.gold, score.system, score.right)


def print_by_length(comparison):
    print()
    row("length", "sentences", "words", "Words", "UPOS", "Lemmas", "UAS", "LAS")
    for least, most in BUCKETS:
        comparison.keep(least, most)
        scores = dict(comparison.scores())
        row(f"{least}-{most or ''}", scores["Sentences"].gold, scores["Words"].gold,
            *(scores[name].cells()[2] for name in ("Words", "UPOS", "Lemmas", "UAS", "LAS")))


def parsed_arguments():
    parser = argparse.ArgumentParser(description="Scores CoNLL-U against gold CoNLL-U of the same text by the measures of CoNLL 2018.")
    parser.add_argument("gold", metavar="GOLD")
    parser.add_argument("system", metavar="SYSTEM")
    parser.add_argument("--longer", type=int, default=0, metavar="N", help="only gold sentences of more than N words")
    parser.add_argument("--by-length", action="store_true", help="also by the length of the gold sentence")
    parser.add_argument("--relations", action="store_true", help="also each relation, without and with its subtype")
    return parser.parse_args()


def main():
    given = parsed_arguments()
    comparison = Comparison(conllu.read(given.gold), conllu.read(given.system))
    comparison.keep(given.longer + 1, None)
    row("metric", "precision", "recall", "F1", "of aligned")
    for name, score in comparison.scores():
        row(name, *score.cells())
    if given.relations:
        print_relations(comparison)
    if given.by_length:
        print_by_length(comparison)


if __name__ == "__main__":
    try:
        main()
    except conllu.Broken as broken:
        sys.exit(str(broken))
