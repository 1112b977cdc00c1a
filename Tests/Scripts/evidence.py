"""Bundles of evidence: whole, signed, repeated, and no byte of any file changes unseen.

A bundle of an audit with waivers, a baseline, a framework and a configuration of its own is written, checked and repeated. Then one byte of
every file is changed at a few places, and each time `verify --replay` has to end in 3. The signature is checked by OpenSSL, which shares no
code with this program, over the bytes that DSSE says are signed.

usage: evidence.py TILSYN [--complete]
"""

import base64
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DAY = "2026-11-20"


def run(program, *arguments, cwd, expect):
    done = subprocess.run([program, *arguments], cwd=cwd, capture_output=True, text=True)
    if done.returncode != expect:
        sys.exit(f"evidence: `tilsyn {' '.join(arguments)}` ends in {done.returncode}, not {expect}\n{done.stdout}{done.stderr}")
    return done


def fail(message):
    sys.exit(f"evidence: {message}")


def prepare(program, folder):
    """Exports, a baseline, a waiver and a key."""
    shutil.copytree(os.path.join(ROOT, "examples", "bedrift-no"), os.path.join(folder, "exports"))
    run(program, "audit", "exports", "-q", "-f", "json=base.json", "--as-of", DAY, cwd=folder, expect=1)
    with open(os.path.join(folder, "base.json"), encoding="utf-8") as file:
        result = json.load(file)
    finding = next(f for f in result["findings"] if f["verdict"] == "fail")
    run(program, "waiver", "add", finding["fingerprint"], "--result", "base.json", "--owner", "anne@kommune.example",
        "--approver", "bo@kommune.example", "--expires", "2026-12-31", "--reason", "it is replaced before the year is over",
        cwd=folder, expect=0)
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", "signer.pem"], cwd=folder, check=True)
    subprocess.run(["openssl", "pkey", "-in", "signer.pem", "-pubout", "-out", "signer.pub"], cwd=folder, check=True)
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", "other.pem"], cwd=folder, check=True)
    subprocess.run(["openssl", "pkey", "-in", "other.pem", "-pubout", "-out", "other.pub"], cwd=folder, check=True)


def audit(program, folder, *more):
    return run(program, "audit", "exports", "-q", "--as-of", DAY, "--waivers", "waivers.yaml", "--baseline", "base.json",
               "--framework", "nis2", "--evidence", "evidence", "-f", "json=last.json", *more, cwd=folder, expect=1)


