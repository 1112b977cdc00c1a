"""Files that grow in one direction each: what a reader makes of them must grow with it and no faster, until a limit stops it.

Each dimension is a name and `make(folder, size)`, which writes a file for that size and returns the arguments of `tilsyn`
that read it. Sizes double from 1,000.
"""

import gzip
import os
import zipfile

EMPLOYEES = "id,name,email,unit,start,end\n"
EMPLOYEE = "M1,Anna Holm,anna@b.example,Havn,2020-01-01,\n"
USER = (
    '{"uuid":"6a1f0c3e-0000-4000-8000-%012d","email":"a%d@b.example","firstName":"A","lastName":"B","phoneNumber":"",'
    '"apiAccess":false,"lastSentAdvisSentAt":null,"defaultUserStartPreference":"StartSite","roles":[]}'
)
PAGE = "# tilgangspakke\n\n- **Bygg1:** x urn:altinn:accesspackage:a1\n\n"
HTML = (
    "<!DOCTYPE html><html><body><h1>tilgangspakke</h1><ul><li><strong>Bygg1:</strong> x"
    " urn:altinn:accesspackage:a1</li></ul>%s</body></html>"
)


def arguments(path, *more):
    return ["sources", "--no-diagnosis", *more, path]


def text(folder, name, parts):
    """Writes the parts one after the other, packed where the name says so."""
    path = os.path.join(folder, name)
    open_ = (lambda p: gzip.open(p, "wt", 6)) if name.endswith(".gz") else (lambda p: open(p, "w"))
    with open_(path) as file:
        for part in parts:
            file.write(part)
    return arguments(path)


def repeated(name, head, body, tail="", factor=1):
    """A file of `head`, `size` times `body`, and `tail`."""

    def make(folder, size):
        def parts():
            yield head
            left = size * factor
            while left > 0:
                yield body * min(left, 4096)
                left -= 4096
            yield tail

        return text(folder, name, parts())

    return make


def nested(name, head, opening, core, closing, tail):
    return lambda folder, size: text(folder, name, [head, opening * size, core, closing * size, tail])


# Workbooks


