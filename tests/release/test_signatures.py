"""Who has signed the files of Python and Microsoft that the Windows setup carries: what `osslsigncode` says is judged, not run."""

from __future__ import annotations

import base64
import subprocess
from pathlib import Path

import pytest

from tests.release.test_windows_setup import load

PSF = "Python Software Foundation"
SIGNED = f"Signer #0:\n\t\tSubject: /C=US/O={PSF}/CN={PSF}\n\t\tIssuer : /O=Another\n"
GOOD = (0, f"{SIGNED}Signature verification: ok\nNumber of verified signatures: 1\nSucceeded\n")


class Root:
    """In which `osslsigncode verify` says `told` and ends with `code`, and a signature comes with the certificates `attached`."""

    def __init__(self, code: int, told: str, attached: str = "") -> None:
        self._code, self._told, self._attached = code, told, attached
        self.trusted = ""
        self.asked: list[str] = []

    def run(self, words: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        if words[0] == "osslsigncode":
            self.asked.append(words[-1])
            return subprocess.CompletedProcess(words, self._code, stdout=self._told, stderr="")
        self.trusted += str(options.get("input", ""))
        return subprocess.CompletedProcess(words, 0, stdout=self._attached)


def check(root: Root, signer: str = PSF, roots: str = "") -> int:
    files = [(Path("a.exe"), "/inside/a.exe"), (Path("b.dll"), "/inside/b.dll")]
    return int(load("signatures").check(root, files, signer, "/work", roots))


def test_files_signed_by_whom_they_should_be_are_counted() -> None:
    root = Root(*GOOD)
    assert check(root) == 2
    assert root.asked == ["/inside/a.exe", "/inside/b.dll"]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (1, f"{SIGNED}Signature verification: failed\nNumber of verified signatures: 1\nFailed\n"),
        (1, "No signature found\nFailed\n"),
        (1, GOOD[1]),
        (0, f"{SIGNED}Failed\n"),
        (0, "Number of verified signatures: 0\nSucceeded\n"),
    ],
)
def test_a_signature_that_does_not_hold_is_refused(code: int, told: str) -> None:
    with pytest.raises(ValueError, match=r"The signature of a\.exe does not hold:\n"):
        check(Root(code, told))


@pytest.mark.parametrize("signer", ["Microsoft Corporation", "Python", "Software Foundation", "Another"])
def test_another_signer_is_refused(signer: str) -> None:
    with pytest.raises(ValueError, match=rf"a\.exe is signed by .*O={PSF}.*, not by {signer}\."):
        check(Root(*GOOD), signer)


def test_only_certificates_that_are_known_are_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    signatures = load("signatures")
    bodies = [base64.b64encode(content).decode() for content in (b"known", b"attached, known", b"somebody's")]
    monkeypatch.setattr(signatures, "MICROSOFT_ROOTS", dict.fromkeys(map(signatures.hash_of, bodies[:2]), "a root"))
    pem = [f"-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----" for body in bodies]
    root = Root(*GOOD, attached=pem[1] + pem[2])
    check(root, roots=f"{pem[0]}\n{pem[2]}")
    assert bodies[0] in root.trusted
    assert bodies[1] in root.trusted
    assert bodies[2] not in root.trusted
