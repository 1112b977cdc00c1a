"""Folders, links, patterns, configurations and policies of any size, for the harness that doubles them.

DIMENSIONS lists (name, make); make(folder, size) writes into an empty folder and gives the arguments after `tilsyn`.
"""
import gzip
import os
import pathlib

EMPLOYEES = "id,name,email,unit,start,end\n1,Aa,aa@kommune.example,U,2020-01-01,\n"
READ = ["sources", "--no-diagnosis"]


def employees(path: pathlib.Path) -> None:
    path.write_text(EMPLOYEES, encoding="utf-8")


def configure(folder: pathlib.Path, text: str) -> list[str]:
    employees(folder / "e.csv")
    (folder / "tilsyn.yaml").write_text(text, encoding="utf-8")
    return [*READ, str(folder)]


def deeper(top: int, names: list[str]) -> int:
    """An open folder below all these; a path may be longer than the system takes at once."""
    here = os.dup(top)
    for name in names:
        os.mkdir(name, dir_fd=here)
        below = os.open(name, os.O_RDONLY | os.O_DIRECTORY, dir_fd=here)
        os.close(here)
        here = below
    return here


def depth(folder: pathlib.Path, size: int, name: str = "d") -> list[str]:
    top = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    bottom = deeper(top, [name] * size)
    file = os.open("e.csv", os.O_WRONLY | os.O_CREAT, dir_fd=bottom)
    os.write(file, EMPLOYEES.encode())
    for descriptor in (file, bottom, top):
        os.close(descriptor)
    return [*READ, str(folder)]


def files_at_every_level(folder: pathlib.Path, size: int) -> list[str]:
    here = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    for _ in range(size):
        file = os.open("e.csv", os.O_WRONLY | os.O_CREAT, dir_fd=here)
        os.write(file, EMPLOYEES.encode())
        os.close(file)
        below = deeper(here, ["d"])
        os.close(here)
        here = below
    os.close(here)
    return [*READ, str(folder)]


def width(folder: pathlib.Path, size: int) -> list[str]:
    for number in range(size):
        employees(folder / f"e{number}.csv")
    return [*READ, str(folder)]


def many(name: str, content, told=(), command=READ):
    """So many small files; `content(number)` gives what is in one."""

    def make(folder: pathlib.Path, size: int) -> list[str]:
        for number in range(size):
            (folder / name.format(number)).write_bytes(content(number))
        return [*command, str(folder), *told]

    return make


def user(number: int) -> bytes:
    return (f'[{{"uuid":"6a1f0c3e-0000-4000-8000-{number:012}","email":"a{number}@b.example","apiAccess":false,'
            '"firstName":"A","lastName":"B","roles":[]}]').encode()


def employee(number: int) -> bytes:
    return (EMPLOYEES.splitlines()[0] + f"\nM{number},Anna Holm,a{number}@b.example,Havn,2020-01-01,\n").encode()


def files_in_folders(folder: pathlib.Path, size: int) -> list[str]:
    for number in range(size):
        if number % 10 == 0:
            (folder / f"d{number // 10}").mkdir()
        (folder / f"d{number // 10}" / f"{number}.csv").write_bytes(employee(number))
    return [*READ, str(folder)]


def sources_of_organisations(folder: pathlib.Path, size: int) -> list[str]:
    """Each file of an organisation of its own, with a query that leaves something out."""
    rows = []
    for number in range(size):
        (folder / f"u{number}.json").write_bytes(user(number))
        rows.append(f"  - {{ path: u{number}.json, kind: kitos.api-v2.users, query: '?nameOrEmailQuery=a', "
                    f"organisation: 6a1f0c3e-0000-4000-9000-{number:012} }}\n")
    (folder / "tilsyn.yaml").write_text("sources:\n" + "".join(rows), encoding="utf-8")
    return [*READ, str(folder)]


def expectations_and_files(folder: pathlib.Path, size: int) -> list[str]:
    for number in range(size):
        (folder / f"u{number}.json").write_bytes(user(number))
    rows = (f"  - {{ kind: kitos.api-v2.users, records: 1, max_age_days: 9, organisation: 6a1f0c3e-0000-4000-9000-{n:012} }}\n"
            for n in range(size))
    (folder / "tilsyn.yaml").write_text("expect:\n" + "".join(rows), encoding="utf-8")
    return [*READ, str(folder)]


def identity_numbers(folder: pathlib.Path, size: int) -> list[str]:
    for number in range(size):
        (folder / f"{number % 28 + 1:02}8{number % 9 + 1}70-{number:04} {number}.csv").write_bytes(employee(number))
    return [*READ, str(folder)]


def links_to_files(folder: pathlib.Path, size: int) -> list[str]:
    employees(folder / "e.csv")
    for number in range(size):
        (folder / f"l{number}.csv").symlink_to("e.csv")
    return [*READ, str(folder)]


def many_paths(folder: pathlib.Path, size: int) -> list[str]:
    for number in range(size):
        (folder / f"e{number}.csv").write_bytes(employee(number))
    return [*READ, *(str(folder / f"e{number}.csv") for number in range(size))]


