"""The pretrained weights of timm's models: where they lie, and how timm turns a published file into its own tensors."""

from __future__ import annotations

import os
from pathlib import Path

from cnn_desktop.domain.catalog import TIMM_PREFIX
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.learning.models.tensor_files import save_tensors
from cnn_desktop.learning.models.weights_file import read_state


def timm_address(name: str) -> str:
    """Where the weights of timm's model `name` lie. They are fetched without the hub's own client, which waits and retries.

    Raises UsageError when timm does not know the model, or has no weights for it.
    """
    import timm

    if not timm.is_model(name):
        raise UsageError(
            "timm has no model called “{model}”. Search the list of models for the right name.",
            field="model",
            model=name,
        )
    config = timm.get_pretrained_cfg(name)
    if config is not None and config.hf_hub_id:
        home = os.environ.get("HF_ENDPOINT", "https://huggingface.co").rstrip("/")
        return f"{home}/{config.hf_hub_id}/resolve/main/{config.hf_hub_filename or 'model.safetensors'}"
    if config is not None and config.url:
        return str(config.url)
    raise UsageError(
        "There are no pretrained weights for {model}. Start from scratch, or choose another model.",
        field="model", model=name,
    )  # fmt: skip


def under_own_names(name: str, file: Path) -> Path:
    """A file beside `file` that holds its tensors as timm's model `name` has them. Raises DataError."""
    import timm

    try:
        model = timm.create_model(
            name, pretrained=True, pretrained_cfg_overlay={"state_dict": read_state(file, f"{TIMM_PREFIX}{name}")}
        )
    except (DataError, RuntimeError, KeyError, ValueError) as error:
        raise DataError(
            "The downloaded weights do not fit {model}. Import a weights file, or choose another model.",
            model=name,
        ) from error
    own = file.with_name("timm.safetensors")
    save_tensors(model.state_dict(), own)
    return own
