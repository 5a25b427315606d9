"""What a desktop is told of the app: by the real script, checked by the desktops' own tools where they are installed."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from cnn_desktop import __version__
from cnn_desktop.domain import places
from cnn_desktop.gui.app import app
from tests.release.tools import PACKAGING, load_release_tool, run_release_tool

MIME = "application/x-cnn-desktop-project"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("share")
    done = run_release_tool("share", "--out", out / "share", "--icons", out / "icons")
    assert done.returncode == 0, done.stderr
    return out


def test_the_menu_entry_is_that_of_the_window(written: Path) -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(written / "share/applications/cnn-desktop.desktop", encoding="utf-8")
    told = entry["Desktop Entry"]
    assert 'setDesktopFileName("cnn-desktop")' in Path(app.__file__).read_text(encoding="utf-8")
    assert (told["Exec"], told["Icon"], told["MimeType"]) == ("cnn-desktop %f", "cnn-desktop", f"{MIME};")
    assert told["StartupWMClass"] == places.APP  # what Qt tells X11 of a window


def test_there_is_an_icon_of_every_size(written: Path) -> None:
    icons = written / "share/icons/hicolor"
    sizes = set()
    for file in icons.glob("*/apps/cnn-desktop.png"):
        with Image.open(file) as picture:
            width, height = picture.size
            assert picture.mode == "RGBA"
            assert picture.getpixel((0, 0))[3] == 0  # round corners
            assert picture.getpixel((width // 2, height // 2))[3] == 255
        assert file.parts[-3] == f"{width}x{height}"
        sizes.add(width)
    assert sizes == {16, 24, 32, 48, 64, 128, 256, 512}
    assert (icons / "scalable/apps/cnn-desktop.svg").is_file()


def test_windows_and_macos_have_theirs(written: Path) -> None:
    with Image.open(written / "icons/cnn-desktop.ico") as picture:
        assert {16, 20, 24, 32, 40, 48, 64, 128, 256} == {width for width, _ in picture.info["sizes"]}
    with Image.open(written / "icons/cnn-desktop.icns") as picture:
        assert {width * scale for width, _, scale in picture.info["sizes"]} >= {32, 64, 128, 256, 512, 1024}


def test_the_setup_has_pictures_of_ours(written: Path) -> None:
    sizes = {}
    for file in (written / "icons").glob("*.bmp"):
        with Image.open(file) as picture:
            assert picture.mode == "RGB"
            assert all(low < high for low, high in picture.getextrema())  # there is an icon on it
            sizes[file.stem] = picture.size
    assert {(232, 444), (464, 888), (55, 55), (138, 138)} <= set(sizes.values())
    assert sizes.keys() == {f"{'side' if height > width else 'corner'}-{height}" for width, height in sizes.values()}
    script = (PACKAGING / "windows" / "setup.iss").read_text(encoding="utf-8")
    assert {f"{{#Pictures}}\\{name}-*.bmp" for name in ("side", "corner")} <= set(
        re.findall(r"^Wizard.*=(.*)$", script, re.M)
    )


def test_the_metainfo_names_this_version(written: Path) -> None:
    (file,) = (written / "share/metainfo").iterdir()
    told = ElementTree.parse(file).getroot()
    assert file.name == f"{told.findtext('id')}.metainfo.xml"
    newest = told.find("releases/release")
    assert newest is not None
    assert newest.get("version") == __version__
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", newest.get("date", ""))
    assert told.findtext("launchable") == "cnn-desktop.desktop"
    assert told.findtext("provides/mediatype") == MIME


def test_a_software_centre_can_name_and_remove_the_app(written: Path) -> None:
    """GNOME Software 43: it finds the package only by <pkgname>, and shows blanks and line breaks as they stand."""
    (file,) = (written / "share/metainfo").iterdir()
    told = ElementTree.parse(file).getroot()
    control = (PACKAGING / "linux" / "deb.py").read_text(encoding="utf-8")
    assert f"Package: {told.findtext('pkgname')}\n" in control
    assert f"Description: {told.findtext('summary')} (" in control
    assert [name.text for name in told.findall("developer_name")] == [
        name.text for name in told.findall("developer/name")
    ]
    texts = [text.text or "" for text in told.findall("description/p")]
    assert len(texts) == 4
    assert texts == [" ".join(text.split()) for text in texts]


def test_releases_are_those_of_the_changelog() -> None:
    share, facts = load_release_tool("share"), load_release_tool("facts")
    parts = facts.sections("## 0.2.0 (2026-12-01)\n\n- two\n\n## 0.1.0 (2026-11-26)\n")
    day = parts[1].date
    assert share.releases(parts, "0.2.0", day).count("<release ") == 2
    assert '"0.3.0" date="2026-11-26" type="development"' in share.releases(parts, "0.3.0", day)


@pytest.mark.parametrize(
    ("tool", "words", "file"),
    [
        ("desktop-file-validate", [], "applications/cnn-desktop.desktop"),
        ("appstreamcli", ["validate", "--no-net"], "metainfo/io.github.cnn_desktop.cnn_desktop.metainfo.xml"),
    ],
)
def test_the_desktops_tools_find_nothing_wrong(written: Path, tool: str, words: list[str], file: str) -> None:
    if not shutil.which(tool):
        pytest.skip(f"{tool} is not installed")
    done = subprocess.run([tool, *words, str(written / "share" / file)], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_project_is_known_by_its_file(written: Path, tmp_path: Path) -> None:
    if not shutil.which("update-mime-database"):
        pytest.skip("update-mime-database is not installed")
    shutil.copytree(written / "share/mime", tmp_path / "mime")
    done = subprocess.run(["update-mime-database", str(tmp_path / "mime")], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert f"50:{MIME}:*.cnnopen" in (tmp_path / "mime/globs2").read_text(encoding="utf-8")
