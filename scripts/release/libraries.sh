#!/usr/bin/env bash
# Builds the libraries that the static program needs and that Debian has no archive of (.a): libzip, libxlsxwriter and simdjson,
# from the sources of the same Debian release, at the version whose headers are installed. What is there already is kept as long as it
# is of that version and was built by this script as it is.
#
# usage: libraries.sh FOLDER      FOLDER/lib gets the archives, and beside each in FILE.from what it was made from
set -euo pipefail
export LC_ALL=C
umask 022

say() { printf 'libraries: %s\n' "$*" >&2; }
fail() {
  printf 'libraries: %s\nhelp: %s\n' "$1" "$2" >&2
  exit 1
}

[ $# -eq 1 ] || fail "one folder is wanted" "libraries.sh FOLDER"
mkdir -p "$1/lib" "$1/work/lists/partial"
out=$(realpath -- "$1")

command -v apt-get >/dev/null || fail "this machine has no apt-get" "release on Debian 12, or in a container of it"
missing=()
for tool in cmake:cmake dpkg-source:dpkg-dev; do
  command -v "${tool%%:*}" >/dev/null || missing+=("${tool#*:}")
done
for archive in libunistring.a:libunistring-dev libicuuc.a:libicu-dev liblzma.a:liblzma-dev libbz2.a:libbz2-dev; do
  compgen -G "/usr/lib/*/${archive%%:*}" >/dev/null || missing+=("${archive#*:}")
done
if [ ${#missing[@]} -gt 0 ]; then
  say "installing ${missing[*]}"
  { DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" ||
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; }; } >&2 ||
    fail "could not install: ${missing[*]}" "run as root: apt-get install ${missing[*]}"
fi

# The lists of sources, beside those of the machine, which stay as they are.
parts=$out/work/sources.d
rm -rf "$parts"
mkdir -p "$parts"
for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
  [ ! -f "$list" ] || sed -n 's/^deb /deb-src /p' "$list" > "$parts/$(basename "$list" .list).list"
done
for list in /etc/apt/sources.list.d/*.sources; do
  [ ! -f "$list" ] || sed 's/^Types:.*/Types: deb-src/' "$list" > "$parts/$(basename "$list")"
done
apt=(-o Dir::Etc::sourcelist=- -o "Dir::Etc::sourceparts=$parts" -o "Dir::State::lists=$out/work/lists" -o APT::Sandbox::User=root)

# Whether an archive has to be built: it is not there, or of another version than the headers, or built by another script. An archive of
# one version behind the headers of another would be in the program, and the bill of materials would say otherwise.
wanted() {
  local archive=$1 source=$2 package=$3
  version=$(dpkg-query -W -f '${source:Version}' "$package" 2>/dev/null) || fail "$package is not installed" "run \`make setup\`"
  made="$source $version, $(sha256sum < "$0" | cut -c1-16)"
  if [ -f "$out/lib/$archive" ] && [ "$(cat "$out/lib/$archive.from" 2>/dev/null)" = "$made" ]; then return 1; fi
  rm -f "$out/lib/$archive" "$out/lib/$archive.from"
  fetch "$source" "$package"
}

# Fetches a source package at the version of the installed headers, checked by the keys of Debian, and unpacks it.
fetch() {
  local source=$1 package=$2
  [ -n "$(ls -A "$out/work/lists" | grep -v partial || true)" ] || apt-get "${apt[@]}" update >&2
  rm -rf "$out/work/$source"
  mkdir -p "$out/work/$source"
  (cd "$out/work/$source" && apt-get "${apt[@]}" source "$source=$version" >&2) ||
    fail "the source of $source $version could not be fetched" "a later version of $package may be out: apt-get upgrade $package"
  tree=$(find "$out/work/$source" -mindepth 1 -maxdepth 1 -type d)
}

flags="-O2 -g0 -fPIC -ffile-prefix-map=$out=."
if wanted libzip.a libzip libzip-dev; then
  # Archives that are encrypted are refused with or without the means to read them.
  cmake -S "$tree" -B "$tree/made" -DCMAKE_BUILD_TYPE=None -DCMAKE_C_FLAGS="$flags" -DBUILD_SHARED_LIBS=OFF -DENABLE_COMMONCRYPTO=OFF \
    -DENABLE_GNUTLS=OFF -DENABLE_MBEDTLS=OFF -DENABLE_OPENSSL=OFF -DENABLE_WINDOWS_CRYPTO=OFF -DENABLE_BZIP2=ON -DENABLE_LZMA=ON \
    -DBUILD_TOOLS=OFF -DBUILD_REGRESS=OFF -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF >&2
  cmake --build "$tree/made" -j "$(nproc)" >&2
  cp "$(find "$tree/made" -name libzip.a)" "$out/lib/"
  printf '%s\n' "$made" > "$out/lib/libzip.a.from"
fi
if wanted libxlsxwriter.a libxlsxwriter libxlsxwriter-dev; then
  cmake -S "$tree" -B "$tree/made" -DCMAKE_BUILD_TYPE=None -DCMAKE_C_FLAGS="$flags" -DBUILD_SHARED_LIBS=OFF -DUSE_SYSTEM_MINIZIP=OFF >&2
  cmake --build "$tree/made" -j "$(nproc)" >&2
  cp "$(find "$tree/made" -name libxlsxwriter.a)" "$out/lib/"
  printf '%s\n' "$made" > "$out/lib/libxlsxwriter.a.from"
fi
if wanted libsimdjson.a simdjson libsimdjson-dev; then
  g++ -std=c++17 $flags -DNDEBUG -I"$tree/include" -I"$tree/src" -c "$tree/src/simdjson.cpp" -o "$tree/simdjson.o"
  ar rcsD "$out/lib/libsimdjson.a" "$tree/simdjson.o"
  printf '%s\n' "$made" > "$out/lib/libsimdjson.a.from"
fi
ls -l "$out/lib" >&2
