"""What a folder given to a training may be, what is left of an earlier run in it, and when a new run takes its place."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.domain.config import load_config, save_config
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested, UserError
from cnn_desktop.domain.events import Event, Noted
from cnn_desktop.domain.jobs.train import EpochDone, Planned, Trained
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.recording import earlier_events
from cnn_desktop.domain.run import (
    BEST,
    CHECKPOINT,
    CONFIG,
    EVENTS,
    FEATURES,
    LAST,
    LOCK,
    LOOKS,
    MODEL,
    PLAN,
    REPORT,
    UNFINISHED,
    load_model_facts,
)  # fmt: skip
from cnn_desktop.domain.scan_files import load_snapshot, save_snapshot
from cnn_desktop.learning.training.run_folder import held
from cnn_desktop.learning.training.train import train
from tests.conftest import draw_photo
from tests.dataset.helpers import folder_for_anyone, one_sentence, without_root
from tests.learning.helpers import only, small

Make = Callable[..., Path]


def contents(folder: Path) -> dict[str, bytes]:
    """Each file below `folder`."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def trained(data: Path, run: Path, resume: bool = False, **settings: object) -> list[Event]:
    return list(train(small(data, **settings), run, Control(), resume))


def stopped_at(kind: type[Event], data: Path, run: Path, **settings: object) -> list[Event]:
    """The events of a training that is stopped at the first of `kind`."""
    control, seen = Control(), []
    with contextlib.suppress(StopRequested):
        for event in train(small(data, epochs=9, **settings), run, control):
            seen.append(event)
            if isinstance(event, kind):
                control.stop()
    return seen


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two classes."""
    folder = tmp_path_factory.mktemp("two") / "photos"
    for label, number in itertools.product(range(2), range(10)):
        draw_photo(folder / f"class {label}" / f"{number}.png", label, number)
    return folder


@pytest.fixture(scope="module")
def once(photos: Path) -> Path:
    """A finished run that was tested, with files of the person's own in its folder."""
    run = photos.with_name("run")
    trained(photos, run)
    for name in (REPORT, LOOKS, "my notes.txt", "film.part"):
        (run / name).write_text("{}\n")
    return run


