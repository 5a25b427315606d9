"""Prints what exploring and explaining a network costs in a real child, and how far Grad-CAM is from the library of its name.

Run: python -m tests.benchmarks.bench_explain [--models simple_cnn,efficientnet_lite0,resnet50,vgg16] [--photos 1000]

With photos of TrashNet at 224 pixels; from the order to the answer, medians. The networks are as they were drawn (Lite0:
pretrained), which costs the same. To compare with pytorch-grad-cam, install `grad-cam` somewhere on the PYTHONPATH.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import torch

from cnn_desktop.domain.events import Event, JobDone, Ready
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.explain import HeatMethod, ShowHeat
from cnn_desktop.domain.jobs.explore import ListLayers, ShowLayer, ShowSum
from cnn_desktop.learning.explain.grad_cam import grad_cam, target_of, to_one
from cnn_desktop.learning.explain.layers import steps_of
from cnn_desktop.learning.models.trained import load_trained
from tests.child.test_child import Child
from tests.learning.explain.helpers import lay_run
from tests.learning.explain.test_through_a_child import memory_of

PHOTOS = Path(os.environ.get("CNN_DESKTOP_TEST_DATA", Path(__file__).parents[3] / "shared/data/trashnet"))
SIZE = 224


class Asked:
    """A child, and how long it takes to answer."""

    def __init__(self) -> None:
        self.child = Child()
        self.child.until(Ready)

    def __call__(self, job: Job) -> tuple[float, Event]:
        began = time.perf_counter()
        self.child.tell(job)
        event = self.child.until(JobDone)[-2]
        return time.perf_counter() - began, event

    @property
    def megabytes(self) -> float:
        return memory_of(self.child.process.pid) / 1e6


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--models", default="simple_cnn,efficientnet_lite0,resnet50,vgg16")
    parser.add_argument("--photos", type=int, default=1000)
    options = parser.parse_args()
    files = [str(file) for file in sorted(PHOTOS.rglob("*.jpg"))][::2]
    with tempfile.TemporaryDirectory() as place:
        os.environ["CNN_DESKTOP_HOME"] = f"{place}/home"
        for model in filter(None, options.models.split(",")):
            run = lay_run(Path(place, model), model, SIZE, "auto" if "lite" in model else "none")
            measure(model, str(run), files, f"{place}/home/maps", options.photos)
        for model in ("resnet18", "efficientnet_lite0"):
            run = Path(place, f"{model}-alike")
            compare(model, lay_run(run, model, SIZE, "auto" if "lite" in model else "none"), files[:8])


def measure(model: str, run: str, files: Sequence[str], folder: str, photos: int) -> None:
    ask = Asked()
    print(f"{model}: child {ask.megabytes:.0f} MB")
    took, listed = ask(ListLayers(run))
    layers = [one for one in listed.layers if len(one.output) == 3]  # type: ignore[attr-defined]
    sums = [one for one in listed.layers if one.sums]  # type: ignore[attr-defined]
    print(f"  layers listed, with loading the model: {took:.2f} s, {len(listed.layers)} layers")  # type: ignore[attr-defined]
    print(f"  first maps: {ask(ShowLayer(run, files[0], layers[1].name, folder))[0]:.3f} s")
    some = layers[2 :: max(1, len(layers) // 12)]
    told("maps of another layer", [ask(ShowLayer(run, files[0], one.name, folder))[0] for one in some])
    told(
        "maps of the same layer of other photos",
        [ask(ShowLayer(run, one, some[0].name, folder))[0] for one in files[1:9]],
    )
    hovered: list[float] = []
    for one in sums[:: max(1, len(sums) // 8)]:
        middle = [side // 2 for side in one.output[1:]] or [0, 0]
        first, _ = ask(ShowSum(run, files[0], one.name, 0, *middle))
        hovered += [ask(ShowSum(run, files[0], one.name, 1, *middle))[0] for _ in range(3)]
        print(f"    sum of {one.name}, the first: {first:.3f} s")
    told("sum", hovered)
    for method in ("grad_cam", "grad_cam_pp"):
        heat: HeatMethod = method
        told(method, [ask(ShowHeat(run, one, folder, method=heat))[0] for one in files[9:15]])
    print(f"  occlusion: {ask(ShowHeat(run, files[0], folder, method='occlusion'))[0]:.1f} s")
    grow(ask, run, files, folder, photos, [one for one in sums if len(one.output) == 3])
    ask.child.end()


def grow(ask: Asked, run: str, files: Sequence[str], folder: str, photos: int, layers: Sequence[Any]) -> None:
    """As a person would: of each photo a few layers, a number, and sometimes a heat map."""
    held = {}
    for number in range(1, photos + 1):
        photo, layer = files[number], layers[number % len(layers)]
        ask(ShowLayer(run, photo, layer.name, folder))
        ask(ShowSum(run, photo, layer.name, 0, 0, 0))
        if number % 10 == 0:
            ask(ShowHeat(run, photo, folder))
        if number in (10, photos):
            held[number] = ask.megabytes
    print(
        f"  memory after 10 photos {held[10]:.0f} MB, after {photos} {held[photos]:.0f} MB: {held[photos] - held[10]:+.0f}"
    )


def told(what: str, times: Sequence[float]) -> None:
    print(f"  {what}: median {statistics.median(times):.3f} s, slowest {max(times):.3f} s")


def compare(model: str, run: Path, files: Sequence[str]) -> None:
    """The largest difference between our maps, from 0 to 1, and those of pytorch-grad-cam, before either is enlarged."""
    try:
        from pytorch_grad_cam import GradCAM, GradCAMPlusPlus
        from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget
    except ImportError:
        print("pytorch-grad-cam is not here: nothing to compare with")
        return
    net, facts = load_trained(run, "cpu")
    target = target_of(steps_of(net))
    assert target is not None
    layer: Any = net.module.get_submodule("layer4" if model.startswith("resnet") else target.name)
    for name, library in (("Grad-CAM", GradCAM), ("Grad-CAM++", GradCAMPlusPlus)):
        worst = 0.0
        for photo, index in _cases(net.preprocess, files, len(facts.classes)):
            ours = grad_cam(net, photo, target, lambda logits, index=index: index, library is GradCAMPlusPlus).places  # type: ignore[misc]
            with library(model=net.module, target_layers=[layer]) as theirs:
                theirs(input_tensor=photo.requires_grad_(), targets=[ClassifierOutputTarget(index)])
                seen = theirs.activations_and_grads.activations[0].numpy()
                slopes = theirs.activations_and_grads.gradients[0].numpy()
                places = torch.from_numpy(theirs.get_cam_image(photo, layer, None, seen, slopes, False)[0]).relu()
            worst = max(worst, float((to_one(places) - ours).abs().max()))
        print(f"{model}: {name} differs from pytorch-grad-cam by at most {worst:.1e}")


def _cases(preprocess: Callable[[Path], Any], files: Sequence[str], classes: int) -> Iterator[tuple[torch.Tensor, int]]:
    for file in files:
        for index in range(classes):
            yield torch.from_numpy(preprocess(Path(file)))[None], index


if __name__ == "__main__":
    main()
