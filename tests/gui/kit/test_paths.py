"""Short forms of paths."""

from __future__ import annotations

import pytest

from cnn_desktop.gui.kit.paths import cut, short_path


@pytest.mark.parametrize(
    ("path", "most", "short"),
    [
        ("/home/me/birds", 64, "/home/me/birds"),
        ("/home/me/pictures/holidays/2024/birds", 24, "/home/…/2024/birds"),
        ("C:\\Users\\me\\Pictures\\holidays\\birds", 26, "C:\\Users\\…\\holidays\\birds"),
        ("x" * 100, 9, "xxxx…xxxx"),
        ("/a/" + "y" * 250, 20, "/a/yyyyyyy…yyyyyyyyy"),
    ],
)
def test_the_middle_goes_first(path: str, most: int, short: str) -> None:
    assert short_path(path, most) == short
    assert len(short) <= most


def test_short_names_stay() -> None:
    assert cut("photo.jpg", 20) == "photo.jpg"
    assert cut("a" * 50, 10) == "aaaaa…aaaa"
