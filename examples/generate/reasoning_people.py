"""What policies across systems find of the rights in Kitos: who has not begun, and who has changed position."""
from judging import Judged
from world import MAYBE, MODULE_ADMINS, NO, YES, World


def right(user: str, what: str, place: str) -> dict:
    return {"system": "kitos", "right": user, "what": what, "place": place}


def rights_of(world: World, user: str, privileged: bool) -> list:
    """What a user holds, and whether it is certain: every user one right, and each administrator's role another."""
    held = [] if privileged else [(right(user, "login", "all"), YES)]
    held += [(right(user, role, organisation), YES) for holder, organisation, role in sorted(world.roles)
             if holder == user and role in MODULE_ADMINS | {"LocalAdmin"}]
    everywhere = world.is_global_admin(user)
    return held + ([(right(user, "GlobalAdmin", "all"), everywhere)] if everywhere != NO else [])


def not_begun(world: World, persons: set) -> int:
    """Whether somebody with the address has not begun, and nobody with it has. An employment without a first day has begun."""
    starts = [start for person in persons for start in world.starts[person]]
    if not starts or any(start is None or start != "?" and start <= world.as_of for start in starts):
        return NO
    return MAYBE if "?" in starts else YES


def not_yet_started(world: World) -> Judged:
    """Members: rights of users whose address HR has of somebody who has not begun. All fail: a right in Kitos has no first day."""
    judged = Judged()
    for user in sorted(world.users):
        begins = not_begun(world, world.addresses.get(world.users[user][0], set()))
        for held, certainty in rights_of(world, user, privileged=False):
            if min(begins, certainty) == YES:
                judged.add(held, "fail")
            elif min(begins, certainty) == MAYBE:
                judged.holes.append(held)
    judged.holes += [right(user, "login", "all") for user in sorted(world.strangers)]
    return judged


def has_moved(world: World, person: str) -> int:
    """An employment has ended while another goes on. Days that cannot be read may be either."""
    ends = world.persons[person]
    ended = YES if any(end != "?" and end is not None and end < world.as_of for end in ends) else MAYBE if "?" in ends else NO
    return min(ended, {YES: NO, MAYBE: MAYBE, NO: YES}[world.has_left(person)])


def mover(world: World) -> Judged:
    """Members: administrators' roles of users of whom an employment has ended while another goes on. None fails: what unit of HR
    a role in Kitos goes with, nothing says."""
    judged = Judged()
    for user in sorted(world.users):
        moved = max([has_moved(world, person) for person in world.addresses.get(world.users[user][0], set())], default=NO)
        for held, certainty in rights_of(world, user, privileged=True):
            if min(moved, certainty) == YES:
                judged.add(held, "unverified")
            elif min(moved, certainty) == MAYBE:
                judged.holes.append(held)
    return judged


PEOPLE_POLICIES = {
    "hr.not-yet-started-holds-right": not_yet_started,
    "hr.mover-keeps-right": mover,
}
