#!/usr/bin/env python3
"""Opens the page of a report in a browser, and has it checked as people and assistive programs meet it.

usage: page.py TILSYN

The page of the municipality in Danish, of some thousand findings, and of a run that judged nothing are parsed by html5lib
without an error and opened in Chromium at 320, 768 and 1280 pixels in light or dark: the rules of axe for WCAG 2.2 A and AA and
its best practices find nothing, nothing is wider than the window, and the browser complains of nothing. Tab goes from the link
to the content on, through what is seen. Search, filters and pages show what they say; without scripts all that is written out
stands there. As many findings are in the page as in the result. What it needs it installs. Ends in 1 at what is wrong.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import browser

ROOT = pathlib.Path(__file__).resolve().parents[2]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Widths, each in light or dark: colours are the same at every width.
LOOKS = [(320, False), (768, True), (1280, False)]


def many(folder: pathlib.Path) -> pathlib.Path:
    """API users who are people too, so that there are findings by the thousand."""
    users = [{"uuid": f"a0000000-0000-4000-8000-{number:012d}", "email": f"u{number}@eksempel.example", "firstName": "<b>U</b>",
              "lastName": "</script><script>throw 1</script>", "apiAccess": True, "roles": ["User", "LocalAdmin"]}
             for number in range(800)]
    (folder / "users.json").write_text(json.dumps(users))
    return folder / "users.json"


def audit(tilsyn: str, exports: pathlib.Path, folder: pathlib.Path, *more: str) -> tuple:
    folder.mkdir()
    page, result = folder / "report.html", folder / "result.json"
    subprocess.run([tilsyn, "audit", str(exports), "--as-of", "2026-11-20", "-f", f"html={page}", "-f", f"json={result}",
                    "--no-progress", "-q", *more], capture_output=True)
    return page, json.loads(result.read_text())


def parsed(page: pathlib.Path):
    import html5lib
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page.read_text())


def accessible(view, where: str) -> list:
    report = view.driver.execute_async_script(
        "const done=arguments[arguments.length-1];axe.run(document,{runOnly:{type:'tag',values:arguments[0]}})"
        ".then(done,error=>done({violations:[{id:String(error),nodes:[]}]}))", RULES)
    return [f"{where}: axe {rule['id']}: {rule.get('help', '')}: "
            + "; ".join(node["html"][:120] for node in rule["nodes"][:3]) for rule in report["violations"]]


def widths(view, page: pathlib.Path, looks: list) -> list:
    wrong = []
    for width, dark in looks:
        where = f"{page.parent.name} at {width}{' in the dark' if dark else ''}"
        view.look(width, dark=dark)
        view.open(page)
        # With something open, as it is read.
        view.run("document.querySelectorAll('details').forEach((d,i)=>{if(i<6)d.open=true})")
        view.run(browser.axe_rules())
        wrong += accessible(view, where)
        wide = view.run("return document.documentElement.scrollWidth")
        if wide > width:
            wrong.append(f"{where}: {wide} pixels wide")
        wrong += [f"{where}: the browser says {text}" for text in view.complaints()]
    return wrong


def keys(view, page: pathlib.Path) -> list:
    """The order in which Tab visits: the link to the content first, then down the page, and only what is seen."""
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
    view.look(1280)
    view.open(page)
    seen = []
    for _ in range(30):
        view.driver.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB) if not seen else view.driver.switch_to.active_element.send_keys(Keys.TAB)
        seen.append(view.run("const e=document.activeElement,r=e.getBoundingClientRect();return "
                             "[e.className,e.tagName,r.width*r.height,r.top+scrollY,r.left]"))
    wrong = [] if seen[0][0] == "skip" else [f"{page.parent.name}: Tab goes to {seen[0]} first"]
    wrong += [f"{page.parent.name}: Tab goes to {name} {tag}, which is not seen" for name, tag, area, *_ in seen if not area]
    tops = [top for _, _, _, top, _ in seen[1:]]
    wrong += [f"{page.parent.name}: Tab goes up, from {a:.0f} to {b:.0f}" for a, b in zip(tops, tops[1:]) if b < a - 40]
    return wrong


def works(view, page: pathlib.Path, result: dict) -> list:
    """Counts, search, filters and pages."""
    findings, name, wrong = result["findings"], page.parent.name, []
    view.look(1280)
    view.open(page)

    def expect(what: str, count: int) -> None:
        text = view.run("return document.getElementById('count').textContent")
        told = int(re.findall(r"\d+", text)[-1]) if re.search(r"\d", text) else 0
        shown = view.run("return [...document.querySelectorAll('li.finding')].filter(e=>e.offsetParent).length")
        if told != count or shown != min(50, count):
            wrong.append(f"{name}: {what}: {count} expected, told {text!r}, {shown} shown")

    def choose(field: str, value: str) -> None:
        view.run("const f=document.getElementById(arguments[0]);f.value=arguments[1];f.dispatchEvent(new Event("
                 "f.tagName==='INPUT'?'input':'change'))", field, value)
        view.driver.execute_async_script("setTimeout(arguments[0],200)")

    expect("all", len(findings))
    for verdict in ("fail", "unverified"):
        choose("verdict", verdict)
        expect(verdict, sum(finding["verdict"] == verdict for finding in findings))
    choose("verdict", "")
    choose("severity", "high")
    expect("high", sum(finding["severity"] == "high" for finding in findings))
    choose("severity", "")
    last = findings[-1]
    choose("search", last["fingerprint"][:12])
    expect("one fingerprint", 1)
    choose("search", "no such word anywhere")
    expect("nothing", 0)
    choose("search", "")
    pages = 1
    while view.run("const n=document.getElementById('next');if(n.disabled)return false;n.click();return true"):
        pages += 1
    if pages != -(-len(findings) // 50):
        wrong.append(f"{name}: {pages} pages of {len(findings)} findings")
    return wrong + [f"{name}: the browser says {text}" for text in view.complaints()]


def still(view, page: pathlib.Path) -> list:
    """Without scripts everything that is written out is seen, and no control that would do nothing."""
    view.look(1280, scripts=False)
    view.open(page)
    tree = parsed(page)
    written = len(tree.findall(".//li[@class='finding']"))
    view.look(1280)
    boxes = view.run("return [...document.querySelectorAll('li.finding')].filter(e=>e.offsetParent).length")
    hidden = view.run("const f=document.getElementById('filters');return !f||!f.offsetParent")
    return ([] if boxes == written else [f"{page.parent.name}: {boxes} of {written} findings seen without scripts"]) + (
        [] if hidden else [f"{page.parent.name}: filters are seen without scripts"])


def counts(page: pathlib.Path, result: dict) -> list:
    tree = parsed(page)
    written = len(tree.findall(".//li[@class='finding']"))
    data = [script.text for script in tree.iter("script") if script.get("type") == "application/json"]
    rest = len(json.loads(data[0])) if data else 0
    if written + rest == len(result["findings"]):
        return []
    return [f"{page.parent.name}: {written} written out and {rest} as data, of {len(result['findings'])} findings"]


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    browser.enter(["selenium", "html5lib", "axe_playwright_python"], ["selenium", "html5lib"], ("axe-playwright-python",))
    browser.install()
    tilsyn = str(pathlib.Path(sys.argv[1]).resolve())
    wrong, told = [], []
    with tempfile.TemporaryDirectory() as scratch, browser.Browser() as view:
        base = pathlib.Path(scratch)
        (base / "in").mkdir()
        (base / "nothing").mkdir()
        # Of thousands of findings a page shows as many at a time as of a few: their rules are those of the municipality.
        for name, exports, looks, more in (("kommune", ROOT / "examples" / "kommune", LOOKS,
                                            ["--lang", "da", "--framework", "iso27001-2022", "--framework", "gdpr"]),
                                           ("many", many(base / "in"), [], []),
                                           ("empty", base / "nothing", LOOKS[:1], ["--lang", "nb"])):
            page, result = audit(tilsyn, exports, base / name, *more)
            told.append(f"{name} {len(result['findings'])}")
            wrong += counts(page, result) + widths(view, page, looks)
            if result["findings"]:
                wrong += keys(view, page) + works(view, page, result) + still(view, page)
    for line in wrong:
        print(line)
    sizes = ", ".join(str(width) for width, _ in LOOKS)
    print(f"page: {', '.join(told)} findings, at {sizes} pixels in light and dark; {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
