"""A run folder: what counts in it, and what makes way for a new training."""

from __future__ import annotations

from pathlib import Path

from cnn_desktop.domain.run import BEST, CONFIG, EVENTS, LOOKS, REPORT, clear_results, count_looks


def test_each_line_is_one_look(tmp_path: Path) -> None:
    assert count_looks(tmp_path / "nowhere") == 0
    assert count_looks(tmp_path) == 0
    (tmp_path / LOOKS).write_text('{"n": 3}\n{"n": 4}\n')
    assert count_looks(tmp_path) == 2


def test_a_new_training_finds_no_results_of_an_earlier_one_but_what_was_looked_at(tmp_path: Path) -> None:
    for name in (BEST, REPORT, CONFIG, EVENTS, LOOKS, "split.csv", "notes.part", f"{BEST}.12.part"):
        (tmp_path / name).write_text("x")
    clear_results(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {CONFIG, LOOKS, "split.csv", "notes.part"}
