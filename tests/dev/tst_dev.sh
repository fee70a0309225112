#!/usr/bin/env bash
# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: Apache-2.0
#
# How ./dev sets a machine up, with stand-ins for the programs that would change it.
set -u
source_folder=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0

check() { # WHAT CONDITION…
    local what=$1
    shift
    if "$@"; then echo "ok: $what"; else echo "FAILED: $what"; sed 's/^/    /' "$folder/output"; failures=$((failures + 1)); fi
}
said() { grep -q -- "$1" "$folder/output"; }
ran() { grep -q -- "$1" "$folder/log"; }

stand_in() { printf '#!/bin/bash\necho "%s $*" >>"%s/log"\n%s\n' "$1" "$folder" "$2" >"$folder/bin/$1"; chmod +x "$folder/bin/$1"; }

fresh() { # ID VERSION [ID_LIKE]
    rm -rf "$folder"/{bin,cache,log,release,output}
    mkdir -p "$folder/bin" "$folder/cache"
    : >"$folder/log"
    printf 'ID=%s\nVERSION_ID="%s"\nID_LIKE="%s"\n' "$1" "$2" "${3:-}" >"$folder/release"
    stand_in dpkg-query 'echo "ccache installed"; echo "mmdebstrap installed"; echo "bubblewrap installed"; echo "uidmap installed"; echo "debian-archive-keyring installed"'
    stand_in apt-get 'case "$1" in indextargets) echo "Debian bookworm http://mirror.example/debian/" ;; esac'
    stand_in sudo '"$@"'
    stand_in mmdebstrap 'dir=${@: -2:1}; mkdir -p "$dir/usr"; echo made >"$dir/usr/mark"'
    stand_in bwrap 'exit 0'
}

dev() {
    env -u COUNTERSIGN_INSIDE PATH="$folder/bin:$PATH" COUNTERSIGN_CACHE="$folder/cache" \
        COUNTERSIGN_OS_RELEASE="$folder/release" "$source_folder/dev" "$@" >"$folder/output" 2>&1
}

fresh debian 13
dev setup
check "Debian 13: installs with apt" ran 'apt-get install .*qt6-base-dev'
check "Debian 13: leaves alone what is there" bash -c '! grep "apt-get install" "$1" | grep -qw ccache' _ "$folder/log"
check "Debian 13: says what it installs" said 'installing with apt:.*qt6-base-dev'
check "Debian 13: makes no root" bash -c '! grep -q ^mmdebstrap "$1"' _ "$folder/log"

fresh ubuntu 26.04 debian
dev setup
check "Ubuntu 26.04: installs with apt" ran 'apt-get install'

fresh ubuntu 24.04 debian
dev setup
check "Ubuntu 24.04: makes a root" ran '^mmdebstrap '

fresh debian 12
dev setup
check "Debian 12: makes a root of Debian 13" ran '^mmdebstrap .*trixie'
check "Debian 12: from this machine's mirror" ran 'http://mirror.example/debian/'
check "Debian 12: says that it is ready" said 'ready'
: >"$folder/log"
dev setup
check "a finished root is used again" bash -c '! grep -q ^mmdebstrap "$1"' _ "$folder/log"
rm "$folder"/cache/root-*.complete
dev setup
check "a root without its mark is made anew" ran '^mmdebstrap '
dev shell true
check "commands run inside the root" ran "^bwrap .*--bind $folder/cache/root-.* /"

fresh debian 12
stand_in mmdebstrap 'dir=${@: -2:1}; mkdir -p "$dir/usr"; kill -9 $PPID'
dev setup
check "killed half way: nothing counts as finished" bash -c '! ls "$1"/cache/root-*.complete >/dev/null 2>&1' _ "$folder"
stand_in mmdebstrap 'dir=${@: -2:1}; [ ! -e "$dir" ] || exit 9; mkdir -p "$dir/usr"'
dev setup
check "killed half way: the next run starts from nothing" said 'ready'

fresh debian 12
stand_in mmdebstrap 'dir=${@: -2:1}; mkdir -p "$dir"; echo "No space left on device"; exit 1'
dev setup
check "a full disk: fails" bash -c '! grep -q "dev: ready" "$1"' _ "$folder/output"
check "a full disk: says what to do" said 'Free about 3 GB'
check "a full disk: leaves nothing" bash -c '! ls -d "$1"/cache/root-* >/dev/null 2>&1' _ "$folder"

fresh fedora 44
dev setup
check "another system: names the packages" said 'qt6-base-dev'
check "another system: installs nothing" bash -c '! grep -qE "^(apt-get|mmdebstrap)" "$1"' _ "$folder/log"

fresh debian 13
dev fly
check "an unknown command: prints the usage" said 'Usage: ./dev'

echo "$failures failed"
[ "$failures" -eq 0 ]
