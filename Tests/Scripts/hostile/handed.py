"""What the inputs that were found must end in: the folders of TILSYN_SHARED/hostile, and those too large to hand on."""
import dataclasses
import gzip
import json
import pathlib
import shutil
import subprocess
from typing import Callable

from bounded import name, place, run

ROOT = pathlib.Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "examples"


@dataclasses.dataclass
class Step:
    """One command and what is right of it."""
    words: list
    codes: tuple
    has: tuple = ()
    lacks: tuple = ()
    environment: dict | None = None
    # Looks at what is there afterwards; says what is wrong.
    after: Callable | None = None
    # A shell command in place of `words`; `$TILSYN` is the program.
    shell: str = ""


@dataclasses.dataclass
class Case:
    name: str
    # Gives the steps; told the folder, a copy that may be changed.
    steps: Callable
    # Of TILSYN_SHARED/hostile; empty where the input is made here.
    folder: str = ""

    def judge(self, tilsyn: str, shared: pathlib.Path) -> str | None:
        """`None` when all is right, else what is wrong; empty when there is no input."""
        with place() as folder:
            here = folder / "here"
            if self.folder:
                if not (shared / self.folder).exists():
                    return ""
                shutil.copytree(shared / self.folder, here, symlinks=True)
            else:
                here.mkdir()
            for step in self.steps(here):
                wrong = self.check(step, tilsyn, here)
                if wrong:
                    return wrong
        return None

    @staticmethod
    def check(step: Step, tilsyn: str, here: pathlib.Path) -> str | None:
        environment = {"TILSYN": tilsyn, "TILSYN_POLICIES": str(ROOT / "policies"), "WORK": str(here / "work"),
                       **(step.environment or {})}
        words = ["bash", "-c", step.shell] if step.shell else [tilsyn, *step.words]
        done = run(words, here, environment)
        what = step.shell or " ".join(str(word) for word in step.words)
        told = f"`{what}`: {name(done.code)} after {done.seconds:.1f} s"
        shown = done.text[-600:]
        if done.code not in step.codes:
            return f"{told}, not {step.codes}: {shown!r}"
        for part in step.has:
            if part not in done.text:
                return f"{told}: does not say {part!r}: {shown!r}"
        for part in step.lacks:
            if part in done.text:
                return f"{told}: says {part!r}"
        return step.after(here, done) if step.after else None


def evaluate(policy: str, request: str = "request.xml", references: tuple = (), has: tuple = ()):
    words = ["xacml", "evaluate", "--policy", policy]
    if references:
        words += ["--reference", *references]
    return Step([*words, "--request", request], (0, 2), has)


def sources(*paths, codes=(2,), has=(), lacks=()):
    return Step(["sources", "--no-diagnosis", *paths], codes, has, lacks)


def xpath_requests(here):
    exec(compile((here / "gen.py").read_text(), "gen.py", "exec"), {"open": lambda path, mode: open(here / path, mode)})
    yield evaluate("contains.xml", "contains-request.xml", has=("Indeterminate",))
    yield evaluate("concat.xml", "concat-request.xml", has=("Indeterminate", "limit"))


def references_that_double(here):
    files = sorted(path.name for path in here.glob("s[0-9][0-9].xml"))
    yield evaluate("s25.xml", references=tuple(files[:-1]))


def packed(here):
    bodies = {"nested.json": b"[" + b"[]," * (35 << 20) + b"[]]", "numbers.json": b"[" + b"1," * (50 << 20) + b"1]",
              "cells.csv": b"a,b\n" + b",\n" * (50 << 20), "rows.csv": b"a\n" + b"\n" * (100 << 20),
              "objects.json": b"[" + b"{}," * (35 << 20) + b"{}]"}
    for file, body in bodies.items():
        path = here / f"{file}.gz"
        with gzip.open(path, "wb", compresslevel=6) as target:
            target.write(body)
        yield sources(path, has=(file,))


def other_addresses(here):
    slow = here / "slow"
    shutil.copytree(EXAMPLES / "kommune", slow)
    for number in (1, 2, 3, 4):
        page = slow / f"kitos/kommune/users-page-{number}.json"
        users = json.loads(page.read_text())
        for user in users:
            user["email"] = "x." + user["email"]
        page.write_text(json.dumps(users))
    yield Step(["audit", slow, "--as-of", "2026-11-20", "-f", "rows"], (1, 2))


def deep_folder(here):
    at = here / "deep"
    way = at / "/".join("d" * 1000)
    subprocess.run(["mkdir", "-p", way], check=True)
    (way / "e.csv").write_text("id,name,email,unit,start,end\n1,A,a@a.example,U,2020-01-01,\n")
    yield sources(at, codes=(0, 2), has=("1 file",))


