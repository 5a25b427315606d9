"""The rules of a test: which photos it may be made of, what it says of classes without any, of guessing, of photos seen before."""

from __future__ import annotations

import csv
import shutil
import threading
from pathlib import Path

import pytest
from PIL import Image

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Warned
from cnn_desktop.domain.jobs.evaluate import Evaluated
from cnn_desktop.domain.jobs.predict import Predicted
from cnn_desktop.domain.report import Report, load_report
from cnn_desktop.domain.run import CONTENTS, LOOKS, OTHER_PREDICTIONS, OTHER_REPORT, PREDICTIONS, REPORT, count_looks
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.learning.answers.evaluate import _log_look, evaluate
from cnn_desktop.learning.answers.predict import Predictor
from tests.conftest import draw_photo
from tests.learning.helpers import only, small, train

CLASSES = ["class 0", "class 1", "class 2"]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `photos`, 54 of three classes, and `run`, a training on them; not to be changed."""
    folder = tmp_path_factory.mktemp("trained")
    for label, name in enumerate(CLASSES):
        for number in range(18):
            draw_photo(folder / "photos" / name / f"{number:03}.png", label, number)
    train(small(folder / "photos"), folder / "run")
    return folder


@pytest.fixture
def home_of(trained: Path, tmp_path: Path) -> Path:
    """A copy of `trained` that may be changed. Its run knows its photos at the place they had."""
    return Path(shutil.copytree(trained, tmp_path / "copy"))


def check(run: Path, data: Path | None) -> tuple[Evaluated, Report, list[str]]:
    """The result, the report, and what was warned of."""
    reports: list[Report] = []
    events: list[Event] = list(evaluate(run, data, "cpu", Control(), take=reports.append))
    evaluated = events[-1]
    assert isinstance(evaluated, Evaluated)
    return evaluated, reports[0], [str(event) for event in only(Warned, events)]


def new_photos(folder: Path, *classes: int, each: int = 8) -> Path:
    for label in classes:
        for number in range(each):
            draw_photo(folder / CLASSES[label] / f"new {number}.png", label, 500 + number)
    return folder


# Which photos


def test_a_folder_with_one_of_the_classes_is_fine(trained: Path, tmp_path: Path) -> None:
    data = new_photos(tmp_path / "new", 1)
    evaluated, report, warned = check(trained / "run", data)
    assert (report.n, report.seen, warned) == (8, 0, [])
    answers = only(
        Predicted, list(Predictor(trained / "run", "cpu").predict(sorted(map(str, data.rglob("*.png"))), Control()))
    )
    share = sum(answer.scores[0].name == "class 1" for answer in answers) / 8
    rows = {row.name: row for row in report.per_class}
    assert (rows["class 1"].recall, rows["class 1"].n) == (share, 8)
    for name in ("class 0", "class 2"):
        assert (rows[name].precision, rows[name].recall, rows[name].f1, rows[name].n) == (None, None, None, 0)
    assert "guessing" not in str(evaluated), "there is no other class to guess"


def test_photos_of_other_classes_are_counted_and_left_out(trained: Path, tmp_path: Path) -> None:
    data = new_photos(tmp_path / "new", 0, 2)
    for number in range(3):
        draw_photo(data / "glass" / f"{number}.png", 3, number)
    draw_photo(data / "Class 1" / "0.png", 1, 900)
    _, report, [told] = check(trained / "run", data)
    assert report.n == 16
    assert told.startswith("4 of 20 photos in ")
    assert "does not know their classes: “Class 1”, “glass”. It knows: “class 0”, “class 1”, “class 2”." in told


# Photos it has seen


def test_photos_are_known_by_their_content_wherever_they_lie(trained: Path, tmp_path: Path) -> None:
    moved = Path(shutil.copytree(trained / "photos", tmp_path / "moved"))
    for number, file in enumerate(sorted(moved.rglob("*.png"))):
        file.rename(file.with_name(f"photo {number}.png"))
    evaluated, report, _ = check(trained / "run", moved)
    own = load_snapshot(trained / "run")
    seen = len(own.of_split("train")) + len(own.of_split("val"))
    assert (report.n, report.seen, evaluated.seen) == (54, seen, seen)
    assert f"{seen} of the 54 photos were used to train or check this model" in str(evaluated)
    for file in moved.rglob("*.png"):  # other files, the same pictures
        with Image.open(file) as image:
            image.save(file, dpi=(72, 72))
    assert check(trained / "run", moved)[1].seen == seen


def test_the_runs_own_test_photos_are_new_to_it_unless_they_are_copies(home_of: Path) -> None:
    run = home_of / "run"
    evaluated, report, _ = check(run, None)
    assert (report.seen, "used to train or check" in str(evaluated)) == (0, False)
    own = load_snapshot(run)
    train(small(home_of / "photos"), home_of / "again")
    own = load_snapshot(home_of / "again")
    shutil.copy(own.file(own.of_split("train")[0]), own.file(own.of_split("test")[0]))
    evaluated, report, _ = check(home_of / "again", None)
    assert f"1 of the {report.n} photos was used to train or check this model" in str(evaluated)


def test_a_run_of_an_earlier_version_asks_its_photos_while_they_are_there(home_of: Path, tmp_path: Path) -> None:
    run = home_of / "run"
    (run / CONTENTS).unlink()
    assert check(run, home_of / "photos")[1].seen == 45
    snapshot = (run / "dataset.json").read_text()
    place = load_snapshot(run).roots["1"]
    (run / "dataset.json").write_text(snapshot.replace(place, str(tmp_path / "gone")))
    _, report, warned = check(run, home_of / "photos")
    assert report.seen is None
    assert warned == [
        (
            "Some of these photos may have been used to train this model. This cannot be checked, because its training "
            "photos are no longer there."
        )
    ]
    (run / CONTENTS).write_bytes(b"\xff\x00 damaged")
    assert check(run, home_of / "photos")[1].seen is None


def test_a_test_on_other_photos_is_kept_apart(home_of: Path, tmp_path: Path) -> None:
    run = home_of / "run"
    check(run, None)
    own = {name: (run / name).read_bytes() for name in (REPORT, PREDICTIONS, LOOKS)}
    evaluated, report, _ = check(run, new_photos(tmp_path / "new", 0, 1, 2))
    assert {name: (run / name).read_bytes() for name in own} == own
    assert (Path(evaluated.report), evaluated.looks) == (run / OTHER_REPORT, 1)
    assert load_report(run / OTHER_REPORT) == report
    with open(run / OTHER_PREDICTIONS, newline="") as lines:
        assert len(list(csv.DictReader(lines))) == report.n == 24


# What it says


def test_a_result_within_reach_of_guessing_says_so(home_of: Path, tmp_path: Path) -> None:
    data = new_photos(tmp_path / "new", 0, each=9)
    for name in ("class 1", "class 2"):  # wrong labels
        draw_photo(data / name / "0.png", 0, 700)
    evaluated, report, _ = check(home_of / "run", data)
    assert report.largest
    assert (report.largest.name, report.largest.share) == ("class 0", 9 / 11)
    assert report.accuracy_low <= 9 / 11
    assert "guessing: always answering “class 0” would get 81.8% right" in str(evaluated)


def test_a_run_that_cannot_be_written_still_gives_its_result(home_of: Path) -> None:
    run = home_of / "run"
    (run / REPORT).mkdir()  # also root cannot write there
    evaluated, report, [told] = check(run, None)
    assert (evaluated.report, evaluated.accuracy, evaluated.n) == ("", report.accuracy, report.n)
    assert told.startswith("This result was not saved. ")
    assert not (run / LOOKS).exists()


def test_no_photo_of_a_known_class_is_a_sentence(trained: Path, tmp_path: Path) -> None:
    for number in range(3):
        draw_photo(tmp_path / "new" / "glass" / f"{number}.png", 3, number)
    with pytest.raises(DataError, match=r"knows none of the classes in .*: “glass”. It knows: “class 0”"):
        check(trained / "run", tmp_path / "new")
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataError, match="is empty"):
        check(trained / "run", tmp_path / "empty")


def test_split_folders_are_tested_on_their_test_photos_whatever_trains(trained: Path, tmp_path: Path) -> None:
    new_photos(tmp_path / "new" / "train", 0)
    new_photos(tmp_path / "new" / "test", 1)
    _, report, warned = check(trained / "run", tmp_path / "new")
    assert (report.n, warned) == (8, [])


def test_looks_that_two_processes_log_at_once_are_all_counted(trained: Path, home_of: Path) -> None:
    run = home_of / "run"
    _, report, _ = check(run, None)
    before = count_looks(run)
    threads = [threading.Thread(target=lambda: [_log_look(run, report) for _ in range(10)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count_looks(run) == before + 40
    with (run / LOOKS).open("ab") as torn:
        torn.write(b'{"when": "20')
    _log_look(run, report)
    assert count_looks(run) == before + 42, "one that was cut off counts, too"
