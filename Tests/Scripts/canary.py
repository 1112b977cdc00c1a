#!/usr/bin/env python3
"""Checks that a password in an export comes out nowhere: not in an output, a message, a file, or a crash.

usage: canary.py TILSYN [--complete]

A small municipality gets a canary under every name of NAMES into every object of every JSON document and as a column into
every table; each command and format then runs over it, over truncated copies of it, and over it with broken settings.
Documents are cut several at a time, each turn others together (turn.py), and a few by themselves; with `--complete` all.
"""
import argparse
import io
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import zipfile

from example import SMALL, generate
from turn import drawn, turn
from unpacked import unpacked

FORMATS = ["json", "rows", "text", "html", "csv", "csv-nordic", "markdown", "sarif", "junit", "gitlab", "github", "xlsx",
           "oscal"]
CANARY = "kanariefugl-4711"
ROOT = pathlib.Path(__file__).resolve().parents[2]
AS_OF = ["--as-of", "2026-11-20"]
# How much of a document is left, and how many lose their end within a password at a time.
SHARES, TOGETHER = [0.3, 0.71, 0.99], 4


# Names of credentials in English and the languages of the North, as programs write them.
NAMES = ["Password", "Salt", "passwd", "PWD", "passwordHash", "api_key", "accessToken", "secret", "Client-Secret", "privateKey",
         "connectionString", "adgangskode", "kodeord", "passord", "lösenord", "salasana"]


def seed_json(value: object) -> object:
    if isinstance(value, dict):
        return {**{key: seed_json(part) for key, part in value.items()}, **dict.fromkeys(NAMES, CANARY), "Salt": [CANARY],
                "credentials": {"value": [CANARY]}}
    return [seed_json(part) for part in value] if isinstance(value, list) else value


def seed_table(data: bytes) -> bytes:
    lines = data.split(b"\n")
    head = 1 if lines[0].lstrip(b"\xef\xbb\xbf").startswith(b"#TYPE") else 0
    separator = b";" if b";" in lines[head] else b","
    quote = b'"' if lines[head].lstrip().startswith(b'"') else b""

    def add(line: bytes, cells: list) -> bytes:
        end = b"\r" if line.endswith(b"\r") else b""
        return line.rstrip(b"\r") + b"".join(separator + quote + cell.encode() + quote for cell in cells) + end

    return b"\n".join(line if index < head or not line.strip() else
                      add(line, NAMES if index == head else [CANARY] * len(NAMES)) for index, line in enumerate(lines))


def seed_workbook(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            if name.endswith("sheet1.xml"):
                titles, rows = part.split("</row>", 1)
                cells = "".join(f'<c t="inlineStr"><is><t>{title}</t></is></c>' for title in NAMES)
                rows = rows.replace("</row>", f'<c t="inlineStr"><is><t>{CANARY}</t></is></c>' * len(NAMES) + "</row>")
                part = f"{titles}{cells}</row>{rows}"
            new.writestr(name, part)
    return out.getvalue()


OTHERS = {
    "units.json": [{"uuid": "ID", "name": "Enhed", "parentOrganizationUnit": None}],
    "unit-roles.json": [{"roleAssignment": {"user": {"uuid": "ID", "email": "a@b.example"}, "role": {"uuid": "ID"}},
                         "organizationUnitUuid": "ID", "organizationUnitName": "Enhed"}],
    "object-roles.json": [{"user": {"uuid": "ID", "email": "a@b.example"}, "role": {"uuid": "ID"}}],
    "permissions.json": {"read": True, "modify": True, "delete": False},
    "create.json": {"create": True},
    "deletions.json": [{"entityType": "ItContract", "entityUuid": "ID", "occurredAtUtc": "2026-01-01T00:00:00Z"}],
    "system.json": {"uuid": "ID", "name": "System", "rightsHolder": None, "parentSystem": None},
    "interfaces.json": [{"uuid": "ID", "name": "Snitflade", "exposedBySystem": None}],
    "role-options.json": [{"uuid": "ID", "name": "Rolle", "writeAccess": True, "isActive": True}],
    "user.json": {"uuid": "ID", "email": "a@b.example", "firstName": "A", "hasApiAccess": None,
                  "hasStakeHolderAccess": False, "roles": []},
    "rights-holders.json": [{"uuid": "ID", "name": "A", "email": "a@b.example", "apiAccess": False, "orgName": "X"}],
    "local-admins.json": [{"uuid": "ID", "name": "A", "email": "a@b.example", "organization": {"uuid": "ID"}}],
    "names.json": [{"uuid": "ID", "name": "A", "email": "a@b.example"}],
}


def other_kinds(folder: pathlib.Path) -> None:
    """Documents of the kinds that the example does not have."""
    folder.mkdir()
    for name, value in OTHERS.items():
        text = json.dumps(value).replace("ID", "5f3c0a52-7d1e-4c3a-9a53-2f1f0f6a4b10")
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "roster.csv").write_text("Id;Fornavn (påkrævet);Efternavn (påkrævet);Email (påkrævet);Telefon\r\n"
                                       "1;A;B;a@b.example;\r\n", encoding="utf-8")


