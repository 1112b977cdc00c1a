#!/usr/bin/env bash
# Installs the built program, or removes what was installed.
#
# usage: install.sh TILSYN PREFIX [DESTDIR]
#        install.sh --remove PREFIX [DESTDIR]
#
# PREFIX/bin has the program, PREFIX/share/tilsyn its policies and schemas, PREFIX/share the pages of the manual, the
# completions of bash, zsh and fish, and the documentation. PREFIX/share/tilsyn/installed names each file; nothing else is
# removed. An earlier version gives way first: a policy that is no longer shipped must not be judged.
set -euo pipefail
export LC_ALL=C
umask 022

fail() {
  printf 'install: %s\nhelp: %s\n' "$1" "$2" >&2
  exit 1
}

[ $# -ge 2 ] && [ $# -le 3 ] || fail "two or three arguments are wanted" "install.sh TILSYN PREFIX [DESTDIR], or install.sh --remove PREFIX [DESTDIR]"
program=$1
case $2 in /*) ;; *) fail "the prefix \`$2\` is relative" "give the whole path, as PREFIX=/usr/local" ;; esac
root=${3:-}$2
list=$root/share/tilsyn/installed

# Removes what the list names, and the folders that are empty then. A name that leaves the prefix is none of ours.
remove() {
  local name folder
  while IFS= read -r name; do
    case /$name/ in *//* | */../*) fail "\`$list\` names \`$name\`" "remove what was installed by hand" ;; esac
    rm -f -- "$root/$name"
    folder=$name
    while [ "$folder" != "${folder%/*}" ]; do
      folder=${folder%/*}
      rmdir -- "$root/$folder" 2>/dev/null || break
    done
  done < "$list"
}

if [ "$program" = --remove ]; then
  [ -f "$list" ] || fail "nothing is installed in \`$root\`" "name the prefix that it was installed with: make uninstall PREFIX=…"
  # Its own name is the last in it.
  remove
  exit 0
fi

[ -x "$program" ] || fail "there is no program \`$program\`" "\`make build\` builds it"
program=$(realpath -- "$program")
cd "$(dirname "$0")/.."
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

# All is made before anything is replaced.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || true)}
"$program" manual "$made/man"
for shell in bash zsh fish; do "$program" --generate-completion-script "$shell" > "$made/$shell"; done

[ ! -f "$list" ] || remove
mkdir -p "$root/share/tilsyn"
: > "$list"

# Puts a file at a name below the prefix.
put() {
  printf '%s\n' "$3" >> "$list"
  install -D -m "$1" -- "$2" "$root/$3"
}

put 755 "$program" bin/tilsyn
for folder in policies schemas frameworks; do
  [ -d "$folder" ] || continue
  find "$folder" -type f ! -name '.*' | sort | while IFS= read -r file; do put 644 "$file" "share/tilsyn/$file"; done
done
for page in "$made"/man/*.1; do put 644 "$page" "share/man/man1/$(basename "$page")"; done
put 644 "$made/bash" share/bash-completion/completions/tilsyn
put 644 "$made/zsh" share/zsh/site-functions/_tilsyn
put 644 "$made/fish" share/fish/vendor_completions.d/tilsyn.fish
find docs -type f -name '*.md' | sort | while IFS= read -r file; do put 644 "$file" "share/doc/tilsyn/${file#docs/}"; done
for file in LICENSE CHANGELOG.md; do put 644 "$file" "share/doc/tilsyn/$file"; done
printf '%s\n' share/tilsyn/installed >> "$list"
