"""The one table from a job to the function that does it. Each row imports what it needs, so that a child loads no more."""

from __future__ import annotations

import functools
import weakref
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.events import Event, JobDone
from cnn_desktop.domain.jobs.base import Job, Program
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
from cnn_desktop.domain.jobs.scan import ColumnsUnclear, ScanFolder, Scanned
from cnn_desktop.domain.jobs.show_photo import ShowPhoto
from cnn_desktop.domain.jobs.suggest_labels import SuggestLabels
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.domain.jobs.train import Train
from cnn_desktop.domain.jobs.watch_folder import WatchFolder
from cnn_desktop.domain.run import BEST, to_resume

if TYPE_CHECKING:
    from cnn_desktop.learning.answers.predict import Predictor
    from cnn_desktop.learning.answers.unknown.alike import Neighbours
    from cnn_desktop.learning.explain.explorer import Explorer

Work = Callable[[Any, Control], Iterable[Event]]
"""Does a job: yields its events, ends early when the control says so. Raises UserError, StopRequested.

What follows a `JobDone` is told to nobody: it is done step by step while there is no other job, or not at all."""


def _check_data(job: CheckData, control: Control) -> Iterable[Event]:
    from cnn_desktop.dataset.checks.check import check_data

    return _trimmed(check_data(job, control))


def _check_device(job: CheckDevice, control: Control) -> Iterable[Event]:
    from cnn_desktop.learning.tuning.verdict import check_device

    return check_device(job.again, control)


def _check_labels(job: CheckLabels, control: Control) -> Iterable[Event]:
    from cnn_desktop.learning.answers.labels.check import check_labels

    return _trimmed(check_labels(job, control))


def _classify_photos(job: ClassifyPhotos, control: Control) -> Iterable[Event]:
    from cnn_desktop.learning.answers.classify import classify_photos

    return _trimmed(classify_photos(job, control))


def _describe_model(job: DescribeModel, control: Control) -> Iterable[Event]:
    from cnn_desktop.learning.models.describe import describe_model

    return describe_model(job.model, job.classes, job.image_size, control)


def _download_weights(job: DownloadWeights, control: Control) -> Iterable[Event]:
    from cnn_desktop.learning.models.weights import download_weights

    return download_weights(job.model, control)


def _draw_sample(job: DrawSample, control: Control) -> Iterable[Event]:
    from cnn_desktop.dataset.sample.draw import draw_sample

    return draw_sample(Path(job.folder), control)


def _evaluate(job: Evaluate, control: Control) -> Iterable[Event]:
    from cnn_desktop.domain.recording import recorded
    from cnn_desktop.domain.scan_files import load_scan
    from cnn_desktop.learning.answers.evaluate import evaluate

    data = Path(job.data) if job.data else None
    scan = load_scan(Path(job.photos)) if job.photos else None
    return _trimmed(recorded(evaluate(Path(job.run), data, job.device, control, scan), Path(job.run)))


def _find_alike(job: FindAlike, control: Control) -> Iterable[Event]:
    neighbours = _neighbours(job.run, job.device, _saved_ns(job.run))
    found = neighbours.find(job.path, job.count, control)
    return found if neighbours.bytes else _trimmed(found)  # only at first the cache grows


def _find_crops(job: FindCrops, control: Control) -> Iterable[Event]:
    from cnn_desktop.learning.answers.crops import find_crops

    return _trimmed(find_crops(job, control))


def _export_answers(job: ExportAnswers, control: Control) -> Iterable[Event]:
    from cnn_desktop.dataset.export_answers import export_answers

    return export_answers(job, control)


def _export_labels(job: ExportLabels, control: Control) -> Iterable[Event]:
    from cnn_desktop.dataset.export_labels import export_folders, export_table
    from cnn_desktop.domain.scan_files import load_scan

    scan, out = load_scan(Path(job.photos)), Path(job.out)
    if job.form == "csv":
        return export_table(scan, out, control)
    return export_folders(scan, out, control, with_splits=job.form == "split_folders")


