#!/usr/bin/env python3
"""Adds what says little or nothing to the examples, and sees that no certain finding is lost for it.

usage: more.py TILSYN [--sample N] [--seed S] [--example NAME]…

Each example is audited as it is; with each document of Tests/Cases/coverage beside it (another organisation's, a part of a
list); and with one unusable record in each of its lists, in each of three shapes: nothing that is known, a text in place of a
record, and the first record with every value spoiled. A violation that other records prove stays one.

Where a policy fails for what is *not* there (no approval, no mailbox, no role), an unusable record may be just that. Those
are named in EXCEPTIONS, each with its reason. The numbers are printed. Ends in 1 where a finding is lost that is not named.
"""
import argparse
import collections
import concurrent.futures
import fnmatch
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

from damage import TOTALS, decoded, exports, is_workbook, share, table
from more_university import UNIVERSITY

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ["kommune", "bedrift-no", "altinn-policies", "larenett-no", "universitet"]
SPOILT = "¤ ikke læsbart"
SHAPES = ["empty", "text", "spoiled"]

UNIT_AGAIN = "it may list the roles of the same unit once more, and what two records of a unit say differently is in dispute"
RIGHT = "it may be what gave whoever performed the delegation the right to it"
EMPLOYED = "it may be a later employment of the same person, under another number"

# The municipality's lists of users, and of those who hold a role there.
USERS = ["kitos/*/users-page-*.json", "kitos/forsyning/odata-users.json", "kitos/kommune/brugere-overblik.csv"]
HOLDERS = ["kitos/sekretariatet/lokale-administratorer.json", "kitos/sekretariatet/rettighedshavere.json"]
KNEW = "it may be the local administrator who knew of the approval, by the address that it names"
ROLE = "it may be the same user once more, with a role that explains it, or in an organisation for which it acts"
OBJECT = "it may be the same object once more, with a role of the user on it, or a start of a relation to it"
TYPE = "it may be the type of the user's role once more, and let it write"
MAILBOX = "it may be the mailbox, or give it an address that the register calls functional"
DECLARED = "it may be another entry of the mailbox, which calls it functional"
EMPLOYEE = "it may be the same employee once more, with other days, another user or another position"
LINK = "it may be the same unit once more, where the link of the user is another one"
STEP = "it may be the step, or the same one on another day"
ENTRY = "it may be the same integration once more, where the cell says something else or the integration has ended"

