"""Runs `tilsyn diff`, reads what it says, and keeps what was otherwise than expected: for diff.py."""
import json
import pathlib
import re
import subprocess

import moved

ROOT = moved.ROOT
MIRROR = {"gained": "lost", "gained-indirectly": "lost-indirectly", "certain-now": "uncertain-now", "new": "fixed", "fails-now": "unverified-now",
          "appeared": "disappeared", "changed": "changed", "moved": "moved", "+": "-", "~": "~"}
MIRROR |= {there: here for here, there in MIRROR.items()}


class Check:
    def __init__(self, tilsyn: str):
        self.tilsyn, self.wrong, self.tried = tilsyn, [], 0

    def run(self, *words: str, **more) -> subprocess.CompletedProcess:
        return subprocess.run([self.tilsyn, *map(str, words)], capture_output=True, text=True, **more)

    def diff(self, old, new, *words: str) -> dict:
        done = self.run("diff", old, new, *moved.AS_OF, "--format", "json", *words)
        if done.returncode not in {0, 1, 2} or not done.stdout:
            raise SystemExit(f"diff.py: exit {done.returncode}: {done.stderr[:400]}")
        self.tried += 1
        document = json.loads(done.stdout)
        whole = document["old"]["complete"] and document["new"]["complete"]
        self.expect(f"{old} and {new}: the code", done.returncode == 2 if not whole else done.returncode < 2, done.returncode)
        self.consistent(f"{old} and {new}", document)
        return document

    def consistent(self, name: str, document: dict) -> None:
        """What holds of every answer, whatever changed."""
        for part in ["rights", "findings"]:
            counted: dict = {}
            for one in document[part]:
                counted[one["change"]] = counted.get(one["change"], 0) + 1
                self.expect(f"{name}: at most 50 causes", len(one["causes"]) <= 50, len(one["causes"]))
            self.expect(f"{name}: counts of {part}", counted == {key: number for key, number in document["counts"][part].items() if number},
                        (counted, document["counts"][part]))
        empty = not any(document[part] for part in ["rights", "findings", "documents", "policies"]) and not document["facts"]
        self.expect(f"{name}: same", document["same"] == empty, document["same"])
        changed = document["facts"]
        for one in document["rights"] + document["findings"] if changed is not None else []:
            for cause in one["causes"]:
                self.expect(f"{name}: a cause is a changed fact", of_documents(cause) or cause in changed, cause)
        for one in document["rights"] if changed is not None else []:
            names = {one["holder"], one["place"]}
            grants = any(names <= named(side["fact"]) for cause in one["causes"] for side in [cause["old"], cause["new"]] if side)
            direct = {"gained": True, "lost": True, "gained-indirectly": False, "lost-indirectly": False}.get(one["change"], grants)
            self.expect(f"{name}: {one['change']} {one['right']} of {one['name']}", grants == direct or not one["place"], one["causes"][:2])

    def expect(self, name: str, isRight: bool, found: object = "") -> None:
        if not isRight:
            self.wrong.append(f"{name}: {str(found)[:500]}")

    def same(self, name: str, said: set, planted: set, may: set = frozenset()) -> None:
        if said - may != planted - may:
            self.wrong.append(f"{name}: too much {sorted(said - planted - may)[:4]}, missing {sorted(planted - said - may)[:4]}")


def named(fact: str) -> set:
    """The values that a fact names."""
    return set(re.findall(r'"([^"]*)"', fact))


def sign(fact: dict) -> str:
    return "~" if fact["old"] and fact["new"] else "+" if fact["new"] else "-"


def is_hole(fact: dict) -> bool:
    return (fact["new"] or fact["old"])["hole"]


def of_documents(fact: dict) -> bool:
    """Whether it is about a document and nothing that a document says: that one is missing or there, how it is called, what stands in it."""
    return is_hole(fact) or fact["relation"].startswith("export.") or fact["relation"].endswith(".document") or fact["relation"] == "duties.kept"


def shapes(facts: list) -> set:
    """What happened to facts, and the relation of each."""
    return {(sign(one), one["relation"]) for one in facts if not is_hole(one)}


def places(facts: list, side: str) -> set:
    return {(one[side]["path"], one[side]["line"]) for one in facts if one[side] and not is_hole(one)}


def first(finding: dict) -> str:
    return finding["subject"]["label"].split(", ")[0]


def right_of(one: dict) -> tuple:
    return one["change"], one["holder"], one["right"], one["place"]


def finding_of(one: dict) -> tuple:
    return one["change"], one["finding"]["policy"], first(one["finding"])


def told(document: dict) -> dict:
    return {"rights": {right_of(one) for one in document["rights"]}, "findings": {finding_of(one) for one in document["findings"]},
            "facts": shapes(document["facts"] or []), "documents": {(one["change"], one["path"]) for one in document["documents"]}}


def mirrored(found: set) -> set:
    return {(MIRROR[change], *rest) for change, *rest in found}


def without_expectations(folder: pathlib.Path) -> None:
    """Takes from a configuration how many records there must be, so that one less is a change and no missing export."""
    steering = folder / "tilsyn.yaml"
    text = steering.read_text(encoding="utf-8")
    start, end = text.index("expect:"), text.index("ignore:")
    steering.write_text(text[:start] + text[end:], encoding="utf-8")
