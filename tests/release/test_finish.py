"""A release is signed, or says that it is not: the real scripts, with a real key where gpg is installed."""

from __future__ import annotations

import hashlib
import os
import shutil
import struct
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from cnn_desktop import __version__
from tests.release.tools import PACKAGING, load_release_tool, run_release_tool

finish, sign, facts = load_release_tool("finish"), load_release_tool("sign"), load_release_tool("facts")
listing = load_release_tool("listing")
DEB = f"cnn-desktop_{__version__}_amd64.deb"
SETUP = f"CNN-Desktop-{__version__}-setup.exe"
STRANGER = "stranger@b.example"
NO_KEYS = dict.fromkeys((sign.GPG_KEY, sign.WINDOWS_SIGN, sign.MACOS_IDENTITY), "")


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


def dated(patch: pytest.MonkeyPatch) -> None:
    """A changelog with a heading for a release of this version."""
    patch.setattr(facts, "read_changelog", lambda: facts.sections(f"## {__version__} (2026-12-01)\n\n- new\n"))


@pytest.fixture(scope="module")
def key() -> Iterator[dict[str, str]]:
    """Our key and a stranger's in a home of their own, and the variables that name ours. The path is short, as gpg's agent listens there."""
    if not shutil.which("gpg"):
        pytest.skip("gpg is not installed")
    home = Path(f"/tmp/cnn-desktop-gpg-{hashlib.sha256(str(Path.cwd()).encode()).hexdigest()[:8]}")
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(mode=0o700)
    for name in ("a@b.example", STRANGER):
        words = ["gpg", "--homedir", str(home), "--batch", "--passphrase", "", "--quick-gen-key", name, "ed25519"]
        subprocess.run(words, check=True, capture_output=True)
    yield {"GNUPGHOME": str(home), sign.GPG_KEY: "a@b.example"}
    subprocess.run(["gpgconf", "--homedir", str(home), "--kill", "all"], check=False, capture_output=True)
    shutil.rmtree(home, ignore_errors=True)


def sums(dist: Path) -> dict[str, str]:
    lines = (dist / "SHA256SUMS").read_text().splitlines()
    return {line.split("  ")[1]: line.split("  ")[0] for line in lines}


