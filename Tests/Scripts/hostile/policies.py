"""Policies that ask for more and more: each number that multiplies rows, values or rules."""
import pathlib

HEAD = "id,name,email,unit,start,end\n"
POLICY = '''policy x.y {{
  title "t"
  severity high
  for p in {population}
  fail "never" if 1 = 2
}}
'''


def employees(folder: pathlib.Path, count: int) -> pathlib.Path:
    path = folder / "employees.csv"
    path.write_text(HEAD + "".join(f"{n},A{n},a{n}@a.example,U,2020-01-01,\n" for n in range(count)))
    return path


def root(size: int, power: int) -> int:
    """So many people that the product is about `size`."""
    return max(1, round(size ** (1 / power)))


def audit(folder: pathlib.Path, people: int, text: str, population: str = "x.r(a: p)") -> list:
    exports = folder / "exports"
    exports.mkdir()
    policy = folder / "hostile.policy"
    policy.write_text(text + POLICY.format(population=population))
    return ["audit", employees(exports, people), "-p", policy, "-f", "rows"]


def atoms(folder, size):
    body = ", ".join(f"employees.person(person: a{n})" for n in range(4))
    unequal = "".join(f", a0 != a{n}" for n in range(1, 4))
    return audit(folder, root(size, 4), f"relation x.r(a: person)\nx.r(a: a0) if {body}{unequal}\n")


def columns(folder, size):
    size = min(size, 32)
    names = ", ".join(f"c{n}: person" for n in range(size))
    head = ", ".join(f"c{n}: a{n}" for n in range(size))
    body = ", ".join(f"employees.person(person: a{n})" for n in range(size))
    return audit(folder, 2, f"relation x.r({names})\nx.r({head}) if {body}\n", "x.r(c0: p)")


def closure(folder, size):
    return audit(folder, root(size, 3), '''relation x.e(a: person, b: person)
x.e(a: p, b: q) if employees.person(person: p), employees.person(person: q)
relation x.r(a: person, b: person)
x.r(a, b) if x.e(a, b)
x.r(a, b: c) if x.r(a, b), x.e(a: b, b: c)
''')


def pairs(folder, size):
    return audit(folder, root(size, 2), '''relation x.r(a: person, b: person)
x.r(a: p, b: q) if employees.person(person: p), employees.person(person: q)
''')


def counted(folder, size):
    return audit(folder, root(size, 3), '''relation x.n(a: person, n: int)
x.n(a: p, n) if employees.person(person: p), n = count(q, r) { employees.person(person: q), employees.person(person: r), q != r, q != p }
relation x.r(a: person)
x.r(a: p) if x.n(a: p, n), n > 5
''')


def integers(folder, size):
    return audit(folder, root(size, 2), '''relation x.n(p: person, n: int)
x.n(p, n) if employees.person(person: p), n = count(q) { employees.person(person: q) }
relation x.r(a: person, b: person, n: int)
x.r(a: p, b: q, n: m) if x.n(p, n), employees.person(person: q), m = n * 4000000007
''', "x.r(a: p)")


def rules(folder, size):
    text = "relation x.r(a: person)\n" + "".join(
        f"x.r(a: p) if employees.person(person: p), {n} = {n}\n" for n in range(size))
    return audit(folder, 2, text)


def relations(folder, size):
    text = "relation x.r0(a: person)\nx.r0(a: p) if employees.person(person: p)\n" + "".join(
        f"relation x.r{n}(a: person)\nx.r{n}(a) if x.r{n - 1}(a)\n" for n in range(1, size))
    return audit(folder, 2, text, f"x.r{max(0, size - 1)}(a: p)")


def policies(folder, size):
    exports = folder / "exports"
    exports.mkdir()
    policy = folder / "hostile.policy"
    policy.write_text("".join(
        POLICY.format(population="employees.person(person: p)").replace("x.y", f"x.y{n}") for n in range(size)))
    return ["audit", employees(exports, 50), "-p", policy, "-f", "rows"]


def nesting(folder, size):
    body = "not { " * size + "employees.person(person: p), 1 = 1" + " }" * size
    return audit(folder, 2, f"relation x.r(a: person)\nx.r(a: p) if employees.person(person: p), {body}\n")


def alternatives(folder, size):
    body = ", ".join("(1 = 1 or 2 = 2)" for _ in range(size))
    return audit(folder, 2, f"relation x.r(a: person)\nx.r(a: p) if employees.person(person: p), {body}\n")


def patterns(folder, size):
    stars = "*a" * min(size, 2000) + "*b"
    people = folder / "exports"
    people.mkdir()
    path = people / "employees.csv"
    path.write_text(HEAD + "".join(f"{n},{'a' * size},a{n}@a.example,U,2020-01-01,\n" for n in range(20)))
    policy = folder / "hostile.policy"
    policy.write_text('relation x.r(a: person)\nx.r(a: p) if employees.person(person: p, name: n), '
                      f'glob(n, "{stars}")\n' + POLICY.format(population="x.r(a: p)"))
    return ["audit", path, "-p", policy, "-f", "rows"]


DIMENSIONS = [
    ("atoms that nothing joins", atoms), ("columns of a product", columns), ("a closure over pairs", closure),
    ("pairs", pairs), ("aggregates over pairs", counted), ("integers past 31 bits", integers),
    ("rules", rules), ("relations in a chain", relations),
    ("policies", policies), ("negations within each other", nesting), ("alternatives that multiply", alternatives),
    ("patterns on long texts", patterns),
]