# Policy, document, and what the unusable record of that document may be.
EXCEPTIONS: list = [
    *[(policy, document, why) for document, why, policies in UNIVERSITY for policy in policies],
    ("altinn.acts-for-customers-not-for-supplier", "brreg/roller.json", UNIT_AGAIN),
    ("altinn.agent-system-client-ended", "brreg/roller.json", UNIT_AGAIN),
    ("altinn.client-relation-ended", "brreg/roller.json", UNIT_AGAIN),
    ("altinn.delegation-without-right-to-delegate", "brreg/roller.json", UNIT_AGAIN),
    ("altinn.resigned-still-authorised", "brreg/roller.json", UNIT_AGAIN),
    ("er.unit-has-key-role", "brreg/roller.json", UNIT_AGAIN),
    ("altinn.acts-for-customers-not-for-supplier", "fjordvik/*roller.json",
     "it may say that the supplier is a sub-unit of the municipality, and that the holder manages that"),
    ("altinn.delegation-without-right-to-delegate", "fjordvik/skolens-roller.json",
     "it may say that the municipality is a sub-unit of another, and that the performer manages that"),
    *[(f"altinn.{name}", "coverage/56-sub-unit-of-a-known-unit-enheter.json", "it says of the school that it is another's")
      for name in ["delegation-repeats-role", "main-administrators"]],
    ("altinn.delegation-without-right-to-delegate", "nordlys/roller.json",
     "it may say that the municipality is a sub-unit of the supplier, and that the performer manages that"),
    ("altinn.acts-for-customers-not-for-supplier", "metadata/rollekart.json",
     "it may give the holder's role another, which carries the package"),
    ("altinn.acts-for-customers-not-for-supplier", "metadata/roller.json",
     "it may be a role that has the name of the holder's as an older name, and carries the package"),
    ("altinn.acts-for-customers-not-for-supplier", "nordlys/pakker.json", "it may be the package, given to the holder"),
    ("altinn.acts-for-customers-not-for-supplier", "nordlys/roller.json", "it may be another role of the holder"),
    ("altinn.delegation-without-right-to-delegate", "fjordvik/delegeringshistorikk.json", RIGHT),
    ("altinn.delegation-without-right-to-delegate", "fjordvik/pakker.json", RIGHT),
    ("altinn.delegation-without-right-to-delegate", "fjordvik/ressurser.json", RIGHT),
    ("altinn.delegation-without-right-to-delegate", "fjordvik/roller.json", RIGHT),
    ("altinn.delegation-without-right-to-delegate", "fjordvik/tidligere-roller.csv", RIGHT),
    ("altinn.delegation-without-right-to-delegate", "metadata/tilgangspakker.json", RIGHT),
    ("altinn.group-held-without-basis", "metadata/rollepakker.json", "it may be what says that the role carries the package"),
    ("altinn.group-held-without-basis", "metadata/roller.json",
     "it may be a role that has the name of the shown one as an older name, and carries the package"),
    ("altinn.leaver-holds-authority", "hr/*.csv", EMPLOYED),
    ("kitos.leaver-answers-for-no-mailbox", "hr/*.csv", EMPLOYED),
    ("kitos.leaver-holds-no-right", "hr/*.csv", EMPLOYED),
    ("altinn.maskinporten-supplier-approved", "register/godkjenninger.csv", "it may be the approval"),
    ("altinn.unknown-subject", "metadata/tilgangspakker.json", "it may be the package that the policy names"),
    *[("kitos.api-access-approved", path, KNEW) for path in [*USERS, *HOLDERS, "kitos/sekretariatet/tvaergaaende.json"]],
    *[(f"kitos.{name}-only-via-assigned-role", path, ROLE)
      for name in ["write", "permission", "catalogue-write"] for path in [*USERS, *HOLDERS]],
    *[("kitos.local-admin-count", path, "it may be the local administrator")
      for path in [*USERS, HOLDERS[0]]],
    ("altinn.acts-for-customers-not-for-supplier", "coverage/*-sub-unit-of-*-roller.json", UNIT_AGAIN),
    ("kitos.local-admin-count", "coverage/*", "its organisation is not said, so that the administrator in it may be that of any"),
    *[("kitos.write-assigned-by-local-admin", path, "it may say that whoever gave the role was local or global administrator")
      for path in [*USERS, HOLDERS[0], "kitos/sekretariatet/globale-administratorer.json"]],
    *[(f"kitos.{name}-only-via-assigned-role", f"kitos/{path}", OBJECT)
      for name in ["write", "permission"]
      for path in ["usages-page-*.json", "contracts-page-*.json", "data-processing-page-*.json"]],
    ("kitos.catalogue-write-only-via-assigned-role", "kitos/systemkatalog.json", "it may be the entry once more, of another owner"),
    ("kitos.write-only-via-assigned-role", "kitos/role-types/*.json", TYPE),
    *[(f"kitos.{name}", "exchange/*.csv", MAILBOX)
      for name in ["api-user-is-functional-mailbox", "api-user-is-not-a-person", "api-mailbox-receives-mail"]],
    ("kitos.api-user-in-own-domain", "exchange/*.csv", "it may be a mailbox in that domain, which is an own one then"),
    *[(f"kitos.{name}", "registers/mailboxes.csv", DECLARED)
      for name in ["api-user-is-functional-mailbox", "api-user-is-not-a-person"]],
    *[(name, "hogskolen/*ansatte.json", EMPLOYED)
      for name in ["altinn.leaver-holds-authority", "dfo.unit-leader-has-left", "hr.external-holds-privileged-right",
                   "hr.leaver-holds-right", "hr.mover-keeps-right", "hr.not-yet-started-holds-right", "hr.sources-agree",
                   "integration.has-owner"]],
    *[(f"dfo.{name}", "hogskolen/*ansatte.json", EMPLOYEE)
      for name in ["extra-post-outlives-employment", "placeholder-position", "unit-authorisation-outlives-employment",
                   "unit-authorisation-outside-own-unit"]],
    *[(name, "hogskolen/organisasjoner.json", LINK)
      for name in ["dfo.unit-authorisation-outlives-employment", "dfo.unit-authorisation-outside-own-unit",
                   "hr.external-holds-privileged-right", "hr.leaver-holds-right", "hr.mover-keeps-right",
                   "hr.not-yet-started-holds-right"]],
    *[(name, "register/approvals.csv", "it may be the approval")
      for name in ["dfo.unit-authorisation-outside-own-unit", "hr.external-holds-privileged-right", "hr.mover-keeps-right"]],
    ("hr.mover-keeps-right", "hogskolen/stillinger.json", "it may be a position in the unit, held by the user"),
    ("dfo.unit-authorisation-outside-own-unit", "hogskolen/stillinger.json", "it may be a position in the unit, held by the user"),
    ("ks.allow-list-no-wider", "register/approvals.csv", "it may be the approval"),
    ("ks.allow-list-no-wider", "register/integration-addresses.csv", "it may be the same entry once more, with a purpose"),
    ("ks.addresses-allowed", "register/integration-addresses.csv", "it may be the address of KS"),
    ("ks.endpoints-delivered", "register/integration-endpoints.csv", "it may be the endpoint"),
    *[(f"ks.{name}", "register/integration-steps.csv", STEP)
      for name in ["endpoints-tested", "lab-before-production", "lab-cleared", "persons-confirmed",
                   "structure-before-persons"]],
    *[(name, "register/integrations.csv", ENTRY)
      for name in ["integration.has-end-or-review", "integration.has-owner", "integration.secret-not-by-mail",
                   "ks.addresses-allowed", "ks.basic-auth", "ks.endpoints-delivered", "ks.lab-cleared",
                   "ks.no-example-user", "ks.request-in-case"]],
]


