"""Where the pretrained weights of each model are: found by file names, so that the window needs no torch; and how they get here."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain import places
from cnn_desktop.domain.catalog import ARCHITECTURES, TIMM_PREFIX, Architecture, find_architecture
from cnn_desktop.domain.events import Ended, Event
from cnn_desktop.domain.files import files_in, is_file
from cnn_desktop.domain.jobs.download_weights import DownloadWeights
from cnn_desktop.domain.jobs.import_weights import ImportWeights
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.jobs import Jobs
from cnn_desktop.gui.state.settings import TrainSettings

WeightsPlace = Literal["none", "bundled", "here", "ask"]
"""none: there are none; bundled: came with the app; here: on this computer; ask: to be imported or downloaded."""

# torchvision's own file names (torch.hub keeps them under that name): the start is enough, the hash varies by version
_TORCH_HUB = {
    "resnet18": "resnet18-",
    "resnet50": "resnet50-",
    "vgg16": "vgg16-",
    "efficientnet_b0": "efficientnet_b0_rwightman-",
    "mobilenet_v3_large": "mobilenet_v3_large-",
    "mobilenet_v3_small": "mobilenet_v3_small-",
}


class WeightsFacts(QObject):
    """Looked up in the background: at the start, for another chosen model, and after every job, which may have brought some."""

    changed = Signal(object)
    """`Changed(weights=True)`."""

    def __init__(
        self, jobs: Jobs, settings: TrainSettings, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._settings, self._background = jobs, settings, background
        self.places: Mapping[str, WeightsPlace] = {}
        """Of the table's models and the chosen one; empty until they were looked up."""
        self._told = self._told_of()
        jobs.came.connect(self._take_event)
        settings.changed.connect(self._take_settings)
        self._find()

    @property
    def chosen(self) -> WeightsPlace:
        """Where those of the chosen model are; taken to be here until they were looked up."""
        return self.places.get(self._settings.config.model, "here")

    @property
    def missing(self) -> bool:
        """Whether the chosen model's are wanted and not on this computer."""
        return self._settings.config.weights == "auto" and self.chosen == "ask"

    @property
    def pretrained(self) -> bool:
        """Whether a training of the chosen model starts from pretrained weights."""
        wanted = self._settings.config.weights
        return self.chosen != "none" if wanted == "auto" else wanted != "none"

    def import_file(self, model: str, file: Path) -> None:
        """Has a weights file for `model` checked and kept."""
        self._jobs.start(ImportWeights(model, str(file)))

    def download(self, model: str) -> None:
        """Has the weights of `model` downloaded; only on the user's request."""
        self._jobs.start(DownloadWeights(model))

    def _take_event(self, event: Event) -> None:
        if isinstance(event, Ended):
            self._find()

    def _take_settings(self) -> None:
        if self._settings.config.model != self._told[0]:
            self._find()
        self._tell()

    def _find(self) -> None:
        model = self._settings.config.model
        self._background.run(lambda: weights_now(model), self._take_places)

    def _take_places(self, found: Mapping[str, WeightsPlace]) -> None:
        self.places = found
        self._tell()

    def _tell(self) -> None:
        standing = self._told_of()
        if standing != self._told:
            self._told = standing
            self.changed.emit(Changed(weights=True))

    def _told_of(self) -> tuple[str, Mapping[str, WeightsPlace], bool, bool]:
        return self._settings.config.model, self.places, self.missing, self.pretrained


def place_of(row: Architecture, found: Mapping[str, WeightsPlace]) -> WeightsPlace:
    """Where a model's weights are, as far as it was looked up."""
    return found.get(row.name, "bundled" if row.bundled else "ask" if row.has_weights else "none")


def find_weights_places(weights_folder: Path, hub_folder: Path, names: Sequence[str]) -> dict[str, WeightsPlace]:
    """Where the weights of the models `names` are. Reads folders.

    `weights_folder` is `places.weights_folder()`, `hub_folder` torch's own download folder, see `torch_hub_folder`.
    """
    downloaded = [file.name for file in files_in(hub_folder, "*.pth")]
    found: dict[str, WeightsPlace] = {}
    for row in filter(None, map(find_architecture, names)):
        name, start = row.name, _TORCH_HUB.get(row.name)
        # a timm name has a colon, which Windows forbids in file names
        stems = {name, name.replace(":", "_"), name.replace(":", "-"), name.removeprefix(TIMM_PREFIX)}
        is_here = any(is_file(weights_folder / f"{stem}.safetensors") for stem in stems) or (
            start is not None and any(file.startswith(start) for file in downloaded)
        )
        found[name] = "here" if is_here and place_of(row, {}) == "ask" else place_of(row, {})
    return found


def weights_now(*more: str) -> dict[str, WeightsPlace]:
    """Where the weights of the catalogue's models, and of the models `more`, are on this computer now. Reads folders."""
    names = dict.fromkeys([*(row.name for row in ARCHITECTURES), *more])
    return find_weights_places(places.weights_folder(), torch_hub_folder(), tuple(names))


def torch_hub_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where torch keeps the weights it downloads (torch.hub.get_dir()/checkpoints), by its documented rules."""
    cache = environment.get("XDG_CACHE_HOME") or str(places.home_folder() / ".cache")
    home = environment.get("TORCH_HOME") or str(Path(cache, "torch"))
    return Path(home, "hub", "checkpoints")
