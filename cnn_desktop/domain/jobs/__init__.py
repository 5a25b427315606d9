"""Every job, listed by name: a frozen build would miss what is only found by looking into the folder."""

from __future__ import annotations

from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.describe_model import DescribeModel, ModelDescribed
from cnn_desktop.domain.jobs.download_weights import DownloadWeights
from cnn_desktop.domain.jobs.draw_sample import DrawSample
from cnn_desktop.domain.jobs.evaluate import Evaluate, Evaluated
from cnn_desktop.domain.jobs.import_weights import ImportWeights
from cnn_desktop.domain.jobs.predict import Predict, Predicted
from cnn_desktop.domain.jobs.preview import Preview
from cnn_desktop.domain.jobs.scan import ScanFolder, Scanned
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.domain.jobs.train import EpochDone, Planned, Train, Trained, TrainProgress

JOBS: tuple[type[Job], ...] = (
    Train, Evaluate, Predict, DescribeModel, Preview, ScanFolder, DrawSample, Thumbnails, ImportWeights, DownloadWeights,
)  # fmt: skip
OWN_EVENTS: tuple[type[Event], ...] = (
    Planned, TrainProgress, EpochDone, Trained, Evaluated, Predicted, ModelDescribed, Scanned,
)  # fmt: skip
"""What single jobs tell, beside the events of many in `domain.events`."""