def lists(folder: pathlib.Path) -> list:
    """Every list: (path, where). `where` is the key of the list in a JSON document, else empty."""
    found = []
    for path in exports(folder):
        data = (folder / path).read_bytes()
        if is_workbook(data):
            continue
        if path.endswith(".json"):
            value = json.loads(data)
            if isinstance(value, list):
                found.append((path, ""))
            elif isinstance(value, dict):
                found += [(path, key) for key, rows in value.items() if isinstance(rows, list) and rows
                          and isinstance(rows[0], dict)]
        elif path.endswith((".csv", ".tsv")):
            found.append((path, ""))
    return found


def spoiled(value: object) -> object:
    if isinstance(value, dict):
        return {key: spoiled(part) for key, part in value.items()}
    return [spoiled(part) for part in value] if isinstance(value, list) else SPOILT


def with_record(data: bytes, path: str, key: str, shape: str) -> bytes:
    if path.endswith(".json"):
        value = json.loads(data)
        rows = value[key] if key else value
        first = next((row for row in rows if isinstance(row, dict)), {})
        rows.append({"empty": {}, "text": SPOILT, "spoiled": spoiled(first)}[shape])
        # The list counts what it holds, also what cannot be read.
        for total in TOTALS & (value.keys() if key else set()):
            value[total] += 1
        return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
    _, rows, delimiter, encoding = table(data)
    text = decoded(data)[0]
    end = "\r\n" if "\r\n" in text else "\n"
    sign = SPOILT.encode(encoding, "replace").decode(encoding)
    width = len(rows[0])
    row = {"empty": delimiter.join(["", *[""] * (width - 2), "-"]), "text": sign, "spoiled": delimiter.join([sign] * width)}[shape]
    bom = b"\xff\xfe" if data.startswith(b"\xff\xfe") else b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    plain = {"utf-16": "utf-16-le", "utf-8-sig": "utf-8"}.get(encoding, encoding)
    return bom + (text + ("" if text.endswith("\n") else end) + row + end).encode(plain)


