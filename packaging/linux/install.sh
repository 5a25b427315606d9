#!/bin/sh
# Installs CNN Desktop for one person, without administrator's rights:   sh THIS_FILE
# Removes it again; projects and settings stay:                          sh THIS_FILE --remove
# `packaging/linux/run_installer.py` fills in the values between @ and appends two parts: zstd, as not every system has it, and the
# packed program.
set -eu
version="@VERSION@" header=@HEADER@ tool=@TOOL@ packed=@PACKED@ sha256=@SHA256@ needed_kb=@NEEDED_KB@

umask u=rwx,go-w  # what is installed nobody else changes
say() { printf '%s\n' "$1"; }
fail() { say "$1" >&2; exit 1; }

case "${1:-}" in
    "" | --remove) ;;
    --help) sed -n '2,3s/^# //p' "$0"; exit 0 ;;
    *) say "Unknown option “$1”. The only option is --remove." >&2; exit 2 ;;
esac
[ -z "${SUDO_USER:-}${DOAS_USER:-}${PKEXEC_UID:-}" ] || fail "Run it without sudo: it installs CNN Desktop for your own account only."
for name in awk cat cut df dirname find head ln ls mkdir mv readlink rm rmdir sed sha256sum tail tar wc; do
    command -v "$name" >/dev/null || fail "The program $name was not found. Install it, then try again. Nothing was changed."
done
case "${HOME:-}" in
    *"
"*) fail "The name of your home folder contains a line break, which menus and the terminal cannot deal with. Nothing was changed." ;;
    /*) home=$(cd "$HOME" 2>/dev/null && pwd) || home= ;;
    *) home= ;;
esac
[ -n "$home" ] || fail "Your home folder could not be found, so CNN Desktop cannot be installed."
case "$0" in
    -*) self="./$0" ;;
    *) self="$0" ;;
esac

opt="$home/.local/opt"
app="$opt/cnn-desktop"
bin="$home/.local/bin"
link="$bin/cnn-desktop"
case "${XDG_DATA_HOME:-}" in  # which counts only when it is absolute
    /*) data="$XDG_DATA_HOME" ;;
    *) data="$home/.local/share" ;;
esac
new="$opt/.cnn-desktop.new.$$"
old="$opt/.cnn-desktop.old.$$"

is_there() { [ -e "$1" ] || [ -L "$1" ]; }  # links that lead nowhere, too
is_ours() { [ -f "$1/cnn-desktop" ] && [ -x "$1/cnn-desktop" ] && [ -f "$1/uninstall.sh" ]; }

lock() {  # held by this process and its children, however they end; a file system that knows no locks does without
    [ -r "$opt" ] && [ -d "$opt" ] && command -v flock >/dev/null || return 0
    exec 9<"$opt"
    code=0
    flock -n 9 2>/dev/null || code=$?
    [ "$code" -ne 1 ] || fail "CNN Desktop is already being installed or removed. Wait until that has finished, then try again."
}

clear_leftovers() {  # of an installation or removal that was cut off
    for left in "$opt"/.cnn-desktop.old.[0-9]*; do
        if is_ours "$left" && ! is_there "$app"; then mv "$left" "$app"; fi
    done
    for left in "$opt"/.cnn-desktop.new.[0-9]* "$opt"/.cnn-desktop.old.[0-9]*; do rm -rf "$left" || true; done
}

refuse_while_running() {
    for exe in /proc/[0-9]*/exe; do
        if [ "$exe" -ef "$app/cnn-desktop" ]; then fail "CNN Desktop is running. Close it, then try again."; fi
    done
}

quoted() { printf "'%s'" "$(say "$1" | sed "s/'/'\\\\''/g")"; }  # for a shell

put() {  # stdin becomes the file $1 below $data, in place of a file or a link there
    mkdir -p "$data/$(dirname "$1")" 2>/dev/null && [ ! -d "$data/$1" ] &&
        rm -f "$data/$1.part" 2>/dev/null && cat 2>/dev/null >"$data/$1.part" && mv -f "$data/$1.part" "$data/$1" 2>/dev/null && return 0
    rm -f "$data/$1.part" 2>/dev/null || true
    say "$data/$1 could not be written, so CNN Desktop may not appear among your applications."
}

tell_desktop() {
    if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications" || true; fi
    if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" >/dev/null 2>&1 || true; fi
    if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -q -t "$data/icons/hicolor" >/dev/null 2>&1 || true; fi
}

is_our_link() { [ -L "$link" ] && [ "$(readlink "$link")" = "$app/cnn-desktop" ]; }

remove_from_desktop() {  # the files below share/ of the installed version
    [ -d "$app/share" ] || return 0
    (cd "$app/share" && find . -type f) | while IFS= read -r name; do
        rm -f "$data/$name" "$data/$name.part" 2>/dev/null || true  # a folder in its place stays
    done
    tell_desktop  # as long as the folders are there: what it has made of these files goes with them
    (cd "$app/share" && find . -depth -type d) | while IFS= read -r name; do
        rmdir "$data/$name" 2>/dev/null || true  # as far as nothing else lies there
    done
}

