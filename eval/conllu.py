"""CoNLL-U as the scripts of this folder need it: sentences of syntactic words, each with its span over the characters that are no white space."""
import dataclasses

COLUMNS = 10
FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC = range(1, COLUMNS)


class Broken(Exception):
    """A file that is no CoNLL-U: one sentence that names the line."""


@dataclasses.dataclass
class Word:
    """A syntactic word. One of several in a multi-word token has the whole token's span, and `is_part`."""
    columns: list
    span: tuple
    sentence: int
    is_part: bool = False
    head: int = -1  # index in File.words; -1: the root


@dataclasses.dataclass
class File:
    characters: str = ""  # the forms of all tokens, without white space
    words: list = dataclasses.field(default_factory=list)
    tokens: list = dataclasses.field(default_factory=list)  # spans; a multi-word token is one
    sentences: list = dataclasses.field(default_factory=list)  # spans
    comments: list = dataclasses.field(default_factory=list)  # a list for each sentence, without "# "
    lengths: list = dataclasses.field(default_factory=list)  # in words


class _Reader:
    def __init__(self):
        self.file = File()
        self.characters = []
        self.size = 0
        self.open()

    def open(self):
        self.comments, self.first_word, self.first_character, self.part_until, self.part_span = [], len(self.file.words), self.size, 0, None

    def take(self, form):
        """The span of one more token."""
        visible = "".join(form.split())
        if not visible:
            raise Broken("a form without a character")
        self.characters.append(visible)
        self.size += len(visible)
        self.file.tokens.append((self.size - len(visible), self.size))
        return self.file.tokens[-1]

    def add(self, line):
        if not line:
            self.close()
        elif line.startswith("#"):
            self.comments.append(line[1:].strip())
        else:
            self.add_columns(line.split("\t"))

    def add_columns(self, columns):
        if len(columns) != COLUMNS:
            raise Broken(f"{len(columns)} columns instead of {COLUMNS}")
        number = len(self.file.words) - self.first_word + 1
        begin, dash, end = columns[0].partition("-")
        if dash:
            if begin != str(number) or not end.isdecimal() or int(end) < number or number <= self.part_until:
                raise Broken(f"the range {columns[0]} does not begin at the next word")
            self.part_until, self.part_span = int(end), self.take(columns[FORM])
        elif "." not in begin:  # an empty node is no word
            self.add_word(number, columns)

    def add_word(self, number, columns):
        if columns[0] != str(number):
            raise Broken(f"word {columns[0]} where {number} should be")
        if not columns[HEAD].isdecimal():
            raise Broken(f"the head {columns[HEAD]} is no number")
        is_part = number <= self.part_until
        span = self.part_span if is_part else self.take(columns[FORM])
        head = int(columns[HEAD])
        self.file.words.append(Word(columns, span, len(self.file.sentences), is_part, self.first_word + head - 1 if head else -1))

    def close(self):
        count = len(self.file.words) - self.first_word
        if count < self.part_until:
            raise Broken("a range that goes beyond its sentence")
        if any(word.head >= len(self.file.words) for word in self.file.words[self.first_word:]):
            raise Broken("a head outside of its sentence")
        if count:
            self.file.sentences.append((self.first_character, self.size))
            self.file.comments.append(self.comments)
            self.file.lengths.append(count)
            self.open()


def read(path):
    reader = _Reader()
    number = 0
    try:
        with open(path, encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                reader.add(line.rstrip("\r\n"))
        reader.close()
    except Broken as broken:
        raise Broken(f"{path}, line {number}: {broken}") from None
    except UnicodeDecodeError:
        raise Broken(f"{path} is not UTF-8") from None
    except OSError as error:
        raise Broken(f"{path} cannot be read: {error.strerror}") from None
    reader.file.characters = "".join(reader.characters)
    return reader.file
