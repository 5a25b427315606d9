"""A small child for tests: speaks the protocol without torch, or misbehaves in one chosen way (its first argument)."""

from __future__ import annotations

import contextlib
import json
import math
import os
import random
import signal
import subprocess
import sys
import threading
import time
from typing import Any


class Now:
    """The job that is done now."""

    id = ""
    newest = ""
    """The last job that was taken in, "" once it is done."""


def send(event: str, of: str = "", **fields: Any) -> None:
    line = json.dumps({"id": of or Now.id, "event": {"event": event, **fields}}) + "\n"
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
    orders: list[dict[str, Any]] = []
    arrived = threading.Semaphore(0)

    def read() -> None:
        for line in sys.stdin:
            order = json.loads(line)
            if order["order"] == "stop":
                send("stopping", of=order["id"])
                stopped.set()
            elif order["order"] == "pause":
                send("paused")
            elif order["order"] == "resume":
                send("resumed")
            else:
                Now.newest = order["id"]
                orders.append(order)
                arrived.release()
        if Now.newest:
            send("stopping", of=Now.newest)
        stopped.set()
        if how != "deaf":
            orders.append({"order": "end"})
            arrived.release()

    if how == "deaf":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(600)
    if how == "deaf after ready":
        send("ready", seconds=0.1)
        time.sleep(600)
    if how == "silent exit":
        sys.exit(3)
    if how == "held before ready":
        os.kill(os.getpid(), signal.SIGSTOP)
    known = {} if how == "untested card" else {"device": "cpu", "reason": text("no NVIDIA card found")}
    send("ready", seconds=0.1, verdict=known)
    threading.Thread(target=read, daemon=True).start()
    while True:
        arrived.acquire()
        order = orders.pop(0)
        if order["order"] == "end":
            return
        Now.id = order["id"]
        job(how, order["job"], stopped)
        done, Now.id = Now.id, ""
        if Now.newest == done:
            Now.newest = ""
        send("job_done", of=done)


def job(how: str, command: dict[str, Any], stopped: threading.Event) -> None:
    run = command.get("run", "")
    break_off(how, run)
    if how == "exception":
        send("failed", text=text("The photo box is empty."), details="Traceback: ...")
    elif how.startswith("refuses"):  # "refuses image_size 160"
        field, value = how.split()[1:]
        offer = {"field": field, "value": int(value)} if int(value) else None
        send("failed", text=text(f"Choose another {field}."), field=field, offer=offer)
    elif how == "long":
        progress(1, 1)
        stopped.wait()
        trained(run, stopped=True)
    elif how.startswith("show"):
        show(run, stopped, fast=how == "show fast")
    elif command["job"] == "predict":
        predict(command)
    elif how == "damaged photos":
        send("picture_ready", path=command["path"], file="", reason=text("it is damaged."))
    elif command["job"] == "thumbnails":
        stall(command["paths"][0])
    else:
        stall(run)
        if how == "planned":
            planned(run)
        train(run)


def show(run: str, stopped: threading.Event, fast: bool) -> None:
    """A training as it looks, for pictures: five epochs of the head, five of the whole network; without `fast` it halts."""
    rng, classes = random.Random(1), ["cardboard", "glass", "metal", "paper", "plastic", "trash"]
    planned(run, classes=classes, train_photos=1770, val_photos=378, test_photos=379, head_epochs=5, epochs=5)
    for epoch in range(1, 11):
        phase = "head" if epoch <= 5 else "full"
        for batch in range(2, 57, 2):
            x = epoch - 1 + batch / 56
            send(
                "train_progress", epoch=epoch, epochs=10, phase=phase, batch=batch, batches=56, count=64,
                loss=1.5 * math.exp(-x / 2.5) + 0.25 + rng.gauss(0, 0.07),
                accuracy=min(1.0, 0.95 - 0.65 * math.exp(-x / 2) + rng.gauss(0, 0.03)),
                images_per_second=61.0 if phase == "head" else 21.0, seconds_left=max(1.0, 340 - 34 * x),
            )  # fmt: skip
            if not fast and epoch == 7 and batch == 30:
                stopped.wait()
                return
        send(
            "epoch_done", epoch=epoch, epochs=10, phase=phase, train_loss=1.5 * math.exp(-epoch / 2.5) + 0.25,
            train_accuracy=0.95 - 0.65 * math.exp(-epoch / 2), val_loss=1.5 * math.exp(-epoch / 2.5) + 0.4,
            val_accuracy=0.89 - 0.6 * math.exp(-epoch / 2) - (0.02 if epoch > 8 else 0), lr=1e-3, seconds=31.0,
            images_per_second=61.0, best=epoch <= 8,
        )  # fmt: skip
    send(
        "trained", run=run, model="efficientnet_lite0", device="cpu", epochs=10, best_epoch=8, val_accuracy=0.879,
        loss=0.27, seconds=402.0, images_per_second=44.0,
    )  # fmt: skip


def planned(run: str, **changes: Any) -> None:
    fields = {
        "run": run, "model": "efficientnet_lite0", "device": "cpu", "device_reason": text(""), "precision": "float32",
        "weights": text("bundled"), "classes": ["a", "b"], "train_photos": 8, "val_photos": 2, "test_photos": 2,
        "head_epochs": 2, "epochs": 0,
    }  # fmt: skip
    send("planned", **{**fields, **changes})


def stall(path: str) -> None:
    """What `path` tells: hangs in the system, holds the process, or nothing."""
    if path.endswith("fifo"):
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        progress(1, 1)
        with open(path):  # which nobody ever writes to
            return
    if path.endswith("held"):
        progress(1, 1)
        os.kill(os.getpid(), signal.SIGSTOP)


def predict(command: dict[str, Any]) -> None:
    for path in command["paths"]:
        stall(path)
        if "crash" in path:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "damaged" in path:
            send("skipped", path=path, reason=text("it is damaged."))
        if "damaged" in path or "unseen" in path:
            continue
        send("predicted", path=path, scores=[{"name": "glass", "probability": 1.0}])


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
    if how == "starved":
        print("terminate called after throwing an instance of 'std::bad_alloc'", file=sys.stderr, flush=True)
        os.kill(os.getpid(), signal.SIGABRT)
    if how == "dies":
        raise SystemExit("the engine fell off")
    if how == "garbage":
        os.write(1, b"\xff\xfe not an event\n" * 50 + b'{"event": "unknown"}\n{"event": "epoch_done"}\n')
        os._exit(0)
    if how == "nonsense":
        os.write(
            1, b'{"id":' * 20_000 + b"\n" + b'{"id":"1","event":{"event":"noted","text":{"text":"\xff","values":{}}}}\n'
        )
        os.write(
            1,
            b'{"id":"\xf4\x8f\xa0\x80","event":{"event":"stopping"}}\n{"id":"7","event":{"event":"ended","outcome":"failed","text":{"text":"x","values":{}}}}\n',
        )
        for _ in range(40):
            os.write(1, b"x" * 2**20)
        os.write(1, b"\n")
        send("ready", seconds=0.1, verdict={"device": "cpu"})
    if how == "lively":
        for _ in range(30):
            send("alive")
            time.sleep(0.1)
    if how == "chatty":
        os.write(1, b"Downloading...\n")
    if how == "stranger":
        os.write(1, b'{"id": "4711", "event": {"event": "stopping"}}\n' * 3)
    if how == "grandchild":
        held = subprocess.Popen(
            [sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=bool(run == "loose")
        )
        print(f"grandchild {held.pid}", file=sys.stderr, flush=True)
        trained(run, stopped=False)
        os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