def width_of_folders(folder: pathlib.Path, size: int) -> list[str]:
    for number in range(size):
        (folder / f"d{number}").mkdir()
    employees(folder / "e.csv")
    return [*READ, str(folder)]


def long_names(folder: pathlib.Path, size: int) -> list[str]:
    for number in range(size):
        employees(folder / f"{number:06}{'x' * 249}")
    return [*READ, str(folder)]


def names_equal_as_unicode(folder: pathlib.Path, size: int) -> list[str]:
    for number in range(size):
        for letter in ("\u00e5", "a\u030a"):
            employees(folder / f"{letter}{number}.csv")
    return [*READ, str(folder)]


def names_that_are_no_text(folder: pathlib.Path, size: int) -> list[str]:
    for number in range(size):
        with open(os.fsencode(folder) + b"/\xe5%d.csv" % number, "wb") as file:
            file.write(EMPLOYEES.encode())
    return [*READ, str(folder)]


def links_to_one_folder(folder: pathlib.Path, size: int) -> list[str]:
    employees(folder / "e.csv")
    for number in range(size):
        (folder / f"l{number}").symlink_to(".")
    return [*READ, str(folder)]


def links_in_a_chain(folder: pathlib.Path, size: int) -> list[str]:
    employees(folder / "l0.csv")
    for number in range(size):
        (folder / f"l{number + 1}.csv").symlink_to(f"l{number}.csv")
    return [*READ, str(folder)]


def links_that_multiply(folder: pathlib.Path, size: int) -> list[str]:
    """Each folder links to the next twice: followed by path, two to the size ways lead to the last."""
    for number in range(size):
        here = folder / f"d{number}"
        here.mkdir()
        for name in ("a", "b"):
            (here / name).symlink_to(f"../d{number + 1}")
    (folder / f"d{size}").mkdir()
    employees(folder / f"d{size}" / "e.csv")
    return [*READ, str(folder)]


def links_that_leave(folder: pathlib.Path, size: int) -> list[str]:
    inside = folder / "exports"
    inside.mkdir()
    employees(folder / "e.csv")
    for number in range(size):
        (inside / f"l{number}").symlink_to("../e.csv")
    return [*READ, str(inside)]


def globs(folder: pathlib.Path, size: int) -> list[str]:
    return configure(folder, "ignore:\n" + "".join(f'  - "**/*a*{number}*b"\n' for number in range(size)))


def globs_of_folders(folder: pathlib.Path, size: int) -> list[str]:
    configure(folder, f'ignore: ["{"**/" * size}x"]\n')
    return depth(folder, min(size, 900))


def globs_of_stars(folder: pathlib.Path, size: int) -> list[str]:
    configure(folder, f'ignore: ["{"*a" * size}b"]\n')
    employees(folder / ("a" * 250))
    return [*READ, str(folder)]


def globs_and_files(folder: pathlib.Path, size: int) -> list[str]:
    globs(folder, size)
    return width(folder, size)


def contexts_on_the_command_line(folder: pathlib.Path, size: int) -> list[str]:
    employees(folder / "e.csv")
    told = [word for number in range(size) for word in ("--as", f"*{number}.json=kitos.api-v2.users")]
    return [*READ, str(folder), *told]


def sources(folder: pathlib.Path, size: int) -> list[str]:
    rows = (f"  - {{ path: 'a{number}.json', kind: kitos.api-v2.users }}\n" for number in range(size))
    return configure(folder, "sources:\n" + "".join(rows))


def expectations(folder: pathlib.Path, size: int) -> list[str]:
    return configure(folder, "expect:\n" + "  - { kind: kitos.api-v2.users, records: 1 }\n" * size)


def unknown_keys(folder: pathlib.Path, size: int) -> list[str]:
    return configure(folder, "".join(f"sourcez{number}: 1\n" for number in range(size)))


def long_key(folder: pathlib.Path, size: int) -> list[str]:
    return configure(folder, "s" * size + ": 1\n")


def parameters(folder: pathlib.Path, size: int) -> list[str]:
    rows = (f"  - d{number}.example\n" for number in range(size))
    configure(folder, "parameters:\n  organisation.own_domains:\n" + "".join(rows).replace("  - ", "    - "))
    return ["audit", str(folder)]


def yaml_lists(folder: pathlib.Path, size: int) -> list[str]:
    return configure(folder, "ignore:\n" + "- a\n" * size)


def yaml_depth(folder: pathlib.Path, size: int) -> list[str]:
    return configure(folder, "ignore: " + "[" * size + "]" * size + "\n")


def yaml_aliases(folder: pathlib.Path, size: int) -> list[str]:
    rows = ["a0: &a0 [x, x]"] + [f"a{number}: &a{number} [*a{number - 1}, *a{number - 1}]" for number in range(1, size)]
    return configure(folder, "\n".join(rows) + "\n")


def mappings(folder: pathlib.Path, size: int) -> list[str]:
    for number in range(size):
        text = f"mapping:\n  relations:\n    shop.r{number}:\n      columns: {{ user: text }}\n      key: [user]\n"
        (folder / f"m{number}.yaml").write_text(text, encoding="utf-8")
    names = "".join(f"  - m{number}.yaml\n" for number in range(size))
    return configure(folder, "mappings:\n" + names)


