#!/usr/bin/env bash
# Makes a release of the commit that is checked out: a static program with its policies in it, a Debian package, the bill of
# materials, manual and completions, and digests of all of them.
#
# usage: release.sh OUT
#
# Built is what is committed, in a tree of its own below .build/release-tree; what is changed and not committed is no part of it. OUT gets
# all files or, where something fails, none of this release. Times are those of the commit, whatever is packed is in a fixed order.
set -euo pipefail
export LC_ALL=C TZ=UTC
umask 022
# The manual is written by the program, which these change.
for name in $(compgen -v TILSYN_ || true); do [ "$name" = TILSYN_MAINTAINER ] || unset "$name"; done

say() { printf 'release: %s\n' "$*" >&2; }
fail() {
  printf 'release: %s\nhelp: %s\n' "$1" "$2" >&2
  exit 1
}

[ $# -eq 1 ] || fail "one folder is wanted" "release.sh OUT"
out=$(realpath -m -- "$1")
cd "$(dirname "$0")/.."
root=$PWD
commit=$(git rev-parse HEAD 2>/dev/null) || fail "this is no checkout of git" "clone the repository: a release is of a commit"
[ -z "$(git status --porcelain)" ] || say "what is not committed is left out: built is $commit"
[ "$(uname -s)" = Linux ] || fail "a release is built on Linux" "use Debian 12, or a container of it"
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}

# Always the same folder: the compiler writes none of its names into the program, but orders some things by them.
work=$root/.build/release-tree
rm -rf "$work/source" "$work/out"
mkdir -p "$work/source" "$work/out"
git archive HEAD | tar -x -C "$work/source"
version=$(sed -n 's/.*static let current = "\(.*\)".*/\1/p' "$work/source/Sources/AuditCLI/Output/ToolVersion.swift")
[ -n "$version" ] || fail "the version is not where it was" "ToolVersion.swift has it as \`static let current\`"
printf '#define TILSYN_COMMIT "%s"\n' "$commit" > "$work/source/Sources/CBuild/commit.h"
python3 -B "$work/source/scripts/release/embed.py" "$work/source" "$work/source/Sources/CShipped/files.h"
[ -f Package.resolved ] && cp Package.resolved "$work/source/"

say "libraries"
"$work/source/scripts/release/libraries.sh" "$work/libraries" >"$work/libraries.log" 2>&1 ||
  { tail -20 "$work/libraries.log" >&2; fail "a library cannot be built" "see $work/libraries.log"; }

say "program, $version of $commit"
link=("-L$work/libraries/lib" -licuuc -licudata -llzma -lbz2 -lunistring -lz -lstdc++ -lm)
flags=()
for flag in "${link[@]}"; do flags+=(-Xlinker "$flag"); done
for flag in -file-compilation-dir . -file-prefix-map "$work=."; do flags+=(-Xswiftc "$flag"); done
flags+=(-Xcc "-ffile-prefix-map=$work=." -Xcxx "-ffile-prefix-map=$work=.")
(cd "$work/source" && swift build -c release --product tilsyn --scratch-path "$work/build" --static-swift-stdlib \
  -Xswiftc -static-executable "${flags[@]}") >"$work/build.log" 2>&1 ||
  { grep -E 'error:|undefined' "$work/build.log" | head -20 >&2; fail "the program cannot be built" "see $work/build.log"; }

name=tilsyn-$version-linux-$(uname -m)
strip --strip-all -o "$work/out/$name" "$work/build/release/tilsyn"
chmod 755 "$work/out/$name"

say "package, manual, completions, bill of materials"
program=$work/out/$name
"$work/source/scripts/release/deb.sh" "$program" "$version" "$work/out/tilsyn_${version}_$(dpkg --print-architecture).deb"
share=$work/share/tilsyn-$version
rm -rf "$work/share"
mkdir -p "$share/completions"
"$program" manual "$share/man"
for shell in bash zsh fish; do "$program" --generate-completion-script "$shell" > "$share/completions/tilsyn.$shell"; done
cp -r "$work/source/schemas" "$work/source/docs" "$work/source/ci" "$share/"
cp "$work/source/LICENSE" "$work/source/CHANGELOG.md" "$work/source/Dockerfile" "$share/"
tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --format=gnu -C "$work/share" -c "tilsyn-$version" |
  gzip -9n > "$work/out/tilsyn-$version-share.tar.gz"
(cd "$work/source" && swift package --scratch-path "$work/build" show-dependencies --format json) > "$work/dependencies.json" 2>/dev/null
python3 -B "$work/source/scripts/release/sbom.py" "$program" "$version" "$work/dependencies.json" > "$work/out/tilsyn-$version.cdx.json"
(cd "$work/out" && sha256sum -- tilsyn* > SHA256SUMS)

mkdir -p "$out"
rm -f "$out"/tilsyn-* "$out"/tilsyn_* "$out/SHA256SUMS"
cp -p "$work/out"/* "$out/"
say "written to $out:"
(cd "$out" && ls -l -- tilsyn* SHA256SUMS) >&2
