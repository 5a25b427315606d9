"""The check that the app keeps to itself: what it reads in a trace, and that it sees a program that does not."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from cnn_desktop import cli

FILE = Path(__file__).parents[2] / "packaging" / "check_offline.py"


@pytest.fixture(scope="module")
def check() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_offline", FILE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["check_offline"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "line",
    [
        'connect(3<socket:[1]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("1.2.3.4")}, 16) = 0',
        "connect(3, {sa_family=AF_INET6, sin6_port=htons(443)}, 28) = -1 ENETUNREACH (Network is unreachable)",
        "connect(3, {sa_family=AF_INET, sin_port=htons(53)}, 16) = -1 EINPROGRESS (Operation now in progress)",
        "bind(3, {sa_family=AF_INET, sin_port=htons(0)}, 16) = 0",
        'sendto(3, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(53)}, 16) = 1',
    ],
)
def test_a_call_to_another_computer_counts_whether_it_got_there_or_not(check: ModuleType, line: str) -> None:
    assert sum(check.read_trace([line]).network.values()) == 1


@pytest.mark.parametrize(
    "line",
    [
        'connect(3, {sa_family=AF_UNIX, sun_path="/run/dbus/system_bus_socket"}, 30) = 0',
        "bind(3, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 0",
        'sendto(3, "x", 1, MSG_NOSIGNAL, NULL, 0) = 1',
    ],
)
def test_local_sockets_do_not(check: ModuleType, line: str) -> None:
    assert not check.read_trace([line]).network


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ('openat(AT_FDCWD</here>, "a.txt", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 3</here/a.txt>', ["/here/a.txt"]),
        ('openat(4</there>, "../b", O_RDWR) = 3', ["/b"]),
        ('openat(AT_FDCWD</here>, "a.txt", O_RDONLY|O_CLOEXEC) = 3', []),
        (
            'openat(AT_FDCWD</here>, "/opt/app/x.pyc", O_WRONLY|O_CREAT, 0666) = -1 EROFS (Read-only)',
            ["/opt/app/x.pyc"],
        ),
        ('mkdir("/home/p/.cache", 0777) = -1 EEXIST (File exists)', []),
        ('rename("/a", "/b") = 0', ["/a", "/b"]),
        ('unlink("rel") = 0', ["/stands/rel"]),
        (r'mkdir("/home/H\303\266m\303\251 \"x\"", 0777) = 0', ['/home/Hömé "x"']),
    ],
)
def test_what_is_written_is_told_by_its_whole_path(check: ModuleType, line: str, written: list[str]) -> None:
    assert sorted(check.read_trace([line], "/stands").written) == written


def test_each_write_belongs_to_one_figure(check: ModuleType) -> None:
    paths = (
        "/opt/app/x.pyc",
        "/home/.cache",
        "/home/.cache/other",
        "/home/own/x",
        "/home/owner",
        "/dev/null",
        "/tmp/t/x",
    )
    found = check.read_trace(f'creat("{path}", 0666) = 3' for path in paths)
    allowed = check.Allowed(("/home/own",), ("/tmp/t",), ("/home/.cache",))
    figures = check.judge(found, allowed, ["/opt/app"])
    assert figures == {
        "calls to the network": [],
        "writes under the install folder": ["/opt/app/x.pyc"],
        "writes outside the app's own folders": ["/home/.cache/other", "/home/owner"],
    }


def test_every_verb_is_watched(check: ModuleType, tmp_path: Path) -> None:
    assert set(check.Session(["cnn-desktop"], tmp_path).steps()) == {*cli.VERBS, *cli.WINDOW_VERBS} - {"child"}


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_program_that_reaches_out_and_writes_elsewhere_is_seen(check: ModuleType, tmp_path: Path) -> None:
    trace, elsewhere = tmp_path / "trace", tmp_path / "elsewhere é.txt"
    code = (
        "import socket, sys; open(sys.argv[1], 'w').close(); "
        "one = socket.socket(); one.settimeout(0.1); one.connect_ex(('127.0.0.1', 9))"
    )
    traced = ",".join((*check.NETWORK, *check.CHANGES, "open", "openat"))
    watched = subprocess.run(
        ["strace", "-ff", "-qq", "-y", "-s", "1000", "-o", str(trace), "-e", f"trace={traced}",
         sys.executable, "-S", "-c", code, str(elsewhere)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if watched.returncode:
        pytest.skip(f"strace may not trace here: {watched.stderr.strip()[:100]}")
    lines = [line for file in tmp_path.glob("trace.*") for line in file.read_text(errors="replace").splitlines()]
    found = check.read_trace(lines)
    assert len(found.network) == 1
    assert str(elsewhere) in found.written