def test_an_unsigned_release_fails(dist: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        dated(patch)
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
    assert "**These files are not signed**" in (dist / "RELEASE-NOTES.md").read_text(encoding="utf-8")
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
    dated(monkeypatch)
    finish.finish(dist, unsigned=False)
    assert sums(dist).keys() == {DEB, f"{DEB}.asc", SETUP, "RELEASE-NOTES.md"}
    assert sign.is_signed(dist / "SHA256SUMS")
    assert (dist / "RELEASE-NOTES.md").read_text(encoding="utf-8") == f"# CNN Desktop {__version__}\n\n- new\n"
    (dist / DEB).write_bytes(b"another")
    assert not sign.is_signed(dist / DEB)


def sign_as(name: str, file: Path) -> None:
    words = ["gpg", "--batch", "--yes", "--local-user", name, "--armor", "--detach-sign", str(file)]
    subprocess.run(words, check=True, capture_output=True)


def test_a_signature_of_a_stranger_is_not_taken_for_ours(
    dist: Path, key: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though gpg knows the key and finds the signature good."""
    for name, value in key.items():
        monkeypatch.setenv(name, value)
    sign_as(STRANGER, dist / DEB)
    assert not sign.is_signed(dist / DEB)
    sign.sign(dist / DEB)
    assert sign.is_signed(dist / DEB)
    ours = sign.signature_of(dist / DEB).read_bytes()
    sign.sign(dist / DEB)
    assert sign.signature_of(dist / DEB).read_bytes() == ours  # one of ours is left alone
    monkeypatch.setenv(sign.GPG_KEY, STRANGER)
    assert not sign.is_signed(dist / DEB)
    monkeypatch.setenv(sign.GPG_KEY, "b.example")
    with pytest.raises(facts.ReleaseError, match=r"2 keys are called “b\.example”"):
        sign.is_signed(dist / DEB)


def test_a_signature_says_nothing_while_no_key_of_ours_is_told(
    dist: Path, key: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GNUPGHOME", key["GNUPGHOME"])
    for name in NO_KEYS:
        monkeypatch.setenv(name, " ")
    (dist / SETUP).write_bytes(program(b"a stranger's"))
    image = dist / "CNN-Desktop.dmg"
    image.touch()
    sign_as(STRANGER, dist / DEB)
    for file in (dist / DEB, dist / SETUP, image):
        with pytest.raises(facts.ReleaseError, match="does not say how to sign it"):
            sign.sign(file)


def test_the_signature_of_a_windows_program_is_always_made_anew(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whose it is could only Windows tell. A command that does nothing leaves none behind."""
    (dist / SETUP).write_bytes(program(b"a stranger's"))
    monkeypatch.setenv(sign.WINDOWS_SIGN, f"{sys.executable} -c pass {{file}}")
    with pytest.raises(facts.ReleaseError, match="is not signed"):
        sign.sign(dist / SETUP)
    assert (dist / SETUP).read_bytes() == program()


CODESIGN = """#!{python}
import pathlib, sys
file = pathlib.Path(sys.argv[-1])
if "--sign" in sys.argv:
    file.write_text(sys.argv[sys.argv.index("--sign") + 1])
elif "--display" in sys.argv:
    print(f"Authority={{file.read_text()}}\\nAuthority=Apple Root CA", file=sys.stderr)
sys.exit(not file.read_text())
"""


@pytest.mark.skipif(os.name == "nt", reason="a stand-in that is a script")
def test_an_image_signed_by_another_is_signed_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a stand-in for codesign, which keeps the certificate's name as the file's content."""
    stand_in = tmp_path / "codesign"
    stand_in.write_text(CODESIGN.format(python=sys.executable), encoding="utf-8")
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv(sign.MACOS_IDENTITY, "Developer ID Application: Ours (TEAM)")
    image = tmp_path / "a.dmg"
    for before in ("", "Developer ID Application: Another (TEAM)"):
        image.write_text(before, encoding="utf-8")
        assert not sign.is_signed(image)
        sign.sign(image)
        assert sign.is_signed(image)


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
def test_a_broken_program_is_not_signed(tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(sign.WINDOWS_SIGN, "signer {file}")
    file = tmp_path / "a.exe"
    file.write_bytes(content)
    assert not sign.is_signed(file)


def wheel(folder: Path) -> Path:
    """A wheel with one module in it."""
    file = folder / f"cnn_desktop-{__version__}-py3-none-any.whl"
    papers = f"cnn_desktop-{__version__}.dist-info"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("cnn_desktop_module.py", "")
        archive.writestr(f"{papers}/METADATA", f"Metadata-Version: 2.1\nName: cnn-desktop\nVersion: {__version__}\n")
        archive.writestr(f"{papers}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{papers}/RECORD", f"cnn_desktop_module.py,,\n{papers}/METADATA,,\n{papers}/WHEEL,,\n")
    return file


def test_pip_installs_a_wheel_of_an_unsigned_release(dist: Path, tmp_path: Path) -> None:
    """It would refuse it under any other name. No signature of an earlier release stays beside it."""
    made = wheel(dist)
    sign.signature_of(made).write_text("an older one")
    assert run_release_tool("finish", dist, UNSIGNED="1").returncode == 0
    (left,) = dist.glob("*.whl")
    assert sums(dist)[left.name] == hashlib.sha256(made.read_bytes()).hexdigest()
    assert not list(dist.glob("*.asc"))
    words = [
        "--quiet",
        "--disable-pip-version-check",
        "install",
        "--no-deps",
        "--no-index",
        "--target",
        tmp_path / "in",
    ]
    done = subprocess.run([sys.executable, "-m", "pip", *words, left], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "in" / "cnn_desktop_module.py").is_file()


def test_a_wheel_is_signed_beside_it(dist: Path, key: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    (dist / SETUP).unlink()
    made = wheel(dist)
    for name, value in key.items():
        monkeypatch.setenv(name, value)
    dated(monkeypatch)
    finish.finish(dist, unsigned=False)
    assert sums(dist).keys() == {DEB, f"{DEB}.asc", made.name, f"{made.name}.asc", "RELEASE-NOTES.md"}


def test_what_is_told_beside_an_artefact_goes_with_it(dist: Path, tmp_path: Path) -> None:
    """Also when the same version is built again into the same folder: nothing is told twice."""
    bill = tmp_path / "SBOM.json"
    for build in ("first", "second"):
        bill.write_text(build)
        (dist / DEB).write_text(build)
        listing.write_beside(dist.parent / "bundle", bill, dist, DEB.removesuffix(".deb"))
        done = run_release_tool("finish", dist, UNSIGNED="1")
        assert "6 files of an UNSIGNED release" in done.stdout
    stem = f"cnn-desktop_{__version__}_amd64-unsigned"
    names = [f"CNN-Desktop-{__version__}-setup-unsigned.exe", "RELEASE-NOTES.md"]
    names += [f"{stem}.cdx.json", f"{stem}.deb", f"{stem}.files.txt"]
    assert [line.split("  ")[1] for line in (dist / "SHA256SUMS").read_text().splitlines()] == names
    assert sorted(file.name for file in dist.iterdir()) == sorted([*names, "SHA256SUMS", "build.log"])
    for file in (dist / f"{stem}.deb", dist / f"{stem}.cdx.json"):
        assert file.read_text() == "second"


def test_an_artefact_is_found_under_either_name(dist: Path) -> None:
    assert finish.find(dist, SETUP) == dist / SETUP
    assert run_release_tool("finish", dist, UNSIGNED="1").returncode == 0
    assert finish.find(dist, SETUP) == dist / f"CNN-Desktop-{__version__}-setup-unsigned.exe"
    with pytest.raises(facts.ReleaseError, match=r"holds neither cnn-desktop\.run nor cnn-desktop-unsigned\.run"):
        finish.find(dist, "cnn-desktop.run")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (f"cnn-desktop_{__version__}_amd64-unsigned.deb", "Built as unsigned"),
        ("cnn-desktop_0.0.1_amd64.deb", "Not of version"),
        (f"cnn-desktop_1{__version__}_amd64.deb", "Not of version"),
        (f"cnn-desktop_{__version__}.1_amd64.deb", "Not of version"),
    ],
)
def test_what_would_be_refused_in_the_end_is_refused_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, why: str
) -> None:
    for variable in NO_KEYS:
        monkeypatch.setenv(variable, "told")
    monkeypatch.setenv("UNSIGNED", "")
    out = tmp_path / "dist"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facts, "read_changelog", lambda: facts.sections("## Unreleased\n\n- new\n"))
        with pytest.raises(facts.ReleaseError, match=r"CHANGELOG\.md has no part"):
            finish.ready(out, DEB)
    dated(monkeypatch)
    finish.ready(out, DEB, SETUP)  # of a folder that is not there yet
    out.mkdir()
    (out / name).touch()
    with pytest.raises(facts.ReleaseError, match=why):
        finish.ready(out, DEB)
    (out / name).unlink()
    monkeypatch.setenv(sign.WINDOWS_SIGN, "")
    with pytest.raises(facts.ReleaseError, match=f"{sign.WINDOWS_SIGN} does not say"):
        finish.ready(out, SETUP)
    monkeypatch.setenv("UNSIGNED", "1")
    finish.ready(out, SETUP)


def test_files_of_another_version_do_not_slip_in(dist: Path) -> None:
    (dist / "cnn-desktop_0.0.1_amd64.deb").write_bytes(b"old")
    done = run_release_tool("finish", dist, UNSIGNED="1")
    assert (done.returncode, "cnn-desktop_0.0.1_amd64.deb" in done.stderr) == (1, True)
    assert run_release_tool("finish", dist.parent, UNSIGNED="1").returncode == 1  # nothing to release there
