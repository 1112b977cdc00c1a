"""A copy of an example that is changed line by line, and knows where which change stands: for diff.py."""
import pathlib
import shutil


class Copy:
    """Records of the examples are lines each, so that a place is a file and a line, of the example and of the copy."""

    def __init__(self, example: pathlib.Path, folder: pathlib.Path):
        shutil.copytree(example, folder)
        self.folder = folder
        # Who changes it, as a number of his.
        self.owner = 0
        # Of each file that was changed: the number that a line had in the example, what it says, and who changed it.
        self.files: dict = {}
        self.taken: list = []

    def lines(self, path: str) -> list:
        if path not in self.files:
            text = (self.folder / path).read_bytes().decode("utf-8")
            self.files[path] = [[number, line, None] for number, line in enumerate(text.splitlines(keepends=True), 1)]
        return self.files[path]

    def only(self, path: str, mark: str, old: str = "") -> list:
        """The one line that has both texts."""
        found = [line for line in self.lines(path) if mark in line[1] and old in line[1]]
        if len(found) != 1:
            raise SystemExit(f"diff_copy.py: {path} has {len(found)} lines with {mark} and {old}")
        return found[0]

    def change(self, path: str, mark: str, old: str, new: str) -> None:
        """Replaces a text in the one line that has a mark."""
        line = self.only(path, mark, old)
        line[1], line[2] = line[1].replace(old, new, 1), self.owner

    def drop(self, path: str, mark: str) -> None:
        """Takes the one line with a mark away, and the comma in front of it where it was the last of a list."""
        line, lines = self.only(path, mark), self.lines(path)
        place = lines.index(line)
        if path.endswith(".json") and not line[1].rstrip().endswith(","):
            lines[place - 1][1] = lines[place - 1][1].rstrip().removesuffix(",") + "\n"
        self.taken.append((self.owner, path, line[0]))
        lines.remove(line)

    def first(self, path: str, record: str) -> None:
        """Adds a record at the beginning of a list."""
        self.lines(path).insert(1, [None, record + ",\n", self.owner])

    def last(self, path: str, record: str) -> None:
        """Adds a row at the end of a table."""
        lines = self.lines(path)
        lines[-1][1] = lines[-1][1].rstrip("\n") + "\n"
        lines.append([None, record + "\n", self.owner])

    def new(self, path: str, text: str) -> None:
        self.files[path] = [[None, line, self.owner] for line in text.splitlines(keepends=True)]

    def rename(self, path: str, other: str) -> None:
        (self.folder / path).rename(self.folder / other)

    def remove(self, path: str) -> None:
        """Takes a document away, with all that it says."""
        self.taken += [(self.owner, path, number) for number, _, _ in self.lines(path)]
        del self.files[path]
        (self.folder / path).unlink()

    def save(self) -> None:
        for path, lines in self.files.items():
            (self.folder / path).write_bytes("".join(line for _, line, _ in lines).encode("utf-8"))

    def places(self, owner: int) -> tuple[set, set]:
        """Where a change stands in the example, and where in the copy."""
        own = [(path, number, place) for path, lines in self.files.items()
               for place, (number, _, whose) in enumerate(lines, 1) if whose == owner]
        before = {(path, number) for path, number, _ in own if number} | {(path, number) for whose, path, number in self.taken if whose == owner}
        return before, {(path, place) for path, _, place in own}
