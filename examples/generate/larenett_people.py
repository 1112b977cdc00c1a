"""What policies on people say: rights before the first day, two systems that disagree, and addresses of two people."""
from larenett_college import College
from larenett_municipality import NOBODY, Municipality
from larenett_plan import Plan
from larenett_world import MUNICIPALITY, Human, Organisation


def in_altinn(human: Human, party: Organisation) -> dict:
    """What policies on rights call it that somebody acts for an organisation."""
    return {"system": "altinn", "right": human.uuid, "what": "fullmakt", "place": party.org}


def plan_people(plan: Plan, college: College, town: Municipality, in_both: Human) -> None:
    world, newcomer = college.world, "hr.not-yet-started-holds-right"
    plan.expect(newcomer, "fail", "begins later", **in_altinn(college.starter, world.college))
    plan.expect(newcomer, "fail", "begins later", **in_altinn(town.starter.human, world.municipality))
    plan.expect(newcomer, "unverified", "KS Læring alone lists them", **in_altinn(town.back.human, world.municipality))
    for policy in [newcomer, "hr.mover-keeps-right", "hr.external-holds-privileged-right"]:
        plan.hole(policy, "Maskinporten and clients were not exported", system="altinn", right="*", what="*", place="*")
    plan_sources(plan, college, town, in_both)
    plan_addresses(plan, college, town)


def plan_sources(plan: Plan, college: College, town: Municipality, in_both: Human) -> None:
    """Whom two systems have, in each of them."""
    agree = "hr.sources-agree"
    for member in town.members:
        if not member.in_visma or member not in town.in_learning:
            continue
        since = member is town.listed_since
        plan.expect(agree, "fail" if since else "pass", "told to KS Læring after the last day" if since else "they agree",
                    person=member.visma)
        plan.expect(agree, "pass", "the newer list", person=town.in_learning[member])
        if member.human is in_both:
            plan.expect(agree, "fail", "left here, and told to KS Læring after that", person=college.moved_key)


def plan_addresses(plan: Plan, college: College, town: Municipality) -> None:
    """Every address that a system has of somebody; none is that of two."""
    addresses = {row["epost"] for row in college.employees + college.elsewhere}
    addresses |= {member.human.email(MUNICIPALITY) for member in town.members if member.in_visma}
    addresses |= {member.email for member in town.in_learning if member.email != NOBODY}
    for address in sorted(addresses):
        plan.expect("hr.one-person-per-key", "pass", "one person's", email=address)
