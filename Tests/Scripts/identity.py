#!/usr/bin/env python3
"""Checks that an identity number in an export of the Norwegian example comes out nowhere, whatever field it stands in.

usage: identity.py TILSYN [--jobs N] [--all]

Outputs of the example may hold no identity number of its people. Then each field of each document in turn becomes a
canary of one of four countries: as a text, within a text, as a number, or as a key, in turn, and a file and its folder are
named after one; with `--all` each field becomes all of them, and `sources` runs beside `audit`. One run seeds one field of
every document at once.
"""
import argparse
import concurrent.futures
import copy
import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "examples" / "generate"))
from bedrift_no import Example  # noqa: E402
from bedrift_world import World  # noqa: E402

CANARY = "21909000777"
LEAK = re.compile("2190 ?90[ .-]?00777|21909000|2826130779|28261.30779|010101[ -]?0101|０１０１０１|(19)?121272-?1212|010101A900R".encode())
# Each with its country: Norway whole, without its zero and in groups; Denmark, Sweden, Finland; as other hands write them.
FORMS = [CANARY, f"gitt til {CANARY[:6]} {CANARY[6:]} i mai", int(CANARY), {CANARY: 1},
         "2826130779", 2826130779, "CPR 010101-0101", "0101010101", {"010101-0101": 1}, "01\u200b0101-0101", "０１０１０１-０１０１",
         "19121272-1212", "121272-1212 og", {"191212721212": 1}, "010101A900R", "hetu:010101A900R.", "219090.00777"]
NAMES = [CANARY, "010101-0101", "121272-1212", "010101A900R", "2826130779", "219090 00777"]
ID = "5f3c0a52-7d1e-4c3a-9a53-2f1f0f6a4b10"
PARTY = {"id": ID, "name": "Prøve AS", "type": "Organisasjon", "variant": "AS", "organizationIdentifier": "313000009",
         "isDeleted": False, "dateOfDeath": None}
# Documents of the kinds that the example does not have.
OTHERS = {
    "instanser.json": [{"resource": {"refId": "r1"}, "instance": {"refId": "i1"},
                        "permissions": [{"from": PARTY, "to": PARTY, "role": {"code": "x"}, "via": PARTY}]}],
    "tilknytninger.json": [{"party": PARTY, "roles": [{"code": "supplier"}], "connections": []}],
    "tildeling.json": [{"from": {"partyUuid": ID}, "role": {"source": "ccr", "identifier": "daglig-leder"},
                        "to": {"partyUuid": ID}}],
    "rettigheter.json": [{"from": [{"id": "urn:altinn:organizationnumber", "value": "313000009"}],
                          "to": [{"id": "urn:altinn:userid", "value": "5"}], "rightDelegationResults": [
                              {"resource": [{"id": "urn:altinn:resource", "value": "r"}], "action": "read",
                               "status": "Delegated"}]}],
    "skjema.json": [{"offeredbypartyid": 1, "offeredbyorganizationNumber": 313000009, "coveredbypartyid": 2,
                     "CoveredByOrganizationNumber": "313000017", "resourceid": "r"}],
    "foresporsler.json": [{"id": "q", "type": "package", "status": "Pending", "from": PARTY, "to": PARTY,
                           "package": {"urn": "urn:altinn:accesspackage:a"}, "lastUpdated": "x"}],
    "agenter.json": [{"agent": PARTY, "access": [{"role": {"code": "revisor"},
                                                  "packages": [{"urn": "urn:altinn:accesspackage:a"}]}]}],
    "gamle-roller.json": [{"RoleDefinitionCode": "UTINN", "RoleName": "Utfyller"}],
    "ressursliste.json": [{"identifier": "r1", "hasCompetentAuthority": {}, "resourceType": "AltinnApp", "delegable": True}],
    "rolletyper.json": {"_embedded": {"rolletyper": [{"kode": "DAGL", "beskrivelse": "Daglig leder"}]}},
}


def leaves(value: object, path: tuple = ()) -> list:
    """Paths of all single values, in order."""
    if isinstance(value, dict):
        return [leaf for key, part in value.items() for leaf in leaves(part, (*path, key))] or [path]
    if isinstance(value, list):
        return [leaf for index, part in enumerate(value) for leaf in leaves(part, (*path, index))] or [path]
    return [path]


def fields(value: object) -> list:
    """One path for each field: the last place that has it, since the first ones decide what the document is."""
    found: dict = {}
    for path in leaves(value):
        found[tuple(part for part in path if isinstance(part, str))] = path
    return [path for path in found.values() if path]


def seeded(value: object, path: tuple, form: object) -> object:
    result = copy.deepcopy(value)
    part = result
    for step in path[:-1]:
        part = part[step]
    if isinstance(form, dict) and isinstance(part, dict):
        part[next(iter(form))] = part.pop(path[-1])
    else:
        part[path[-1]] = form
    return result


