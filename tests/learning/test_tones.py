"""The range of a data set's deep photos goes with its run: training, tests and predictions see the same picture."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest

from cnn_desktop.dataset.reading.decode import open_photo
from cnn_desktop.dataset.reading.preprocess import squash
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Warned
from cnn_desktop.domain.jobs.predict import Predicted
from cnn_desktop.domain.run import load_model_facts
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.domain.tones import Range, Tones
from cnn_desktop.learning.answers.evaluate import evaluate
from cnn_desktop.learning.answers.predict import Predictor
from cnn_desktop.learning.models.trained import load_trained
from tests.dataset.reading.picture_files import write_tiff
from tests.learning.helpers import small, train
from tests.learning.written_out import by_hand

TWELVE_BITS = Tones(Range(0, 4095))


def draw(folder: Path, top: int) -> Path:
    """Two classes of 16-bit TIFFs, dark and bright, no number above `top`."""
    rng = np.random.default_rng(top)
    for name, share in (("dark", 0.2), ("bright", 1.0)):
        (folder / name).mkdir(parents=True)
        for number in range(10):
            values = rng.integers(0, round(top * share) + 1, (40, 40)).astype(np.uint16)
            write_tiff(folder / name / f"{number}.tif", values, 1)
    return folder


@pytest.mark.parametrize("exact_course", [False, True])
def test_a_run_keeps_the_range_of_its_photos(tmp_path: Path, exact_course: bool) -> None:
    data, run = draw(tmp_path / "data", 4095), tmp_path / "run"
    events = train(small(data, exact_course=exact_course), run)
    assert "12 bits" in " ".join(str(event.text) for event in events if isinstance(event, Warned))
    assert load_snapshot(run).tones == TWELVE_BITS
    assert load_model_facts(run).preprocess["tones"] == msgspec.to_builtins(TWELVE_BITS)
    net, _ = load_trained(run, "cpu")
    files = sorted(data.rglob("*.tif"))
    for file in files:
        pixels = net.preprocess.pixels(file)
        assert (pixels == squash(open_photo(file, tones=TWELVE_BITS), 32)).all()
    assert max(int(net.preprocess.pixels(file).max()) for file in files if file.parent.name == "dark") < 60

    answers = list(Predictor(run, "cpu").predict([str(file) for file in files], Control()))
    for answer, row in zip(answers, by_hand(run, files), strict=True):
        assert isinstance(answer, Predicted)
        shares = {score.name: score.probability for score in answer.scores}
        assert [shares["bright"], shares["dark"]] == pytest.approx(row.tolist(), abs=1e-6)


def test_other_photos_are_tested_with_the_range_of_the_run(tmp_path: Path) -> None:
    run, dark = tmp_path / "run", draw(tmp_path / "dark", 1000)
    train(small(draw(tmp_path / "data", 4095)), run)
    said = [str(event.text) for event in evaluate(run, dark, "cpu", Control()) if isinstance(event, Warned)]
    assert not [text for text in said if "range" in text or "bits" in text]


def test_photos_of_a_scan_without_tones_are_looked_at(tmp_path: Path) -> None:
    data, run = draw(tmp_path / "data", 4095), tmp_path / "run"
    train(small(data), run)
    scan = msgspec.structs.replace(load_snapshot(run), tones=None)
    train(small(data), tmp_path / "other", scan=scan)
    assert load_snapshot(tmp_path / "other").tones == TWELVE_BITS
