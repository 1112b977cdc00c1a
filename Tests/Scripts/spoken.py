#!/usr/bin/env python3
"""Whoever reads a Danish or Norwegian report meets no English: names, codes and files aside.

usage: spoken.py TILSYN

The municipality is audited in both languages, and its text, page, comment, `tilsyn sources`, `why` and what `policy show` says of every
policy are searched for common English words that neither language has. What is no prose is left out: what stands in backticks or
`<code>`, facts, names of files and relations, addresses, and quotations. Titles that an export gives are its own, and so are the names of
the examples and keys of a policy. Ends in 1 where a word is found, with the line that it stands in.
"""
import html
import os
import pathlib
import re
import subprocess
import sys
import tempfile

# Words of the grammar, which no sentence does without, and those that our texts have most. None is a word of Danish or Norwegian.
ENGLISH = set("""
    a an the of and which whose with without that this these those there their from who what when where why how been
    was were is isn't are has have had does did could should would may might must cannot not no yes by its it
    because before after between under over only each every all any some other another nothing nobody nowhere
    read used rejected loaded found known unknown unusable missing needed given given made says said shown judged checked
    export exports file files folder record records row rows column columns cell cells policy policies finding findings rule rules
    user users person people mailbox mailboxes address addresses role roles right rights member members source sources
    certain possible possibly empty whole partial complete incomplete failed passed unverified fail pass exempt
    searched matches holds happened whether more most further name names named number numbers value values
""".split())
# What both have in common with English, or borrow.
BORROWED = {"a", "an", "have", "under", "over", "all", "at", "by", "is", "not", "are", "policy", "had", "person", "has", "given", "pass"}
WORDS = ENGLISH - BORROWED

NO_PROSE = [
    r".* → .*",  # a rule, step by step
    r".*SHA-256.*", r"\btilsyn \d.*",  # a catalogue by its name, publisher and digest; what the program is
    r"`[^`\n]*`", r"\{[^{}\n]*\}",  # what is quoted as code, and sets
    r"\S+ of organisation [0-9a-f-]{36}",  # a document
    r"\b[a-z_]+(\.[a-z_-]+)+\([^()]*\)",  # a fact
    r"\bhttps?://\S+", r"\b(GET|POST) \S+",
    r"\S+@\S+",
    r"\S*/\S+",  # a path
    r"\S+\.(json|jsonl|csv|tsv|xlsx|xml|md|html|yaml|policy|txt|gz|sarif)\b\S*",
    r"\b[\w-]+(\.[\w-]+)+\b",  # a relation, a policy, a kind
    r"\b\w*_\w*\b", r"\b[A-Z]\w*[A-Z]\w*\b", r"--[a-z-]+",
    r'"[^"\n]*"', r"«[^»\n]*»",  # a value, what somebody is called, or what a document says
    r"\btilsyn [a-z-]+\b", r"\b(audit|why|sources|report) \S+",
]


def prose(text: str) -> str:
    for pattern in NO_PROSE:
        text = re.sub(pattern, " ", text)
    return text


def visible(page: str) -> str:
    page = re.sub(r"(?s)<(style|script|code|svg|head)\b.*?</\1>", " ", page)
    return html.unescape(re.sub(r"<[^>]*>", "\n", page))


def found(text: str, where: str) -> list[str]:
    lines = []
    for line in text.splitlines():
        words = {word for word in re.findall(r"[A-Za-zÆØÅæøå']+", prose(line)) if word.lower() in WORDS}
        if words:
            lines.append(f"{where}: {', '.join(sorted(words))}: {line.strip()[:200]}")
    return lines


def main() -> int:
    tilsyn = str(pathlib.Path(sys.argv[1]).resolve())
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    bad, seen = [], 0
    for language in ("da", "nb"):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder)
            formats = {"text": "report.txt", "html": "report.html", "markdown": "comment.md"}
            flags = [f"-f={name}={out / file}" for name, file in formats.items()]
            run = subprocess.run(
                [tilsyn, "audit", "examples/kommune", "--as-of", "2026-11-20", "--lang", language, "-v",
                 "--framework", "iso27001-2022", *flags], cwd=root, env=environment, capture_output=True, text=True)
            if run.returncode != 1:
                print(run.stderr)
                return 1
            texts = {name: (out / file).read_text() for name, file in formats.items()}
            texts["html"] = visible(texts["html"])
            texts["what is said beside"] = run.stdout + run.stderr
            listed = subprocess.run([tilsyn, "sources", "examples/kommune", "--lang", language], cwd=root, env=environment,
                                    capture_output=True, text=True)
            texts["sources"] = listed.stdout + listed.stderr
            packs = [folder.name for folder in (root / "policies").iterdir() if folder.name != "model"]
            shown = subprocess.run([tilsyn, "policy", "show", *packs, "--lang", language], cwd=root, env=environment,
                                   capture_output=True, text=True)
            texts["policies"] = re.sub(r"(?m)^(eksempel|bedømmer) .*$", "", shown.stdout) + shown.stderr
            short = re.search(r"\b[0-9a-f]{12}\b", texts["text"]).group()
            why = subprocess.run([tilsyn, "why", short, "examples/kommune", "--as-of", "2026-11-20", "--lang", language],
                                 cwd=root, env=environment, capture_output=True, text=True)
            texts["why"] = why.stdout + why.stderr
            for name, text in texts.items():
                seen += len(text)
                bad += found(text, f"{language} {name}")
    # A search that sees nothing would find nothing.
    assert found("the file was not read", "x") and seen > 100_000, seen
    for line in bad[:60]:
        print(line)
    print(f"spoken: {len(bad)} lines with English words")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
