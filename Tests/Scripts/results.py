"""Reads what an audit wrote: `rows` or `tilsyn.result/1`. Knows nothing of the engine."""
import json
import re
import pathlib


def split_key(field: str) -> tuple:
    """The values of a key of a row: joined by `,`, with `\\` in front of what is not meant as a mark."""
    values, value, index = [], "", 0
    if field == "":
        return ()
    named = {"t": "\t", "n": "\n", "r": "\r"}
    while index < len(field):
        mark = field[index]
        if mark == "\\" and field[index + 1] == "u":
            end = field.index("}", index)
            value += chr(int(field[index + 3:end], 16))
            index = end + 1
            continue
        if mark == "\\":
            value += named.get(field[index + 1], field[index + 1])
            index += 2
            continue
        if mark == ",":
            values.append(value)
            value = ""
        else:
            value += mark
        index += 1
    return tuple(without_guard(one) for one in (*values, value))


FORMULA = re.compile("[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\"'`´‘’“”]*[=+@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋﬩−-]")


def without_guard(value: str) -> str:
    """Without the `'` that keeps a spreadsheet from reading the value as a formula."""
    return value[1:] if value.startswith("'") and FORMULA.match(value[1:]) else value


def key_of(part: dict | None) -> tuple:
    """The values of a `subject` or `violating` of the JSON result."""
    if not part:
        return ()
    if "keys" in part:
        return tuple(key["value"] for key in part["keys"])
    return (part["id"],)


class Result:
    """Findings as (policy, verdict, subject, violating, fingerprint); of a JSON result the policies too."""

    def __init__(self, path: str):
        text = pathlib.Path(path).read_text(encoding="utf-8")
        self.path = path
        self.document: dict | None = None
        self.policies: dict = {}
        self.findings: list = []
        if text.lstrip().startswith("{"):
            self.document = json.loads(text)
            self.policies = {policy["id"]: policy for policy in self.document["policies"]}
            for finding in self.document["findings"]:
                self.findings.append((finding["policy"], finding["verdict"], key_of(finding["subject"]),
                                      key_of(finding.get("violating")), finding["fingerprint"]))
        else:
            for number, line in enumerate(text.split("\n")[:-1] if text else [], 1):
                fields = line.split("\t")
                if len(fields) != 5:
                    raise SystemExit(f"{path}:{number}: a row has five fields, this one {len(fields)}")
                self.findings.append((fields[0], fields[1], split_key(fields[2]), split_key(fields[3]), fields[4]))

    def not_evaluated(self) -> set:
        """Policies of which the result says that nothing can be said."""
        named = {entry["policy"] for entry in self.document["scope"]["not_evaluated"]} if self.document else set()
        return named | {policy for policy, outcome in self.policies.items() if outcome["status"] == "not-evaluated"}
