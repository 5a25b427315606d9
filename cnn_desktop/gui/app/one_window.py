"""A second start brings the first window to the front, which opens there what was asked for.

The second one connects to the first (a socket of this person's on this computer), sends one line, hears "ok" and says "go": then
it ends. Without a "go" nothing is opened, so that what was asked for is opened once, be the first one ever so late. While the
first one is coming up it is waited for; when it is up and gives no answer, the second start has a window of its own.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Literal

import msgspec
from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.text_out import from_wire, to_wire
from cnn_desktop.gui.app.claim import Claim
from cnn_desktop.gui.app.front import TOKEN
from cnn_desktop.gui.app.requests import Asked, Requests

ANSWER = 5.0
"""Seconds that a window which is up may take to answer, on a computer that is busy with everything at once."""
COMING_UP = 30.0
"""Seconds that one may take which is not up yet."""
_LONGEST = 1 << 23
"""Bytes of a request: as many paths as one command line may have (2 MB on Linux), as JSON may spell them."""
_PATIENCE_MS = 60_000
"""For all that one visitor has to say."""
_OK, _GO = b"ok\n", b"go\n"


def hand_over(asked: Asked, claim: Claim) -> bool:
    """True when a window that is open already has taken `asked`; else this process shall open one, and has `claim` if it can."""
    asked = msgspec.structs.replace(asked, token=os.environ.get(TOKEN, ""))
    end = time.monotonic() + COMING_UP
    while not claim.take() and claim.is_anothers and time.monotonic() < end:
        answers = (_ask(address, asked) for address in claim.addresses)
        answer = next((answer for answer in answers if answer != "nobody"), "nobody")
        if answer != "nobody":
            return answer == "taken"
        time.sleep(0.05)
    return False


def _ask(address: str, asked: Asked) -> Literal["taken", "silent", "nobody"]:
    visitor, milliseconds = QLocalSocket(), int(1000 * ANSWER)
    visitor.connectToServer(address)
    if not visitor.waitForConnected(milliseconds):
        return "nobody"
    visitor.write(to_wire(asked) + b"\n")
    if visitor.waitForReadyRead(milliseconds):
        if bytes(visitor.readLine(len(_OK) + 1).data()) == _OK:
            visitor.write(_GO)
            visitor.waitForBytesWritten(milliseconds)
            visitor.disconnectFromServer()
            return "taken"
        return "silent"  # of another version, maybe
    is_there = visitor.state() == QLocalSocket.LocalSocketState.ConnectedState
    visitor.abort()
    return "silent" if is_there else "nobody"


class FrontDoor(QObject):
    """The first window's: other starts come here. Shut, it lets go of the claim."""

    def __init__(
        self, claim: Claim, is_closing: Callable[[], bool], requests: Requests, parent: QObject | None = None
    ) -> None:
        """`is_closing`: whether what is asked for would be lost; where nobody can listen it is shut at once."""
        super().__init__(parent)
        self._claim, self._is_closing, self._requests = claim, is_closing, requests
        self._servers: list[QLocalServer] = []
        while not self._servers and claim.take():
            for address in claim.addresses:
                self._listen(address)

    def _listen(self, address: str) -> None:
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._let_in)
        QLocalServer.removeServer(address)  # of a window that was killed: no other has the claim
        if server.listen(address):
            self._servers.append(server)
        else:
            self._claim.leave(address)

    def shut(self) -> None:
        """Nobody comes in any more; the next start has the first window."""
        for server in self._servers:
            server.close()
        self._claim.release()

    def _let_in(self) -> None:
        for server in self._servers:
            while (visitor := server.nextPendingConnection()) is not None:
                _Visit(visitor, self)

    def may_come(self) -> bool:
        """Asked for each request; where it would be lost, the door shuts, and whoever came has the first window."""
        if self._is_closing():
            self.shut()
        return any(server.isListening() for server in self._servers)

    def take(self, asked: Asked) -> None:
        """Of a visit."""
        self._requests.take(asked)


class _Visit(QObject):
    """One visitor, who may be anybody: what is no request, or is too long, or late, ends it."""

    def __init__(self, visitor: QLocalSocket, door: FrontDoor) -> None:
        super().__init__(door)
        self._visitor, self._door = visitor, door
        self._asked: Asked | None = None
        visitor.setParent(self)
        visitor.setReadBufferSize(_LONGEST)
        visitor.readyRead.connect(self._read)
        visitor.disconnected.connect(self._end)
        QTimer.singleShot(_PATIENCE_MS, self, self._end)
        self._read()

    def _read(self) -> None:
        while self._visitor.canReadLine():
            line = bytes(self._visitor.readLine(_LONGEST).data())
            if self._asked is not None:
                self._end(said=line)
            else:
                self._hear(line)
        if self._visitor.bytesAvailable() >= _LONGEST:
            self._end()

    def _hear(self, line: bytes) -> None:
        try:
            self._asked = from_wire(line, Asked)
        except Unreadable:
            self._end()
            return
        if self._door.may_come():
            self._visitor.write(_OK)
            self._visitor.flush()
        else:
            self._end()

    def _end(self, said: bytes = b"") -> None:
        asked, self._asked = self._asked, None
        if not said and self._visitor.canReadLine():  # it said its last word and went
            said = bytes(self._visitor.readLine(_LONGEST).data())
        self._visitor.blockSignals(True)
        self._visitor.abort()
        self.deleteLater()
        if asked is not None and said == _GO:
            self._door.take(asked)
