"""The documents that the interfaces would give of this world, in the shapes of Altinn and of Enhetsregisteret."""
import csv
import io
import json

from altinn_policies import OWNER_RULE, PACKAGE, ROLE, act, policy, registry, rule, who
from bedrift_world import World

URN = "urn:altinn:accesspackage:"
# code, name, whoever holds it may give it on, services may name it
PACKAGES = [
    ("skatt-naering", "Skatt næring", True, True), ("merverdiavgift", "Merverdiavgift", True, True),
    ("byggesoknad", "Byggesøknad", True, True), ("renovasjon", "Renovasjon", True, True),
    ("barnehageeier", "Barnehageeier", True, True), ("maskinporten-scopes", "Delegerbare Maskinporten-scopes", True, True),
    ("maskinlesbare-hendelser", "Maskinlesbare hendelser", True, True), ("naturressurser", "Naturressurser", True, False),
    ("eksplisitt", "Eksplisitt tjenestedelegering", False, True),
    ("hovedadministrator", "Hovedadministrator", True, False), ("tilgangsstyrer", "Tilgangsstyrer", True, False),
    ("opptreforvirksomhetenskunder", "Opptre for virksomhetens kunder", True, True),
    ("regnskapsforer-lonn", "Regnskapsfører lønn", True, True),
    ("regnskapsforer-med-signeringsrettighet", "Regnskapsfører med signeringsrettighet", True, True),
    ("forretningsforer-eiendom", "Forretningsfører eiendom", True, True),
]
# code, urn prefix, code of Altinn 2 and of the register, key role
ROLES = [
    ("daglig-leder", "external-role:ccr", "dagl", True), ("styreleder", "external-role:ccr", "lede", True),
    ("innehaver", "external-role:ccr", "innh", True), ("styremedlem", "external-role:ccr", "medl", False),
    ("regnskapsforer", "external-role:ccr", "regn", False), ("revisor", "external-role:ccr", "revi", False),
    ("forretningsforer", "external-role:ccr", "ffør", False), ("kontaktperson", "external-role:ccr", "kont", False),
    ("rettighetshaver", "role", None, False), ("hovedadministrator", "role", None, False),
    ("eckeyrole", "rolecode", None, False), ("utinn", "rolecode", None, False),
]
LEADING = ["skatt-naering", "merverdiavgift", "byggesoknad", "renovasjon", "barnehageeier", "maskinporten-scopes",
           "maskinlesbare-hendelser", "hovedadministrator", "tilgangsstyrer"]
# role, form of organisation (none: any), package, may use, may give
CARRIES = [(role, None, package, True, True) for role in ["daglig-leder", "styreleder", "innehaver"] for package in LEADING]
CARRIES += [("regnskapsforer", None, "regnskapsforer-lonn", True, False),
            ("regnskapsforer", None, "regnskapsforer-med-signeringsrettighet", True, False),
            ("forretningsforer", "BRL", "forretningsforer-eiendom", True, False),
            ("kontaktperson", None, "renovasjon", True, False),
            ("eckeyrole", None, "opptreforvirksomhetenskunder", True, False),
            ("hovedadministrator", None, "skatt-naering", False, True),
            ("hovedadministrator", None, "merverdiavgift", False, True)]

PAGE = """---
title: Bygg og miljø
---
- **Bygg og miljø:** Områder som hører til bygg og miljø.
\t- **Byggesøknad:** Søke om å bygge.
\t- **Renovasjon:** Bestille og endre renovasjon.

## Egenskaper ved tilgangspakkene
|Navn tilgangspakke|Kan delegeres til ansatte?|Kan knytte tjenester til?|ER rolle som får fullmakten|
|---|---|---|---|
|Bygg og miljø|ja|nei||
|Byggesøknad|ja|ja|DAGL, STYR, INNH|
|Renovasjon|ja|ja|DAGL, LEDE, INNH|
"""


def entity(party) -> dict:
    """A party as the interfaces of access management show one."""
    shown = {"id": party.uuid, "name": party.name, "type": party.kind, "variant": party.form, "partyid": party.party_id,
             "isDeleted": party.deleted is not None, "dateOfDeath": party.died and party.died.isoformat()}
    if party.deleted:
        shown["deletedAt"] = party.deleted.isoformat() + "T00:00:00+00:00"
    shown["organizationIdentifier"], shown["personIdentifier"] = party.org, party.nin
    return shown


def permission(giver, holder, role: str = "rettighetshaver") -> dict:
    return {"from": entity(giver), "to": entity(holder), "via": None, "role": {"code": role}, "viaRole": None}


