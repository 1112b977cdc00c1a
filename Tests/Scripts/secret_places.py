#!/usr/bin/env python3
"""Checks that a secret comes out nowhere, whatever it is and wherever it stands, and that each place is in a finding.

usage: secret_places.py TILSYN

A folder gets a canary of each sort of SORTS in each place of PLACES: fields of records that importers and mappings read, keys,
headers, texts, cells, attributes, files that nobody recognises. Every command and format runs over it.
"""
import base64
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from unpacked import unpacked

FORMATS = ["json", "rows", "text", "html", "csv", "csv-nordic", "markdown", "sarif", "junit", "gitlab", "github", "xlsx",
           "oscal"]
CANARY = "kanariefugl-4711"
CLUSTER = "rabbit@mq"
ROOT = pathlib.Path(__file__).resolve().parents[2]
AS_OF = ["--as-of", "2026-11-20", "--no-progress"]


def encoded(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


# What is looked for in everything that is written: the canary, and what stands for it.
TRACES = [CANARY, encoded(f"u:{CANARY}"), encoded(CANARY), "MIIkanariefugl"]
# Secrets that are known by their shape, in whichever field.
SORTS = {
    "user-info": f"amqps://bruker:{CANARY}@mq.example/v",
    "token": f"{encoded(json.dumps({'alg': 'RS256'}))}.{encoded(json.dumps({'sub': 'x'}))}.{encoded(CANARY)}",
    "private-key": f"-----BEGIN PRIVATE KEY-----\nMIIkanariefugl\n{CANARY}\n-----END PRIVATE KEY-----",
    "authorization-header": f"Basic {base64.b64encode(f'u:{CANARY}'.encode()).decode()}",
    "bearer": f"Bearer {CANARY}",
    "password": f"Server=db;Password={CANARY};",
    "query": f"https://a.example/x?api_key={CANARY}",
    "within": json.dumps({"password": CANARY}),
}
# And those that are known by their name.
NAMES = ["password", "password_hash", "client_secret", "X-Gravitee-Api-Key", "passphrase", "refresh_token", "adgangskode"]
KITOS_USER = {"uuid": "5f3c0a52-7d1e-4c3a-9a53-2f1f0f6a4b10", "email": "a@b.example", "firstName": "A", "lastName": "B",
              "apiAccess": False, "roles": []}


def documents() -> dict:
    """Files by their names, and how many places of each hold a secret."""
    files = {}
    for sort, secret in SORTS.items():
        files[f"kitos-{sort}.json"] = ([{**KITOS_USER, "lastName": secret, "note": {"deep": [secret]}}], 2)
        files[f"unknown-{sort}.json"] = ({"a": [{"b": secret}], secret: 1, "uris": [secret, "amqp://b.example"]}, 3)
        files[f"list-{sort}.json"] = ([secret, {"x": secret}], 2)
        line = secret.replace("\n", " ")
        files[f"directory-{sort}.csv"] = (
            "DisplayName,PrimarySmtpAddress,RecipientTypeDetails,EmailAddresses\r\n"
            f'"{line.replace(chr(34), chr(34) * 2)}",a@b.example,UserMailbox,SMTP:a@b.example\r\n', 1)
        files[f"integrations-{sort}.csv"] = (
            "integration,system,environment,owner,purpose\r\n"
            f'ks,ks-laering,lab,a@b.example,"{line.replace(chr(34), chr(34) * 2)}"\r\n', 1)
        files[f"mapped-{sort}.json"] = ([{"id": "1", "what": secret}], 1)
        files[f"lines-{sort}.jsonl"] = (json.dumps({"id": "1", "what": secret}) + "\n", 1)
        files[f"text-{sort}.conf"] = (f"# settings\nx = {line}\n", 1)
        escaped = secret.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
        files[f"policy-{sort}.xml"] = (f"<a><b c='x'>{escaped}</b></a>\n", 1)
    files["names.json"] = ([{"a": {name: CANARY for name in NAMES}}], len(NAMES))
    files["pairs.json"] = ({"headers": [{"name": name, "value": CANARY} for name in [*NAMES, "Authorization", "Cookie"]]},
                           len(NAMES) + 2)
    files["jwk.json"] = ({"keys": [{"kty": "RSA", "n": "x", "d": CANARY, "p": CANARY}, {"kty": "oct", "k": CANARY}]}, 3)
    # A password that one of the organisation's own words is: the answer is kept, and not the word.
    digest = base64.b64encode(b"salt" + hashlib.sha256(f"salt{CANARY}".encode()).digest()).decode()
    files["broker.json"] = ({"rabbit_version": "3.12.1", "users": [{"name": "drift", "tags": [], "password_hash": digest,
                                                                    "hashing_algorithm": "rabbit_password_hashing_sha256"}],
                             "vhosts": [{"name": "/"}], "permissions": [], "topic_permissions": [], "parameters": [],
                             "global_parameters": [{"name": "cluster_name", "value": CLUSTER}], "policies": [], "queues": [],
                             "exchanges": [], "bindings": []}, 0)
    files["keys.json"] = ({"tokens": {CANARY: {"value": CANARY}}, "apiKeys": [CANARY]}, 2)
    files["escaped.json"] = ('{"n": "' + "".join(f"\\u{ord(sign):04x}" for sign in SORTS["user-info"]) + '"}', 1)
    files["names.csv"] = (",".join(["id", *NAMES]) + "\n" + ",".join(["1", *[CANARY] * len(NAMES)]) + "\n", len(NAMES))
    files["names.xml"] = (f"<a><password>{CANARY}</password><b clientSecret='{CANARY}'/>"
                          f"<p name='api-key' value='{CANARY}'/></a>\n", 3)
    files["names.yaml"] = ("".join(f"{name}: {CANARY}\n" for name in NAMES), len(NAMES))
    files["cut.json"] = (f'[{{"password": "{CANARY}"}}, {{"token": "{CANARY}', 1)
    return files


CONFIGURATION = f"""parameters:
  rabbitmq.tried_passwords: ["{CANARY}"]
mapping:
  relations:
    shop.right:
      columns: {{ id: text, what: text }}
      key: [id]
  files:
    - path: "mapped-*.json"
      format: json
      facts: [{{ relation: shop.right, columns: {{ id: id, what: what }} }}]
    - path: "lines-*.jsonl"
      format: jsonl
      facts: [{{ relation: shop.right, columns: {{ id: id, what: what }} }}]
"""


def main(arguments: list) -> int:
    tool = str(pathlib.Path(arguments[0]).resolve())
    wrong, runs = [], 0
    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place)
        folder, out = scratch / "exports", scratch / "out"
        folder.mkdir()
        out.mkdir()
        files = documents()
        for name, (content, _) in files.items():
            (folder / name).write_text(content if isinstance(content, str) else json.dumps(content, indent=1), encoding="utf-8")
        (folder / "tilsyn.yaml").write_text(CONFIGURATION, encoding="utf-8")
        exports = set(folder.iterdir())
        home = os.environ | {name: str(scratch / name.lower()) for name in ["HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_STATE_HOME"]}
        for name in ["home", "tmpdir", "xdg_cache_home", "xdg_state_home"]:
            (scratch / name).mkdir()

        leaking: set = set()

        def run(*words: str) -> str:
            nonlocal runs
            runs += 1
            done = subprocess.run([tool, *words], capture_output=True, check=False, cwd=scratch, env=home)
            if done.returncode < 0 or done.returncode > 128:
                wrong.append(f"{words[0]}: ended by signal {done.returncode}")
            texts = {"output": done.stdout, "messages": done.stderr}
            # Whatever was written anywhere: results, caches, temporary files, beside the exports.
            texts |= {str(path.relative_to(scratch)): unpacked(path.read_bytes())
                      for path in scratch.rglob("*") if path.is_file() and path not in exports}
            for name, data in texts.items():
                leaks = [trace for trace in TRACES if trace.encode() in data and (name, trace) not in leaking]
                wrong.extend(f"LEAK {' '.join(words[:2])}: {name} has {trace}" for trace in leaks)
                leaking.update((name, trace) for trace in leaks if name not in ("output", "messages"))
            return done.stdout.decode()

        formats = [part for name in FORMATS for part in ["-f", f"{name}={out}/result.{name}"]]
        run("audit", str(folder), *AS_OF, "--verbose")
        run("audit", str(folder), *AS_OF, *formats)
        result = json.loads((out / "result.json").read_text(encoding="utf-8"))
        run("audit", str(folder), *AS_OF, "-o", str(out / "all"))
        run("diff", str(ROOT / "examples/larenett-no"), str(folder), *AS_OF[:2], "-v")
        run("diff", str(ROOT / "examples/larenett-no"), str(folder), *AS_OF[:2], "--format", "json")
        run("diff", str(folder), str(out / "result.json"), *AS_OF[:2], "-v")
        run("sources", str(folder), "--format", "json")
        run("sources", str(folder))
        for question in ["shop.right(id, what: what)", "export.document(document, system, kind, path)",
                         "kitos.listed_user(user, email, name: name)", "mailbox.entry(recipient)"]:
            run("query", question, str(folder), *AS_OF[:2])
        told = json.loads(run("query", "export.document(document, path: path), export.secret(document, place: place, kind: kind)",
                              str(folder), *AS_OF[:2], "--format", "json"))
        rows = [[str(value) for value in row["values"].values()] for row in told["rows"]]
        for name, (_, places) in files.items():
            found = [row for row in rows if any(value.endswith(name) for value in row)]
            if len(found) < places:
                wrong.append(f"{name}: {len(found)} of {places} places are told: {found}")
        findings = [finding for finding in result["findings"] if finding["verdict"] == "fail" and (
            finding["policy"] in {"export.holds-no-secret", "rabbitmq.no-default-password"}
            or finding["policy"].endswith(".export-without-credentials"))]
        text = json.dumps(findings)
        wrong += [f"{name}: in no finding" for name in files if name not in text and name != "broker.json"]
        if not any(finding["policy"] == "rabbitmq.no-default-password" for finding in findings):
            wrong.append("broker.json: the password that is one of the words to try is in no finding")
        run("why", "rabbitmq.no-default-password", str(folder), *AS_OF[:2])
        run("why", "export.holds-no-secret", str(folder), *AS_OF[:2])
        # A cut within the canary itself, where the reader stands when it gives up.
        for path in sorted(folder.glob("*-*.*")):
            whole = path.read_bytes()
            if CANARY.encode() in whole:
                path.write_bytes(whole[:whole.rfind(CANARY.encode()) + len(CANARY) - 1])
        run("audit", str(folder), *AS_OF, *formats)
        run("sources", str(folder))
    for line in wrong:
        print(line)
    print(f"{len(files)} documents, {len(rows)} places told, {runs} runs, {len(wrong)} wrong")
    return 1 if wrong or len(rows) < 100 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