class Seeds:
    """Every way of putting the canary into one file."""

    def __init__(self, name: str, data: bytes, every_form: bool):
        self.name, self.ways = name, []
        if name.endswith(".json"):
            value = json.loads(data)
            for index, path in enumerate(fields(value)):
                self.ways += [lambda path=path, form=form: json.dumps(
                    seeded(value, path, form), ensure_ascii=False).encode()
                    for form in (FORMS if every_form else [FORMS[index % len(FORMS)]])]
        elif name.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(data.decode())))
            for column in range(len(rows[0])):
                texts = [form for form in FORMS if not isinstance(form, dict)]
                self.ways += [lambda column=column, form=form: self.table(rows, column, str(form))
                              for form in (texts if every_form else [texts[(2 * column + turn) % len(texts)] for turn in (0, 1)])]
        else:
            text = data.decode()
            for word in sorted(set(re.findall(r">([^<>\s][^<>]*)<|Id=\"([^\"]+)\"|(?<=[|*])([^|*\n]+)(?=[|*])", text))):
                part = max(word, key=len)
                form = [form for form in FORMS if isinstance(form, str)][len(self.ways) % 9]
                self.ways.append(lambda part=part, form=form: text.replace(part, form, 1).encode())

    @staticmethod
    def table(rows: list, column: int, cell: str) -> bytes:
        out = io.StringIO()
        last = rows[-1][:column] + [cell] + rows[-1][column + 1:]
        csv.writer(out, lineterminator="\n").writerows([*rows[:-1], last])
        return out.getvalue().encode()


def leaks_of(binary: str, folder: pathlib.Path, out: pathlib.Path, pattern: re.Pattern, every_form: bool) -> list:
    """Names of the outputs that hold what they must not."""
    audit = ["audit", str(folder), "--as-of", "2026-11-20", "--no-progress", *(["-v"] if every_form else []),
             "-o", str(out / "report")]
    found = []
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    for command in [audit, ["sources", str(folder), "--format", "json"]][:2 if every_form else 1]:
        done = subprocess.run([binary, *command], capture_output=True, check=False)
        if done.returncode < 0 or done.returncode > 3:
            found.append(f"{command[0]} ended in {done.returncode}: {done.stderr.decode(errors='replace')[-200:]}")
        texts = {f"{command[0]} output": done.stdout, f"{command[0]} messages": done.stderr}
        texts |= {path.name: path.read_bytes() for path in out.rglob("*") if path.is_file()}
        for name, data in texts.items():
            if hit := pattern.search(data):
                found.append(f"{name}: …{data[max(0, hit.start() - 60):hit.end() + 20].decode(errors='replace')}…")
    return found


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--jobs", type=int, default=max(1, os.cpu_count() or 1))
    parser.add_argument("--all", action="store_true")
    wish = parser.parse_args(arguments)
    World.customers_wanted = 60
    example = Example()
    example.build()
    leaks = []
    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place)
        binary = str(pathlib.Path(wish.tilsyn).resolve())
        example.write(scratch / "whole")
        (scratch / "whole" / "annet").mkdir()
        for name, value in OTHERS.items():
            (scratch / "whole" / "annet" / name).write_text(json.dumps(value), encoding="utf-8")
        numbers = {digits for path in (scratch / "whole").rglob("*") if path.is_file()
                   for digits in re.findall(r"(?<!\d)\d\d[89]\d{8}(?!\d)", path.read_text(encoding="utf-8"))}
        everybody = re.compile("|".join(sorted(numbers)).encode())
        leaks += [f"as it is: {leak}" for leak in leaks_of(binary, scratch / "whole", scratch / "out", everybody, True)]
        told = {"tilsyn.yaml", "planted.json"}
        seeds = [Seeds(path.relative_to(scratch / "whole").as_posix(), path.read_bytes(), wish.all)
                 for path in sorted((scratch / "whole").rglob("*")) if path.is_file() and path.name not in told]
        # Documents with few fields are seeded again and again beside those with many.
        rounds = max(len(seed.ways) for seed in seeds)

        def share(worker: int) -> list:
            found, folder = [], scratch / f"variant-{worker}"
            shutil.copytree(scratch / "whole", folder)
            for turn in range(worker, rounds, wish.jobs):
                for index, seed in enumerate(seeds):
                    (folder / seed.name).write_bytes(seed.ways[(turn + index) % len(seed.ways)]())
                renamed = folder / seeds[turn % len(seeds)].name
                number = NAMES[turn % len(NAMES)]
                named = renamed.parent / f"by_{number}" / f"{number}{renamed.suffix}"
                named.parent.mkdir()
                renamed.rename(named)
                found += [f"turn {turn}: {leak}" for leak in leaks_of(binary, folder, scratch / f"out-{worker}", LEAK, wish.all)]
                shutil.rmtree(named.parent)
            return found

        with concurrent.futures.ThreadPoolExecutor(wish.jobs) as pool:
            for found in pool.map(share, range(wish.jobs)):
                leaks += found
    for leak in leaks:
        print(f"LEAK {leak}")
    print(f"{len(numbers)} identity numbers, {sum(len(seed.ways) for seed in seeds)} seeded fields in {rounds} runs, "
          f"{len(leaks)} leaks")
    return 1 if leaks or len(numbers) < 100 or rounds < 20 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
