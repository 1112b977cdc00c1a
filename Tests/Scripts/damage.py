"""What can be taken from a folder of exports, and how: files, sheets, columns, records of lists that carry a total, of NDJSON and of
XML, and the second half of a line of these two. Records and lines of them are named by the number of the line.

Nothing of the program is used. A `Unit` knows its file; `less` gives the bytes of the file without it, or None where the
whole file goes.
"""
import csv
import dataclasses
import io
import json
import pathlib
import re
import zipfile

# No exports: what the audit is told, and what an example says about itself.
SETTINGS = {"tilsyn.yaml", "planted.json", "README.md", ".gitattributes"}
# An audit of this example takes as long as so many of another: of a sample it gets so much less.
COST = {"kommune": 6}
SHEET = re.compile(rb"xl/worksheets/[^/]+\.xml")
# Records of lists in XML, by what the document begins with: people and units of Visma, whose charts escape them.
ELEMENTS = {b"<personsXML": re.compile(rb"<person\b.*?</person>"), b"<charts": re.compile(rb"(?:&lt;|<)unit\b.*?/(?:&gt;|>)")}
# Keys under which a list says how many records it has.
TOTALS = {"@odata.count", "count", "total", "totalCount"}


@dataclasses.dataclass(frozen=True)
class Unit:
    kind: str
    path: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.path}" + (f" [{self.name}]" if self.name else "")

    def less(self, data: bytes) -> bytes | None:
        if self.kind == "file":
            return None
        if self.kind == "sheet":
            return workbook_without_sheet(data, self.name)
        if is_workbook(data):
            return workbook_without_column(data, self.name)
        if self.path.endswith((".ndjson", ".xml")):
            return without_line(data, self.kind, int(self.name))
        if self.path.endswith(".md"):
            return page_without_column(data, int(self.name))
        if self.path.endswith(".json"):
            value = json.loads(data)
            if self.kind == "record":
                key, index = self.name.rsplit("/", 1)
                del value[key][int(index)]
            else:
                drop(value, self.name.split("/"))
            return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
        return table_without_column(data, int(self.name))


