"""Prints what the recipes reach: seconds and test accuracy, on 800 photos and on a whole folder with several seeds.

Run: python -m tests.benchmarks.bench_recipes FOLDER [--recipe balanced] [--seeds 3] [--photos 800] [--test 500] [--course]

With --seeds 0 only the 800 photos, with --photos 0 only the whole folder. A seed gives another split and another order.
--course: also an epoch of the course's loop with the whole network at 1e-5 on the 800 photos, for its memory and time.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks.pairs import CNN_DESKTOP, PATIENT, draw, run


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--recipe", default="balanced")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--photos", type=int, default=800)
    parser.add_argument("--test", type=int, default=500)
    parser.add_argument("--course", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        if options.photos:
            draw(options.folder, Path(scratch) / "data", options.photos, options.test)
            _tell(f"{options.photos} photos", _train(Path(scratch) / "data", Path(scratch) / "one", options.recipe, 0))
        if options.photos and options.course:
            _tell_course(Path(scratch) / "data")
        found = []
        for seed in range(options.seeds):
            found.append(_train(options.folder, Path(scratch) / f"run {seed}", options.recipe, seed))
            _tell(f"whole folder, seed {seed}", found[-1])
    if found:
        mean = statistics.mean(one["accuracy"] for one in found)
        print(f"whole folder, mean of {len(found)} seeds: {mean:.3f} of the test photos right")


def _train(data: Path, run_folder: Path, recipe: str, seed: int) -> dict[str, Any]:
    words = ["--recipe", recipe, "--seed", str(seed), "--device", "cpu", "--test", "--json"]
    command = [*CNN_DESKTOP, "train", str(data), "--out", str(run_folder), *words]
    return run(command, {"CNN_DESKTOP_HOME": str(run_folder / "home")})


def _tell_course(data: Path) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.bench_course_loop", str(data), "--course-only", "--epochs", "0"]
    found = run([*command, "--course-fine-epochs", "1"], PATIENT)
    print(f"the course's loop, whole network: {found['seconds']:.0f} s an epoch, {found['memory']:.0f} MB", flush=True)


def _tell(what: str, found: dict[str, Any]) -> None:
    print(
        f"{what}: {found['accuracy']:.3f} of the test photos right, training {found['seconds']:.0f} s, "
        f"whole process {found['process']:.0f} s, {found['memory']:.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()
