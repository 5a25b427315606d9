"""A report tells nothing of a person's files: whatever they are called, and however a log happens to name them."""

from __future__ import annotations

import os
import unicodedata
import urllib.parse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_desktop.dataset.reading.files import PHOTO_SUFFIXES, TABLE_SUFFIXES
from cnn_desktop.dataset.reading.no_photos import ARCHIVES, SHEETS
from cnn_desktop.domain.redacted import FILE, LEFT_OUT, PATH, USER, from_first_record, of_the_program, redacted
from cnn_desktop.domain.text_out import as_json

LETTERS = st.characters(codec="utf-8", categories=("L", "N"))
WORDS = st.text(LETTERS, min_size=3, max_size=12).map(lambda word: f"Qz{word}Zq")
"""Of a person: nothing else in a report looks so."""
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join) | st.builds("{}’s ({})".format, WORDS, WORDS)
HOMES = st.sampled_from(["/home/{}", "/Users/{}", "C:\\Users\\{}", "\\\\server\\homes\\{}", "/mnt/a b/{}"])
RECORD = "2026-11-26 10:00:00,123 ERROR"
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
    "RELATIVE",
    "RELATIVE.jp2 was read",
    RECORD + " in RELATIVE: nothing",
    "<projects>/{name}",
    "'RELATIVE",
    "KeyError: '{name}'",
    "ValueError: {name} is no class\n\n  {name}\n{name}: x",
    "  | ExceptionGroup: {name} (2 sub-exceptions)",
    "queue.Empty: {name}",
    "subprocess.TimeoutExpired: {name}",
    "SystemExit: {name}",
    RECORD + " KeyError: {name}",
    "Caused by RuntimeError: {name}",
    '  File "{name}", line 3, in f',
    "x" * 1999 + " {name}",
)


@given(home=HOMES, user=WORDS, folder=NAMES, name=NAMES, said=st.sampled_from(SAID))
def test_nothing_of_a_persons_files_is_left(home: str, user: str, folder: str, name: str, said: str) -> None:
    home = home.format(user)
    slash = "\\" if "\\" in home else "/"
    for start in (home, "/media/disk", "D:\\data"):
        path = slash.join((start, folder, f"{name}.jpg"))
        said_of = said.replace("RELATIVE", slash.join((folder, name, "scan")))
        text = said_of.format(path=path, name=name, quoted=urllib.parse.quote(path), json=as_json(path).decode())
        found = redacted(f"before\n{text}\n{RECORD} after", home, user)
        assert "Qz" not in found, (text, found)
        assert (found.startswith("before\n"), found.endswith(f"\n{RECORD} after")) == (True, True)
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
        '  File "/usr/lib/python3.11/queue.py", line 7 in get\n'
        "    return cache[f'{folder}/{name}.jpg']\nKeyError: 3\n== Facts\n"
        "device: cuda (NVIDIA H100), 0.1.0; see https://example.org/a\n"
        "/home/ann/.config/CNN Desktop/settings.json\n3 / 4"
        "\nOSError: [Errno 28] No space left on device: '/x'"
    )
    found = redacted(text, "/home/ann", "ann", places)
    assert found.splitlines() == [
        "Traceback (most recent call last):", '  File "<app>/cnn_desktop/gui/x.py", line 3, in f',
        '  File "<python>/lib/python3.11/queue.py", line 7 in get', "    return cache[f'{folder}/{name}.jpg']",
        f"KeyError: {LEFT_OUT}", "== Facts",
        "device: cuda (NVIDIA H100), 0.1.0; see https://example.org/a", PATH, f"3 {PATH}",
        f"OSError: [Errno 28] {os.strerror(28)}: {LEFT_OUT}",
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


@pytest.mark.parametrize("ending", sorted({*PHOTO_SUFFIXES, *TABLE_SUFFIXES, *ARCHIVES, *SHEETS}))
def test_a_name_with_any_ending_that_the_app_knows_is_one_of_a_file(ending: str) -> None:
    for name in (f"Anna Schmidt{ending}", f"Anna Schmidt{ending.upper()}"):
        assert redacted(f"{name} is gone", "/home/bob", "bob") == f"{FILE} is gone"


@pytest.mark.parametrize(
    "kind", ["KeyError", "PIL.UnidentifiedImageError", "StopIteration", "a.b.f.<locals>.Odd", "| ValueError"]
)
def test_of_an_exception_its_kind_stays_and_all_it_says_goes(kind: str) -> None:
    said = f"Traceback (most recent call last):\n{kind}: Anna\n\n Anna\n{RECORD} unexpected error\nAnna"
    left = f"Traceback (most recent call last):\n{kind}: {LEFT_OUT}\n{RECORD} unexpected error\nAnna"
    assert redacted(said, "/home/bob", "bob") == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"Anna\n{RECORD} x\ny", f"{RECORD} x\ny"),
        ('os/Anna/x.jpg\nAnna\n  File "x.py", line 3', '  File "x.py", line 3'),
        ("Anna\nAnna", ""),
        (f"{RECORD} may have lost its beginning", ""),
    ],
)
def test_of_the_end_of_a_log_that_was_cut_nothing_is_left_before_a_whole_record(text: str, left: str) -> None:
    assert from_first_record(text) == left


