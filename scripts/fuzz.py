"""Feeds documents and mutations of them to the programs of Fuzz/, under the address, undefined-behaviour and leak sanitizers.

usage: python3 -B scripts/fuzz.py PROGRAMS [NAME …]

First faults that are planted must be reported, or nothing would be. Then each program is given every document whole: the
repository's examples, cases and policies, and TILSYN_SHARED's (default ../shared) where it is there. Then RUNS (20,000)
mutations of those of up to 8 KiB, from a fixed SEED (1), for no more than SECONDS_EACH (120). Prints how much was run. Ends
in 1 at the first report of a sanitizer, crash or hang, with what did it kept in .build/fuzz-finds.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

LONGEST = 8 << 10
SHARED = pathlib.Path(os.environ.get("TILSYN_SHARED", "../shared"))
FINDS = pathlib.Path(".build/fuzz-finds")
CORPORA = pathlib.Path(".build/fuzz-corpus")
ENVIRONMENT = {
    **os.environ,
    "ASAN_OPTIONS": "detect_leaks=1:allocator_may_return_null=1:detect_stack_use_after_return=1",
    "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1",
}
REPORT = re.compile(r"runtime error:|ERROR: (?:Address|Leak|UndefinedBehavior)Sanitizer|ERROR: libFuzzer")


def files(*folders: pathlib.Path) -> list[pathlib.Path]:
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def exports() -> list[pathlib.Path]:
    return files(pathlib.Path("examples"), pathlib.Path("Tests/Cases"), SHARED / "hostile", SHARED / "cases")


def reading():
    """Every file, whatever it is, for every reader."""
    for path in exports() + files(SHARED / "data"):
        if path.stat().st_size <= 4 << 20:
            yield path.name, path.read_bytes()


def loading():
    for path in exports():
        if path.stat().st_size <= 1 << 20:
            yield path.name, path.name.encode(errors="replace").replace(b"\n", b"") + b"\n" + path.read_bytes()


def words():
    for path in files(pathlib.Path("policies"), pathlib.Path("Tests/Cases"), SHARED / "hostile"):
        if path.suffix == ".policy":
            yield path.name, path.read_bytes()
    for number, text in enumerate([
            "Åse.Ødegård@Kommune.Example", "ＡＢＣ@ex\u00adample.no", "a\u030a@xn--bcher-kva.example.", "DK 12 34 56 78",
            "{6F9619FF-8B86-D011-B42D-00CF4FC964FF}", "faß.example", "^(?i)[\\p{L}\\-]{1,40}$\nÅse Ødegård",
            "(a|aa)+$\n" + "a" * 40, "*-leder-*\nenhets-leder-1", "(?:x{1000}){100}\nx", "[[:alpha:]&&[^a]]\nb",
            "\u0344\u1fb3\u1e9e\ufb03", "\u200e123 456 785\u2028"]):
        yield f"text {number}", text.encode()


def conformance(kinds):
    folders = [pathlib.Path("Fuzz/Corpus"), SHARED / "data" / "xacml-conformance"]
    for policy in files(*folders):
        if policy.name.endswith("Policy.xml"):
            stem = policy.name.removesuffix("Policy.xml")
            paths = [policy.with_name(f"{stem}{kind}.xml") for kind in kinds]
            yield stem, [path.read_bytes() for path in paths if path.exists()]


def parsing():
    for stem, documents in conformance(["Policy", "Request", "Response"]):
        for number, document in enumerate(documents):
            yield f"{stem} {number}", document
    for path in files(pathlib.Path("Fuzz/Corpus"), SHARED / "hostile", pathlib.Path("Tests/Cases/xacml")):
        if path.suffix in (".xml", ".json") and path.stat().st_size <= 1 << 20:
            yield path.name, path.read_bytes()


def deciding():
    for stem, documents in conformance(["Policy", "Request"]):
        if len(documents) == 2:
            yield stem, b"\0".join(documents)
    for path in files(SHARED / "hostile"):
        if path.suffix == ".xml" and b"<Policy" in path.read_bytes()[:4096]:
            yield path.name, path.read_bytes() + b"\0" + pathlib.Path("Fuzz/Corpus/roleRequest.xml").read_bytes()


def paths():
    """Every axis from every kind of node, over one document that has them all."""
    document = b'<d xmlns="" xmlns:q="urn:q"><!--c--><a k="1" xml:id="i">t</a><?p i?><b><q:e/>u<![CDATA[v]]></b></d>'
    starts = ["/", "/*", "/*/a", "/*/a/@k", "/*/a/text()", "/*/comment()", "/*/processing-instruction()",
              "/*/namespace::q"]
    axes = ["ancestor", "ancestor-or-self", "attribute", "child", "descendant", "descendant-or-self", "following",
            "following-sibling", "namespace", "parent", "preceding", "preceding-sibling", "self"]
    more = ["//a = //b", "//*[contains(., 't')][1]", "concat(string(/), 'x')", "id('i')/..", "(//a | //b)[last()]",
            "substring-after(translate(., 't', 'u'), 'u')", "sum(//@*) > count(//*[position() mod 2 = 1])"]
    for start in starts:
        for path in [f"{axis}::node()" for axis in axes] + more:
            yield path, path.encode() + b"\0" + start.encode() + b"\0" + document


# Each program, its documents, and the part of RUNS that it can do in the time of the others.
PROGRAMS = [("FuzzReading", reading, 1.0), ("FuzzLoading", loading, 0.1), ("FuzzWords", words, 1.0),
            ("FuzzParsing", parsing, 1.0), ("FuzzDeciding", deciding, 1.0), ("FuzzPaths", paths, 1.0)]
# What each planted fault is reported as.
PLANTED = {"r": "heap-buffer-overflow|insufficient space", "f": "heap-use-after-free", "w": "heap-use-after-free",
           "s": "shift exponent", "o": "signed integer overflow", "l": "detected memory leaks"}


def run(program: pathlib.Path, *words) -> tuple[int, str]:
    FINDS.mkdir(parents=True, exist_ok=True)
    done = subprocess.run([program, f"-artifact_prefix={FINDS}/", "-rss_limit_mb=4096", *map(str, words)],
                          env=ENVIRONMENT, capture_output=True, check=False)
    return done.returncode, (done.stdout + done.stderr).decode(errors="replace")


def fail(name: str, code: int, output: str) -> None:
    log = FINDS / f"{name}.log"
    log.write_text(output, encoding="utf-8")
    lines = output.splitlines()
    first = next((number for number, line in enumerate(lines) if REPORT.search(line)), max(0, len(lines) - 30))
    print("\n".join(lines[first:first + 30]), file=sys.stderr)
    sys.exit(f"{name} failed with code {code}; all of its words are in {log}, and what did it lies beside it")


def check_planted(programs: pathlib.Path) -> None:
    folder = CORPORA / "planted"
    folder.mkdir(parents=True)
    for letter, report in PLANTED.items():
        file = folder / letter
        file.write_text(letter, encoding="utf-8")
        code, output = run(programs / "FuzzPlanted", file)
        if code == 0 or not re.search(report, output):
            sys.exit(f"the planted fault {letter!r} was not reported: are the sanitizers on?\n{output[-2000:]}")
    shutil.rmtree(FINDS)
    print(f"planted faults: {len(PLANTED)} of {len(PLANTED)} reported", flush=True)


def feed(programs: pathlib.Path, name: str, documents, share: float) -> tuple[int, int]:
    folder, small = CORPORA / name, CORPORA / f"{name}-small"
    folder.mkdir(parents=True)
    small.mkdir()
    written = []
    for number, (_, document) in enumerate(documents()):
        written.append(folder / f"{number:05}")
        written[-1].write_bytes(document)
        if len(document) <= LONGEST:
            (small / f"{number:05}").write_bytes(document)
    started = time.monotonic()
    for begin in range(0, len(written), 500):
        code, output = run(programs / name, "-timeout=120", *written[begin:begin + 500])
        if code != 0 or REPORT.search(output):
            fail(name, code, output)
    # The program runs its documents once before it changes them.
    first = len(list(small.iterdir()))
    runs = first + max(1, int(int(os.environ.get("RUNS", "20000")) * share))
    code, output = run(
        programs / name, f"-runs={runs}", f"-seed={os.environ.get('SEED', '1')}", f"-max_len={LONGEST}", "-timeout=60",
        f"-max_total_time={os.environ.get('SECONDS_EACH', '120')}", "-print_final_stats=1", small)
    done = re.search(r"stat::number_of_executed_units: *(\d+)", output)
    if code != 0 or REPORT.search(output) or done is None:
        fail(name, code, output)
    mutations = max(0, int(done[1]) - first)
    print(f"{name}: {len(written)} documents, {mutations} mutations, {time.monotonic() - started:.0f} s", flush=True)
    return len(written), mutations


def main() -> None:
    programs = pathlib.Path(sys.argv[1]).resolve()
    for folder in (FINDS, CORPORA):
        shutil.rmtree(folder, ignore_errors=True)
    started = time.monotonic()
    check_planted(programs)
    counts = [feed(programs, name, documents, share) for name, documents, share in PROGRAMS
              if not sys.argv[2:] or name in sys.argv[2:]]
    print(f"fuzz: {sum(files for files, _ in counts)} documents, {sum(done for _, done in counts)} mutations, "
          f"{time.monotonic() - started:.0f} s, nothing reported")


if __name__ == "__main__":
    main()
