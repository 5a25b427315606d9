"""What is labelled with a model's help trains, whatever else happens; what goes with test photos is not suggested."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.label_suggestions import CurvePoint, LabelSuggestions, Suggestion, save_suggestions
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.project.data import Data
from cnn_desktop.project.labels import SUGGESTION
from cnn_desktop.project.opened import Opened
from cnn_desktop.project.undo import PhotosChange, Steps
from tests.dataset.helpers import one_sentence


def begun(project: Path, scan: Scan | None = None) -> Opened:
    opened = Opened(project)
    opened.take(scan or a_scan(), Data("/photos"))
    return opened


def a_scan(fresh: int = 40) -> Scan:
    """Of two classes twenty photos each, and some without a label."""
    photos = [Photo(f"{'ab'[k % 2]}/{k:03}.jpg", "ab"[k % 2]) for k in range(40)]
    photos += [Photo(f"new/{k:03}.jpg", "") for k in range(fresh)]
    return Scan({"1": "/photos"}, ["a", "b"], sorted(photos, key=lambda photo: photo.path))


def ids(opened: Opened, label: str | None = "") -> list[int]:
    return [int(one) for one in opened.photos.find(PhotoFilter(label), PhotoSort("name"))]


def splits(opened: Opened, wanted: list[int]) -> set[str | None]:
    return {row.split for row in opened.photos.rows(wanted)}


def test_what_is_confirmed_trains(project: Path) -> None:
    opened = begun(project)
    fresh = ids(opened)
    edited = opened.confirm([(one, "ab"[one % 2]) for one in fresh[:30]], Steps())
    assert edited is not None
    assert edited.revision is not None
    assert edited.revision.source == SUGGESTION
    assert splits(opened, fresh[:30]) == {"train"}
    assert edited.photos.unlabelled == 10
    assert edited.step is not None
    assert edited.step.place == "labels"
    labelled = opened.edit(lambda labels: labels.relabel(fresh[30:], "a"), Steps())
    assert labelled is not None
    assert splits(opened, fresh[30:]) > {"train"}, "what is labelled by hand is shared out"
    opened.close()


def test_one_step_takes_it_back_and_makes_it_again(project: Path) -> None:
    opened = begun(project)
    fresh = ids(opened)[:5]
    edited = opened.confirm([(one, "b") for one in fresh], Steps())
    assert edited is not None
    assert edited.step is not None
    change = edited.step.change
    assert isinstance(change, PhotosChange)
    opened.make(change.turned(), Steps())
    assert opened.fresh.without_label(fresh) == set(fresh)
    assert set(fresh) <= {row.id for row in opened.photos.rows(ids(opened))}
    assert opened.to_suggest().held == 0, "they may be asked about again"
    opened.make(change, Steps())
    assert opened.fresh.without_label(fresh) == set()
    assert splits(opened, fresh) == {"train"}
    opened.close()


def test_only_what_has_no_label_is_confirmed(project: Path) -> None:
    opened = begun(project)
    labelled = ids(opened, "a")
    assert opened.confirm([(one, "b") for one in labelled], Steps()) is None
    assert opened.confirm([], Steps()) is None
    assert ids(opened, "a") == labelled
    opened.close()


def test_another_split_leaves_them_in_training(project: Path) -> None:
    opened = begun(project)
    fresh = ids(opened)
    opened.confirm([(one, "a") for one in fresh], Steps())
    plan = SplitPlan(seed=5, percents=(20, 40, 40))
    facts = opened.photos.facts()
    assert facts is not None
    assert next(row for row in opened.preview_split(plan).counts if row.name == "a").train >= len(fresh)
    assert opened.split(plan, Steps()) is not None
    assert splits(opened, fresh) == {"train"}
    assert splits(opened, ids(opened, "b")) == {"train", "val", "test"}
    opened.close()


def test_what_goes_with_test_photos_is_not_suggested(project: Path) -> None:
    scan = a_scan(0)
    photos = [Photo(photo.path, photo.label, group=f"g{number % 10}") for number, photo in enumerate(scan.photos)]
    photos += [Photo(f"new/{k}.jpg", "", group=f"g{k}") for k in range(12)]
    opened = begun(project, Scan(scan.roots, scan.classes, photos))
    opened.split(SplitPlan(group_by="column"), Steps())
    rows = {row.path: row for row in opened.photos.rows(ids(opened, None))}
    out = {photo.group for photo in photos if photo.label and rows[photo.path].split != "train"}
    assert out
    snapshot = opened.to_suggest()
    shown = {photo.group for photo in snapshot.scan.photos if not photo.label}
    assert shown == {f"g{k}" for k in range(12)} - out
    assert snapshot.held == len(out)
    assert "test" not in {photo.split for photo in snapshot.scan.photos}
    opened.confirm([(one, "a") for one in ids(opened)], Steps())
    left = {row.path for row in opened.photos.rows(ids(opened))}
    assert left == {photo.path for photo in photos if not photo.label and photo.group in out}
    opened.close()


def test_a_photo_that_was_a_test_photo_is_not_suggested(project: Path) -> None:
    """Its label was taken back; with the next one it tests again."""
    opened = begun(project)
    edited = opened.edit(lambda labels: labels.relabel(ids(opened), "a"), Steps())
    assert edited is not None
    assert edited.step is not None
    tests = {row.id for row in opened.photos.rows(ids(opened, None)) if row.split in ("val", "test")}
    assert isinstance(edited.step.change, PhotosChange)
    opened.make(edited.step.change.turned(), Steps())
    held = tests & set(ids(opened))
    assert held
    assert opened.to_suggest().held == len(held)
    opened.confirm([(one, "b") for one in ids(opened)], Steps())
    assert set(ids(opened)) == held
    opened.close()


def result(file: Path, labelled: int, *keys: str) -> Path:
    suggestions = tuple(Suggestion(key, "a", 0.5) for key in keys)
    save_suggestions(
        LabelSuggestions(suggestions=suggestions, point=CurvePoint(labelled, 20, 15), unlabelled=50, expected=0.7), file
    )
    return file


def test_each_lesson_is_a_point_of_the_curve(project: Path, tmp_path: Path) -> None:
    opened = begun(project)
    assert opened.fresh.curve() == ()
    found = opened.fresh.take(result(tmp_path / "s.json", 40, "new/001.jpg", "a/000.jpg", "gone.jpg"))
    assert [row.path for row in found.rows] == ["new/001.jpg"], "what has a label by now is no question"
    found = opened.fresh.take(result(tmp_path / "s.json", 64))
    assert [point.labelled for point in found.curve] == [40, 64]
    opened.close()
    again = Opened(project)
    assert [point.labelled for point in again.fresh.curve()] == [40, 64]
    again.close()


def test_a_damaged_result_is_told_in_one_sentence(project: Path, tmp_path: Path) -> None:
    opened = begun(project)
    for text in ("", "{}", '{"suggestions": [["a", "", 3]]}'):
        (tmp_path / "s.json").write_text(text)
        with pytest.raises(DataError) as told:
            opened.fresh.take(tmp_path / "s.json")
        assert "s.json" in one_sentence(told.value)
    opened.close()


def test_where_nothing_can_be_written_the_curve_is_kept_in_memory(project: Path, tmp_path: Path) -> None:
    begun(project).close()
    holder = Opened(project)
    reader = Opened(project)
    assert reader.read_only
    assert [one.labelled for one in reader.fresh.take(result(tmp_path / "s.json", 40)).curve] == [40]
    assert [one.labelled for one in reader.fresh.curve()] == [40]
    with pytest.raises(DataError):
        reader.confirm([(ids(reader)[0], "a")], Steps())
    reader.close()
    holder.close()
