#!/usr/bin/env python3
"""Holds what the program makes of waivers against the table "What counts" of docs/waivers.md, written down here once more.

usage: waived.py TILSYN

A small organisation is audited with files of waivers that are about its findings in every way: around the first and the last day, the
longest terms, owners and approvers that are one person, fingerprints of every length, by subject and object, of fails and of what could
not be verified. Each entry gets the state that it should have. Whatever is waived, verdicts, counts and findings stay, an exit code 2
stays 2, `--ignore-waivers` gives the exit code without them, and a finding with one more violation behind it is open again. Ends in 1
where it is otherwise.
"""
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import pull_request_exports as exports

POLICIES = pathlib.Path(__file__).resolve().parents[2] / "policies"
DAY = datetime.date(2026, 11, 20)
ANNE, BO = "anne.berg@kommune.example", "bo.holm@kommune.example"
LEAVER, CRITICAL, PAIRS, OPEN = "kitos.leaver-holds-no-right", "mine.listed", "mine.pairs", "mine.approved"
# A critical policy of which findings stand for several violations, one with two findings of one subject, one that cannot be judged.
OWN = """policy mine.listed {
  title en "Nobody who has left is listed"
  severity critical
  for user in kitos.listed_user(user, email)
  fail en "{email} is of {person}" per user if hr.address_of_leaver(email), employees.email(person, email)
}
policy mine.pairs {
  title en "Addresses of leavers have one employee"
  severity medium
  for user in kitos.listed_user(user, email)
  fail en "{email} is of {person}" per person if hr.address_of_leaver(email), employees.email(person, email)
}
policy mine.approved {
  title en "Access is approved"
  severity low
  for user in kitos.listed_user(user, email)
  fail en "nobody approved {email}" if not register.approval(system: "kitos")
}
"""
SECOND = "M0950,Ansat950 Prøve950,ansat000@kommune.example,Drift,2010-01-01,2014-01-01\n"


def day(days: int, of: datetime.date = DAY) -> str:
    return (of + datetime.timedelta(days=days)).isoformat()


def build(folder: pathlib.Path) -> None:
    exports.LEAVERS, exports.STAFF, exports.STRANGERS = 24, 6, 4
    exports.write(folder / "exports")
    people = folder / "exports/hr/employees.csv"
    people.write_text(people.read_text(encoding="utf-8") + f"M0800,Anne Berg,{ANNE},Drift,2015-01-01,\nM0801,Bo Holm,{BO},Drift,2015-01-01,\n"
                      "M0800,Anne Berg,a.berg@kommune.example,Drift,2015-01-01,\n" + SECOND.replace("ansat000", "ansat001").replace("950", "951"),
                      encoding="utf-8")
    boxes = folder / "exports/exchange/mailboxes.csv"
    boxes.write_text(boxes.read_text(encoding="utf-8") + f"Anne Berg,{ANNE},UserMailbox,SMTP:{ANNE};smtp:ab@kommune.example\n", encoding="utf-8")
    (folder / "own.policy").write_text(OWN, encoding="utf-8")


def matches(finding: dict, digits: int = 64) -> str:
    """A match by fingerprint that names every violation."""
    told = finding.get("witnesses")
    return f"\n      fingerprint: {finding['fingerprint'][:digits]}" + (f"\n      witnesses: [{', '.join(told)}]" if told else "")


def entry(number: int, policy: str, match: str, owner: str = ANNE, approver: str = BO, approved: str = day(-19), expires: str = day(40)) -> str:
    return (f"  - id: W-{number}\n    policy: {policy}\n    match:{match}\n    reason: accepted until the registers are joined\n"
            f"    owner: {json.dumps(owner, ensure_ascii=False)}\n    approver: {json.dumps(approver, ensure_ascii=False)}\n"
            f"    approved_on: {approved}\n    expires: {expires}\n")


