"""Bare Debian roots to build and to try packages in, and commands run inside one. Needs mmdebstrap and root's rights.

A command gets a mount namespace of its own, so that its mounts end with it, and no network unless asked for.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SUITES = {"12": "bookworm", "13": "trixie"}
_OF_THE_NETWORK = (
    "/etc/resolv.conf",
    "/etc/hosts",
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pip.conf",
    "/etc/xdg/pip/pip.conf",
)
_PASSED = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE", "PIP_CERT",
           "PIP_INDEX_URL", "PIP_DEFAULT_TIMEOUT")  # fmt: skip


@dataclass(frozen=True)
class Bind:
    """`source` of this machine seen as `target` in the root."""

    source: Path
    target: str
    read_only: bool = False


@dataclass(frozen=True)
class Root:
    """A Debian system in a folder."""

    folder: Path
    binds: tuple[Bind, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    def run(
        self,
        words: Sequence[str],
        *,
        user: str = "root",
        network: bool = False,
        wrap: Sequence[str] = (),
        **options: Any,
    ) -> subprocess.CompletedProcess[str]:
        """Runs `words` inside. `wrap` (["strace", …]) runs them from outside. Raises CalledProcessError unless check=False."""
        inside = {
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
            "HOME": "/root",
        }
        if network:
            inside |= {name: os.environ[name] for name in _PASSED if name in os.environ}
        inside |= {"DEBIAN_FRONTEND": "noninteractive", **self.environment}
        place = shlex.quote(str(self.folder))
        lines = [f"mount --rbind /dev {place}/dev", f"mount -t proc proc {place}/proc"]
        for bind in self.binds:
            source, target = shlex.quote(str(bind.source)), place + shlex.quote(bind.target)
            lines += [f"{'mkdir -p' if bind.source.is_dir() else 'touch'} {target}", f"mount --bind {source} {target}"]
            lines += [f"mount -o remount,bind,ro {target}"] if bind.read_only else []
        as_user = [f"--userspec={user}"] if user != "root" else []
        variables = [f"{name}={value}" for name, value in inside.items()]
        command = ["chroot", *as_user, str(self.folder), "/usr/bin/env", "-i", *variables, *words]
        lines.append("exec " + shlex.join([*wrap, *command]))
        spaces = ["unshare", "--mount", "--pid", "--fork", "--kill-child", *([] if network else ["--net"])]
        return subprocess.run(
            [*spaces, "sh", "-ec", "\n".join(lines)], check=options.pop("check", True), text=True, **options
        )

    def install(self, *packages: str) -> None:
        """Debian packages, from the mirrors of this machine."""
        self.run(["apt-get", "-qq", "update"], network=True)
        self.run(
            ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages],
            network=True,
            stdout=subprocess.DEVNULL,
        )

    def open_network(self) -> None:
        """Lets commands with network=True find it: names, certificates and pip's settings of this machine."""
        for name in map(Path, _OF_THE_NETWORK):
            inside = self.folder / str(name).lstrip("/")
            if name.is_file():
                inside.parent.mkdir(parents=True, exist_ok=True)
                inside.unlink(missing_ok=True)
                shutil.copyfile(name, inside)


def bare(release: str, folder: Path, cache: Path) -> Root:
    """A new root of Debian `release` ("12", "13") with apt and what Debian calls essential. Raises OSError, CalledProcessError."""
    suite = SUITES[release]
    archive = cache / f"{suite}.tar"
    if not archive.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        half = archive.with_suffix(".half.tar")
        subprocess.run(
            ["mmdebstrap", "--quiet", "--variant=apt", "--include=ca-certificates", suite, str(half)], check=True
        )
        half.rename(archive)
    remove(folder)
    folder.mkdir(parents=True)
    subprocess.run(["tar", "-xf", str(archive), "-C", str(folder), "--exclude=./dev/*"], check=True)
    root = Root(folder)
    root.open_network()
    return root


def remove(folder: Path) -> None:
    """Deletes a root. Nothing is mounted in it: a command's mounts end with the command."""
    if folder.exists():
        shutil.rmtree(folder)
