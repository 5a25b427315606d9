"""Does the app keep to itself? Runs a scripted session under strace: `python packaging/check_offline.py [COMMAND…]`.

COMMAND is what starts the program ("/opt/cnn-desktop/cnn-desktop"); without one it is run from this checkout. The session is
the window's self-test (off screen: reading, training, classifying) and every verb that works on the built-in sample, in an
empty home whose name has a space and a letter outside ASCII. Three figures must be 0: calls to the network (anything but local
sockets and the kernel's own), writes under the install folder, and writes outside the app's own folders, the chosen outputs
and the temporary folder, which must be empty at the end. Linux only; needs strace. Not shipped.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

NETWORK = ("connect", "bind", "sendto", "sendmsg", "sendmmsg", "listen")
CHANGES = (
    "creat", "mkdir", "mkdirat", "mknod", "mknodat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "link",
    "linkat", "symlink", "symlinkat", "truncate", "chmod", "fchmodat", "utimensat",
)  # fmt: skip
LOCAL = ("AF_UNIX", "AF_NETLINK")
"""Sockets that lead to no other computer: to programs here, and to the kernel."""
_LOOKS_UP = ("/resolve/", "/avahi")
"""Parts of the local sockets' paths behind which a program asks other computers for a name's address. (nscd is asked for users.)"""
VERB_SECONDS = 900
_CALL = re.compile(r"(?:\[pid +)?(?:\d+\]? +)?(\w+)\((.*)\) += (-?\d+|\?)(?: (E\w+))?")
_FAMILY = re.compile(r"sa_family=(AF_\w+)")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_AT = re.compile(r"(?:AT_FDCWD|\d+)<((?:[^>\\]|\\.)*)>, $")
_WRITES = re.compile(r"\bO_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)\b")
_NOT_DONE = ("ENOENT", "EEXIST", "ENOTDIR", "EISDIR", "ENOSYS", "EINVAL", "ELOOP", "ENXIO")
"""Nothing was changed, and nothing would have been in another place either. (A refusal, EACCES or EROFS, counts.)"""


class Allowed(NamedTuple):
    """Where the program may write."""

    own: tuple[str, ...]
    """Its folders in the home, and what was chosen as an output."""
    temporary: tuple[str, ...]
    """To be left empty."""
    made: tuple[str, ...] = ()
    """Folders that may be made on the way to its own, but nothing else in them."""
    system: tuple[str, ...] = ("/dev", "/proc")
    """Devices, shared memory, facts of its own process."""


class Found(NamedTuple):
    """What a trace tells."""

    network: Counter[str]
    """Calls to other computers, and how often."""
    local: Counter[str]
    """Families of local sockets and where they lead."""
    written: Counter[str]
    """Paths that were written, made, moved, deleted, or tried to."""


def read_trace(lines: Iterable[str], stands_in: str = "/") -> Found:
    """`lines` of strace's -ff files (one process each). `stands_in`: for paths that a call names without a folder."""
    found = Found(Counter(), Counter(), Counter())
    for line in lines:
        call = _CALL.search(line)
        if not call:
            continue
        name, words, error = call[1], call[2], call[4] or ""
        if name in NETWORK:
            family = _FAMILY.search(words)
            if family and family[1] in LOCAL:
                where = _TEXT.search(words)
                found.local[f"{family[1]} {where[1] if where and family[1] == 'AF_UNIX' else ''}".strip()] += 1
            elif family:
                found.network[f"{name}({words[:160]})"] += 1
        elif (name in CHANGES or (name in ("open", "openat") and _WRITES.search(words))) and error not in _NOT_DONE:
            for path in _paths(words, stands_in):
                found.written[path] += 1
    return found


def judge(found: Found, allowed: Allowed, installed: Sequence[str]) -> dict[str, list[str]]:
    """What must not be, by figure; each list is to be empty."""
    under = _below(found.written, installed)
    looked_up = ((where, n) for where, n in found.local.items() if any(part in where for part in _LOOKS_UP))
    fine = (*allowed.own, *allowed.temporary, *allowed.system)
    return {
        "calls to the network": [f"{call} ({n} times)" for call, n in (*found.network.items(), *looked_up)],
        "writes under the install folder": under,
        "writes outside the app's own folders": sorted(
            path for path in found.written if path not in (*under, *allowed.made) and not _below([path], fine)
        ),
    }


def _below(paths: Iterable[str], folders: Sequence[str]) -> list[str]:
    return sorted(
        path
        for path in paths
        if any(path == one.rstrip("/") or path.startswith(one.rstrip("/") + "/") for one in folders)
    )


def _paths(words: str, stands_in: str) -> Iterator[str]:
    for text in _TEXT.finditer(words):
        path, at = _decoded(text[1]), _AT.search(words[: text.start()])
        if path:
            yield os.path.normpath(str(Path(_decoded(at[1]) if at else stands_in) / path))


def _decoded(text: str) -> str:
    """strace writes bytes outside ASCII as octal numbers."""
    raw = re.sub(rb"\\([0-7]{1,3})", lambda match: bytes([int(match[1], 8)]), text.encode())
    return re.sub(rb'\\(["\\])', rb"\1", raw).decode("utf-8", "surrogateescape")


