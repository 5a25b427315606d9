"""One flipped bit anywhere in a project, or rows that hold other things than they should: it opens, or one sentence says why not."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.recording import earlier_events
from cnn_desktop.project.opened import open_existing
from cnn_desktop.project.schema import DATABASE
from cnn_desktop.project.undo import Steps, settings_step
from tests.fixtures.today import unpack
from tests.project.review_helpers import write_check
from tests.reliability.flips import DAMAGES, ends_well, files_of, flips

TENSORS = (".pt", ".safetensors")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two runs, brought up to date, with a step that can be undone."""
    folder = unpack(tmp_path_factory.mktemp("made")) / "Shapes.cnnproj"
    opened, contents = open_existing(folder)
    before = contents.settings or TrainConfig(data="")
    step = settings_step(before, msgspec.structs.replace(before, seed=before.seed + 1))
    assert step is not None
    opened.keep_settings(before, Steps().add(step))
    opened.photos.labels.add_class("others")
    opened.photos.labels.rename_class("others", "more")
    opened.photos.labels.exclude(opened.photos.find(PhotoFilter(), PhotoSort())[:1])
    opened.photos.forget()
    opened.suspects.take(write_check(folder.parent / "result", opened.photos.scan().photos))
    first, second = opened.suspects.ids(splits=("train",))[:2].tolist()
    opened.decide(first, "suggested", Steps().add(step))
    opened.give_opinion(second, "others", "Ann", Steps().add(step))
    opened.restoring.name_revision(1, "Cleaned labels")
    opened.close()
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """A copy without the models' numbers, which nothing here reads."""
    copy = tmp_path / made.name
    shutil.copytree(made, copy, ignore=shutil.ignore_patterns("*.pt", "last.safetensors"))
    return copy


def look_at(folder: Path) -> Callable[[], None]:
    """Opens the project, and does with it what the window does, up to the words."""

    def look() -> None:
        opened, contents = open_existing(folder)
        words: list[object] = []
        try:
            photos = contents.photos
            if photos:
                for row in opened.photos.rows(opened.photos.find(PhotoFilter(), PhotoSort())[:100]):
                    assert photos.file(row).name
                assert len(opened.photos.scan().photos) == photos.count()
                words += [finding.text for finding in photos.findings] + [file.reason for file in photos.left_out]
            for run in contents.history.runs:
                words += earlier_events(opened.runs.folder(run.id))
            for revision in opened.photos.labels.history():
                words += [revision.name, *opened.photos.labels.corrections(revision.number)]
            if check := opened.suspects.check():
                words += [check.summary.message(), check.progress]
            words += [
                *opened.suspects.page("all"),
                *opened.suspects.ids(),
                *opened.blind.queue("Ann"),
                opened.blind.agreed(),
            ]
            words += [*opened.decisions.newest(), *opened.blind.opinions(), *opened.restoring.history()]
            opened.decisions.export(folder.parent / "decisions.csv")
            words += [step.name for step in (*contents.steps.done, *contents.steps.undone)]
            words += contents.history.report.caveats() if contents.history.report else []
            assert all(isinstance(str(word), str) for word in words)
        finally:
            opened.close()

    return look


def test_it_opens_as_it_is(project: Path) -> None:
    assert ends_well(look_at(project)) == ""


def test_one_flipped_bit_in_any_file(project: Path) -> None:
    files = [file for file in files_of(project / "none", project, project) if file.suffix not in TENSORS]
    assert {file.name for file in files} >= {DATABASE, "config.toml", "events.jsonl", "report.json", "model.json"}
    for file, _ in flips(files, 4):
        if file.name == DATABASE:
            continue
        assert ends_well(look_at(project)) == "", f"{file.name} costs itself, not the project"


def test_one_flipped_bit_in_the_database(project: Path, made: Path) -> None:
    """Each time a new copy: a database that was opened is another file afterwards."""
    said = set()
    for _, bit in flips([project / DATABASE], 60, seed=1):
        for beside in project.glob("project.sqlite-*"):
            beside.unlink()
        sentence = ends_well(look_at(project))
        assert not sentence or str(project) in sentence, bit
        said.add(sentence)
    assert len(said) > 1, "some flips were noticed"