def _get_dataset(job: GetDataset, control: Control) -> Iterable[Event]:
    from cnn_desktop.learning.public_data import get_dataset

    return get_dataset(job.key, Path(job.folder), control)


def _import_weights(job: ImportWeights, control: Control) -> Iterable[Event]:
    from cnn_desktop.learning.models.weights import import_weights

    return import_weights(job.model, Path(job.file), control)


def _list_layers(job: ListLayers, control: Control) -> Iterable[Event]:
    return _explorer(job.run, job.device, _saved_ns(job.run)).list_layers()


def _predict(job: Predict, control: Control) -> Iterable[Event]:
    key = job.run, job.device, _saved_ns(job.run)
    predictor = _loaded(*key)
    yield from predictor.predict(job.paths, control, learns_first=job.learns_first)
    if not predictor.may_learn:
        return
    learning = weakref.ref(_learning(*key))
    del predictor
    yield JobDone()
    while (one := learning()) is not None and (step := next(one, None)) is not None:
        del one  # once another model is loaded nothing keeps this one
        yield step


def _preview(job: Preview, control: Control) -> Iterable[Event]:
    from cnn_desktop.learning.training.preview import preview_augmentation

    return preview_augmentation(job, control)


def _scan(job: ScanFolder, control: Control) -> Iterator[Event]:
    from cnn_desktop.dataset.reading.known_again import Known
    from cnn_desktop.dataset.reading.scan import read_data
    from cnn_desktop.dataset.reading.table import UnclearColumns
    from cnn_desktop.domain.places import cache_folder
    from cnn_desktop.domain.scan_files import save_scan

    known = Known(cache_folder() / "scans")
    read = functools.partial(
        read_data, Path(job.data), control, only=job.only, also=job.also, together=job.together, to_label=True,
        columns=job.columns, known=known,
    )  # fmt: skip
    try:
        scan = yield from read(class_level=job.class_level)
    except UsageError:  # there are no folders of that level any more
        scan = yield from read()
    except UnclearColumns as error:
        yield ColumnsUnclear(error.header, error.sample, error.guess)
        raise
    finally:  # also when it is stopped: the next one goes on from there
        known.save()
    save_scan(scan, Path(job.result))
    yield Scanned(job.result, photos=len(scan.photos), classes=len(scan.classes), skipped=len(scan.left_out))


def _show_heat(job: ShowHeat, control: Control) -> Iterable[Event]:
    from cnn_desktop.learning.explain.heat import show_heat

    return show_heat(_explorer(job.run, job.device, _saved_ns(job.run)), job, control)


def _show_layer(job: ShowLayer, control: Control) -> Iterable[Event]:
    return _explorer(job.run, job.device, _saved_ns(job.run)).show_layer(job)


def _show_photo(job: ShowPhoto, control: Control) -> Iterable[Event]:
    from cnn_desktop.dataset.shown import show_photo

    return show_photo(job, control)


def _show_sum(job: ShowSum, control: Control) -> Iterable[Event]:
    return _explorer(job.run, job.device, _saved_ns(job.run)).show_sum(job)


def _suggest_labels(job: SuggestLabels, control: Control) -> Iterable[Event]:
    from cnn_desktop.learning.answers.labels.suggest import suggest_labels

    return _trimmed(suggest_labels(job, control))


def _thumbnails(job: Thumbnails, control: Control) -> Iterable[Event]:
    from cnn_desktop.dataset.thumbnails import make_thumbnails

    return make_thumbnails(job, control)


def _train(job: Train, control: Control) -> Iterable[Event]:
    from cnn_desktop.domain.scan_files import load_snapshot
    from cnn_desktop.learning.training.train import train

    run = Path(job.run)
    scan = None if job.resume and to_resume(run) else load_snapshot(run)
    return _trimmed(train(job.config, run, control, job.resume, scan=scan))


