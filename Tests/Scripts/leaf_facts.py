"""The facts of a proof as its JSON writes them, and how their values compare with what a record says."""
import json
import re


class Wrong(Exception):
    """A leaf that does not stand where it says."""


def parse_fact(text: str) -> tuple[str, dict]:
    """`relation(column: value, …)` as (relation, {column: text}); strings are quoted as in JSON."""
    match = re.fullmatch(r"([\w.?-]+)\((.*)\)", text, re.S)
    if not match:
        raise Wrong(f"no fact: `{text}`")
    values, rest = {}, match[2]
    while rest:
        part = re.match(r"\s*([\w]+):\s*(\"(?:[^\"\\]|\\.)*\"|[^,]*?)\s*(?:,|$)", rest, re.S)
        if not part:
            raise Wrong(f"no value at `{rest}` in `{text}`")
        values[part[1]] = part[2]
        rest = rest[part.end():]
    return match[1], values


def plain(value: object) -> str:
    """A value as compared: unquoted, booleans as `true` and `false`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "" if value is None else str(value)
    if len(text) >= 2 and text[0] == '"' == text[-1]:
        try:
            text = json.loads(text)
        except ValueError:
            text = text[1:-1]
    return text


def same(column: str, told: str, raw: object) -> None:
    """Addresses and uuids compare without case, everything else letter by letter, white space at the ends apart."""
    found = plain(raw).strip()
    if column in {"email", "mailbox", "user", "object", "role", "organisation", "created_by", "modified_by", "granted_by",
                  "maker", "rights_holder"}:
        told, found = told.lower(), found.lower().strip("{}")
    if told.strip() != found:
        raise Wrong(f"{column} is `{told}`, the record has `{found}`")


def get(record: dict, *path: str) -> object:
    for key in path:
        if not isinstance(record, dict) or key not in record:
            raise Wrong(f"the record has no `{'.'.join(path)}`")
        record = record[key]
    return record


def leaves(node: object, found: list) -> list:
    """Every fact with a place, in a proof tree or in the evidence of a result, wherever it stands in the document."""
    if isinstance(node, dict):
        if isinstance(node.get("fact"), str) and "path" in node and not node.get("hole"):
            found.append(node)
        for child in node.values():
            leaves(child, found)
    elif isinstance(node, list):
        for child in node:
            leaves(child, found)
    return found
