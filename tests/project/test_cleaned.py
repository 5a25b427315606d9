"""What cleaning brought is measured on the test photos that nobody touched, the same for both models."""

from __future__ import annotations

import msgspec
import pytest

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.run import REPORT, RunRecord, RunStatus
from cnn_desktop.domain.scan_files import DATASET
from cnn_desktop.project.cleaned import Standing, compare_cleaned, find_pair, find_standing
from tests.dataset.helpers import one_sentence
from tests.project.review_helpers import Reviewed, plant_report, relabel, trained


def test_it_counts_the_untouched_photos_only(reviewed: Reviewed) -> None:
    ids = {row.path: row.id for row in reviewed.rows().values()}
    wrong_before = {"a/000008.jpg", "a/000018.jpg", "b/000009.jpg", "b/000019.jpg"}
    before = trained(
        reviewed.opened, lambda photo: "ab"[photo.label == "a"] if photo.path in wrong_before else photo.label
    )
    for photo in ("a/000008.jpg", "b/000029.jpg"):
        reviewed.add(reviewed.opened.give_opinion(ids[photo], "ab"[photo < "b"], "Ann", reviewed.steps))
    reviewed.add(reviewed.opened.apply_agreed(reviewed.steps))
    wrong_after = {"b/000009.jpg", "b/000039.jpg"}
    after = trained(
        reviewed.opened, lambda photo: "ab"[photo.label == "a"] if photo.path in wrong_after else photo.label
    )
    found = compare_cleaned(reviewed.opened.runs, reviewed.opened.photos, before, after)
    # 8 test photos less the 2 that were touched: before, 18, 9 and 19 are wrong; after, 9 and 39
    assert (found.before, found.after, found.touched) == (before, after, 2)
    paired = found.paired
    assert (paired.n, paired.both, paired.only_before, paired.only_after, paired.neither) == (6, 2, 1, 2, 1)
    assert (paired.before, paired.after) == (3 / 6, 4 / 6)
    assert paired.difference == pytest.approx(1 / 6)
    assert paired.low < paired.difference < paired.high
    reviewed.opened.edit(lambda labels: labels.exclude([ids["b/000039.jpg"]]), reviewed.steps)
    found = compare_cleaned(reviewed.opened.runs, reviewed.opened.photos, before, after)
    assert (found.paired.n, found.touched) == (5, 3)


def test_what_was_not_tested_and_what_has_nothing_in_common_is_said(reviewed: Reviewed) -> None:
    tested = trained(reviewed.opened, lambda photo: photo.label)
    untested = trained(reviewed.opened, None)
    with pytest.raises(DataError, match="has not been tested yet") as caught:
        compare_cleaned(reviewed.opened.runs, reviewed.opened.photos, tested, untested)
    assert untested in one_sentence(caught.value)
    test = [row.id for row in reviewed.rows().values() if row.split == "test"]
    val = [row.id for row in reviewed.rows().values() if row.split == "val"]
    reviewed.opened.edit(
        lambda labels: labels.split([*((one, "val") for one in test), *((one, "test") for one in val)]), reviewed.steps
    )
    other = trained(reviewed.opened, lambda photo: photo.label)
    with pytest.raises(DataError, match="no test photo in common") as caught:
        compare_cleaned(reviewed.opened.runs, reviewed.opened.photos, tested, other)
    one_sentence(caught.value)


def run(name: str, labels: int | None, status: RunStatus = "finished") -> RunRecord:
    return RunRecord(name, "simple_cnn", status, "2026-01-01", labels=labels)


def pair(*models: RunRecord, in_use: str = "", other: str = "") -> tuple[str, str, int, bool] | None:
    """Of these runs, the newest first; revision 4 changed no label; the run `other` has settings of its own."""
    configs = {one.id: TrainConfig(data=one.id, lr=0.5 if one.id == other else 0.1) for one in models}

    def changed(after: int, until: int) -> int:
        return sum(number != 4 for number in range(after + 1, until + 1))

    found = find_pair(changed, models, configs, in_use)
    return found and (found.before.id, found.after.id, found.changed, found.alike)


