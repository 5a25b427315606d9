"""A small child for tests: speaks the protocol without torch, or misbehaves in one chosen way (its first argument)."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from typing import Any


def send(event: str, **fields: Any) -> None:
    line = json.dumps({"event": event, **fields}) + "\n"
    with contextlib.suppress(BrokenPipeError):
        os.write(1, line.encode())


def text(words: str) -> dict[str, Any]:
    return {"text": words, "values": {}}


def progress(epoch: int, batch: int) -> None:
    send(
        "train_progress", epoch=epoch, epochs=2, phase="head", batch=batch, batches=4, count=8, loss=1.0 / batch,
        accuracy=0.5, images_per_second=100.0, seconds_left=3.0,
    )  # fmt: skip


def epoch_done(epoch: int) -> None:
    send(
        "epoch_done", epoch=epoch, epochs=2, phase="head", train_loss=1.0 / epoch, train_accuracy=0.6, val_loss=1.1 / epoch,
        val_accuracy=0.7, lr=0.001, seconds=1.0, images_per_second=100.0, best=True,
    )  # fmt: skip


def trained(run: str, stopped: bool) -> None:
    send(
        "trained", run=run, model="efficientnet_lite0", device="cpu", epochs=2, best_epoch=2, val_accuracy=0.7, loss=0.5,
        seconds=2.0, images_per_second=100.0, stopped=stopped,
    )  # fmt: skip


def main(how: str) -> None:
    stopped = threading.Event()
    commands: list[dict[str, Any]] = []
    arrived = threading.Semaphore(0)

    def read() -> None:
        for line in sys.stdin:
            command = json.loads(line)
            if command["command"] == "stop":
                send("stopping")
                stopped.set()
            else:
                commands.append(command)
                arrived.release()
        stopped.set()
        if how != "deaf":
            commands.append({"command": "end"})
            arrived.release()

    if how == "deaf":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(600)
    if how == "deaf after ready":
        send("ready", seconds=0.1)
        time.sleep(600)
    if how == "silent exit":
        sys.exit(3)
    send("ready", seconds=0.1, device="cpu", device_reason=text("no NVIDIA card found"))
    threading.Thread(target=read, daemon=True).start()
    while True:
        arrived.acquire()
        command = commands.pop(0)
        if command["command"] == "end":
            return
        job(how, command, stopped)
        send("job_done", id=command.get("id", ""))


def job(how: str, command: dict[str, Any], stopped: threading.Event) -> None:
    run = command.get("run", "")
    break_off(how, run)
    if how == "exception":
        send("failed", text=text("The photo box is empty."), details="Traceback: ...")
    elif how == "long":
        progress(1, 1)
        stopped.wait()
        trained(run, stopped=True)
    elif command["command"] == "predict":
        predict(command)
    else:
        if how == "planned":
            planned(run)
        train(run)


def planned(run: str) -> None:
    send(
        "planned", run=run, model="efficientnet_lite0", device="cpu", device_reason=text(""), precision="float32",
        weights=text("bundled"), classes=["a", "b"], train_photos=8, val_photos=2, test_photos=2, head_epochs=2, epochs=0,
    )  # fmt: skip


def predict(command: dict[str, Any]) -> None:
    for path in command["paths"]:
        if "crash" in path:
            os.kill(os.getpid(), signal.SIGSEGV)
        send("predicted", id=command["id"], path=path, scores=[{"name": "glass", "probability": 1.0}])


def train(run: str) -> None:
    for epoch in (1, 2):
        for batch in (1, 2, 3, 4):
            progress(epoch, batch)
        epoch_done(epoch)
    trained(run, stopped=False)


def break_off(how: str, run: str) -> None:
    """The bad manners that end the process."""
    if how == "segfault":
        print("about to crash", file=sys.stderr, flush=True)
        os.kill(os.getpid(), signal.SIGSEGV)
    if how == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if how == "dies":
        raise SystemExit("the engine fell off")
    if how == "garbage":
        os.write(1, b"\xff\xfe not an event\n" * 50 + b'{"event": "unknown"}\n{"event": "epoch_done"}\n')
        os._exit(0)
    if how == "chatty":
        os.write(1, b"Downloading...\n")
    if how == "grandchild":
        held = subprocess.Popen(
            [sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=bool(run == "loose")
        )
        print(f"grandchild {held.pid}", file=sys.stderr, flush=True)
        trained(run, stopped=False)
        os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