def recording(folder: pathlib.Path) -> dict:
    """A browser's recording of documents of the folder, with the canary wherever a session has its secrets."""
    def pairs() -> list:
        return [{"name": CANARY, "value": CANARY}, {"name": "Authorization", "value": f"Bearer {CANARY}"},
                {"name": "Cookie", "value": f"session={CANARY}"}, {"name": "Password", "value": CANARY, "comment": CANARY}]

    def entry(url: str, text: object, status: int = 200, method: str = "GET", **content: object) -> dict:
        body = text if isinstance(text, str) else json.dumps(text)
        return {"startedDateTime": "2026-11-19T10:00:00Z", "time": 1, "comment": CANARY, "serverIPAddress": CANARY,
                "pageref": CANARY, "connection": CANARY, "_initiator": {"url": CANARY, "token": CANARY},
                "cache": {"comment": CANARY, "beforeRequest": {"eTag": CANARY}}, "timings": {"comment": CANARY},
                "request": {"method": method, "url": url, "httpVersion": CANARY, "headers": pairs(), "cookies": pairs(),
                            "queryString": pairs(), "headersSize": 1, "bodySize": 1, "comment": CANARY,
                            "postData": {"mimeType": CANARY, "text": f"password={CANARY}", "params": pairs()}},
                "response": {"status": status, "statusText": CANARY, "httpVersion": CANARY, "headers": pairs(),
                             "cookies": pairs(), "redirectURL": f"https://{CANARY}/", "comment": CANARY,
                             "content": {"size": len(body.encode()), "mimeType": f"application/json; {CANARY}", "text": body,
                                         "comment": CANARY, **content}}}

    host, units = "https://kitos.example/api/v2", seed_json(OTHERS["units.json"])
    place = f"{host}/organizations/5f3c0a52-7d1e-4c3a-9a53-2f1f0f6a4b10/organization-units"
    secret = f"access_token={CANARY}&{CANARY}=1&{CANARY}&$filter={CANARY}&page={CANARY}#{CANARY}"
    odata = json.loads((folder / "kitos/forsyning/odata-users.json").read_bytes()) \
        if (folder / "kitos/forsyning/odata-users.json").exists() else []
    return {"log": {"version": "1.2", "comment": CANARY, "creator": {"name": CANARY, "version": CANARY},
                    "browser": {"name": CANARY}, "pages": [{"id": CANARY, "title": f"https://{CANARY}/?{secret}"}],
                    "entries": [
                        entry(place, units), entry(f"{place}?{secret}", units), entry(f"https://u:{CANARY}@kitos.example/{CANARY}/x;s={CANARY}", units),
                        entry("https://kitos.example/api/users", seed_json(odata)),
                        entry(f"{host}/login?{secret}", {"token": CANARY}, method="POST"),
                        entry(f"{host}/token", {"token": CANARY}), entry(f"{host}/unknown/{CANARY}", [{CANARY: CANARY}]),
                        entry(f"{host}/a", {"message": CANARY}, status=401), entry(f"{host}/b", CANARY, status=500),
                        entry(f"{host}/c", units, size=3), entry(f"{host}/d", f"%{CANARY}", encoding="base64"),
                        entry(f"{host}/e", units, encoding=CANARY), entry(place, seed_json(OTHERS["deletions.json"])),
                        entry(f"{host}/f", f"<html>{CANARY}", mimeType="text/html")]}}


def seed_folder(folder: pathlib.Path) -> int:
    count = 0
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".json" and path.name != "planted.json":
            path.write_text(json.dumps(seed_json(json.loads(path.read_bytes())), ensure_ascii=False), encoding="utf-8")
        elif path.suffix == ".csv":
            path.write_bytes(seed_table(path.read_bytes()))
        elif path.suffix == ".yaml" and path.name != "tilsyn.yaml":
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r" \}", "".join(f", {name}: {CANARY}" for name in NAMES) + " }", text), encoding="utf-8")
        elif path.is_file() and path.read_bytes().startswith(b"PK"):
            path.write_bytes(seed_workbook(path.read_bytes()))
        else:
            continue
        count += 1
    return count


def with_credentials(folder: pathlib.Path) -> str:
    """What the document with passwords is of."""
    lines = (folder / "tilsyn.yaml").read_text(encoding="utf-8").split("\n")
    entry = next(number for number, line in enumerate(lines) if "odata-users.json" in line)
    organisation = next(line for line in lines[entry:] if "organisation:" in line).split(":")[1].strip()
    return f"kitos.odata.users of organisation {organisation}"


