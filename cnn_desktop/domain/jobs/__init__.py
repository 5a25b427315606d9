"""Every job, listed by name: a frozen build would miss what is only found by looking into the folder."""

from __future__ import annotations

from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.check_data import CheckData
from cnn_desktop.domain.jobs.check_device import CheckDevice
from cnn_desktop.domain.jobs.check_labels import CheckLabels
from cnn_desktop.domain.jobs.classify import ClassifyPhotos
from cnn_desktop.domain.jobs.describe_model import DescribeModel
from cnn_desktop.domain.jobs.download_weights import DownloadWeights
from cnn_desktop.domain.jobs.draw_sample import DrawSample
from cnn_desktop.domain.jobs.evaluate import Evaluate
from cnn_desktop.domain.jobs.explain import FindAlike, ShowHeat
from cnn_desktop.domain.jobs.explore import ListLayers, ShowLayer, ShowSum
from cnn_desktop.domain.jobs.export_answers import ExportAnswers
from cnn_desktop.domain.jobs.export_labels import ExportLabels
from cnn_desktop.domain.jobs.find_crops import FindCrops
from cnn_desktop.domain.jobs.get_dataset import GetDataset
from cnn_desktop.domain.jobs.import_weights import ImportWeights
from cnn_desktop.domain.jobs.predict import Predict
from cnn_desktop.domain.jobs.preview import Preview
from cnn_desktop.domain.jobs.scan import ScanFolder
from cnn_desktop.domain.jobs.show_photo import ShowPhoto
from cnn_desktop.domain.jobs.suggest_labels import SuggestLabels
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.domain.jobs.train import Train
from cnn_desktop.domain.jobs.watch_folder import WatchFolder

JOBS: tuple[type[Job], ...] = (
    CheckData,
    CheckDevice,
    CheckLabels,
    ClassifyPhotos,
    DescribeModel,
    DownloadWeights,
    DrawSample,
    Evaluate,
    ExportAnswers,
    ExportLabels,
    FindAlike,
    FindCrops,
    GetDataset,
    ImportWeights,
    ListLayers,
    Predict,
    Preview,
    ScanFolder,
    ShowHeat,
    ShowLayer,
    ShowPhoto,
    ShowSum,
    SuggestLabels,
    Thumbnails,
    Train,
    WatchFolder,
)
