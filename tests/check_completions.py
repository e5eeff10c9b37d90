#!/usr/bin/env python3
"""Checks what is made of the option table against what `--help` says: the manual page and the completions, asked as a shell asks them.

usage: check_completions.py --parallax PROGRAM

A shell that is not installed is passed over with a word; bash is always asked.
"""
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

SECONDS = 60
FILES = ("one.plx", "two words.plx", "note.txt", "page.html", "folder/inner.txt")
# What stands on the line, and what is offered at its end: exactly these, or (with a leading "...") these among others.
EXPECTED = {
    "parallax disputes --type ": ["figure", "date", "perpetrator", "name", "characterisation", "denial", "motive"],
    "parallax --data folder disputes --type f": ["figure"],
    "parallax export one.plx --format ": ["csv", "jsonl", "json"],
    "parallax completion ": ["bash", "zsh", "fish"],
    "parallax show one.plx --layer att": ["attributions"],
    "parallax set one.plx note.txt ti": ["title="],
    "parallax disputes ": ["...", "one.plx", "two words.plx", "folder/"],
    "parallax add one.plx ": ["...", "note.txt", "page.html", "folder/"],
    "parallax add one.plx note.txt p": ["page.html"],
    "parallax --data ": ["folder/"],
    "parallax map --layers figures,att": ["attributions"],
    "parallax search --limit ": [],
    "parallax disputes --type=n": ["name"],
}
BEFORE = re.compile(r"^(--[\w-]+=|.*,)")


def output_of(*command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=SECONDS, **more).stdout


def commands_of(program):
    listed = output_of(program, "--help").split("Commands:\n")[1].split("\n\n")[0]
    return re.findall(r"^  (\w+)", listed, re.MULTILINE)


def options_of(program, *command):
    rows = re.findall(r"^  ((?:-\w, )?--[\w-]+)", output_of(program, *command, "--help"), re.MULTILINE)
    return {name for row in rows for name in row.split(", ")}


def answers_of(text, folder):
    """One set for each END, alike for all shells: a folder with its slash; without a description, a backslash and what stood before."""
    rows = [[BEFORE.sub("", row.split("\t")[0].replace("\\ ", " ")) for row in answer.split("\n") if row] for answer in text.split("END\n")[:-1]]
    return [{row.rstrip("/") + "/" if (folder / row).is_dir() else row for row in answer} for answer in rows]


def ask_bash(script, lines, folder):
    """The words are parted as readline parts them, at `=` too."""
    asked = [f"source '{script}'", "ask() { COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _parallax;"
             " printf '%s\\n' \"${COMPREPLY[@]}\" END; }"]
    for line in lines:
        words = line.replace("=", " = ").split(" ")
        asked.append("ask " + " ".join(f"'{word}'" for word in words))
    return answers_of(output_of("bash", "-c", "\n".join(asked), cwd=folder), folder)


def ask_fish(script, lines, folder):
    asked = [f"source '{script}'"] + [f"complete -C '{line}'; echo END" for line in lines]
    return answers_of(output_of("fish", "--no-config", "-c", "\n".join(asked), cwd=folder, env=os.environ | {"HOME": str(folder)}), folder)


ZSH = r"""
PROMPT= RPROMPT= ZDOTDIR=.
autoload -Uz compinit && compinit -u -D
source 'SCRIPT'
compadd() {
  local -a hits
  if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
    builtin compadd -A hits "$@"
    [[ ${@[1,(i)(-|--)]} == *-S\ =* ]] && hits=(${^hits}=)
    print -rl -- $hits >> $PWD/hits
  fi
  builtin compadd "$@"
}
answer() { print -r -- END >> $PWD/hits; zle -R; }
zle -N answer
bindkey '^X^E' answer
print READY >> hits
"""


def ask_zsh(script, lines, folder):
    """zsh completes on a terminal only: it is given one, and what its completions add goes to a file."""
    (folder / "setup").write_text(ZSH.replace("SCRIPT", str(script)))
    hits = folder / "hits"
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execvpe("zsh", ["zsh", "-f", "-i"], os.environ | {"TERM": "dumb", "HOME": str(folder)})

    def wait_for(mark, count):
        end = time.monotonic() + SECONDS
        while not hits.exists() or hits.read_text().count(mark) < count:
            if time.monotonic() > end:
                raise TimeoutError(f"zsh gives no answer: {lines[max(count - 1, 0)]}")
            if select.select([terminal], [], [], 0.01)[0]:
                os.read(terminal, 65536)

    try:
        os.write(terminal, b"source ./setup\n")
        wait_for("READY\n", 1)
        for number, line in enumerate(lines, 1):
            os.write(terminal, line.encode() + b"\t\x18\x05")
            wait_for("END\n", number)
            os.write(terminal, b"\x15")
    finally:
        os.close(terminal)
        os.waitpid(child, 0)
    return answers_of(hits.read_text().removeprefix("READY\n"), folder)


