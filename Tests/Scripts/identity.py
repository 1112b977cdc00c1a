#!/usr/bin/env python3
"""Checks that an identity number in an export of the Norwegian example comes out nowhere, whatever field it stands in.

usage: identity.py TILSYN [--jobs N] [--forms N] [--sample N]

Outputs of the example may hold no identity number of its people. Then each field of each document in turn becomes a
canary of one of four countries: as a text, within a text, as a number, or as a key, with another sign between its groups, in
turn; a file and its folder are named after one, and another question that repeats one is asked beside the audit. With `--forms`
each field becomes so many of them. One run seeds one field of every document at once. With `--sample` so many of these runs
are made and so many questions asked of the example as it is, each turn others (turn.py).
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
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
FORMATS = ["text", "json", "rows", "html", "csv", "csv-nordic", "markdown", "sarif", "junit", "gitlab", "github", "xlsx",
           "oscal"]
sys.path.insert(0, str(ROOT / "examples" / "generate"))
from bedrift_no import Example  # noqa: E402
from bedrift_world import World  # noqa: E402
from turn import drawn  # noqa: E402
from unpacked import unpacked  # noqa: E402

CANARY = "21909000777"
# What hands, names of files, addresses, pages, mail and programs put between a date and a serial.
SIGNS = [" ", "  ", "-", "--", " - ", "_", "~", "·", ",", ", ", ":", ";", ".", "/", "|", "*", "=", "(", " (", "'", "\t", "\n",
         "\u00a0", "\u00ad", "\u200b", "\u2011", "\u2013", "\u2212", "\uff0d", "%20", "%2D", "%2d", "%C2%A0", "%E2%80%91", "%252D",
         "=2D", "=20", "=C2=A0", "&#45;", "&#8209;", "&#x2D;", "&nbsp;", "&ndash;", "&shy;", "&amp;#8209;", "\\u002d", "\\u{2011}",
         "\\x2D", "\\055", "\\t", "_x002D_", "%20-%20"]
# Of each country date and serial, and as they stand in a pattern.
PARTS = [("219090", "00777"), ("010101", "0101"), ("121272", "1212"), ("010101", "900R"), ("01.01.1990", "0101"), ("21901990", "00777")]
# A sign, or how it is spelt out.
GAP = (r"(?:[^A-Za-z0-9]|%[0-9A-Fa-f]{2}|%25|=[0-9A-F]{2}|&(?:amp;)?#?\w+;|amp;|\\+u\{?[0-9A-Fa-f]{2,4}\}?|\\+x[0-9A-F]{2}|\\+055"
       r"|\\+[tnr]|_x00\w\w_){0,8}")
LEAK = re.compile("|".join(
    ["21909000", "2826130779", "28261.30779", "0101010101", "０１０１０１", "(19)?1212721212", "010101[aA]900[rR]", "21901990", "21.90.1990"]
    + [re.escape(date) + GAP + serial for date, serial in PARTS]).encode())
# Each with its country: Norway whole, without its zero and in groups; Denmark, Sweden, Finland; as other hands write them;
# within rows of more digits, and two in a row.
FORMS = [CANARY, f"gitt til {CANARY[:6]} {CANARY[6:]} i mai", int(CANARY), {CANARY: 1},
         "2826130779", 2826130779, "CPR 010101-0101", "0101010101", {"010101-0101": 1}, "01\u200b0101-0101", "０１０１０１-０１０１",
         "19121272-1212", "121272-1212 og", {"191212721212": 1}, "010101A900R", "hetu:010101A900R.", "219090.00777",
         "Ola%2021909000777.pdf", "2190900077721909000777", "2026112021909000777", "00021909000777", {"sag_010101_0101": 1}, "01.01.1990-0101",
         "01_01_1990_0101", "x=010101-0101", "id=219090=2D00777", "2 1 9 0 9 0 0 0 7 7 7", "21 90 90 00777", "21.90.1990-00777"]
FORMS += [start + date + sign + serial + end for index, sign in enumerate(SIGNS)
          for date, serial in [PARTS[index % len(PARTS)], PARTS[(index + 1) % len(PARTS)]]
          for start, end in [[("", ""), ("sag_", ".pdf"), ("?q=", "&b=1"), ("nr", "og")][index % 4]]]
NAMES = [CANARY, "010101-0101", "121272-1212", "010101A900R", "2826130779", "219090 00777", "sag_010101_0101", "Ola%2021909000777",
         "219090%2D00777", "01.01.1990-0101", "219090  00777", "010101~0101", "121272·1212", "219090,00777", "219090:00777",
         "219090 (00777)", "219090&#8209;00777", "2190900077721909000777", "010101=2D0101", "010101\\u002d0101", "010101%2D900R",
         "010101&nbsp;0101", "219090\u00a000777", "010101\n0101"]
# What else the program is asked, in turn. `@` is the number of the turn.
QUESTIONS = [["sources", "/"], ["sources", "/", "--format", "json"], ["query", "employees.person(person, name: name)", "/"],
             ["query", "employees.employment(e, person: p, unit: u)", "/"], ["query", "er.person_role(unit: u, role: r, person: p)", "/"],
             ["query", "altinn.party(party: p, kind: k)", "/"], ["query", "employees.person(\"@\", name: n)", "/"],
             ["diff", "nothing", "/", "-v"], ["diff", "nothing", "/", "--format", "json"],
             ["why", "altinn.leaver-holds-authority", "/"], ["why", "altinn.leaver-holds-authority", "--subject", "@", "/"],
             ["why-not", "altinn.leaver-holds-authority", "@", "/"], ["who", "read", "@", "/"], ["can", "@", "/"],
             ["audit", "/@", "/"], ["audit", "/", "-v"], ["audit", "/", "--config", "@.yaml"], ["audit", "/", "-f", "json=/@/x.json"],
             ["policy", "show", "@"], ["relations", "@"], ["audit", "/", "--as-of", "@"], ["audit", "/", "-p", "/@.policy"]]
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

    def __init__(self, name: str, data: bytes, forms: int):
        self.name, self.ways = name, []
        # Each file begins elsewhere, so that every form has its turn.
        start = zlib.crc32(name.encode())
        texts = [form for form in FORMS if not isinstance(form, dict)]
        if name.endswith(".json"):
            value = json.loads(data)
            for index, path in enumerate(fields(value)):
                self.ways += [lambda path=path, form=form: json.dumps(
                    seeded(value, path, form), ensure_ascii=False).encode()
                    for form in (FORMS[(start + forms * index + turn) % len(FORMS)] for turn in range(forms))]
        elif name.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(data.decode())))
            for column in range(len(rows[0])):
                self.ways += [lambda column=column, form=form: self.table(rows, column, str(form))
                              for form in (texts[(start + 4 * forms * column + turn) % len(texts)]
                                           for turn in range(4 * forms))]
        else:
            text = data.decode()
            for word in sorted(set(re.findall(r">([^<>\s][^<>]*)<|Id=\"([^\"]+)\"|(?<=[|*])([^|*\n]+)(?=[|*])", text))):
                part = max(word, key=len)
                form = str(texts[(start + len(self.ways)) % len(texts)])
                self.ways.append(lambda part=part, form=form: text.replace(part, form, 1).encode())

    @staticmethod
    def table(rows: list, column: int, cell: str) -> bytes:
        out = io.StringIO()
        last = rows[-1][:column] + [cell] + rows[-1][column + 1:]
        csv.writer(out, lineterminator="\n").writerows([*rows[:-1], last])
        return out.getvalue().encode()


def leaks_of(binary: str, folder: pathlib.Path, out: pathlib.Path, pattern: re.Pattern, questions: list) -> list:
    """Names of the outputs that hold what they must not."""
    audit = ["audit", str(folder), "--as-of", "2026-11-20", "--no-progress", "-o", str(out / "report"),
             *(part for name in FORMATS for part in ("-f", name))]
    found = []
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    for command in [audit, *questions]:
        done = subprocess.run([binary, *command], capture_output=True, check=False)
        if done.returncode < 0 or done.returncode > 3 and done.returncode != 64:
            found.append(f"{command[0]} ended in {done.returncode}: {done.stderr.decode(errors='replace')[-200:]}")
        texts = {f"{command[0]} output": done.stdout, f"{command[0]} messages": done.stderr}
        texts |= {path.name: unpacked(path.read_bytes()) for path in out.rglob("*") if path.is_file()}
        for name, data in texts.items():
            if hit := pattern.search(data):
                found.append(f"{name}: …{data[max(0, hit.start() - 60):hit.end() + 20].decode(errors='replace')}…")
    return found


def asked(questions: list, folder: pathlib.Path, number: str) -> list:
    """The questions of a folder, with a number where they have one."""
    days = {"audit", "query", "why", "why-not", "who", "can", "diff"}
    nothing = str(ROOT / "examples/altinn-policies")
    return [[nothing if word == "nothing" else word.replace("@", number).replace("/", str(folder) if word == "/" else f"{folder}/", 1) if "/" in word
             else word.replace("@", number) for word in words]
            + (["--as-of", "2026-11-20"] if words[0] in days and "--as-of" not in words else []) for words in questions]


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--jobs", type=int, default=max(1, os.cpu_count() or 1))
    parser.add_argument("--forms", type=int, default=1)
    parser.add_argument("--sample", type=int)
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
        leaks += [f"as it is: {leak}" for leak in leaks_of(
            binary, scratch / "whole", scratch / "out", everybody, asked(drawn(QUESTIONS, wish.sample), scratch / "whole", "F002"))]
        told = {"tilsyn.yaml", "planted.json"}
        seeds = [Seeds(path.relative_to(scratch / "whole").as_posix(), path.read_bytes(), wish.forms)
                 for path in sorted((scratch / "whole").rglob("*")) if path.is_file() and path.name not in told]
        # Documents with few fields are seeded again and again beside those with many.
        rounds = max(len(seed.ways) for seed in seeds)
        made = drawn(range(rounds), wish.sample)

        def share(worker: int) -> list:
            found, folder = [], scratch / f"variant-{worker}"
            shutil.copytree(scratch / "whole", folder)
            for turn in made[worker::wish.jobs]:
                for index, seed in enumerate(seeds):
                    (folder / seed.name).write_bytes(seed.ways[(turn + index) % len(seed.ways)]())
                renamed = folder / seeds[turn % len(seeds)].name
                number = NAMES[turn % len(NAMES)]
                questions = asked([QUESTIONS[turn % len(QUESTIONS)]], folder, number)
                named = renamed.parent / f"by_{number}" / f"{number}{renamed.suffix}"
                named.parent.mkdir()
                renamed.rename(named)
                found += [f"turn {turn}: {leak}" for leak in leaks_of(
                    binary, folder, scratch / f"out-{worker}", LEAK, questions)]
                shutil.rmtree(named.parent)
            return found

        with concurrent.futures.ThreadPoolExecutor(wish.jobs) as pool:
            for found in pool.map(share, range(wish.jobs)):
                leaks += found
    for leak in leaks:
        print(f"LEAK {leak}")
    print(f"{len(numbers)} identity numbers, {sum(len(seed.ways) for seed in seeds)} seeded fields in {rounds} runs, of which {len(made)}, "
          f"{len(leaks)} leaks")
    return 1 if leaks or len(numbers) < 100 or rounds < 20 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
