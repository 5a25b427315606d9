"""A hostile run folder, and many trainings at once into one: nothing outside is touched, and one at a time has the folder."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cnn_desktop.domain.config import TrainConfig, save_config
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Noted
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.recording import recorded
from cnn_desktop.domain.run import CHECKPOINT, CONFIG, EVENTS, LOCK, OWN_FILES, load_model_facts, remove_run, to_resume
from cnn_desktop.domain.scan_files import save_snapshot
from cnn_desktop.learning.training.run_folder import held
from tests.dataset.helpers import one_sentence

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links of POSIX")


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A training that was begun."""
    folder = tmp_path / "run"
    save_snapshot(Scan({"1": "/photos"}, ["a"], []), folder)
    save_config(TrainConfig(data="/photos"), folder / CONFIG)
    return folder


@pytest.mark.parametrize(
    ("name", "there"),
    [(name, True) for name in (*OWN_FILES, LOCK, "unfinished", f"unfinished/{CHECKPOINT}")]
    + [(EVENTS, False), (LOCK, False)],
)
def test_a_run_with_a_link_in_it_is_refused_by_name_and_what_it_leads_to_stays(
    run: Path, tmp_path: Path, name: str, there: bool
) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / CHECKPOINT).write_text("theirs")
    target = theirs if name == "unfinished" else theirs / CHECKPOINT
    (run / name).parent.mkdir(exist_ok=True)
    (run / name).unlink(missing_ok=True)
    (run / name).symlink_to(target if there else tmp_path / "new")
    for use in (lambda: held(run, resume=True).__enter__(), lambda: load_model_facts(run), lambda: to_resume(run)):
        with pytest.raises(DataError) as caught:
            use()
        assert f"{run / name} is a link" in one_sentence(caught.value)
    list(recorded([Noted(say("x"))], run))
    remove_run(run)
    assert [(file.name, file.read_text()) for file in theirs.iterdir()] == [(CHECKPOINT, "theirs")]
    assert not (tmp_path / "new").exists()


def test_a_run_named_through_a_link_is_no_matter(run: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.symlink_to(run, target_is_directory=True)
    with held(other, resume=False), pytest.raises(DataError, match="Another training run"), held(run, resume=False):
        pass
    list(recorded([Noted(say("x"))], other))
    assert (run / EVENTS).read_bytes().count(b"\n") == 1


TRAINER = """
import json, sys
from pathlib import Path
from cnn_desktop.domain.errors import DataError
from cnn_desktop.learning.training.run_folder import held
run, inside = Path(sys.argv[1]), Path(sys.argv[2])
print(flush=True); sys.stdin.readline()
had = refused = 0
while had < 3:
    try:
        with held(run, resume=False):
            inside.touch(exist_ok=False)  # raises when another is inside
            inside.unlink()
            had += 1
    except DataError as error:
        assert "Another training run" in str(error), error
        refused += 1
print(json.dumps([had, refused]))
"""


@pytest.mark.parametrize("kept", [True, False])
def test_one_at_a_time_has_the_folder_however_it_is_spelled(run: Path, tmp_path: Path, kept: bool) -> None:
    """`kept` False: it is made and gone again each time."""
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    name = "run" if kept else "new"
    spellings = [tmp_path / name, tmp_path / "link" / name, tmp_path / "link" / ".." / tmp_path.name / name]
    with contextlib.ExitStack() as every:
        others = [
            every.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", TRAINER, str(spelled), str(tmp_path / "inside")],
                    stdin=-1, stdout=-1, stderr=-1, text=True,
                )
            )
            for spelled in spellings
        ]  # fmt: skip
        for one in others:
            assert one.stdout
            one.stdout.readline()
        for one in others:
            assert one.stdin
            one.stdin.write("\n")
            one.stdin.flush()
        told = [one.communicate() for one in others]
    assert [one.returncode for one in others] == [0, 0, 0], [error[-600:] for _, error in told]
    assert [json.loads(words)[0] for words, _ in told] == [3, 3, 3]
    assert not (tmp_path / name / LOCK).exists()