def workbook(folder, sheets, strings=None, styles=None, links=None, extra=()):
    """`sheets` are the contents of `sheetData` with their names; `links` overrides which part each is."""
    path = os.path.join(folder, "book.xlsx")
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" Type="{office}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
    }
    names = [f"worksheets/s{place}.xml" for place in range(len(sheets))]
    listed = links or list(range(len(sheets)))
    rels = "".join(
        f'<Relationship Id="r{i}" Type="{office}/worksheet" Target="{names[part]}"/>' for i, part in enumerate(listed)
    )
    if strings is not None:
        rels += f'<Relationship Id="t" Type="{office}/sharedStrings" Target="strings.xml"/>'
        parts["xl/strings.xml"] = f'<sst xmlns="{main}">{strings}</sst>'
    if styles is not None:
        rels += f'<Relationship Id="f" Type="{office}/styles" Target="styles.xml"/>'
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{main}">{styles}</styleSheet>'
    parts["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{package}/relationships">{rels}</Relationships>'
    entries = "".join(f'<sheet name="s{i}" sheetId="{i + 1}" r:id="r{i}"/>' for i in range(len(listed)))
    parts["xl/workbook.xml"] = f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{entries}</sheets></workbook>'
    for name, rows in zip(names, sheets):
        parts["xl/" + name] = f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
    # Not packed: what repeats packs so well that the reader refuses it before it grows.
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        for name, content in extra:
            archive.writestr(name, content)
    return arguments(path)


def cell(value, place=""):
    return f'<c t="inlineStr"{place}><is><t>{value}</t></is></c>'


def row(values):
    return "<row>" + "".join(map(cell, values)) + "</row>"


TITLES = row(EMPLOYEES.strip().split(","))
RECORD = row(EMPLOYEE.strip().split(","))


def sheet(body, **more):
    return lambda folder, size: workbook(folder, [TITLES + body * size], **more)


def sparse(folder, size):
    rows = "".join(f'<row r="{i + 2}"><c r="XFD{i + 2}"><v>{i}</v></c></row>' for i in range(size))
    return workbook(folder, [TITLES + rows])


def one_part(folder, size):
    return workbook(folder, [TITLES + RECORD * 100], links=[0] * size)


def many_sheets(folder, size):
    return workbook(folder, [TITLES + RECORD] * size)


def shared(folder, size):
    return workbook(
        folder, [TITLES + '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' * size],
        strings="<si><t>" + "a" * 30_000 + "</t></si>",
    )


def strings(folder, size):
    return workbook(folder, [TITLES + RECORD], strings="<si><r><t>a</t></r><r><t>b</t></r></si>" * size)


def attributes(folder, size):
    return workbook(folder, [TITLES + "<row " + " ".join(f'a{i}="{i}"' for i in range(size)) + "/>"])


def styles(folder, size):
    return workbook(folder, [TITLES + RECORD], styles="<cellXfs>" + '<xf numFmtId="14"/>' * size + "</cellXfs>")


def merged(folder, size):
    return workbook(folder, [TITLES + RECORD * 2 + "</sheetData><mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * size
                             + "</mergeCells><sheetData>"])


def parts(folder, size):
    return workbook(folder, [TITLES + RECORD], extra=[(f"x/{i}", "") for i in range(size)])


def wide(folder, size):
    width = min(size, 4000)
    return text(folder, "a.csv", [",".join(f"c{i}" for i in range(width)) + "\n"] + ["," * (width - 1) + "\n"] * size)


def users(folder, size):
    return text(folder, "users.json", ["[", ",".join(USER % (i, i) for i in range(size)), "]"])


def table_header(folder, size):
    head = "|" + "tilgangspakke|" * size + "\n|" + "-|" * size + "\n"
    return text(folder, "page.md", [PAGE, head, "|a|\n" * size])


def page_attributes(folder, size):
    tag = "<p " + " ".join(f"a{i}=1" for i in range(size)) + ">x</p>"
    return text(folder, "page.html", [HTML % tag])


def mapped(name, form, body, head="", factor=1):
    """A file that a mapping reads."""

    def make(folder, size):
        field = "s" if form in ("csv", "jsonl") else "/s"
        with open(os.path.join(folder, "tilsyn.yaml"), "w") as file:
            file.write(
                "mapping:\n  relations:\n    made.grant:\n      doc: \"A grant.\"\n"
                f"      columns: {{ subject: text }}\n  files:\n    - path: \"{name}\"\n      format: {form}\n"
                "      grade: assumed\n      facts:\n        - relation: made.grant\n"
                f"          columns: {{ subject: {field} }}\n"
            )
        found = repeated(name, head, body, factor=factor)(folder, size)
        return [*found[:-1], "--config", os.path.join(folder, "tilsyn.yaml"), found[-1]]

    return make


def distinct(name, head, body, tail="", between=""):
    """Records of their own: `body` with its number."""
    return lambda folder, size: text(
        folder, name, [head, *((between if number else "") + body % {"n": number} for number in range(size)), tail])


def utf16(folder, size):
    path = os.path.join(folder, "employees.csv")
    with open(path, "wb") as file:
        file.write((EMPLOYEES + EMPLOYEE * size).encode("utf-16"))
    return arguments(path)


DIMENSIONS = [
    # JSON
    ("json-empty-lists", repeated("a.json.gz", "[[]", ",[]", "]", 100)),
    ("json-small-objects", repeated("a.json.gz", '[{"a":1}', ',{"a":1}', "]", 100)),
    ("json-numbers", repeated("a.json.gz", "[1", ",1", "]", 100)),
    ("json-one-record", repeated("a.json.gz", '{"a":[[]', ",[]", "]}", 100)),
    ("json-strings", repeated("a.json.gz", '["a"', ',"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"', "]", 100)),
    ("json-commas", repeated("a.json.gz", "[", ",\n", "]", 100)),
    ("json-depth", nested("a.json", "[", "[", "1", "]", "]")),
    ("json-sketch-depth", nested("a.json", "", '{"value":[', "1", "]}", "")),
    ("json-keys", lambda f, n: text(f, "a.json", ["{", ",".join(f'"k{i}":{i}' for i in range(n * 10)), "}"])),
    ("json-lines", repeated("a.jsonl.gz", "", "{}\n", "", 100)),
    ("json-blank-lines", repeated("a.jsonl.gz", "{}\n{}\n", "\n", "", 100)),
    ("json-users", users),
    ("json-users-then-empty", repeated("users.json.gz", "[" + USER % (1, 1), ",{}", "]", 100)),
    ("json-users-then-lists", repeated("users.json.gz", "[" + USER % (1, 1), ",[[],[]]", "]", 100)),
    ("json-value-of-empty", repeated("a.json.gz", '{"@odata.context":"x","value":[{}', ",{}", "]}", 100)),
    # CSV
    ("csv-employees", repeated("employees.csv.gz", EMPLOYEES, EMPLOYEE, "", 10)),
    ("csv-one-column", repeated("a.csv.gz", "a\n", "a\n", "", 100)),
    ("csv-line-ends", repeated("employees.csv.gz", EMPLOYEES, "\n", "", 100)),
    ("csv-returns", repeated("employees.csv.gz", EMPLOYEES, "\r", "", 100)),
    ("csv-commas", repeated("employees.csv.gz", EMPLOYEES, ",\n", "", 100)),
    ("csv-blank-rows", repeated("employees.csv.gz", EMPLOYEES, ",,,,,\n", "", 100)),
    ("csv-one-row", repeated("employees.csv.gz", EMPLOYEES, "a,", "", 100)),
    ("csv-quotes", repeated("employees.csv.gz", EMPLOYEES + '"', '""', '",,,,,\n', 100)),
    ("csv-titles-again", repeated("employees.csv", EMPLOYEES, EMPLOYEES, "", 10)),
    ("csv-small-rows", repeated("employees.csv.gz", EMPLOYEES, "a,b,c,d,e,f\n", "", 100)),
    ("csv-wide", wide),
    ("csv-utf16", utf16),
    # Records of their own, and problems
    ("csv-own-employees", distinct("employees.csv", EMPLOYEES, "M%(n)d,Anna Holm,a%(n)d@b.example,Havn,2020-01-01,\n")),
    ("csv-broken-days", distinct("employees.csv", EMPLOYEES, "M%(n)d,Anna Holm,a%(n)d@b.example,Havn,someday,\n")),
    ("csv-broken-addresses", distinct("employees.csv", EMPLOYEES, "M%(n)d,Anna Holm,a%(n)d,Havn,2020-01-01,\n")),
    ("csv-one-long-cell", repeated("employees.csv", EMPLOYEES + "M1,", "a", ",a@b.example,Havn,2020-01-01,\n", 100)),
    ("csv-numbers-in-one-cell", repeated("employees.csv", EMPLOYEES + "M1,", "018170-1234 ", ",a@b.example,Havn,2020-01-01,\n")),
    ("csv-titles-of-credentials", lambda f, n: text(
        f, "a.csv", [",".join(f"password{i}" for i in range(min(n, 4096))) + "\n"] + ["x" * n + "\n"])),
    ("csv-managers-in-a-chain", distinct(
        "employees.csv", "id,name,email,unit,start,end,manager\n", "M%(n)d,A,a%(n)d@b.example,U%(n)d,2020-01-01,,M%(n)d\n")),
    ("json-units-in-a-chain", lambda f, n: text(f, "units.json", ["[", ",".join(
        f'{{"uuid":"6a1f0c3e-0000-4000-8000-{i:012}","name":"u","parentOrganizationUnit":'
        f'{{"uuid":"6a1f0c3e-0000-4000-8000-{i + 1:012}","name":"u"}}}}' for i in range(n)), "]"])),
    ("json-units-in-a-circle", lambda f, n: text(f, "units.json", ["[", ",".join(
        f'{{"uuid":"6a1f0c3e-0000-4000-8000-{i:012}","name":"u","parentOrganizationUnit":'
        f'{{"uuid":"6a1f0c3e-0000-4000-8000-{(i + 1) % n:012}","name":"u"}}}}' for i in range(n)), "]"])),
    ("json-users-without-ids", distinct(
        "users.json", "[", '{"uuid":"x%(n)d","email":7,"firstName":"A","lastName":"B","apiAccess":false,"roles":[]}', "]", ",")),
    ("json-roles-of-one-user", lambda f, n: text(f, "users.json", ["[", (USER % (1, 1)).replace(
        '"roles":[]', '"roles":[' + ",".join(f'{{"uuid":"{i}","name":"r{i}"}}' for i in range(n)) + "]"), "]"])),
    ("json-same-key", repeated("users.json", "[{" + USER[1:-1] % (1, 1), ',"uuid":"x"', "}]", 10)),
    ("json-passwords", distinct("a.json", "[", '{"id":%(n)d,"password":"x"}', "]", ",")),
    ("json-long-key", repeated("a.json", '[{"', "k", '":1}]', 100)),
    ("json-escapes", repeated("a.json", '[{"k":"', "\\u00e5", '"}]', 100)),
    # Workbooks
    ("xlsx-rows", sheet(RECORD)),
    ("xlsx-empty-rows", sheet("<row/>")),
    ("xlsx-empty-cells", sheet("<c/>")),
    ("xlsx-last-column", sparse),
    ("xlsx-one-part", one_part),
    ("xlsx-sheets", many_sheets),
    ("xlsx-shared", shared),
    ("xlsx-strings", strings),
    ("xlsx-attributes", attributes),
    ("xlsx-styles", styles),
    ("xlsx-merged", merged),
    ("xlsx-parts", parts),
    # Markdown
    ("md-wide-table", table_header),
    ("md-images", repeated("page.md", PAGE, "![](")),
    ("md-image-brackets", repeated("page.md", PAGE, "![[](")),
    ("md-quotes", repeated("page.md", PAGE, ">")),
    ("md-quoted-lines", repeated("page.md", PAGE, "> a\n")),
    ("md-items", repeated("page.md", PAGE, "- ")),
    ("md-numbers", repeated("page.md", PAGE, "1. ")),
    ("md-emphasis", repeated("page.md", PAGE, "*_")),
    ("md-brackets", repeated("page.md", PAGE, "[")),
    ("md-backticks", lambda f, n: text(f, "page.md", [PAGE, " ".join("`" * i for i in range(1, int(n**0.5) * 2))])),
    ("md-definitions", repeated("page.md", PAGE, "[a]: b\n")),
    ("md-references", lambda f, n: text(f, "page.md", [PAGE, "[a]: " + "u" * n, "\n\n", "[a] " * n])),
    ("md-comments", repeated("page.md", PAGE, "<!-- ")),
    ("md-delimiters", repeated("page.md", PAGE, "a\n-|-\n")),
    ("md-lines", repeated("page.md", PAGE, "a\n", "", 10)),
    ("md-steps", lambda f, n: text(f, "page.md", [PAGE, "".join(" " * 2 * i + "- a\n" for i in range(int(n**0.5)))])),
    # HTML
    ("html-spans", lambda f, n: text(f, "page.html", [HTML % ("<span>" * n + "x" + "</span>" * n)])),
    ("html-open-spans", lambda f, n: text(f, "page.html", [HTML % ("<span>" * n)])),
    ("html-unknown", lambda f, n: text(f, "page.html", [HTML % ("<x>" * n)])),
    ("html-paragraphs", lambda f, n: text(f, "page.html", [HTML % ("<p>" * n)])),
    ("html-attributes", page_attributes),
    ("html-colspan", lambda f, n: text(f, "page.html", [HTML % ("<table>" + '<tr><td colspan="9999999">x' * n + "</table>")])),
    ("html-tables", lambda f, n: text(f, "page.html", [HTML % ("<table><tr><td>" * n + "</td></tr></table>" * n)])),
    ("html-entities", lambda f, n: text(f, "page.html", [HTML % ("&amp;" * n)])),
    ("html-comments", lambda f, n: text(f, "page.html", [HTML % ("<!---->" * n)])),
    ("html-angles", lambda f, n: text(f, "page.html", [HTML % ("<a <" * n)])),
    # YAML
    ("yaml-entries", repeated("r.yaml", "approvals:\n", "- {person: a}\n", "", 10)),
    ("yaml-scalars", repeated("r.yaml", "approvals:\n", "- a\n", "", 10)),
    ("yaml-flow", repeated("r.yaml", "approvals: [", "[],", "]\n", 10)),
    ("yaml-flow-depth", nested("r.yaml", "approvals: ", "[", "", "]", "\n")),
    ("yaml-block-depth", repeated("r.yaml", "approvals:\n", "- ", "a\n")),
    ("yaml-keys", lambda f, n: text(f, "r.yaml", ["approvals:\n- x: y\n"] + [f"  k{i}: v\n" for i in range(n * 10)])),
    ("yaml-aliases", repeated("r.yaml", "approvals:\n- &a b\n", "- *a\n", "", 10)),
    ("yaml-questions", repeated("r.yaml", "approvals:\n", "? ", "a\n")),
    ("yaml-text", repeated("r.yaml", 'approvals:\n- "', "\\u0041", '"\n', 10)),
    ("yaml-comments", repeated("r.yaml", "approvals:\n", "#\n", "", 100)),
    # Mapped files
    ("mapped-lines", mapped("r.jsonl", "jsonl", '{"s":"a"}\n', factor=100)),
    ("mapped-packed-lines", mapped("r.jsonl.gz", "jsonl", '{"s":"a"}\n', factor=100)),
    ("mapped-wrong-lines", mapped("r.jsonl", "jsonl", '{"s":[]}\n', factor=100)),
    ("mapped-empty-lines", mapped("r.jsonl.gz", "jsonl", "\n", factor=1000)),
    ("mapped-broken-lines", mapped("r.jsonl", "jsonl", "{\n", factor=100)),
    ("mapped-long-line", mapped("r.jsonl", "jsonl", "[],", '{"s":"a","x":[', factor=100)),
    ("mapped-rows", mapped("r.csv", "csv", "a\n", "s\n", factor=100)),
    ("mapped-packed-rows", mapped("r.csv.gz", "csv", "a\n", "s\n", factor=100)),
    ("mapped-list", mapped("r.json.gz", "json", ',{"s":"a"}', '[{"s":"a"}', factor=100)),
    ("mapped-texts", lambda f, n: mapped("r.jsonl", "jsonl", "".join('{"s":"a%d"}\n' % i for i in range(n * 100)))(f, 1)),
]