def names_alike(here):
    flags = ["--allow-incomplete", "--unverified=allow", "--fail-on", "critical"]
    yield Step(["audit", "exports", *flags], (1,))
    yield sources("exports", codes=(0, 1, 2), has=("2 files",))
    # A name that is no UTF-8, beside the one that it is shown as.
    other = here / "other"
    other.mkdir()
    for name in (b"bad\xe5.csv", "bad\ufffd.csv".encode()):
        with open(bytes(other) + b"/" + name, "w") as file:
            file.write("id,name,email,unit,start,end\n1,A,a@a.example,U,2020-01-01,\n")
    yield sources("other", codes=(0, 2), has=("2 files", "\\xE5"))


def pages_cut(here):
    for page in ("deep.html", "nul.html", "comment.html", "cut.html"):
        yield sources(page, has=(page,), lacks=("complete (assumed)",))


def received_folder(here):
    # A pass by the policies of the judged folder alone is none, and the first line says whose word it rests on.
    yield Step(["audit", "exports"], (2,), has=("of the judged folder, left out 1 file, added policies",),
               environment={"TILSYN_POLICIES": ""})
    yield Step(["audit", "exports", "--config", "none"], (1, 2), lacks=("PASSED",))


def mapped_passwords(here):
    yield sources("present", codes=(0, 1, 2), has=("credential",), lacks=("hunter2",))
    yield Step(["query", "shop.right(user: u, level: l)", "pointer", "-p", "q.policy"], (2, 64), lacks=("hunter2",))


def other_files(here):
    yield Step(["audit", "exports"], (2, 64), lacks=("LINE", "$6$", "root"))


def digits_cut(here):
    yield sources("employees.csv", codes=(0, 2), lacks=("0101901234",))


def no_library_speaks(here):
    yield Step(["sources", "--no-diagnosis", "-q", "e.xlsx"], (0, 2), lacks=("encoding error", "0x77"))


def outputs_are_no_inputs(here):
    kommune = here / "k"
    shutil.copytree(EXAMPLES / "kommune", kommune)

    def untouched(path: str):
        before = (kommune / path).read_bytes()
        return lambda *_: None if (kommune / path).read_bytes() == before else f"{path} was overwritten"

    for target, format in (("hr/employees.csv", "rows"), ("tilsyn.yaml", "json")):
        yield Step(["audit", "k", "-f", f"{format}=k/{target}"], (2, 64), after=untouched(target))


def outputs_within(here):
    shutil.copytree(EXAMPLES / "kommune", here / "k")
    first = Step(["audit", "k", "-o", "k/report", "--as-of", "2026-11-20"], (1, 2, 64))
    yield first
    yield Step(["audit", "k", "--as-of", "2026-11-20", "-f", "rows"], (1,))


def temporary_names(here):
    (here / "o").mkdir()
    victim = here / "victim"
    victim.write_text("PRECIOUS\n")

    def precious(*_):
        if victim.read_text() != "PRECIOUS\n":
            return "a file that a link led to was overwritten"
        return "the output is a link" if (here / "o/result.json").is_symlink() else None

    script = ('for p in $(seq $$ $(($$+3000))); do ln -s "$PWD/victim" "o/.result.json.$p.part"; done; '
              f'exec "$TILSYN" audit "{EXAMPLES}/altinn-policies" -f json=o/result.json')
    yield Step([], (0, 1, 2), shell=script, after=precious)


def output_is_lost(here):
    for words in ("policy format " + str(ROOT / "policies/model"), "policy check", "policy test", "relations",
                  f"audit {EXAMPLES}/altinn-policies", "--version"):
        yield Step([], (2,), shell=f'"$TILSYN" {words} > /dev/full')


def notices_are_lost(here):
    yield Step([], (0,), shell=f'cd "{ROOT}"; bash "{here}/run.sh"',
               has=("full: 2", "closed: 2", "judged, notice cannot be written: 1", "reader gone, SIGPIPE ignored: 2"))


def formulas(here):
    def inert(_, done):
        cells = [cell for line in done.out.splitlines()[1:] for cell in line.split("\t")]
        bad = [cell for cell in cells if cell[:1] in "=+-@" and cell[:1]]
        return f"a cell begins as a formula: {bad[0][:20]!r}" if bad else None

    yield Step(["audit", "exports", "-f", "rows"], (0, 1, 2), after=inert)


def jobs(here):
    yield Step(["audit", EXAMPLES / "altinn-policies", "--jobs", str((1 << 63) - 1)], (0, 1, 2))
    yield Step(["audit", EXAMPLES / "altinn-policies"], (0, 1, 2), environment={"TILSYN_JOBS": str((1 << 63) - 1)})


def markdown(here):
    for what, body in (("images", "![[]()" * 200_000), ("quotes", ">" * 1_200_000), ("brackets", "[" * 1_000_000),
                       ("stars", "*a_ " * 300_000)):
        page = here / f"{what}.md"
        page.write_text(body + "\n\nTilgangspakke urn:altinn:accesspackage:skatt\n")
        yield sources(page, codes=(0, 2))


