"""Fixtures every test may use: an isolated home, real photos, generated folders; and the import walls."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from importlib.abc import MetaPathFinder
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from PIL import Image

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# the machines are shared, so nothing is judged by how long it took
settings.register_profile("shared machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared machine")


class Wall(MetaPathFinder):
    """Makes importing any of `names` fail, in this process."""

    def __init__(self, names: list[str]) -> None:
        self.names = names

    def find_spec(self, fullname: str, path: object, target: object = None) -> None:
        if fullname.split(".", maxsplit=1)[0] in self.names:
            raise ImportError(f"{fullname} must not be imported in this test run")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--wall", default="", help="comma-separated packages whose import must fail in this run")


def pytest_configure(config: pytest.Config) -> None:
    names = [name for name in config.getoption("--wall").split(",") if name]
    if names:
        sys.meta_path.insert(0, Wall(names))


def pytest_collection_finish() -> None:
    """What was imported stays: the collector of cycles need not look through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, caches, projects and weights of this test alone."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CNN_DESKTOP_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def trashnet() -> Path:
    """2,527 real photos in six class folders."""
    default = Path(__file__).parents[2] / "shared/data/trashnet"
    folder = Path(os.environ.get("CNN_DESKTOP_TEST_DATA", default))
    if not folder.is_dir():
        pytest.skip(f"real photos are not at {folder}; set CNN_DESKTOP_TEST_DATA")
    return folder


def draw_photo(path: Path, label: int, number: int, size: tuple[int, int] = (48, 40)) -> Path:
    """A small noisy photo whose colour tells its class."""
    rng = np.random.default_rng(label * 1000 + number)
    base = np.array([(220, 60, 60), (60, 200, 80), (70, 90, 220), (210, 200, 60), (180, 80, 200)][label % 5])
    noise = rng.normal(0, 25, (size[1], size[0], 3))
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.clip(base + noise, 0, 255).astype(np.uint8)).save(path)
    return path


def lay_python_files(folder: Path, note: Path) -> None:
    """Files in `folder` that are called as modules are, and write their names into `note` when they are run."""
    names = (
        "__future__", "_distutils_hack", "ctypes", "html", "http", "json", "logging", "msgspec", "multiprocessing",
        "numpy", "onnxruntime", "pathlib", "pickle", "PIL/__init__", "platformdirs", "random", "sitecustomize", "socket",
        "ssl", "statistics", "subprocess", "tempfile", "timm", "torch", "torchvision/__init__", "usercustomize", "xml",
    )  # fmt: skip
    for name in names:
        file = folder / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"open({str(note)!r}, 'a').write(__name__ + ' ')\n")


@pytest.fixture
def photo_folder(tmp_path: Path) -> Callable[..., Path]:
    """`photo_folder(classes=3, each=10)`: a folder of class folders of small photos that are easy to tell apart."""

    def make(classes: int = 3, each: int = 10, name: str = "photos", size: tuple[int, int] = (48, 40)) -> Path:
        for label in range(classes):
            for number in range(each):
                draw_photo(tmp_path / name / f"class {label}" / f"{number:03}.png", label, number, size)
        return tmp_path / name

    return make
