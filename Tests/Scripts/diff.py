#!/usr/bin/env python3
"""Holds what `tilsyn diff` says against changes that were planted, against copies in another guise, and against results.

usage: diff.py TILSYN [--sample N]

Twenty changes of examples/kommune (diff_plants.py): each alone, and all together, the difference is what was planted and nothing else, each
right and finding has the planted fact as its cause, and from the other side everything is the other way around. A copy with files renamed or
records turned around has other documents and nothing else. Without one of its exports nothing counts as lost or fixed. Results say of findings what folders say. Ten thousand changed
rights are all told, and take a screen. `--sample` tries a tenth of N of what there are many of, each turn others (turn.py). Ends in 1 where
it is otherwise.
"""
import argparse
import json
import os
import pathlib
import pty
import shutil
import subprocess
import sys
import tempfile

import baseline_same
import diff_plants
import moved
from damage import exports
from turn import drawn

ROOT = moved.ROOT
MIRROR = {"gained": "lost", "gained-indirectly": "lost-indirectly", "certain-now": "uncertain-now", "new": "fixed", "fails-now": "unverified-now",
          "appeared": "disappeared", "changed": "changed", "moved": "moved", "+": "-", "~": "~"}
MIRROR |= {there: here for here, there in MIRROR.items()}
# Facts that say where something stands, or count what is equal, are others when it is sorted.
BY_PLACE = {"integration.step", "kitos.document_with_credentials", "ks.document"}


class Check:
    def __init__(self, tilsyn: str):
        self.tilsyn, self.wrong, self.tried = tilsyn, [], 0

    def run(self, *words: str, **more) -> subprocess.CompletedProcess:
        return subprocess.run([self.tilsyn, *words], capture_output=True, text=True, **more)

    def diff(self, old, new, *words: str) -> dict:
        done = self.run("diff", str(old), str(new), *moved.AS_OF, "--format", "json", *words)
        if done.returncode not in {0, 1, 2} or not done.stdout:
            raise SystemExit(f"diff.py: exit {done.returncode}: {done.stderr[:400]}")
        self.tried += 1
        return json.loads(done.stdout)

    def expect(self, name: str, isRight: bool, found: object = "") -> None:
        if not isRight:
            self.wrong.append(f"{name}: {str(found)[:500]}")

    def same(self, name: str, told: set, planted: set) -> None:
        if told != planted:
            self.wrong.append(f"{name}: too much {sorted(told - planted)[:4]}, missing {sorted(planted - told)[:4]}")


def sign(fact: dict) -> str:
    return "~" if fact["old"] and fact["new"] else "+" if fact["new"] else "-"


def shape(fact: dict) -> tuple:
    """What happened to a fact, with its relation and file."""
    return sign(fact), fact["relation"], (fact["new"] or fact["old"])["path"]


def is_hole(fact: dict) -> bool:
    return (fact["new"] or fact["old"])["hole"]


def told(document: dict) -> dict:
    def first(finding: dict) -> str:
        return finding["subject"]["label"].split(", ")[0]
    return {"rights": {(one["change"], one["holder"], one["right"], one["place"]) for one in document["rights"]},
            "findings": {(one["change"], one["finding"]["policy"], first(one["finding"])) for one in document["findings"]},
            "facts": {shape(one) for one in document["facts"] if not is_hole(one)},
            "documents": {(one["change"], one["path"]) for one in document["documents"]},
            "policies": {(one["change"], one["policy"]) for one in document["policies"]}}


def mirrored(found: set) -> set:
    return {(MIRROR[first], *rest) for first, *rest in found}


