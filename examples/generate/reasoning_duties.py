"""The policies on duties that one person must not have together, by the matrix that ships. Of its ten pairs two have members here:
whoever asks for access to the interface does not approve it, and whoever administers Kitos locally does not ask for it. The
municipality has no gateway, no broker, nothing of DFØ and no client, and so nobody with a duty of one of the other eight.

Whose an account is, HR alone says, by the address: not the directory, by which two addresses are one mailbox, and no name.
"""
import re
import unicodedata
from dataclasses import dataclass

from judging import Judged, verdict
from world import MAYBE, NO, YES, World

ASKS_AND_APPROVES = "asks-for-api-access/approves-api-access/same-object"
ADMINISTERS_AND_ASKS = "administers-kitos/asks-for-kitos-access/any"
REGISTER, KITOS = "register", "kitos"
LETTERS = str.maketrans({"å": "aa", "æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe"})


@dataclass(frozen=True)
class Account:
    """An account of Kitos, by the user's id, or somebody whom a register names by an address."""
    realm: str
    name: str


@dataclass(frozen=True)
class Duty:
    """That an account has a duty. `about` is what has to be the same, where the pair asks for that; `elsewhere` says that it is
    known to be somebody of another house."""
    account: Account
    about: int | None = None
    certain: int = YES
    elsewhere: bool = False


def words_of(name: str) -> tuple:
    """A name for comparing: neither case nor order counts, nor whether a letter of the north is written out."""
    return tuple(sorted(word.translate(LETTERS) for word in re.findall(r"\w+", unicodedata.normalize("NFKC", name).lower())))


class People:
    """Whose each account is, and who may be whom."""

    def __init__(self, world: World):
        self.world = world
        self.names = {person: {words_of(name) for name in names} for person, names in world.person_names.items()}
        self.in_kitos = {person for email, _ in world.users.values() for person in world.addresses.get(email, ())}

    def address(self, account: Account) -> str:
        return self.world.users[account.name][0] if account.realm == KITOS else account.name

    def of_one_address(self, account: Account, other: Account) -> bool:
        return account.realm != other.realm and self.address(account).lower() == self.address(other).lower()

    def person(self, account: Account) -> str | None:
        persons = self.world.addresses.get(self.address(account), set())
        assert len(persons) < 2, "addresses that two people share are not part of this example"
        return next(iter(persons), None)

    def who(self, account: Account) -> str:
        """The person, or the account itself, where HR does not know its address."""
        return self.person(account) or account.name

    def may_be_anybody(self, duty: Duty) -> bool:
        return self.person(duty.account) is None and not duty.elsewhere

    def told_apart(self, who: str, account: Account) -> bool:
        """Somebody has an account of their own in Kitos, and another name than this one shows. An address shows none."""
        shown = {words_of(name) for name in self.world.user_names[account.name]} if account.realm == KITOS else set()
        return bool(shown) and who in self.in_kitos and not shown & self.names[who]

    def of_one_name(self, who: str, other: str) -> bool:
        """Two people of HR with one name. The list of employees has no number that would tell them apart."""
        return who != other and bool(self.names.get(who, set()) & self.names.get(other, set()))


def surely_fewer(few: list, many: list) -> bool:
    """Whether fewer accounts have the one duty than the other one, whatever is not certain."""
    most, least = len({duty.account for duty in few}), len({duty.account for duty in many if duty.certain == YES})
    return any(duty.certain == YES for duty in few) and most < least


def judge(world: World, conflict: str, first: list, second: list) -> Judged:
    """Members: whoever has one of the two. Fail: has both. Unverified: somebody of the same name has the other one; or one of the
    two accounts is nobody's whom HR knows, and so may be the same person's. Where the pair is not asked of one thing at a time,
    that is asked of those who have the rarer duty: one unknown account is not to open everybody."""
    people, judged = People(world), Judged()
    has, both, perhaps = {}, {}, {}
    for own, others in [(first, second), (second, first)]:
        asked = any(duty.about is not None for duty in own) or not surely_fewer(others, own)
        for duty in own:
            who = people.who(duty.account)
            has[who] = max(has.get(who, NO), duty.certain)
            for other in (other for other in others if other.about == duty.about):
                holder, sure = people.who(other.account), min(duty.certain, other.certain)
                if holder == who:
                    both[who] = max(both.get(who, NO), sure)
                unknown = people.may_be_anybody(duty) or people.may_be_anybody(other)
                # One address in two systems is a question however many have the duties.
                near = asked or people.of_one_address(duty.account, other.account)
                open_account = near and unknown and other.account != duty.account and not people.told_apart(who, other.account)
                if open_account or people.of_one_name(who, holder):
                    perhaps[who] = max(perhaps.get(who, NO), sure)
    for who, certain in sorted(has.items()):
        subject = {"who": who, "conflict": conflict}
        if certain == YES:
            judged.add(subject, verdict(both.get(who, NO), perhaps.get(who, NO)))
        else:
            judged.holes.append(subject)
    return judged


def asking(world: World) -> list:
    """Each approval of access to the interface, by its place in the register, and whoever asked for it."""
    return [Duty(Account(REGISTER, entry["requested_by"]), number, elsewhere=world.foreign(entry["requested_by"]))
            for number, entry in enumerate(world.approvals) if entry["what"] == "api-access"]


def asks_and_approves(world: World) -> Judged:
    """Of each approval: a day to come, or one that is long gone, changes nothing of who had both."""
    gave = [Duty(Account(REGISTER, entry["approved_by"]), number, elsewhere=entry["approved_by"] in world.secretariat)
            for number, entry in enumerate(world.approvals) if entry["what"] == "api-access"]
    return judge(world, ASKS_AND_APPROVES, asking(world), gave)


def administers_and_asks(world: World) -> Judged:
    """Of whichever organisation somebody is local administrator: a role that could not be read may be that one."""
    administers = {Account(KITOS, user): YES for user, _, role in world.roles if role == "LocalAdmin"}
    for user, _ in world.unreadable_roles:
        administers.setdefault(Account(KITOS, user), MAYBE)
    asks = {Duty(duty.account, elsewhere=duty.elsewhere) for duty in asking(world) if world.approvals[duty.about]["system"] == "kitos"}
    return judge(world, ADMINISTERS_AND_ASKS, [Duty(account, certain=sure) for account, sure in administers.items()], list(asks))


DUTY_POLICIES = {
    "sod.conflicting-duties": asks_and_approves,
    "sod.duties-to-watch": administers_and_asks,
}
