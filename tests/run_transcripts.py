#!/usr/bin/env python3
"""Runs shell transcripts: what somebody types, and what the program answers.

usage: run_transcripts.py --parallax PROGRAM FILE.case|FOLDER|FILE.md...

A .case file holds cases; each runs in a fresh folder of its own, with `parallax` in PATH and EXAMPLES=<repository>/examples:
    ==== adding an empty folder says so      the name of the case
    $ mkdir empty && parallax add p.plx empty
                                             a command for bash; a backslash at the end carries it on to the next line
    ? 1                                      the exit code, where it is not 0
    > text                                   what stands on standard output, line by line; no such line: nothing stands there
    2> text                                  what stands on standard error; no such line: anything may
    > ...                                    any number of lines (also none); the same with `2> ...`
Other lines are comments.

Of a Markdown file, the ```console blocks run one after another in one folder in which `examples` is the repository's. Commands that
start with script/, apt or sudo are passed over. Every command must end with exit code 0; where the block shows lines under a command,
they are what a terminal shows (both streams), and a line `...` stands for any number of lines.
"""
import dataclasses
import os
import pathlib
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
PASSED_OVER = ("script/", "apt", "sudo", "git ")
SECONDS = 120


@dataclasses.dataclass
class Command:
    line: int
    text: str
    code: int = 0
    out: list | None = None  # None: nothing is said of it
    err: list | None = None
    merged: bool = False


@dataclasses.dataclass
class Case:
    name: str
    line: int
    commands: list = dataclasses.field(default_factory=list)


def cases_of_case_file(path):
    cases, carried = [], False
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if carried:
            command = cases[-1].commands[-1]
            command.text += "\n" + line
            carried = line.endswith("\\")
        elif line.startswith("==== "):
            cases.append(Case(line[5:], number))
        elif line.startswith("$ "):
            cases[-1].commands.append(Command(number, line[2:], out=[]))
            carried = line.endswith("\\")
        elif line.startswith("? "):
            cases[-1].commands[-1].code = int(line[2:])
        elif line == ">" or line.startswith("> "):
            cases[-1].commands[-1].out.append(line[2:])
        elif line == "2>" or line.startswith("2> "):
            command = cases[-1].commands[-1]
            command.err = (command.err or []) + [line[3:]]
    return cases


def cases_of_markdown(path):
    case, inside, shown, carried = Case("its console blocks", 1), False, None, False
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if line.startswith("```"):
            inside = line.strip() == "```console"
            shown = None
        elif not inside:
            continue
        elif carried:
            shown.text += "\n" + line
            carried = line.endswith("\\")
        elif line.startswith("$ "):
            shown = Command(number, line[2:], merged=True)
            carried = line.endswith("\\")
            if not shown.text.startswith(PASSED_OVER):
                case.commands.append(shown)
        elif shown:
            shown.out = (shown.out or []) + [line]
    return [case]


def matches(expected, found):
    """Whether the lines are the expected ones; `...` stands for any number of lines. Linear memory, no backtracking."""
    ends = {0}  # how many expected lines the lines so far may have used up
    for line in found:
        ends = skip_dots(expected, ends)
        ends = {e if expected[e] == "..." else e + 1 for e in ends
                if e < len(expected) and expected[e] in ("...", line)}
    return len(expected) in skip_dots(expected, ends)


def skip_dots(expected, ends):
    ends = set(ends)
    for e in range(len(expected)):
        if e in ends and expected[e] == "...":
            ends.add(e + 1)
    return ends


def lines_of(output):
    text = output.decode("utf-8", "replace")
    return text[:-1].split("\n") if text.endswith("\n") else text.split("\n") if text else []


def environment(program, folder):
    kept = {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
    return kept | {"PATH": f"{folder / '.bin'}:{os.environ['PATH']}", "HOME": str(folder), "TMPDIR": str(folder),
                   "EXAMPLES": str(REPOSITORY / "examples"), "LC_ALL": "C.UTF-8", "TERM": "dumb", "COLUMNS": "80"}


def wrong_with(command, done):
    """What differs between what a command was to do and what it did, as text; empty when nothing does."""
    wrong = []
    if done.returncode != command.code:
        wrong.append(f"exit code {done.returncode} instead of {command.code}")
    for name, expected, found in (("output", command.out, done.stdout), ("stderr", command.err, done.stderr)):
        if expected is not None and not matches(expected, lines_of(found)):
            wrong += [f"{name}: expected"] + [f"  - {line}" for line in expected]
            wrong += [f"{name}: found"] + [f"  + {line}" for line in lines_of(found)]
    if wrong and done.stderr and command.err is None:
        wrong += ["stderr:"] + [f"    {line}" for line in lines_of(done.stderr)[-30:]]
    if wrong and command.merged and command.out is None:
        wrong += ["output:"] + [f"    {line}" for line in lines_of(done.stdout)[-30:]]
    return "\n".join("  " + line for line in wrong)


def run_case(path, case, program):
    """Runs the commands of one case in a fresh folder, up to the first that goes wrong; gives whether none did."""
    with tempfile.TemporaryDirectory(prefix="parallax-case.") as name:
        folder = pathlib.Path(name)
        (folder / ".bin").mkdir()
        (folder / ".bin" / "parallax").symlink_to(program)
        if path.suffix == ".md":
            (folder / "examples").symlink_to(REPOSITORY / "examples")
        for command in case.commands:
            try:
                done = subprocess.run(["bash", "-c", command.text], cwd=folder, env=environment(program, folder),
                                      stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, timeout=SECONDS,
                                      stderr=subprocess.STDOUT if command.merged else subprocess.PIPE)
                wrong = wrong_with(command, done)
            except subprocess.TimeoutExpired:
                wrong = f"  still running after {SECONDS} seconds"
            if wrong:
                print(f"{path}:{command.line}: {case.name}\n  $ {command.text}\n{wrong}\n")
                return False
    return True


def files_of(paths):
    for path in map(pathlib.Path, paths):
        yield from sorted(path.rglob("*.case")) if path.is_dir() else [path]


def main():
    arguments = sys.argv[1:]
    if len(arguments) < 3 or arguments[0] != "--parallax":
        sys.exit(__doc__)
    program = pathlib.Path(arguments[1]).resolve()
    count = failed = 0
    for path in files_of(arguments[2:]):
        for case in cases_of_markdown(path) if path.suffix == ".md" else cases_of_case_file(path):
            count += len(case.commands)
            failed += not run_case(path, case, program)
    print(f"{count} commands, {failed} cases failed")
    return 1 if failed or not count else 0


if __name__ == "__main__":
    sys.exit(main())
