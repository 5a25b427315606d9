"""What a desktop wants to know of the app: `python packaging/release/share.py --out FOLDER`.

FOLDER becomes what belongs into /usr/share (or ~/.local/share): applications, icons in every size, metainfo with its
releases, mime. `--icons FOLDER` writes cnn-desktop.ico (Windows) and cnn-desktop.icns (macOS), and the pictures
of the setup for Windows, as well or instead. All pictures are drawn from resources/icons/app.svg. Needs PySide6 and Pillow.
"""

from __future__ import annotations

import argparse
import datetime
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import facts
from PIL import Image

STATIC = facts.ROOT / "packaging" / "linux" / "share"
DRAWING = facts.ROOT / "resources" / "icons" / "app.svg"
NAME = "cnn-desktop"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Those of Windows, at 100 to 400 %."""
ICNS_SIZES = (16, 32, 64, 128, 256, 512, 1024)
SETUP_SIDES = ((232, 444), (348, 666), (464, 888))
"""Of the picture beside the first and last page of the setup for Windows, at 100, 150 and 200 %."""
SETUP_CORNERS = (55, 83, 110, 138)
"""Of the picture in the corner of its other pages, at 100 to 250 %."""
SETUP_COLOUR = "#bfe3e8"
"""Behind the icon: the light one of its own."""


def draw(size: int) -> Image.Image:
    """The app's icon, `size` pixels square, RGBA."""
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(size, size, QImage.Format.Format_RGBA8888_Premultiplied)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    plain = picture.convertToFormat(QImage.Format.Format_RGBA8888)  # it owns the bits
    return Image.frombytes("RGBA", (size, size), bytes(plain.constBits()))


def releases(parts: Sequence[facts.Section], of: str, today: datetime.date) -> str:
    """AppStream's <releases>: those of the changelog; `of` is under development, dated `today`, while the changelog lacks it."""
    rows = [(part.version, part.date, "stable") for part in parts if part.date]
    if of not in {version for version, _, _ in rows}:
        rows.insert(0, (of, today, "development"))
    lines = [f'    <release version="{escape(name)}" date="{date}" type="{kind}"/>' for name, date, kind in rows]
    return "\n".join(["  <releases>", *lines, "  </releases>"])


def write_share(out: Path) -> None:
    """Fills `out`, which may be there already, with what belongs into a `share` folder."""
    for part in ("applications", "metainfo", "mime"):
        shutil.copytree(STATIC / part, out / part, dirs_exist_ok=True)
    when = datetime.datetime.fromtimestamp(facts.source_date(), datetime.UTC).date()
    for file in (out / "metainfo").glob("*.metainfo.xml"):
        told = releases(facts.read_changelog(), facts.version(), when)
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("</component>", f"{told}\n</component>"), encoding="utf-8", newline="\n")
    icons = out / "icons" / "hicolor"
    for size in SIZES:
        file = icons / f"{size}x{size}" / "apps" / f"{NAME}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        draw(size).save(file, optimize=True)
    drawing = icons / "scalable" / "apps" / f"{NAME}.svg"
    drawing.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(DRAWING, drawing)


def write_icons(out: Path) -> None:
    """Writes the icons of Windows and macOS into the folder `out`; every size is drawn, none is scaled."""
    out.mkdir(parents=True, exist_ok=True)
    *smaller, largest = [draw(size) for size in ICO_SIZES]
    largest.save(out / f"{NAME}.ico", append_images=smaller, sizes=[(size, size) for size in ICO_SIZES])
    *smaller, largest = [draw(size) for size in ICNS_SIZES]
    largest.save(out / f"{NAME}.icns", append_images=smaller)


def write_setup_pictures(out: Path) -> None:
    """Writes the pictures of the setup for Windows into the folder `out`: side-HEIGHT.bmp, corner-HEIGHT.bmp."""
    out.mkdir(parents=True, exist_ok=True)
    for width, height in SETUP_SIDES:
        _on(SETUP_COLOUR, width, height, width * 5 // 8).save(out / f"side-{height}.bmp")
    for size in SETUP_CORNERS:
        _on("white", size, size, size).save(out / f"corner-{size}.bmp")


def _on(colour: str, width: int, height: int, size: int) -> Image.Image:
    """The icon, `size` pixels square, in the middle of a plain picture."""
    picture, icon = Image.new("RGB", (width, height), colour), draw(size)
    picture.paste(icon, ((width - size) // 2, (height - size) // 2), icon)
    return picture


def main(words: list[str]) -> int:
    """Returns 0 when everything is written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, help="the folder that becomes `share`")
    parser.add_argument(
        "--icons", type=Path, help="the folder for cnn-desktop.ico, cnn-desktop.icns and pictures of the setup"
    )
    options = parser.parse_args(words)
    if options.out is None and options.icons is None:
        parser.error("say what to write: --out FOLDER, --icons FOLDER, or both")
    try:
        if options.out:
            write_share(options.out)
        if options.icons:
            write_icons(options.icons)
            write_setup_pictures(options.icons)
    except (facts.ReleaseError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
