#!/usr/bin/env python3
"""Writes the exports of a fictitious Danish municipality, and planted.json: what an audit of them must find.

The same arguments give the same bytes. Nobody in the files exists.
"""
import argparse
import json
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from exports import Exports
from judging import Judged
from kitos import Kitos
from plants import API_POLICIES, CATALOGUE, INTEGRATOR, PERMISSIONS, ApiPlant, UserPlant
from reasoning import POLICIES
from registers import SECRETARIAT
from staff import AS_OF, Staff
from world import World

MAX_LOCAL_ADMINS = 3
UNCERTAIN = ["kitos.api-user-is-not-a-person", "kitos.leaver-holds-no-right"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1, help="even seeds state the own domains and write other CSV")
    parser.add_argument("--employees", type=int, default=8000, help="people; at least 60")
    parser.add_argument("--api-users", type=int, default=40, help="at least 12")
    parser.add_argument("--systems", type=int, default=300, help="at least 12")
    parser.add_argument("--faults", action="store_true",
                        help="add records that cannot be used; an audit then ends in 2")
    parser.add_argument("folder", type=pathlib.Path)
    wish = parser.parse_args()
    if wish.employees < 60 or wish.api_users < 12 or wish.systems < 12:
        parser.error("a municipality needs at least 60 employees, 12 API users and 12 systems to show every verdict")
    kitos, exports = build(wish)
    exports.write()
    planted = judge(kitos, exports, wish)
    exports.put("planted.json", (json_lines(planted) + "\n").encode())
    for policy, outcome in planted["policies"].items():
        print(f"{policy:40} population {outcome['population']:5}  fail {outcome['fail']:4}  "
              f"unverified {outcome['unverified']:4}  pass {outcome['pass']:5}  holes {outcome['population_holes']}")
    return 0


def build(wish: argparse.Namespace) -> tuple[Kitos, Exports]:
    rng = random.Random(wish.seed)
    staff = Staff(rng)
    kitos = Kitos(rng, staff, wish.api_users, wish.systems, wish.faults)
    ordinary = [staff.ordinary_person() for _ in range(wish.employees - len(staff.people))]
    for person in ordinary:
        if not person.left and rng.random() < 0.97:
            staff.own_mailbox(person)
        elif person.left and rng.random() < 0.1:
            staff.own_mailbox(person, "SharedMailbox")
    in_office = [person for person in ordinary if person.employed and person.email_in_hr]
    kitos.ordinary_users(in_office, wish.employees * 11 // 100)
    kitos.other_organisations(max(6, wish.employees // 200))
    staff.furnish(wish.employees)
    kitos.assign()
    return kitos, Exports(wish.folder, kitos, staff, wish.seed)


def judge(kitos: Kitos, exports: Exports, wish: argparse.Namespace) -> dict:
    settings = {"max_admins": MAX_LOCAL_ADMINS, "own_domains": exports.own_domains, "secretariat": [SECRETARIAT]}
    world = World(exports.folder, exports.sources, exports.contexts, settings, AS_OF)
    users = {user.id: user for user in kitos.users}
    policies = {}
    for policy, reason in POLICIES.items():
        judged = reason(world)
        check_duties(policy, judged, exports.meant, world)
        findings = []
        for subject, (verdict, violating) in judged.members.items():
            check_intention(policy, dict(subject), verdict, users, kitos, bool(exports.own_domains), world)
            if verdict != "pass":
                plant = users[dict(subject)["user"]].plant if "user" in dict(subject) else None
                finding = {"policy": policy, "verdict": verdict, "subject": dict(subject)}
                if verdict == "fail" and violating:
                    finding["violating"] = violating
                findings.append({**finding, "note": plant.note if plant else ""})
        for subject in judged.holes:
            findings.append({"policy": policy, "verdict": "unverified", "subject": subject, "population_hole": True,
                             "note": "may belong to the population: no document says"})
        counts = {verdict: sum(v == verdict for v, _ in judged.members.values())
                  for verdict in ["fail", "unverified", "pass"]}
        policies[policy] = {"population": len(judged.members), **counts, "exempt": 0,
                            "population_holes": len(judged.holes), "findings": findings}
    return {"seed": wish.seed, "as_of": AS_OF.isoformat(), "exit": 2 if wish.faults else 1, "policies": policies}


def check_intention(policy: str, subject: dict, verdict: str, users: dict, kitos: Kitos, stated: bool,
                    world: World) -> None:
    """Stops where the verdict that was meant is not the one that the files give."""
    letters = {"F": "fail", "U": "unverified", "P": "pass"}
    plant = users[subject["user"]].plant if "user" in subject else None
    meant = None
    if isinstance(plant, ApiPlant) and policy in {*API_POLICIES, *plant.more, CATALOGUE, INTEGRATOR, PERMISSIONS}:
        meant = letters[plant.resolve(policy, stated, subject["user"] in world.admin_known)]
    elif isinstance(plant, UserPlant) and policy == "kitos.leaver-holds-no-right":
        meant = letters[plant.leaver]
    elif isinstance(plant, UserPlant) and policy == "kitos.rights-holder-not-combined":
        keys = {organisation.id: organisation.key for organisation in kitos.organisations}
        meant = letters[plant.rights_holder[keys[subject["organisation"]]]]
        if meant == "unverified" and subject["user"] in world.admin_known:
            meant = "pass"
    elif policy == "kitos.leaver-holds-no-right":
        meant = "pass"
    # HR has cleared the addresses of leavers: a shared mailbox whose purpose the register does not say may be one's. And one
    # of which HR knows another address may be a leaver's, whatever it is for.
    if meant == "pass" and verdict == "unverified" and policy in UNCERTAIN:
        email = world.users[subject["user"]][0]
        if (world.left_without_address() and not world.accounted_for(email)) or world.in_hr(email):
            return
    if meant and meant != verdict:
        raise SystemExit(f"{policy}: {plant.note if plant else subject}: meant {meant}, the files give {verdict}")


def check_duties(policy: str, judged: Judged, meant: dict, world: World) -> None:
    """Stops where somebody whom the registers name is not found to have the duties that were meant."""
    for email, verdict in ((email, verdict) for (of, email), verdict in meant.items() if of == policy):
        who = next(iter(world.addresses.get(email, ())), email)
        found = {dict(subject)["who"]: found for subject, (found, _) in judged.members.items()}.get(who, "nothing")
        if found != verdict:
            raise SystemExit(f"{policy}: {who}: meant {verdict}, the files give {found}")


def json_lines(planted: dict) -> str:
    """JSON with one finding on each line."""
    compact = {"ensure_ascii": False}
    head = {key: value for key, value in planted.items() if key != "policies"}
    parts = []
    for policy, outcome in planted["policies"].items():
        counts = {key: value for key, value in outcome.items() if key != "findings"}
        findings = ",\n".join("   " + json.dumps(finding, **compact) for finding in outcome["findings"])
        inner = json.dumps(counts, **compact)[1:-1]
        parts.append(f"  {json.dumps(policy)}: {{{inner}, \"findings\": [\n{findings}\n  ]}}")
    return "{" + json.dumps(head, **compact)[1:-1] + ", \"policies\": {\n" + ",\n".join(parts) + "\n}}"


if __name__ == "__main__":
    sys.exit(main())
