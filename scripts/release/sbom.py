#!/usr/bin/env python3
"""Writes what a released program was made of, as CycloneDX 1.6 in JSON.

usage: sbom.py PROGRAM VERSION DEPENDENCIES > tilsyn-VERSION.cdx.json

PROGRAM is the released file, whose digest is told; DEPENDENCIES what `swift package show-dependencies --format json` says, - for standard
input. Versions of libraries are those of the installed packages of Debian. `licenses` are those that count for the part of a library that the
program has, `evidence` is all that the package declares, examples and build files included. The same things give the same bytes: the time is
SOURCE_DATE_EPOCH, and the serial number is made of the rest. Ends in 2 where a library is not installed or a package has no licence here.
"""
import datetime
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import uuid

# By package of Swift: owner and name on GitHub, licence.
SWIFT = {
    "swift-argument-parser": ("apple/swift-argument-parser", "Apache-2.0 WITH Swift-exception"),
    "swift-crypto": ("apple/swift-crypto", "Apache-2.0"),
    "swift-asn1": ("apple/swift-asn1", "Apache-2.0"),
    "yams": ("jpsim/Yams", "MIT"),
    "swift-mustache": ("hummingbird-project/swift-mustache", "Apache-2.0"),
}
# By package of Debian that a library comes in: its licence.
DEBIAN = {
    "libxml2": "MIT", "libzip-dev": "BSD-3-Clause", "libidn2-0": "LGPL-3.0-or-later OR GPL-2.0-or-later", "libre2-dev": "BSD-3-Clause",
    "libxlsxwriter-dev": "BSD-2-Clause", "libutf8proc-dev": "MIT", "libsimdjson-dev": "Apache-2.0", "libcmark-gfm-dev": "BSD-2-Clause",
    "zlib1g": "Zlib", "libicu72": "Unicode-DFS-2016", "liblzma5": "public domain", "libbz2-1.0": "bzip2-1.0.6",
    "libunistring2": "LGPL-3.0-or-later OR GPL-2.0-or-later", "libstdc++6": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libc6": "LGPL-2.1-or-later",
}
RUNTIME = "Apache-2.0 WITH Swift-exception"
# What a part brings along in its own sources, by the part's package: name and licence. It has no version but that of the part.
BUNDLED = {
    "libxlsxwriter-dev": {"minizip": "Zlib", "tmpfileplus": "MPL-2.0", "md5": "public domain"},
    "swift-crypto": {"boringssl": "Apache-2.0"},
    "yams": {"libyaml": "MIT"},
    "swift": {"swift-foundation": "Apache-2.0 WITH Swift-exception", "swift-foundation-icu": "Unicode-3.0",
              "swift-corelibs-libdispatch": "Apache-2.0 WITH Swift-exception"},
}
# Licences that have no identifier of SPDX.
NAMED = {"public domain"}


class Unknown(Exception):
    pass


def swift_packages(tree: dict) -> dict:
    """Versions of all packages below a tree of dependencies, by identity."""
    found = {}
    for one in tree["dependencies"]:
        found[one["identity"]] = one["version"]
        found |= swift_packages(one)
    return found


def licences(licence: str) -> list:
    if licence in NAMED:
        return [{"license": {"name": licence}}]
    return [{"expression": licence}] if " " in licence else [{"license": {"id": licence}}]


def component(package: str, name: str, version: str, purl: str, licence: str, declared: list = ()) -> dict:
    """A part. `declared` are the licences that its package declares for any of its files, by the names that it has for them."""
    part = {"type": "library", "bom-ref": purl, "name": name, "version": version, "licenses": licences(licence), "purl": purl}
    if declared:
        part["evidence"] = {"licenses": [{"license": {"name": one}} for one in declared]}
    if package in BUNDLED:
        part["components"] = [{"type": "library", "bom-ref": f"{purl}#{inner}", "name": inner, "licenses": licences(licence)}
                              for inner, licence in sorted(BUNDLED[package].items())]
    return part


def components(dependencies: dict, installed, declared=lambda package: []) -> list:
    """What the program is made of, in the order of names.

    `installed` gives source and version of a package of Debian, `declared` the licences that its copyright file names.
    """
    found = []
    for identity, version in swift_packages(dependencies).items():
        if identity not in SWIFT:
            raise Unknown(f"the licence of the package {identity} is not written down in sbom.py")
        place, licence = SWIFT[identity]
        found.append(component(identity, identity, version, f"pkg:swift/github.com/{place}@{version}", licence))
    for package, licence in DEBIAN.items():
        source, version = installed(package)
        purl = f"pkg:deb/debian/{source}@{version.replace(':', '%3A').replace('+', '%2B')}"
        found.append(component(package, source, version, purl, licence, declared(package)))
    version = installed("swift")[1]
    found.append(component("swift", "swift-runtime", version, f"pkg:swift/github.com/swiftlang/swift@{version}", RUNTIME))
    return sorted(found, key=lambda one: one["name"])


def document(program: pathlib.Path, version: str, parts: list, moment: int) -> dict:
    time = datetime.datetime.fromtimestamp(moment, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    own = f"pkg:generic/tilsyn@{version}"
    whole = {
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"timestamp": time, "component": {
            "type": "application", "bom-ref": own, "name": "tilsyn", "version": version, "licenses": [{"license": {"id": "EUPL-1.2"}}], "purl": own,
            "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(program.read_bytes()).hexdigest()}]}},
        "components": parts, "dependencies": [{"ref": own, "dependsOn": [one["bom-ref"] for one in parts]}],
    }
    digest = hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).digest()
    return {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": f"urn:uuid:{uuid.UUID(bytes=digest[:16], version=4)}", **whole}


def installed(package: str) -> tuple:
    if package == "swift":
        said = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
        return "swift", said.split("Swift version ")[1].split()[0]
    done = subprocess.run(["dpkg-query", "-W", "-f", "${source:Package} ${source:Version}", package], capture_output=True, text=True)
    if done.returncode != 0 or not done.stdout:
        raise Unknown(f"the package {package} is not installed, and the program has its library")
    return tuple(done.stdout.split(" ", 1))


def declared_in(text: str) -> list:
    """The licences that a copyright file of Debian names, each once; none where it is not laid out to be read by a program."""
    if not text.startswith("Format:"):
        return []
    return sorted({line.split(":", 1)[1].strip() for line in text.splitlines() if line.startswith("License:")} - {""})


def declared(package: str) -> list:
    try:
        return declared_in(pathlib.Path("/usr/share/doc", package, "copyright").read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return []


def main(arguments: list) -> int:
    if len(arguments) != 3:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 64
    program, version, dependencies = arguments
    text = sys.stdin.read() if dependencies == "-" else pathlib.Path(dependencies).read_text(encoding="utf-8")
    try:
        parts = components(json.loads(text), installed, declared)
    except Unknown as problem:
        print(f"sbom.py: {problem}", file=sys.stderr)
        return 2
    json.dump(document(pathlib.Path(program), version, parts, int(os.environ.get("SOURCE_DATE_EPOCH", "0"))), sys.stdout, indent=2)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
