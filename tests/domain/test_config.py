"""Settings of a training: what is wrong is named beside its field; what is saved comes back."""

from __future__ import annotations

import math
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.domain.catalog import ARCHITECTURES, DEFAULT_MODEL, find_architecture
from cnn_desktop.domain.config import (
    PRESETS,
    Augmentation,
    TrainConfig,
    check,
    load_config,
    read_settings,
    save_config,
)
from cnn_desktop.domain.errors import DataError, UsageError

FINE = TrainConfig(data="/photos")


def test_the_defaults_are_fine() -> None:
    assert check(FINE) == []
    for architecture in ARCHITECTURES:
        assert check(TrainConfig(data="/photos", model=architecture.name)) == []


@pytest.mark.parametrize(
    ("field", "value", "quoted"),
    [
        ("lr", math.nan, "nan"), ("lr", math.inf, "inf"), ("lr", 0.0, " 0 "), ("lr", -1.0, " -1 "), ("lr", 11.0, " 11 "),
        ("fine_lr", math.nan, "nan"), ("weight_decay", math.nan, "nan"), ("weight_decay", -0.1, "-0.1"),
        ("image_size", 8, "8"), ("image_size", 4096, "4096"), ("batch_size", 0, "0"), ("batch_size", 5000, "5000"),
        ("batch_size", 1, "1"), ("epochs", -1, "-1"), ("head_epochs", 20_000, "20000"), ("seed", -1, "-1"),
        ("seed", 2**32, "4294967296"), ("model", "resnet19", "resnet19"), ("model", "timm:", "timm:"),
        ("device", "tpu", "tpu"), ("device", "cuda:x", "cuda:x"), ("device", "cpu:1", "cpu:1"),
    ],
)  # fmt: skip
def test_a_bad_value_is_quoted_at_its_field(field: str, value: object, quoted: str) -> None:
    problems = check(TrainConfig(**{"data": "/photos", field: value}))
    assert [problem.field for problem in problems] == [field]
    assert quoted in str(problems[0])
    assert problems[0].exit_code == 2
    assert str(problems[0]).endswith(".")


def test_batch_size_one_needs_a_model_without_batch_norm() -> None:
    assert "compares the photos of a batch" in str(check(TrainConfig(data="/photos", batch_size=1))[0])
    assert check(TrainConfig(data="/photos", batch_size=1, model="simple_cnn")) == []
    assert check(TrainConfig(data="/photos", batch_size=1, model="vgg16")) == []


def test_no_epochs_at_all() -> None:
    assert [p.field for p in check(TrainConfig(data="/photos", epochs=0))] == ["epochs"]
    assert [p.field for p in check(TrainConfig(data="/photos", epochs=0, head_epochs=0))] == ["epochs"]
    assert check(TrainConfig(data="/photos", head_epochs=1)) == []


def test_several_problems_are_all_told() -> None:
    assert {p.field for p in check(TrainConfig(data="", lr=math.nan, image_size=8, model="x"))} == {
        "lr", "image_size", "model",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("epochs", "head", "pretrained", "scratch"),
    [
        (None, None, (15, 8, 0), (0, 0, 10)), (7, None, (0, 0, 7), (0, 0, 7)), (None, 3, (3, 0, 0), (3, 0, 0)),
        (2, 3, (3, 0, 2), (3, 0, 2)), (0, 3, (3, 0, 0), (3, 0, 0)),
    ],
)  # fmt: skip
def test_the_epoch_plan(
    epochs: int | None, head: int | None, pretrained: tuple[int, int, int], scratch: tuple[int, int, int]
) -> None:
    config = TrainConfig(data="", epochs=epochs, head_epochs=head)
    assert config.epoch_plan(pretrained=True) == pretrained
    assert config.epoch_plan(pretrained=False) == scratch


@pytest.mark.parametrize("switch", ["exact_course", "no_feature_cache"])
def test_without_cached_features_the_default_is_the_courses(switch: str) -> None:
    slow = {"exact_course": True} if switch == "exact_course" else {"feature_cache": False}
    config = TrainConfig(data="", **slow)
    assert config.epoch_plan(pretrained=True) == (5, 0, 5)
    assert config.epoch_plan(pretrained=False) == (0, 0, 10)


@pytest.mark.parametrize(
    ("recipe", "learns", "plan"),
    [
        ("quick", "auto", (30, 0, 0)), ("balanced", "auto", (15, 8, 0)), ("best", "auto", (15, 16, 4)),
        ("best", "head", (30, 0, 0)), ("quick", "last_stage", (30, 8, 0)), ("best", "last_two_stages", (15, 16, 0)),
        ("balanced", "everything", (15, 0, 4)),
    ],
)  # fmt: skip
def test_recipes_and_the_part_that_may_learn(recipe: str, learns: str, plan: tuple[int, int, int]) -> None:
    config = TrainConfig(data="", recipe=recipe, learns=learns)  # type: ignore[arg-type]
    assert config.epoch_plan(pretrained=True) == plan
    assert config.epoch_plan(pretrained=False) == (0, 0, 10)
    assert config.patience(pretrained=True) > 0
    assert config.patience(pretrained=False) == 0, "one cycle of the rate is run to its end"
    assert TrainConfig(data="", recipe=recipe, head_epochs=3).patience(pretrained=True) == 0, (
        "a number chosen is kept to"
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "config",
    [
        FINE,
        TrainConfig(
            data='/a "b" \\ ü 🐟\n', epochs=0, head_epochs=4, lr=1e-5, augmentation=Augmentation(False, True, True)
        ),
        TrainConfig(data="C:\\Users\\me", optimizer="sgd", schedule="cosine", device="cuda:1", exact_course=True),
    ],
)
def test_what_is_saved_comes_back(tmp_path: Path, config: TrainConfig) -> None:
    save_config(config, tmp_path / "config.toml")
    assert load_config(tmp_path / "config.toml") == config


