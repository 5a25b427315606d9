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
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.text_out import from_wire, to_wire
from cnn_desktop.gui.app.claim import Claim
from cnn_desktop.gui.app.front import TOKEN

ANSWER = 5.0
"""Seconds that a window which is up may take to answer, on a computer that is busy with everything at once."""
COMING_UP = 30.0
"""Seconds that one may take which is not up yet."""
_LONGEST = 1 << 23
"""Bytes of a request: as many paths as one command line may have (2 MB on Linux), as JSON may spell them."""
_PATIENCE_MS = 60_000
"""For all that one visitor has to say."""
_MODAL_MS = 200
_OK, _GO = b"ok\n", b"go\n"


class Asked(msgspec.Struct, frozen=True):
    """What a start is for."""

    paths: tuple[str, ...] = ()
    """Absolute."""
    sample: bool = False
    token: str = ""
    """With which Wayland lets a window come to the front."""


def hand_over(asked: Asked, claim: Claim) -> bool:
    """True when a window that is open already has taken `asked`; else this process shall open one, and has `claim` if it can."""
    if not claim.address:
        return False
    asked = msgspec.structs.replace(asked, token=os.environ.get(TOKEN, ""))
    end = time.monotonic() + COMING_UP
    while claim.address and time.monotonic() < end and not claim.take():
        answer = _ask(claim.address, asked)
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

    came = Signal(str)
    """Somebody wants to see the window; with the token that lets it come to the front, or none."""
    asked = Signal(object)
    """`Asked`; never while a dialog waits for an answer."""

    def __init__(self, claim: Claim, is_closing: Callable[[], bool], parent: QObject | None = None) -> None:
        """`claim` is taken; `is_closing`: whether what is asked for would be lost."""
        super().__init__(parent)
        self._claim, self._is_closing = claim, is_closing
        self._waiting: list[Asked] = []
        self._clock = QTimer(self, interval=_MODAL_MS)
        self._clock.timeout.connect(self._tell)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._let_in)
        QLocalServer.removeServer(claim.address)  # of a window that was killed: no other has the claim
        if not self._server.listen(claim.address):
            self.shut()

    def shut(self) -> None:
        """Nobody comes in any more; the next start has the first window."""
        self._server.close()
        self._claim.release()

    def _let_in(self) -> None:
        while (visitor := self._server.nextPendingConnection()) is not None:
            _Visit(visitor, self)

    def may_come(self) -> bool:
        """Asked for each request; where it would be lost, the door shuts, and whoever came has the first window."""
        if self._is_closing():
            self.shut()
        return self._server.isListening()

    def take(self, asked: Asked) -> None:
        """Of a visit."""
        self.came.emit(asked.token)
        self._waiting.append(asked)
        self._tell()

    def _tell(self) -> None:
        is_busy = QApplication.activeModalWidget() is not None
        if is_busy and self._waiting:
            self._clock.start()
            return
        self._clock.stop()
        waiting, self._waiting = self._waiting, []
        for asked in waiting:
            self.asked.emit(asked)


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
