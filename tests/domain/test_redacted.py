"""A report tells nothing of a person's files: whatever they are called, and however a log happens to name them."""

from __future__ import annotations

import urllib.parse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_desktop.domain.redacted import FILE, LEFT_OUT, PATH, USER, redacted
from cnn_desktop.domain.text_out import as_json

LETTERS = st.characters(codec="utf-8", categories=("L", "N"))
WORDS = st.text(LETTERS, min_size=3, max_size=12).map(lambda word: f"Qz{word}Zq")
"""Of a person: nothing else in a report looks so."""
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join) | st.builds("{}’s ({})".format, WORDS, WORDS)
HOMES = st.sampled_from(["/home/{}", "/Users/{}", "C:\\Users\\{}", "\\\\server\\homes\\{}", "/mnt/a b/{}"])
SAID = (
    "FileNotFoundError: [Errno 2] No such file or directory: {path!r}",
    "OSError: cannot identify image file '{path}'",
    "{path} could not be read: it is damaged. Check it.",
    "cnn_desktop.domain.errors.DataError: {name}.jpg is gone.",
    "ValueError: {name}.png, {name}.PNG",
    "2026-11-26 ERROR “{name}.tif” is empty",
    "the project “{path}” and then {path}",
    "path={path}",
    "file://{quoted}",
    '{{"place": {json}}}',
    "    raise ValueError({path!r})",
    "Error:{path}",
)


@given(home=HOMES, user=WORDS, folder=NAMES, name=NAMES, said=st.sampled_from(SAID))
def test_nothing_of_a_persons_files_is_left(home: str, user: str, folder: str, name: str, said: str) -> None:
    home = home.format(user)
    slash = "\\" if "\\" in home else "/"
    for start in (home, "/media/disk", "D:\\data"):
        path = slash.join((start, folder, f"{name}.jpg"))
        text = said.format(path=path, name=name, quoted=urllib.parse.quote(path), json=as_json(path).decode())
        found = redacted(f"before\n{text}\nafter", home, user)
        assert "Qz" not in found, (text, found)
        assert (found.startswith("before\n"), found.endswith("\nafter")) == (True, True)
        assert redacted(found, home, user) == found


@given(
    user=WORDS,
    names=st.lists(NAMES, min_size=1, max_size=4, unique=True),
    around=st.sampled_from(["{}", "“{}”", "'{}': 3", "({})"]),
)
def test_words_of_a_person_are_taken_out_wherever_they_stand(user: str, names: list[str], around: str) -> None:
    text = "\n".join(around.format(name) for name in (*names, user))
    found = redacted(text, f"/home/{user}", user, names=dict.fromkeys(names, "<name>"))
    assert "Qz" not in found


def test_what_the_program_itself_says_stays_readable() -> None:
    places = {"/opt/app": "<app>", "/usr": "<python>", "/home/ann/.config/CNN Desktop": "<settings>"}
    text = (
        'Traceback (most recent call last):\n  File "/opt/app/cnn_desktop/gui/x.py", line 3, in f\n'
        '  File "/usr/lib/python3.11/queue.py", line 7 in get\nKeyError: 3\n'
        "device: cuda (NVIDIA H100), 0.1.0; see https://example.org/a\n"
        "/home/ann/.config/CNN Desktop/settings.json\nand/or 3 / 4"
    )
    found = redacted(text, "/home/ann", "ann", places)
    assert found.splitlines() == [
        "Traceback (most recent call last):", '  File "<app>/cnn_desktop/gui/x.py", line 3, in f',
        '  File "<python>/lib/python3.11/queue.py", line 7 in get', "KeyError: 3",
        "device: cuda (NVIDIA H100), 0.1.0; see https://example.org/a", FILE, f"and/or 3 {PATH}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("cnn_desktop.domain.errors.DataError: anything", f"cnn_desktop.domain.errors.DataError: {LEFT_OUT}"),
        ("of bob, Bob and bobsleigh", f"of {USER}, {USER} and bobsleigh"),
        ("~/Pictures/x", PATH),
        ("", ""),
    ],
)
def test_more_of_it(said: str, left: str) -> None:
    assert redacted(said, "/home/bob", "bob") == left


def test_a_user_with_a_short_name_is_taken_out_of_paths_only() -> None:
    assert redacted("a photo of a\n/home/a/x", "/home/a", "a") == f"a photo of a\n{PATH}"
