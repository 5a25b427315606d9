"""Whether what this app keeps can be written; else the sentence that says what is not kept."""

from __future__ import annotations

import msgspec

from cnn_desktop.domain import places
from cnn_desktop.domain.files import takes_files
from cnn_desktop.domain.message import Message, say


def not_writable() -> Message | None:
    """What is not kept as nothing can be written, the worst first; None when all is well. Looks at the disk."""
    kinds = (
        (
            places.cache_folder(),
            say(
                "{folder} cannot be written to, so photos cannot be read and your work will not be saved. Check its "
                "permissions and the free space on the disk."
            ),
        ),
        (places.settings_folder(), settings_not_kept()),
        (
            places.projects_folder(),
            say(
                "{folder} cannot be written to, so no new projects can be made. Check its permissions and the free space "
                "on the disk."
            ),
        ),
        (
            places.data_folder(),
            say(
                "{folder} cannot be written to, so imported weights and logs will not be saved. Check its permissions and "
                "the free space on the disk."
            ),
        ),
    )
    return next(
        (
            msgspec.structs.replace(words, values={"folder": str(folder)})
            for folder, words in kinds
            if not takes_files(folder)
        ),
        None,
    )


def settings_not_kept() -> Message:
    """What is said when they could not be written."""
    return say(
        "{folder} cannot be written to, so your settings and recent projects are not kept. Check its permissions and the "
        "free space on the disk.",
        folder=str(places.settings_folder()),
    )
