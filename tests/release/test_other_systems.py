"""What only some systems have is asked for only there: modules of Python by their imports, functions by name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "cnn_desktop"
_MISSING_SOMEWHERE = (
    "fcntl resource pwd grp termios tty pty syslog readline curses posix msvcrt winreg winsound _winapi nt"
)
NOT_EVERYWHERE = frozenset(_MISSING_SOMEWHERE.split())
"""Modules that are missing on Windows, or elsewhere."""
_MISSING_ON_WINDOWS = """
    fork getuid geteuid getgid getpgid getpgrp getsid setsid killpg nice getloadavg uname sysconf sched_getaffinity preadv pread
    pwrite chown fchown fchmod mkfifo statvfs waitid wait WNOHANG posix_fadvise posix_fallocate sync fdatasync ttyname ctermid
    register_at_fork fchdir mknod O_NONBLOCK O_CLOEXEC O_NOFOLLOW O_DIRECTORY O_NOCTTY O_SYNC P_PID getpriority setpriority
    SIGKILL SIGHUP SIGUSR1 SIGUSR2 SIGSTOP SIGCONT SIGCHLD SIGALRM SIGPIPE setitimer alarm pause
    AF_UNIX clock_gettime CLOCK_BOOTTIME CLOCK_MONOTONIC tzset POLLIN POLLOUT poll epoll
    """
NOT_ON_WINDOWS = frozenset(_MISSING_ON_WINDOWS.split())
"""Names in the modules of `MODULES` that Windows lacks."""
MODULES = frozenset(("os", "signal", "select", "socket", "time"))
NAMED = re.compile(
    rf"\b(import|from)\s+({'|'.join(NOT_EVERYWHERE)})\b|\b({'|'.join(MODULES)})\.({'|'.join(NOT_ON_WINDOWS)})\b"
)
"""Found in every file that is worth a closer look."""
ASKS = re.compile(r"sys\.platform|os\.name|hasattr|libc_ver|self\._ends")
"""What a condition looks at that asks for the system; `_ends` are there on POSIX only."""
FORGIVES = frozenset(("AttributeError", "ImportError", "ModuleNotFoundError"))
KNOWN = {
    "domain/memory.py: sysconf",  # all_memory, which its caller asks for on Linux only
    "dataset/rows.py: preadv",  # _read_all, which its caller asks for where there is preadv
}
"""Guarded by those who call."""


def needs_asking(tree: ast.AST) -> Iterator[tuple[str, bool]]:
    """(a module or name that is not on every system, whether it is asked for it before)."""

    def walk(node: ast.AST, guarded: bool) -> Iterator[tuple[str, bool]]:
        if isinstance(node, ast.Import):
            yield from ((name, guarded) for one in node.names if (name := one.name.partition(".")[0]) in NOT_EVERYWHERE)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in NOT_EVERYWHERE:
            yield str(node.module), guarded
        elif isinstance(node, ast.Attribute) and node.attr in NOT_ON_WINDOWS and ast.unparse(node.value) in MODULES:
            yield node.attr, guarded
        yield from each(node, guarded)

    def each(node: ast.AST, guarded: bool) -> Iterator[tuple[str, bool]]:
        asks = isinstance(node, ast.If | ast.IfExp | ast.BoolOp) and bool(
            ASKS.search(ast.unparse(getattr(node, "test", node)))
        )
        forgives = isinstance(node, ast.Try) and any(
            FORGIVES & set(re.findall(r"\w+", ast.unparse(one.type))) for one in node.handlers if one.type
        )
        for _, value in ast.iter_fields(node):
            left_early = False
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from walk(child, guarded or asks or forgives or left_early)
                    left_early = left_early or leaves(child)

    return walk(tree, False)


def leaves(node: ast.AST) -> bool:
    """`if sys.platform …: return`: what follows is for the other systems."""
    return (
        isinstance(node, ast.If)
        and bool(ASKS.search(ast.unparse(node.test)))
        and isinstance(node.body[-1], ast.Return | ast.Raise)
    )


def test_the_app_asks_before_it_takes_what_only_some_systems_have() -> None:
    found = {
        f"{path.relative_to(PACKAGE).as_posix()}: {name}"
        for path in PACKAGE.rglob("*.py")
        if NAMED.search(text := path.read_text(encoding="utf-8"))
        for name, guarded in needs_asking(ast.parse(text))
        if not guarded
    }
    assert found == KNOWN


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("import fcntl", False),
        ("def lock():\n    import fcntl", False),
        ("from resource import getrlimit", False),
        ("import os\nos.nice(10)", False),
        ("import signal\nx = signal.SIGKILL", False),
        ("import sys\nif sys.platform != 'win32':\n    import resource", True),
        ("try:\n    import fcntl\nexcept ImportError:\n    fcntl = None", True),
        ("try:\n    import fcntl\nexcept OSError:\n    fcntl = None", False),
        ("import os\nn = len(os.sched_getaffinity(0)) if hasattr(os, 'sched_getaffinity') else 1", True),
        ("def f():\n    if os.name == 'nt':\n        return 1\n    import resource", True),
        ("def f():\n    import resource\n    if os.name == 'nt':\n        return 1", False),
    ],
)
def test_the_look_at_the_source_tells_asked_from_unasked(text: str, guarded: bool) -> None:
    assert [is_guarded for _, is_guarded in needs_asking(ast.parse(text))] == [guarded]
