#!/usr/bin/env python3
"""Holds what `tilsyn diff` says against changes that were planted, against copies in another guise, and against results.

usage: diff.py TILSYN [--sample N]

Forty changes of examples/kommune (diff_plants.py, diff_more_plants.py): each alone, and all but a few together, the difference is what was
planted and nothing else; every fact, and the cause of each right and finding, stands at the line that was changed; and from the other side
everything is the other way around. A copy with files renamed or records turned around has other documents and nothing else, and without an
export nothing is lost or fixed (diff_guises.py). Results say of findings what folders say. Ten thousand changed rights are all told and take
a screen, and whatever cannot be compared is said (diff_use.py). `--sample` tries a tenth of N of what there are many of, each turn others
(turn.py). Ends in 1 where it is otherwise.
"""
import argparse
import pathlib
import shutil
import sys
import tempfile

import diff_guises
import diff_more_plants
import diff_plants
import diff_use
import moved
from diff_check import ROOT, Check, finding_of, mirrored, places, right_of, shapes, sign, told, without_expectations
from diff_copy import Copy
from turn import drawn

EXAMPLE = ROOT / "examples" / "kommune"


def check_plants(check: Check, sample: int | None, scratch: pathlib.Path) -> None:
    plants = diff_plants.plants(EXAMPLE) + diff_more_plants.plants(EXAMPLE)
    check.expect("plants", len(plants) == 40, len(plants))
    base = scratch / "base"
    shutil.copytree(EXAMPLE, base)
    without_expectations(base)
    for plant in drawn(plants, None if sample is None else max(1, sample // 10)):
        planted(check, base, [plant], scratch / "copy")
    planted(check, base, [plant for plant in plants if not plant.alone], scratch / "copy")


def planted(check: Check, base: pathlib.Path, some: list, folder: pathlib.Path) -> None:
    """Plants changes, and holds both directions against what follows of them."""
    shutil.rmtree(folder, ignore_errors=True)
    copy = Copy(base, folder)
    for number, plant in enumerate(some):
        copy.owner = number
        plant.edit(copy)
    copy.save()
    name = some[0].name if len(some) == 1 else "all together"
    spots = [copy.places(number) for number in range(len(some))]
    for back, document in [(False, check.diff(base, folder)), (True, check.diff(folder, base))]:
        where = f"{name}{', from the other side' if back else ''}"
        sides = [(after, before) if back else (before, after) for before, after in spots]
        wanted = {part: set().union(*(expected(plant, part, back) for plant in some)) for part in ["rights", "findings", "facts", "documents"]}
        said, may = told(document), set().union(*(plant.may for plant in some))
        said["facts"] = {form for one in said["facts"] for form in forms(one, wanted["facts"])}
        for part in ["rights", "findings", "facts"]:
            check.same(f"{where}, {part}", said[part], wanted[part], may)
        # A document that moved is told by its new path.
        stayed = [{one for one in side["documents"] if one[0] != "moved"} for side in (said, wanted)]
        check.same(f"{where}, documents", *stayed)
        check.expect(f"{where}, moved documents", len(said["documents"]) == len(wanted["documents"]), said["documents"])
        check.same(f"{where}, policies", {one["policy"] for one in document["policies"]}, set().union(*(plant.policies for plant in some)))
        check.same(f"{where}, places in the earlier folder", places(document["facts"], "old"), set(), set().union(*(old for old, _ in sides)))
        check.same(f"{where}, places in the later folder", places(document["facts"], "new"), set(), set().union(*(new for _, new in sides)))
        for number, plant in enumerate(some):
            for one in document["rights"]:
                if right_of(one) in expected(plant, "rights", back):
                    caused(check, f"{where}: {plant.name}: {right_of(one)}", one["causes"], plant, sides[number])
            for one in document["findings"]:
                if finding_of(one) in expected(plant, "findings", back):
                    caused(check, f"{where}: {plant.name}: {finding_of(one)}", one["causes"], plant, sides[number])


def forms(fact: tuple, wanted: set) -> set:
    """A fact in the place of another, and the two of them, say the same: where a right goes from one to another both are well said."""
    change, relation = fact
    two = {("+", relation), ("-", relation)}
    return two if change == "~" and fact not in wanted and two <= wanted else {fact}


def expected(plant, part: str, back: bool) -> set:
    found = getattr(plant, part)
    return found if not back else plant.back if part == "findings" and plant.back is not None else mirrored(found)


def caused(check: Check, name: str, causes: list, plant, sides: tuple) -> None:
    """The causes are facts of the plant, where they were planted, with one of those that it is about."""
    relations = plant.causes if plant.policies else plant.causes or {relation for _, relation in plant.facts}
    check.expect(f"{name}: a cause", bool(causes) == bool(relations) and (not relations or relations & {one["relation"] for one in causes}), causes)
    of_plant = {relation for _, relation in plant.facts | plant.may}
    check.expect(f"{name}: causes of the plant", {relation for _, relation in shapes(causes)} <= of_plant, causes)
    check.expect(f"{name}: the line", places(causes, "old") <= sides[0] and places(causes, "new") <= sides[1],
                 [(sign(one), one["old"], one["new"]) for one in causes])


def check_results(check: Check, scratch: pathlib.Path) -> None:
    """Results, and a result and a folder, differ in the same findings as the folders, and in the rights that results hold."""
    copy = Copy(EXAMPLE, scratch / "changed")
    for plant in diff_plants.plants(EXAMPLE):
        plant.edit(copy)
    copy.save()
    old, new = scratch / "old.json", scratch / "new.json"
    for folder, result in [(EXAMPLE, old), (copy.folder, new)]:
        check.run("audit", folder, *moved.AS_OF, "-q", "-f", f"json={result}")
    done = check.run("diff", old, EXAMPLE, "--exit-code")
    check.expect("a folder beside a result, as of its day", done.returncode == 0, done.stdout[:300])
    folders = check.diff(EXAMPLE, copy.folder)
    prints = {(one["change"], one["finding"]["fingerprint"]) for one in folders["findings"]}
    for one, other in [(old, new), (old, copy.folder), (EXAMPLE, new)]:
        document, name = check.diff(one, other), f"{one.name} and {other.name}"
        check.same(f"{name}: findings", {(two["change"], two["finding"]["fingerprint"]) for two in document["findings"]}, prints)
        check.expect(f"{name}: facts", document["facts"] is None)
        check.same(f"{name}: documents", {two for two in told(document)["documents"]}, told(folders)["documents"])
        privileged = {right for right in told(folders)["rights"] if right[2] in {"LocalAdmin", "GlobalAdmin", "ContractModuleAdmin"}}
        check.same(f"{name}: rights", told(document)["rights"], privileged)
        sides = {side for two in document["findings"] for cause in two["causes"] for side in ["old", "new"] if cause[side]
                 if not cause["old" if side == "new" else "new"] and (two["change"] == "fixed") == (side == "new")}
        check.expect(f"{name}: a cause is a fact that the finding rests on", not sides, sides)


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--sample", type=int)
    wish = parser.parse_args(arguments)
    check = Check(str(pathlib.Path(wish.tilsyn).resolve()))
    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place)
        check_plants(check, wish.sample, scratch)
        check_results(check, scratch)
    diff_guises.check_guises(check, wish.sample)
    diff_guises.check_missing(check, wish.sample)
    diff_use.check_size(check, wish.sample)
    diff_use.check_use(check)
    for line in check.wrong:
        print(line)
    print(f"diff.py: {check.tried} comparisons, {len(check.wrong)} otherwise than expected")
    return 1 if check.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
