"""A bare Debian with one person on it, the package's own dependencies and no network, in which a package is tried."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from root import Bind, Root, bare

PERSON, HOME = "1000:1000", "/home/Jörg Müller 字"
OPT = "/opt/cnn-desktop"
RUN_OPT = f"{HOME}/.local/opt/cnn-desktop"
NONSENSE = {
    "PYTHONHOME": "/nowhere",
    "PYTHONPATH": "/nowhere/modules",
    "PYTHONSTARTUP": "/nowhere/start.py",
    "LD_LIBRARY_PATH": "/nowhere/lib",
    "QT_PLUGIN_PATH": "/nowhere/plugins",
    "QT_QPA_PLATFORM_PLUGIN_PATH": "/nowhere",
}
"""What the shell of a person may hold."""
SCREEN = "/tmp/.X11-unix"


DESKTOP = ("shared-mime-info", "desktop-file-utils", "libglib2.0-bin")
"""What every desktop has and a bare Debian has not: it learns of kinds of files, and opens them."""


class Failed(Exception):
    """A check did not hold; the text says which."""


def want(held: bool, told: str) -> str:
    """Returns `told`. Raises Failed with it when it was not `held`."""
    if not held:
        raise Failed(told)
    return told


@dataclass(frozen=True)
class Machine:
    """`root` with the person's home; `program` is what the person types."""

    root: Root
    program: str = "cnn-desktop"

    def run(
        self, *words: str, extra: Mapping[str, str] | None = None, wrap: Sequence[str] = (), check: bool = True
    ) -> str:
        """The person types the program and `words`. Returns stdout. Raises Failed with what it said when its exit code is not 0."""
        environment = {"HOME": HOME, "USER": "joerg", "QT_QPA_PLATFORM": "offscreen", **(extra or {})}
        root = replace(self.root, environment=environment)
        done = root.run([self.program, *words], user=PERSON, wrap=wrap, check=False, capture_output=True)
        if check and done.returncode:
            raise Failed(
                f"cnn-desktop {' '.join(words)} ended with {done.returncode}: {done.stderr[-2000:] or done.stdout[-2000:]}"
            )
        return done.stdout if check else f"{done.returncode} {done.stdout}{done.stderr}"

    def json(self, *words: str, extra: Mapping[str, str] | None = None, wrap: Sequence[str] = ()) -> Any:
        """The JSON object that a verb prints last."""
        return json.loads(self.run(*words, "--json", extra=extra, wrap=wrap).splitlines()[-1])

    def bound(self, *binds: Bind) -> Machine:
        return replace(self, root=replace(self.root, binds=(*self.root.binds, *binds)))

    def files(self) -> dict[str, str]:
        """Every file outside /proc, /sys, /dev and /tmp: its path → what tells whether it was changed."""
        listed = self.root.run(
            ["find", "/", "-xdev", "(", "-path", "/proc", "-o", "-path", "/sys", "-o", "-path", "/dev", "-o", "-path", "/tmp", ")",
             "-prune", "-o", "-printf", "%p\\t%y %s %T@ %l\\n"],
            capture_output=True,
        ).stdout  # fmt: skip
        lines = (line.partition("\t") for line in listed.splitlines())
        return {path: "d" if facts.startswith("d") else facts for path, _, facts in lines}


def prepared(release: str, folder: Path, cache: Path, package: Path) -> Machine:
    """A bare Debian `release` with the person and what `package` (a .deb) depends on. Raises CalledProcessError."""
    root = bare(release, folder, cache)
    depends = subprocess.run(
        ["dpkg-deb", "-f", str(package), "Depends"], check=True, capture_output=True, text=True
    ).stdout
    root.run(["apt-get", "-qq", "update"], network=True)
    satisfy = ["apt-get", "-qq", "satisfy", "-y", "--no-install-recommends", depends.strip()]
    root.run(satisfy, network=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    root.install(*DESKTOP)
    with (folder / "etc/passwd").open("a", encoding="utf-8") as file:
        file.write(f"joerg:x:1000:1000::{HOME}:/bin/sh\n")
    with (folder / "etc/group").open("a", encoding="utf-8") as file:
        file.write("joerg:x:1000:\n")
    root.run(["mkdir", "-p", HOME])
    root.run(["chown", PERSON, HOME])
    root.run(["chmod", "1777", "/tmp"])
    return Machine(root)


def with_deb(machine: Machine, package: Path) -> Machine:
    """Installs a .deb with apt and no network; what it installed can only be read from then on."""
    inside = machine.bound(Bind(package, "/package.deb", read_only=True))
    inside.root.run(
        ["apt-get", "-qq", "install", "-y", "--allow-downgrades", "/package.deb"], stdout=subprocess.DEVNULL
    )
    (machine.root.folder / "package.deb").unlink()
    return read_only(machine, OPT)


def without_deb(machine: Machine) -> None:
    machine.root.run(["apt-get", "-qq", "remove", "-y", "cnn-desktop"], stdout=subprocess.DEVNULL)


def read_only(machine: Machine, folder: str) -> Machine:
    """The same machine with `folder` in it read-only."""
    return machine.bound(Bind(machine.root.folder / folder.lstrip("/"), folder, read_only=True))


def with_run(machine: Machine, installer: Path, *words: str) -> str:
    """The person starts the .run. Returns exit code and what it said."""
    inside = replace(machine.bound(Bind(installer, "/mnt/installer.run", read_only=True)), program="sh")
    return inside.run("/mnt/installer.run", *words, check=False)
