#!/usr/bin/env python3
"""Installs the program into a folder of its own and uses it there, as somebody does who never saw the repository.

usage: installed.py TILSYN

The installed program finds its policies from any folder and in an empty environment, lists the same ones and judges an example
as the built one does. There is a page of the manual for each command, without a warning of `mandoc` or `groff` where they are,
and scripts that each shell that is here loads. Installing twice changes nothing but what is no longer shipped, and
uninstalling leaves what somebody else put there. Ends in 1 where something is not so.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
INSTALL = ROOT / "scripts/install.sh"
SCRIPTS = {
    "bash": "share/bash-completion/completions/tilsyn",
    "zsh": "share/zsh/site-functions/_tilsyn",
    "fish": "share/fish/vendor_completions.d/tilsyn.fish",
}
CHECKERS = {"mandoc": ["mandoc", "-T", "lint", "-W", "warning"], "groff": ["groff", "-man", "-ww", "-z", "-T", "utf8"]}


def wrong(text: str) -> SystemExit:
    return SystemExit(f"installed.py: {text}")


def run(words: list, folder: pathlib.Path, codes: tuple = (0,), empty: bool = True) -> str:
    done = subprocess.run([str(word) for word in words], cwd=folder, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, env={} if empty else None)
    if done.returncode not in codes:
        raise wrong(f"exit {done.returncode} of {words}: {done.stderr[:600]}")
    return done.stdout


def install(tilsyn: str, place: pathlib.Path, prefix: str = "/usr") -> None:
    # The day of the pages, where there is no repository that says it.
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1764374400")
    run([INSTALL, tilsyn, prefix, place], ROOT, empty=False)


def files(place: pathlib.Path) -> dict:
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file()}


def manual(prefix: pathlib.Path) -> int:
    """Every page passes every checker that is here."""
    pages = sorted((prefix / "share/man/man1").glob("*.1"))
    for name, words in CHECKERS.items():
        if not shutil.which(name):
            print(f"installed.py: no {name} here, pages not checked by it")
            continue
        for page in pages:
            done = subprocess.run([*words, str(page)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            if done.returncode or done.stdout.strip():
                raise wrong(f"{name} of {page.name}: {done.stdout[:600]}")
    return len(pages)


def completions(prefix: pathlib.Path) -> list:
    """The shells that are here and load their script."""
    loaded = []
    for shell, script in SCRIPTS.items():
        if not (prefix / script).is_file():
            raise wrong(f"there is no {script}")
        if shutil.which(shell):
            run([shell, "-n", prefix / script], prefix, empty=False)
            loaded.append(shell)
    return loaded


def judged(program: pathlib.Path, folder: pathlib.Path) -> str:
    return run([program, "audit", ROOT / "examples/kommune", "--as-of", "2026-11-20", "-f", "rows", "-q"], folder, (0, 1))


def main(tilsyn: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(name) / "a place"
        elsewhere = pathlib.Path(name) / "elsewhere"
        elsewhere.mkdir()
        (place / "usr/share/tilsyn").mkdir(parents=True)
        (place / "usr/share/tilsyn/ours.txt").write_text("not of the program\n")
        install(tilsyn, place)
        prefix = place / "usr"
        program = prefix / "bin/tilsyn"
        listed = run([program, "policy", "list"], elsewhere)
        if not listed or listed != run([tilsyn, "policy", "list", "-p", ROOT / "policies"], elsewhere):
            raise wrong("the installed program lists other policies")
        rows = judged(program, elsewhere)
        if not rows or rows != judged(pathlib.Path(tilsyn), elsewhere):
            raise wrong("the installed program judges otherwise")
        pages, shells = manual(prefix), completions(prefix)
        first = files(place)
        stale = "share/tilsyn/policies/kitos/stale.policy"
        (prefix / stale).write_text("policy kitos.stale {}\n")
        with (prefix / "share/tilsyn/installed").open("a") as known:
            known.write(f"{stale}\n")
        install(tilsyn, place)
        if files(place) != first:
            raise wrong("installed twice is not what is installed once")
        run([INSTALL, "--remove", "/usr", place], ROOT, empty=False)
        if list(files(place)) != ["usr/share/tilsyn/ours.txt"]:
            raise wrong(f"uninstalling leaves {list(files(place))[:5]}")
        if (prefix / "bin").exists() or (prefix / "share/man").exists():
            raise wrong("uninstalling leaves empty folders")
        run([INSTALL, "--remove", "/usr", place], ROOT, (1,), empty=False)
        run([INSTALL, tilsyn, "usr", place], ROOT, (1,), empty=False)
    print(f"{len(first)} files installed and removed, {pages} pages, scripts of {', '.join(shells)} loaded")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(str(pathlib.Path(sys.argv[1]).resolve()))
