#!/usr/bin/env bash
# Makes a Debian package of a released program.
#
# usage: deb.sh PROGRAM VERSION OUT.deb
#
# The package holds the program, its manual, completions and documentation; policies and frameworks are in the program. It depends on
# nothing and runs no script when it is installed or removed. The same commit gives the same bytes (SOURCE_DATE_EPOCH).
set -euo pipefail
export LC_ALL=C
umask 022

fail() {
  printf 'deb: %s\nhelp: %s\n' "$1" "$2" >&2
  exit 1
}

[ $# -eq 3 ] || fail "three arguments are wanted" "deb.sh PROGRAM VERSION OUT.deb"
[ -x "$1" ] || fail "there is no program \`$1\`" "\`make release\` builds it"
command -v dpkg-deb >/dev/null || fail "this machine has no dpkg-deb" "make packages on Debian or a system like it"
program=$(realpath -- "$1") version=$2 out=$(realpath -m -- "$3")
cd "$(dirname "$0")/../.."
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
# Whoever releases names an address that answers.
maintainer=${TILSYN_MAINTAINER:-tilsyn@example.org}
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

put() { install -D -m "$1" -- "$2" "$root/$3"; }
pack() { gzip -9n < "$1" > "$1.gz" && rm "$1"; }

put 755 "$program" usr/bin/tilsyn
"$program" manual "$root/usr/share/man/man1"
for page in "$root"/usr/share/man/man1/*.1; do pack "$page"; done
mkdir -p "$root/usr/share/bash-completion/completions" "$root/usr/share/zsh/vendor-completions" "$root/usr/share/fish/vendor_completions.d"
"$program" --generate-completion-script bash | sed '1{/^#!/d}' > "$root/usr/share/bash-completion/completions/tilsyn"
"$program" --generate-completion-script zsh > "$root/usr/share/zsh/vendor-completions/_tilsyn"
"$program" --generate-completion-script fish > "$root/usr/share/fish/vendor_completions.d/tilsyn.fish"
find docs -type f -name '*.md' | sort | while IFS= read -r file; do put 644 "$file" "usr/share/doc/tilsyn/${file#docs/}"; done
find schemas -type f -name '*.json' | sort | while IFS= read -r file; do put 644 "$file" "usr/share/doc/tilsyn/$file"; done
put 644 CHANGELOG.md usr/share/doc/tilsyn/CHANGELOG.md
cat > "$root/usr/share/doc/tilsyn/changelog" <<TEXT
tilsyn ($version) unstable; urgency=medium

  * What changes with each version stands in CHANGELOG.md.

 -- tilsyn <$maintainer>  $(date --utc --date="@$SOURCE_DATE_EPOCH" -R)
TEXT
pack "$root/usr/share/doc/tilsyn/changelog"
cat > "$root/usr/share/doc/tilsyn/copyright" <<'TEXT'
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: tilsyn
Comment: The libraries that the program holds are listed with their licences in tilsyn-VERSION.cdx.json of the same release.

Files: *
Copyright: the contributors to tilsyn
License: EUPL-1.2

License: EUPL-1.2
TEXT
sed 's/^$/./; s/^/ /' LICENSE >> "$root/usr/share/doc/tilsyn/copyright"
mkdir -p "$root/usr/share/lintian/overrides"
cat > "$root/usr/share/lintian/overrides/tilsyn" <<'TEXT'
# One file that runs where nothing else is, and that no library of the machine can change: what is judged is not to hang on either.
tilsyn: statically-linked-binary [usr/bin/tilsyn]
# The libraries within it are listed in the bill of materials of each release.
tilsyn: embedded-library *
TEXT
chmod 644 "$root/usr/share/doc/tilsyn/copyright" "$root/usr/share/lintian/overrides/tilsyn"
mkdir -p "$root/DEBIAN"
cat > "$root/DEBIAN/control" <<TEXT
Package: tilsyn
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: tilsyn <$maintainer>
Installed-Size: $(du -k --apparent-size -s "$root/usr" | cut -f1)
Section: admin
Priority: optional
Description: policy engine and auditor of access rights
 Loads the exports that municipalities, universities and suppliers have of
 who may do what (Kitos, Altinn, Enhetsregisteret, KS Laering, DFO, Gravitee,
 RabbitMQ, Maskinporten, mailboxes and personnel), judges them by declarative
 policies, and reports what violates which rule, with a proof that ends at a
 file and a line. It opens no network connection.
TEXT
(cd "$root" && find usr -type f | sort | xargs -d '\n' md5sum > DEBIAN/md5sums)
find "$root" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --build "$root" "$out" >/dev/null
