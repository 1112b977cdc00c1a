"""A small municipality in a temporary folder, for the tests of these scripts."""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
GENERATOR = ROOT / "examples/generate/kommune.py"
COMMITTED = ROOT / "examples/kommune"
SMALL = ["--employees", "60", "--api-users", "12", "--systems", "12"]


def generate(folder: pathlib.Path, *arguments: str) -> pathlib.Path:
    subprocess.run([sys.executable, "-B", str(GENERATOR), *arguments, str(folder)], check=True,
                   stdout=subprocess.DEVNULL)
    return folder
