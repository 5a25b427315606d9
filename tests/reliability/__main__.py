"""`python -m tests.reliability`: tortures the app, prints a line a case and a table; exit code 1 when anything failed."""

from __future__ import annotations

import os

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1"))
os.environ.update({"QT_QPA_PLATFORM": "offscreen", "CNN_DESKTOP_LANGUAGE": "en"})

import argparse
import json
import platform
import sys
import tempfile
import time
from pathlib import Path

from tests.reliability import figures, forks, tortures
from tests.reliability.ground import Ground


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.reliability", description=__doc__)
    add = parser.add_argument
    add("--quick", action="store_true", help="a few cases of each, in seconds")
    add("--only", default="", metavar="NAMES", help=f"of {','.join(tortures.TORTURES)}")
    add("--case", type=_numbers, metavar="N[:M]", help="the cases of these numbers only, to repeat a failure")
    add("--seed", type=int, default=1, help="of everything that is random (default: 1)")
    add("--lanes", type=int, default=os.cpu_count() or 1, help="forks at a time (default: one a core)")
    add("--photos", type=Path, metavar="DIR", help="more pictures for the torture of pictures")
    add("--pillow", type=Path, metavar="DIR", help="Tests/images of Pillow's source package")
    add(
        "--work", type=Path, metavar="DIR", help="where it takes place (default: a temporary folder); what failed stays"
    )
    add("--controls", action="store_true", help="instead: each torture on a build that was broken on purpose")
    add("--write", type=Path, metavar="FILE.md", help="put the table between the markers of that document")
    add("--json", type=Path, metavar="FILE", help="write what failed, by torture")
    return parser.parse_args()


def _numbers(text: str) -> range:
    first, colon, behind = text.partition(":")
    return range(int(first), int(behind) if colon else int(first) + 1)


def main() -> int:
    options = read_options()
    names = [name for name in options.only.split(",") if name] or list(tortures.TORTURES)
    if unknown := [name for name in names if name not in tortures.TORTURES]:
        print(f"There is no torture {', '.join(unknown)}. There are: {', '.join(tortures.TORTURES)}.", file=sys.stderr)
        return 2
    work = options.work or Path(tempfile.mkdtemp(prefix="cnn-desktop-torture-"))
    work.mkdir(parents=True, exist_ok=True)
    print(f"seed {options.seed}, {options.lanes} at a time, in {work}", flush=True)
    began = time.monotonic()
    forks.get_ready()
    ground = Ground(work.resolve(), options.seed, options.lanes, options.quick, options.case)
    pictures = tuple(folder for folder in (options.pillow, options.photos) if folder)
    if options.controls:
        from tests.reliability.controls import controls

        tallies = [controls(ground, names)]
    else:
        tallies = [tortures.TORTURES[name](ground, pictures) for name in names]
    text = figures.table(tallies)
    seconds = time.monotonic() - began
    text += f"\n\nSeed {options.seed}; {_machine()}; {seconds / 60:.0f} minutes."
    print(f"\n{text}")
    for tally in tallies:
        for kind, count in figures.kinds(problem for verdict in tally.failed for problem in verdict.problems):
            print(figures.plain(f"{tally.name}: {count} × {kind}"))
    if options.write:
        figures.write(text, options.write)
    if options.json:
        failed = {tally.name: [figures.line(tally.name, one) for one in tally.failed] for tally in tallies}
        options.json.write_text(json.dumps(failed, indent=1), encoding="utf-8")
    return int(any(tally.failed for tally in tallies))


def _machine() -> str:
    import torch
    from PIL import __version__ as pillow

    return (
        f"{platform.system()}, Python {platform.python_version()}, torch {torch.__version__}, Pillow {pillow}, "
        f"{os.cpu_count()} cores"
    )


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # taking torch apart takes seconds, and is loud
