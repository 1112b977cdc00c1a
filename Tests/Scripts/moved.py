#!/usr/bin/env python3
"""Moves, copies and renames exports, and sees that every finding stays who it was.

usage: moved.py TILSYN [--complete]

A fingerprint is the identity of a violation: where the files lie, what they are called and how the folder is named on the
command line changes none. Names that say which page of a list a file is, and the folders by which the store of delegations
says who gave, are kept, and `tilsyn.yaml` is told the new paths. Findings on a file itself are left out. Of the municipality,
which takes longest, one way is tried, each turn another (turn.py), with `--complete` all. Ends in 1 where a finding changed.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from turn import drawn

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ["kommune", "bedrift-no", "altinn-policies", "larenett-no", "universitet"]
AS_OF = ["--as-of", "2026-11-20"]
# What these judge is called by a file, or by the line in which somebody's identity number first stands.
BY_PLACE = {"hr.document-recent", "ks.position-refers"}
STEERING = {"tilsyn.yaml", "planted.json", "README.md", ".gitattributes"}


def rows(tilsyn: str, arguments: list, folder: pathlib.Path) -> set:
    done = subprocess.run([tilsyn, "audit", *arguments, *AS_OF, "-f", "rows", "-q"], cwd=folder, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in {0, 1}:
        raise SystemExit(f"moved.py: exit {done.returncode} of {arguments}: {done.stderr[:400]}")
    return {row for row in done.stdout.split("\n")[:-1] if row.split("\t")[0] not in BY_PLACE}


def renamed(path: str) -> str:
    """Every folder and file under another name; numbers of parties and users stay, they say who gave what to whom."""
    *folders, name = path.split("/")
    return "/".join(["flyttet", *(one if re.fullmatch("[up]?[0-9]+", one) else f"x {one}" for one in folders), f"ny {name}"])


def rename_all(folder: pathlib.Path) -> int:
    """Renames every export, and tells the configuration."""
    count = 0
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name not in STEERING):
        target = folder / renamed(path.relative_to(folder).as_posix())
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)
        count += 1
    steering = folder / "tilsyn.yaml"
    text = steering.read_text(encoding="utf-8")
    steering.write_text(re.sub('path: "([^"]+)"', lambda found: f'path: "{renamed(found[1])}"', text), encoding="utf-8")
    return count


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--complete", action="store_true")
    wish = parser.parse_args(arguments)
    tilsyn = str(pathlib.Path(wish.tilsyn).resolve())
    lines, tried = [], 0
    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place)
        for name in EXAMPLES:
            original = ROOT / "examples" / name
            expected = rows(tilsyn, [str(original)], ROOT)
            copy = scratch / name / "en anden mappe"
            shutil.copytree(original, copy)
            parts = sorted(one.name for one in copy.iterdir() if one.is_dir())
            variants = [
                ("a relative path", [f"examples/{name}"], ROOT), ("a copy", [str(copy)], ROOT),
                ("the folder itself", ["."], copy), ("a way around", [f"../{copy.name}/"], copy),
                ("its folders one by one", [*reversed(parts), "--config", "tilsyn.yaml"], copy),
                ("its folders by absolute paths", [*(str(copy / part) for part in parts), "--config", str(copy / "tilsyn.yaml")], ROOT),
            ]
            for what, words, folder in drawn(variants, None if wish.complete or name != "kommune" else 1):
                tried += 1
                lines += differences(f"{name}, {what}", expected, rows(tilsyn, words, folder))
            count = rename_all(copy)
            tried += 1
            lines += differences(f"{name}, {count} files renamed", expected, rows(tilsyn, [str(copy)], ROOT))
    for line in lines:
        print(line)
    print(f"{len(lines)} findings changed" if lines else f"moved.py: {tried} ways to name the same exports, the same findings")
    return 1 if lines else 0


def differences(what: str, expected: set, found: set) -> list:
    return [f"{what}: lost {row}" for row in sorted(expected - found)] + [
        f"{what}: new {row}" for row in sorted(found - expected)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
