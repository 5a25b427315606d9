"""Whether Windows programs and libraries are signed by whom they should be: `osslsigncode`, and certificates given by their hashes."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from root import Root

MICROSOFT_ROOTS = {
    "5367f20c7ade0e2bca790915056d086b720c33c1fa2a2661acf787e3292e1270": "Microsoft Identity Verification Root 2020",
    "df545bf919a2439c36983b54cdfc903dfa4f37d3996d8d84b4c31eec6f3c163e": "Microsoft Root Certificate Authority 2010",
    "847df6a78497943f27fc72eb93f9a637320a02b561d0a91b09e87a7807ed7c61": "Microsoft Root Certificate Authority 2011",
}
"""SHA-256 of the certificates (DER) that Windows trusts besides those of ca-certificates."""
_PEM = re.compile("-----BEGIN CERTIFICATE-----(.*?)-----END CERTIFICATE-----", re.DOTALL)
_SIGNER = re.compile(r"^\s*Subject\s*: (?P<name>.*)$", re.MULTILINE)


def check(root: Root, files: Sequence[tuple[Path, str]], signer: str, work: str, roots: str) -> int:
    """How many `files` (here, and as the root names them) there are, all signed by the organisation `signer`.

    `work` is a folder, as the root names it; `roots` are certificates (PEM), of which the known ones are trusted. Raises ValueError for the
    first file that is not signed so: its content was changed, another has signed it, or its certificate leads to no known root.
    """
    trusted = f"{work}/trusted.pem"
    for file, inside in files:
        _gather_roots(root, inside, work, trusted, roots)
        words = ["osslsigncode", "verify", "-ignore-crl", "-CAfile", trusted, "-TSA-CAfile", trusted, "-in", inside]
        told = root.run(words, check=False, capture_output=True)
        named = _SIGNER.search(told.stdout)
        if told.returncode or "Succeeded" not in told.stdout or not named:
            raise ValueError(f"The signature of {file} does not hold:\n{told.stdout[-2000:]}{told.stderr[-500:]}")
        if f"/O={signer}/" not in named["name"] + "/":
            raise ValueError(f"{file} is signed by {named['name']}, not by {signer}.")
    return len(files)


def _gather_roots(root: Root, inside: str, work: str, trusted: str, roots: str) -> None:
    """Writes the certificates to trust: those of ca-certificates, and the known ones of `roots` and the file's signature."""
    script = (
        f"rm -f {work}/signature.pem; osslsigncode extract-signature -pem -in {inside} -out {work}/signature.pem >/dev/null; "
        f"openssl pkcs7 -in {work}/signature.pem -print_certs"
    )
    told = root.run(["sh", "-c", script], check=False, capture_output=True).stdout
    known = [text[0] for text in _PEM.finditer(roots + told) if hash_of(text[1]) in MICROSOFT_ROOTS]
    lines = "\n".join(known)
    root.run(["sh", "-c", f"cat /etc/ssl/certs/ca-certificates.crt - > {trusted}"], input=f"{lines}\n")


def hash_of(body: str) -> str:
    """SHA-256 of a certificate's DER form; `body` is its base64."""
    return hashlib.sha256(base64.b64decode(body)).hexdigest()
