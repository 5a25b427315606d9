"""What an augmentation makes of one photo: a training's own batches of it, as pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from cnn_desktop.dataset.pixels.augment import draw_changes, kept_how, stored_side
from cnn_desktop.dataset.pixels.source import square
from cnn_desktop.dataset.reading.decode import UnreadablePhoto
from cnn_desktop.dataset.reading.preprocess import Preprocess
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import PictureReady
from cnn_desktop.domain.files import replacing
from cnn_desktop.domain.jobs.preview import Preview
from cnn_desktop.domain.text_out import to_wire
from cnn_desktop.learning.training.batch_input import BatchInput


def preview_augmentation(job: Preview, control: Control) -> Iterator[PictureReady]:
    """The photo as a training of it alone would see it in its first epochs, each a PNG in `job.folder`.

    An unreadable photo gives one PictureReady with its reason. Raises DataError when a picture cannot be saved.
    """
    wanted, size = job.augmentation, job.image_size
    try:
        photo = square(job.path, stored_side(wanted, size), kept_how(wanted), job.tones)
    except UnreadablePhoto as error:
        yield PictureReady(path=job.path, file="", reason=error.reason)
        return
    pixels, batch_input = torch.from_numpy(photo).unsqueeze(0), BatchInput(Preprocess(size), "cpu")
    name = hashlib.blake2b(to_wire(job), digest_size=16).hexdigest()
    for epoch in range(1, job.count + 1):
        if control.stopping:
            return
        changed = batch_input.changed(pixels, draw_changes(wanted, 1, job.seed, epoch))[0].numpy()
        file = Path(job.folder, f"{name}-{epoch}.png")
        with replacing(file, is_lasting=False) as temporary:
            Image.fromarray(np.rint(changed).astype(np.uint8)).save(temporary, "PNG", compress_level=1)
        yield PictureReady(path=job.path, file=str(file))