def commands(folder: pathlib.Path, out: pathlib.Path) -> list:
    formats = [part for name in FORMATS for part in ["-f", f"{name}={out}/result.{name}"]]
    audit = ["audit", str(folder), *AS_OF, "--no-progress"]
    return [
        [*audit, "-v"], [*audit, *formats],
        ["sources", str(folder)], ["sources", str(folder), "--format", "json"],
        ["query", "kitos.listed_user(user, email, name: name)", str(folder), *AS_OF],
        ["query", "kitos.document_with_credentials(document, path: path)", str(folder), *AS_OF],
        *(["diff", str(ROOT / "examples/larenett-no"), str(folder), *AS_OF[:2], *more] for more in [["-v"], ["--format", "json"]]),
        ["why", "kitos.export-without-credentials", "--subject", with_credentials(folder), str(folder), *AS_OF],
        ["audit", str(folder), "--as-of", CANARY[:3]], ["policy", "check", str(folder / "kitos/systemkatalog.json")],
        ["audit", str(folder), *AS_OF, "--config", str(folder / "kitos/systemkatalog.json")],
        ["audit", str(folder), *AS_OF, "--config", str(folder / "registers/approvals.yaml")], ["audit", str(folder / "kitos"), str(folder / "registers"), *AS_OF],
    ]


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--complete", action="store_true")
    wish = parser.parse_args(arguments)
    binary = str(pathlib.Path(wish.tilsyn).resolve())
    leaks, runs = [], 0
    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place)
        folder = generate(scratch / "canary", "--seed", "1", *SMALL)
        other_kinds(folder / "others")
        seeded = seed_folder(folder)
        (folder / "others/session.har").write_text(json.dumps(recording(folder), indent=1), encoding="utf-8")
        with zipfile.ZipFile(folder / "others/packed.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(folder / "kitos/systemkatalog.json", "systemkatalog.json")
            archive.write(folder / "others/session.har", "session.har")
        out = scratch / "out"
        out.mkdir()

        def run(command: list, what: str) -> bytes:
            nonlocal runs
            done = subprocess.run([binary, *command], capture_output=True, check=False, cwd=scratch)
            runs += 1
            if done.returncode < 0 or done.returncode > 128:
                leaks.append(f"{what}: ended by signal {done.returncode}")
            texts = {"output": done.stdout, "messages": done.stderr}
            texts |= {path.name: unpacked(path.read_bytes()) for path in out.iterdir() if path.is_file()}
            leaks.extend(f"{what}: {name}" for name, data in texts.items() if CANARY.encode() in data)
            for path in list(out.iterdir()):
                path.unlink()
            return done.stdout

        # The password is met in every kind of file, or the check checks nothing.
        met = subprocess.run([binary, "query", "kitos.document_with_credentials(document, path: path)", str(folder), *AS_OF],
                             capture_output=True, check=False).stdout.decode()
        leaks += [f"{name}: its password was not met" for name in ["Brugere Overblik", "brugere-overblik.csv", "odata"]
                  if name not in met]

        for command in commands(folder, out):
            run(command, " ".join(command[:2]).replace(str(folder), "FOLDER"))
        documents = [path for path in sorted(folder.rglob("*"))
                     if path.is_file() and path.name not in {"planted.json", "tilsyn.yaml"}]
        for share in SHARES:
            for path in documents:
                short = scratch / f"cut-{share}" / path.relative_to(folder)
                short.parent.mkdir(parents=True, exist_ok=True)
                whole = path.read_bytes()
                short.write_bytes(whole[:int(len(whole) * share)])
            names = [path.relative_to(folder).as_posix() for path in documents]
            told = run(["sources", *(f"cut-{share}/{name}" for name in names)], f"sources of {share:.0%} of each document").decode()
            # What is said of each document has been looked at, or the check checks nothing.
            leaks += [f"sources of {share:.0%} of each document: nothing is said of {name}" for name in names if name not in told]
            for name in drawn(names, None if wish.complete else 3):
                run(["sources", f"cut-{share}/{name}"], f"sources of {share:.0%} of {name}")
        # A cut within the canary itself, where the reader stands when it gives up.
        cut = [path for path in documents if CANARY.encode() in path.read_bytes()]
        random.Random(turn()).shuffle(cut)
        size = 1 if wish.complete else TOGETHER
        for group in [cut[start:start + size] for start in range(0, len(cut), size)]:
            wholes = {path: path.read_bytes() for path in group}
            for path, whole in wholes.items():
                path.write_bytes(whole[:whole.rfind(CANARY.encode()) + len(CANARY) - 1])
            names = ", ".join(path.relative_to(folder).as_posix() for path in group)
            run(["audit", str(folder), *AS_OF, "--no-progress", "-f", f"json={out}/result.json"],
                f"audit with {names} cut within a password")
            for path, whole in wholes.items():
                path.write_bytes(whole)
    for leak in leaks:
        print(f"LEAK {leak}")
    print(f"{seeded} documents seeded, {len(cut)} cut within a password, {runs} runs, {len(leaks)} leaks")
    return 1 if leaks or seeded < 10 or len(cut) < 10 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
