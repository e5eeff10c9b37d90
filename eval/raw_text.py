#!/usr/bin/env python3
"""Makes the raw text that CoNLL-U was annotated on: the `# text` lines joined by a space, a blank line at each `# newpar` and `# newdoc`.

usage: eval/raw_text.py FILE.conllu > FILE.txt
"""
import re
import sys

import conllu

TEXT = re.compile(r"text\s*=\s*(.*)")
BREAK = re.compile(r"new(par|doc)(\s|$)")


def raw_text(comments):
    out = []
    for lines in comments:
        texts = [match.group(1) for match in map(TEXT.match, lines) if match]
        if not texts:
            raise conllu.Broken("a sentence has no `# text` line")
        if out:
            out.append("\n\n" if any(map(BREAK.match, lines)) else " ")
        out.append(texts[0])
    return "".join(out) + "\n"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.write(raw_text(conllu.read(sys.argv[1]).comments))


if __name__ == "__main__":
    try:
        main()
    except conllu.Broken as broken:
        sys.exit(str(broken))
