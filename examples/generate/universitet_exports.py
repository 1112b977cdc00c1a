"""What an audit calls each document, and whether it holds a secret."""
import hashlib

from larenett_documents import Documents
from larenett_plan import Plan

APART = {"gravitee": "gravitee.export-without-credentials", "maskinporten": "maskinporten.export-without-credentials"}
CONTEXT = ["organisation", "user", "object", "environment", "part"]


def digest(text: str) -> str:
    """The beginning of a digest, in letters."""
    return "".join(chr(ord("a") + int(digit, 16)) for digit in hashlib.sha256(text.encode()).hexdigest()[:12])


def plan_exports(plan: Plan, documents: Documents, kinds: dict, secrets: dict) -> None:
    """One member for each document; those of the broker are asked for passwords in clear alone. `kinds` are those that an audit
    gives documents which are not read as what they are."""
    described: dict = {}
    for path, (kind, context) in documents.kinds.items():
        words = [f" of {what} {context[what]}" for what in CONTEXT if what in context]
        described.setdefault("".join([kinds.get(path, kind), *words]), []).append(path)
    for description, paths in described.items():
        system = description.split(".")[0]
        if system == "rabbitmq":
            continue
        # Two documents with the same bytes are one.
        alike = {documents.files[path]: path for path in paths}
        for text, path in alike.items():
            name, note = f"{description} ({digest(text)})" if len(alike) > 1 else description, secrets.get(path)
            plan.expect(APART.get(system, "export.holds-no-secret"), "fail" if note else "pass", note or "none", document=name)
