#!/usr/bin/env python3
"""Writes the exports of a fictitious university, its gateway, broker, clients of Maskinporten, payroll and registers; and
planted.json: what an audit must find.

usage: universitet.py FOLDER [--seed N]

Each member of each policy stands in the plan beside the line that makes it, whether it fails or not; nothing was taken from an
audit. The same seed gives the same bytes.
"""
import argparse
import json
import pathlib
import sys

from larenett_documents import Documents
from larenett_plan import Plan
from payroll import OWN
from universitet_broker import TRIED, Broker
from universitet_catalogue import Catalogue
from universitet_consumers import Consumers
from universitet_duties import Duties
from universitet_exports import plan_exports
from universitet_gateway import Gateway
from universitet_maskinporten import Maskinporten
from universitet_registers import GATEWAY_HOST, Registers
from universitet_rights import Rights
from universitet_staff import Staff
from universitet_subscriptions import Subscriptions
from universitet_world import AS_OF, DOMAIN, IT, PAYROLL, University

SEED = 1


class Example:
    def __init__(self, seed: int):
        self.world, self.plan, self.documents = University(seed), Plan(), Documents()
        self.staff = Staff(self.world, self.plan, self.documents)
        self.gateway = Gateway(self.world, self.plan, self.documents, self.staff)
        self.catalogue = Catalogue(self.gateway, self.staff)
        self.consumers = Consumers(self.gateway, self.catalogue)
        self.subscriptions = Subscriptions(self.consumers, self.catalogue, self.staff)
        self.rights = Rights(self.plan, self.staff, self.gateway, self.catalogue, self.consumers)
        self.broker = Broker(self.world, self.plan, self.documents)
        self.maskinporten = Maskinporten(self.world, self.plan, self.documents)
        self.registers = Registers(self.world, self.plan, self.documents, self.staff, self.catalogue, self.subscriptions,
                                   self.broker, self.maskinporten)

    def build(self) -> None:
        self.staff.build()
        self.gateway.build()
        self.catalogue.build()
        self.subscriptions.build()
        self.gateway.write()
        self.rights.build()
        self.broker.build(self.staff.of(IT, 3))
        self.maskinporten.build()
        self.registers.build()
        Duties(self.plan, self.documents, self.staff, self.catalogue, self.rights).build()
        kinds = {path: "maskinporten.earlier-client-keys" for path in self.maskinporten.earlier}
        secrets = {**self.gateway.secrets, "maskinporten/klienter.json": "the secret of a client",
                   "personal/tilknyttede.csv": "a password"}
        plan_exports(self.plan, self.documents, {**kinds, "lonn/infokontrakter.json": "dfo.contracts"}, secrets)

    def settings(self) -> str:
        return self.documents.settings("What the exports of Universitetet i Havnes do not say themselves.", [
            f'  organisation.own_domains: ["{DOMAIN}"]', f'  dfo.own_firm_codes: ["{OWN}"]',
            f'  dfo.central_units: ["{self.staff.units[PAYROLL]}"]', f'  dfo.gateway_hosts: ["{GATEWAY_HOST}"]',
            f'  dfo.broker_applications: {json.dumps(self.registers.publishers)}',
            '  rabbitmq.administrators: ["drift"]', f'  rabbitmq.tried_passwords: ["{TRIED}"]',
            f'  maskinporten.own_organisations: ["{self.world.own.org}"]', '  maskinporten.open_scopes: ["havnes:emner"]',
            f'  maskinporten.gateway_clients: ["{self.maskinporten.clients["Gateway"].id}"]'])

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