def check_plants(check: Check, sample: int | None) -> None:
    example = ROOT / "examples" / "kommune"
    all_plants = diff_plants.plants(example)
    check.expect("plants", len(all_plants) == 20)
    with tempfile.TemporaryDirectory() as place:
        copy = pathlib.Path(place) / "copy"

        def planted(some: list) -> None:
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(example, copy)
            for plant in some:
                plant.edit(copy)
            forward, backward = told(check.diff(example, copy)), told(check.diff(copy, example))
            name = some[0].name if len(some) == 1 else "all together"
            for part in ["rights", "findings", "facts", "documents"]:
                union = set().union(*(getattr(plant, part) for plant in some))
                check.same(f"{name}, {part}", forward[part], union)
                if part != "documents" or not any(change == "moved" for change, _ in union):
                    check.same(f"{name}, {part} from the other side", {one[:2] + one[3:] if part == "facts" else one for one in backward[part]}
                               if part != "facts" else {one[:2] for one in backward[part]},
                               mirrored(union) if part != "facts" else {one[:2] for one in mirrored(union)})
            check.expect(f"{name}, policies", not forward["policies"], forward["policies"])

        for plant in drawn(all_plants, None if sample is None else max(2, sample // 3)):
            planted([plant])
            document = check.diff(example, copy)
            for one in document["rights"] + document["findings"]:
                causes = {shape(cause) for cause in one["causes"]}
                check.expect(f"{plant.name}: causes", causes and causes <= plant.facts, (one, plant.facts))
        planted(all_plants)


def check_guises(check: Check, sample: int | None) -> None:
    guises = {"as it is": None, "renamed": moved.rename_all, "turned around": baseline_same.reordered, "indented": baseline_same.indented,
              "in UTF-16": baseline_same.encoded}
    for name in moved.EXAMPLES:
        for what in drawn(list(guises), None if sample is None else 1):
            with tempfile.TemporaryDirectory() as place:
                copy = pathlib.Path(place) / "copy"
                shutil.copytree(ROOT / "examples" / name, copy)
                if guises[what]:
                    guises[what](copy)
                document = check.diff(ROOT / "examples" / name, copy)
                found = told(document)
                found["findings"] = {one for one in found["findings"] if one[1] not in moved.BY_PLACE}
                for part in ["rights", "findings", "policies"]:
                    check.expect(f"{name} {what}, {part}", not found[part], sorted(found[part])[:3])
                facts = [one for one in document["facts"] if one["relation"] not in BY_PLACE and not is_hole(one)]
                check.expect(f"{name} {what}, facts", not facts, facts[:2])
                if what == "as it is":
                    check.expect(f"{name} against itself", document["same"])


def check_missing(check: Check, sample: int | None) -> None:
    for name in moved.EXAMPLES:
        example = ROOT / "examples" / name
        for path in drawn(sorted(exports(example)), 12 if sample is None else 1):
            with tempfile.TemporaryDirectory() as place:
                copy = pathlib.Path(place) / "copy"
                shutil.copytree(example, copy)
                (copy / path).unlink()
                document = check.diff(example, copy)
                kind = next((one["kind"] for one in document["documents"] if one["path"] == path), None)
                fixed = [one for one in document["findings"] if one["change"] == "fixed"]
                lost = [one for one in document["rights"] if one["change"].startswith("lost")]
                if kind and document["new"]["incomplete"]:
                    check.expect(f"{name} without {path}: fixed", not fixed, fixed[:1])
                    check.expect(f"{name} without {path}: lost", not lost, lost[:1])


def check_results(check: Check) -> None:
    example = ROOT / "examples" / "kommune"
    with tempfile.TemporaryDirectory() as place:
        copy, old, new = (pathlib.Path(place) / one for one in ["copy", "old.json", "new.json"])
        shutil.copytree(example, copy)
        for plant in diff_plants.plants(example):
            plant.edit(copy)
        for folder, result in [(example, old), (copy, new)]:
            check.run("audit", str(folder), *moved.AS_OF, "-q", "-f", f"json={result}")
        wanted = told(check.diff(example, copy))
        for one, other in [(old, new), (old, copy), (example, new)]:
            document = check.diff(one, other)
            check.same(f"{one.name} and {other.name}", told({**document, "facts": []})["findings"], wanted["findings"])
            check.expect(f"{one.name} and {other.name}: facts", document["facts"] is None)
            privileged = {right for right in wanted["rights"] if right[2] in {"LocalAdmin", "GlobalAdmin", "ContractModuleAdmin"}}
            check.same(f"{one.name} and {other.name}: rights", told({**document, "facts": []})["rights"], privileged)


def check_size(check: Check, sample: int | None) -> None:
    count, organisation = 10_000, diff_plants.KOMMUNE
    with tempfile.TemporaryDirectory() as place:
        for name, role in [("old", "User"), ("new", "LocalAdmin")]:
            folder = pathlib.Path(place) / name
            folder.mkdir()
            users = [{"uuid": f"7d0f7a34-0000-4000-8000-{number:012x}", "name": f"Bruger {number}", "email": f"u{number}@kommune.example",
                      "apiAccess": False, "roles": [role]} for number in range(count)]
            (folder / "users.json").write_text("[\n" + ",\n".join(map(json.dumps, users)) + "\n]\n", encoding="utf-8")
            (folder / "tilsyn.yaml").write_text(
                f"sources:\n  - {{ path: users.json, kind: kitos.api-v2.users, organisation: {organisation} }}\n", encoding="utf-8")
        old, new = (str(pathlib.Path(place) / one) for one in ["old", "new"])
        counts = check.diff(old, new)["counts"]["rights"]
        # A list of users does not show who else has a role there: what was not in it was possible.
        check.expect("10,000 rights", counts["certain-now"] == count and counts["uncertain-now"] == count, counts)
        if sample is None:
            lines = check.run("diff", old, new, *moved.AS_OF, "-v").stdout.splitlines()
            check.expect("lines of 10,000 rights", 2 * count <= len(lines) <= 10 * count, len(lines))
        screen = on_terminal([check.tilsyn, "diff", old, new, *moved.AS_OF])
        check.expect("a terminal", len(screen.splitlines()) <= 400 and all(len(line) <= 100 for line in screen.splitlines()), screen[:300])


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


def check_usage(check: Check) -> None:
    example = str(ROOT / "examples" / "kommune")
    with tempfile.TemporaryDirectory() as place:
        other, broken = pathlib.Path(place) / "other", pathlib.Path(place) / "broken.json"
        shutil.copytree(example, other)
        diff_plants.contract_admin(other)
        (other.parent / "empty").mkdir()
        broken.write_text("{}", encoding="utf-8")
        for words, code in [(["diff", example, str(other)], 0), (["diff", example, str(other), "--exit-code"], 1),
                            (["diff", example, example, "--exit-code"], 0), (["diff", example, "missing"], 2), (["diff", example, str(other.parent / "empty")], 2), (["diff", example], 64),
                            (["diff", example, str(broken)], 2), (["diff", str(broken), example], 2)]:
            done = self_run(check, words)
            check.expect(" ".join(words[2:]), done.returncode == code, (done.returncode, done.stderr[:200]))
            check.expect(f"{words}: an error is said", code < 2 or bool(done.stderr.strip()))
        for language, word in [("en", "gained"), ("da", "fået"), ("nb", "fått")]:
            text = check.run("diff", example, str(other), *moved.AS_OF, "--lang", language).stdout
            check.expect(f"in {language}", f"1 {word}" in text and (language == "en" or "gained" not in text), text[:200])


def self_run(check: Check, words: list) -> subprocess.CompletedProcess:
    return check.run(*words, *moved.AS_OF)


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--sample", type=int)
    wish = parser.parse_args(arguments)
    check = Check(str(pathlib.Path(wish.tilsyn).resolve()))
    check_plants(check, wish.sample)
    check_guises(check, wish.sample)
    check_missing(check, wish.sample)
    check_results(check)
    check_size(check, wish.sample)
    check_usage(check)
    for line in check.wrong:
        print(line)
    print(f"diff.py: {check.tried} comparisons, {len(check.wrong)} otherwise than expected")
    return 1 if check.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