def table(findings: list) -> list:
    """(what it is about, the state it should have, the words of an entry)."""
    leavers = [one for one in findings if one["policy"] == LEAVER and one["verdict"] == "fail"]
    unverified = next(one for one in findings if one["policy"] == LEAVER and one["verdict"] == "unverified")
    grave = next(one for one in findings if one["policy"] == CRITICAL and "ansat005@" in one["message"])
    double = [one for one in findings if one["policy"] == PAIRS and "ansat001@" in one["message"]]
    some = iter(leavers)
    upper = next(some)
    rows = [(f"as long as allowed, {what}", state, (LEAVER, matches(next(some))), {"approved": first, "expires": last}) for what, state, first, last in [
        ("its last day", "accepted", day(-30), day(0)), ("the day after", "expired", day(-30), day(-1)), ("a day more", "accepted", day(-30), day(1)),
        ("approved today", "accepted", day(0), day(9)), ("approved tomorrow", "future", day(1), day(9)), ("365 days", "accepted", day(-10), day(355)),
        ("366 days", "too-long", day(-10), day(356)), ("366 days, over", "too-long", day(-400), day(-34)), ("365, over", "expired", day(-400), day(-35)),
        ("tomorrow and 400 days", "future", day(1), day(401))]]
    rows += [(f"critical, {days} days", state, (CRITICAL, matches(grave)), {"approved": day(-5), "expires": day(days - 5)})
             for days, state in [(90, "accepted"), (91, "too-long")]]
    same = [(ANNE, ANNE), (ANNE, ANNE.upper()), (ANNE, "anne.berg+it@kommune.example"), (ANNE, "ab@kommune.example"), (ANNE, " " + ANNE),
            (ANNE, "a.berg@kommune.example"), ("Anne Berg", ANNE), ("anne  BERG", "Anne Berg"), ("Berg, Anne", ANNE), ("ANNE.BERG", ANNE),
            ("ab+x@kommune.example", "a.berg@kommune.example")]
    rows += [(f"{owner} and {approver}", "self-approved", (LEAVER, matches(leavers[12])), {"owner": owner, "approver": approver})
             for one, two in same for owner, approver in ((one, two), (two, one))]
    rows += [("self-approved before future", "self-approved", (LEAVER, matches(leavers[13])), {"approver": ANNE, "approved": day(3), "expires": day(9)}),
             ("unknown before all", "unknown-policy", ("kitos.no-such-policy", matches(leavers[13])), {"approver": ANNE, "approved": day(3), "expires": day(9)}),
             ("stale", "stale", (LEAVER, f"\n      fingerprint: {'0' * 64}"), {}), ("stale and over", "stale", (LEAVER, f"\n      fingerprint: {'0' * 16}"), {"expires": day(-1)}),
             ("of another policy", "stale", (PAIRS, matches(leavers[14])), {}), ("not judged", "not-judged", (OPEN, f"\n      fingerprint: {'0' * 16}"), {}),
             ("16 digits", "accepted", (LEAVER, matches(leavers[14], 16)), {}), ("17 digits, twice waived", "accepted", (LEAVER, matches(leavers[14], 17)), {}),
             ("upper case", "accepted", (LEAVER, matches({**upper, "fingerprint": upper["fingerprint"].upper()})), {}),
             ("another last digit", "stale", (LEAVER, matches({**upper, "fingerprint": upper["fingerprint"][:-1] + ("0" if upper["fingerprint"][-1] != "0" else "1")})), {}),
             ("unverified by fingerprint", "accepted", (LEAVER, matches(unverified)), {}),
             ("unverified by subject", "accepted", (LEAVER, f"\n      subject: {unverified['subject']['id']}\n      verdict: unverified"), {}),
             ("unverified taken for a fail", "stale", (LEAVER, f"\n      subject: {unverified['subject']['id']}"), {}),
             ("fail taken for unverified", "stale", (LEAVER, f"\n      subject: {leavers[15]['subject']['id']}\n      verdict: unverified"), {}),
             ("two findings by subject", "over-broad", (PAIRS, f"\n      subject: {double[0]['subject']['id']}"), {}),
             ("two findings, over", "over-broad", (PAIRS, f"\n      subject: {double[0]['subject']['id']}"), {"expires": day(-1)}),
             ("one of two by object", "accepted", (PAIRS, f"\n      subject: {double[0]['subject']['id']}\n      object: {double[0]['violating']['id']}"), {})]
    return rows


class Judge:
    def __init__(self, tilsyn: str, folder: pathlib.Path):
        self.tilsyn, self.folder, self.wrong, self.tried = tilsyn, folder, [], 0

    def hold(self, what: str, is_so: bool, found: object = "") -> None:
        self.tried += 1
        if not is_so:
            self.wrong.append(f"{what}: {found}"[:500])

    def audit(self, waivers: str | None, *more: str, as_of: str | None = DAY.isoformat(), zone: str = "UTC",
              own: bool = True) -> tuple[int, dict | None, str]:
        result, page = self.folder / "result.json", self.folder / "report.txt"
        result.unlink(missing_ok=True)
        words = ["-p", str(POLICIES / "kitos/leaver-holds-no-right.policy"), "-p", str(POLICIES / "model"), *(["-p", "own.policy"] if own else []), *more]
        if waivers is not None:
            (self.folder / "accepted.yaml").write_text("waivers:\n" + waivers, encoding="utf-8")
            words += ["--waivers", "accepted.yaml"]
        words += ["--as-of", as_of] if as_of else []
        done = subprocess.run([self.tilsyn, "audit", "exports", "-q", "--lang", "en", "-f", f"json={result}", "-f", f"text={page}", *words], cwd=self.folder,
                              capture_output=True, text=True, env={**os.environ, "TZ": zone})
        return done.returncode, json.loads(result.read_text(encoding="utf-8")) if result.exists() else None, (
            page.read_text(encoding="utf-8") if result.exists() else done.stderr)

    def states(self, rows: list, document: dict) -> None:
        found = {one["id"]: one["state"] for one in document["waivers"]["entries"]}
        for number, (what, state, *_) in enumerate(rows):
            self.hold(what, found.get(f"W-{number}") == state, f"{found.get(f'W-{number}')}, wants {state}")