ASK = {"bash": ask_bash, "zsh": ask_zsh, "fish": ask_fish}


def wrong_with_shell(shell, program, folder):
    script = folder / f"completion.{shell}"
    script.write_text(output_of(program, "completion", shell))
    broken = subprocess.run([shell, "-n", str(script)], capture_output=True, text=True, check=False).stderr
    if broken:
        return [f"{shell} -n: {broken}"]
    commands = commands_of(program)
    expected = {"parallax ": commands, "parallax -": options_of(program)}
    expected |= {f"parallax {command} -": options_of(program, command) for command in commands} | EXPECTED
    wrong = []
    for (line, names), found in zip(expected.items(), ASK[shell](script, list(expected), folder), strict=True):
        some = "..." in names
        names = set(names) - {"..."}
        if names - found or (found - names and not some):
            wrong.append(f"{shell}: at `{line}` is offered {sorted(found)}, expected {sorted(names)}")
        if line == "parallax disputes " and shell != "fish" and "note.txt" in found:
            wrong.append(f"{shell}: a file that is no project is offered as PROJECT")
    return wrong


def wrong_with_manual(program, folder):
    page = folder / "parallax.1"
    page.write_text(output_of(program, "manual"))
    text = page.read_text().replace("\\-", "-")
    wrong = [f"manual: no section {title}" for title in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "EXIT STATUS", "FILES",
                                                         "ENVIRONMENT", "SEE ALSO") if f"\n.SH {title}\n" not in text]
    common = set(re.findall(r"\\fB(--?[\w-]+)\\fR", text.split("\n.SH OPTIONS\n")[1].split("\n.SH ")[0]))
    parts = dict(re.findall(r"\n\.SS (\w+)\n(.*?)(?=\n\.S[SH] )", text, re.DOTALL))
    if missing := options_of(program) - common:
        wrong.append(f"manual: nothing of {sorted(missing)}")
    for command in commands_of(program):
        found = set(re.findall(r"\\fB(--?[\w-]+)\\fR", parts.get(command, "")))
        if command not in parts or options_of(program, command) - common - found:
            wrong.append(f"manual: of {command} it lacks {sorted(options_of(program, command) - common - found) or 'all'}")
        if "Examples:" not in parts.get(command, ""):
            wrong.append(f"manual: no example of {command}")
    for checker in (["groff", "-man", "-Tutf8", "-ww", "-z"], ["mandoc", "-Tlint", "-Wall"]):
        if not shutil.which(checker[0]):
            print(f"passed over: {checker[0]} is not installed")
            continue
        done = subprocess.run([*checker, str(page)], capture_output=True, text=True, check=False)
        wrong += [f"{checker[0]}: {line}" for line in (done.stdout + done.stderr).splitlines()]
    return wrong


def why_not_asked(shell):
    if not shutil.which(shell):
        return f"{shell} is not installed"
    if shell == "zsh":
        try:
            for end in pty.openpty():
                os.close(end)
        except OSError:
            return "zsh would need a terminal, and this system gives none (is /dev/pts there?)"
    return None


def main():
    if len(sys.argv) != 3 or sys.argv[1] != "--parallax":
        sys.exit(__doc__)
    program = str(pathlib.Path(sys.argv[2]).resolve())
    with tempfile.TemporaryDirectory(prefix="parallax-completions.") as name:
        wrong = wrong_with_manual(program, pathlib.Path(name))
    for shell in ASK:
        if reason := why_not_asked(shell):
            print(f"passed over: {reason}")
            continue
        with tempfile.TemporaryDirectory(prefix="parallax-completions.") as name:
            folder = pathlib.Path(name) / "here"
            for file in FILES:
                (folder / file).parent.mkdir(parents=True, exist_ok=True)
                (folder / file).touch()
            wrong += wrong_with_shell(shell, program, folder)
    for problem in wrong:
        print(problem)
    print(f"{len(wrong)} problems")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
