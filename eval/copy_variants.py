"""Makes edited copies of articles, up to half of each edited, out of nothing but the article, other articles and a seed."""
import random
import re
import zlib

SYLLABLES = "ba den kor li mar nes or pel ra sun tov ul vy wen zal".split()
SHARES = (0.1, 0.2, 0.3, 0.4, 0.5)


def paragraphs(text):
    return [line for line in text.split("\n") if line.strip()]


def sentences(paragraph):
    return re.split(r"(?<=[.!?])\s+", paragraph)


def words_in(texts):
    return sum(len(text.split()) for text in texts)


def up_to(parts, words):
    """The first parts that together have so many words, at least one less than there are."""
    taken = 0
    while taken < len(parts) - 1 and words_in(parts[:taken + 1]) <= words:
        taken += 1
    return taken


def made_word(chance):
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 3)))


def foreign(chance, others, words):
    """Sentences of other articles, of so many words in all."""
    taken = []
    while words_in(taken) < words:
        pool = [one for paragraph in paragraphs(chance.choice(others)) for one in sentences(paragraph) if len(one.split()) > 5]
        taken += chance.sample(pool, min(len(pool), 2)) if pool else [" ".join(made_word(chance) for _ in range(12)) + "."]
    return taken


def cut(text, share, chance, others):
    parts = [one for paragraph in paragraphs(text) for one in (*sentences(paragraph), "\n")]
    kept = parts[:up_to(parts, (1 - share) * words_in(parts)) or 1]
    return " ".join(kept).replace(" \n ", "\n")


def new_lead(text, share, chance, others):
    parts = paragraphs(text)
    replaced = up_to(parts, share * words_in(parts))
    lead = foreign(chance, others, max(12, words_in(parts[:replaced])))
    return "\n".join([" ".join(made_word(chance).title() for _ in range(7)), " ".join(lead), *parts[replaced:]])


def dropped(text, share, chance, others):
    parts = paragraphs(text)
    order = chance.sample(range(len(parts)), len(parts))
    gone = set(order[:up_to([parts[i] for i in order], share * words_in(parts))])
    return "\n".join(part for i, part in enumerate(parts) if i not in gone)


def moved(text, share, chance, others):
    parts = paragraphs(text)
    for _ in range(max(1, int(share * len(parts)))):
        parts.insert(chance.randrange(len(parts)), parts.pop(chance.randrange(len(parts))))
    return "\n".join(parts)


def dateline(text, share, chance, others):
    return f"{made_word(chance).upper()}, {chance.randint(1, 28)} May ({made_word(chance).title()}) — {text}"


def inserted(text, share, chance, others):
    parts = [one for paragraph in paragraphs(text) for one in sentences(paragraph)]
    for one in foreign(chance, others, share * words_in(parts)):
        parts.insert(chance.randrange(len(parts) + 1), one)
    return "\n".join(parts)


def respelt(text, share, chance, others):
    """Names (words with a capital inside a sentence) in another spelling, each in the same one everywhere."""
    names = sorted(set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", text)))
    for name in names:
        at = chance.randrange(1, len(name))
        other = name[:at] + chance.choice("aeioukyz") + name[at + chance.randint(0, 1):]
        text = re.sub(rf"\b{name}\b", other, text)
    return text


def in_some_sentences(text, share, chance, change):
    """Each sentence is changed with the chance `share`."""
    return "\n".join(" ".join(change(one) if chance.random() < share else one for one in sentences(paragraph)) for paragraph in paragraphs(text))


def synonyms(text, share, chance, others):
    def change(sentence):
        return " ".join(made_word(chance) if len(word) > 4 and chance.random() < 0.5 else word for word in sentence.split(" "))
    return in_some_sentences(text, share, chance, change)


def noise(text, share, chance, others):
    def hurt(word):
        at = chance.randrange(len(word)) if word else 0
        return word[:at] + chance.choice("~�lI01 ") + word[at + 1:] if chance.random() < 0.2 else word
    return in_some_sentences(text, 2 * share, chance, lambda sentence: " ".join(map(hurt, sentence.split(" "))))


def two_at_once(text, share, chance, others):
    first, second = chance.sample([cut, new_lead, dropped, moved, inserted, respelt, synonyms], 2)
    return second(first(text, share / 2, chance, others), share / 2, chance, others)


EDITS = (cut, new_lead, dropped, moved, dateline, inserted, respelt, synonyms, noise, two_at_once)


def variants(ident, text, others):
    """(edit, share, text) of each edit, at a share of its own."""
    for edit in EDITS:
        chance = random.Random(zlib.crc32(f"{ident} {edit.__name__}".encode()))
        share = chance.choice(SHARES)
        yield edit.__name__, share, edit(text, share, chance, others)
