#!/usr/bin/env python3
"""Takes each file from each case, and sees that nothing that the case speaks of passes for want of it.

usage: cases_less.py TILSYN [FOLDER]…       FOLDER: a case, or a folder of cases (of Tests/Cases: duties, integrations)

A case is one of cases.py. Whole and without each of its files but `tilsyn.yaml`, it is audited by the policies of the packs that its
`verdicts` name, with the model. Then no member of a policy that they name, which failed or was unverified, passes. Without a file
that a case has among its `renames` people are called otherwise: then there are as many findings of each policy as before. Cases
whose last run is no audit, or that name no policy, are left out. Ends in 1 where something passes.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from cases import HERE, passes

POLICIES = pathlib.Path(__file__).resolve().parents[2] / "policies"


def packs(policies: set) -> list:
    """Arguments that judge by the model and the packs of some policies."""
    folders = ["model", *sorted({policy.split(".")[0] for policy in policies})]
    return [word for folder in folders for word in ["-p", str(POLICIES / folder)]]


def audit(tool: str, words: list, folder: pathlib.Path, result: pathlib.Path) -> dict | None:
    """The result, or none where nothing could be judged."""
    result.unlink(missing_ok=True)
    subprocess.run([tool, *words, "-q", "-f", f"json={result}"], cwd=folder, capture_output=True, timeout=60)
    return json.loads(result.read_text(encoding="utf-8")) if result.exists() else None


def of(document: dict, policies: set) -> dict:
    """What a result says of some policies."""
    return {"policies": [policy for policy in document["policies"] if policy["id"] in policies],
            "findings": [finding for finding in document["findings"] if finding["policy"] in policies]}


def fewer(full: dict, poorer: dict) -> list:
    """Policies with fewer findings than in the full result, whoever they are of."""
    counts = [collections.Counter(finding["policy"] for finding in document["findings"]) for document in (full, poorer)]
    return [f"{policy}: {count} findings, and {counts[1][policy]}" for policy, count in counts[0].items() if counts[1][policy] < count]


def check(tool: str, folder: pathlib.Path) -> tuple[int, list]:
    """How many files were taken, and what passed without one."""
    case = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    words = case["run"] if isinstance(case["run"][0], str) else case["run"][-1]
    policies = {wish["policy"] for wish in case.get("verdicts", []) if "*" not in wish["policy"]}
    if words[0] != "audit" or not policies or "fill" in case:
        return 0, []
    name, lines = f"{folder.parent.name}/{folder.name}", []
    with tempfile.TemporaryDirectory() as place:
        work, result, lost = pathlib.Path(place) / "case", pathlib.Path(place) / "result.json", pathlib.Path(place) / "lost"
        shutil.copytree(folder, work, symlinks=True)
        (work / "case.json").unlink()
        words = [*words, *packs(policies)]
        full = audit(tool, words, work, result)
        if full is None:
            return 0, [f"{name}: no result was written"]
        files = sorted(path for path in work.rglob("*") if path.is_file() and path.name != "tilsyn.yaml")
        for path in files:
            path.rename(lost)
            poorer = audit(tool, words, work, result)
            lost.rename(path)
            if poorer is not None:
                within = str(path.relative_to(work))
                compare = fewer if within in case.get("renames", []) else passes
                lines += [f"{name} without {within}: {line}" for line in compare(of(full, policies), poorer)]
    return len(files), lines


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("folders", nargs="*", type=pathlib.Path)
    wish = parser.parse_args(arguments)
    tool = str(pathlib.Path(wish.tilsyn).resolve())
    tops = wish.folders or [HERE / area for area in ("duties", "integrations")]
    folders = sorted({path.parent for top in tops for path in top.resolve().rglob("case.json")})
    taken, wrong = 0, []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for count, lines in pool.map(lambda folder: check(tool, folder), folders):
            taken += count
            wrong += lines
    for line in wrong:
        print(line)
    print(f"{taken} files taken from {len(folders)} cases, one at a time: {len(wrong)} members pass for want of it")
    return 1 if wrong or not taken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
