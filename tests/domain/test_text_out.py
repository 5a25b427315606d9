"""Names as hostile as a disk allows them leave as valid text, and come back from the wire as they were."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from cnn_desktop.domain.events import Noted, Skipped
from cnn_desktop.domain.jobs.predict import ClassScore, Predict, Predicted
from cnn_desktop.domain.message import ENGLISH, say
from cnn_desktop.domain.text_out import (
    as_command,
    as_csv,
    as_json,
    as_line,
    as_shown,
    as_text,
    class_columns,
    for_spreadsheet,
    plain,
)
from cnn_desktop.domain.wire import (
    Do,
    Told,
    decode_event,
    decode_order,
    decode_told,
    encode_event,
    encode_order,
    encode_told,
)

NAMES = some.text(some.characters(exclude_characters="\0", codec="utf-8", max_codepoint=0x10F7FF)) | some.binary().map(
    lambda name: os.fsdecode(name.replace(b"\0", b""))
)
"""Whatever a file may be called."""


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Straße 玻璃.jpg", "Straße 玻璃.jpg"),
        ("caf\udce9.jpg", "caf\\xe9.jpg"),
        ("red\x1b[31m.jpg", "red\\x1b[31m.jpg"),
        ("two\nlines\tand\r.jpg", "two\\nlines\\tand\\r.jpg"),
        ("csi\x9b31m\x7f.jpg", "csi\\u009b31m\\x7f.jpg"),
        ("gpj.\u202etac", "gpj.\\u202etac"),
        ("\u05e9\u05dc\u05d5\u05dd.jpg", "\u05e9\u05dc\u05d5\u05dd.jpg"),
        ("family 👨‍👩‍👧.jpg", "family 👨‍👩‍👧.jpg"),
        ("half\ud83d.jpg", "half\\ud83d.jpg"),
        ("no\u200bthing\ufeff\u2060.jpg", "no\\u200bthing\\ufeff\\u2060.jpg"),
        ("marks\u200f\u2068\u2069\u061c.jpg", "marks\\u200f\\u2068\\u2069\\u061c.jpg"),
    ],
)
def test_a_name_on_a_line(name: str, line: str) -> None:
    assert as_line(name) == line
    assert as_line(line) == line


@given(NAMES)
def test_any_name_leaves_as_valid_text(name: str) -> None:
    assert _is_text(as_text(name))
    assert as_text(name) == name or not _is_text(name)
    assert not set("\n\r\t\x1b\u202e") & set(as_line(name))
    assert json.loads(as_json({name: [name]})) == {as_text(name): [as_text(name)]}
    assert plain(Skipped(name, say("{x}", x=name)))["path"] == as_text(name)
    told = encode_event(Skipped(name, say("{x}", x=name)))
    assert told.count(b"\n") == 1
    assert decode_event(told).path == as_text(name)  # type: ignore[attr-defined]


@given(NAMES)
def test_any_name_comes_back_from_the_wire(name: str) -> None:
    order = Do("1", Predict("/run", [name, "a.jpg"]))
    assert decode_order(encode_order(order)) == order
    told = Told("1", Predicted(name, [ClassScore(name, 0.5)]))
    assert decode_told(encode_told("1", told.event)) == told


def test_what_is_no_order_is_refused_with_such_names_too() -> None:
    for line in (b'{"order":"do","id":"\xf4\x8f\xb3\xa9"}', b"\xf4\x8f", b'["\xf4\x8f\xb3\xa9"]'):
        with pytest.raises(msgspec.DecodeError):
            decode_order(line)


@given(some.lists(some.lists(NAMES, min_size=3, max_size=3)))
def test_a_table_gives_back_what_it_was_given(rows: list[list[str]]) -> None:
    text = as_csv(["a", "b", "c"], rows)
    assert list(csv.reader(io.StringIO(text, newline="")))[1:] == [[as_text(cell) for cell in row] for row in rows]


def test_a_table_ends_lines_as_unix_does_and_quotes_what_needs_it() -> None:
    assert as_csv(["path", "x"], [["a\rb", None], ["=1+1", 0.1]]) == 'path,x\n"a\rb",\n=1+1,0.1\n'


@pytest.mark.parametrize(
    ("classes", "columns"),
    [
        (["glass", "metal"], ["glass", "metal"]),
        (["Confidence", "path", "x"], ["class:Confidence", "class:path", "x"]),
        (["Glass", "glass"], ["Glass", "class:glass"]),
        (["class:path", "path"], ["class:path", "class:class:path"]),
    ],
)
def test_classes_do_not_collide_with_other_columns(classes: list[str], columns: list[str]) -> None:
    assert class_columns(classes, ["path", "class", "confidence", "unknown"]) == columns


def test_sentences_show_names_as_they_are_shown() -> None:
    sentence = Noted(say("{file} is gone.", file="a\x1b[2J\udce9.jpg"))
    assert str(sentence) == "a\\x1b[2J\\xe9.jpg is gone."
    assert ENGLISH.say("{a}", a="one\ntwo") == "one\ntwo"
    assert as_shown("one\ntwo") == "one\ntwo"


@pytest.mark.skipif(os.name == "nt", reason="bash")
@pytest.mark.parametrize(
    "name", ["run", "my run", "it's", 'a "b" $HOME `x`', "\udcff\x1b\n'\\", "\u202e", "-r", "é 玻璃", "a&b;c|d", ""]
)
def test_a_command_can_be_copied_into_a_shell(name: str) -> None:
    command = as_command(sys.executable, "-c", "import os, sys; os.write(1, os.fsencode(sys.argv[1]))", name)
    assert as_line(command) == command
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, check=True, env={**os.environ, "LC_ALL": "C.UTF-8"}
    )
    assert os.fsdecode(done.stdout) == name


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize("field", ["=1+1", "+1", "-x.jpg", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_a_spreadsheet_takes_no_name_for_a_formula(field: str) -> None:
    assert for_spreadsheet(field) == f"'{field}"
    assert as_csv(["a"], [[for_spreadsheet(field)]]).split("\n", 1)[1].lstrip('"').startswith("'")


@pytest.mark.parametrize("field", ["a=b", "", "glass", " x", -1.5, 3, None])
def test_other_fields_stay_as_they_are(field: object) -> None:
    assert for_spreadsheet(field) is field