def _watch_folder(job: WatchFolder, control: Control) -> Iterable[Event]:
    from cnn_desktop.dataset.watch_folder import watch_folder

    return watch_folder(job, control)


TABLE: dict[type[Job], Work] = {
    CheckData: _check_data,
    CheckDevice: _check_device,
    CheckLabels: _check_labels,
    ClassifyPhotos: _classify_photos,
    DescribeModel: _describe_model,
    DownloadWeights: _download_weights,
    DrawSample: _draw_sample,
    Evaluate: _evaluate,
    ExportAnswers: _export_answers,
    ExportLabels: _export_labels,
    FindAlike: _find_alike,
    FindCrops: _find_crops,
    GetDataset: _get_dataset,
    ImportWeights: _import_weights,
    ListLayers: _list_layers,
    Predict: _predict,
    Preview: _preview,
    ScanFolder: _scan,
    ShowHeat: _show_heat,
    ShowLayer: _show_layer,
    ShowPhoto: _show_photo,
    ShowSum: _show_sum,
    SuggestLabels: _suggest_labels,
    Thumbnails: _thumbnails,
    Train: _train,
    WatchFolder: _watch_folder,
}


def load(program: Program) -> None:
    """Imports now what the rows of `program` would import later."""
    from cnn_desktop.dataset import shown, thumbnails  # noqa: F401
    from cnn_desktop.dataset.checks import check  # noqa: F401
    from cnn_desktop.dataset.reading import scan  # noqa: F401
    from cnn_desktop.dataset.sample import draw  # noqa: F401

    if program == "full":
        from cnn_desktop.learning.answers import classify, crops, evaluate, predict  # noqa: F401
        from cnn_desktop.learning.answers.labels import check as labels  # noqa: F401
        from cnn_desktop.learning.answers.unknown import alike  # noqa: F401
        from cnn_desktop.learning.explain import heat  # noqa: F401
        from cnn_desktop.learning.models import describe, weights  # noqa: F401
        from cnn_desktop.learning.training import preview, train  # noqa: F401


@functools.lru_cache(maxsize=1)
def _loaded(run: str, device: str, saved_ns: int) -> Predictor:
    """The model of `run`, kept so that the next photo comes at once; `saved_ns` tells newer weights from older."""
    from cnn_desktop.learning.answers.predict import Predictor

    _explorer.cache_clear()  # they would keep the network of before
    _neighbours.cache_clear()
    _learning.cache_clear()
    return Predictor(Path(run), device)


@functools.lru_cache(maxsize=1)
def _explorer(run: str, device: str, saved_ns: int) -> Explorer:
    """Of the model that is loaded, which is kept once for all."""
    from cnn_desktop.learning.explain.explorer import Explorer

    loaded = _loaded(run, device, saved_ns)
    return Explorer(Path(run), loaded.net, loaded.facts)


@functools.lru_cache(maxsize=1)
def _learning(run: str, device: str, saved_ns: int) -> Generator[Event, None, None]:
    """Learns what the training photos of the loaded model look like, a step at a time and once."""
    return _loaded(run, device, saved_ns).learn(Control())


@functools.lru_cache(maxsize=1)
def _neighbours(run: str, device: str, saved_ns: int) -> Neighbours:
    """The training photos of the model of `run`, kept so that the next photo's neighbours come at once."""
    from cnn_desktop.learning.answers.unknown.alike import Neighbours

    predictor = _loaded(run, device, saved_ns)
    return Neighbours(predictor.run, predictor.net, predictor.device)


def _saved_ns(run: str) -> int:
    """When the model of `run` was saved; 0 where it cannot be told: whoever loads it says so."""
    try:
        return Path(run, BEST).stat().st_mtime_ns
    except OSError:
        return 0


def _trimmed(events: Iterable[Event]) -> Iterator[Event]:
    """Afterwards the cache is held within its bound."""
    from cnn_desktop.dataset.cache import trim_cache
    from cnn_desktop.domain.places import cache_limit

    yield from events
    trim_cache(cache_limit())
