#!/usr/bin/env python3
"""Writes the shipped policies and frameworks as a header of C, to be built into the program.

usage: embed.py TREE OUT

TREE is a tree of the repository; OUT is the header, Sources/CShipped/files.h of the tree that is built. The same files give the same
bytes. Ends in 2 where the tree has no policies.
"""
import pathlib
import sys

FOLDERS = {"policies": ".policy", "frameworks": ".yaml"}


def shipped(tree: pathlib.Path) -> list:
    """Paths of all files that are shipped, in the order of their bytes."""
    found = [path.relative_to(tree).as_posix() for folder, ending in FOLDERS.items() for path in (tree / folder).rglob(f"*{ending}")
             if path.is_file() and not any(part.startswith(".") for part in path.relative_to(tree).parts)]
    return sorted(found, key=str.encode)


def header(tree: pathlib.Path) -> str:
    """The table, and before it the bytes of each file."""
    paths = shipped(tree)
    lines = []
    for number, path in enumerate(paths):
        data = (tree / path).read_bytes()
        # A file without bytes has one all the same, which nobody reads.
        lines.append(f"static const unsigned char file{number}[] = {{{','.join(map(str, data)) or '0'}}};")
    lines.append(f"#define TILSYN_SHIPPED_COUNT {len(paths)}")
    lines.append("static const tilsyn_shipped_file files[] = {")
    lines += [f'  {{"{path}", file{number}, {(tree / path).stat().st_size}}},' for number, path in enumerate(paths)]
    return "\n".join([*lines, "};", ""])


def main(arguments: list) -> int:
    if len(arguments) != 2:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 64
    tree, out = map(pathlib.Path, arguments)
    if not any(path.startswith("policies/") for path in shipped(tree)):
        print(f"embed.py: there are no policies in {tree}", file=sys.stderr)
        return 2
    out.write_text(header(tree), encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