def test_a_user_with_a_short_name_is_taken_out_of_paths_only() -> None:
    assert redacted("a photo of a\n/home/a/x", "/home/a", "a") == f"a photo of a\n{PATH}"


@pytest.mark.parametrize("written", ["class Müller is small", "class MÜLLER", "found Müller_left", "2026 Müller"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("known", ["NFC", "NFD"])
def test_a_word_is_known_however_it_is_written(written: str, form: str, known: str) -> None:
    name = unicodedata.normalize(known, "Müller")
    said = unicodedata.normalize(form, written)  # type: ignore[arg-type]
    assert "ller" not in redacted(said, "/home/bob", "bob", names={name: "<name 1>"}).lower()
    assert "ller" not in redacted(said, "/home/bob", name).lower()


def test_of_a_log_only_what_the_program_writes_is_left() -> None:
    """Whatever else has come into it: a name with line feeds, somebody's notes, another program's bytes."""
    trace = [
        "Traceback (most recent call last):", '  File "/app/cnn_desktop/x.py", line 3, in f', "    raise Odd(name)", "    ~~~^^^^^",
        "cnn_desktop.x.Odd: Anna", "", "During handling of the above exception, another exception occurred:", "",
        "Traceback (most recent call last):", '  File "/app/cnn_desktop/y.py", line 30, in <module>', "AssertionError",
    ]  # fmt: skip
    crash = [
        "Fatal Python error: Segmentation fault", "", "Thread 0x00007f (most recent call first):", "  <no Python frame>", "",
        "Current thread 0x00007f1 (most recent call first):", '  File "/app/cnn_desktop/x.py", line 3 in f', "  ...", "",
        "Extension modules: numpy._core, PIL._imaging (total: 2)",
    ]  # fmt: skip
    group = [
        "  + Exception Group Traceback (most recent call last):", '  |   File "/app/cnn_desktop/x.py", line 3, in f', "  |     raise",
        "  | ExceptionGroup: Anna (1 sub-exception)", "  +-+---------------- 1 ----------------",
    ]  # fmt: skip
    for lines in (trace, crash, group):
        assert of_the_program("\n".join(lines)).split("\n") == lines
    anyone = [
        f"{RECORD} Anna Schmidt.dcm", "Anna", "Anna Schmidt: hello", "    Anna", "== Anna", "Anna.Schmidt: x", "ValueError of Anna",
        "\x00\ufffdAnna", "2026-11-26 Anna", "hans.meyer@Anna.example", "Anna Error",
    ]  # fmt: skip
    for one in anyone:
        text = "\n".join([one, *trace[:-1], f"{RECORD} unexpected error", one, one, *trace, one])
        left = redacted(of_the_program(text), "/home/bob", "bob", {"/app": "<app>"})
        assert "Anna" not in left
        assert left.count('File "<app>/cnn_desktop/y.py", line 30, in <module>') == 2
        assert f"{RECORD} unexpected error" in left
        assert left.count(LEFT_OUT) <= 9


def test_a_line_of_somebodys_program_is_theirs() -> None:
    text = '  File "/home/bob/plan.py", line 3, in f\n    anna = "Schmidt"\nKeyError: 3'
    assert redacted(text, "/home/bob", "bob").split("\n") == [f'  File "{FILE}", line 3, in f', f"KeyError: {LEFT_OUT}"]
