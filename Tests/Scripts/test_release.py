"""What makes a release: the parts that need no release."""
import functools
import importlib.util
import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


@functools.cache
def script(name: str):
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / "release" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class EmbedTest(unittest.TestCase):
    def test_every_policy_and_framework_is_in_the_table(self):
        embed = script("embed")
        paths = embed.shipped(ROOT)
        self.assertEqual(paths, sorted(paths, key=str.encode))
        self.assertEqual(sum(path.startswith("policies/") for path in paths), len(list((ROOT / "policies").rglob("*.policy"))))
        self.assertEqual(sum(path.startswith("frameworks/") for path in paths), len(list((ROOT / "frameworks").rglob("*.yaml"))))

    def test_the_bytes_come_back(self):
        compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
        if compiler is None:
            self.skipTest("no compiler of C here")
        with tempfile.TemporaryDirectory() as place:
            tree = pathlib.Path(place)
            files = {"policies/a/empty.policy": b"", "policies/b.policy": "\u00e5 \"quote\" \\ \x00 end".encode(), "frameworks/x.yaml": bytes(range(256))}
            for path, data in files.items():
                (tree / path).parent.mkdir(parents=True, exist_ok=True)
                (tree / path).write_bytes(data)
            (tree / "policies/.hidden.policy").write_bytes(b"no")
            (tree / "files.h").write_text(script("embed").header(tree))
            (tree / "main.c").write_text("""
#include <stdio.h>
#include <stddef.h>
typedef struct { const char *path; const unsigned char *bytes; size_t size; } tilsyn_shipped_file;
#include "files.h"
int main(void) {
  for (int i = 0; i < TILSYN_SHIPPED_COUNT; i++) {
    printf("%s ", files[i].path);
    for (size_t at = 0; at < files[i].size; at++) printf("%02x", files[i].bytes[at]);
    printf("\\n");
  }
}
""")
            subprocess.run([compiler, tree / "main.c", "-o", tree / "main"], check=True)
            said = subprocess.run([tree / "main"], capture_output=True, text=True).stdout.splitlines()
        self.assertEqual(said, [f"{path} {data.hex()}" for path, data in sorted(files.items())])

    def test_a_tree_without_policies_is_refused(self):
        with tempfile.TemporaryDirectory() as place:
            self.assertEqual(script("embed").main([place, f"{place}/files.h"]), 2)


class MaterialsTest(unittest.TestCase):
    tree = {"dependencies": [{"identity": "swift-crypto", "version": "4.5.2", "dependencies": [
        {"identity": "swift-asn1", "version": "1.7.4", "dependencies": []}]}]}

    def components(self, tree=None):
        return script("sbom").components(tree or self.tree, lambda package: (package, "1:2.0+x"))

    def test_packages_and_libraries_are_named_once(self):
        names = [one["name"] for one in self.components()]
        self.assertEqual(names, sorted(names))
        self.assertEqual(len(names), len(set(names)))
        self.assertLessEqual({"swift-crypto", "swift-asn1", "swift-runtime", "libxml2"}, set(names))

    def test_the_same_parts_give_the_same_bytes(self):
        sbom = script("sbom")
        with tempfile.NamedTemporaryFile() as program:
            documents = [json.dumps(sbom.document(pathlib.Path(program.name), "1.0.0", self.components(), 1_700_000_000)) for _ in range(2)]
            other = json.dumps(sbom.document(pathlib.Path(program.name), "1.0.1", self.components(), 1_700_000_000))
        self.assertEqual(*documents)
        self.assertNotEqual(json.loads(documents[0])["serialNumber"], json.loads(other)["serialNumber"])

    def test_a_package_without_a_licence_is_refused(self):
        with self.assertRaises(script("sbom").Unknown):
            self.components({"dependencies": [{"identity": "stranger", "version": "1.0.0", "dependencies": []}]})

    def test_every_dependency_of_the_package_has_a_licence(self):
        text = (ROOT / "Package.swift").read_text(encoding="utf-8")
        named = {line.split("/")[-1].split('"')[0].lower() for line in text.splitlines() if ".package(url:" in line}
        self.assertLessEqual(named, set(script("sbom").SWIFT))


class PackageTest(unittest.TestCase):
    def test_any_program_makes_the_same_package_twice(self):
        if shutil.which("dpkg-deb") is None:
            self.skipTest("no dpkg-deb here")
        with tempfile.TemporaryDirectory() as place:
            program = pathlib.Path(place) / "program"
            program.write_text('#!/bin/sh\ncase $1 in manual) mkdir -p "$2" && echo .TH TILSYN 1 > "$2/tilsyn.1" ;; *) echo "# $2" ;; esac\n')
            program.chmod(0o755)
            packages = []
            for name in ["one.deb", "two.deb"]:
                subprocess.run(["bash", ROOT / "scripts/release/deb.sh", program, "0.1.0", f"{place}/{name}"], check=True,
                               env={"SOURCE_DATE_EPOCH": "1700000000", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"})
                packages.append((pathlib.Path(place) / name).read_bytes())
            self.assertEqual(*packages)
            listed = subprocess.run(["dpkg-deb", "--contents", f"{place}/one.deb"], capture_output=True, text=True).stdout
        for name in ["./usr/bin/tilsyn", "./usr/share/man/man1/tilsyn.1.gz", "./usr/share/doc/tilsyn/copyright", "./usr/share/doc/tilsyn/changelog.gz"]:
            self.assertIn(name, listed)


if __name__ == "__main__":
    unittest.main()
