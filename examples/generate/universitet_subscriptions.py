"""Which application uses what: twenty-five applications and their subscriptions, with what is wrong with each."""
from universitet_catalogue import Catalogue
from universitet_consumers import ARCHIVED as SHUT
from universitet_consumers import (APPROVED_BY, HANDLED, HAS_END, IN_FORCE, KEY_ENDS, OUTSIDE, OWNER_ACTIVE, REFERENCE, ROTATED,
                                   SELF_TEST, SHARED, TEST_GONE, Application, Consumers)
from universitet_staff import Staff
from universitet_world import (ARCHIVE, CLINIC, COMPUTING, HUMANITIES, IT, LANGUAGES, LIBRARY, MEDICINE, PAYROLL, SCIENCE, SUPPLIER,
                               TOP)


class Subscriptions:
    def __init__(self, consumers: Consumers, catalogue: Catalogue, staff: Staff):
        self.consumers, self.catalogue, self.staff = consumers, catalogue, staff
        # Applications that the registers know, and subscriptions that approvals name.
        self.known: dict = {}

    def build(self) -> None:
        self.chain()
        self.groups()
        self.suppliers()
        self.tests()
        self.keys()
        self.approvals()
        self.requests()
        self.ordinary()
        self.consumers.expect()
        self.consumers.write()

    def application(self, name: str, owner, verdicts: dict | None = None, **more) -> Application:
        self.known[name] = self.consumers.application(name, owner, verdicts, **more)
        return self.known[name]

    # The applications

    def chain(self) -> None:
        """Owned by somebody who has left, as only DFØ says; with a key in force to the payroll, as only the gateway says."""
        subscribe, of = self.consumers.subscribe, self.staff.of
        cards = self.application("Adgangskort", self.staff.leaver, {OWNER_ACTIVE: ("fail", "left this month")})
        subscribe(cards, self.catalogue.employees)
        portal = self.application("Legeportalen", of(IT, 2), {OWNER_ACTIVE: ("fail", SHUT)})
        subscribe(portal, self.catalogue.by_token)
        rooms = self.application("Romsøk", self.staff.last_today)
        subscribe(rooms, self.catalogue.bookings)
        mirror = self.application("Forskerside", self.staff.contradicted, {
            OWNER_ACTIVE: ("unverified", "the main position has ended, and an extra one has not")})
        subscribe(mirror, self.catalogue.holdings)

    def groups(self) -> None:
        subscribe, of, catalogue = self.consumers.subscribe, self.staff.of, self.catalogue
        identities = self.application("IGA", catalogue.integration, requester=of(PAYROLL, 3))
        subscribe(identities, catalogue.employees)
        subscribe(identities, catalogue.writing)
        subscribe(identities, catalogue.units)
        subscribe(identities, catalogue.positions, {IN_FORCE: ("fail", "a plan that is no longer offered")})
        subscribe(identities, catalogue.student_data)
        # Whose key list was not exported, like that of everything behind the archive.
        extract = self.application("Arkivuttrekk", catalogue.unlisted_group, {
            OWNER_ACTIVE: ("unverified", "who is in the group was not exported")}, requester=of(ARCHIVE, 0))
        subscribe(extract, catalogue.cases, {APPROVED_BY: ("unverified", "who is in the group that owns it was not exported")})
        guard = self.application("Eksamensvakt", catalogue.empty_group, {
            OWNER_ACTIVE: ("fail", "a group whose only member has left")}, requester=of(TOP, 1))
        subscribe(guard, catalogue.assessors)

    def suppliers(self) -> None:
        subscribe, catalogue, world = self.consumers.subscribe, self.catalogue, self.consumers.world
        portal = self.application("Leverandørportal", catalogue.seller, {
            OWNER_ACTIVE: ("unverified", "somebody at a supplier")}, domain=SUPPLIER)
        subscribe(portal, catalogue.student_data, {
            OUTSIDE: ("fail", "of a supplier, and nobody approved it"), HAS_END: ("fail", "no end")}, until=None)
        watch = self.application("Leverandørdrift", world.human(), {
            OWNER_ACTIVE: ("unverified", "somebody at a supplier")}, domain=SUPPLIER)
        self.approved_outside = subscribe(watch, catalogue.cards)

    def tests(self) -> None:
        subscribe, of, catalogue = self.consumers.subscribe, self.staff.of, self.catalogue
        first, second = of(IT, 3), self.staff.plain_guest
        old = self.application("Prøveklient 1", first, test=True)
        subscribe(old, catalogue.employees, {SELF_TEST: ("fail", "no end"), TEST_GONE: ("fail", "still there"),
                                             HAS_END: ("pass", "its integration ends")}, approver=first, until=None, since=-31)
        new = self.application("Prøveklient 2", second, test=True)
        subscribe(new, catalogue.employees, approver=second, until=0, since=-30)

    def keys(self) -> None:
        subscribe, of, catalogue = self.consumers.subscribe, self.staff.of, self.catalogue
        shared = self.application("Fellesnøkkel", of(SCIENCE, 1), {SHARED: ("fail", "one key for both")}, mode="SHARED")
        for plan in [catalogue.employees, catalogue.loans]:
            subscribe(shared, plan, {KEY_ENDS: ("unverified", "a shared key")})
        unsaid = self.application("Uten nøkkelmåte", of(MEDICINE, 1), {
            SHARED: ("unverified", "nothing says whether it has one key")}, mode="UNSPECIFIED")
        for plan in [catalogue.door_log, catalogue.student_data]:
            subscribe(unsaid, plan, {KEY_ENDS: ("unverified", "nothing says whether it has one key")})
        aged = self.application("Lønnskontroll", of(COMPUTING, 1))
        subscribe(aged, catalogue.employees, {ROTATED: ("fail", "a year and a day old")}, since=-366)
        subscribe(aged, catalogue.units, since=-365)
        subscribe(aged, catalogue.cards, {KEY_ENDS: ("fail", "no end, and the access has one")}, key_until=None)
        subscribe(aged, catalogue.door_log, {KEY_ENDS: ("fail", "a day later than the access")}, until=100, key_until=101)
        # Renewed: the old key is in the list, and opens nothing.
        subscribe(aged, catalogue.loans, since=-700, revoked=True)

    def approvals(self) -> None:
        subscribe, of, catalogue = self.consumers.subscribe, self.staff.of, self.catalogue
        alone = self.application("Pasientreiser", of(MEDICINE, 2))
        subscribe(alone, catalogue.student_data, {APPROVED_BY: ("fail", "asked for and accepted by one person")},
                  approver=of(MEDICINE, 2))
        deputy = self.application("Språkbank", of(HUMANITIES, 1), requester=of(HUMANITIES, 2))
        subscribe(deputy, catalogue.cases, {APPROVED_BY: ("fail", "accepted by the owner of the application")},
                  approver=of(HUMANITIES, 1))
        system = self.application("Oversettelser", of(LANGUAGES, 0))
        subscribe(system, catalogue.cases, {APPROVED_BY: ("unverified", "accepted by the system")}, approver="system")
        subscribe(system, catalogue.bookings)
        archived = self.application("Gammelt lånekort", of(LIBRARY, 2), status="ARCHIVED")
        subscribe(archived, catalogue.loans, {IN_FORCE: ("fail", "an archived application")})

    def requests(self) -> None:
        subscribe, of, catalogue = self.consumers.subscribe, self.staff.of, self.catalogue
        asker = self.application("Forskningsdata", of(CLINIC, 2), groups=["studieadm"])
        subscribe(asker, catalogue.by_token, status="PAUSED")
        subscribe(asker, catalogue.by_key, {REFERENCE: ("fail", "no reference")})
        self.approved_reference = subscribe(asker, catalogue.by_address, {REFERENCE: ("pass", "an approval on file")})
        subscribe(asker, catalogue.employees, {HANDLED: ("fail", "asked for thirty-one days ago")}, status="PENDING", since=-30)
        subscribe(asker, catalogue.units, status="PENDING", since=-29)
        for status in ["CLOSED", "REJECTED"]:
            for plan in [catalogue.student_data, catalogue.closed, catalogue.old_timetables, catalogue.old_works]:
                subscribe(asker, plan, status=status, since=-200)
        # Looked at again, as the register says.
        reviewed = self.application("Betalingskort", of(SCIENCE, 2), groups=["drift"])
        subscribe(reviewed, catalogue.employees, {HAS_END: ("pass", "is looked at again")}, until=None)
        subscribe(reviewed, catalogue.cards, {HAS_END: ("pass", "is looked at again")}, until=None)

    def ordinary(self) -> None:
        """Of which nothing is to be said."""
        random, of, catalogue = self.consumers.world.random, self.staff.of, self.catalogue
        plans = [catalogue.employees, catalogue.units, catalogue.student_data, catalogue.loans, catalogue.holdings, catalogue.cases,
                 catalogue.assessors, catalogue.bookings, catalogue.scripted, catalogue.test_token, catalogue.token,
                 catalogue.results, catalogue.door_log]
        for name, unit in [("Timeplanvisning", SCIENCE), ("Sensorportal", HUMANITIES), ("Lånekort", LIBRARY),
                           ("Møterom", MEDICINE), ("Avvikssystem", ARCHIVE), ("Kantinekasse", COMPUTING)]:
            # One is that of somebody who shall have no account here.
            application = self.application(name, self.staff.unfederated if unit == ARCHIVE else of(unit, 3))
            for plan in random.sample(plans, random.randint(2, 4)):
                self.consumers.subscribe(application, plan)