@pytest.fixture
def finished(once: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(once, tmp_path / "run")


# What is refused


@pytest.mark.parametrize(
    "names",
    [["report.json", "predictions.csv"], ["config.toml"], ["film.part"], ["model.safetensors"], ["events.jsonl"],
     ["dataset.json"], ["sub/photo.jpg"], [".hidden"], ["unfinished/thesis.txt"]],
    ids=lambda names: names[0],
)  # fmt: skip
def test_a_person_s_own_folder_is_left_as_it_is(photo_folder: Make, tmp_path: Path, names: list[str]) -> None:
    own = tmp_path / "results"
    for name in names:
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_text('{"mine": 1}\n')
    if "config.toml" in names:
        save_config(small(tmp_path / "photos"), own / "config.toml")  # as kept for --config
    before = sorted(own.rglob("*")), contents(own)
    with pytest.raises(DataError, match="already contains other files") as refused:
        trained(photo_folder(2, 6), own)
    assert str(own) in one_sentence(refused.value)
    assert (sorted(own.rglob("*")), contents(own)) == before


def test_the_photos_themselves_are_no_place_for_a_run(photo_folder: Make) -> None:
    data = photo_folder(2, 6)
    with pytest.raises(DataError, match="already contains other files"):
        trained(data, data)
    assert len(contents(data)) == 12


def test_a_file_and_a_folder_below_a_file(photo_folder: Make, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for run, words in (
        (tmp_path / "file", "is not a folder"),
        (tmp_path / "link", "is not a folder"),
        (tmp_path / "file" / "a" / "run", f"cannot be created because {tmp_path / 'file'} is a file"),
    ):
        with pytest.raises(DataError, match=words) as refused:
            trained(photo_folder(2, 6), run)
        assert str(run) in one_sentence(refused.value)
        assert refused.value.exit_code == 1


def test_a_folder_that_may_not_be_written_to(photo_folder: Make) -> None:
    with folder_for_anyone() as folder:
        shutil.copytree(photo_folder(2, 6), folder / "photos")
        (folder / "closed").mkdir()
        (folder / "closed").chmod(0o555)
        for run in (folder / "closed", folder / "closed" / "run"):
            with without_root(), pytest.raises(DataError, match="You do not have permission to write to") as refused:
                trained(folder / "photos", run)
            assert str(run) in one_sentence(refused.value)
        assert not list((folder / "closed").iterdir())


ASKED = [
    {"device": "cuda:9"}, {"model": "resnet18", "weights": "nowhere.pth"}, {"model": "resnet99"}, {"data": "/nowhere"},
    {"data": "one class"},
]  # fmt: skip


@pytest.mark.parametrize(
    ("there", "asked"), [*itertools.product(["nothing", "a run"], ASKED), ("an empty folder", ASKED[3])], ids=str
)
def test_what_is_refused_is_refused_before_anything_is_written(
    photo_folder: Make, photos: Path, tmp_path: Path, there: str, asked: dict[str, str]
) -> None:
    photo_folder(1, 4, "one class")
    run = tmp_path / "a" / "run"
    if there == "an empty folder":
        run.mkdir(parents=True)
    if there == "a run":
        save_snapshot(Scan({"1": "/gone"}, ["a", "b"], []), run)
        for name in (BEST, MODEL, CHECKPOINT, "notes.txt"):
            (run / name).write_text("x")
    before = sorted(tmp_path.rglob("*")), contents(tmp_path)
    with pytest.raises(UserError):
        trained(
            **{"data": photos, "run": run, **asked, **({"data": tmp_path / asked["data"]} if "data" in asked else {})}
        )
    assert (sorted(tmp_path.rglob("*")), contents(tmp_path)) == before


def test_a_disk_too_full_leaves_an_earlier_model(
    photo_folder: Make, finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(finished)
    free = shutil.disk_usage("/")._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: free)
    with pytest.raises(DataError, match="not enough disk space"):
        trained(photo_folder(2, 10), finished)
    assert contents(finished) == before


# One training at a time


def test_a_second_training_is_refused_until_the_first_is_over_or_killed(photo_folder: Make, tmp_path: Path) -> None:
    run, data = tmp_path / "run", photo_folder(2, 10)
    code = (
        "import sys; from pathlib import Path; from cnn_desktop.learning.training.run_folder import held\n"
        "with held(Path(sys.argv[1]), False):\n    print('held', flush=True); sys.stdin.read()"
    )
    first = subprocess.Popen(
        [sys.executable, "-c", code, str(run)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with first:
        assert first.stdout
        assert first.stdout.readline() == "held\n"
        for _ in range(2):  # refusing does not let go of the lock
            with pytest.raises(DataError, match="Another training run is using") as refused:
                trained(data, run)
        assert str(run) in one_sentence(refused.value)
        first.kill()
    assert isinstance(trained(data, run)[-1], Trained)


@pytest.mark.skipif(os.name != "posix", reason="folders in use cannot be moved elsewhere")
@pytest.mark.parametrize("change", ["moved", "deleted", "replaced", "renamed above"])
@pytest.mark.parametrize("beside", [False, True], ids=["new", "beside"])
def test_a_training_whose_folder_is_taken_away_ends_in_a_sentence(
    photos: Path, finished: Path, tmp_path: Path, change: str, beside: bool
) -> None:
    run, other = tmp_path / "place" / "run", tmp_path / "other"
    run.parent.mkdir()
    if beside:
        finished.rename(run)
    training = train(small(photos, epochs=5), run, Control())
    while not isinstance(next(training), EpochDone):
        pass
    if change == "renamed above":
        run.parent.rename(tmp_path / "elsewhere")
    else:
        run.rename(other)
    if change == "deleted":
        shutil.rmtree(other)
    held_by_another = held(run, resume=False) if change == "replaced" else contextlib.nullcontext()
    with held_by_another:
        with pytest.raises(DataError, match="was moved, deleted or replaced during training") as refused:
            list(training)
        assert str(run) in one_sentence(refused.value)
        if change == "replaced":
            assert {file.name for file in run.iterdir()} == {LOCK}, "nothing of ours is mixed in"
    if change == "moved":
        assert isinstance(trained(photos, other, resume=True, epochs=5)[-1], Trained)
        assert not run.exists()


# What an earlier training has left


def test_nothing_of_a_training_that_failed_is_learnt_by_the_next(photo_folder: Make, tmp_path: Path) -> None:
    run = tmp_path / "run"
    save_snapshot(Scan({"1": str(photo_folder(2, 10))}, ["mine", "yours"], []), run)
    for name in (PLAN, FEATURES, CHECKPOINT, LAST, EVENTS, CONFIG, f"{BEST}.77.part", "film.part"):
        (run / name).write_text("of the first")
    events = trained(photo_folder(3, 10, "other"), run)
    assert only(Planned, events)[0].classes == ["class 0", "class 1", "class 2"]
    assert (load_snapshot(run).classes, load_config(run / CONFIG).data) == (
        ["class 0", "class 1", "class 2"], str(photo_folder(3, 10, "other")),
    )  # fmt: skip
    assert load_model_facts(run).classes == ["class 0", "class 1", "class 2"]
    assert [type(event) for event in earlier_events(run)][-1] is Trained
    assert b"of the first" not in b"".join(content for name, content in contents(run).items() if name != "film.part")
    assert "film.part" in contents(run), "a person's own file"
    assert not list(run.glob("*.77.part"))


@pytest.mark.parametrize("stop", [Planned, EpochDone])
def test_an_earlier_model_stays_until_the_new_training_is_finished(
    photo_folder: Make, tmp_path: Path, finished: Path, stop: type[Event]
) -> None:
    before, other = contents(finished), photo_folder(3, 10, "other")
    said = " ".join(str(event) for event in only(Noted, stopped_at(stop, other, finished)))
    assert f"The earlier model in {finished} stays until" in said
    assert f"The earlier model in {finished} is unchanged." in said
    assert {name: content for name, content in contents(finished).items() if UNFINISHED not in name} == before
    assert load_model_facts(finished).classes == ["class 0", "class 1"]
    resumed = trained(other, finished, resume=True, epochs=9)
    assert only(Planned, resumed)[0].first_epoch == (2 if stop is EpochDone else 1)
    (done,) = only(Trained, resumed)
    assert (done.run, done.epochs) == (str(finished), 9)
    after = contents(finished)
    assert load_model_facts(finished).classes == load_snapshot(finished).classes == ["class 0", "class 1", "class 2"]
    assert {"my notes.txt", "film.part"} <= after.keys()
    assert not {REPORT, LOOKS} & after.keys(), "they tell of the earlier model, and of other photos"
    assert not (finished / UNFINISHED).exists()
    told = earlier_events(finished)
    assert [event.epoch for event in told if isinstance(event, EpochDone)] == list(range(1, 10))
    assert all(event.run == str(finished) for event in told if isinstance(event, Planned))


def test_what_is_asked_now_is_trained_after_a_training_that_was_stopped(
    photo_folder: Make, photos: Path, finished: Path
) -> None:
    stopped_at(EpochDone, photo_folder(3, 10, "other"), finished)
    (planned,) = only(Planned, trained(photos, finished, epochs=2))
    assert (planned.first_epoch, planned.classes) == (1, ["class 0", "class 1"])
    assert len((finished / "epochs.csv").read_text().splitlines()) == 3
    assert (finished / LOOKS).exists(), "the same photos were looked at"


def test_one_that_was_killed_before_its_first_checkpoint_starts_afresh_when_resumed(
    photo_folder: Make, finished: Path
) -> None:
    other = photo_folder(3, 10, "other")
    save_snapshot(Scan({"1": str(other)}, ["class 0", "class 1", "class 2"], []), finished / UNFINISHED)
    save_config(small(other), finished / UNFINISHED / CONFIG)
    (planned,) = only(Planned, trained(other, finished, resume=True))
    assert (planned.first_epoch, planned.classes) == (1, ["class 0", "class 1", "class 2"])
    assert load_model_facts(finished).classes == ["class 0", "class 1", "class 2"]


def test_a_training_that_fails_leaves_the_earlier_model_and_nothing_else(photo_folder: Make, finished: Path) -> None:
    before, data = contents(finished), photo_folder(2, 10, "other")
    training = train(small(data), finished, Control())
    assert any(isinstance(event, Planned) for event in training)
    shutil.rmtree(data)
    with pytest.raises(DataError, match="photos could be read"):
        list(training)
    assert contents(finished) == before
    assert not (finished / UNFINISHED).exists()


def test_a_model_whose_checkpoint_is_gone_stays_when_resuming_starts_afresh(photo_folder: Make, finished: Path) -> None:
    (finished / CHECKPOINT).unlink()
    before = (finished / BEST).read_bytes()
    (planned,) = only(Planned, trained(photo_folder(2, 10), finished, resume=True, seed=3))
    assert planned.first_epoch == 1
    assert (finished / BEST).read_bytes() != before
    assert load_config(finished / CONFIG).seed == 3


@pytest.mark.parametrize("moved", [1, 99])
def test_a_change_of_places_that_was_cut_off_is_finished_by_the_next(
    photo_folder: Make, tmp_path: Path, finished: Path, moved: int
) -> None:
    trained(photo_folder(3, 10, "other"), tmp_path / "new")
    new = (tmp_path / "new").rename(finished / UNFINISHED)
    whole = contents(new)
    (finished / MODEL).unlink()
    for name in [name for name in whole if name != MODEL][:moved]:
        (new / name).replace(finished / name)
    with held(finished, resume=False):
        assert whole.items() <= contents(finished).items()
        assert not (finished / UNFINISHED).exists()


def test_a_lock_is_all_that_a_new_folder_holds_and_both_go(tmp_path: Path) -> None:
    run = tmp_path / "a" / "b"
    with held(run, resume=False) as place:
        assert [file.name for file in run.iterdir()] == [LOCK]
        assert place.folder == run
    assert not (tmp_path / "a").exists()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / ".DS_Store").touch()
    with held(tmp_path / "mine", resume=False):
        pass
    assert [file.name for file in (tmp_path / "mine").iterdir()] == [".DS_Store"]
