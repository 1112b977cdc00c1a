"""What a policy says of its members, and of what may be a member."""
from world import MAYBE, NO, YES, World


def verdict(fail: int, unverified: int = NO) -> str:
    """A certain fail fails; a possible fail, or a possible reason to doubt, is unverified."""
    return "fail" if fail == YES else "unverified" if fail == MAYBE or unverified != NO else "pass"


class Judged:
    """What one policy says: `members` by subject, and what may be a member without anybody knowing."""

    def __init__(self):
        self.members: dict = {}  # subject: (verdict, violating)
        self.holes: list = []

    def add(self, subject: dict, result: str, violating: list | None = None) -> None:
        self.members[tuple(subject.items())] = (result, sorted(violating or []))


def over_api_users(world: World, judge) -> Judged:
    """Every API user is a member. A stranger may be an API user, and nobody can say that the rule holds for him."""
    judged = Judged()
    for user in world.api_users():
        judged.add({"user": user}, *judge(user, world.users[user][0]))
    judged.holes = [{"user": user} for user in sorted(world.strangers)]
    return judged
