"""The policies that rest on registers, on the pages' own documents and on the secretariat's lists."""
import datetime

from judging import Judged, over_api_users, verdict
from world import MAYBE, NO, YES, World


def no_ui_access(world: World) -> Judged:
    """Fail: a login is recorded. Unverified: no document has the field for the user; or none is recorded, but the mailbox
    is not known to be functional."""
    def judge(user: str, email: str):
        if world.logins.get(user):
            return ("fail",)
        return (verdict(NO, NO if user in world.logins and world.functional(email) == YES else YES),)
    return over_api_users(world, judge)


def dedicated(world: World) -> Judged:
    """Fail: the purpose does not name Kitos; or owner and deputy are one, under one address or two of one mailbox. Unverified:
    not in the register, or without purpose, owner or deputy, or with one that is no person, or with two that the directory does not
    know."""
    def judge(user: str, email: str):
        row = world.register.get(email)
        if row is None:
            return ("unverified",)
        other = row["purpose"] and "kitos" not in row["purpose"].lower()
        people = [row["owner"].lower(), row["deputy"].lower()]
        one = all(people) and world.same_person(*people)
        lacks = not row["purpose"] or any("@" not in person or world.same_person(email, person)
                                          or world.functional(person) != NO for person in people)
        unknown = not any(world.boxes_of(person) for person in people)
        return (verdict(YES if other or one else NO, YES if lacks or unknown else NO),)
    return over_api_users(world, judge)


def is_late(world: World, entry: dict) -> bool:
    return datetime.date.fromisoformat(entry["date"]) > world.as_of


def asked_and_gave(world: World, entry: dict) -> bool:
    return world.same_person(entry["requested_by"], entry["approved_by"])


def gave_to_itself(world: World, entry: dict) -> bool:
    return world.same_person(entry["subject"], entry["approved_by"])


def known_in(world: World, entry: dict, organisation: str) -> int:
    """A local administrator of the organisation asked for it or was copied in, and is not the one who gets something by it."""
    people = [entry[key] for key in ["requested_by", "copied_to"] if entry.get(key)]
    return max([world.is_local_admin(person, organisation) for person in people
                if not world.same_person(entry["subject"], person)], default=NO)


def has_authority(world: World, email: str, organisation: str) -> int:
    """The secretariat, a local administrator there, or a global administrator."""
    users = [user for user, (address, _) in world.users.items() if address == email]
    return max([YES if email in world.secretariat else NO, world.is_local_admin(email, organisation),
                *(world.is_global_admin(user) for user in users)])


def counts(world: World, entry: dict, organisation: str) -> int:
    """Whether the approval counts in the organisation. Whoever is no user of Kitos is not judged by its lists."""
    if is_late(world, entry) or asked_and_gave(world, entry) or gave_to_itself(world, entry):
        return NO
    giver = entry["approved_by"]
    answered = max(known_in(world, entry, organisation), world.is_local_admin(giver, organisation))
    groundless = min(world.user_with(giver), YES - has_authority(world, giver, organisation))
    return min(answered, YES - groundless)


def authority(world: World, admin: str, organisation: str) -> set:
    """Whom a local administrator has the role from, as far as the table names them: its maker, the maker's maker and so on."""
    sources: set = set()
    while (admin, organisation, "LocalAdmin") in world.roles:
        admin = world.grants.get((admin, organisation, "LocalAdmin"))
        if admin is None or admin in sources:
            break
        sources.add(admin)
    return sources


def by_authority(world: World, entry: dict, email: str, organisation: str) -> int:
    """A local administrator who has the role from somebody else than itself, a circle, or the one who gets something."""
    answers = [world.is_local_admin(email, organisation)]
    for user in (user for user, (address, _) in world.users.items() if address == email):
        sources = authority(world, user, organisation)
        subjects = {each for each, (address, _) in world.users.items() if address == entry["subject"]}
        circles = {source for source in sources if source in authority(world, source, organisation)}
        hollow = (circles | (sources & subjects)) - world.global_admins
        known = all((each, organisation, "LocalAdmin") in world.grants for each in {user, *sources}
                    if (each, organisation, "LocalAdmin") in world.roles)
        answers.append(NO if hollow else YES if known else MAYBE)
    return min(answers)


def vouched(world: World, entry: dict, organisation: str) -> int:
    """A local administrator by somebody else's authority asked for it or was copied in."""
    people = [entry[key] for key in ["requested_by", "copied_to"] if entry.get(key)]
    return max([by_authority(world, entry, person, organisation) for person in people
                if not world.same_person(entry["subject"], person)], default=NO)


def rests_on_others(world: World, entry: dict, organisation: str) -> int:
    """An approval that counts, and whose local administrators have their authority from somebody else."""
    giver = entry["approved_by"]
    local, sound = world.is_local_admin(giver, organisation), by_authority(world, entry, giver, organisation)
    everywhere = max((world.is_global_admin(user) for user, (address, _) in world.users.items() if address == giver), default=NO)
    groundless = min(local, YES - sound, YES - everywhere)
    return min(counts(world, entry, organisation), max(vouched(world, entry, organisation), local), YES - groundless)


