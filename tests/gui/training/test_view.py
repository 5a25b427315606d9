"""What the Training tab shows, as pure functions: view, log, settings rows."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from cnn_desktop.domain.config import TrainConfig, check
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.estimate import key
from cnn_desktop.domain.events import Outcome, Progress, Ready
from cnn_desktop.domain.jobs.evaluate import Evaluate
from cnn_desktop.domain.jobs.train import EpochDone, Train, TrainProgress
from cnn_desktop.domain.message import say
from cnn_desktop.domain.recipe import SCRATCH, EpochPlan
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.state.job_state import JobState, ResultNow, after
from cnn_desktop.gui.training.fields import (
    FIELDS,
    changes_for,
    device_choices,
    number_text,
    read_number,
    value_of,
)
from cnn_desktop.gui.training.view import Tone, status, view
from tests.gui.training.facts import CONFIG, facts

STARTED = JobState(Train, say("Starting training"), "start")
RUNNING = JobState(Train, phase="head", sentence=say("Training the new last layer, epoch 2 of 5"), fraction=0.25)
RUN = RunRecord("r", "resnet18", "stopped", "2026-01-01")


def test_without_photos_there_is_one_sentence_and_no_button_below() -> None:
    shown = view(facts(photos=None))
    assert shown.empty
    assert (shown.primary.action, shown.secondary.action, shown.note) == ("", "", "")


def test_the_button_names_its_outcome_and_the_time_stands_beside_it() -> None:
    shown = view(facts())
    assert (shown.primary.action, shown.primary.text, shown.primary.enabled) == (
        "train",
        "&Train on 1,770 photos",
        True,
    )
    assert shown.note == "Takes about 15 min on this computer."
    assert shown.subtitle == "EfficientNet-Lite0, pretrained, on CPU (why)"
    assert shown.epochs == EpochPlan(head=5, full=5)
    assert not shown.locked


def test_with_less_than_two_classes_it_says_what_is_missing() -> None:
    for photos in (0, 12):
        shown = view(facts(photos=photos, can_train=False))
        assert not shown.primary.enabled
        assert shown.note == "Training needs photos of at least two classes. Go to Dataset to add or label some."
        assert shown.heading == "You can train once two classes have photos"


def test_measured_speed_is_used_and_said() -> None:
    rates = {key(CONFIG, "cpu", "head"): 17.7, key(CONFIG, "cpu", "full"): 177.0}
    assert view(facts(rates=rates)).note == "Takes about 3 min, going by earlier training on this computer."


def test_a_wrong_setting_is_told_beside_its_field_and_stops_the_button() -> None:
    config = msgspec.structs.replace(CONFIG, lr=float("nan"), image_size=8)
    shown = view(facts(config=config, problems=check(config)))
    assert set(shown.problems) == {"lr", "image_size"}
    assert "nan" in shown.problems["lr"]
    assert not shown.primary.enabled
    assert shown.note == "2 settings need a different value."


def test_while_it_trains() -> None:
    told = status(msgspec.structs.replace(RUNNING, rate=61.2, seconds_left=40.0))
    assert told.sentence == "Training the new last layer, epoch 2 of 5, 40 s left"
    assert told.figures == "25\u202f% done · 61 photos per second"
    shown = view(facts(job=RUNNING))
    assert (shown.training, shown.curves) == (True, True)
    assert (shown.primary.action, shown.secondary.action) == ("stop", "pause")
    assert shown.locked
    assert shown.outcome is None


def test_paused_and_stopping() -> None:
    paused = msgspec.structs.replace(RUNNING, paused=True, rate=61.0)
    assert status(paused).sentence == "Paused: Training the new last layer, epoch 2 of 5"
    assert "second" not in status(paused).figures
    held = view(facts(job=paused))
    assert (held.primary.action, held.primary.text, held.secondary.action) == ("resume", "Res&ume", "stop")
    stopping = view(facts(job=msgspec.structs.replace(RUNNING, stopping=True)))
    assert (stopping.primary.text, stopping.primary.enabled, stopping.secondary.enabled) == ("&Stopping…", False, False)


def test_the_next_step_after_a_good_end_is_the_button() -> None:
    shown = view(facts(result=ResultNow("training", "finished", "Done in 3 min.", run="r"), predictor="r"))
    assert (shown.primary.action, shown.primary.text) == ("test", "Te&st on 379 photos")
    assert (shown.secondary.action, shown.secondary.text) == ("train", "&Train again")
    assert shown.outcome
    assert (shown.outcome.tone, shown.outcome.text) == ("good", "Done in 3 min.")


@pytest.mark.parametrize(("outcome", "tone"), [("stopped", "muted"), ("failed", "bad"), ("crashed", "bad")])
def test_after_another_end_one_can_go_on(outcome: Outcome, tone: Tone) -> None:
    shown = view(facts(result=ResultNow("training", outcome, "It ended.", "trace"), resumable=RUN))
    assert shown.outcome
    assert (shown.outcome.tone, shown.outcome.details) == (tone, "trace")
    assert (shown.primary.action, shown.secondary.action, shown.third.action) == ("go_on", "train", "")


def test_a_stopped_training_with_a_model_can_be_tested_gone_on_with_or_left() -> None:
    stopped = facts(
        result=ResultNow("training", "stopped", "Stopped.", run="r"), resumable=RUN, models=[RUN], predictor="r"
    )
    shown = view(stopped)
    assert [button.action for button in (shown.primary, shown.secondary, shown.third)] == ["test", "go_on", "train"]
    assert shown.secondary.text == "Res&ume training"
    later = view(msgspec.structs.replace(stopped, result=None))
    assert [button.action for button in (later.primary, later.secondary, later.third)] == ["go_on", "train", "test"]


def actions(**changes: Any) -> list[str]:
    shown = view(facts(**changes))
    return [button.action for button in (shown.primary, shown.secondary, shown.third)]


FINISHED = RunRecord("f", "resnet18", "finished", "2026-01-01")


def test_the_first_button_is_the_next_sensible_step() -> None:
    known = {"models": [FINISHED], "predictor": "f"}
    assert actions(**known) == ["test", "train", ""], "a project opened again"
    assert actions(**known, tested=True) == ["classify", "train", ""]
    assert actions(**known, tests=0) == ["classify", "train", ""], "there is nothing to test on"
    assert actions(**known, touched=True) == ["train", "", "test"], "another training is being set up"
    assert actions(**known, tested=True, touched=True) == ["train", "", ""]
    assert actions(**known, read_only="Read-only.") == ["train", "", ""]
    failed = ResultNow("training", "failed", "No.", run="x")
    assert actions(**known, result=failed) == ["train", "", "test"]
    stopped = {"resumable": RUN, "models": [RUN], "predictor": "r"}
    assert actions(**stopped, tested=True) == ["go_on", "train", "classify"]
    assert actions(**stopped, touched=True) == ["train", "go_on", "test"]
    assert actions(**stopped, tested=True, result=ResultNow("training", "stopped", "Yes.", run="r")) == [
        "go_on", "train", "classify",
    ]  # fmt: skip
    assert actions(resumable=RUN, models=[FINISHED], predictor="f") == ["go_on", "train", ""]
    assert actions(resumable=RUN) == ["go_on", "train", ""], "without a model there is nothing to test"
    assert view(facts(**known, tested=True)).primary.text == "Classify &new photos"


def test_a_field_with_nonsense_can_be_mended_even_where_it_changes_nothing() -> None:
    wrong = [UsageError("No.", field="stage_lr")]
    shown = view(facts(pretrained=False, problems=wrong, typed={"stage_lr": "abc"}))
    assert "stage_lr" not in shown.idle
    assert "learns" in shown.idle
    assert (shown.primary.enabled, shown.typed) == (False, {"stage_lr": "abc"})


def test_missing_weights_are_said_before_and_nothing_starts() -> None:
    config = msgspec.structs.replace(CONFIG, model="resnet50")
    shown = view(facts(config=config, weights_missing=True))
    assert shown.missing == (
        "The pretrained weights for ResNet-50 are not on this computer. Download or import them, or start from scratch."
    )
    assert (shown.primary.enabled, shown.note) == (False, "The weights are missing.")
    assert view(facts(config=config)).missing == ""


def test_the_step_before_the_first_epoch_is_told_with_its_count() -> None:
    state = after(STARTED, Ready(seconds=1.0))
    assert status(state).sentence == "Loading the model and photos"
    reading = after(state, Progress(say("Preparing your photos"), 60, 240, 30.0, 6.0))
    assert status(reading).sentence == "Preparing your photos, 6 s left"
    assert status(reading).figures == "60 of 240 · 30 photos per second"
    done = status(after(reading, EpochDone(2, 30, "head", 0.5, 0.8, 0.6, 0.7, 1e-3, 0.1, 9000.0, True)))
    assert done.sentence == "Training the new last layer, epoch 2 of 30"
    assert "of 240" not in done.figures


def test_several_trainings_can_be_chosen_from_by_time_model_recipe_and_quality() -> None:
    other = RunRecord("s", "efficientnet_lite0", "finished", "2026-02-03T10:00:00+00:00", val_accuracy=0.923)
    broken = RunRecord("t", "simple_cnn", "crashed", "2026-02-04T10:00:00+00:00", val_accuracy=0.4)
    configs = {"s": TrainConfig(data="", recipe="best"), "t": TrainConfig(data="", model="simple_cnn", epochs=7)}
    several = facts(models=[broken, other, RUN], configs=configs, predictor="s", best="s")
    shown = view(several)
    assert [run for run, _ in shown.choices] == ["", "t", "s", "r"]
    words = [words for _, words in shown.choices]
    assert words[0].startswith("Best training run: ")
    assert words[0].endswith("EfficientNet-Lite0, Best, 92.3\u202f%")
    assert words[1].startswith("Training: ")
    assert words[1].endswith("SimpleCNN, 7 epochs, 40.0\u202f%, not finished")
    assert words[3].endswith("ResNet-18, not finished"), "its settings are not known"
    assert shown.chosen == "", "always the best"
    assert view(msgspec.structs.replace(several, predictor="t", is_chosen=True)).chosen == "t"
    assert view(facts(models=[other], predictor="s")).choices == []


def test_after_a_worse_training_the_next_step_is_that_of_the_model_in_use() -> None:
    ended = facts(result=ResultNow("training", "finished", "Done.", run="new"), predictor="old")
    assert view(ended).primary.action == "test"
    assert view(msgspec.structs.replace(ended, tested=True)).primary.action == "classify"


def test_a_test_is_no_training() -> None:
    shown = view(facts(job=JobState(Evaluate), result=None))
    assert (shown.training, shown.primary.enabled, shown.note) == (False, False, "Another job is running.")
    assert view(facts(result=ResultNow("evaluation", "failed", "No."))).outcome is None


def test_a_project_open_elsewhere_can_be_looked_at() -> None:
    shown = view(facts(read_only="Read-only.", resumable=RUN))
    assert shown.locked
    assert not shown.primary.enabled
    assert shown.secondary.action == ""


@pytest.mark.parametrize(
    ("changes", "pretrained", "plan"),
    [
        (
            {},
            True,
            "The new last layer learns your classes for 5 epochs. Then the whole network is fine-tuned for 5 epochs.",
        ),
        ({"head_epochs": 1, "epochs": 0}, True, "The new last layer learns your classes for 1 epoch."),
        ({"head_epochs": 0, "epochs": 3}, True, "The whole network is fine-tuned for 3 epochs."),
        (
            {"head_epochs": None, "epochs": None},
            True,
            "The new last layer learns your classes for 15 epochs. Then the last stages of the network learn as well, for 8 epochs. "
            "If it does not take long, the whole network then learns for 2 more epochs. Each part ends early when nothing improves.",
        ),
        (
            {"head_epochs": None, "epochs": None, "stop_early": False, "recipe": "quick"},
            True,
            "The new last layer learns your classes for 30 epochs.",
        ),
        (
            {"stage_epochs": 2},
            True,
            "The new last layer learns your classes for 5 epochs. Then the last stages of the network learn as well, for 2 "
            "epochs. Then the whole network is fine-tuned for 5 epochs.",
        ),
        (
            {"head_epochs": 0, "stage_epochs": 1},
            True,
            "The last stages of the network learn your classes for 1 epoch. Then the whole network is fine-tuned for 5 epochs.",
        ),
        (
            {"head_epochs": 0, "stage_epochs": 1, "epochs": 0},
            True,
            "The last stages of the network learn your classes for 1 epoch.",
        ),
        (
            {"head_epochs": None, "epochs": None},
            False,
            f"The network learns from scratch for {SCRATCH.full} epochs.",
        ),
        (
            {"head_epochs": None, "epochs": None, "class_weights": True},
            False,
            f"The network learns from scratch for {SCRATCH.full} epochs. Photos of small classes count for more.",
        ),
        (
            {"epochs": 0, "class_weights": True, "balanced_sampling": True},
            True,
            "The new last layer learns your classes for 5 epochs. All classes are shown equally often.",
        ),
    ],
)
def test_the_plan_is_one_sentence(changes: dict[str, Any], pretrained: bool, plan: str) -> None:
    config = msgspec.structs.replace(CONFIG, **changes)
    assert view(facts(config=config, pretrained=pretrained)).plan == plan


def test_the_last_stages_are_told_while_they_learn() -> None:
    state = after(STARTED, TrainProgress(18, 23, "stages", 1, 4, 8, 0.5, 0.5, 90.0, 40.0))
    assert status(state).sentence == "Training the last stages, epoch 18 of 23, 40 s left"


def test_curves_stand_where_there_are_some_and_the_plan_where_there_are_none() -> None:
    assert not view(facts()).curves
    assert view(facts(curves=True)).curves


def test_photos_that_are_gone_stop_the_buttons_and_say_why() -> None:
    shown = view(facts(gone=True, resumable=RUN))
    assert not shown.primary.enabled
    assert not shown.secondary.enabled
    assert shown.note == "The photos are no longer where they were. Go to Dataset to find them."
    assert shown.heading == "You can train once the photos are found"
    assert view(facts()).heading == "Ready to train"


# Settings rows


def test_every_setting_of_the_course_comes_first_and_every_row_is_a_setting() -> None:
    names = [field.name for field in FIELDS]
    assert names[:5] == ["head_epochs", "stage_epochs", "epochs", "batch_size", "lr"]
    assert [field.advanced for field in FIELDS] == sorted(field.advanced for field in FIELDS)
    settings = set(TrainConfig.__struct_fields__) - {"data", "model", "weights", "augmentation", "recipe"}
    assert set(names) == settings, "a setting that no row shows cannot be chosen"


def test_choosing_one_number_of_epochs_fixes_the_other() -> None:
    plan, rows = EpochPlan(5, 6, 7), {field.name: field for field in FIELDS}
    assert changes_for("head_epochs", 3, plan) == {"head_epochs": 3, "stage_epochs": 6, "epochs": 7}
    assert changes_for("stage_epochs", 0, plan) == {"head_epochs": 5, "stage_epochs": 0, "epochs": 7}
    assert changes_for("lr", 0.1, plan) == {"lr": 0.1}
    assert [value_of(CONFIG, rows[name], plan) for name in ("head_epochs", "stage_epochs", "epochs")] == [5, 6, 7]


@pytest.mark.parametrize(
    ("value", "text"),
    [(1e-3, "0.001"), (1e-5, "0.00001"), (0.0, "0"), (2.0, "2"), (1e-15, "1e-15")],
)
def test_numbers_are_written_as_people_do_and_read_back(value: float, text: str) -> None:
    assert number_text(value) == text
    assert read_number(text) == value


def test_a_comma_is_a_point_and_words_are_no_number() -> None:
    assert read_number(" 0,001 ") == 0.001
    assert read_number("fast") is None


def test_devices_offered_hold_what_was_found_and_what_is_chosen() -> None:
    assert [name for name, _ in device_choices("", "auto")] == ["auto", "cpu"]
    assert [name for name, _ in device_choices("cuda", "cuda:1")] == ["auto", "cpu", "cuda", "cuda:1"]