class Session:
    """One person's: a home, a temporary folder, a folder for outputs, and a program."""

    def __init__(self, command: list[str], base: Path, only: Sequence[str] = ()) -> None:
        """`only`: these steps; none: all."""
        self._command, self._base, self._only = command, base, only
        self.home, self.temporary, self.out = base / "Hömé of a person", base / "temporary", base / "chosen outputs"
        for folder in (self.home, self.temporary, self.out, base / "traces", base / "here"):
            folder.mkdir(exist_ok=True)
        self.failed: list[str] = []

    @property
    def allowed(self) -> Allowed:
        places = (".config/CNN Desktop", ".local/share/CNN Desktop", ".cache/CNN Desktop", "Documents/CNN Desktop")
        made = (".config", ".local", ".local/share", ".cache", "Documents")  # on the way there
        home = str(self.home)
        return Allowed(
            (*(f"{home}/{place}" for place in places), str(self.out)),
            (str(self.temporary),),
            tuple(f"{home}/{place}" for place in made),
        )

    def steps(self) -> dict[str, list[str]]:
        """Each verb and what is typed, in order."""
        sample, run = self.out / "demo" / "sample", self.out / "run"
        small = ["--head-epochs", "1", "--epochs", "1", "--image-size", "64", "--seed", "1"]
        return {
            "selftest": ["selftest", "--json"],
            "demo": ["demo", "--out", str(self.out / "demo")],
            "doctor": ["doctor", "--json"],
            "weights": ["weights", "list"],
            "check-data": ["check-data", str(sample), "--csv", str(self.out / "findings.csv")],
            "check-labels": ["check-labels", str(sample), "--csv", str(self.out / "labels.csv")],
            "train": ["train", str(sample), "--model", "efficientnet_lite0", "--out", str(run), *small],
            "evaluate": ["evaluate", str(run)],
            "predict": ["predict", str(run), str(sample), "--csv", str(self.out / "answers.csv")],
            "explain": ["explain", str(run), str(sample), "--out", str(self.out / "why.png")],
        }

    def run(self) -> None:
        """Every step, one after the other."""
        for verb, words in self.steps().items():
            if self._only and verb not in self._only:
                continue
            if verb == "explain":
                sample = Path(words[2])
                words[2] = str(next(sample.rglob("*.jpg"), next(sample.rglob("*.png"), sample)))
            self._step(verb, words)

    def _step(self, name: str, words: list[str]) -> None:
        traced = ",".join((*NETWORK, *CHANGES, "open", "openat"))
        watch = ["strace", "-ff", "-qq", "--seccomp-bpf", "-s", "1000", "-y", "-o", str(self._base / "traces" / name)]
        done = subprocess.run(
            [*watch, "-e", f"trace={traced}", *self._command, *words],
            env=self._environment(), cwd=self._base / "here", stdin=subprocess.DEVNULL, capture_output=True, text=True,
            errors="replace", timeout=VERB_SECONDS, check=False,
        )  # fmt: skip
        print(f"  {name}: exit code {done.returncode}", flush=True)
        if done.returncode:
            self.failed.append(f"{name}: {(done.stderr or done.stdout).strip()[-500:]}")

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "LD_LIBRARY_PATH")}
        return kept | {
            "HOME": str(self.home), "TMPDIR": str(self.temporary), "QT_QPA_PLATFORM": "offscreen",
            "PYTHONDONTWRITEBYTECODE": "1",  # from source: an installed program comes compiled
        }  # fmt: skip

    def lines(self) -> Iterator[str]:
        for trace in sorted((self._base / "traces").iterdir()):
            with trace.open(encoding="utf-8", errors="replace") as file:
                yield from file

    @property
    def stands_in(self) -> str:
        return str(self._base / "here")


def main(words: list[str]) -> int:
    """Returns 0 when all figures are 0."""
    parser = argparse.ArgumentParser(
        prog="python packaging/check_offline.py", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument(
        "--install", action="append", default=[], help="folder that must not be written; may be repeated"
    )
    parser.add_argument("--cut", action="store_true", help="without a network (unshare)")
    parser.add_argument("--keep", type=Path, help="keep traces and outputs in this new folder")
    parser.add_argument("--only", default="", help="e.g. train,predict: go on in the folder of --keep with these steps")
    parser.add_argument("command", nargs="*")
    options = parser.parse_args(words)
    if sys.platform != "linux" or shutil.which("strace") is None:
        print("This check needs Linux and strace: apt install strace")
        return 2
    command = options.command or [sys.executable, "-P", "-m", "cnn_desktop"]
    if options.command:
        installed = [*options.install, str(Path(shutil.which(command[0]) or command[0]).resolve().parent)]
    else:
        installed = [*options.install, str(Path(__file__).resolve().parents[1] / "cnn_desktop"), sys.prefix]
    base = options.keep or Path(tempfile.mkdtemp(prefix="check-offline-"))
    base.mkdir(exist_ok=True)
    if options.cut:
        command = ["unshare", "--map-current-user", "--net", *command]
    try:
        return _check(Session(command, base.resolve(), options.only.split(",") if options.only else ()), installed)
    finally:
        if options.keep is None:
            shutil.rmtree(base, ignore_errors=True)


def _check(session: Session, installed: list[str]) -> int:
    session.run()
    found = read_trace(session.lines(), session.stands_in)
    figures = judge(found, session.allowed, installed)
    figures["files left in the temporary folder"] = [str(path) for path in session.temporary.rglob("*")]
    figures["commands that failed"] = session.failed
    print("Local sockets:", ", ".join(f"{where} ({n})" for where, n in found.local.most_common()) or "none")
    system = Counter(path for path in found.written if path.startswith(("/dev/", "/proc/")))
    print("Devices and facts of the process that were opened for writing:", ", ".join(sorted(system)[:40]) or "none")
    print(f"Files and folders written: {len(found.written)}")
    for name, bad in figures.items():
        print(f"{name}: {len(bad)}" + "".join(f"\n    {one}" for one in bad[:40]))
    return 1 if any(figures.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
