"""Raw export files, opened again: the record at a line and a JSON pointer. Nothing of the engine is used."""
import csv
import fnmatch
import io
import json
import pathlib
import re


class RawFile:
    """One file of an export folder. A place is a line (from 1) and, in JSON, a pointer to a record or into it."""

    def __init__(self, path: pathlib.Path):
        self.data = path.read_bytes()
        self.is_csv = path.suffix.lower() in {".csv", ".tsv"}
        self.encoding = "utf-8-sig"
        for encoding in ["utf-16"] * self.data.startswith(b"\xff\xfe") + ["utf-8-sig", "cp1252"]:
            try:
                self.text = self.data.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
        self.positions: dict = {}
        self.rows: dict | None = None

    def line_of(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1

    # JSON

    def skip(self, at: int) -> int:
        """The next position that is no white space."""
        return re.compile(r"[ \t\r\n]*").match(self.text, at).end()

    def value_at(self, at: int) -> tuple:
        return json.JSONDecoder().raw_decode(self.text, at)

    def children(self, at: int) -> dict:
        """Where each child of the array or object at `at` begins, by pointer token."""
        if at in self.positions:
            return self.positions[at]
        found, is_array = {}, self.text[at] == "["
        position = self.skip(at + 1)
        while self.text[position] not in "]}":
            token = str(len(found))
            if not is_array:
                token, position = self.value_at(position)
                position = self.skip(self.skip(position) + 1)  # the colon
            found[token] = position
            position = self.skip(self.value_at(position)[1])
            if self.text[position] == ",":
                position = self.skip(position + 1)
        self.positions[at] = found
        return found

    def json_place(self, pointer: str) -> tuple[int, object]:
        """The line where the value at the pointer begins, and the value. `KeyError` where there is none."""
        at = self.skip(0)
        for part in pointer.split("/")[1:]:
            part = part.replace("~1", "/").replace("~0", "~")
            if self.text[at] not in "[{":
                raise KeyError(pointer)
            at = self.children(at)[part]
        return self.line_of(at), self.value_at(at)[0]

    # CSV

    def csv_row(self, line: int) -> dict:
        """The record that begins at the line. `KeyError` where none does."""
        if self.rows is None:
            self.rows = {}
            body = self.text.split("\n", 1)[1] if self.text.startswith("#TYPE") else self.text
            before = 1 if body is not self.text else 0
            header_line = body.split("\n", 1)[0]
            separator = max(";,\t", key=header_line.count)
            reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator)
            header = [title.strip() for title in next(reader)]
            begins = reader.line_num + before + 1
            for cells in reader:
                self.rows[begins] = dict(zip(header, cells))
                begins = reader.line_num + before + 1
        return self.rows[line]


class Folder:
    """An export folder with its tilsyn.yaml."""

    def __init__(self, path: str):
        self.path = pathlib.Path(path)
        self.files: dict = {}
        self.entries = self.source_entries()

    def file(self, path: str) -> RawFile:
        if path not in self.files:
            whole = self.path / path
            # A result may name files from the working directory on.
            self.files[path] = RawFile(whole if whole.exists() else pathlib.Path(path))
        return self.files[path]

    def source_entries(self) -> list:
        """The entries of `sources:` in tilsyn.yaml, as the text says them; only as much YAML as the example needs."""
        config = self.path / "tilsyn.yaml"
        entries: list = []
        if not config.exists():
            return entries
        inside = False
        for line in config.read_text(encoding="utf-8").splitlines():
            line = re.sub(r"(^|\s)#.*$", "", line).rstrip()
            if not line:
                continue
            if not line.startswith(" "):
                inside = line == "sources:"
                continue
            if inside and (flow := re.fullmatch(r"  - \{ (.*) \}", line)):
                parts = (part.split(": ", 1) for part in flow[1].split(", "))
                entries.append({key: value.strip('"') for key, value in parts})
            elif inside and (match := re.match(r"\s+(- )?(\w+): *\"?([^\"]*)\"?$", line)):
                if match[1]:
                    entries.append({})
                entries[-1][match[2]] = match[3]
        return entries

    def told(self, path: str, name: str) -> str | None:
        """What tilsyn.yaml says of a file: the first matching entry wins."""
        relative = path
        if pathlib.Path(path).is_absolute() or not (self.path / path).exists():
            try:
                relative = pathlib.Path(path).resolve().relative_to(self.path.resolve()).as_posix()
            except ValueError:
                pass
        for entry in self.entries:
            if fnmatch.fnmatch(relative, entry.get("path", "")):
                return entry.get(name)
        return None
