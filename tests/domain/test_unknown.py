"""From when on a photo is unknown: the stated rate is kept, the setting survives, and whatever is damaged is done without."""

from __future__ import annotations

import math
import os
import zlib
from pathlib import Path

import msgspec
import numpy as np
import pytest

from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.jobs.predict import ClassScore, Predicted, unknown_word
from cnn_desktop.domain.run import BEST, FAMILIAR, UNKNOWN
from cnn_desktop.domain.tensor_header import notes_for, packed_header
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.domain.unknown import (
    LEAST_PHOTOS,
    RATES,
    CheckedPhoto,
    Doubt,
    FamiliarFacts,
    UnknownSetting,
    Yardstick,
    can_judge,
    judge,
    load_unknown_setting,
    load_yardstick,
    mark_of_model,
    save_unknown_setting,
)
from tests.reliability.flips import DAMAGES


def yardstick(photos: int, seed: int = 0) -> Yardstick:
    rng = np.random.default_rng(seed)
    return Yardstick([CheckedPhoto(*pair) for pair in rng.random((photos, 2)).tolist()])


@pytest.mark.parametrize("photos", [9, 19, 50, 99, 380])
def test_of_photos_of_the_right_kind_the_stated_share_is_unknown(photos: int) -> None:
    """Over many draws, as a validation set of 9 says little by itself. At most; short of it by less than 1 / (photos + 1)."""
    rng = np.random.default_rng(1)
    familiar = [
        measure.familiar(distance)
        for measure in (yardstick(photos, seed) for seed in range(50))
        for distance in rng.random(100).tolist()
    ]
    for rate in (rate for rate in RATES if can_judge(rate, photos)):
        called = np.mean([judge(1.0, one, photos, UnknownSetting(rate)).unknown for one in familiar])
        assert rate - 1 / (photos + 1) - 0.02 < called < rate + 0.02


def test_the_cost_is_the_share_of_the_validation_photos() -> None:
    measure = yardstick(100)
    for rate, count in zip(RATES, (1, 2, 5, 10), strict=True):
        assert measure.cost(UnknownSetting(rate)).unknown == count
    sure = sum(one.confidence < 0.5 for one in measure.checked)
    cost = measure.cost(UnknownSetting(0.05, 0.5))
    assert (cost.photos, cost.far, cost.unsure) == (100, 5, sure)
    assert max(5, sure) <= cost.unknown <= 5 + sure
    assert measure.cost(UnknownSetting(0, 0)).unknown == 0
    assert measure.cost(UnknownSetting(0, 1)).unknown == 100


def test_what_so_few_photos_cannot_tell_is_not_offered() -> None:
    assert [len(yardstick(photos).rates) for photos in (LEAST_PHOTOS - 1, 9, 18, 19, 49, 99)] == [0, 1, 1, 2, 3, 4]
    few = yardstick(9)
    assert few.cost(UnknownSetting(0.05)).unknown == 0
    assert judge(1.0, few.familiar(1e9), 9, UnknownSetting(0.05)) == Doubt(None)
    assert judge(1.0, few.familiar(1e9), 9, UnknownSetting(0.1)) == Doubt(True, "far")


def test_equal_distances_are_not_rare() -> None:
    """As of a model whose answers are all alike."""
    measure = Yardstick([CheckedPhoto(0.5, 1.0)] * 200)
    assert measure.familiar(0.5) == 1
    assert measure.cost(UnknownSetting(0.1)).unknown == 0
    assert measure.familiar(0.6) == pytest.approx(1 / 201)


@pytest.mark.parametrize(
    ("confidence", "familiar", "setting", "doubt"),
    [
        (0.9, 0.5, UnknownSetting(), Doubt(False)),
        (0.9, 0.01, UnknownSetting(), Doubt(True, "far")),
        (0.3, 0.01, UnknownSetting(0.05, 0.5), Doubt(True, "far")),
        (0.3, 0.5, UnknownSetting(0.05, 0.5), Doubt(True, "unsure")),
        (0.9, 0.01, UnknownSetting(0), Doubt(None)),
        (0.9, None, UnknownSetting(), Doubt(None)),
        (0.9, None, UnknownSetting(0.05, 0.5), Doubt(False)),
        (0.3, None, UnknownSetting(0.05, 0.5), Doubt(True, "unsure")),
    ],
)
def test_an_answer_is_doubted(confidence: float, familiar: float | None, setting: UnknownSetting, doubt: Doubt) -> None:
    assert judge(confidence, familiar, 99, setting) == doubt