def check_signature(folder, bundle):
    """OpenSSL over the bytes that DSSE says are signed."""
    with open(os.path.join(bundle, "signature.dsse.json"), encoding="utf-8") as file:
        envelope = json.load(file)
    payload = base64.b64decode(envelope["payload"])
    kind = envelope["payloadType"].encode()
    signed = b"DSSEv1 %d %s %d " % (len(kind), kind, len(payload)) + payload
    with open(os.path.join(folder, "signed"), "wb") as file:
        file.write(signed)
    with open(os.path.join(folder, "sig"), "wb") as file:
        file.write(base64.b64decode(envelope["signatures"][0]["sig"]))

    def verified(key):
        return subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin", "-in", "signed", "-sigfile", "sig"],
            cwd=folder, capture_output=True).returncode == 0

    if not verified("signer.pub"):
        fail("OpenSSL does not accept the signature")
    if verified("other.pub"):
        fail("OpenSSL accepts the signature for another key")
    import hashlib

    statement = json.loads(payload)
    with open(os.path.join(bundle, "manifest.json"), "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    if statement["subject"][0]["digest"]["sha256"] != digest:
        fail("the statement is about another manifest")


def files_of(bundle):
    found = []
    for folder, _, names in os.walk(bundle):
        found += [os.path.join(folder, name) for name in names]
    return sorted(found)


def check_changes(program, folder, bundle, places):
    """One byte of a file at a time."""
    turn = random.Random(7)
    count = 0
    for path in files_of(bundle):
        with open(path, "rb") as file:
            whole = file.read()
        for at in sorted({0, len(whole) - 1} | {turn.randrange(len(whole)) for _ in range(places)}):
            changed = bytearray(whole)
            changed[at] ^= 1 << turn.randrange(8)
            with open(path, "wb") as file:
                file.write(changed)
            name = os.path.relpath(path, bundle)
            done = run(program, "verify", os.path.relpath(bundle, folder), "--replay", cwd=folder, expect=3)
            if os.path.basename(path) not in done.stderr and name not in done.stderr and "signature" not in done.stderr:
                fail(f"byte {at} of {name}: the file is not named\n{done.stderr}")
            count += 1
        with open(path, "wb") as file:
            file.write(whole)
    return count


def check_replay(program, folder):
    """The exports, the configuration and the chain have to be those of then."""
    export = next(p for p in files_of(os.path.join(folder, "exports")) if p.endswith(".csv"))
    with open(export, "rb") as file:
        whole = file.read()
    with open(export, "ab") as file:
        file.write(b"\n")
    run(program, "verify", "evidence/0001", cwd=folder, expect=0)
    run(program, "verify", "evidence/0001", "--replay", cwd=folder, expect=3)
    os.remove(export)
    run(program, "verify", "evidence/0001", "--replay", cwd=folder, expect=3)
    with open(export, "wb") as file:
        file.write(whole)
    more = os.path.join(folder, "exports", "more.csv")
    shutil.copy(export, more)
    run(program, "verify", "evidence/0001", "--replay", cwd=folder, expect=3)
    os.remove(more)
    run(program, "verify", "evidence/0001", "--replay", cwd=folder, expect=0)


def check_chain(program, folder):
    audit(program, folder)
    audit(program, folder)
    run(program, "evidence", "log", "evidence", cwd=folder, expect=0)
    shutil.copytree(os.path.join(folder, "evidence", "0003"), os.path.join(folder, "evidence", "0003b"))
    if "forked" not in run(program, "evidence", "log", "evidence", cwd=folder, expect=3).stdout:
        fail("a fork is not told")
    shutil.rmtree(os.path.join(folder, "evidence", "0003b"))
    shutil.rmtree(os.path.join(folder, "evidence", "0002"))
    if "broken" not in run(program, "evidence", "log", "evidence", cwd=folder, expect=3).stdout:
        fail("a gap is not told")
    done = subprocess.run([program, "audit", "exports", "-q", "--as-of", DAY, "--evidence", "evidence"], cwd=folder, capture_output=True)
    if done.returncode != 3 or sorted(os.listdir(os.path.join(folder, "evidence"))) != ["0001", "0003"]:
        fail("something is added to a chain that is broken")


def check_members(program, folder, bundle):
    """Every member that a finding is about is among the members, and the counts are those of the result."""
    with open(os.path.join(bundle, "result.json"), encoding="utf-8") as file:
        result = json.load(file)
    counts = {}
    with open(os.path.join(bundle, "members.tsv"), encoding="utf-8") as file:
        for line in file:
            policy, verdict, _, _ = line.rstrip("\n").split("\t")
            counts.setdefault(policy, {}).setdefault(verdict, 0)
            counts[policy][verdict] += 1
    for policy in result["policies"]:
        if policy["status"] != "evaluated":
            continue
        told = counts.get(policy["id"], {})
        for name, key in (("pass", "passed"), ("fail", "failed"), ("unverified", "unverified"), ("exempt", "exempt")):
            if told.get(name, 0) != policy[key]:
                fail(f"{policy['id']}: {told.get(name, 0)} members {name}, and the result says {policy[key]}")
    finding = next(f for f in result["findings"] if len(f["subject"]["keys"]) == 1 and f["verdict"] == "fail")
    done = run(program, "evidence", "member", os.path.relpath(bundle, folder), finding["subject"]["id"], cwd=folder, expect=0)
    if f"fail        {finding['policy']}  " not in done.stdout:
        fail(f"{finding['subject']['id']} is not told as judged by {finding['policy']}\n{done.stdout}")
    run(program, "evidence", "member", os.path.relpath(bundle, folder), "nobody@nowhere.example", cwd=folder, expect=1)


def main():
    program = os.path.abspath(sys.argv[1])
    places = 40 if "--complete" in sys.argv else 1
    with tempfile.TemporaryDirectory() as folder:
        prepare(program, folder)
        audit(program, folder, "--sign-key", "signer.pem")
        bundle = os.path.join(folder, "evidence", "0001")
        for arguments in ([], ["--key", "signer.pub"], ["--replay"]):
            run(program, "verify", "evidence/0001", *arguments, cwd=folder, expect=0)
        if "another key" not in run(program, "verify", "evidence/0001", "--key", "other.pub", cwd=folder, expect=3).stderr:
            fail("another key is not told")
        with open(os.path.join(folder, "signer.pub"), encoding="utf-8") as file:
            key = file.read()
        with open(os.path.join(folder, "expired.pub"), "w", encoding="utf-8") as file:
            file.write("Expires: 2026-11-19\n" + key)
        if "expired" not in run(program, "verify", "evidence/0001", "--key", "expired.pub", cwd=folder, expect=3).stderr:
            fail("an expired key is not told")
        with open(os.path.join(folder, "last.json"), "rb") as one, open(os.path.join(bundle, "result.json"), "rb") as other:
            if one.read() != other.read():
                fail("the bundle has another result than the audit wrote")
        check_signature(folder, bundle)
        check_members(program, folder, bundle)
        check_replay(program, folder)
        count = check_changes(program, folder, bundle, places)
        check_chain(program, folder)
        print(f"evidence: one byte changed {count} times in {len(files_of(bundle))} files, seen each time")


if __name__ == "__main__":
    main()
