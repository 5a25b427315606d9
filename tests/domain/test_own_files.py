"""Files that this app has written, damaged in every way: a result, a default, or one sentence that names the file."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.domain import places
from cnn_desktop.domain.config import TrainConfig, load_config, read_settings, save_config
from cnn_desktop.domain.decoding import Unreadable, as_kind, from_csv, from_json, from_msgpack, from_toml
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.estimate import load_rates, remember
from cnn_desktop.domain.events import Noted
from cnn_desktop.domain.files import open_regular
from cnn_desktop.domain.message import say
from cnn_desktop.domain.own_files import read_bytes, read_csv, read_json, read_lines, read_msgpack, read_toml
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.recording import earlier_events, recorded
from cnn_desktop.domain.report import ClassReport, PhotoResult, Report, load_report, save_report
from cnn_desktop.domain.run import LOOKS, ModelFacts, count_looks, load_model_facts, save_model_facts
from cnn_desktop.domain.scan_files import load_scan, load_snapshot, save_scan, save_snapshot
from cnn_desktop.domain.wire import decode_event, decode_order, decode_told
from tests.reliability.flips import DAMAGES, ends_well, flips

SCAN = Scan({"1": "/photos"}, ["a", "b"], [Photo("a/1.png", "a", "train"), Photo("b/2.png", "b", "val")])
FACTS = ModelFacts("simple_cnn", ["a", "b"], {"image_size": 32}, "cpu", "none", 3, 0.75)
REPORT = Report(
    "/run", "", "2026-01-01T00:00:00Z", ["a", "b"], 2, 0.5, 0.1, 0.9,
    [ClassReport("a", 1.0, 0.5, 2 / 3, 2), ClassReport("b", None, None, None, 0)], [[1, 1], [0, 0]],
    [PhotoResult("/x.jpg", "a", "b", 0.9, 2.3, [0.1, 0.9])], 1.5, 2.0, "cpu",
)  # fmt: skip


def settings_read(folder: Path) -> object:
    """As a child reads them."""
    limit = places.cache_limit()
    assert places.LEAST_CACHE_GB * 10**9 <= limit <= places.MOST_CACHE_GB * 10**9
    return limit


def events_read(run: Path) -> object:
    return [str(event) for event in earlier_events(run)]


def _write_settings(folder: Path) -> Path:
    file = places.settings_folder() / places.SETTINGS
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('{"cache_gb": 7, "theme": "dark"}')
    return file


def _write_rates(folder: Path) -> Path:
    remember({"simple_cnn|cpu|32|full": 12.5})
    return places.settings_folder() / "rates.json"


def _write_snapshot(run: Path, name: str) -> Path:
    save_snapshot(SCAN, run)
    return run / name


def _write_events(run: Path) -> Path:
    list(recorded([Noted(say("{n} {n:photo|photos}", n=2)), Noted(say("{file} is gone.", file="ä"))], run))
    return run / "events.jsonl"


def _write_looks(run: Path) -> Path:
    (run / LOOKS).write_bytes(b'{"when": "2026"}\n' * 2)
    return run / LOOKS


def _saved(save: Callable[[Path], object], name: str) -> Callable[[Path], Path]:
    def write(run: Path) -> Path:
        save(run)
        return run / name

    return write


CONFIG = TrainConfig(data="/photos", epochs=2, seed=3)
KINDS: dict[str, tuple[Callable[[Path], Path], Callable[[Path], object]]] = {
    "settings.json in a child": (_write_settings, settings_read),
    "rates.json": (_write_rates, lambda _: load_rates()),
    "config.toml": (
        _saved(lambda run: save_config(CONFIG, run / "config.toml"), "config.toml"),
        lambda run: load_config(run / "config.toml"),
    ),
    "dataset.json": (lambda run: _write_snapshot(run, "dataset.json"), load_snapshot),
    "split.csv": (lambda run: _write_snapshot(run, "split.csv"), load_snapshot),
    "a scan": (_saved(lambda run: save_scan(SCAN, run / "scan.json"), "scan.json"), lambda run: load_scan(run / "scan.json")),
    "model.json": (_saved(lambda run: save_model_facts(FACTS, run), "model.json"), load_model_facts),
    "report.json": (
        _saved(lambda run: save_report(REPORT, run / "report.json"), "report.json"),
        lambda run: load_report(run / "report.json"),
    ),
    "events.jsonl": (_write_events, events_read),
    "test_looks.jsonl": (_write_looks, count_looks),
}  # fmt: skip
GO_ON = {"settings.json in a child", "rates.json", "events.jsonl", "test_looks.jsonl"}
"""These are gone on without; all others say a sentence when there is nothing to go on with."""


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.timeout(20)
def test_a_damaged_file_ends_in_a_result_or_a_sentence(kind: str, damage: str, tmp_path: Path) -> None:
    write, read = KINDS[kind]
    file = write(tmp_path)
    sound = read(tmp_path)
    DAMAGES[damage](file)
    said = ends_well(lambda: read(tmp_path))
    if kind in GO_ON:
        assert said == ""
    else:
        assert not said or file.name in said or str(tmp_path) in said
        assert said or read(tmp_path) == sound or (kind, damage) == ("config.toml", "half"), (
            "half of the settings are settings"
        )


@pytest.mark.parametrize("kind", KINDS)
def test_one_flipped_bit_ends_in_a_result_or_a_sentence(kind: str, tmp_path: Path) -> None:
    write, read = KINDS[kind]
    file = write(tmp_path)
    for _ in flips([file], 150, seed=len(kind)):
        said = ends_well(lambda: read(tmp_path))
        assert not (said and kind in GO_ON)


@pytest.mark.parametrize(
    "read",
    [lambda c: from_json(c, Scan), lambda c: from_json(c, dict[str, int]), lambda c: from_msgpack(c, dict[str, int]), from_toml,
     lambda c: from_csv(c, ["a"]), decode_event, decode_told, decode_order],
)  # fmt: skip
@pytest.mark.parametrize(
    "content",
    [b"", b"\0", b"\xff", b"[" * 100_000, b'{"a":' * 100_000, b"\x91" * 100_000, b"9" * 10_000, b"a=" + b"9" * 10_000,
     b'a,b\n"' + b"x" * (1 << 20), b'{"event": "\xff"}', b'{"event":' + b"[" * 100_000, b"\xdf\xff\xff\xff\xff", b'"\\ud800"', b"1e999",
     b"a = nan\n[[", b"\xf4\x8f\xb3\xa9"],
)  # fmt: skip
def test_nonsense_is_one_error(read: Callable[[bytes], object], content: bytes) -> None:
    with contextlib.suppress(Unreadable):
        assert read(content) is not None


def test_values_out_of_range_are_no_facts(tmp_path: Path) -> None:
    for name, value in (
        ("val_accuracy", "1e9"),
        ("val_accuracy", "-1"),
        ("best_epoch", "-3"),
        ("classes", "[]"),
        ("classes", '["a","a"]'),
    ):
        save_model_facts(FACTS, tmp_path)
        content = from_json((tmp_path / "model.json").read_bytes(), dict[str, object]) | {
            name: from_json(value, object)
        }
        (tmp_path / "model.json").write_text(str(content).replace("'", '"').replace("False", "false"))
        assert ends_well(lambda: load_model_facts(tmp_path)).startswith(str(tmp_path)), (name, value)


@pytest.mark.parametrize(
    ("before", "after"),
    [('"confusion":[[1,1],[0,0]]', '"confusion":[[1,1]]'), ('[[1,1]', '[[1]'), ('"predicted":"b"', '"predicted":"c"'),
     ('[0.1,0.9]', '[0.1]'), ('"accuracy":0.5', '"accuracy":1e9'), ('"classes":["a","b"]', '"classes":["a","a"]'), ("/x.jpg", "/x\\u0000")],
)  # fmt: skip
def test_a_report_whose_tables_do_not_fit_is_damaged(tmp_path: Path, before: str, after: str) -> None:
    save_report(REPORT, tmp_path / "report.json")
    text = (tmp_path / "report.json").read_text()
    assert before in text
    (tmp_path / "report.json").write_text(text.replace(before, after))
    with pytest.raises(DataError, match="Test again"):
        load_report(tmp_path / "report.json")


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [("split.csv", "1,a/1.png,a", "2,a/1.png,a"), ("split.csv", "a/1.png,a", "a/1.png,c"), ("split.csv", "a/1.png", "a\0.png"),
     ("split.csv", ",train", ",trainx"), ("dataset.json", '"b"', '"a"'), ("split.csv", "root,path", "root,pbth")],
)  # fmt: skip
def test_photos_that_do_not_fit_are_damage(tmp_path: Path, file: str, before: str, after: str) -> None:
    save_snapshot(SCAN, tmp_path)
    text = (tmp_path / file).read_text()
    assert before in text
    (tmp_path / file).write_text(text.replace(before, after, 1))
    with pytest.raises(DataError, match=r"is damaged\. Train again"):
        load_snapshot(tmp_path)


def test_a_spreadsheet_may_have_saved_the_split(tmp_path: Path) -> None:
    save_snapshot(SCAN, tmp_path)
    file = tmp_path / "split.csv"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n") + b"\r\n")
    assert load_snapshot(tmp_path).photos == SCAN.photos


def test_a_damaged_line_of_the_record_costs_itself(tmp_path: Path) -> None:
    file = _write_events(tmp_path)
    whole = file.read_bytes()
    bad = [
        b"\xff" * 10,
        b"[" * 100_000,
        b"x" * (3 << 20),
        b'{"event":"epoch_done","epoch":-1}',
        b"",
        b"{",
        b'{"event":"none"}',
    ]
    file.write_bytes(b"\n".join(bad) + b"\n" + whole + b"\n".join(bad) + b"\n" + whole[:9])
    assert events_read(tmp_path) == ["2 photos", "ä is gone."]


def test_settings_say_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    for content, words in (
        (b"seed = \xff", "not saved as UTF-8"), (b"seed = " + b"[" * 100_000, "does not understand"), (b"colour = 1", "does not understand"),
        (b"seed = " + b"9" * 9999, "does not understand"), (b"seed = 1\0", "does not understand"),
    ):  # fmt: skip
        file.write_bytes(content)
        with pytest.raises(UsageError, match=words) as caught:
            read_settings(file)
        assert "a.toml" in str(caught.value)
        assert len(str(caught.value)) < 900
    file.write_bytes(b"seed = 1")
    assert read_settings(file) == {"seed": 1}
    with pytest.raises(UsageError, match="data"):
        load_config(file)


@pytest.mark.skipif(os.name == "nt", reason="no pipes among the files there")
@pytest.mark.timeout(20)
def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "here").write_bytes(b"x")
    (tmp_path / "link").symlink_to("here")
    for name in ("pipe", "loop", "gone", "here/below", ".", "a\0b", "n" * 5000, "/dev/zero", "/dev/tty"):
        with pytest.raises(OSError):  # noqa: PT011 - of many kinds
            open_regular(tmp_path / name)
    with open_regular(tmp_path / "link") as file:
        assert file.read() == b"x"


def test_what_was_wrong_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(b"[" + b"1," * 100 + b"1]")
    with pytest.raises(Unreadable) as caught:
        read_json(tmp_path / "big", list[int], most=100)
    assert (caught.value.is_missing, caught.value.problem, caught.value.is_text) == (False, None, True)
    reads: list[Callable[[], object]] = [
        lambda: read_bytes(tmp_path / "gone"), lambda: read_json(tmp_path / "gone", int), lambda: read_toml(tmp_path / "gone"),
        lambda: read_msgpack(tmp_path / "big" / "below", int), lambda: read_csv(tmp_path / "gone", ["a"]),
    ]  # fmt: skip
    for read in reads:
        with pytest.raises(Unreadable) as caught:
            read()
        assert caught.value.is_missing
    assert list(read_lines(tmp_path / "gone")) == []
    with pytest.raises(Unreadable):
        as_kind(float("nan"), ModelFacts)
