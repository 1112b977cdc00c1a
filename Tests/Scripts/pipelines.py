"""The steps of pipelines in `ci/`, run on a git repository.

A repository with exports has a branch for each change: one adds a violation, one fixes some and adds none, one takes an export away, one
brings its own excuse (a waiver, a configuration, a step that always passes). Each is judged as a pull request by the step that the
branch has. The files of the services name that step and nothing else that could pass instead.

usage: pipelines.py TILSYN
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
STEP = "ci/pull-request.sh"


def git(folder, *words):
    subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@t.example", *words], cwd=folder, check=True, capture_output=True)


def fail(message):
    sys.exit(f"pipelines: {message}")


def repository(folder):
    """Exports in which some who write are not known."""
    exports = folder / "exports"
    (folder / "ci" / "rules").mkdir(parents=True)
    exports.mkdir()
    shutil.copy(ROOT / STEP, folder / STEP)
    (folder / "ci" / "tilsyn.yaml").write_text(
        "mapping:\n  relations:\n"
        '    shop.right: { doc: "who may do what", obtain: "ask the shop", columns: { user: shop.user, level: text } }\n'
        '    shop.person: { doc: "who is known", obtain: "ask the shop", columns: { user: shop.user } }\n'
        "  files:\n"
        "    - { path: rights.csv, format: csv, facts: [{ relation: shop.right }] }\n"
        "    - { path: people.csv, format: csv, facts: [{ relation: shop.person }] }\n"
        "policies: [rules]\n")
    (folder / "ci" / "rules" / "shop.policy").write_text(
        'policy shop.writer-is-known {\n  title en "who may write is known"\n  severity high\n'
        '  for user in shop.right(user, level: "write")\n  fail "{user} may write and nobody knows them" if\n'
        "    not shop.person(user)\n}\n")
    write(folder, range(300), range(0))
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "exports")


def write(folder, strangers, more):
    rows = [f"stranger{number},write" for number in [*strangers, *more]] + [f"known{number},write" for number in range(40)]
    (folder / "exports" / "rights.csv").write_text("user,level\n" + "\n".join(rows) + "\n")
    (folder / "exports" / "people.csv").write_text("user\n" + "\n".join(f"known{number}" for number in range(40)) + "\n")


def judged(tilsyn, folder, change, expect, new=None, fixed=None):
    git(folder, "checkout", "-q", "-b", change.__name__, "main")
    change(folder)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", change.__name__)
    step = subprocess.run(["git", "show", f"main:{STEP}"], cwd=folder, capture_output=True, check=True).stdout
    script = folder.parent / "step.sh"
    script.write_bytes(step)
    done = subprocess.run(["sh", str(script), "main", "exports", str(folder.parent / "report")], cwd=folder, capture_output=True,
                          text=True, env={**os.environ, "TILSYN": tilsyn})
    if done.returncode not in expect:
        fail(f"{change.__name__}: ends in {done.returncode}, not {expect}\n{done.stdout}{done.stderr}")
    result = json.loads((folder.parent / "report" / "result.json").read_text())
    counts = result["counts"]["changes"]
    if new is not None and (counts["new"], counts["fixed"]) != (new, fixed):
        fail(f"{change.__name__}: {counts}")
    comment = (folder.parent / "report" / "comment.md").read_text()
    git(folder, "worktree", "prune")
    left = subprocess.run(["git", "worktree", "list"], cwd=folder, capture_output=True, text=True, check=True).stdout
    if len(left.splitlines()) != 1:
        fail(f"{change.__name__}: a worktree is left\n{left}")
    git(folder, "checkout", "-q", "main")
    return comment


def adds_one(folder):
    write(folder, range(300), [900])


def fixes_ten(folder):
    write(folder, range(10, 300), range(0))


def takes_the_list_of_people_away(folder):
    os.remove(folder / "exports" / "people.csv")


def takes_the_rights_away(folder):
    os.remove(folder / "exports" / "rights.csv")


def excuses_itself(folder):
    write(folder, range(300), [900])
    text = (folder / "ci" / "rules" / "shop.policy").read_text()
    (folder / "ci" / "rules" / "shop.policy").write_text(text.replace("not shop.person(user)", 'not shop.person(user), user = "x"'))
    (folder / STEP).write_text("#!/bin/sh\nexit 0\n")
    (folder / "waivers.yaml").write_text(
        "waivers:\n  - id: W-1\n    policy: shop.writer-is-known\n    match:\n      subject: stranger900\n"
        "    reason: nobody has to know about this one, says its author\n    owner: anne@a.example\n    approver: bo@a.example\n"
        "    approved_on: 2026-01-01\n    expires: 2026-12-31\n")
    (folder / "exports" / "tilsyn.yaml").write_text("ignore: [rights.csv]\n")


def main():
    tilsyn = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place) / "repository"
        folder.mkdir()
        repository(folder)
        comment = judged(tilsyn, folder, adds_one, [1], new=1, fixed=0)
        if comment.count("stranger") != 1 or "stranger900" not in comment:
            fail(f"the comment names others than the new one\n{comment}")
        comment = judged(tilsyn, folder, fixes_ten, [0], new=0, fixed=10)
        if "NOTHING NEW" not in comment or "10 fixed" not in comment:
            fail(f"the comment does not say what was fixed\n{comment}")
        judged(tilsyn, folder, takes_the_list_of_people_away, [1, 2])
        judged(tilsyn, folder, takes_the_rights_away, [1, 2])
        judged(tilsyn, folder, excuses_itself, [1, 2])
    for name in ("github.yml", "gitlab.yml", "azure.yml"):
        text = (ROOT / "ci" / name).read_text()
        if text.count(STEP) != 1 or "git show" not in text or "|| true" in text:
            fail(f"{name} does not run the step of the branch")
    print("pipelines: five pull requests judged on a repository of 300 old findings")


if __name__ == "__main__":
    main()
