#!/usr/bin/env python3
"""Takes one file, or one record, out of a folder of exports: the metamorphic test "less never passes".

usage: remove_one.py list FOLDER                    prints what can be removed, one unit on each line
       remove_one.py make FOLDER UNIT OUT           writes FOLDER without UNIT to OUT
       remove_one.py run FOLDER [--files N] [--records N] [--jobs J] [--keep PATH]… -- COMMAND…
                                                    audits every variant, or so many (each turn others, turn.py),
                                                    and compares it with the whole

A unit is `file PATH` or `record PATH INDEX` (from 0; elements of a JSON array, also of one that is all that an object has, lines of
NDJSON, which become blank so that the others keep their number, rows of a CSV file after its header).
In COMMAND, `{folder}` is the folder to audit and `{result}` the JSON result to write; its exit code may be anything up
to 3. `run` ends in 1 where a variant breaks a rule of never_passes.py, calls itself complete, or fails to write.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from never_passes import breaches
from results import Result
from turn import drawn

# No exports: what the audit is told, and what the example says about itself.
SETTINGS = {"tilsyn.yaml", "planted.json", "README.md", ".gitattributes"}


def files(folder: pathlib.Path) -> list:
    """The export files, as paths relative to the folder, in order."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if path.name not in SETTINGS)


def csv_records(data: bytes) -> tuple[list, list]:
    """The lines in front of the records (a #TYPE line, the header) and the records, each with its line end."""
    lines = data.splitlines(keepends=True)
    head = 2 if lines[0].lstrip(b"\xef\xbb\xbf").startswith(b"#TYPE") else 1
    if data.count(b'"') % 2 or any(line.count(b'"') % 2 for line in lines):
        raise SystemExit("a CSV record that goes over several lines cannot be removed here")
    return lines[:head], lines[head:]


def units(folder: pathlib.Path) -> list:
    """Everything that can be removed: ("file", path) and ("record", path, index)."""
    found: list = []
    for path in files(folder):
        found.append(("file", path))
        data = (folder / path).read_bytes()
        if path.endswith(".csv"):
            count = len(csv_records(data)[1])
        elif path.endswith(".ndjson"):
            count = len(data.splitlines())
        elif not path.endswith(".json"):
            count = 0
        else:
            count = len(only_list(json.loads(data))[1])  # a document of one record is its file
        found += [("record", path, index) for index in range(count)]
    return found


def only_list(value: object) -> tuple[str | None, list]:
    """The records of a document, and the key under which they are, where it has one and nothing else."""
    if isinstance(value, list):
        return None, value
    if isinstance(value, dict) and len(value) == 1:
        (key, rows), = value.items()
        return (key, rows) if isinstance(rows, list) else (None, [])
    return None, []


def without_record(data: bytes, path: str, index: int) -> bytes:
    """The file without one record, everything else as it was."""
    if path.endswith(".csv"):
        head, records = csv_records(data)
        return b"".join(head + records[:index] + records[index + 1:])
    if path.endswith(".ndjson"):
        lines = data.splitlines(keepends=True)
        return b"".join([*lines[:index], b"\n", *lines[index + 1:]])
    key, rows = only_list(json.loads(data))
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows[:index] + rows[index + 1:]]
    shown = "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"
    return ((shown if key is None else f"{{{json.dumps(key)}:{shown}}}") + "\n").encode()


class Variants:
    """A copy of a folder from which units are taken and put back: one file is written for each variant."""

    def __init__(self, folder: pathlib.Path, copy: pathlib.Path):
        self.folder, self.copy = folder, copy
        shutil.copytree(folder, copy)

    def without(self, unit: tuple):
        return Removed(self, unit)


class Removed:
    def __init__(self, variants: Variants, unit: tuple):
        self.source, self.target = variants.folder / unit[1], variants.copy / unit[1]
        self.unit, self.copy = unit, variants.copy

    def __enter__(self) -> pathlib.Path:
        if self.unit[0] == "file":
            self.target.unlink()
        else:
            self.target.write_bytes(without_record(self.source.read_bytes(), self.unit[1], self.unit[2]))
        return self.copy

    def __exit__(self, *_) -> None:
        shutil.copyfile(self.source, self.target)


def audit(command: list, folder: pathlib.Path, result: pathlib.Path) -> Result:
    if result.exists():
        result.unlink()
    told = [part.replace("{folder}", str(folder)).replace("{result}", str(result)) for part in command]
    done = subprocess.run(told, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if not 0 <= done.returncode <= 3 or not result.exists():
        raise RuntimeError(f"the audit ended in {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
    return Result(str(result))


def addresses(folder: pathlib.Path) -> dict:
    """The uuid of each address, as the user lists of the whole folder have it."""
    found: dict = {}
    for path in folder.glob("kitos/*/users-page-*.json"):
        found |= {row["email"].lower(): row["uuid"] for row in json.loads(path.read_bytes())}
    return found


def run(folder: pathlib.Path, command: list, file_count: int | None, record_count: int | None, jobs: int, kept: tuple = ()) -> int:
    free = [unit for unit in units(folder) if unit[1] not in kept]
    chosen = [unit for kind, count in [("file", file_count), ("record", record_count)]
              for unit in drawn([unit for unit in free if unit[0] == kind], count)]
    broken = 0
    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place)
        full = audit(command, folder, scratch / "full.json")
        same = addresses(folder)

        def share(worker: int) -> list:
            variants, found = Variants(folder, scratch / f"variant-{worker}"), []
            for unit in chosen[worker::jobs]:
                with variants.without(unit) as less:
                    try:
                        result = audit(command, less, scratch / f"result-{worker}.json")
                        lines = breaches(full, result, must_be_incomplete=True, same=same)
                    except RuntimeError as error:
                        lines = [str(error)]
                found += [f"without {' '.join(map(str, unit))}: {line}" for line in lines]
            return found

        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            for found in pool.map(share, range(jobs)):
                broken += len(found)
                for line in found:
                    print(line)
    print(f"{len(chosen)} removals of {len(free)}, {broken} breaches")
    return 1 if broken else 0


def main(arguments: list) -> int:
    command: list = []
    if "--" in arguments:
        at = arguments.index("--")
        arguments, command = arguments[:at], arguments[at + 1:]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    verbs = parser.add_subparsers(dest="verb", required=True)
    for verb in ["list", "make", "run"]:
        verbs.add_parser(verb).add_argument("folder", type=pathlib.Path)
    verbs.choices["make"].add_argument("unit")
    verbs.choices["make"].add_argument("out", type=pathlib.Path)
    verbs.choices["run"].add_argument("--files", type=int)
    verbs.choices["run"].add_argument("--records", type=int)
    verbs.choices["run"].add_argument("--jobs", type=int, default=max(1, (os.cpu_count() or 1)))
    verbs.choices["run"].add_argument("--keep", action="append", default=[])
    wish = parser.parse_args(arguments)
    if wish.verb == "list":
        for unit in units(wish.folder):
            print(*unit)
        return 0
    if wish.verb == "make":
        parts = wish.unit.split(" ")
        unit = ("file", " ".join(parts[1:]))
        if parts[0] == "record":
            unit = ("record", " ".join(parts[1:-1]), int(parts[-1]))
        if unit not in units(wish.folder):
            parser.error(f"no such unit: `{wish.unit}`")
        Variants(wish.folder, wish.out).without(unit).__enter__()
        return 0
    if not command:
        parser.error("run needs a command after --")
    return run(wish.folder, command, wish.files, wish.records, wish.jobs, wish.keep)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
