"""`make package-test`: installs what `make package` has made in bare Debians without a network, uses it, removes it; prints every figure.

Needs root's rights, mmdebstrap, strace and Xvfb. Each check is a line; the exit code is 1 when one did not hold.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import deb
import run_installer
import session
from installed import Failed, prepared
from root import remove

sys.path.append(str(Path(__file__).resolve().parents[1] / "release"))
import facts
import finish

REPOSITORY = Path(__file__).resolve().parents[2]


class Checks:
    """Runs checks one by one and prints how each ended."""

    def __init__(self) -> None:
        self.failed: list[str] = []

    def __call__(self, name: str, check: Callable[[], str]) -> bool:
        """`check` returns its figure. True when it held."""
        began = time.monotonic()
        try:
            told, held = check(), True
        except Failed as failure:
            told, held = str(failure), False
        except Exception:  # noqa: BLE001 - the other checks go on
            told, held = traceback.format_exc(), False
        if not held:
            self.failed.append(name)
        print(f"{'ok  ' if held else 'FAIL'} {name}: {told} [{time.monotonic() - began:.0f} s]", flush=True)
        return held


def main() -> int:
    """Returns 0 when everything held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", default="nvidia")
    parser.add_argument("--dist", type=Path, default=REPOSITORY / "dist")
    parser.add_argument("--work", type=Path, default=REPOSITORY / "build" / "package")
    parser.add_argument("--roots", type=Path, help="where packed bare roots are kept (default: in --work)")
    parser.add_argument("--releases", default="12,13")
    parser.add_argument(
        "--source-python", type=Path, help="an environment's Python whose training is compared (default: not compared)"
    )
    parser.add_argument(
        "--older", type=Path, help="a .deb of an earlier build (default: this one under another number)"
    )
    parser.add_argument("--only", default="deb,run", help="deb, run or both")
    options = parser.parse_args()
    edition = options.edition
    try:
        version = facts.version()
        package = finish.find(options.dist, deb.name_of(version, edition))  # the .run needs what this depends on
        run = finish.find(options.dist, run_installer.name_of(version, edition)) if "run" in options.only else None
    except facts.ReleaseError as error:
        print(error, file=sys.stderr)
        return 1
    checks = Checks()
    for release in options.releases.split(","):
        folder = options.work / f"debian-{release}"
        machine = prepared(release, folder, options.roots or options.work, package)
        print(f"Debian {release}, bare but for the package's dependencies, no network", flush=True)
        if "deb" in options.only:
            session.try_deb(checks, machine, package, options.source_python, options.older or package)
        if run:
            session.try_run(checks, machine, run)
        remove(folder)
    print(
        f"{len(checks.failed)} checks did not hold: {', '.join(checks.failed)}"
        if checks.failed
        else "Every check held."
    )
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
