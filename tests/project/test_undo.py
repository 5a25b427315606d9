"""Undo: any walk through changes, undo and redo leads where it should, and a restart in between changes nothing."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_desktop.domain.config import SETTING_NAMES, Augmentation, TrainConfig
from cnn_desktop.project.database import Database
from cnn_desktop.project.undo import MOST, ONE_GO, Step, Steps, keep_steps, load_steps, settings_step

START = TrainConfig(data="/photos")


def step(config: TrainConfig, when: float = 0.0, **fields: Any) -> tuple[TrainConfig, Step]:
    changed = msgspec.structs.replace(config, **fields)
    made = settings_step(config, changed)
    assert made
    return changed, msgspec.structs.replace(made, when=when)


def test_a_step_has_the_name_and_the_place_of_what_it_changes() -> None:
    told = {
        name: (str(made.name), made.place)
        for name, made in {
            "model": step(START, model="resnet18", weights="none")[1],
            "augmentation": step(START, augmentation=Augmentation(crop=True))[1],
            "lr": step(START, lr=0.5)[1],
            "weights": step(START, class_weights=True)[1],
            "sampling": step(START, balanced_sampling=True)[1],
            "epochs": step(START, head_epochs=3, stage_epochs=0, epochs=0)[1],
        }.items()
    }
    assert told == {
        "model": ("Model", "model"),
        "augmentation": ("Augmentation", "dataset"),
        "lr": ("Learning rate", "training"),
        "weights": ("Weigh small classes more", "training"),
        "sampling": ("Show all classes equally often", "training"),
        "epochs": ("Epochs, new last layer", "training"),
    }
    assert settings_step(START, msgspec.structs.replace(START)) is None
    assert SETTING_NAMES.keys() | {"data"} == set(TrainConfig.__struct_fields__), "every setting has a name"


def test_what_is_typed_in_one_go_is_one_step() -> None:
    one, first = step(START, when=10, lr=0.01)
    two, second = step(one, when=10 + ONE_GO / 2, lr=0.015)
    _, later = step(two, when=10 + 2 * ONE_GO, lr=0.5)
    steps = Steps().add(first).add(second)
    assert len(steps.done) == 1
    assert steps.done[0].change.turned().applied(two) == START
    assert len(steps.add(later).done) == 2
    assert len(steps.undo().redo().add(second).done) == 2, "what was taken back and made again is left alone"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"model": "resnet18"}, {"model": "vgg16"}),
        ({"lr": 0.1}, {"seed": 3}),
        ({"stop_early": False}, {"stop_early": True}),
        ({"epochs": 1, "head_epochs": 0}, {"epochs": 2, "head_epochs": 1}),
    ],
)
def test_choices_and_other_fields_are_steps_of_their_own(first: dict[str, Any], second: dict[str, Any]) -> None:
    config, one = step(START, when=10, **first)
    assert len(Steps().add(one).add(step(config, when=10, **second)[1]).done) == 2


FIELDS = st.one_of(
    st.fixed_dictionaries({"lr": st.floats(1e-6, 1)}),
    st.fixed_dictionaries({"batch_size": st.integers(1, 512)}),
    st.fixed_dictionaries({"augmentation": st.builds(Augmentation, *[st.booleans()] * 4)}),
    st.fixed_dictionaries({"head_epochs": st.none() | st.integers(0, 9), "epochs": st.integers(0, 9)}),
)


@given(st.lists(FIELDS | st.sampled_from(["undo", "redo", "restart"]), max_size=30))
def test_a_walk(walk: list[Any]) -> None:
    """Beside it, the plainest undo there is: a list of all states."""
    states, place = [START], 0
    config, steps = START, Steps()
    with contextlib.closing(undo_database()) as kept, Database(Path(), kept) as database:
        for number, move in enumerate(walk):
            if move == "undo":
                assert bool(steps.done) == (place > 0)
                if steps.done:
                    config = steps.done[-1].change.turned().applied(config)
                    steps, place = steps.undo(), place - 1
            elif move == "redo":
                assert bool(steps.undone) == (place < len(states) - 1)
                if steps.undone:
                    config = steps.undone[-1].change.applied(config)
                    steps, place = steps.redo(), place + 1
            elif move == "restart":
                keep_steps(database, steps)
                assert load_steps(database) == steps
                steps = load_steps(database)
            elif made := settings_step(config, changed := msgspec.structs.replace(config, **move)):
                config, steps = changed, steps.add(msgspec.structs.replace(made, when=number * 2 * ONE_GO))
                states, place = [*states[: place + 1], changed], place + 1
            assert config == states[place]


def undo_database() -> Any:
    """In memory, up to date."""
    import sqlite3

    from cnn_desktop.project.schema import migrated

    return migrated(sqlite3.connect(":memory:", isolation_level=None), Path(), read_only=False)


def test_only_the_newest_steps_are_kept() -> None:
    config, steps = START, Steps()
    for number in range(MOST + 20):
        config, made = step(config, when=number * 2 * ONE_GO, seed=number + 1)
        steps = steps.add(made)
    assert len(steps.done) == MOST
    assert steps.done[-1].change.after == {"seed": MOST + 20}


@pytest.mark.parametrize("damage", ["{}", "no JSON", '{"name": 3}'])
def test_damaged_steps_are_forgotten(project: Path, damage: str) -> None:
    with Database.create(project) as database:
        keep_steps(database, Steps().add(step(START, lr=0.5)[1]))
        assert load_steps(database).done
        with database.changing() as db:
            db.execute("UPDATE steps SET step = ?", (damage,))
        assert load_steps(database) == Steps()


def test_steps_of_another_version_are_forgotten(project: Path) -> None:
    with Database.create(project) as database:
        keep_steps(database, Steps().add(step(START, lr=0.5)[1]))
        for value in ('"fast"', "null"):
            with database.changing() as db:
                db.execute("UPDATE steps SET step = replace(step, '0.5', ?)", (value,))
            assert load_steps(database) == Steps()


def test_what_is_turned_there_and_back_in_one_go_is_no_step() -> None:
    config, first = step(TrainConfig(data=""), 1.0, batch_size=33)
    _, back = step(config, 1.5, batch_size=TrainConfig(data="").batch_size)
    assert Steps().add(first).add(back).done == ()
