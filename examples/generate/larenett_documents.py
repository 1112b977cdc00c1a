"""The documents of this world, in the shapes of the interfaces, and what `tilsyn.yaml` says of them."""
import csv
import io
import json
from xml.sax.saxutils import escape, quoteattr

from larenett_world import day


def element(name: str, /, *content: str, **attributes: object) -> str:
    """An element of XML; a content that begins with `<` is one itself."""
    opened = name + "".join(f" {key}={quoteattr(str(value))}" for key, value in attributes.items())
    inner = "".join(part if part.startswith("<") else escape(part) for part in content)
    return f"<{opened}>{inner}</{name}>" if inner else f"<{opened}/>"


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Documents:
    def __init__(self):
        self.files: dict = {}
        self.sources: list = []  # (path, what the configuration says of it)
        self.records: dict = {}  # by kind
        self.kinds: dict = {}  # kind and context by path, of what is read

    def put(self, path: str, text: str, kind: str | None, records: int, **context: str) -> None:
        """A file; of one without a kind nothing is to be read."""
        self.files[path] = text
        self.kinds[path] = (kind, context)
        if kind:
            self.records[kind] = self.records.get(kind, 0) + records
            context = {"kind": kind, **context} if context else {}
        if context:
            self.sources.append((path, context))

    def answer(self, path: str, key: str | None, rows: list, kind: str | None, **context: str) -> None:
        """A list as JSON, a record on each line; under a key where the interface has one."""
        inner = "[\n" + ",\n".join(map(compact, rows)) + "\n]"
        self.put(path, (f'{{"{key}":{inner}}}' if key else inner) + "\n", kind, len(rows), **context)

    def events(self, path: str, rows: list, kind: str, at: str, **context: str) -> None:
        """Changes as KS Læring is told them: `(changeType, record)`, one on each line."""
        lines = []
        for change, record in rows:
            event = {"changeType": change, "changeDate": at}
            event["oldRecord" if change == "delete" else "newRecord"] = record
            lines.append(compact(event) + "\n")
        self.put(path, "".join(lines), kind, len(rows), **context)

    def table(self, path: str, header: str, rows: list, kind: str, delimiter: str = ";") -> None:
        """A register: `rows` have what its columns hold, by their names."""
        columns, text = header.split(), io.StringIO()
        writer = csv.DictWriter(text, columns, restval="", delimiter=delimiter, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        self.put(path, text.getvalue(), kind, len(rows))

    def settings(self, title: str, parameters: list) -> str:
        lines = [f"# {title}", "sources:"]
        for path, context in self.sources:
            lines.append(f'  - path: "{path}"')
            lines += [f'    {key}: "{value}"' for key, value in context.items()]
        lines += ["", "# Whose people these are.", "parameters:", *parameters, "", "ignore:", "  - planted.json", "",
                  "# Fewer records than these make the audit incomplete, not clean.", "expect:"]
        for kind, records in sorted(self.records.items()):
            lines += [f"  - kind: {kind}", f"    records: {records}"]
        return "\n".join(lines) + "\n"


# Altinn

def entity(party) -> dict:
    """A party as the interfaces of access management show one."""
    shown = {"id": party.uuid, "name": party.name, "type": "Person", "variant": None, "partyid": party.party_id,
             "isDeleted": False, "dateOfDeath": None, "organizationIdentifier": None, "personIdentifier": None}
    if hasattr(party, "org"):
        return {**shown, "type": "Organisasjon", "variant": party.form, "organizationIdentifier": party.org}
    return {**shown, "personIdentifier": party.nin}


def permission(giver, holder, role: str) -> dict:
    return {"from": entity(giver), "to": entity(holder), "via": None, "role": {"code": role}, "viaRole": None}


def packages(documents: Documents, path: str, giver, rows: dict) -> None:
    """All packages that one organisation gave, with those who have each."""
    found = [{"package": {"urn": f"urn:altinn:accesspackage:{package}"},
              "permissions": [permission(giver, holder, "rettighetshaver") for holder in holders]}
             for package, holders in rows.items()]
    documents.answer(path, None, found, "altinn.package-permissions", organisation=giver.org, extracted_at=day(-1).isoformat(),
                     query=f"/enduser/connections/accesspackages?party={giver.uuid}&from={giver.uuid}")


def roles(documents: Documents, path: str, party, rows: list) -> None:
    """All roles of one organisation: `(role, holder)`."""
    found = [{"role": {"code": role}, "permissions": [permission(party, holder, role)]} for role, holder in rows]
    documents.answer(path, None, found, "altinn.role-permissions", organisation=party.org, extracted_at=day(-1).isoformat(),
                     query=f"/enduser/connections/roles?party={party.uuid}&from={party.uuid}")
