"""What an audit must say, as the plan of the world has it: each member of each policy, with its verdict and the reason."""

# The policies whose members are all in the plan, so that their counts are compared as well.
COUNTED = "population fail unverified pass exempt".split()


class Plan:
    def __init__(self):
        self.members: dict = {}
        self.holes: dict = {}
        self.only_counted: set = set()

    def expect(self, policy: str, verdict: str, note: str, **subject: str) -> None:
        """A member of a policy: `fail`, `unverified`, `pass` or `exempt`."""
        assert verdict in COUNTED, verdict
        known = self.members.setdefault(policy, {})
        key = tuple(subject.items())
        assert key not in known, f"{policy}: {subject} is planned twice"
        known[key] = (verdict, note)

    def hole(self, policy: str, note: str, **subject: str) -> None:
        """Members that may be missing, since a document that could show them was not loaded; `*` is anybody."""
        self.holes.setdefault(policy, {})[tuple(subject.items())] = ("unverified", note)

    def not_evaluated(self, policy: str) -> None:
        """All its members are open for want of exports and nothing else: an audit counts them, and names none."""
        assert {verdict for verdict, _ in self.members[policy].values()} == {"unverified"}, policy
        self.only_counted.add(policy)

    def document(self) -> dict:
        """Findings are what fails and what is not verified; of the rest there are numbers."""
        policies = {}
        for policy, members in sorted(self.members.items()):
            verdicts = [verdict for verdict, _ in members.values()]
            counts = {name: verdicts.count(name) for name in COUNTED[1:]}
            holes = self.holes.get(policy, {})
            said = {"population": len(members), **counts, "population_holes": len(holes)}
            if policy in self.only_counted:
                policies[policy] = {"status": "not-evaluated", **said, "findings": []}
                continue
            policies[policy] = {**said, "findings": [
                {"policy": policy, "verdict": verdict, "subject": dict(key), "note": note}
                for key, (verdict, note) in {**members, **holes}.items() if verdict in ("fail", "unverified")]}
        return policies
