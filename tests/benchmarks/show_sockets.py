"""Which of the libraries the app stands on open a socket, or look a computer up, while they are imported?

python -m tests.benchmarks.show_sockets

Each in a process of its own, watched by Python's audit hooks; first what the children and the window import of the app itself.
What libraries do in native code is seen by `packaging/check_offline.py`.
"""

from __future__ import annotations

import subprocess
import sys

MODULES = (
    "cnn_desktop.gui.app.app",
    "cnn_desktop.learning.warm",
    "PySide6.QtNetwork",
    "pyqtgraph",
    "torch",
    "torchvision",
    "timm",
    "huggingface_hub",
    "onnxruntime",
    "onnx",
    "onnxscript",
    "sklearn.linear_model",
    "PIL.Image",
    "pillow_heif",
    "safetensors.torch",
    "msgspec",
    "platformdirs",
    "psutil",
    "rich.progress",
)
_WATCHED = """
import sys
import cnn_desktop
told = []
sys.addaudithook(lambda event, _: told.append(event) if event.startswith("socket.") and event != "socket.gethostname" else None)
try:
    __import__(sys.argv[1])
except ImportError as error:
    print("not there:", error)
else:
    print(", ".join(sorted(set(told))) or "none")
"""


def main() -> None:
    for name in MODULES:
        done = subprocess.run([sys.executable, "-c", _WATCHED, name], capture_output=True, text=True, check=False)
        print(f"{name}: {(done.stdout or done.stderr).strip().splitlines()[-1]}")


if __name__ == "__main__":
    main()
