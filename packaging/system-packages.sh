#!/bin/sh
# Installs what a bare Debian or Ubuntu lacks to run Qt and Python environments, and what tests need (strace, zstd);
# elsewhere it does nothing.
# Without root or sudo it prints the one line to type, and goes on: they may be there under other names.
set -eu
command -v dpkg-query >/dev/null 2>&1 || exit 0

packages="python3-venv libgl1 libegl1 libfontconfig1 libxkbcommon0 libdbus-1-3 libglib2.0-0 \
libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 \
libxcb-shape0 libxcb-util1 libxcb-xkb1 libxkbcommon-x11-0 fonts-dejavu-core strace zstd"

missing=""
for package in $packages; do
    # A transitional name (libglib2.0-0t64 on newer systems) counts as installed through what provides it.
    dpkg-query -W -f '${Status} ${Provides}\n' "$package" 2>/dev/null | grep -q "ok installed" && continue
    dpkg-query -W -f '${Status} ${Provides}\n' | grep "ok installed" | grep -q "[ ,]$package\( \|,\|$\)" && continue
    missing="$missing $package"
done
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo"
else
    echo "Some system packages are missing. Please type:"
    echo "    sudo apt-get install$missing"
    exit 0
fi
echo "Installing system packages:$missing"
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
