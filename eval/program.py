"""Runs the program as a user would, and reads what it prints. Shared by the evaluations of this folder."""
import json
import pathlib
import subprocess
import zlib

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"
SKIPPED_INPUTS = 3


class Failed(Exception):
    """A program ended with an exit code that says that it failed."""


def call(command, **options):
    """Standard output of a command, as bytes."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, **options)
    if done.returncode not in (0, SKIPPED_INPUTS):
        raise Failed(f"{' '.join(map(str, command))}\nended with {done.returncode}: {done.stderr.decode('utf-8', 'replace')[-2000:]}")
    return done.stdout


def questions(program, folder, paths, options=()):
    """Reads a pile into a new project in `folder` and gives its questions as Python values."""
    project = folder / "project.plx"
    call([program, *options, "add", project, *paths])
    return json.loads(call([program, *options, "questions", project, "--json"]))


def map_rows(program, rows, layers=()):
    """`parallax map` over rows; the lines that it prints, as bytes."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    options = ["--layers", ",".join(layers)] if layers else []
    return call([program, "map", *options], input=lines.encode("utf-8", "surrogatepass"))


def is_held_out(ident):
    """One article in five is never looked at while rules are written."""
    return zlib.crc32(ident.encode()) % 5 == 0


def json_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]
