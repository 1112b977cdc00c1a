"""Hostile files: each is run with 1 GiB of address space and 20 s of the processor, and ends with the right code and word.

usage: python3 -B Tests/Scripts/hostile TILSYN [--growth] [NAME …]

Without --growth the inputs of TILSYN_SHARED/hostile are run, and those too large to hand on, which are made here. With it,
generated files are doubled until a limit stops them. NAME chooses those whose name contains it. Ends in 1 where one fails.
"""
import argparse
import importlib
import os
import pathlib
import sys

import growth
import handed

READERS = ["formats", "xacml", "folders", "policies"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--growth", action="store_true")
    wish = parser.parse_intermixed_args()
    tilsyn = str(pathlib.Path(wish.tilsyn).resolve())

    def chosen(what: str) -> bool:
        return not wish.names or any(name in what for name in wish.names)

    failed = passed = 0
    if wish.growth:
        for reader in READERS:
            for what, make in importlib.import_module(reader).DIMENSIONS:
                if not chosen(f"{reader}: {what}"):
                    continue
                why = growth.grow(tilsyn, f"{reader}: {what}", make, log=lambda line: print(line, flush=True),
                                  is_squared=growth.is_square(what))
                if why:
                    print(f"FAILED {why}", flush=True)
                failed, passed = failed + bool(why), passed + (not why)
    else:
        shared = pathlib.Path(os.environ.get("TILSYN_SHARED", "../shared")).resolve() / "hostile"
        for case in handed.CASES:
            if not chosen(case.name):
                continue
            why = case.judge(tilsyn, shared)
            if why is None:
                passed += 1
            elif why:
                failed += 1
                print(f"FAILED {case.name}: {why}", flush=True)
            else:
                print(f"skipped {case.name}: not at {shared}", flush=True)
    print(f"hostile: {passed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
