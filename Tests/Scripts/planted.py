#!/usr/bin/env python3
"""Audits the Norwegian examples, compares what is found with what was planted, and leaves parts of each out.

usage: planted.py TILSYN [--sample N]

Each folder is written anew and must be the committed one, byte for byte. Then every file, and 60 of the records, is left
out by itself: no verdict may get better for it. With `--sample` these are N files and a third of N records of each, in each turn
others (turn.py). Ends in 1 where anything differs.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

from check_findings import differences
from results import Result

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Folder, generator, documents that stay, and another seed of which the findings are compared as well. Documents stay that say who
# is who, since without one the same people have other names in the findings, what should not be there at all, and keys, of which an
# earlier list takes the place of a later one; of a folder all stay.
EXAMPLES = [
    ("altinn-policies", "altinn_policies.py", [], None), ("bedrift-no", "bedrift_no.py", ["fjordvik/parter.json"], None),
    ("larenett-no", "larenett_no.py", [
        "kommunen/person.ndjson", "kommunen/person_endringer.ndjson", "hogskolen/museet-ansatte.json",
        "hogskolen/infokontrakter.json"], "2"),
    ("universitet", "universitet.py", [
        "lonn/sykehuset-ansatte.json", "lonn/infokontrakter.json", "megler/definisjoner.json", "megler/definisjoner-test.json",
        "gateway/brukere.json", "gateway/api-lonn.json", "gateway/api-adgang.json", "gateway/api-maskinporten.json",
        "gateway/nokler-bibliotek.json", "maskinporten/klienter.json", "maskinporten/nokler-2025-11-15",
        "maskinporten/nokler-2026-11-18", "personal/tilknyttede.csv"], "2")]


def generate(generator: str, folder: pathlib.Path, *more: str) -> None:
    subprocess.run([sys.executable, "-B", str(ROOT / "examples/generate" / generator), str(folder), *more], check=True)


def judge(tilsyn: str, folder: pathlib.Path, result: pathlib.Path) -> list:
    """What is found in a folder and not planted there, or the other way round."""
    run = subprocess.run([tilsyn, "audit", str(folder), "--as-of", "2026-11-20", "-q", "-f", f"json={result}"],
                         capture_output=True, text=True)
    planted = json.loads((folder / "planted.json").read_text(encoding="utf-8"))
    wrong = [] if run.returncode == planted["exit"] else [
        f"exit: planted {planted['exit']}, found {run.returncode}: {run.stderr}"]
    return wrong + differences(Result(str(result)), planted)


def check(tilsyn: str, name: str, generator: str, naming: list, seed: str | None, sample: int | None) -> list:
    example, lines = ROOT / "examples" / name, []
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        generate(generator, scratch / "new")
        written = {path.relative_to(scratch / "new") for path in (scratch / "new").rglob("*") if path.is_file()}
        by_hand = {pathlib.Path("README.md"), pathlib.Path("tilsyn.yaml")} - written
        committed = {path.relative_to(example) for path in example.rglob("*") if path.is_file()} - by_hand
        for path in sorted(written | committed):
            if path not in written or path not in committed or (
                    (example / path).read_bytes() != (scratch / "new" / path).read_bytes()):
                lines.append(f"not as the generator writes it: examples/{name}/{path}")
        lines += judge(tilsyn, example, scratch / "result.json")
        if seed is not None:
            generate(generator, scratch / "other", "--seed", seed)
            lines += [f"seed {seed}: {line}" for line in judge(tilsyn, scratch / "other", scratch / "other.json")]
    stay = [file for path in naming for file in ([path] if (example / path).is_file() else sorted(
        file.relative_to(example).as_posix() for file in (example / path).iterdir()))]
    kept = [part for path in stay for part in ["--keep", path]]
    counts = ["--records", "60"] if sample is None else ["--files", str(sample), "--records", str(sample // 3)]
    less = subprocess.run(
        [sys.executable, "-B", str(ROOT / "Tests/Scripts/remove_one.py"), "run", str(example), *counts, *kept,
         "--", tilsyn, "audit", "{folder}", "--as-of", "2026-11-20", "-q", "-f", "json={result}"],
        capture_output=True, text=True)
    last = less.stdout.strip().splitlines()[-1:] or [less.stderr.strip()]
    print(f"{name}, less of it: {last[0]}")
    return lines + (less.stdout.strip().splitlines() if less.returncode != 0 else [])


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--sample", type=int)
    wish = parser.parse_args(arguments)
    lines = [line for example in EXAMPLES for line in check(wish.tilsyn, *example, wish.sample)]
    for line in lines:
        print(line)
    print(f"{len(lines)} differences" if lines else "Norwegian examples: the findings are exactly the planted ones")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