def test_presets_have_names_also_in_a_file(tmp_path: Path) -> None:
    assert list(PRESETS) == ["none", "course", "light", "strong", "double"]
    assert PRESETS["course"] == TrainConfig(data="").augmentation, "the usual one"
    for name, augmentation in PRESETS.items():
        (tmp_path / "config.toml").write_text(f'data = "x"\naugmentation = "{name}"', encoding="utf-8")
        assert load_config(tmp_path / "config.toml").augmentation == augmentation
        assert augmentation.preset == name
    assert Augmentation(jitter=True).preset is None
    for text in (
        'augmentation = "extreme"',
        '[augmentation]\nstrong = "extreme"',
        "augmentation = 3",
        "class_weights = 3",
    ):
        (tmp_path / "config.toml").write_text(text, encoding="utf-8")
        with pytest.raises(UsageError, match="does not understand"):
            read_settings(tmp_path / "config.toml")


def test_settings_of_before_mean_what_they_meant(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('data = "x"\n[augmentation]\nflip = false\ncrop = true\njitter = false\n')
    config = load_config(tmp_path / "config.toml")
    assert config == TrainConfig(data="x", augmentation=Augmentation(flip=False, crop=True))
    assert not any((config.augmentation.strong, config.class_weights, config.balanced_sampling))


def test_what_evens_out_classes_is_done_once() -> None:
    assert not TrainConfig(data="").weighs_classes
    assert TrainConfig(data="", class_weights=True).weighs_classes
    assert not TrainConfig(data="", class_weights=True, balanced_sampling=True).weighs_classes


def test_the_courses_loop_only_mirrors() -> None:
    strong = TrainConfig(data="", augmentation=PRESETS["strong"])
    assert strong.random_changes == PRESETS["strong"]
    assert msgspec.structs.replace(strong, exact_course=True).random_changes == PRESETS["course"]
    plain = TrainConfig(data="", augmentation=Augmentation(flip=False, crop=True), exact_course=True)
    assert plain.random_changes == PRESETS["none"]


def test_bad_files(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    with pytest.raises(DataError, match="could not be read"):
        load_config(file)
    for text in (
        'data = "x"\nlearning_rate = 1',
        'data = "x"\nepochs = "many"',
        'data = "x"\noptimizer = "lion"',
        "data =",
    ):
        file.write_text(text)
        with pytest.raises(UsageError, match="does not understand"):
            load_config(file)
    file.write_bytes(b'weights = "\xe9.pth"')
    with pytest.raises(UsageError, match="not saved as UTF-8"):
        load_config(file)
    for start in ("", "\ufeff"):  # as Windows' Notepad marks it
        file.write_text(f"{start}lr = 0.5", encoding="utf-8")
        assert read_settings(file) == {"lr": 0.5}


def test_the_catalogue() -> None:
    assert find_architecture(DEFAULT_MODEL) is ARCHITECTURES[0]
    assert ARCHITECTURES[0].bundled
    assert find_architecture("nothing") is None
    timm = find_architecture("timm:convnext_tiny")
    assert timm is not None
    assert (timm.library, timm.weights_name) == ("timm", "convnext_tiny")
    names = [row.name for row in ARCHITECTURES]
    assert len(names) == len(set(names))
    assert {"simple_cnn", "resnet18", "resnet50", "vgg16", "efficientnet_b0", "mobilenet_v3_large"} <= set(names)


def test_the_image_size_follows_the_model_until_a_person_has_chosen_one() -> None:
    start = TrainConfig(data="/photos")
    larger = start.with_model("efficientnet_lite2")
    assert (larger.model, larger.image_size) == ("efficientnet_lite2", 260)
    for name in (DEFAULT_MODEL, "simple_cnn", "timm:convnext_tiny", "a model of another version"):
        assert larger.with_model(name).image_size == 224
    assert start.with_model("timm:tf_efficientnet_lite2").image_size == 260
    for chosen in (96, 224):
        own = msgspec.structs.replace(larger, image_size=chosen)
        assert own.with_model(DEFAULT_MODEL).image_size == chosen
        assert own.with_model(DEFAULT_MODEL).with_model("resnet50").image_size == chosen


def test_what_comes_with_the_app_is_the_same_by_timms_name() -> None:
    row, same = find_architecture("efficientnet_lite2"), find_architecture("timm:tf_efficientnet_lite2")
    assert row is not None
    assert same is not None
    assert (same.name, same.title) == ("timm:tf_efficientnet_lite2", "tf_efficientnet_lite2")
    assert (same.bundle, same.parameters, same.licence) == (row.bundle, row.parameters, row.licence)


def test_the_courses_loop_has_no_last_stages() -> None:
    problems = check(TrainConfig(data="/photos", exact_course=True, stage_epochs=3))
    assert [problem.field for problem in problems] == ["stage_epochs"]
