"""Exports of a small organisation of which most users have left, and what branches of a repository do to them (pull_request.py)."""
import csv
import io
import json
import pathlib

ORGANISATION = "00000000-0000-4000-8000-00000000000a"
LEAVERS, STAFF, STRANGERS = 320, 24, 6
STEERING = f"""sources:
  - path: "kitos/users*.json"
    kind: kitos.api-v2.users
    organisation: {ORGANISATION}
"""
# Rules that an attacker might write, of a relation of the packs.
RULE = """relation mine.gone(user: kitos.user)
mine.gone(user) if kitos.listed_user(user)
hr.address_in_use(email) if kitos.listed_user(user, email)
"""
MAPPING = """mapping:
  files:
    - path: "more/back.csv"
      format: csv
      grade: closed
      facts:
        - relation: employees.person
          columns: { person: id, name: name }
          empty: { name: none }
        - relation: employees.email
          columns: { person: id, email: email }
          empty: { email: reject }
        - relation: employees.employment
          columns: { employment: id, person: id, unit: unit, start: start, end: end }
          empty: { unit: none, start: none, end: none }
"""


def person(number: int) -> dict:
    name = f"Ansat{number:03} Prøve{number:03}"
    end = "2026-03-31" if number < LEAVERS or number >= 900 else ""
    return {"id": f"M{number:04}", "name": name, "email": f"ansat{number:03}@kommune.example", "unit": "Drift", "start": "2015-01-01", "end": end}


def user(number: int) -> dict:
    given, family = person(number)["name"].split()
    role = "LocalAdmin" if LEAVERS <= number < LEAVERS + 5 else "User"
    return {"uuid": f"00000000-0000-4000-8000-{number + 1:012}", "firstName": given, "lastName": family, "name": f"{given} {family}",
            "email": person(number)["email"], "phoneNumber": "", "apiAccess": False, "roles": [role]}


def table(rows: list, delimiter: str = ",") -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def mailbox(number: int) -> dict:
    address = person(number)["email"]
    return {"DisplayName": person(number)["name"], "PrimarySmtpAddress": address, "RecipientTypeDetails": "UserMailbox",
            "EmailAddresses": f"SMTP:{address}"}


def put(folder: pathlib.Path, path: str, text: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")


def put_users(folder: pathlib.Path, numbers: list) -> None:
    put(folder, "kitos/users.json", json.dumps([user(number) for number in numbers], ensure_ascii=False) + "\n")


def put_employees(folder: pathlib.Path, numbers: list) -> None:
    put(folder, "hr/employees.csv", table([person(number) for number in numbers]))


def write(folder: pathlib.Path) -> None:
    known, everybody = list(range(LEAVERS + STAFF)), list(range(LEAVERS + STAFF + STRANGERS))
    put_users(folder, everybody)
    put_employees(folder, known)
    put(folder, "exchange/mailboxes.csv", table([mailbox(number) for number in everybody]))
    put(folder, "tilsyn.yaml", STEERING)


def add_leaver(folder: pathlib.Path) -> None:
    put_users(folder, [*range(LEAVERS + STAFF + STRANGERS), 900])
    put_employees(folder, [*range(LEAVERS + STAFF), 900])


def remove_ten(folder: pathlib.Path) -> None:
    put_users(folder, list(range(10, LEAVERS + STAFF + STRANGERS)))


def rewrite(folder: pathlib.Path) -> None:
    """The same records in another order, form and file."""
    users = json.loads((folder / "kitos/users.json").read_text(encoding="utf-8"))
    (folder / "kitos/users.json").unlink()
    users = [dict(reversed(one.items())) for one in reversed(users)]
    put(folder, "kitos/users-alle.json", json.dumps(users, indent=3))
    for old, new, delimiter in [("hr/employees.csv", "personale/ansatte.csv", ";"), ("exchange/mailboxes.csv", "post/bokse.csv", ",")]:
        rows = list(csv.DictReader((folder / old).read_text(encoding="utf-8").splitlines()))
        (folder / old).unlink()
        put(folder, new, "\ufeff" + table([dict(reversed(row.items())) for row in rows[::-1]], delimiter).replace("\n", "\r\n"))


def steer(text: str, *removed: str, **added: str):
    def change(folder: pathlib.Path) -> None:
        put(folder, "tilsyn.yaml", STEERING + text)
        for path in removed:
            (folder / path).unlink()
        for path, content in added.items():
            put(folder, {"rule": "own/own.policy", "mapping": "back.yaml", "back": "more/back.csv"}[path], content)
    return change


def declared(kind: str) -> str:
    return f'without:\n  - kind: {kind}\n    reason: nobody makes it any longer\n    owner: the head of IT\n    day: 2026-11-01\n'


def without_file(path: str):
    return lambda folder: (folder / path).unlink()


def emptied(path: str):
    return lambda folder: put(folder, path, (folder / path).read_text(encoding="utf-8").splitlines()[0] + "\n")


def back() -> str:
    return table([{**person(number), "id": f"B{number:04}", "start": "2026-05-01", "end": ""} for number in range(LEAVERS)])


# What a branch does so that findings vanish that are as true as before.
TRICKS = {
    "the directory is gone": without_file("exchange/mailboxes.csv"),
    "the employees are gone": without_file("hr/employees.csv"),
    "the users are gone": without_file("kitos/users.json"),
    "the employees have a head only": emptied("hr/employees.csv"),
    "no user is listed": lambda folder: put(folder, "kitos/users.json", "[]\n"),
    "half of the users and more are gone": lambda folder: put_users(folder, list(range(LEAVERS - 140, LEAVERS + STAFF + STRANGERS))),
    "a parameter": steer('parameters:\n  organisation.own_domains: ["elsewhere.example"]\n'),
    "the employees declared not to exist": steer(declared("organisation.employees"), "hr/employees.csv"),
    "the directory declared not to exist": steer(declared("exchange.mailboxes"), "exchange/mailboxes.csv"),
    "the users declared not to exist": steer(declared("kitos.api-v2.users"), "kitos/users.json"),
    "the employees ignored": steer('ignore: ["hr/**"]\n'),
    "the users ignored": steer('ignore: ["kitos/*"]\n'),
    "a mapping takes all back": steer("mappings: [back.yaml]\n", mapping=MAPPING, back=back()),
    "a mapping says what the employees are": steer("mappings: [back.yaml]\n", mapping=MAPPING.replace(
        "more/back.csv", "hr/employees.csv").replace("end: end }", "end: unit }")),
    "a rule of its own": steer("policies: [own]\n", rule=RULE),
    "another organisation": lambda folder: put(folder, "tilsyn.yaml", STEERING.replace("00000000000a", "00000000000b")),
}


def waive(folder: pathlib.Path, findings: list) -> None:
    entries = [f"  - id: W-{number}\n    policy: {one['policy']}\n    match:\n      fingerprint: {one['fingerprint']}\n"
               "    reason: accepted until the registers are joined\n    owner: anne.berg@kommune.example\n    approver: bo.holm@kommune.example\n    approved_on: 2026-11-01\n    expires: 2027-01-15\n"
               for number, one in enumerate(findings)]
    put(folder, "waivers.yaml", "waivers:\n" + "".join(entries))
