#!/usr/bin/env python3
"""Writes the exports of a fictitious municipality that has its people in Visma and learns by KS Læring, and of a university
college with its payroll at DFØ; and planted.json: what an audit must find.

usage: larenett_no.py FOLDER [--seed N]

Each member of each policy stands in the plan beside the line that makes it, whether it fails or not; nothing was taken from an
audit. The same seed gives the same bytes.
"""
import argparse
import json
import pathlib
import sys

from larenett_college import HEALTH, OWN, PAYROLL, College
from larenett_documents import Documents, packages, roles
from larenett_duties import Duties
from larenett_municipality import Municipality
from larenett_people import plan_people
from larenett_plan import Plan
from larenett_registers import Registers
from larenett_world import AS_OF, COLLEGE, MUNICIPALITY, World

SEED = 1
PACKAGES = ["byggesoknad", "renovasjon", "skatt-naering"]


class Example:
    def __init__(self, seed: int):
        self.world, self.plan, self.documents = World(seed), Plan(), Documents()
        self.college = College(self.world, self.plan, self.documents)
        self.municipality = Municipality(self.world, self.plan, self.documents)

    def build(self) -> None:
        # Left the university college, and is employed by the municipality.
        self.both = self.world.human()
        self.college.build(self.both)
        self.municipality.build(self.both)
        registers = Registers(self.world, self.plan, self.documents, self.municipality, self.college, self.both)
        registers.build()
        self.catalogue()
        self.altinn_of_college()
        self.altinn_of_municipality()
        plan_people(self.plan, self.college, self.municipality, self.both)
        Duties(self.plan, self.college, self.municipality, registers).build()

    # Who acts in Altinn

    def acts(self, party, human, verdict: str, note: str):
        """Somebody who acts for an organisation, and whether they should."""
        self.plan.expect("altinn.leaver-holds-authority", verdict, note, holder=human.uuid, party=party.org)
        return human

    def catalogue(self) -> None:
        """What packages there are; and what follows from it that of Altinn nothing else was loaded."""
        rows = [{"name": code, "urn": f"urn:altinn:accesspackage:{code}", "isDelegable": True, "isResourcePolicyAvailable": True}
                for code in PACKAGES]
        self.documents.answer("altinn/tilgangspakker.json", None, [{"name": "Allment", "urn": None, "areas": [
            {"name": "Alle", "urn": "accesspackage:area:alle", "packages": rows}]}],
            "altinn.access-packages")
        for party in [self.world.municipality, self.world.college]:
            self.plan.hole("altinn.leaver-holds-authority", "Maskinporten and clients were not exported",
                           holder="*", party=party.org)
            self.plan.expect("altinn.main-administrators", "unverified", "Enhetsregisteret was not exported", party=party.org)

    def give(self, folder: str, party, rows: dict) -> None:
        """The packages that an organisation gave, each of which may be given on."""
        packages(self.documents, f"altinn/{folder}-pakker.json", party, rows)
        for package, holders in rows.items():
            for human in holders:
                self.plan.expect("altinn.delegation-of-non-delegable-group", "pass", "may be given on",
                                 **{"from": party.org, "to": human.uuid, "package": package})

    def altinn_of_college(self) -> None:
        college, own = self.college, self.world.college
        self.give("hogskolen", own, {
            "skatt-naering": [
                self.acts(own, college.left, "fail", "left this month"),
                self.acts(own, college.last_today, "pass", "the last day itself"),
                self.acts(own, college.twice, "pass", "one employment has ended, and another goes on"),
                self.acts(own, college.contradicted, "unverified", "an extra position goes on"),
                self.acts(own, college.starter, "pass", "begins later")],
            "byggesoknad": [
                self.acts(own, college.guest, "pass", "a guest whom DFØ lists"),
                self.acts(own, college.idle, "unverified", "on the position that stands for none"),
                self.acts(own, self.both, "unverified", "left here, and is employed by the municipality"),
                self.acts(own, self.world.human(), "unverified", "nobody whom personnel data know")]})
        roles(self.documents, "altinn/hogskolen-roller.json", own, [
            ("daglig-leder", self.acts(own, college.left_yesterday, "fail", "yesterday was the last day")),
            ("styremedlem", self.acts(own, college.left_on_board, "unverified",
                                        "has left, and is on the board: what else they have, nothing shows")),
            ("daglig-leder", self.acts(own, college.ordinary[HEALTH][1][0], "pass", "employed"))])

    def altinn_of_municipality(self) -> None:
        town, own = self.municipality, self.world.municipality
        self.give("kommunen", own, {
            "byggesoknad": [
                self.acts(own, town.left.human, "fail", "yesterday was the last day"),
                self.acts(own, town.last_today.human, "pass", "the last day itself"),
                self.acts(own, town.left_unlisted.human, "fail", "left in spring or autumn"),
                self.acts(own, town.left_by_word.human, "fail", "left by a word without a day"),
                self.acts(own, town.two_employments.human, "pass", "one employment has ended, and another goes on")],
            "renovasjon": [
                self.acts(own, town.listed_since.human, "unverified", "KS Læring was told of them after the last day"),
                self.acts(own, town.left_when_listed.human, "fail", "KS Læring was told of them on the last day"),
                self.acts(own, town.removed.human, "unverified", "removed is not left, and Visma does not know them"),
                self.acts(own, town.back.human, "pass", "removed, and added again"),
                self.acts(own, town.lost_unit.human, "pass", "removed, and employed as Visma has it"),
                self.acts(own, town.starter.human, "pass", "begins later")]})
        roles(self.documents, "altinn/kommunen-roller.json", own, [
            ("kontaktperson", self.acts(own, town.owner.human, "pass", "employed")),
            ("hovedadministrator", self.acts(own, town.deputy.human, "pass", "employed"))])

    # The folder

    def settings(self) -> str:
        world, documents = self.world, self.documents
        return documents.settings("What the exports of Tindvik kommune and Høgskolen i Nordhei do not say themselves.", [
            f'  organisation.own_domains: ["{COLLEGE}", "{MUNICIPALITY}"]', f'  dfo.own_firm_codes: ["{OWN}"]',
            f'  dfo.central_units: ["{self.college.units[PAYROLL]}"]',
            f'  altinn.hr_organisations: ["{world.municipality.org}", "{world.college.org}"]'])

    def write(self, folder: pathlib.Path) -> None:
        planted = {"as_of": AS_OF.isoformat(), "exit": 1, "policies": self.plan.document()}
        files = {**self.documents.files, "tilsyn.yaml": self.settings(),
                 "planted.json": json.dumps(planted, indent=1, ensure_ascii=False) + "\n"}
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=SEED)
    wish = parser.parse_args(arguments)
    example = Example(wish.seed)
    example.build()
    example.write(wish.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
