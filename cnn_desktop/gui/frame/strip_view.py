"""What the strip at the bottom says of the device and of the running job, as pure functions."""

from __future__ import annotations

from cnn_desktop.domain.graphics import Verdict
from cnn_desktop.domain.message import duration
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.job_state import JobState


def device_tip(verdict: Verdict) -> str:
    """The whole sentence, as the strip may have no room for it, and what a click does."""
    return verdict.sentence().render(QT_WORDS) + "\n" + tr("Click for details and to test the graphics card again.")


def sentence(job: JobState) -> str:
    """What it does."""
    return tr("Paused") if job.paused else job.sentence.render(QT_WORDS) if job.sentence else ""


def figures(job: JobState) -> str:
    """Rate and time left, as far as they are known."""
    if job.stopping or job.paused or not job.rate:
        return ""
    if job.seconds_left is None:
        return tr("{rate:.1f} photos/s", rate=job.rate)
    return tr("{rate:.1f} photos/s · {time} left", rate=job.rate, time=duration(job.seconds_left))


def stop_words(job: JobState) -> tuple[str, str]:
    """Of the button that ends it, and what screen readers say of that."""
    if job.shown_by == "training":
        return tr("Stop"), tr("Stop the training")
    return tr("Cancel"), tr("Cancel the running job")
