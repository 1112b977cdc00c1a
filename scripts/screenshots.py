#!/usr/bin/env python3
"""Makes pictures of the report of the example municipality, in Danish, at three widths, and of its first printed page.

usage: screenshots.py TILSYN [FOLDER]

Writes report-320.png, report-768.png, report-1280.png, findings-1280.png, dark-1280.png and print.png into FOLDER, docs/images where
none is named. The page is opened in a headless Chromium; what it needs it installs.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Tests" / "Scripts"))

import browser  # noqa: E402

SHOWN = ["report-1280.png", "findings-1280.png"]


def main(arguments: list) -> int:
    if not arguments or len(arguments) > 2:
        print(__doc__, file=sys.stderr)
        return 64
    browser.enter(["selenium"], ["selenium"])
    browser.install()
    to = pathlib.Path(arguments[1] if len(arguments) == 2 else ROOT / ".build" / "screenshots")
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, browser.Browser() as view:
        page = pathlib.Path(scratch) / "report.html"
        subprocess.run([arguments[0], "audit", "examples/kommune", "--as-of", "2026-11-20", "--lang", "da", "-q", "--no-progress",
                        "-f", f"html={page}"], cwd=ROOT, capture_output=True,
                       env={**os.environ, "TILSYN_PSEUDONYM_KEY": "the key of the pictures"})
        for width, height in ((320, 1100), (768, 1000), (1280, 900)):
            view.look(width, height)
            view.open(page)
            view.screenshot(to / f"report-{width}.png")
        view.open(page)
        view.run("const f=[...document.querySelectorAll('li.finding details')].slice(1,3);f.forEach(d=>d.open=true);"
                 "document.getElementById('findings').scrollIntoView()")
        view.screenshot(to / "findings-1280.png")
        view.look(1280, 900, dark=True)
        view.open(page)
        view.screenshot(to / "dark-1280.png")
        view.look(1280, 900)
        view.open(page)
        view.print(pathlib.Path(scratch) / "report.pdf")
        if shutil.which("pdftoppm"):
            subprocess.run(["pdftoppm", "-png", "-r", "70", "-singlefile", "-f", "1", "-l", "1", f"{scratch}/report.pdf",
                            str(to / "print")], check=True)
        else:
            print("screenshots.py: no print.png: pdftoppm is missing (apt-get install poppler-utils)", file=sys.stderr)
    (images := ROOT / "docs" / "images").mkdir(exist_ok=True)
    for name in SHOWN:
        shutil.copy(to / name, images / name)
    print(f"screenshots: {', '.join(sorted(path.name for path in to.glob('*.png')))} in {to}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