@pytest.mark.parametrize("damage", [name for name in DAMAGES if name != "gone"])
@pytest.mark.timeout(30)
def test_a_database_that_is_none(project: Path, damage: str) -> None:
    DAMAGES[damage](project / DATABASE)
    sentence = ends_well(look_at(project))
    assert str(project) in sentence or (sentence == "" and damage in ("a long field", "a giant"))


NONSENSE = (
    "NULL",
    "x'ff00'",
    "'no number'",
    "-1",
    "1e308",
    "9e999",
    "''",
    "'[[[['",
    "CAST(x'ff' AS TEXT)",
    "'a' || char(0)",
)


@pytest.mark.parametrize(
    "column",
    ["photos.path", "photos.told", "photos.correction", "photos.excluded", "photos.family", "photos.content", "photos.split", "photos.root", "photos.here", "roots.id", "roots.folder", "own_classes.name",
     "revisions.number", "revisions.name", "revisions.at", "corrections.what", "corrections.old", "renamed.label",
     "left_out.path", "left_out.reason", "findings.text", "findings.kind", "findings.severity", "findings.photos", "runs.id", "runs.model",
     "runs.status", "runs.started", "runs.seconds", "runs.val_accuracy", "steps.step", "steps.undone", "settings.value",
     "label_checks.summary", "suspects.near_label", "suspects.is_error", "suspects.photo", "decisions.kind", "decisions.who", "decisions.new"],
)  # fmt: skip
def test_rows_with_other_things_in_them(project: Path, column: str) -> None:
    table, field = column.split(".")
    whole = (project / DATABASE).read_bytes()
    for nonsense in NONSENSE:
        for beside in project.glob("project.sqlite-*"):
            beside.unlink()
        (project / DATABASE).write_bytes(whole)
        _put(project / DATABASE, table, field, nonsense)
        sentence = ends_well(look_at(project))
        assert not sentence or str(project) in sentence, nonsense


def _put(file: Path, table: str, field: str, value: str) -> None:
    """As damage or another program would: without the table's own rules."""
    db = sqlite3.connect(file, isolation_level=None)
    db.execute("PRAGMA ignore_check_constraints=ON")
    db.execute("PRAGMA writable_schema=ON")
    db.execute("UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE type = 'table'")
    db.close()
    db = sqlite3.connect(file, isolation_level=None)
    db.execute("PRAGMA ignore_check_constraints=ON")
    if not db.execute(f"SELECT 1 FROM {table}").fetchone():
        fields = {
            "left_out": "VALUES ('a', '{}')",
            "findings": "VALUES ('{\"text\": \"a\"}', 'note', 'info', '[]', 'folder')",
        }
        db.execute(f"INSERT INTO {table} {fields[table]}")
    with contextlib.suppress(sqlite3.IntegrityError):  # such a number a row cannot have
        db.execute(f"UPDATE OR IGNORE {table} SET {field} = {value}")
    db.close()


@pytest.mark.parametrize(
    "text", ["{n", "{m}", "{0}", "{n.__class__}", "{n:>20000000}", "{n!x}", "{n:c}", "{n:{n}}", "\x1b[2J", "{" * 3000]
)
def test_a_finding_whose_words_are_nonsense(project: Path, text: str) -> None:
    db = sqlite3.connect(project / DATABASE, isolation_level=None)
    for nested in (False, True):
        words = (
            '{"text": "{a}", "values": {"a": {"text": %s, "values": {"n": 27}}}}'
            if nested
            else '{"text": %s, "values": {"n": 27}}'
        )
        db.execute("INSERT INTO findings (text) VALUES (?)", (words % _quoted(text),))
    db.close()
    opened, contents = open_existing(project)
    opened.close()
    assert contents.photos is not None
    for finding in contents.photos.findings:
        assert len(str(finding.text)) <= 20_010
        assert "\x1b" not in str(finding.text)


def _quoted(text: str) -> str:
    return '"' + text.replace("\x1b", "\\u001b") + '"'


def test_a_run_called_like_a_sentence_does_not_harm(project: Path) -> None:
    with pytest.raises(DataError, match="no project"):
        open_existing(project / "{0}")


def test_photos_below_a_folder_that_cannot_be(project: Path) -> None:
    db = sqlite3.connect(project / DATABASE, isolation_level=None)
    db.execute("UPDATE roots SET folder = ?", ("/nul\0",))  # cut off behind the 0 by SQLite's own functions, but kept
    db.close()
    assert str(project) in ends_well(look_at(project))
