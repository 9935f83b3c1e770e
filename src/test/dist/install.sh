#!/bin/sh
# Installs the packages in a clean root that has no Java, builds a site with each, and compares their bytes with those of
# this folder's own ./plainfact. Needs root, debootstrap, and the Debian packages of its system.
#
#   install.sh plainfact-….tar.gz plainfact-….deb
set -eu
tar=$1
deb=$2
here=$(cd "$(dirname "$0")/../../.." && pwd -P)
passed=0

fail() {
  echo "FAILED: $1" >&2
  exit 1
}

# holds SENTENCE COMMAND…: what must succeed.
holds() {
  sentence=$1
  shift
  "$@" >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    fail "$sentence"
  }
  passed=$((passed + 1))
  echo "ok: $sentence"
}

[ "$(id -u)" = 0 ] || fail "a root folder is made and entered: run this as root"
command -v debootstrap >/dev/null || fail "debootstrap is missing: apt-get install debootstrap"

work=$(mktemp -d)
root=$work/root
cleanup() {
  umount "$root/proc" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' HUP INT TERM
chmod 755 "$work"

# The least that Debian calls a system, and what the package says it depends on.
depends=$(dpkg-deb -f "$deb" Depends | sed 's/([^)]*)//g; s/ //g')
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
debootstrap --variant=minbase --include="$depends" "$suite" "$root" >"$work/debootstrap.log" 2>&1 || {
  tail -n 20 "$work/debootstrap.log" >&2
  fail "a clean root"
}
mount -t proc proc "$root/proc"
cp "$deb" "$root/tmp/plainfact.deb"
mkdir "$root/opt/plainfact" "$root/classes"
tar -x --strip-components=1 -C "$root/opt/plainfact" -f "$tar"
chown -R nobody "$root/opt/plainfact"
cp -r "$here/target/test-classes/org" "$root/classes"

inside() {
  chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C "$@"
}

# As a user who may write in a folder of their own and nowhere else.
user() {
  chroot --userspec=nobody "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/home/user LANG=C "$@"
}

no_java() {
  ! inside sh -c 'command -v java || command -v javac || command -v mvn || ls -d /usr/lib/jvm' &&
    [ -z "$(find "$root/usr" "$root/bin/" "$root/lib/" -name 'libjvm.so' -o -name 'java' -type f)" ]
}

installed_whole() {
  [ -z "$(inside dpkg --verify plainfact)" ] && [ "$(inside dpkg-query -W -f '${Status}' plainfact)" = "install ok installed" ]
}

# site NAME COMMAND: a site of its own, begun and built in the user's folder.
site() {
  user "$2" init "/home/user/$1" && user "$2" build "/home/user/$1"
}

own_site() {
  "$here/plainfact" init "$work/own" && XDG_CACHE_HOME=$work/caches "$here/plainfact" build "$work/own"
}

same() {
  diff -r "$work/own/output" "$root/home/user/$1/output"
}

says() {
  case $(cat "$work/log") in *"$1"*) ;; *) fail "no \"$1\" in: $(cat "$work/log")" ;; esac
}

served() {
  user sh -c 'plainfact serve /home/user/deb --port 0 >/home/user/served 2>&1 & echo $! >/home/user/pid'
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    grep -q 'http://127' "$root/home/user/served" && break
    sleep 1
  done
  port=$(sed -n 's|.*http://127.0.0.1:\([0-9]*\)/.*|\1|p' "$root/home/user/served" | head -n 1)
  # shellcheck disable=SC2016
  answer=$(inside bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$0"; printf "GET / HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n" "$0" >&3; head -n 1 <&3' "$port")
  kill "$(cat "$root/home/user/pid")"
  echo "$answer" | grep '200 OK'
}

pictured() {
  find "$root/home/user/deb/target/carousel" -name '01.png' -size +1k | grep -q .
}

# Where a class were missing, the code would be that of a bug.
no_store() {
  user AWS_ACCESS_KEY_ID=a AWS_SECRET_ACCESS_KEY=b AWS_REGION=none \
    plainfact publish 's3://bucket?endpoint=http://127.0.0.1:9' --project /home/user/deb --yes && return 1
  [ $? = 3 ]
}

removed() {
  inside dpkg -r plainfact && [ ! -e "$root/usr/lib/plainfact" ] && [ ! -L "$root/usr/bin/plainfact" ]
}

mkdir -p "$root/home/user"
chown nobody "$root/home/user"

holds "the clean root has no Java and no Maven" no_java
holds "dpkg installs the package with nothing but what it depends on" inside dpkg -i /tmp/plainfact.deb
holds "what is installed is what was packed" installed_whole
holds "installing has prepared fast starts" test -s "$root/usr/lib/plainfact/app/plainfact.aot"
holds "the link in /usr/bin finds the program" user plainfact --version
says "Plainfact $(dpkg-deb -f "$deb" Version)"
holds "the options of PLAINFACT_JAVA_OPTS reach its Java" user PLAINFACT_JAVA_OPTS='-showversion -Dx=y' plainfact --version
says "Runtime Environment"
holds "the package builds a site" site deb plainfact
holds "the unpacked tar.gz builds a site" site tar /opt/plainfact/bin/plainfact
holds "its first run has prepared fast starts" test -s "$root/opt/plainfact/app/plainfact.aot"
holds "./plainfact builds the same site" own_site
holds "the package's site has the same bytes" same deb
holds "the tar.gz's site has the same bytes" same tar
mv "$root/opt/plainfact" "$root/opt/moved"
chown -R root "$root/opt/moved"
ln -s ../../opt/moved/bin/plainfact "$root/home/user/plainfact"
holds "a copy that was moved, is read only and called by a link builds a site" site moved /home/user/plainfact
says "pages"
holds "its site has the same bytes" same moved
holds "the preview answers" served
holds "the package makes posts with pictures" user plainfact carousel --project /home/user/deb
holds "each picture is there" pictured
holds "the package publishes to a folder" user plainfact publish file:/home/user/www --project /home/user/deb --yes
holds "what was published is whole" user plainfact verify /home/user/www/current
holds "the package asks a store, and says that none is there" no_store
says "Connection refused"
holds "its Java draws text without a screen" user /usr/lib/plainfact/runtime/bin/java -Djava.awt.headless=true -cp /classes org.plainfact.dist.Ink
holds "the licences of all parts are listed" grep -q 'openjdk' "$root/usr/share/doc/plainfact/copyright"
holds "removing the package leaves nothing" removed
echo "$passed passed, 0 failed"
