#!/usr/bin/env python3
"""Builds the Debian package out of a release build, looks at what is in it, and runs its program on the example pile.

usage: check_package.py --build FOLDER

Without a release build it is skipped: `script/build` makes one; what is out of date in it is built again. Nothing is installed.
"""
import gzip
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
SECONDS = 1200
DOCUMENTS = "usr/share/doc/parallax"
PROGRAM = "usr/bin/parallax"
MANUAL = "usr/share/man/man1/parallax.1.gz"
COMPLETIONS = {"bash": "usr/share/bash-completion/completions/parallax", "zsh": "usr/share/zsh/vendor-completions/_parallax",
               "fish": "usr/share/fish/vendor_completions.d/parallax.fish"}
EXPECTED = [PROGRAM, MANUAL, *COMPLETIONS.values(),
            *(f"{DOCUMENTS}/{name}" for name in ("README.md", "copyright", "changelog.gz", "docs/formats.md", "examples/README.md",
                                                 "examples/sarnov/parallax.toml"))]
CONTROL = {"Package": "parallax", "Section": "text", "Priority": "optional", "Version": r"\d+\.\d+\.\d+-\d+", "Installed-Size": r"\d+",
           "Maintainer": r"Parallax developers <parallax@localhost>", "Description": r".+", "Depends": r".*\blibc6\b.*\blibsqlite3-0\b.*"}


def why_skipped(build):
    cache = build / "CMakeCache.txt"
    if not cache.exists():
        return f"there is no build in {build} (script/build makes the release)"
    if not re.search(r"^CMAKE_BUILD_TYPE:\w+=Release$", cache.read_text(), re.MULTILINE):
        return f"{build} is no release build"
    missing = [tool for tool in ("cpack", "dpkg-deb", "dpkg-shlibdeps", "file") if not shutil.which(tool)]
    return f"{missing[0]} is not installed" if missing else None


def output_of(*command, cwd=None):
    done = subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True, timeout=SECONDS, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def wrong_with_control(package):
    fields = dict(re.findall(r"^([\w-]+): *(.*)$", output_of("dpkg-deb", "-f", package), re.MULTILINE))
    fields_expected = CONTROL | {"Architecture": output_of("dpkg", "--print-architecture").strip()}
    for name, pattern in fields_expected.items():
        if not re.fullmatch(pattern, fields.get(name, "")):
            yield f"control: {name} is {fields.get(name)!r}, not {pattern}"


def wrong_with_permissions(package):
    for row in output_of("dpkg-deb", "-c", package).splitlines():
        mode, owner, *_, path = row.split(maxsplit=5)
        usual = "drwxr-xr-x" if path.endswith("/") else "-rwxr-xr-x" if path == f"./{PROGRAM}" else "-rw-r--r--"
        if mode != usual or owner != "root/root":
            yield f"{path} is {mode} {owner}, not {usual} root/root"
        if not path.startswith("./usr/") and path != "./":
            yield f"{path} stands outside /usr"


def wrong_with_files(root, build):
    yield from (f"there is no {name}" for name in EXPECTED if not (root / name).is_file())
    for path in root.rglob("*"):
        if path.is_symlink() or not path.is_file():
            continue
        content = path.read_bytes()
        for secret in {str(REPOSITORY), str(build)}:
            if secret.encode() in content:
                yield f"{path.relative_to(root)} names the folder of the build, {secret}"
        if content.startswith(b"\x1f\x8b") and content[4:8] != bytes(4):
            yield f"{path.relative_to(root)} holds the time of its compression (gzip -n)"
    if b".symtab" in (root / PROGRAM).read_bytes():
        yield f"{PROGRAM} is not stripped"


def wrong_with_copyright(root):
    text = (root / DOCUMENTS / "copyright").read_text("utf-8")
    if "Apache License" not in text:
        yield "copyright does not name our licence"
    if (REPOSITORY / "data" / "LICENSE.md").read_text("utf-8") not in text:
        yield "copyright lacks the licences of the data, of which one is not ours"
    web = REPOSITORY / "web"
    for name, package in json.loads((web / "package-lock.json").read_text("utf-8"))["packages"].items():
        if name and not package.get("dev") and (web / name / "LICENSE").read_text("utf-8") not in text:
            yield f"copyright lacks the licence of {name}, which the web app holds"


def wrong_with_program(root, version):
    program = root / PROGRAM
    if output_of(program, "--version").strip() != f"parallax {version}":
        yield f"the program is {output_of(program, '--version').strip()}, the package {version}"
    if gzip.decompress((root / MANUAL).read_bytes()).decode() != output_of(program, "manual"):
        yield f"{MANUAL} is not what the program prints"
    for shell, path in COMPLETIONS.items():
        if (root / path).read_text() != output_of(program, "completion", shell):
            yield f"{path} is not what the program prints"
    with tempfile.TemporaryDirectory(prefix="parallax-package.") as folder:
        output_of(program, "add", "sarnov.plx", root / DOCUMENTS / "examples/sarnov", cwd=folder)
        disputes = output_of(program, "disputes", "sarnov.plx", cwd=folder)
        if "Number of dead" not in disputes:
            yield f"the program finds no dispute over the number of dead in the example pile:\n{disputes}"


def wrong_with_package(build, folder):
    output_of("cmake", "--build", build)  # cpack packs what it finds, however old
    output_of("cpack", "--config", build / "CPackConfig.cmake", "-G", "DEB", "-B", folder, cwd=folder)
    package = next(folder.glob("parallax_*.deb"))
    root = folder / "unpacked"
    output_of("dpkg-deb", "-x", package, root)
    version = package.name.split("_")[1].split("-")[0]
    wrong = [*wrong_with_control(package), *wrong_with_permissions(package), *wrong_with_files(root, build),
             *wrong_with_copyright(root)]
    return wrong or list(wrong_with_program(root, version))


def main():
    if len(sys.argv) != 3 or sys.argv[1] != "--build":
        sys.exit(__doc__)
    build = pathlib.Path(sys.argv[2]).resolve()
    if skipped := why_skipped(build):
        print(f"skipped: {skipped}")
        return 77
    os.environ |= {"LC_ALL": "C.UTF-8", "TERM": "dumb"}
    with tempfile.TemporaryDirectory(prefix="parallax-package.") as folder:
        wrong = wrong_with_package(build, pathlib.Path(folder))
    for problem in wrong:
        print(problem)
    print(f"{len(wrong)} problems")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