def test_the_pair_is_the_newest_training_and_one_before_the_labels_changed() -> None:
    assert pair() is None
    assert pair(run("a", None)) is None
    assert pair(run("b", 0), run("a", None)) is None, "the same labels"
    assert pair(run("b", 4), run("a", 3)) is None, "no label was changed in between"
    assert pair(run("b", 3), run("a", None)) == ("a", "b", 3, True)
    three = run("c", 5), run("b", 2), run("a", 2)
    assert pair(*three) == ("b", "c", 2, True), "the newest of those before"
    assert pair(*three, in_use="a") == ("a", "c", 2, True), "the one in use"
    assert pair(*three, in_use="c") == ("b", "c", 2, True)
    assert pair(*three, in_use="b", other="b") == ("a", "c", 2, True), "the same settings matter more"
    assert pair(*three[:2], other="b") == ("b", "c", 2, False)
    assert pair(run("c", 5), run("b", 2, "stopped")) == ("b", "c", 2, False), "it did not come to its end"
    assert pair(run("d", 5), run("c", 5), run("b", 2)) == ("b", "d", 2, True)
    assert pair(run("d", 2), run("c", 5), run("b", 2)) == ("b", "c", 2, True), "the labels were taken back since"


def standing(reviewed: Reviewed, known: Standing | None = None) -> Standing:
    opened = reviewed.opened
    history = opened.runs.history()
    in_use = history.predictor.id if history.predictor else ""
    return find_standing(opened.runs, opened.photos, opened.restoring, history.models, history.configs, in_use, known)


def test_how_it_stands_from_the_first_change_to_the_comparison(reviewed: Reviewed) -> None:
    assert standing(reviewed) == Standing()
    relabel(reviewed, 3)
    assert standing(reviewed) == Standing(changed=3)
    reviewed.undo()
    before = trained(reviewed.opened, None)
    assert standing(reviewed) == Standing(), "nothing is left of it"
    relabel(reviewed, 5)
    assert standing(reviewed) == Standing(changed=5)
    after = trained(reviewed.opened, None)
    found = standing(reviewed).brought
    assert found
    assert (found.pair.before.id, found.pair.after.id, found.pair.changed, found.pair.alike) == (before, after, 5, True)
    assert (found.untouched, found.untested, found.cleaned, found.problem) == (8, (before, after), None, None)


def test_what_was_tested_is_compared_and_a_damaged_report_is_none(reviewed: Reviewed) -> None:
    before = trained(reviewed.opened, lambda photo: "a")
    relabel(reviewed, 5)
    after = trained(reviewed.opened, lambda photo: photo.label)
    found = standing(reviewed).brought
    assert found
    assert found.untested == ()
    assert found.cleaned == compare_cleaned(reviewed.opened.runs, reviewed.opened.photos, before, after)
    assert found.cleaned.paired.difference == 0.5
    (reviewed.opened.runs.folder(before) / REPORT).write_text("{}")
    found = standing(reviewed).brought
    assert found
    assert (found.untested, found.cleaned) == ((before,), None)
    (reviewed.opened.runs.folder(before) / DATASET).write_text("{}")
    found = standing(reviewed).brought
    assert found
    assert found.problem
    assert "is damaged" in one_sentence(DataError(str(found.problem)))


def test_photos_that_were_changed_and_changed_back_are_not_counted(reviewed: Reviewed) -> None:
    opened, ids = reviewed.opened, sorted(reviewed.rows())
    relabel(reviewed, 2)
    reviewed.add(opened.edit(lambda labels: labels.exclude([ids[0], ids[4]]), reviewed.steps))
    reviewed.add(opened.edit(lambda labels: labels.split([(ids[6], "val")]), reviewed.steps))
    reviewed.undo()
    reviewed.undo()
    changed = opened.restoring.changed
    assert [changed(0, n) for n in range(6)] == [0, 2, 3, 3, 3, 2]
    assert (changed(1, 2), changed(1, 5), changed(2, 3), changed(5, 5)) == (2, 0, 0, 0)
    reviewed.add(opened.restore_to(0, reviewed.steps))
    assert changed(0, opened.photos.labels.newest()) == 0
    assert msgspec.structs.asdict(opened.restoring.beginning())["number"] == 0


def test_nothing_is_compared_twice_until_labels_or_reports_change(reviewed: Reviewed) -> None:
    before = trained(reviewed.opened, lambda photo: "a")
    relabel(reviewed, 5)
    trained(reviewed.opened, lambda photo: photo.label)
    first = standing(reviewed)
    assert standing(reviewed, first).brought is first.brought
    folder = reviewed.opened.runs.folder(before)
    plant_report(folder, lambda photo: photo.label)
    second = standing(reviewed, first).brought
    assert second
    assert second.cleaned
    assert second.cleaned.paired.difference == 0.0
    test = next(one for one, row in reviewed.rows().items() if row.split == "test")
    reviewed.add(reviewed.opened.edit(lambda labels: labels.exclude([test]), reviewed.steps))
    third = standing(reviewed, Standing(0, second)).brought
    assert third
    assert third.untouched == second.untouched - 1
