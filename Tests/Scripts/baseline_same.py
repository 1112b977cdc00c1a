#!/usr/bin/env python3
"""Audits the same exports in another guise against a result of themselves: nothing is new, nothing is gone, nothing is updated.

usage: baseline_same.py TILSYN [--sample N]

Each example is the baseline of copies of itself: with files renamed, records in another order, JSON indented and in another encoding, in
another language, time zone and number of threads, with paths in another order, under another name, and with another key of pseudonyms. Every
finding is `unchanged` and has the fingerprint that it had; with another key all is still `unchanged`, as the baseline names people in full.
Findings on a file or a line itself are left out where these change (moved.py). `--sample` tries a tenth of N of each example, each turn
others (turn.py). Ends in 1 where it is otherwise.
"""
import argparse
import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import moved
from damage import exports
from turn import drawn

ROOT = moved.ROOT


def reordered(folder: pathlib.Path) -> None:
    """Turns lists of JSON, lines of NDJSON and rows of simple tables around."""
    for path in exports(folder):
        file = folder / path
        data = file.read_bytes()
        if path.endswith(".json"):
            value = json.loads(data)
            if isinstance(value, list):
                file.write_text(json.dumps(value[::-1], ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        elif path.endswith(".ndjson"):
            file.write_bytes(b"".join(data.rstrip(b"\n").splitlines(keepends=True)[:-1][::-1] + [data.splitlines()[-1] + b"\n"]))
        elif path.endswith(".csv") and not data.lstrip(b"\xef\xbb\xbf").startswith(b"#") and is_plain(data):
            head, *rows = data.splitlines(keepends=True)
            file.write_bytes(head + b"".join(row if row.endswith(b"\n") else row + b"\n" for row in rows[::-1]))


def is_plain(data: bytes) -> bool:
    """Whether each row of a table is a line."""
    try:
        return len(list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))) == len(data.splitlines())
    except UnicodeDecodeError:
        return False


def indented(folder: pathlib.Path) -> None:
    """JSON with other indentation, escapes and order of keys."""
    for path in exports(folder):
        if path.endswith(".json"):
            value = json.loads((folder / path).read_bytes())
            (folder / path).write_text(json.dumps(value, indent=4), encoding="ascii")


def encoded(folder: pathlib.Path) -> None:
    """Tables in UTF-16, as spreadsheets save them."""
    for path in exports(folder):
        if path.endswith(".csv"):
            try:
                text = (folder / path).read_bytes().decode("utf-8-sig")
            except UnicodeDecodeError:
                continue
            (folder / path).write_bytes(text.encode("utf-16"))


def parts(folder: pathlib.Path) -> list:
    """The folders of an example one by one, the last first."""
    return [*sorted((one.name for one in folder.iterdir() if one.is_dir()), reverse=True), "--config", "tilsyn.yaml"]


# What is done to the copy, arguments in place of its folder, and surroundings; whether places change; whether fingerprints do.
GUISES = {
    "as it is": (None, None, {}, False, False),
    "files renamed": (moved.rename_all, None, {}, True, False),
    "records turned around": (reordered, None, {}, True, False),
    "JSON indented": (indented, None, {}, True, False),
    "tables in UTF-16": (encoded, None, {}, False, False),
    "in Danish": (None, [".", "--lang", "da"], {"LC_ALL": "da_DK.UTF-8"}, False, False),
    "in Norwegian, elsewhere": (None, [".", "--lang", "nb"], {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"}, False, False),
    "one thread": (None, [".", "--jobs", "1"], {"TZ": "America/Los_Angeles"}, False, False),
    "seven threads": (None, [".", "--jobs", "7"], {}, False, False),
    "folders one by one": (None, parts, {}, False, False),
    "another key": (None, [".", "--pseudonym-key", "../key"], {}, False, True),
}


def audit(tilsyn: str, words: list, folder: pathlib.Path, result: pathlib.Path, surroundings: dict) -> tuple[dict | None, str]:
    result.unlink(missing_ok=True)
    done = subprocess.run([tilsyn, "audit", *words, *moved.AS_OF, "-q", "-f", f"json={result}"], cwd=folder, capture_output=True, text=True,
                          env={**os.environ, **surroundings})
    return json.loads(result.read_text(encoding="utf-8")) if result.exists() else None, f"exit {done.returncode}: {done.stderr[:300]}"


def differences(before: dict, after: dict, places: bool, key: bool) -> list:
    """What is not `unchanged`."""
    left_out = moved.BY_PLACE if places else set()
    lines = [f"{one['baseline']} {one['policy']} of {one['subject']['label']}" for one in after["findings"]
             if one["baseline"] != "unchanged" and one["policy"] not in left_out]
    lines += [f"gone as {one['reason']} {one['finding']['policy']} of {one['finding']['subject']['label']}" for one in after["baseline"]["gone"]
              if one["finding"]["policy"] not in left_out]
    prints = [{one["fingerprint"] for one in document["findings"] if one["policy"] not in left_out} for document in (before, after)]
    if not key and prints[0] != prints[1]:
        lines.append(f"{len(prints[0] ^ prints[1])} fingerprints are others")
    if key and prints[0] & prints[1]:
        lines.append("another key, and the same fingerprints")
    if after["exit"] != 0 and not places:
        lines.append(f"exit {after['exit']}: {after['gate']['reasons'][:1]}")
    return lines


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--sample", type=int)
    wish = parser.parse_args(arguments)
    tilsyn = str(pathlib.Path(wish.tilsyn).resolve())
    wrong, tried = [], 0
    for name in moved.EXAMPLES:
        with tempfile.TemporaryDirectory() as place:
            scratch = pathlib.Path(place)
            (scratch / "key").write_text("another key of sixteen bytes", encoding="utf-8")
            shutil.copytree(ROOT / "examples" / name, scratch / "first")
            before, said = audit(tilsyn, ["."], scratch / "first", scratch / "before.json", {})
            if before is None:
                raise SystemExit(f"baseline_same.py: {name}: {said}")
            for what in drawn(list(GUISES), None if wish.sample is None else max(1, wish.sample // 10)):
                change, words, surroundings, places, key = GUISES[what]
                copy = scratch / "copy"
                shutil.rmtree(copy, ignore_errors=True)
                shutil.copytree(ROOT / "examples" / name, copy)
                if change is not None:
                    change(copy)
                words = words(copy) if callable(words) else words or ["."]
                after, said = audit(tilsyn, [*words, "--baseline", "../before.json", "--new-only"], copy, scratch / "after.json", surroundings)
                tried += 1
                found = [said] if after is None else differences(before, after, places, key)
                wrong += [f"{name}, {what}: {len(found)} as {found[0]}"] if found else []
    for line in wrong:
        print(line)
    print(f"baseline_same.py: {tried} guises of what the baseline was made of, {len(wrong)} of them not the same")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
