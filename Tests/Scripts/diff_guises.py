"""What `tilsyn diff` says of copies in another guise, and of folders that lack exports: for diff.py."""
import pathlib
import shutil
import tempfile

import baseline_same
import moved
from damage import exports
from diff_check import MIRROR, ROOT, Check, is_hole, told
from turn import drawn

GUISES = {"as it is": None, "renamed": moved.rename_all, "turned around": baseline_same.reordered, "indented": baseline_same.indented,
          "in UTF-16": baseline_same.encoded}
# A step and a line of a table of KS are known by the line in which they stand, and equal secrets are counted where the first is.
BY_PLACE = {"integration.step", "kitos.document_with_credentials", "ks.document"}
# What such a policy forbids is the document itself: taking it away mends it.
MENDED_BY_REMOVAL = {"dfo.export-without-contracts"}


def copied(name: str, place: str) -> pathlib.Path:
    copy = pathlib.Path(place) / "copy"
    shutil.copytree(ROOT / "examples" / name, copy)
    return copy


def check_guises(check: Check, sample: int | None) -> None:
    for name in moved.EXAMPLES:
        for what in drawn(list(GUISES), None if sample is None else 1):
            with tempfile.TemporaryDirectory() as place:
                copy = copied(name, place)
                if GUISES[what]:
                    GUISES[what](copy)
                for old, new in [(ROOT / "examples" / name, copy), (copy, ROOT / "examples" / name)][:None if sample is None else 1]:
                    same_exports(check, f"{name} {what}", check.diff(old, new), what)
                if what == "as it is":
                    done = check.run("diff", ROOT / "examples" / name, copy, *moved.AS_OF, "--exit-code")
                    check.expect(f"{name} against itself: the code", done.returncode == 0, done.returncode)


def same_exports(check: Check, name: str, document: dict, what: str) -> None:
    found = told(document)
    found["findings"] = {one for one in found["findings"] if one[1] not in moved.BY_PLACE}
    for part in ["rights", "findings"]:
        check.expect(f"{name}, {part}", not found[part], sorted(found[part])[:3])
    check.expect(f"{name}, policies", not document["policies"], document["policies"])
    facts = [one for one in document["facts"] if one["relation"] not in BY_PLACE and not is_hole(one)]
    check.expect(f"{name}, facts", not facts, facts[:2])
    changes = {change for change, _ in found["documents"]}
    check.expect(f"{name}, documents", changes <= {"renamed": {"moved", "changed"}, "as it is": set()}.get(what, {"changed"}), changes)
    if what == "as it is":
        check.expect(f"{name} against itself", document["same"])


def check_missing(check: Check, sample: int | None) -> None:
    """Without an export nothing that it showed is lost or mended, and what is more is the mirror of what is less."""
    for name in drawn(moved.EXAMPLES, None if sample is None else 2):
        for path in drawn(sorted(exports(ROOT / "examples" / name)), 12 if sample is None else 1):
            with tempfile.TemporaryDirectory() as place:
                copy = copied(name, place)
                (copy / path).unlink()
                missing(check, f"{name} without {path}", ROOT / "examples" / name, copy)
    for name in moved.EXAMPLES if sample is None else ["altinn-policies"]:
        with tempfile.TemporaryDirectory() as place:
            copy = copied(name, place)
            for path in sorted(exports(copy))[1:]:
                (copy / path).unlink()
            missing(check, f"{name} and one export of it", ROOT / "examples" / name, copy)


def missing(check: Check, name: str, whole: pathlib.Path, less: pathlib.Path) -> None:
    document = check.diff(whole, less)
    for part, never in [("findings", {"fixed"}), ("rights", {"lost", "lost-indirectly"})]:
        told_so = [one for one in document[part] if one["change"] in never
                   and (part == "rights" or one["finding"]["policy"] not in MENDED_BY_REMOVAL)]
        check.expect(f"{name}, {part}", not told_so or not lacks(document), told_so[:1])
    back = check.diff(less, whole)
    # Nothing is `lost` or `uncertain-now` in the one without being gained or certain in the other, and the other way around.
    one, other = ({(right["holder"], right["right"], right["place"]) for right in side["rights"]} for side in [document, back])
    check.same(f"{name}, rights from the other side", one, other)
    check.same(f"{name}, documents from the other side", {(MIRROR[change], path) for change, path in told(document)["documents"]},
               told(back)["documents"])


def lacks(document: dict) -> bool:
    """Whether the later side has fewer documents of a kind, with fewer records."""
    kinds: dict = {}
    for one in document["documents"]:
        if one["kind"]:
            count, records = kinds.get(one["kind"], (0, 0))
            kinds[one["kind"]] = (count + {"appeared": 1, "disappeared": -1}.get(one["change"], 0),
                                  records + (one["records"]["new"] or 0) - (one["records"]["old"] or 0))
    return any(count < 0 and records < 0 for count, records in kinds.values())