def attributes(here):
    page = here / "wide.xml"
    page.write_text("<Policy " + " ".join(f'a{n}="1"' for n in range(20_000)) + "/>")
    yield sources(page, codes=(0, 2))


def linked_policies(here):
    folder = here / "policies"
    folder.mkdir()
    (folder / "a.policy").write_text('policy x.y {\n  title "t"\n  severity high\n  for p in employees.person(person: p)\n'
                                     '  fail "never" if 1 = 2\n}\n')
    for number in range(20):
        (folder / f"again{number}").symlink_to(folder)
    yield Step(["policy", "check", folder], (0, 2))
    yield Step(["audit", EXAMPLES / "altinn-policies", "-p", folder], (0, 1, 2))


def many_rules(here):
    rules = "".join(
        f'<Rule RuleId="r{n}" Effect="Permit"><Target><AnyOf><AllOf><Match MatchId="urn:oasis:names:tc:xacml:1.0:function:'
        f'string-equal"><AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">v{n}</AttributeValue>'
        '<AttributeDesignator Category="urn:oasis:names:tc:xacml:1.0:subject-category:access-subject" '
        'AttributeId="urn:altinn:rolecode" DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/>'
        '</Match></AllOf></AnyOf></Target></Rule>' for n in range(2000))
    (here / "policy.xml").write_text(
        '<Policy xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" PolicyId="p" Version="1.0" RuleCombiningAlgId='
        '"urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides"><Target/>' + rules + "</Policy>")
    yield Step(["audit", "policy.xml", "-f", "rows"], (0, 1, 2))
    yield sources("policy.xml", codes=(0, 2))


def many_stars(here):
    exports = here / "exports"
    (exports / ("a/" * 30)).mkdir(parents=True)
    (exports / ("a/" * 30) / "employees.csv").write_text("id,name,email,unit,start,end\n1,A,a@a.example,U,2020-01-01,\n")
    (exports / "tilsyn.yaml").write_text('ignore:\n  - "' + "**/" * 26 + 'x.csv"\n')
    yield sources(exports, codes=(0, 2))


def wide_policy(here):
    yield Step(["audit", "employees.csv", "-p", "closure.policy"], (2,), has=("limit",))


CASES = [
    Case("namespace nodes", lambda _: [evaluate("policy.xml")], "01-xpath-namespace-node-use-after-free"),
    Case("notices are lost", notices_are_lost, "02-crash-when-stderr-cannot-be-written"),
    Case("variables that double", lambda _: [
        Step(["audit", "exports"], (1, 2)), evaluate("concat.xml", has=("Indeterminate",))],
        "03-xacml-variables-double-and-kill-the-audit"),
    Case("the last column", lambda _: [sources("sparse.xlsx", codes=(0, 2))], "04-xlsx-last-column-fills-memory"),
    Case("one part, many sheets", lambda _: [sources("many.xlsx", codes=(0, 2))], "05-xlsx-one-part-as-many-sheets"),
    Case("a wide table", lambda _: [sources("page.md", has=("page.md",))], "06-markdown-wide-table-fills-memory"),
    Case("packed files", packed),
    Case("references that double", references_that_double, "10-xacml-references-double"),
    Case("a deep folder", deep_folder),
    Case("other addresses", other_addresses),
    Case("work on strings", xpath_requests, "16-xpath-string-work"),
    Case("a policy that builds", wide_policy, "17-policy-of-300-bytes-fills-memory"),
    Case("many jobs", jobs),
    Case("names alike", names_alike, "20-file-dropped-when-names-are-equal-as-unicode"),
    Case("pages that are cut", pages_cut, "21-html-page-rest-dropped-in-silence"),
    Case("a received folder", received_folder, "22-received-folder-decides-what-it-is-judged-by"),
    Case("a second sheet", lambda _: [
        sources("two.xlsx", codes=(0, 2), has=("3 read",)),
        sources("hidden-first.xlsx", codes=(0, 2), has=("3 read", "hidden"))],
        "23-second-sheet-of-a-known-kind-not-read"),
    Case("passwords in mapped files", mapped_passwords, "24-passwords-in-mapped-files"),
    Case("other files", other_files, "30-received-tilsyn-yaml-prints-other-files"),
    Case("digits cut", digits_cut, "32-key-cut-at-80-shows-ten-of-eleven-digits"),
    Case("no library speaks", no_library_speaks, "33-libxml2-writes-bytes-of-a-sheet-to-stderr"),
    Case("an output that is an input", outputs_are_no_inputs),
    Case("an output within the exports", outputs_within),
    Case("temporary names", temporary_names),
    Case("an output that is lost", output_is_lost),
    Case("formulas", formulas, "45-formulas-in-rows"),
    Case("Markdown that nests", markdown),
    Case("attributes of an element", attributes),
    Case("policies linked to themselves", linked_policies),
    Case("many rules", many_rules),
    Case("many stars", many_stars),
]
