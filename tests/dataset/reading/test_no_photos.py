"""A file is called what it is by its name alone, where photos are looked for in a folder."""

from __future__ import annotations

import pytest

from cnn_desktop.dataset.reading.no_photos import by_start, by_suffix


@pytest.mark.parametrize(
    ("suffix", "said"),
    [
        (".txt", "a text file"), (".toml", "a text file"), (".pdf", "a document"), (".docx", "a document"),
        (".mp4", "a video"), (".zip", "an archive"), (".mp3", "a sound"), (".xlsx", "a table"), (".csv", "a table"),
        (".html", "a web page"), (".exe", "a program"),
    ],
)  # fmt: skip
def test_by_name(suffix: str, said: str) -> None:
    assert str(by_suffix(suffix)).startswith(f"it is {said}, not a photo.")


def test_what_is_not_known_is_not_guessed() -> None:
    assert by_suffix(".xyz") is None
    assert by_start(b"") is None
    assert by_start(bytes(range(256))) is None
    assert by_start(b"ab\x01cd") is None, "no text has such characters"


def test_a_letter_that_is_cut_at_the_end_is_text_all_the_same() -> None:
    assert "a text file" in str(by_start("Größe größer".encode()[:3] + "ö".encode()[:1]))
    assert "a text file" in str(by_start("Größe".encode("utf-16")))