class Example:
    def __init__(self, tool: str, name: str, scratch: pathlib.Path):
        self.tool, self.name, self.scratch = tool, name, scratch
        self.folder = scratch / "whole"
        shutil.copytree(ROOT / "examples" / name, self.folder)
        self.full = self.fails(self.folder, scratch / "full.json")
        self.tally: collections.Counter = collections.Counter()

    def fails(self, folder: pathlib.Path, result: pathlib.Path) -> dict:
        result.unlink(missing_ok=True)
        done = subprocess.run([self.tool, "audit", str(folder), "--as-of", "2026-11-20", "-q", "-f", f"json={result}"],
                              capture_output=True, text=True)
        if not 0 <= done.returncode <= 2 or not result.exists():
            raise RuntimeError(f"exit {done.returncode}: {done.stderr[-400:]}")
        found: dict = {}
        for finding in json.loads(result.read_text(encoding="utf-8"))["findings"]:
            if finding["verdict"] == "fail":
                found[finding["fingerprint"]] = (finding["policy"], finding["subject"]["label"])
        return found

    def lost(self, document: str, fails: dict) -> list:
        """For each policy, how many certain findings are gone that no exception names, and the first of them."""
        gone: dict = collections.defaultdict(list)
        for fingerprint, (policy, label) in self.full.items():
            if fingerprint in fails:
                self.tally["certain findings kept"] += 1
            elif any(fnmatch.fnmatch(policy, name) and fnmatch.fnmatch(document, path) for name, path, _ in EXCEPTIONS):
                self.tally["named exceptions"] += 1
            else:
                gone[policy].append(label)
        self.tally["certain findings lost"] += sum(map(len, gone.values()))
        return [f"lost {len(labels)} of {policy}, {min(labels)}" for policy, labels in sorted(gone.items())]


def additions(example: Example) -> list:
    """What is added: (name for people, document for the exceptions, path, function of the old bytes or None)."""
    found = []
    for path in sorted((ROOT / "Tests/Cases/coverage").glob("*/**/*")):
        if path.is_file() and path.name not in ("case.json", "tilsyn.yaml"):
            name = f"{path.parent.name}-{path.name}"
            found.append((f"with coverage/{name}", f"coverage/{name}", f"tilføjet/{name}", lambda old, path=path: path.read_bytes()))
    for path, key in lists(example.folder):
        for shape in SHAPES:
            found.append((f"with a record ({shape}) in {path} {key}".rstrip(), path, path,
                          lambda old, path=path, key=key, shape=shape: with_record(old, path, key, shape)))
    return found


def run(tool: str, name: str, sample: int | None, seed: int, jobs: int) -> int:
    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place)
        example = Example(tool, name, scratch)
        chosen = additions(example)
        count = len(chosen)
        wanted = share(sample, name)
        if wanted is not None and wanted < count:
            chosen = random.Random(seed).sample(chosen, wanted)

        def work(worker: int) -> list:
            copy, lines = scratch / f"copy-{worker}", []
            shutil.copytree(example.folder, copy)
            for title, document, path, change in chosen[worker::jobs]:
                target = copy / path
                old = target.read_bytes() if target.exists() else None
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(change(old))
                try:
                    found = example.lost(document, example.fails(copy, scratch / f"result-{worker}.json"))
                except RuntimeError as error:
                    found = [str(error)]
                target.unlink() if old is None else target.write_bytes(old)
                lines += [f"{name} {title}: {line}" for line in found]
            return lines

        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            lines = [line for found in pool.map(work, range(jobs)) for line in found]
        for line in lines:
            print(line)
        told = "; ".join(f"{what}: {number}" for what, number in sorted(example.tally.items()))
        print(f"{name} with {len(chosen)} of {count} additions, one at a time: {told}")
        return len(lines)


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--example", action="append", choices=EXAMPLES)
    wish = parser.parse_args(arguments)
    tool = str(pathlib.Path(wish.tilsyn).resolve())
    found = [run(tool, name, wish.sample, wish.seed, wish.jobs) for name in wish.example or EXAMPLES]
    return 1 if sum(found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