def exports(folder: pathlib.Path) -> list:
    """The export files, as paths relative to the folder, in order."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if path.name not in SETTINGS)


def units(folder: pathlib.Path) -> list:
    found = []
    for path in exports(folder):
        data = (folder / path).read_bytes()
        found.append(Unit("file", path))
        if is_workbook(data):
            sheets = sheet_names(data)
            found += [Unit("sheet", path, name) for name in sheets] if len(sheets) > 1 else []
            found += [Unit("column", path, name) for name in workbook_columns(data)]
        elif path.endswith(".json"):
            value = json.loads(data)
            found += [Unit("column", path, "/".join(parts)) for parts in sorted(key_paths(value))]
            if isinstance(value, dict) and TOTALS & value.keys():
                found += [Unit("record", path, f"{key}/{index}") for key, rows in value.items()
                          if isinstance(rows, list) for index in range(len(rows))]
        elif path.endswith((".ndjson", ".xml")):
            found += [Unit(kind, path, str(number)) for kind in ["record", "line"] for number in lines_with_records(data)]
        elif path.endswith(".md"):
            found += [Unit("column", path, str(index)) for index in range(page_columns(data))]
        elif path.endswith((".csv", ".tsv")):
            found += [Unit("column", path, str(index)) for index in range(len(table(data)[1][0]))]
    return found


def share(sample: int | None, example: str) -> int | None:
    """How many of a sample are tried of an example."""
    return None if sample is None else max(1, sample // COST.get(example, 1))


def text_of(data: bytes) -> str:
    """All that stands in a file, in lower case: the parts of a workbook, else the file in its encoding."""
    if is_workbook(data):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist()).lower()
    return decoded(data)[0].lower()


def decoded(data: bytes) -> tuple[str, str]:
    marks = [("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"), ("utf-8-sig", b"\xef\xbb\xbf")]
    for encoding in [*(name for name, mark in marks if data.startswith(mark)), "utf-8", "cp1252"]:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"


# JSON

def key_paths(value: object, above: tuple = ()) -> set:
    """Every path of keys that some object has; lists are passed through, so a path names the key in all records."""
    if isinstance(value, list):
        return set().union(*(key_paths(part, above) for part in value)) if value else set()
    if not isinstance(value, dict):
        return set()
    found = {above + (key,) for key in value if "/" not in key}
    return found.union(*(key_paths(part, above + (key,)) for key, part in value.items() if "/" not in key))


def drop(value: object, parts: list) -> None:
    if isinstance(value, list):
        for part in value:
            drop(part, parts)
    elif isinstance(value, dict) and parts[0] in value:
        if len(parts) == 1:
            del value[parts[0]]
        else:
            drop(value[parts[0]], parts[1:])


# NDJSON and XML

def element(data: bytes) -> re.Pattern | None:
    """What a record of a list in XML looks like; None for what is no such list."""
    return next((pattern for start, pattern in ELEMENTS.items() if start in data[:200]), None)


def lines_with_records(data: bytes) -> list:
    """The numbers of lines that have a record: of XML an element of the list, of NDJSON anything."""
    pattern = element(data) if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") else re.compile(rb"\S")
    return [number for number, line in enumerate(data.split(b"\n"), 1) if pattern and pattern.search(line)]


def without_line(data: bytes, kind: str, number: int) -> bytes:
    """Without the record of a line, which stays empty so that others keep their number; or without half of the line."""
    lines = data.split(b"\n")
    line, pattern = lines[number - 1], element(data)
    if kind == "line":
        lines[number - 1] = line[:len(line) // 2]
    else:
        lines[number - 1] = pattern.sub(b"", line) if pattern else b""
    return b"\n".join(lines)


# Tables

def table(data: bytes) -> tuple[list, list, str, str]:
    """The lines in front of the header, the rows with the header, the delimiter, and the encoding."""
    text, encoding = decoded(data)
    lines = text.splitlines(keepends=True)
    front = [lines.pop(0)] if lines[0].startswith("#TYPE") else []
    delimiter = max(";,\t", key=lines[0].count)
    return front, list(csv.reader(io.StringIO("".join(lines), newline=""), delimiter=delimiter)), delimiter, encoding


def table_without_column(data: bytes, index: int) -> bytes:
    front, rows, delimiter, encoding = table(data)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n" if b"\r\n" in data else "\n")
    writer.writerows(row[:index] + row[index + 1:] for row in rows)
    return ("".join(front) + out.getvalue()).encode(encoding)


def page_columns(data: bytes) -> int:
    return max((len(cells(line)) for line in data.decode().splitlines() if line.startswith("|")), default=0)


def page_without_column(data: bytes, index: int) -> bytes:
    lines = []
    for line in data.decode().split("\n"):
        if line.startswith("|"):
            parts = cells(line)
            line = "|" + "|".join(parts[:index] + parts[index + 1:]) + "|"
        lines.append(line)
    return "\n".join(lines).encode()


def cells(line: str) -> list:
    return line.strip().strip("|").split("|")


# Workbooks

def is_workbook(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04")


def rewritten(data: bytes, change) -> bytes:
    """The archive with each part as `change(name, bytes)` gives it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, change(info.filename, old.read(info)))
    return out.getvalue()


def sheet_names(data: bytes) -> list:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [name.decode() for name in re.findall(rb'<sheet\b[^>]*\bname="([^"]*)"', archive.read("xl/workbook.xml"))]


def workbook_without_sheet(data: bytes, name: str) -> bytes:
    entry = re.compile(rb'<sheet\b[^>]*\bname="' + re.escape(name.encode()) + rb'"[^>]*/>')
    return rewritten(data, lambda part, body: entry.sub(b"", body) if part == "xl/workbook.xml" else body)


def workbook_columns(data: bytes) -> list:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = b"".join(archive.read(name) for name in archive.namelist() if SHEET.fullmatch(name.encode()))
    return sorted({letters.decode() for letters in re.findall(rb'<c\b[^>]*\br="([A-Z]+)\d+"', sheets)})


def workbook_without_column(data: bytes, letters: str) -> bytes:
    cell = re.compile(rb'<c\b[^>]*\br="' + letters.encode() + rb'\d+"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)
    return rewritten(data, lambda part, body: cell.sub(b"", body) if SHEET.fullmatch(part.encode()) else body)