def mapped_relations(folder: pathlib.Path, size: int) -> list[str]:
    rows = (f"    shop.r{number}:\n      columns: {{ user: text }}\n      key: [user]\n" for number in range(size))
    return configure(folder, "mapping:\n  relations:\n" + "".join(rows))


def mapped_columns(folder: pathlib.Path, size: int) -> list[str]:
    rows = (f"        c{number}: text\n" for number in range(size))
    return configure(folder, "mapping:\n  relations:\n    shop.r:\n      columns:\n" + "".join(rows))


def policy(number: int) -> str:
    return (f'policy shop.p{number} {{\n  title "t"\n  severity low\n'
            '  for person in employees.person(person)\n  fail "f" if 1 = 2\n}\n')


def policy_files(folder: pathlib.Path, size: int) -> list[str]:
    (folder / "p").mkdir()
    for number in range(size):
        (folder / "p" / f"{number}.policy").write_text(policy(number), encoding="utf-8")
    configure(folder, "policies: [p]\n")
    return ["audit", str(folder)]


def policy_folders(folder: pathlib.Path, size: int) -> list[str]:
    place = folder / "p"
    for number in range(size):
        (place / f"d{number}").mkdir(parents=True)
        (place / f"d{number}" / "up").symlink_to("..")
    (place / "a.policy").write_text(policy(0), encoding="utf-8")
    configure(folder, "policies: [p]\n")
    return ["audit", str(folder)]


DIMENSIONS = [
    ("folders: depth", depth),
    ("folders: depth of long names", lambda folder, size: depth(folder, size, "d" * 255)),
    ("folders: files at every level", files_at_every_level),
    ("folders: width", width),
    ("folders: empty files", many("f{}.bin", lambda number: b"")),
    ("folders: empty files, audited", many("f{}.bin", lambda number: b"", command=["audit"])),
    ("folders: files of no kind", many("f{}.bin", lambda number: bytes((number * 7 + at * 31) % 251 for at in range(1024)))),
    ("folders: texts of no kind", many("f{}.dat", lambda number: b"lorem ipsum dolor sit amet " * 38)),
    ("folders: JSON of no kind", many("f{}.json", lambda number: b'[{"a":%d}]' % number)),
    ("folders: hidden files", many(".f{}", lambda number: b"")),
    ("folders: employees, audited", many("e{}.csv", employee, command=["audit"])),
    ("folders: employees as JSON", many("e{}.csv", employee, told=("-f", "json"), command=["audit"])),
    ("folders: packed files", many("e{}.csv.gz", lambda number: gzip.compress(employee(number), 1))),
    ("folders: broken tables", many("e{}.csv", lambda number: employee(number) + b'"')),
    ("folders: lists of users", many("u{}.json", user)),
    ("folders: pages of one list", many(
        "u{}x.json", user, told=("--as", "*.json=kitos.api-v2.users,organisation=6a1f0c3e-0000-4000-9000-000000000001"))),
    ("folders: copies of one page", many(
        "u{}x.json", lambda number: user(1),
        told=("--as", "*.json=kitos.api-v2.users,organisation=6a1f0c3e-0000-4000-9000-000000000001"))),
    ("folders: tables of recipients", many(
        "m{}.csv", lambda number: b"PrimarySmtpAddress,RecipientTypeDetails\na%d@b.example,UserMailbox\n" % number)),
    ("folders: policies of Altinn", many("p{}.xml", lambda number: b'<Policy xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17"/>')),
    ("folders: files in folders", files_in_folders),
    ("folders: an organisation for each file", sources_of_organisations),
    ("folders: expectations and as many files", expectations_and_files),
    ("folders: identity numbers in names", identity_numbers),
    ("folders: paths on the command line", many_paths),
    ("links: to one file", links_to_files),
    ("folders: width of folders", width_of_folders),
    ("folders: long names", long_names),
    ("folders: names equal as Unicode", names_equal_as_unicode),
    ("folders: names that are no text", names_that_are_no_text),
    ("links: to one folder", links_to_one_folder),
    ("links: in a chain", links_in_a_chain),
    ("links: that multiply", links_that_multiply),
    ("links: that leave", links_that_leave),
    ("patterns: with wildcards", globs),
    ("patterns: of folders", globs_of_folders),
    ("patterns: of stars", globs_of_stars),
    ("patterns: and as many files", globs_and_files),
    ("patterns: on the command line", contexts_on_the_command_line),
    ("configuration: sources", sources),
    ("configuration: expectations", expectations),
    ("configuration: unknown keys", unknown_keys),
    ("configuration: long key", long_key),
    ("configuration: parameters", parameters),
    ("configuration: lists", yaml_lists),
    ("configuration: depth", yaml_depth),
    ("configuration: aliases", yaml_aliases),
    ("mappings: files", mappings),
    ("mappings: relations", mapped_relations),
    ("mappings: columns", mapped_columns),
    ("policies: files", policy_files),
    ("policies: folders", policy_folders),
]
