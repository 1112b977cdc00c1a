"""The policies that rest on registers, on the pages' own documents and on the secretariat's lists."""
import datetime

from judging import Judged, over_api_users, verdict
from world import MAYBE, MODULE_ADMINS, NO, YES, World

WRITING_ROLES = MODULE_ADMINS | {"LocalAdmin", "RightsHolderAccess"}


def no_ui_access(world: World) -> Judged:
    """Fail: a login is recorded. Unverified: no document has the field for the user; or none is recorded, but the mailbox
    is not known to be functional."""
    def judge(user: str, email: str):
        if world.logins.get(user):
            return ("fail",)
        return (verdict(NO, NO if user in world.logins and world.functional(email) == YES else YES),)
    return over_api_users(world, judge)


def dedicated(world: World) -> Judged:
    """Fail: the purpose does not name Kitos; or owner and deputy are one. Unverified: not in the register, or without
    purpose, owner or deputy."""
    def judge(user: str, email: str):
        row = world.register.get(email)
        if row is None:
            return ("unverified",)
        other = row["purpose"] and "kitos" not in row["purpose"].lower()
        one = row["owner"] and row["owner"].lower() == row["deputy"].lower()
        lacks = not (row["purpose"] and row["owner"] and row["deputy"])
        return (verdict(YES if other or one else NO, YES if lacks else NO),)
    return over_api_users(world, judge)


def approved(world: World) -> Judged:
    """Fail: no approval; or none in order, and one that no local administrator knew of, that its requester approved, or
    that is of tomorrow. Unverified: none in order, and the requester is no user."""
    admins = {user for user, _, role in world.roles if role == "LocalAdmin"}
    by_email = {email: user for user, (email, _) in world.users.items()}
    # A role that could not be read may be that of a local administrator.
    maybe_admins = {user for user, _ in world.unreadable_roles}

    def known(entry: dict) -> int:
        users = [by_email.get(entry.get(key)) for key in ["requested_by", "copied_to"] if entry.get(key)]
        return max([YES if user in admins else MAYBE if user in maybe_admins else NO for user in users], default=NO)

    def judge(user: str, email: str):
        entries = [entry for entry in world.approvals
                   if entry["subject"] == email and entry["what"] == "api-access"]
        if not entries:
            return ("fail",)
        late = [datetime.date.fromisoformat(entry["date"]) > world.as_of for entry in entries]
        own = [entry["requested_by"] == entry["approved_by"] for entry in entries]
        # A user whom no list has may have the address: nothing about a requester who is no user is certain.
        strange = [entry["requested_by"] not in by_email for entry in entries]
        if any(known(entry) == YES and not a and not b for entry, a, b in zip(entries, late, own)):
            return ("pass",)
        fail = any(late) or any(own) or any(known(e) == NO and not odd for e, odd in zip(entries, strange))
        return (verdict(YES if fail else NO, YES),)
    return over_api_users(world, judge)


def one_organisation(world: World) -> Judged:
    """Fail: active in several organisations by the secretariat's list, or in several user lists. Unverified: the list is
    not there, or does not have the user."""
    def judge(user: str, email: str):
        several = len((world.active or {}).get(user, ())) > 1 or len(world.members[user]) > 1
        return (verdict(YES if several else NO, NO if user in (world.active or {}) else YES),)
    return over_api_users(world, judge)


def write_assigned(world: World) -> Judged:
    """Members: API users with a role that writes. Fail: it was given by somebody who is neither local administrator there
    nor global administrator, and no write access is approved. Unverified: nobody says who gave a role."""
    judged = Judged()
    approved_for = {entry["subject"] for entry in world.approvals if entry["what"] == "write"}
    for user in world.api_users():
        email = world.users[user][0]
        held = [(o, role, world.write_of(o, role)) for u, o, role in world.assignments if u == user]
        admin = [(o, role) for u, o, role in world.roles if u == user and role in WRITING_ROLES]
        if not admin and all(write == NO for _, _, write in held):
            continue
        if not admin and all(write != YES for _, _, write in held):
            judged.holes.append({"user": user})
            continue
        fails, doubts = [NO], [NO]
        for place, role, write in held + [(o, role, YES) for o, role in admin]:
            if write == NO:
                continue
            organisation = world.objects[place][1] if place in world.objects else place
            fail = wrongly_given(world, world.grants.get((user, place, role), "nobody"), organisation)
            doubts.append(YES if (user, place, role) not in world.grants else NO)
            if email not in approved_for:
                fails.append(min(fail, write))
        judged.add({"user": user}, verdict(max(fails), max(doubts)))
    judged.holes += [{"user": user} for user in sorted(world.strangers)
                     if any(world.write_of(o, role) != NO for u, o, role in world.assignments if u == user)]
    return judged


def wrongly_given(world: World, giver: str | None, organisation: str) -> int:
    if giver == "nobody":
        return NO
    if giver is None:
        return MAYBE
    if (giver, organisation, "LocalAdmin") in world.roles or giver in world.global_admins:
        return NO
    if (giver, organisation) in world.unreadable_roles or giver not in world.admin_known:
        return MAYBE
    return YES


def without_credentials(world: World) -> Judged:
    """Members: the documents of Kitos. Fail: a password or its salt is in it. Unverified: not all of it could be read."""
    judged = Judged()
    for path, (has_password, is_damaged) in sorted(world.documents.items()):
        judged.add({"document": path}, verdict(YES if has_password else NO, YES if is_damaged else NO))
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
    "kitos.api-access-approved": approved,
    "kitos.api-user-in-one-organisation": one_organisation,
    "kitos.write-assigned-by-local-admin": write_assigned,
    "kitos.export-without-credentials": without_credentials,
    "kitos.documents-agree": documents_agree,
}
