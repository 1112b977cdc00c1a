"""The policies about what API users change, what Kitos lets them change, and who gave them the right."""
from judging import Judged, over_api_users, verdict
from reasoning_access import authority, of, rests_on_others, write_approved
from world import COVERS, MAYBE, MODULE_ADMINS, NO, YES, World

WRITING_ROLES = MODULE_ADMINS | {"LocalAdmin", "RightsHolderAccess"}


def covered(world: World, user: str, object_id: str) -> int:
    """Whether a role that the exports can show lets the user change the object: local administrator or the module's
    administrator in the object's organisation, or a role on it that writes. Global administrators are hidden in every
    export of this example and therefore no cover: the message of the policy names them."""
    kind, organisation, _ = world.objects[object_id]
    if any((user, organisation, role) in world.roles for role in COVERS[kind] | {"LocalAdmin"}):
        return YES
    cover = MAYBE if (user, organisation) in world.unreadable_roles else NO
    held = [world.write_of(o, role) for u, o, role in world.assignments if u == user and o == object_id]
    return max([cover, *held])


def roles_are_known(world: World, user: str, object_id: str) -> bool:
    """The users of the object's organisation are listed. Suppliers change fields of systems in use and of registrations without
    any role there: for these the user must be one of that organisation, and of no other that it could act for."""
    kind, organisation, _ = world.objects[object_id]
    if organisation not in world.organisations:
        return False
    return kind == "contract" or world.members[user] == {organisation}


def shown(world: World, user: str, objects: list) -> tuple[str, list]:
    """The verdict on objects that the user is shown to write, and those that no role explains."""
    cover = {o: covered(world, user, o) for o in objects}
    known = {o for o in objects if roles_are_known(world, user, o)}
    fails = [o for o in objects if cover[o] == NO and o in known]
    doubt = any(cover[o] == MAYBE or (cover[o] == NO and o not in known) for o in objects)
    return verdict(YES if fails else NO, YES if doubt else NO), fails


def write_via_role(world: World) -> Judged:
    """Fail: the user changed an object last, and nothing visible covers it; or is a global administrator. Unverified: a change
    that a role may or may not cover, or that a supplier may make; a role that no document describes; and everybody else of
    whom no document shows whether they are global administrators: "no write visible" is all that can be said."""
    def judge(user: str, email: str):
        changed, uncovered = shown(world, user, [o for o, (_, _, modifier) in world.objects.items() if modifier == user])
        unknown = any(world.write_of(o, role) == MAYBE for u, o, role in world.assignments if u == user)
        if user in world.global_admins or changed == "fail":
            return "fail", uncovered
        return verdict(NO, YES if unknown or changed != "pass" or user not in world.admin_known else NO), []
    return over_api_users(world, judge)


def permissions(world: World) -> Judged:
    """Fail: Kitos lets the user change an object, and nothing visible covers it. Unverified: a role that may or may not cover it;
    a supplier may be let; and whoever Kitos was not asked about."""
    def judge(user: str, email: str):
        if user not in world.answers:
            return ("unverified",)
        return shown(world, user, [o for o, answer in world.answers[user] if answer["modify"] or answer["delete"]])
    return over_api_users(world, judge)


def catalogue(world: World) -> Judged:
    """Fail: the user changed an entry of the catalogue last, and is neither local nor system administrator of its owner nor a
    rights holder. Unverified: the users of the owner, or of the rights holder, are not listed."""
    def judge(user: str, email: str):
        fails, doubt = [], False
        for entry, (_, owner, named, modifier) in world.entries.items():
            holder = named or owner
            roles = {(owner, "LocalAdmin"), (owner, "SystemModuleAdmin"), (holder, "RightsHolderAccess")}
            if modifier != user or any((user, *role) in world.roles for role in roles):
                continue
            if {owner, holder} <= world.organisations and not {(user, owner), (user, holder)} & world.unreadable_roles:
                fails.append(entry)
            else:
                doubt = True
        return verdict(YES if fails else NO, YES if doubt else NO), fails
    return over_api_users(world, judge)


def not_as_integrator(world: World) -> Judged:
    """Never a fail. Unverified: a system integrator, or somebody of whom no document says whether it is one."""
    return over_api_users(world, lambda user, email: (
        verdict(NO, YES if user in world.integrators or user not in world.integrators_known else NO),))


def write_role_resolved(world: World) -> Judged:
    """Members: role assignments of API users. Fail: the role is withdrawn, and writes. Unverified: no document has the
    role. The assignments of a stranger may be an API user's."""
    judged = Judged()
    for user, object_id, role in sorted(world.assignments):
        subject = {"user": user, "object": object_id, "role": role}
        known = world.types[world.objects[object_id][0]].get(role)
        if user in world.strangers:
            judged.holes.append(subject)
        elif world.users[user][1]:
            withdrawn_write = MAYBE if known is None else YES if known == (True, False) else (
                MAYBE if known == (True, None) else NO)
            judged.add(subject, verdict(withdrawn_write))
    return judged


def write_assigned(world: World) -> Judged:
    """Members: API users with a role that writes. Fail: it was given by somebody who is neither local administrator there nor
    global administrator (an administrator's role: nor by its holder), and no approval of write access counts there.
    Unverified: nobody says who gave a role; or the giver's own authority, or that of whoever answers for the approval, comes from
    the user, or from a circle."""
    judged = Judged()
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
            if (user, place, role) not in world.grants:
                doubts.append(YES)
                continue
            giver = world.grants[user, place, role]
            organisation = world.objects[place][1] if place in world.objects else place
            justified = write_approved(world, email, organisation)
            to_itself = place not in world.objects and giver == user
            wrong = YES if to_itself else wrongly_given(world, giver, organisation)
            fails.append(min(write, wrong, YES - justified))
            rests = max([rests_on_others(world, entry, organisation) for entry in of(world, email, "write")], default=NO)
            doubts.append(min(write, max(wrong, circular(world, user, giver, organisation)), YES - rests))
        judged.add({"user": user}, verdict(max(fails), max(doubts)))
    judged.holes += [{"user": user} for user in sorted(world.strangers)
                     if any(world.write_of(o, role) != NO for u, o, role in world.assignments if u == user)]
    return judged


def wrongly_given(world: World, giver: str | None, organisation: str) -> int:
    """A giver whom the table has by a number that it does not explain may be anybody."""
    if giver is None:
        return MAYBE
    if (giver, organisation, "LocalAdmin") in world.roles or giver in world.global_admins:
        return NO
    if (giver, organisation) in world.unreadable_roles or giver not in world.admin_known:
        return MAYBE
    return YES


def circular(world: World, user: str, giver: str | None, organisation: str) -> int:
    """Whether the giver is the user, or a local administrator whose authority leads back to the user or to a circle."""
    if giver is None or giver in world.global_admins:
        return NO
    sources = authority(world, giver, organisation)
    circles = {source for source in sources if source in authority(world, source, organisation)} - world.global_admins
    return YES if giver == user or user in sources or circles else NO


WRITING_POLICIES = {
    "kitos.write-only-via-assigned-role": write_via_role,
    "kitos.catalogue-write-only-via-assigned-role": catalogue,
    "kitos.permission-only-via-assigned-role": permissions,
    "kitos.write-only-not-as-integrator": not_as_integrator,
    "kitos.write-role-resolved": write_role_resolved,
    "kitos.write-assigned-by-local-admin": write_assigned,
}
