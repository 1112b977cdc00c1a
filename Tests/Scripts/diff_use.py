"""How `tilsyn diff` shows much, in which language, and what it says of what cannot be compared: for diff.py."""
import json
import os
import pathlib
import pty
import shutil
import tempfile

import diff_plants
import moved
from diff_check import ROOT, Check

COUNT = 10_000


def made(folder: pathlib.Path, count: int, *roles: str) -> pathlib.Path:
    """A list of so many users who all have some roles."""
    folder.mkdir()
    users = [{"uuid": f"7d0f7a34-0000-4000-8000-{number:012x}", "name": f"Bruger {number}", "email": f"u{number}@kommune.example",
              "apiAccess": False, "roles": roles} for number in range(count)]
    (folder / "users.json").write_text("[\n" + ",\n".join(map(json.dumps, users)) + "\n]\n", encoding="utf-8")
    (folder / "tilsyn.yaml").write_text(
        f"sources:\n  - {{ path: users.json, kind: kitos.api-v2.users, organisation: {diff_plants.KOMMUNE} }}\n", encoding="utf-8")
    return folder


def check_size(check: Check, sample: int | None) -> None:
    with tempfile.TemporaryDirectory() as place:
        # A list of a number that full pages have may go on: one more shows that it does not.
        old = made(pathlib.Path(place) / "old", COUNT + 1, "User")
        new = made(pathlib.Path(place) / "new", COUNT + 1, "User", "LocalAdmin")
        document = check.diff(old, new)
        check.expect("10,001 rights", document["counts"]["rights"]["gained"] == COUNT + 1, document["counts"])
        check.expect("10,001 rights in JSON", len({one["holder"] for one in document["rights"]}) == COUNT + 1 == len(document["rights"]),
                     len(document["rights"]))
        screen = on_terminal([check.tilsyn, "diff", str(old), str(new), *moved.AS_OF])
        lines = screen.splitlines()
        check.expect("a terminal", len(lines) <= 400 and all(len(line) <= 100 for line in lines), (len(lines), max(lines, key=len)))
        hidden = [int("".join(filter(str.isdigit, line))) for line in lines if "more" in line and any(map(str.isdigit, line))]
        check.expect("what is not shown is numbered", hidden and max(hidden) > COUNT / 2, screen[-600:])
        if sample is None:
            whole = check.run("diff", old, new, *moved.AS_OF, "-v").stdout
            check.expect("all 10,001 rights", all(f"u{number}@kommune.example" in whole for number in range(COUNT + 1)), len(whole))


def on_terminal(command: list) -> str:
    """What a command writes to a terminal of 100 columns, without colours."""
    shown = b""
    child, terminal = pty.fork()
    if child == 0:
        os.execve(command[0], command, {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"})
    while True:
        try:
            part = os.read(terminal, 1 << 16)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.waitpid(child, 0)
    return shown.decode("utf-8", "replace").replace("\r\n", "\n")


def check_use(check: Check) -> None:
    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place)
        old, new = made(scratch / "old", 3, "User", "SystemModuleAdmin"), made(scratch / "new", 3, "User", "LocalAdmin")
        result, unread, empty = scratch / "result.json", scratch / "unread", scratch / "empty"
        empty.mkdir()
        check.run("audit", old, *moved.AS_OF, "-q", "-f", f"json={result}")
        whole = result.read_text(encoding="utf-8")
        damaged = {"cut.json": whole[:len(whole) // 2], "empty.json": "{}", "users.json": (old / "users.json").read_text(encoding="utf-8"),
                   "schema.json": whole.replace("tilsyn.result/1", "tilsyn.result/9"), "text.txt": "no result\n"}
        for name, text in damaged.items():
            (scratch / name).write_text(text, encoding="utf-8")
        shutil.copytree(old, unread)
        (unread / "users.json").write_text('[{"uuid": ', encoding="utf-8")
        calls = [([old, new], 0), ([old, new, "--exit-code"], 1), ([old, old, "--exit-code"], 0), ([result, old, "--exit-code"], 0),
                 ([old, scratch / "missing"], 2), ([scratch / "missing", old], 2), ([scratch / "missing", scratch / "missing"], 2),
                 ([old], 64), ([], 64), ([old, new, new], 64), ([old, new, "--format", "xml"], 64), ([old, unread], 2), ([unread, old], 2),
                 ([old, empty], 2), ([empty, old], 2), ([empty, empty], 2),
                 *(([scratch / name, old], 2) for name in damaged), *(([old, scratch / name], 2) for name in damaged)]
        for words, code in calls:
            done = check.run("diff", *words, *moved.AS_OF)
            name = f"diff {' '.join(getattr(word, 'name', word) for word in words)}"
            check.expect(name, done.returncode == code, (done.returncode, done.stdout[:200], done.stderr[:200]))
            check.expect(f"{name}: an error is said", code < 2 or bool((done.stderr + done.stdout).strip()))
            check.expect(f"{name}: in a line", "Fatal error" not in done.stderr, done.stderr[:300])
            if code == 2 and unread not in words:
                check.expect(f"{name}: what to do", "help:" in done.stderr and not done.stdout, (done.stdout[:100], done.stderr[:300]))
        check_languages(check, old, new)


def check_languages(check: Check, old: pathlib.Path, new: pathlib.Path) -> None:
    """Titles and changes in the words of a language, and none of another's."""
    words = {"en": ["gained", "lost", "rights", "findings", "Documents"], "da": ["fået", "mistet", "rettigheder", "fund", "Dokumenter"],
             "nb": ["fått", "mistet", "rettigheter", "funn", "Dokumenter"]}
    for language, own in words.items():
        text = check.run("diff", old, new, *moved.AS_OF, "--lang", language).stdout
        check.expect(f"in {language}", all(word in text for word in own), ([word for word in own if word not in text], text[:300]))
        if language != "en":
            check.expect(f"no English in {language}", not [word for word in words["en"] if word in text.split()], text[:300])
