"""The Debian root in which the Windows setup is made and tried: MinGW, osslsigncode, and Wine, which runs programs of Windows."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import root as roots

RELEASE = "13"
"""Of Debian: its Wine 10 runs Inno Setup, and its Python compiles for the Python of the setup."""
PACKAGES = (
    "wine", "wine64", "wine32:i386", "xvfb", "xauth", "ca-certificates", "openssl", "gcc-mingw-w64-x86-64-win32",
    "osslsigncode", "python3",
)  # fmt: skip
WORK = "/build"
"""Where the root sees the folder of the build."""
_ENOUGH = 90
"""Seconds that what a program has left running may take to end by itself."""


def tools(work: Path) -> roots.Root:
    """The root below the folder `work`, made when it is not there yet; `work` is seen in it as `WORK`."""
    folder, ready = work / "root", work / "root.ready"
    if not ready.is_file():
        made = roots.bare(RELEASE, folder, work / "cache")
        make_as_released(made)
        made.run(["dpkg", "--add-architecture", "i386"])
        made.install(*PACKAGES)
        ready.touch()
    return roots.Root(folder, binds=(roots.Bind(work, WORK),))


def make_as_released(made: roots.Root) -> None:
    """Takes Debian back to what was released: some mirrors lack the updates for i386, and nothing of this root is shipped."""
    apt, suite = made.folder / "etc" / "apt", roots.SUITES[RELEASE]
    sources = apt / "sources.list"
    lines = sources.read_text(encoding="utf-8").splitlines(keepends=True)
    sources.write_text("".join(line for line in lines if suite in line.split()), encoding="utf-8")
    pin = f"Package: *\nPin: release n={suite}\nPin-Priority: 1001\n"  # above 1000: older versions take the place of newer ones
    (apt / "preferences.d" / "as-released").write_text(pin, encoding="utf-8")
    made.run(["apt-get", "-qq", "update"], network=True)
    words = ["apt-get", "-qq", "-y", "--allow-downgrades", "dist-upgrade"]
    made.run(words, network=True, stdout=subprocess.DEVNULL)


@dataclass(frozen=True)
class Wine:
    """A Windows of its own, in a folder of the root."""

    root: roots.Root
    prefix: str

    def run(
        self,
        words: Sequence[str],
        *,
        variables: Mapping[str, str] | None = None,
        folder: str = "/",
        limit: int = 3600,
        **options: Any,
    ) -> subprocess.CompletedProcess[str]:
        """Runs a program and waits for all that it has started; ends it after `limit` seconds, with exit code 124.

        Raises CalledProcessError unless check=False.
        """
        told = {"WINEPREFIX": self.prefix, "WINEDEBUG": "-all", "XDG_RUNTIME_DIR": "/tmp", **(variables or {})}
        lines = [f"cd {shlex.quote(folder)}", *(f"export {name}={shlex.quote(value)}" for name, value in told.items())]
        lines += [f"code=0; timeout {limit} xvfb-run -a wine {shlex.join(words)} || code=$?"]
        lines += [f"timeout {_ENOUGH} wineserver -w || wineserver -k", "exit $code"]
        return self.root.run(["sh", "-c", "\n".join(lines)], **options)

    def here(self, place: str) -> Path:
        """The file of this machine that Windows calls `place` ("C:\\\\users\\\\…")."""
        drive, _, rest = place.partition(":\\")
        inside = f"{self.prefix}/drive_{drive.lower()}/{rest.replace(chr(92), '/')}"
        for bind in self.root.binds:
            if inside.startswith(bind.target + "/"):
                return bind.source / inside.removeprefix(bind.target + "/")
        return self.root.folder / inside.lstrip("/")