remove_empty_lists() {  # what tell_desktop has made, where nothing else is listed any more
    if [ "$(ls "$data/applications" 2>/dev/null)" = mimeinfo.cache ]; then rm -f "$data/applications/mimeinfo.cache"; fi
    if [ -z "$(ls "$data/mime/packages" 2>/dev/null)" ]; then
        for name in aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types version XMLnamespaces; do
            rm -f "$data/mime/$name"
        done
    fi
    if [ "$(ls "$data/icons/hicolor" 2>/dev/null)" = icon-theme.cache ]; then rm -f "$data/icons/hicolor/icon-theme.cache"; fi
    for name in applications mime/packages mime/application mime icons/hicolor icons; do
        rmdir "$data/$name" 2>/dev/null || true
    done
}

lock
clear_leftovers
if is_there "$app" && ! is_ours "$app"; then
    fail "$app exists but is not CNN Desktop. Move it somewhere else, then try again. Nothing was changed."
fi
refuse_while_running
if [ "${1:-}" = --remove ]; then
    [ -d "$app" ] || fail "CNN Desktop is not installed in $app."
    remove_from_desktop
    if is_our_link; then rm -f "$link"; fi
    mv "$app" "$old"
    rm -f "$old/uninstall.sh"  # no longer ours: when the next line is cut off, what is left never comes back
    rm -rf "$old"
    remove_empty_lists
    rmdir "$opt" "$bin" 2>/dev/null || true
    say "CNN Desktop has been removed. Your projects and settings were kept."
    exit 0
fi

[ -f "$self" ] || fail "The installer must be run from a file. Save it first, then type:  sh FILE"
there=$(wc -c <"$self")
whole=$((header + tool + packed))
[ "$there" -ne "$header" ] || fail "This file uninstalls CNN Desktop. To do so, type:  sh $(quoted "$self") --remove"
[ "$there" -eq "$whole" ] || fail "This file is incomplete: only $((there / 1000000)) of $((whole / 1000000)) MB are here. Copy or download it again."
for folder in "$opt" "$bin" "$data"; do
    mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ] || fail "CNN Desktop was not installed because $folder is not writable. Check the folder's permissions."
done
lock  # again, as the folder may be new
free_kb=$(df -Pk "$opt" | awk 'END { print $4 }')
case "$free_kb" in
    "" | *[!0-9]*) free_kb=$needed_kb ;;  # some disks do not tell
esac
[ "$free_kb" -ge "$needed_kb" ] || fail "Not enough free space in $opt: CNN Desktop needs $((needed_kb / 1000)) MB, but only $((free_kb / 1000)) MB are free. Nothing was changed."
say "Checking the file…"
[ "$(tail -c +$((header + 1)) "$self" | sha256sum | cut -c -64)" = "$sha256" ] || fail "This file is damaged. Copy or download it again. Nothing was changed."

undo() {
    if [ -d "$old" ] && [ ! -d "$app" ]; then mv "$old" "$app"; fi
    rm -rf "$new" "$new.txt"
    if [ -d "$app" ]; then rm -rf "$old"; fi
}
trap undo EXIT
trap 'exit 130' HUP INT TERM
say "Unpacking…"
mkdir "$new"
tail -c +$((header + 1)) "$self" | head -c "$tool" >"$new/zstd"
chmod +x "$new/zstd"
tail -c +$((header + tool + 1)) "$self" | "$new/zstd" -dcq 2>>"$new.txt" | tar -xf - -C "$new" 2>>"$new.txt" || {
    reason=$(tail -n 1 "$new.txt")
    fail "CNN Desktop could not be unpacked (${reason:-unknown reason}). Any version installed before is unchanged."
}
rm -f "$new.txt" "$new/zstd"
head -c "$header" "$self" >"$new/uninstall.sh"
remove_from_desktop
if [ -d "$app" ]; then mv "$app" "$old"; fi
mv "$new" "$app"
rm -rf "$old"

# In a desktop file, a path stands in quotation marks, where four characters take a backslash; the file takes each backslash twice.
exec=$(say "$app/cnn-desktop" | sed 's/["`$\\]/\\&/g; s/\\/\\\\/g; s/%/%%/g')
for_sed=$(say "\"$exec\"" | sed 's/[\\&|]/\\&/g')
(cd "$app/share" && find . -type f) | while IFS= read -r name; do
    case "$name" in
        *.desktop) sed "/^TryExec=/d; s|^Exec=cnn-desktop|Exec=$for_sed|" "$app/share/$name" | put "$name" ;;
        *) put "$name" <"$app/share/$name" ;;
    esac
done
if is_there "$link" && ! is_our_link; then
    say "$link belongs to another program and was left unchanged."
else
    ln -sfn "$app/cnn-desktop" "$link"
fi
tell_desktop
lacks=$("$app/cnn-desktop" doctor --window) || say "$lacks"
say "CNN Desktop $version has been installed. You will find it among your applications; to start it from a terminal, type:  $link"
say "To uninstall it, type:  sh $(quoted "$app/uninstall.sh") --remove"
exit 0
