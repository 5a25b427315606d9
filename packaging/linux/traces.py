"""What a process and its children reached and wrote, read from strace."""

from __future__ import annotations

import re
from pathlib import Path

CALLS = "connect,sendto,sendmsg,sendmmsg,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,rmdir,link,linkat,symlink,symlinkat,truncate,chmod,fchmodat"
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
_NEW = re.compile(
    r"\b(creat|mkdir|mkdirat|rename|renameat|renameat2|unlink|unlinkat|rmdir|link|linkat|symlink|symlinkat|truncate|chmod|fchmodat)\("
)
_OPENED = re.compile(r"\bopen(at)?\(.*\b(O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND)\b")
DEVICES = ("/dev/", "/proc/", "pipe:", "socket:", "memfd:")


def strace(log: Path) -> list[str]:
    """The words before a command that have it watched, with its children."""
    return ["strace", "-f", "-qq", "--seccomp-bpf", "-s", "400", "-y", "-o", str(log), "-e", f"trace={CALLS}"]


def reached(log: Path) -> list[str]:
    """The calls to anything but local sockets, and to those local ones that look up names of computers (not nscd: it tells users')."""
    far = r"\b(connect|sendto|sendmsg|sendmmsg)\(.*(AF_INET|sin6?_addr|resolve|avahi)"
    return [line for line in _lines(log) if re.search(far, line)]


def written(log: Path) -> set[str]:
    """Paths that were opened for writing, made, moved or deleted, with success."""
    found: set[str] = set()
    for line in _lines(log):
        if re.search(r"= -1 E|<unfinished", line) and "resumed" not in line:
            continue
        if _NEW.search(line) or _OPENED.search(line):
            found |= {_decoded(match) for match in _PATH.findall(line)}
    return {path for path in found if path.startswith("/") and not path.startswith(DEVICES)}


def _lines(log: Path) -> list[str]:
    return log.read_text(encoding="utf-8", errors="replace").splitlines()


def _decoded(text: str) -> str:
    """strace writes bytes outside ASCII as octal numbers."""
    raw = re.sub(rb"\\([0-7]{1,3})", lambda match: bytes([int(match[1], 8)]), text.encode())
    return raw.decode(errors="replace")
