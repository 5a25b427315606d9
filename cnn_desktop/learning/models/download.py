"""Fetches one file over the network, because a person asked for it: with progress, short waits, and a sentence for every way to fail."""

from __future__ import annotations

import hashlib
import http.client
import ssl
import threading
import time
import urllib.request
from collections.abc import Generator
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlparse

from cnn_desktop import __version__
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Progress
from cnn_desktop.domain.files import saving
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.space import free_bytes

CONNECT_SECONDS = 15.0
"""Nothing has come by then: there is no connection. Also where looking the name up takes for ever."""
_SILENCE_SECONDS = 20.0
"""A connection that is silent for so long is broken."""
_TICK = 0.1
"""Seconds between two progress events."""
_PART = 1 << 18


class DownloadError(Exception):
    """A file that could not be fetched. `reason` is half a sentence."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def fetch(
    address: str, file: Path, sha256_start: str, doing: Message, size: int, control: Control
) -> Generator[Event, None, None]:
    """Downloads `address` to `file`; the SHA-256 of what came must begin with `sha256_start` ("": any).

    `size`: bytes to expect, 0 when that is not known. Raises DownloadError; DataError when the disk fails; StopRequested at
    once: the thread that waits for the network is left alone then, and writes nothing more.
    """
    download = _Download(address, file, sha256_start, control)
    thread = threading.Thread(target=download.work, name="download", daemon=True)
    thread.start()
    began = time.monotonic()
    while thread.is_alive():
        thread.join(_TICK)
        control.stop_if_asked()
        passed = time.monotonic() - began
        if not download.connected and thread.is_alive() and passed > CONNECT_SECONDS:
            download.given_up = True
            raise DownloadError(_no_connection(address))
        done, total = download.received, max(download.size or size, download.received)
        rate = done / max(passed, 1e-6)
        yield Progress(
            doing=doing,
            done=round(done / 1e6),
            total=round(total / 1e6),
            per_second=rate / 1e6,
            seconds_left=(total - done) / rate if total > done and rate > 0 else None,
        )
    failure = download.failure
    if isinstance(failure, DataError):
        raise failure
    if isinstance(failure, HTTPError):
        raise DownloadError(_refusal(failure.code, address)) from failure
    if failure is not None:
        raise DownloadError(_reason(failure, address)) from failure


class _Download:
    """What the thread does, and how far it has come."""

    def __init__(self, address: str, file: Path, sha256_start: str, control: Control) -> None:
        self._address, self._file, self._sha256_start, self._control = address, file, sha256_start, control
        self.connected = self.given_up = False
        self.received = self.size = 0
        self.failure: Exception | None = None

    def work(self) -> None:
        try:
            self._fetch()
        except HTTPError as error:
            error.close()  # it holds the connection
            self.failure = error
        except Exception as error:  # noqa: BLE001 - a thread's boundary: `fetch` tells
            self.failure = error

    def _fetch(self) -> None:
        request = urllib.request.Request(self._address, headers={"User-Agent": f"cnn-desktop/{__version__}"})
        opener = urllib.request.build_opener()  # with the proxies that are set now
        with opener.open(request, timeout=_SILENCE_SECONDS) as answer:
            self.connected = True
            self.size = int(answer.headers.get("Content-Length") or 0)
            if self._over:
                return
            if self.size > free_bytes(self._file.parent):
                raise _no_room(self._file)
            digest = hashlib.sha256()
            with saving(self._file):
                out = open(self._file, "wb")  # noqa: SIM115 - closed below; network and disk fail with the same errors
            with out:
                while part := answer.read(_PART):
                    if self._over:
                        return
                    with saving(self._file):
                        out.write(part)
                        out.flush()
                    digest.update(part)
                    self.received += len(part)
        if self.received < self.size:
            raise http.client.IncompleteRead(b"", self.size - self.received)
        if not digest.hexdigest().startswith(self._sha256_start):
            raise _WrongHashError

    @property
    def _over(self) -> bool:
        return self._control.stopping or self.given_up


class _WrongHashError(Exception):
    """What came is not the file that was asked for."""


def _reason(error: Exception, address: str) -> Message:
    """Half a sentence: why `address` could not be fetched."""
    host = _host(address)
    cause = error.reason if isinstance(error, URLError) and isinstance(error.reason, Exception) else error
    if isinstance(cause, _WrongHashError):
        return say("the file from {host} is damaged or the wrong one", host=host)
    if isinstance(cause, ssl.SSLError):
        return say(
            "the connection to {host} is not secure (check this computer's date, or ask your network administrator)",
            host=host,
        )
    if "tunnel connection failed" in str(cause).lower():  # urllib's words for a proxy that says no
        return say("your network's proxy refused the connection to {host}", host=host)
    if isinstance(cause, http.client.HTTPException | ConnectionResetError) or (
        not isinstance(error, URLError) and isinstance(cause, TimeoutError | ConnectionError)
    ):
        return say("the connection to {host} was lost", host=host)
    if isinstance(cause, OSError):
        return _no_connection(address)
    return say("{address} could not be fetched: {reason}", address=address, reason=str(cause) or type(cause).__name__)


def _refusal(code: int, address: str) -> Message:
    host = _host(address)
    if code in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return say("{host} no longer has them", host=host)
    if code == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        return say("your network's proxy refused the connection to {host}", host=host)
    if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return say("{host} has a problem at the moment (error {code})", host=host, code=str(code))
    return say("{host} refused the download (error {code})", host=host, code=str(code))


def _no_connection(address: str) -> Message:
    return say("no connection to {host}", host=_host(address))


def _no_room(file: Path) -> DataError:
    return DataError(
        "The disk is too full for the download. Free some space in {folder}, then try again.", folder=str(file.parent)
    )


def _host(address: str) -> str:
    return urlparse(address).hostname or address
