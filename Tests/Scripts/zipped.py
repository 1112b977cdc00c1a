#!/usr/bin/env python3
"""Packs the examples, and sees that an archive is judged as the folder is, and a part of it never better.

usage: zipped.py TILSYN [--sample N]

Each example is audited as a folder, as an archive that is named itself, and as an archive in a folder: rows and exit code are
the same. Without one of its exports, N times, in each turn others (turn.py), the archive and the folder give the same. However the archive is cut, the
audit is incomplete. Ends in 1 where something differs.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

from turn import drawn

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ["kommune", "bedrift-no", "altinn-policies"]
AS_OF = ["--as-of", "2026-11-20"]
STEERING = {"tilsyn.yaml", "planted.json", "README.md", ".gitattributes"}


def audit(tilsyn: str, path: pathlib.Path, config: pathlib.Path) -> tuple:
    """The exit code, and the rows, of which none speaks of a path."""
    done = subprocess.run([tilsyn, "audit", path, "--config", config, *AS_OF, "-f", "rows", "-q"], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, set(done.stdout.split("\n")[:-1])


def pack(folder: pathlib.Path, target: pathlib.Path, without: str = "") -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and name != without:
                archive.write(path, name)


class Example:
    def __init__(self, tilsyn: str, name: str, scratch: pathlib.Path):
        self.tilsyn, self.name, self.scratch = tilsyn, name, scratch / name
        self.folder, self.archive = self.scratch / "exports", self.scratch / "exports.zip"
        shutil.copytree(ROOT / "examples" / name, self.folder)
        self.config = self.scratch / "outside.yaml"
        shutil.move(self.folder / "tilsyn.yaml", self.config)
        for steering in STEERING:
            (self.folder / steering).unlink(missing_ok=True)
        self.lines: list = []

    def compare(self, what: str, expected: tuple, got: tuple) -> None:
        if expected != got:
            self.lines.append(f"{self.name}, {what}: exit {expected[0]} and {got[0]}, {len(expected[1] - got[1])} rows lost, "
                              f"{len(got[1] - expected[1])} new; {sorted(expected[1] ^ got[1])[:2]}")

    def whole(self) -> None:
        expected = audit(self.tilsyn, self.folder, self.config)
        pack(self.folder, self.archive)
        self.compare("named", expected, audit(self.tilsyn, self.archive, self.config))
        place = self.scratch / "place"
        place.mkdir()
        shutil.copy(self.archive, place / "all.zip")
        # Only what names sources is a path: each is that of the entry now.
        text = re.sub('path: "([^"]+)"', lambda found: f'path: "all.zip/{found[1]}"', self.config.read_text(encoding="utf-8"))
        inside = self.scratch / "inside.yaml"
        inside.write_text(text, encoding="utf-8")
        self.compare("in a folder", expected, audit(self.tilsyn, place, inside))

    def without(self, name: str) -> None:
        path = self.folder / name
        kept = path.read_bytes()
        path.unlink()
        expected = audit(self.tilsyn, self.folder, self.config)
        path.write_bytes(kept)
        pack(self.folder, self.archive, without=name)
        self.compare(f"without {name}", expected, audit(self.tilsyn, self.archive, self.config))

    def cut(self, share: float) -> None:
        pack(self.folder, self.archive)
        whole = self.archive.read_bytes()
        self.archive.write_bytes(whole[:int(len(whole) * share)])
        code, _ = audit(self.tilsyn, self.archive, self.config)
        if code != 2:
            self.lines.append(f"{self.name}, cut at {share:.0%}: exit {code}")


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--sample", type=int, default=3)
    wish = parser.parse_args(arguments)
    tilsyn = str(pathlib.Path(wish.tilsyn).resolve())
    lines, tried = [], 0
    with tempfile.TemporaryDirectory() as place:
        for name in EXAMPLES:
            example = Example(tilsyn, name, pathlib.Path(place))
            example.whole()
            exports = sorted(path.relative_to(example.folder).as_posix() for path in example.folder.rglob("*") if path.is_file())
            for export in drawn(exports, wish.sample):
                example.without(export)
            for share in [0.01, 0.5, 0.9, 0.9999]:
                example.cut(share)
            tried += 6 + min(wish.sample, len(exports))
            lines += example.lines
    print("\n".join(lines + [f"{len(EXAMPLES)} examples, {tried} archives, {len(lines)} differences"]))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
