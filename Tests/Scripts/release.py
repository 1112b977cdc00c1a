#!/usr/bin/env python3
"""Looks at a release that was made: `make release` ends with it.

usage: release.py DIST [TILSYN]

The program needs no library and names no folder of the machine that built it; starts in no time; audits an example in a folder with nothing
else in it, as nobody and where nothing can be written, as a build of the sources (TILSYN, default .build/release/tilsyn, left out where it
is not there) does; and lets no policy that lies beside it take the place of its own. The digests are right, the bill of materials names
every library, the Dockerfile makes an image that runs, the package installs, leaves nothing behind, and lintian finds no error. What needs a
tool or the rights of root that are not there is said and left out, and counted on the last line. Ends in 1 where it is otherwise.
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "kommune"
AS_OF = ["--as-of", "2026-11-20"]
# Milliseconds from the start of the program to its end; the least of many, since the machine may be busy.
START = 8


class Release:
    def __init__(self, folder: pathlib.Path):
        self.folder, self.wrong, self.seen, self.left_out = folder, [], 0, 0
        self.program = next(iter(sorted(folder.glob("tilsyn-*-linux-*"))), None)
        if self.program is None:
            raise SystemExit(f"release.py: there is no program in {folder}: `make release` makes one")

    def expect(self, what: str, isRight: bool, found: object = "") -> None:
        self.seen += 1
        if not isRight:
            self.wrong.append(f"{what}: {str(found)[:400]}")

    def without(self, tool: str, package: str = "") -> bool:
        """Whether a tool is missing; it is installed where that can be done."""
        if shutil.which(tool):
            return False
        if os.geteuid() == 0 and shutil.which("apt-get"):
            subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", package or tool], capture_output=True)
        if shutil.which(tool):
            return False
        self.leave_out(f"what {tool} would look at: it is not here")
        return True

    def leave_out(self, what: str) -> None:
        self.left_out += 1
        print(f"release.py: left out {what}", file=sys.stderr)


def run(*words, **more) -> subprocess.CompletedProcess:
    return subprocess.run([str(word) for word in words], capture_output=True, **more)


def check_program(release: Release) -> None:
    header = run("readelf", "--wide", "--program-headers", "--dynamic", release.program).stdout.decode()
    release.expect("no loader", "INTERP" not in header)
    release.expect("no library", "NEEDED" not in header)
    release.expect("stripped", "no symbols" in run("nm", release.program).stderr.decode())
    data = release.program.read_bytes()
    for name in {str(ROOT), str(pathlib.Path.home()) + "/"} - {"/", "//"}:
        release.expect("no folder of this machine", name.encode() not in data, name)
    for words in [["--version"], ["help"], ["audit", "--help"]]:
        times = []
        for _ in range(30):
            begin = time.monotonic()
            run(release.program, *words)
            times.append((time.monotonic() - begin) * 1000)
        release.expect(f"{words} in {START} ms", min(times) <= START, f"{min(times):.1f} ms")


def check_digests(release: Release) -> None:
    lines = (release.folder / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    told = {name.lstrip("*"): digest for digest, name in (line.split(None, 1) for line in lines)}
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in release.folder.glob("tilsyn*")}
    release.expect("digests", told == files, set(told.items()) ^ set(files.items()))


def check_materials(release: Release) -> None:
    document = json.loads(next(release.folder.glob("*.cdx.json")).read_text(encoding="utf-8"))
    names = {one["name"] for one in document["components"]}
    release.expect("materials", {"libxml2", "libzip", "re2", "glibc", "yams", "swift-crypto", "swift-runtime"} <= names, names)
    release.expect("materials are of this program",
                   document["metadata"]["component"]["hashes"][0]["content"] == hashlib.sha256(release.program.read_bytes()).hexdigest())
    release.expect("every part has version, licence and name", all(one["version"] and one["licenses"] and one["purl"] for one in document["components"]))


def check_empty_folder(release: Release, other: pathlib.Path) -> None:
    if os.geteuid() != 0:
        return release.leave_out("the empty folder: that takes root")
    with tempfile.TemporaryDirectory() as place:
        top = pathlib.Path(place)
        shutil.copy(release.program, top / "tilsyn")
        shutil.copytree(EXAMPLE, top / "exports")
        # A policy beside the program that would let everything pass.
        (top / "policies" / "model").mkdir(parents=True)
        (top / "policies" / "model" / "all.policy").write_text("relation own.nothing(text: text)\n", encoding="utf-8")
        for path in [top, *top.rglob("*")]:
            path.chmod(0o555 if path.is_dir() or path.name == "tilsyn" else 0o444)
        nobody = ["chroot", "--userspec=65532:65532", place, "/tilsyn"]
        surroundings = {"env": {"LC_ALL": "C.UTF-8", "PATH": os.environ.get("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")}}
        alone = run(*nobody, "audit", "/exports", *AS_OF, "-f", "json", **surroundings)
        release.expect("judges in an empty folder", alone.returncode == 1 and alone.stdout, (alone.returncode, alone.stderr[:300]))
        text = run(*nobody, "audit", "/exports", *AS_OF, **surroundings)
        release.expect("reports in an empty folder", text.returncode == 1 and b"FAILED" in text.stdout, text.stderr[:300])
        for words in [["--version"], ["audit", "--help"], ["policy", "list"], ["frameworks"], ["sources", "/exports"], ["diff", "/exports", "/exports"]]:
            done = run(*nobody, *words, **surroundings)
            release.expect(" ".join(words), done.returncode == 0 and done.stdout, (done.returncode, done.stderr[:300]))
        if not other.exists():
            release.leave_out(f"the same bytes as a build of the sources: there is no {other}")
        else:
            usual = run(other, "audit", "exports", *AS_OF, "-f", "json", cwd=place, env={**os.environ, "LC_ALL": "C.UTF-8"})
            release.expect("the same bytes as a build of the sources", neutral(alone.stdout) == neutral(usual.stdout),
                           first_difference(neutral(alone.stdout), neutral(usual.stdout)))
        for path in [top, *top.rglob("*")]:
            path.chmod(0o755)


def neutral(result: bytes) -> bytes:
    """A result without the commit, and with one name of the folder."""
    result = re.sub(rb'"commit":"[^"]*"', b'"commit":""', result)
    return result.replace(b'"/exports', b'"exports')


def first_difference(one: bytes, other: bytes) -> bytes:
    place = next((at for at, pair in enumerate(zip(one, other)) if pair[0] != pair[1]), min(len(one), len(other)))
    return one[max(0, place - 60):place + 60] + b" | " + other[max(0, place - 60):place + 60]


def check_image(release: Release) -> None:
    """The Dockerfile, built and run by buildah where it is there."""
    if os.geteuid() != 0 or release.without("buildah"):
        return
    with tempfile.TemporaryDirectory() as place:
        top = pathlib.Path(place)
        (top / "context").mkdir()
        shutil.copy(release.program, top / "context/program")
        shutil.copy(ROOT / "Dockerfile", top / "context")
        buildah = ["buildah", "--storage-driver=vfs", f"--root={place}/store", f"--runroot={place}/run"]
        built = run(*buildah, "build", "--isolation=chroot", "--build-arg", "PROGRAM=program", "--tag", "tilsyn", top / "context")
        release.expect("an image", built.returncode == 0, built.stderr[-300:])
        if built.returncode != 0:
            return
        settings = json.loads(run(*buildah, "inspect", "--type", "image", "tilsyn").stdout)["OCIv1"]["config"]
        release.expect("runs as nobody", settings["User"] == "65532:65532" and settings["Entrypoint"] == ["/tilsyn"], settings)
        container = run(*buildah, "from", "tilsyn").stdout.decode().strip()
        files = pathlib.Path(run(*buildah, "mount", container).stdout.decode().strip())
        release.expect("nothing else in it", [path.name for path in files.iterdir()] == ["tilsyn"], list(files.iterdir()))
        said = run(*buildah, "run", "--isolation=chroot", f"--volume={EXAMPLE}:/exports:ro", container, "/tilsyn", "audit", "/exports", *AS_OF)
        release.expect("judges as an image", b"FAILED" in said.stdout, said.stderr[-300:])
        run(*buildah, "rm", "--all")


def check_package(release: Release) -> None:
    package = next(iter(release.folder.glob("*.deb")), None)
    release.expect("a package", package is not None)
    if package is None or release.without("dpkg-deb", "dpkg"):
        return
    listed = run("dpkg-deb", "--contents", package).stdout.decode().splitlines()
    names = {line.split()[5].lstrip(".") for line in listed}
    release.expect("what is in the package", {"/usr/bin/tilsyn", "/usr/share/man/man1/tilsyn.1.gz", "/usr/share/zsh/vendor-completions/_tilsyn"} <= names)
    release.expect("all of it is root's", all(" root/root " in line for line in listed))
    if not release.without("lintian"):
        said = run("lintian", "--no-tag-display-limit", "--allow-root", "--fail-on", "error", package)
        release.expect("lintian", said.returncode == 0, said.stdout.decode() + said.stderr.decode())
    if os.geteuid() != 0:
        return
    with tempfile.TemporaryDirectory() as place:
        # A system with nothing in it: installed, asked, and removed.
        database = pathlib.Path(place) / "var/lib/dpkg"
        (database / "updates").mkdir(parents=True)
        (database / "info").mkdir()
        (database / "status").touch()
        before = tree(place)
        words = ["dpkg", f"--root={place}", "--force-not-root", "--force-script-chrootless", "--force-depends"]
        done = run(*words, "--install", package)
        release.expect("installs", done.returncode == 0, done.stderr)
        program = pathlib.Path(place) / "usr/bin/tilsyn"
        release.expect("runs where it is installed", run(program, "--version").returncode == 0)
        done = run(*words, "--purge", "tilsyn")
        release.expect("is removed", done.returncode == 0, done.stderr)
        release.expect("leaves nothing behind", not tree(place) - before, sorted(tree(place) - before)[:5])


def tree(place: str) -> set:
    """Files and folders of a system, but for what its own package manager keeps."""
    own = pathlib.Path(place) / "var"
    return {path for path in pathlib.Path(place).rglob("*") if own not in path.parents and path != own}


def main(arguments: list) -> int:
    if len(arguments) not in {1, 2}:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 64
    release = Release(pathlib.Path(arguments[0]).resolve())
    other = pathlib.Path(arguments[1] if len(arguments) == 2 else ROOT / ".build/release/tilsyn").resolve()
    check_program(release)
    check_digests(release)
    check_materials(release)
    check_empty_folder(release, other)
    check_image(release)
    check_package(release)
    for line in release.wrong:
        print(line)
    print(f"release.py: {release.seen} things looked at, {len(release.wrong)} otherwise than they should be, {release.left_out} left out")
    return 1 if release.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
