"""Who is who in a folder of exports and in the results of its audits: nothing of the program is used."""
import json
import pathlib
import re

from damage import exports

# Names that a run gives to people and employees of whom no document has another one, among them the line in which one stands.
GIVEN = re.compile(r"(person|employee|ansat|ansatt) \d+.*|assumed-.*|.+, line \d+")
# Names of employees and of lines, as a result has them.
EMPLOYEE = re.compile(r"visma (?P<visma>\d+)|dfo/(?P<dfo>\d+) \(firm .+\)")
LINE = re.compile(r"(?P<path>.+), line (?P<line>\d+)")
# Keys under which an object of JSON names the party that it is.
NAMES = {"id", "partyUuid", "uuid", "organizationIdentifier", "organizationNumber", "orgNumber", "organisasjonsnummer",
         "personIdentifier", "ssn", "fodselsnummer", "customerId", "customerOrganizationNumber"}
# What they hold: a uuid, a number of an organisation, or one of a person.
NAME = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{9}|\d{11}")

def documents(folder: pathlib.Path) -> list:
    """The JSON documents of a folder."""
    return [json.loads((folder / path).read_bytes()) for path in exports(folder) if path.endswith(".json")]


def one_name(values: list) -> dict:
    """For each name of a party that has several, one that stands for all: names that stand together in an object of JSON."""
    leaders: dict = {}

    def leader(name: str) -> str:
        while leaders.get(name, name) != name:
            name = leaders[name]
        return name

    def walk(value: object) -> None:
        if isinstance(value, list):
            for part in value:
                walk(part)
        elif isinstance(value, dict):
            found = sorted(part for part in {str(part).lower() for key, part in value.items() if key in NAMES}
                           if NAME.fullmatch(part))
            for name in found[1:]:
                leaders[leader(name)] = leader(found[0])
            for part in value.values():
                walk(part)

    walk(values)
    return {name: leader(name) for name in {*leaders, *leaders.values()}}


def reads(part: str, path: str, text: str) -> bool:
    """Whether the document at the path has a part of a key, as it writes it: its number of an employee, or something in its line."""
    name = part.lower()
    if (found := LINE.fullmatch(name)) and path.lower() == found["path"]:
        return "".join(text.split("\n")[int(found["line"]) - 1:int(found["line"])]).strip() != ""
    if found := EMPLOYEE.fullmatch(name):
        return f'"{found["visma"]}"' in text if found["visma"] else re.search(rf"\b{found['dfo']}\b", text) is not None
    return name in text