def test_an_answer_is_judged_anew_without_the_model() -> None:
    answer = Predicted("/a.jpg", [ClassScore("cat", 0.75), ClassScore("dog", 0.25)], familiar=0.03, checked=99)
    far, near = answer.under(UnknownSetting(0.05)), answer.under(UnknownSetting(0.02))
    assert (far.unknown, far.why, unknown_word(far.unknown)) == (True, "far", "yes")
    assert (near.unknown, near.why, unknown_word(near.unknown)) == (False, "", "no")
    assert far.under(UnknownSetting(0.02)) == near
    assert (unknown_word(answer.unknown), str(far)) == ("", "/a.jpg: unknown (closest: cat, 75.0%)")


def test_the_setting_is_kept(tmp_path: Path) -> None:
    assert load_unknown_setting(tmp_path) == UnknownSetting()
    wanted = UnknownSetting(0.02, 0.6)
    save_unknown_setting(wanted, tmp_path)
    assert load_unknown_setting(tmp_path) == wanted


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_of_a_setting_is_as_usual(damage: str, tmp_path: Path) -> None:
    save_unknown_setting(UnknownSetting(0.02, 0.6), tmp_path)
    DAMAGES[damage](tmp_path / UNKNOWN)
    found = load_unknown_setting(tmp_path)
    assert found.rate in (0.05, 0.02)
    assert found.min_confidence in (0, 0.6)


@pytest.mark.parametrize(
    "content", [b'{"rate": 7}', b'{"rate": -0.1}', b'{"min_confidence": 2}', b"[]", b'{"rate": "x"}']
)
def test_a_setting_that_means_nothing_is_the_usual_one(content: bytes, tmp_path: Path) -> None:
    (tmp_path / UNKNOWN).write_bytes(content)
    assert load_unknown_setting(tmp_path) == UnknownSetting()


@pytest.mark.parametrize(
    "setting",
    [
        UnknownSetting(rate=0.6),
        UnknownSetting(rate=-0.1),
        UnknownSetting(min_confidence=1.5),
        UnknownSetting(rate=math.nan),
    ],
)
def test_a_number_out_of_range_is_refused(setting: UnknownSetting, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"must be between 0 and 50%"):
        save_unknown_setting(setting, tmp_path)
    assert not (tmp_path / UNKNOWN).exists()


def test_a_setting_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / UNKNOWN).mkdir()
    with pytest.raises(DataError, match=r"unknown\.json could not be saved"):
        save_unknown_setting(UnknownSetting(), tmp_path)


@pytest.mark.parametrize("content", [b"", b"junk" * 1000, msgspec.json.encode({"model": "x", "checked": []})])
def test_there_is_no_yardstick_where_there_is_no_sound_file(content: bytes, tmp_path: Path) -> None:
    assert load_yardstick(tmp_path) is None
    (tmp_path / FAMILIAR).write_bytes(content)
    assert load_yardstick(tmp_path) is None


def kept(run: Path, model: str, padding: int = 0) -> Path:
    """A file as `learn_familiar` makes it, of the model known by `model`, with so many bytes more in its header."""
    facts = as_json(FamiliarFacts(model, yardstick(20).checked)).decode() + " " * padding
    (run / FAMILIAR).write_bytes(packed_header({}, notes_for("", facts))[1])
    return run


def test_the_model_of_an_earlier_version_is_known_by_its_file_and_read_once(tmp_path: Path) -> None:
    model = tmp_path / BEST
    content = np.random.default_rng(0).bytes(2_500_000)
    model.write_bytes(packed_header({"weights": ("U8", [len(content)])}, {})[1] + content)
    mark = f"{zlib.crc32(model.read_bytes()):08x}"
    assert mark_of_model(tmp_path) == mark
    assert load_yardstick(kept(tmp_path, mark)) is not None
    times = model.stat().st_atime_ns, model.stat().st_mtime_ns
    model.write_bytes(model.read_bytes()[:-1] + b"?")
    os.utime(model, ns=times)
    assert mark_of_model(tmp_path) == mark, "it is not read again while it seems to be the same"
    os.utime(model, ns=(times[0], times[1] + 10**9))
    assert mark_of_model(tmp_path) != mark
    assert load_yardstick(tmp_path) is None


def test_a_header_of_many_megabytes_is_not_read(tmp_path: Path) -> None:
    (tmp_path / BEST).write_bytes(packed_header({}, notes_for("abc", None))[1])
    assert load_yardstick(kept(tmp_path, "abc")) is not None
    assert load_yardstick(kept(tmp_path, "abc", 4_000_000)) is None
