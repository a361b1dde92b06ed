#!/usr/bin/env bash
# The first five minutes on a fresh Debian without a display, in a root of its own.   .ci/parts/debian.sh 13 trixie
# debootstrap takes the mirror that this system's apt is configured with. What is tried is HEAD, copied into the root.
# Needs root. Nothing of it stays but the root itself, build/deep/debian-13, which the next run removes first.
set -euo pipefail
cd "$(dirname "$0")/../.."
number=$1 codename=$2
root=$PWD/build/deep/debian-$number

[ "$(id -u)" -eq 0 ] || { echo "a root of its own needs the rights of root"; exit 77; }
command -v debootstrap >/dev/null || { echo "debootstrap is not installed"; exit 77; }
mirror=$(apt-get indextargets --format '$(ORIGIN) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
    awk '$1 == "Debian" && $2 == "main" && $3 !~ /security/ {print $3; exit}')
[ -n "$mirror" ] || { echo "apt knows no Debian mirror here"; exit 77; }

if grep -qF " $root/" /proc/self/mounts; then echo "something is mounted below $root"; exit 1; fi
rm -rf --one-file-system "$root"
# curl is there for the sign-in only; run.sh has to find everything else by itself.
debootstrap --variant=minbase --include=ca-certificates,curl "$codename" "$root" "$mirror"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mkdir -p "$root/root/sallyport"
git archive HEAD | tar -x -C "$root/root/sallyport"

# Mounts and processes of their own: both end with the command, whatever happens in it.
inside() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 ${http_proxy:+http_proxy="$http_proxy"} \
        ${https_proxy:+https_proxy="$https_proxy"} unshare --mount --pid --fork "$@" --kill-child --mount-proc="$root/proc" \
        nice -n 10 chroot "$root" bash -euo pipefail /root/sallyport/.ci/parts/first_minutes.sh
}
inside
echo "Debian $number: built by run.sh, set up, served, signed in over HTTPS"