def packages(rows: list) -> list:
    """One record for each package of `(package, giver, holder, role)`."""
    found: dict = {}
    for package, *rest in rows:
        found.setdefault(package, []).append(permission(*rest))
    return [{"package": {"urn": URN + package}, "permissions": permissions} for package, permissions in found.items()]


class Documents:
    """Files by path, what `tilsyn.yaml` says of them, and how many records each kind has."""

    def __init__(self, world: World):
        self.world, self.files, self.sources, self.records = world, {}, [], {}

    def put(self, path: str, rows: list, kind: str, **context) -> None:
        lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
        self.files[path] = "[\n" + ",\n".join(lines) + "\n]\n"
        self.sources.append((path, kind, context))
        self.records[kind] = self.records.get(kind, 0) + len(rows)

    def table(self, path: str, header: list, rows: list, kind: str) -> None:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([header, *rows])
        self.files[path] = text.getvalue()
        self.records[kind] = self.records.get(kind, 0) + len(rows)

    # What anybody can get

    def metadata(self) -> None:
        self.put("metadata/tilgangspakker.json", [{"name": "Allment", "urn": None, "areas": [{
            "name": "Alle", "urn": "accesspackage:area:alle", "packages": [
                {"name": name, "urn": URN + code, "isDelegable": delegable, "isResourcePolicyAvailable": attachable}
                for code, name, delegable, attachable in PACKAGES]}]}], "altinn.access-packages")
        self.put("metadata/roller.json", [
            {"code": code, "name": code, "urn": f"urn:altinn:{prefix}:{code}", "legacyRoleCode": legacy and legacy.upper(),
             "isKeyRole": key} for code, prefix, legacy, key in ROLES], "altinn.roles")
        self.put("metadata/rollepakker.json", [
            {"role": {"code": role}, "package": {"urn": URN + package}, "entityVariant": form and {"name": form},
             "hasAccess": use, "canDelegate": give, "canAssign": False}
            for role, form, package, use, give in CARRIES], "altinn.role-packages")
        self.put("metadata/rollekart.json", [{"hasRole": role, "getRole": "utinn"} for role in ["daglig-leder", "innehaver"]],
                 "altinn.role-map")
        self.files["metadata/bygg-og-miljo.md"] = PAGE
        self.records["altinn.group-page"] = 3

    def policies(self) -> None:
        level = {"level": 3}
        self.files["ressurser/fjordvik-byggesak.xml"] = policy(
            rule(1, who((ROLE, "dagl"), (PACKAGE, "byggesoknad")), registry("fjordvik-byggesak"), act("read", "write")), **level)
        self.files["ressurser/fjordvik-arkiv.xml"] = policy(
            rule(1, who((PACKAGE, "naturressurser"), (PACKAGE, "arkivinnsyn")), registry("fjordvik-arkiv"), act("read")),
            rule(2, OWNER_RULE.replace("nvk", "fjordvik"), registry("fjordvik-arkiv"), act("read")), **level)
        self.records["altinn.policy"] = 2

    # Enhetsregisteret

    def register(self, roles: dict, units: list) -> None:
        """`roles`: by unit, `(code, holder, state)`; `state` is `active`, `resigned` or, of a unit, `deleted`."""
        rows = []
        for unit, held in roles.items():
            groups = [{"type": {"kode": code, "beskrivelse": code}, "sistEndret": "2026-10-01", "roller": [
                self.role(code, holder, state)]} for code, holder, state in held]
            rows.append({"organisasjonsnummer": unit.org, "rollegrupper": groups})
        self.put("brreg/roller.json", rows, "er.roles")
        self.put("brreg/enheter.json", [
            {"organisasjonsnummer": unit.org, "navn": unit.name, "organisasjonsform": {"kode": unit.form},
             "slettedato": unit.deleted and unit.deleted.isoformat(), "overordnetEnhet": unit.parent and unit.parent.org}
            for unit in units], "er.units")

    @staticmethod
    def role(code: str, holder, state: str) -> dict:
        row = {"type": {"kode": code, "beskrivelse": code}, "fratraadt": state == "resigned"}
        if holder.org:
            row["enhet"] = {"organisasjonsnummer": holder.org, "navn": [holder.name], "erSlettet": state == "deleted"}
        else:
            first, last = holder.name.split(" ", 1)
            row["person"] = {"fodselsdato": holder.born.isoformat(), "fodselsnummer": holder.nin,
                             "navn": {"fornavn": first, "mellomnavn": None, "etternavn": last},
                             "erDoed": holder.died is not None}
        return row
