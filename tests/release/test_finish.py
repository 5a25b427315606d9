"""A release is signed, or says that it is not: the real scripts, with a real key where gpg is installed."""

from __future__ import annotations

import hashlib
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cnn_desktop import __version__
from tests.release.tools import PACKAGING, load_release_tool, run_release_tool

finish, sign, facts = load_release_tool("finish"), load_release_tool("sign"), load_release_tool("facts")
DEB = f"cnn-desktop_{__version__}_amd64.deb"
SETUP = f"CNN-Desktop-{__version__}-setup.exe"
NO_KEYS = dict.fromkeys((sign.GPG_KEY, sign.WINDOWS_SIGN, sign.MACOS_SIGN), "")


def program(signature: bytes = b"") -> bytes:
    """As much of a Windows program as tells whether it is signed."""
    head = bytearray(1024)
    struct.pack_into("<I", head, 0x3C, 128)
    head[128:132] = b"PE\0\0"
    struct.pack_into("<H", head, 152, 0x20B)
    if signature:
        struct.pack_into("<II", head, 152 + 112 + 8 * 4, len(head), len(signature))
    return bytes(head) + signature


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / DEB).write_bytes(b"deb")
    (folder / SETUP).write_bytes(program())
    (folder / "build.log").write_text("not for others")
    return folder


@pytest.fixture(scope="module")
def key() -> Iterator[dict[str, str]]:
    """A key in a home of its own, and the variables that name it. The home's path is short, as gpg's agent listens there."""
    if not shutil.which("gpg"):
        pytest.skip("gpg is not installed")
    home = Path(f"/tmp/cnn-desktop-gpg-{hashlib.sha256(str(Path.cwd()).encode()).hexdigest()[:8]}")
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(mode=0o700)
    words = ["gpg", "--homedir", str(home), "--batch", "--passphrase", "", "--quick-gen-key", "a@b.example", "ed25519"]
    subprocess.run(words, check=True, capture_output=True)
    yield {"GNUPGHOME": str(home), sign.GPG_KEY: "a@b.example"}
    subprocess.run(["gpgconf", "--homedir", str(home), "--kill", "all"], check=False, capture_output=True)
    shutil.rmtree(home, ignore_errors=True)


def sums(dist: Path) -> dict[str, str]:
    lines = (dist / "SHA256SUMS").read_text().splitlines()
    return {line.split("  ")[1]: line.split("  ")[0] for line in lines}


def test_an_unsigned_release_fails(dist: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facts, "read_changelog", lambda: facts.sections(f"## {__version__} (2026-12-01)\n\n- new\n"))
        for name in NO_KEYS:
            patch.delenv(name, raising=False)
        with pytest.raises(facts.ReleaseError, match=r"is not signed, and CNN_DESKTOP_WINDOWS_SIGN does not say how"):
            finish.finish(dist, unsigned=False)
    assert not (dist / "SHA256SUMS").exists()


def test_the_scripts_run_by_path(dist: Path) -> None:
    script = PACKAGING / "release" / "finish.py"
    done = subprocess.run([sys.executable, str(script), str(dist.parent)], check=False, capture_output=True, text=True)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)


def test_it_says_how_to_make_an_unsigned_one(dist: Path) -> None:
    done = run_release_tool("finish", dist, UNSIGNED="", **NO_KEYS)
    assert done.returncode == 1
    assert "UNSIGNED=1" in done.stderr
    assert sorted(file.name for file in dist.iterdir()) == sorted([DEB, SETUP, "build.log"])


def test_what_is_unsigned_says_so(dist: Path) -> None:
    for _ in range(2):  # a second time changes nothing
        done = run_release_tool("finish", dist, UNSIGNED="1")
        assert done.returncode == 0, done.stderr
        assert "UNSIGNED release" in done.stdout
        names = {f"cnn-desktop_{__version__}_amd64-unsigned.deb", f"CNN-Desktop-{__version__}-setup-unsigned.exe"}
        assert sums(dist).keys() == names | {"RELEASE-NOTES.md"}
    assert "**These files are not signed.**" in (dist / "RELEASE-NOTES.md").read_text(encoding="utf-8")
    told = sums(dist)
    for name, expected in told.items():
        assert hashlib.sha256((dist / name).read_bytes()).hexdigest() == expected


def test_a_signed_release_can_be_checked(
    dist: Path, key: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    signer = tmp_path / "signer.py"
    signer.write_text(f"import sys\nopen(sys.argv[1], 'wb').write({program(b'signature')!r})\n", encoding="utf-8")
    for name, value in (key | {sign.WINDOWS_SIGN: f"{sys.executable} '{signer}' {{file}}"}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(facts, "read_changelog", lambda: facts.sections(f"## {__version__} (2026-12-01)\n\n- new\n"))
    finish.finish(dist, unsigned=False)
    assert sums(dist).keys() == {DEB, f"{DEB}.asc", SETUP, "RELEASE-NOTES.md"}
    assert sign.is_signed(dist / "SHA256SUMS")
    assert (dist / "RELEASE-NOTES.md").read_text(encoding="utf-8") == f"# CNN Desktop {__version__}\n\n- new\n"
    (dist / DEB).write_bytes(b"another")
    assert not sign.is_signed(dist / DEB)


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (f"{sys.executable} -c pass {{file}}", "ended with 0"),
        (f"{sys.executable} -c \"raise SystemExit('the key is locked')\" {{file}}", "the key is locked"),
        ("no-such-tool {file}", "no-such-tool cannot be started"),
    ],
)
def test_a_tool_is_not_believed(dist: Path, monkeypatch: pytest.MonkeyPatch, command: str, why: str) -> None:
    monkeypatch.setenv(sign.WINDOWS_SIGN, command)
    with pytest.raises(facts.ReleaseError, match=why):
        sign.sign(dist / SETUP)


@pytest.mark.parametrize("content", [b"", b"MZ", program()[:200], program(b"s")[:-1], b"\xff" * 4096])
def test_a_broken_program_is_not_signed(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.exe"
    file.write_bytes(content)
    assert not sign.is_signed(file)


def test_files_of_another_version_do_not_slip_in(dist: Path) -> None:
    (dist / "cnn-desktop_0.0.1_amd64.deb").write_bytes(b"old")
    done = run_release_tool("finish", dist, UNSIGNED="1")
    assert (done.returncode, "cnn-desktop_0.0.1_amd64.deb" in done.stderr) == (1, True)
    assert run_release_tool("finish", dist.parent, UNSIGNED="1").returncode == 1  # nothing to release there