def unchanged(document: dict) -> list:
    """What no waiver may change."""
    keys = ("population", "passed", "failed", "unverified", "exempt", "population_holes", "status", "passes")
    return [[(one["fingerprint"], one["verdict"], one["severity"], one["message"]) for one in document["findings"]],
            {one["id"]: [one[key] for key in keys] for one in document["policies"]},
            {key: value for key, value in document["counts"].items() if key != "waived"}]


def check(judge: Judge) -> None:
    code, plain, said = judge.audit(None)
    if plain is None or code != 1:
        raise SystemExit(f"waived.py: exit {code} without waivers: {said[:400]}")
    rows = table(plain["findings"])
    text = "".join(entry(number, *words, **terms) for number, (_, _, words, terms) in enumerate(rows))
    for zone in ("UTC", "Pacific/Kiritimati", "America/Los_Angeles"):
        code, document, said = judge.audit(text, zone=zone)
        judge.hold(f"TZ {zone}: exit", code == 1 and document is not None, f"{code} {said[:300]}")
        if document is not None:
            judge.states(rows, document)
            judge.hold("what waivers change", unchanged(document) == unchanged(plain), document["counts"])
            accepted = {one["waiver"]["id"] for one in document["findings"] if one["waiver"] and one["waiver"]["counts"]}
            wanted = {f"W-{number}" for number, (_, state, *_) in enumerate(rows) if state == "accepted"}
            judge.hold("findings are waived by what is accepted alone", accepted <= wanted and document["counts"]["waived"] > 0, accepted - wanted)
    now = datetime.datetime.now(datetime.timezone.utc).date()
    first = next(one for one in plain["findings"] if one["policy"] == LEAVER)
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles"):
        for last, state in ((day(3, now), "accepted"), (day(-3, now), "expired")):
            _, document, said = judge.audit(entry(1, LEAVER, matches(first), approved=day(-9, now), expires=last), as_of=None, zone=zone)
            found = document["waivers"]["entries"][0]["state"] if document else said[:300]
            judge.hold(f"without --as-of in {zone}, until {last}", found == state, found)
    for digits in ("0" * 15, "0" * 65, "g" * 16, ""):
        code, _, _ = judge.audit(entry(1, LEAVER, f"\n      fingerprint: \"{digits}\""))
        judge.hold(f"a fingerprint of {len(digits)} digits: exit", code == 2, code)
    grave = [one for one in plain["findings"] if one["severity"] in ("critical", "high")]
    all_of_them = "".join(entry(number, one["policy"], matches(one)) for number, one in enumerate(grave))
    code, document, said = judge.audit(all_of_them)
    judge.hold("all waived: exit", code == 0, f"{code} {said[:300]}")
    judge.hold("all waived that the gate is about: headline", said.startswith(("WAIVED", "REPORTED")), said[:100])
    judge.hold("all waived: changes nothing else", document is not None and unchanged(document) == unchanged(plain))
    only = [one for one in grave if one["policy"] == LEAVER]
    code, _, said = judge.audit("".join(entry(number, one["policy"], matches(one)) for number, one in enumerate(only)), own=False)
    judge.hold("all waived that there is: exit and headline", code == 0 and said.startswith("WAIVED"), f"{code} {said[:100]}")
    code, _, said = judge.audit("".join(entry(number, one["policy"], matches(one)) for number, one in enumerate(grave[1:])))
    judge.hold("all but one waived: exit", code == 1, code)
    code, document, said = judge.audit(all_of_them, "--ignore-waivers")
    judge.hold("ignored: exit and headline", code == 1 and said.startswith("FAILED"), f"{code} {said[:100]}")
    judge.hold("ignored: none counts", document is not None and document["counts"]["waived"] == 0 and not any(
        one["waiver"] and one["waiver"]["counts"] for one in document["findings"]))
    people = judge.folder / "exports/hr/employees.csv"
    whole = people.read_text(encoding="utf-8")
    people.write_text(whole + SECOND, encoding="utf-8")
    code, document, _ = judge.audit(all_of_them)
    again = [one for one in document["findings"] if one["policy"] == CRITICAL and "ansat000@" in json.dumps(one)] if document else []
    judge.hold("one more violation behind a waived finding: open again", code == 1 and not any(
        one["waiver"] and one["waiver"]["counts"] for one in again), (code, [(one["witnesses"], one["waiver"] and one["waiver"]["state"]) for one in again]))
    people.write_text(whole, encoding="utf-8")
    (judge.folder / "exports/more.json").write_text("{\n", encoding="utf-8")
    code, _, said = judge.audit(all_of_them)
    judge.hold("not all could be read, all waived: exit", code == 2, f"{code} {said[:100]}")


def main(arguments: list) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 64
    with tempfile.TemporaryDirectory() as place:
        judge = Judge(str(pathlib.Path(arguments[0]).resolve()), pathlib.Path(place))
        build(judge.folder)
        check(judge)
    for line in dict.fromkeys(judge.wrong):
        print(line)
    print(f"waivers: {judge.tried} statements tried, {len(judge.wrong)} are not so")
    return 1 if judge.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
