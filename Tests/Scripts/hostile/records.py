"""Exports of every kind with more and more records: those of the examples, multiplied.

For each kind of JSON list and table: records with ids of their own, the same records again and again, and records that
cannot be used. What is multiplied are the records of one file; `folders` multiplies files.
"""
import hashlib
import json
import pathlib
import re

EXAMPLES = pathlib.Path(__file__).resolve().parents[3] / "examples"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
# Where documents that are no list have one.
LISTS = ("value", "data", "enheter", "_embedded")


def renamed(text: str, number: int) -> str:
    """The same record with ids, addresses and numbers of its own; the same id stays the same within it."""

    def other(match: re.Match) -> str:
        digest = hashlib.md5(f"{match.group()} {number}".encode()).hexdigest()
        return f"{digest[:8]}-{digest[8:12]}-4{digest[13:16]}-8{digest[17:20]}-{digest[20:]}"

    return UUID.sub(other, text).replace("@", f".{number}@") if number else text


def broken(text: str) -> str:
    """Every id as a list of it, so that nothing can be made of the record."""
    return UUID.sub(lambda match: "x" + match.group(), text).replace("@", " ")


def listed(path: pathlib.Path):
    """The parts of a JSON document around its list, and the records of it; `None` where it has no list."""
    document = json.loads(path.read_text(encoding="utf-8"))
    keys = []
    inner = document
    while isinstance(inner, dict):
        key = next((name for name in (*LISTS, *inner) if isinstance(inner.get(name), (list, dict))), None)
        if key is None or key not in LISTS and len(inner) > 4:
            return None
        keys.append(key)
        inner = inner[key]
    if not isinstance(inner, list) or not inner or not isinstance(inner[0], dict):
        return None
    around = "@list@"
    for key in reversed(keys):
        around = {key: around}
    if keys:
        document = {**document, keys[0]: around[keys[0]]}
        around = document
    head, tail = json.dumps(around, ensure_ascii=False).split('"@list@"')
    return head + "[", [json.dumps(record, ensure_ascii=False) for record in inner], "]" + tail


def of_json(path: pathlib.Path, change):
    def make(folder: pathlib.Path, size: int) -> list:
        head, records, tail = listed(path)
        with open(folder / path.name, "w", encoding="utf-8") as file:
            file.write(head)
            for number in range(size):
                file.write("," * (number > 0) + change(records[number % len(records)], number // len(records)))
            file.write(tail)
        return ["sources", "--no-diagnosis", folder / path.name]

    return make


def of_table(path: pathlib.Path, change):
    def make(folder: pathlib.Path, size: int) -> list:
        title, *rows = path.read_text(encoding="utf-8-sig").splitlines()
        with open(folder / path.name, "w", encoding="utf-8") as file:
            file.write(title + "\n")
            for number in range(size):
                file.write(change(rows[number % len(rows)], number // len(rows)) + "\n")
        return ["sources", "--no-diagnosis", folder / path.name]

    return make


def renamed_row(text: str, number: int) -> str:
    """The first cell, which is the id of most tables, and all addresses and ids."""
    return renamed(text, number) if not number else f"{number}" + renamed(text, number)


CHANGES = {"of their own": renamed, "again": lambda text, _: text, "broken": lambda text, number: broken(renamed(text, number))}


def dimensions():
    shapes = set()
    for path in sorted(EXAMPLES.glob("**/*.json")) + sorted(EXAMPLES.glob("**/*.csv")):
        if path.stat().st_size > 4 << 20:
            continue
        if path.suffix == ".csv":
            shape = path.read_text(encoding="utf-8-sig").splitlines()[0]
        else:
            try:
                found = listed(path)
            except ValueError:
                continue
            if found is None:
                continue
            shape = found[0][:40] + " ".join(sorted(json.loads(found[1][0])))
        if shape in shapes:
            continue
        shapes.add(shape)
        for what, change in CHANGES.items():
            made = of_table(path, renamed_row if change is renamed else change) if path.suffix == ".csv" else of_json(path, change)
            yield f"{path.relative_to(EXAMPLES)} {what}", made


DIMENSIONS = list(dimensions())
