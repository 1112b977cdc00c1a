"""What an audit of the folder must find, worked out from the files alone.

Plain Python over the exported files, written from the table of the Kitos policies and the meaning of certain and
possible, not from any policy file. Each function below is one policy; its documentation string is the reasoning.
A statement about incomplete data has one of three values: YES and NO are certain, MAYBE is neither.
"""
import datetime

from judging import Judged, over_api_users, verdict
from reasoning_access import ACCESS_POLICIES
from reasoning_duties import DUTY_POLICIES
from reasoning_people import PEOPLE_POLICIES
from reasoning_writing import WRITING_POLICIES
from world import MAYBE, MODULE_ADMINS, NO, YES, World


def not_a_person(world: World) -> Judged:
    """Fail: the address, or another address of its mailbox, is in HR (present or past), or the mailbox is personal.
    Unverified: the type is not known and may be personal; or no fail, and the directory does not know the address
    (HR is complete here), or HR has cleared the address of a leaver and neither HR nor the register knows the mailbox."""
    cleared = bool(world.left_without_address())

    def judge(user: str, email: str):
        addresses = {email}.union(*(box[1] for box in world.boxes_of(email)))
        persons = set().union(*(world.addresses.get(address, set()) for address in addresses))
        unknown = NO if world.boxes_of(email) or world.registered(email) == "functional" else YES
        if cleared and email not in world.addresses and not world.accounted_for(email):
            unknown = YES
        return verdict(max(YES if persons else NO, world.personal(email)), unknown), list(persons)
    return over_api_users(world, judge)


def functional_mailbox(world: World) -> Judged:
    """Fail: personal; or an own-domain address that the complete directory does not know. Unverified: a foreign domain,
    perhaps foreign included; a type that is neither personal nor functional, or not known."""
    def judge(user: str, email: str):
        known, own = bool(world.boxes_of(email)), world.own(email)
        if world.registered(email) == "functional":
            return ("pass",)
        neither = known and world.functional(email) != YES
        return (verdict(max(world.personal(email), NO if known else own), YES if neither or own != YES else NO),)
    return over_api_users(world, judge)


def receives_mail(world: World) -> Judged:
    """Fail: outside mail is refused; or no such mailbox in an own domain. Unverified: that setting is empty; a foreign
    domain; senders restricted."""
    def judge(user: str, email: str):
        boxes, own = world.boxes_of(email), world.own(email)
        refused = max([YES if box[3] == "True" else MAYBE if box[3] == "" else NO for box in boxes], default=NO)
        tested = world.register.get(email, {}).get("mail_tested_at", "")
        arrived = tested and 0 <= (world.as_of - datetime.date.fromisoformat(tested)).days <= 365
        doubt = (own != YES or any(box[4] for box in boxes)) and not arrived
        return (verdict(max(refused, NO if boxes else own), YES if doubt else NO),)
    return over_api_users(world, judge)


def without_admin_role(world: World) -> Judged:
    """Fail: local administrator or a module's administrator in any organisation, or a global administrator. Unverified:
    everybody else, where no document shows global administrators."""
    def judge(user: str, email: str):
        roles = [(o, r) for u, o, r in world.roles if u == user and r in MODULE_ADMINS | {"LocalAdmin"}]
        is_admin = user in world.global_admins
        return (verdict(YES if roles or is_admin else NO, NO if user in world.admin_known else YES),
                [organisation for organisation, _ in roles])
    return over_api_users(world, judge)


def own_domain(world: World) -> Judged:
    """Fail: the domain is none of the own ones. Unverified: it may be one, since a recipient of that domain may or may
    not be a mailbox."""
    return over_api_users(world, lambda user, email: (verdict(YES - world.own(email)),))


def rights_holder(world: World) -> Judged:
    """Members: users with RightsHolderAccess, in the organisation where they have it. Fail: any role there but User.
    Unverified: where global administrators are hidden, since one would have one more role there; and, as possible members,
    users of whose roles one could not be read."""
    judged = Judged()
    for user, organisation, role in sorted(world.roles):
        if role == "RightsHolderAccess":
            others = {r for u, o, r in world.roles if u == user and o == organisation} - {"User", "RightsHolderAccess"}
            doubt = NO if user in world.admin_known else YES
            judged.add({"user": user, "organisation": organisation},
                       verdict(YES if others or user in world.global_admins else NO, doubt))
    judged.holes = [
        {"user": user, "organisation": organisation} for user, organisation in sorted(world.unreadable_roles)
        if (user, organisation, "RightsHolderAccess") not in world.roles]
    return judged


def local_admin_count(world: World) -> Judged:
    """Members: organisations with a user list. Fail: more local administrators than allowed; or none, in a list without
    an unreadable role. Unverified: a role that could not be read may be one administrator more, or the only one."""
    judged = Judged()
    for organisation in sorted(world.organisations):
        admins = {u for u, o, r in world.roles if o == organisation and r == "LocalAdmin"}
        most = len(admins | {u for u, o in world.unreadable_roles if o == organisation})
        above = YES if len(admins) > world.max_admins else MAYBE if most > world.max_admins else NO
        none = YES if most == 0 else MAYBE if not admins else NO
        judged.add({"organisation": organisation}, verdict(max(above, none)))
    return judged


def leaver(world: World) -> Judged:
    """Members: all users, since a list has those who hold a right. Fail: HR knows the address, and the person has left; or it knows the primary
    address of the mailbox, which nobody employed has and the register does not call functional. Unverified: it knows an alias; an own-domain address that HR does
    not know and that is no functional mailbox, or of which the register does not say what it is for, where HR has cleared the
    address of a leaver; or the name of such a leaver, which a user whose name documents write differently may have."""
    judged = Judged()
    cleared = world.left_without_address()
    names = set().union(*(world.person_names[person] for person in cleared))
    for user in sorted(world.users):
        email = world.users[user][0]
        own = world.addresses.get(email, set())
        others = set().union(*(world.addresses.get(other, set()) for other in world.aliases(email))) - own
        left = max([world.has_left(person) for person in own], default=NO)
        primary = set().union(*(world.addresses.get(box[0], set()) for box in world.boxes_of(email))) - own
        moved = min([world.has_left(person) for person in others | own], default=NO) if others else NO
        functional = world.registered(email) == "functional"
        stranger = not world.in_hr(email) and not world.foreign(email)
        doubt = (not own and not world.foreign(email) and world.functional(email) != YES) or moved != NO \
            or (cleared and stranger and not world.accounted_for(email)) or world.may_have_name_of(user, names)
        persons = (own if left == YES else set()) | (primary if moved == YES and not functional else set())
        judged.add({"user": user}, verdict(max(left, moved if primary and not functional else NO), YES if doubt else NO), sorted(persons))
    judged.holes = [{"user": user} for user in sorted(world.strangers)]
    return judged


POLICIES = {
    "kitos.api-user-is-not-a-person": not_a_person,
    "kitos.api-user-is-functional-mailbox": functional_mailbox,
    "kitos.api-mailbox-receives-mail": receives_mail,
    "kitos.api-user-without-admin-role": without_admin_role,
    "kitos.rights-holder-not-combined": rights_holder,
    "kitos.local-admin-count": local_admin_count,
    "kitos.api-user-in-own-domain": own_domain,
    "kitos.leaver-holds-no-right": leaver,
    **WRITING_POLICIES,
    **ACCESS_POLICIES,
    **PEOPLE_POLICIES,
    **DUTY_POLICIES,
}
