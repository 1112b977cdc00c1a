"""One planted change, and what follows of it: for diff_plants.py and diff_more_plants.py."""
import dataclasses
import json
import pathlib


@dataclasses.dataclass
class Plant:
    name: str
    # What is done to a `Copy`.
    edit: object
    # (change, holder, right, place)
    rights: set = dataclasses.field(default_factory=set)
    # (change, policy, the first key of the subject)
    findings: set = dataclasses.field(default_factory=set)
    # (what happened to it: + - ~, relation): every changed fact, each where it was planted
    facts: set = dataclasses.field(default_factory=set)
    # (change, path)
    documents: set = dataclasses.field(default_factory=set)
    # The relations of which one is among the causes of each right and finding. Empty: nothing in the exports is the cause.
    causes: set = dataclasses.field(default_factory=set)
    # Policies with other rules or parameters.
    policies: set = dataclasses.field(default_factory=set)
    # Facts that may be told besides: which of several ways to tell one change is not promised.
    may: set = dataclasses.field(default_factory=set)
    # (change, policy, first key) from the other side, where it is not the mirror.
    back: set | None = None
    # Whether it would change what follows of others.
    alone: bool = False


def held(folder: pathlib.Path, kind: str, role: str) -> list:
    """(user, object) of everybody who has a role on an object of a kind."""
    return [(one["user"]["uuid"], record["uuid"]) for path in sorted(folder.glob(f"kitos/{kind}-page-*.json"))
            for record in json.loads(path.read_bytes()) for one in record["roles"] if one["role"]["uuid"] == role]