def of(world: World, email: str, what: str) -> list:
    return [entry for entry in world.approvals if entry["subject"] == email and entry["what"] == what]


def write_approved(world: World, email: str, organisation: str) -> int:
    return max([counts(world, entry, organisation) for entry in of(world, email, "write")], default=NO)


def approved_by_another(world: World) -> Judged:
    """Members: approvals of anything but access to the interface. Fail: one person asked and approved, or on a day to come.
    Unverified: the directory knows neither of the two; or HR does not know the approver, or whoever asked, unless the domain of
    whoever asked is somebody else's."""
    judged, seen = Judged(), set()
    for entry in world.approvals:
        if entry["what"] == "api-access":
            continue
        name = "/".join([entry["system"], entry["what"], entry["subject"], entry["date"]])
        assert name not in seen, name
        seen.add(name)
        people = [entry["requested_by"], entry["approved_by"]]
        persons = [world.addresses.get(person, set()) for person in people]
        unknown = not any(world.boxes_of(person) for person in people) or not persons[1] or (
            not persons[0] and not world.foreign(people[0]))
        wrong = asked_and_gave(world, entry) or is_late(world, entry) or persons[0] & persons[1]
        judged.add({"approval": name}, verdict(YES if wrong else NO, YES if unknown else NO))
    return judged


def leaver_answers(world: World) -> Judged:
    """Fail: the owner or the deputy that the register has for an address of the mailbox has left, by HR. Unverified: it names
    nobody; or one in an own domain whom HR does not know, where it has cleared the address of a leaver."""
    def judge(user: str, email: str):
        rows = [world.register[other] for other in world.aliases(email) if other in world.register]
        holders = {row[key].lower() for row in rows for key in ("owner", "deputy") if row[key]}
        persons = {person for holder in holders for person in world.addresses.get(holder, set())}
        left = {person for holder in holders for person in world.addresses.get(holder, set())
                if min(world.has_left(each) for each in world.addresses[holder]) == YES}
        doubt = not holders or any(world.has_left(person) == MAYBE for person in persons) or any(
            world.left_without_address() and not world.foreign(holder) and not world.in_hr(holder)
            and not world.accounted_for(holder) for holder in holders)
        return verdict(YES if left else NO, YES if doubt else NO), sorted(left)
    return over_api_users(world, judge)


def approved(world: World) -> Judged:
    """Each organisation that lists the user needs an approval that counts there and that one of its local administrators knew
    of. Fail: no approval at all; or none in order, and one that none of them knew of, that its requester or the one who got
    it gave, or that is of tomorrow. Unverified: none in order otherwise; where the requester is no user, who was administrator
    then nobody can say; and where no table says who made the local administrator one."""
    def judge(user: str, email: str):
        entries = of(world, email, "api-access")
        if not entries:
            return ("fail",)
        fails, doubts = [NO], [NO]
        for organisation in world.members[user]:
            lacks = YES - max(min(known_in(world, entry, organisation), counts(world, entry, organisation))
                              for entry in entries)
            doubts.append(YES - max(min(vouched(world, entry, organisation), rests_on_others(world, entry, organisation))
                                    for entry in entries))
            for entry in entries:
                unknown = min(YES - known_in(world, entry, organisation), world.user_with(entry["requested_by"]))
                wrong = is_late(world, entry) or asked_and_gave(world, entry) or gave_to_itself(world, entry)
                fails.append(min(lacks, YES if wrong else unknown))
        return (verdict(max(fails), MAYBE if max(doubts) != NO else NO),)
    return over_api_users(world, judge)


def one_organisation(world: World) -> Judged:
    """Fail: active in several organisations by the secretariat's list, or in several user lists. Unverified: the list is
    not there, or does not have the user."""
    def judge(user: str, email: str):
        several = len((world.active or {}).get(user, ())) > 1 or len(world.members[user]) > 1
        return (verdict(YES if several else NO, NO if user in (world.active or {}) else YES),)
    return over_api_users(world, judge)


def without_credentials(world: World) -> Judged:
    """Members: the documents of Kitos. Fail: a password or its salt is in it. Unverified: not all of it could be read."""
    judged = Judged()
    for document, (has_password, is_damaged) in sorted(world.documents.items()):
        judged.add({"document": document}, verdict(YES if has_password else NO, YES if is_damaged else NO))
    return judged


def documents_agree(world: World) -> Judged:
    """Members: all users. Fail: one document says that there is API access, another that there is none."""
    judged = Judged()
    for user in sorted(world.users):
        judged.add({"user": user}, verdict(YES if len(world.flags[user]) > 1 else NO))
    judged.holes = [{"user": user} for user in sorted(world.strangers)]
    return judged


ACCESS_POLICIES = {
    "kitos.api-user-has-no-ui-access": no_ui_access,
    "kitos.api-mailbox-is-dedicated": dedicated,
    "kitos.leaver-answers-for-no-mailbox": leaver_answers,
    "kitos.api-access-approved": approved,
    "register.approved-by-another": approved_by_another,
    "kitos.api-user-in-one-organisation": one_organisation,
    "kitos.export-without-credentials": without_credentials,
    "kitos.documents-agree": documents_agree,
}
