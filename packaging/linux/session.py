"""What is tried of an installed package: first the .deb, then the .run. Each check returns its figure or raises Failed."""

from __future__ import annotations

import csv
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from installed import (
    HOME,
    NONSENSE,
    OPT,
    PERSON,
    RUN_OPT,
    SCREEN,
    Failed,
    Machine,
    read_only,
    want,
    with_deb,
    with_run,
    without_deb,
)
from root import Bind
from versions import try_versions

sys.path.append(str(Path(__file__).resolve().parents[1]))  # packaging/ is no package
from check_offline import CHANGES, NETWORK, Allowed, judge, read_trace

WINDOW_WARM, WINDOW_COLD, EVENT_COLD, EVENT_READY = 0.8, 1.5, 6.0, 0.5
SAMPLE, RUN = f"{HOME}/demo/sample", f"{HOME}/run"
OWN = tuple(
    f"{HOME}/{place}"
    for place in (".config/CNN Desktop", ".cache/CNN Desktop", ".local/share/CNN Desktop", "Documents/CNN Desktop")
)
"""Where the program may write in the person's home."""
NAMED = tuple(f"{HOME}/{place}" for place in ("demo", "run", "again", "answers.csv", "findings.csv", "photo.heic"))
"""What the person names on the command line."""
SYSTEMS = (f"{HOME}/.cache/fontconfig", "/var/cache/fontconfig", "/tmp/", "/var/tmp/etilqs_")
"""Of the system's libraries: which fonts there are (they try all users' folder first), and temporary files, such as SQLite's."""
MIME_TYPE = "application/x-cnn-desktop-project"
SMALL = ("--head-epochs", "1", "--epochs", "1", "--image-size", "64", "--seed", "1", "--device", "cpu")
MAY_LACK = (
    "libcuda.so",
    "libnvidia",
    "libgtk-3",
    "libharfbuzz",
    "libgdk",
    "libatk",
    "libcairo",
    "libpango",
    "libmpi",
    "libfabric",
    "libibverbs",
    "libucp",
    "libucs",
    "libpmi",
)
"""Beginnings of libraries' names that come with a card's driver, with GTK, or with clusters."""
Checks = Callable[[str, Callable[[], str]], bool]


def try_deb(checks: Checks, bare: Machine, package: Path, source_python: Path | None, older: Path) -> None:
    """Installs, uses, measures, removes. `older`: the package that comes before it."""
    before = bare.files()
    if not checks("apt install without a network", lambda: _installed(bare, package)):
        return
    checks("every installed file is as packed", lambda: as_packed(bare))
    machine = read_only(bare, OPT)
    checks("libraries that are linked to but not there", lambda: libraries(machine, OPT))
    use(checks, machine)
    quiet(checks, machine, OPT)
    speed(checks, machine)
    if source_python:
        checks(
            "the same training from source: largest difference of a probability", lambda: parity(machine, source_python)
        )
    try_versions(checks, bare, package, older, RUN)
    checks("apt remove leaves nothing but the person's files", lambda: _removed(bare, before))
    checks("a full disk while installing", lambda: full_disk_deb(bare, package))


def try_run(checks: Checks, bare: Machine, installer: Path) -> None:
    """The same of the .run, by a person without rights."""
    bare.root.run(["find", HOME, "-mindepth", "1", "-delete"])
    before = bare.files()
    checks("a half-copied .run", lambda: half_copied(bare, installer))
    checks("a full disk while unpacking the .run", lambda: full_disk_run(bare, installer))
    if not checks(".run by a person without rights", lambda: told(with_run(bare, installer), 0)):
        return
    machine = read_only(Machine(bare.root, f"{HOME}/.local/bin/cnn-desktop"), RUN_OPT)
    use(checks, machine)
    checks("a second .run over the first", lambda: told(with_run(bare, installer), 0))
    checks("the program after that", lambda: machine.run("--version").strip())
    checks(".run --remove leaves nothing but the person's files", lambda: _run_removed(bare, installer, before))


def told(answer: str, code: int, words: str = "") -> str:
    """The last line of what was said, when the exit code is `code` and `words` are in it."""
    want(answer.startswith(f"{code} ") and words in answer, answer)
    return answer.strip().splitlines()[-1]


def _installed(bare: Machine, package: Path) -> str:
    began = time.monotonic()
    machine = with_deb(bare, package)
    return f"{machine.run('--version').strip()} after {time.monotonic() - began:.0f} s"


def as_packed(bare: Machine) -> str:
    """What dpkg finds changed or missing among the package's files, by their check sums."""
    odd = bare.root.run(["dpkg", "--verify", "cnn-desktop"], capture_output=True, check=False).stdout.splitlines()
    return want(not odd, f"{len(odd)} are not {odd[:3]}")


def libraries(machine: Machine, folder: str) -> str:
    """Every library that one in the bundle is linked to is there, but for the card's driver and the desktop's own."""
    script = (
        f"cd '{folder}/_internal' && find . -type f '(' -name '*.so' -o -name '*.so.*' ')' | while read -r one; do "
        f"LD_LIBRARY_PATH='{folder}/_internal:{folder}/_internal/torch/lib' ldd \"$one\" 2>/dev/null | sed -n 's/^\\t\\(.*\\) => not found/\\1/p'; done | sort | uniq -c"
    )
    done = machine.root.run(["sh", "-c", script], capture_output=True)
    missing = [line.split() for line in done.stdout.splitlines()]
    wrong = [name for _, name in missing if not name.startswith(MAY_LACK)]
    return want(
        not wrong, f"{len(wrong)} missing {wrong} (of the driver and the desktop: {[name for _, name in missing]})"
    )


def use(checks: Checks, machine: Machine) -> None:
    """The window's self-test and the verbs: scan, train, test, predict."""
    checks("selftest, off screen", lambda: selftest(machine))
    checks("selftest, on Xvfb", lambda: on_xvfb(machine))
    checks("selftest, on Xvfb without OpenGL", lambda: on_xvfb(machine, "-extension", "GLX"))
    checks("what the file in a project is opened with", lambda: opener(machine))
    checks("selftest, with nonsense in the shell", lambda: selftest(machine, extra=NONSENSE))
    checks("doctor", lambda: str(machine.json("doctor"))[:300])
    checks("demo", lambda: f"accuracy {machine.json('demo', '--out', f'{HOME}/demo')['accuracy']:.3f}")
    checks("check-data", lambda: str(machine.json("check-data", SAMPLE, "--csv", f"{HOME}/findings.csv"))[:200])
    checks("train", lambda: f"val_accuracy {machine.json('train', SAMPLE, '--out', RUN, *SMALL)['val_accuracy']:.3f}")
    checks("evaluate", lambda: f"accuracy {machine.json('evaluate', RUN)['accuracy']:.3f}")
    checks("predict", lambda: f"{len(predicted(machine))} photos")
    checks("predict of a HEIC photo", lambda: heic(machine))


def selftest(machine: Machine, *words: str, extra: dict[str, str] | None = None) -> str:
    figures = machine.json("selftest", *words, extra=extra)
    return want(
        figures["ok"],
        ", ".join(f"{name} {figures[name]}" for name in ("window_s", "first_event_s", "accuracy", "predicted")),
    )


def on_xvfb(machine: Machine, *options: str) -> str:
    with screen(*options) as display:
        at = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        return selftest(machine.bound(Bind(Path(SCREEN), SCREEN)), extra=at)


def opener(machine: Machine) -> str:
    """What a double click does, as far as the desktop's own tool tells without a desktop."""
    asked = replace(machine, program="gio")
    file = f"{HOME}/Open in CNN Desktop.cnnopen"
    machine.root.run(["sh", "-c", f"echo '{{}}' > '{file}' && chown {PERSON} '{file}'"])
    kind = asked.run("info", "-a", "standard::content-type,standard::icon", file)
    program = asked.run("mime", MIME_TYPE).partition("\n")[0]
    machine.root.run(["rm", file])
    want(MIME_TYPE in kind and "cnn-desktop" in kind, f"its kind: {kind}")
    return want("cnn-desktop.desktop" in program, program)


@contextmanager
def screen(*options: str) -> Iterator[str]:
    """An Xvfb with more `options`; its DISPLAY."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-ac", *options],
        pass_fds=[writer], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writer)
    try:
        with os.fdopen(reader) as told_number:
            yield f":{told_number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def predicted(machine: Machine) -> list[dict[str, str]]:
    answers = f"{HOME}/answers.csv"
    machine.run("predict", RUN, SAMPLE, "--csv", answers)
    with Path(machine.root.folder, answers.lstrip("/")).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def heic(machine: Machine) -> str:
    photo = f"{HOME}/photo.heic"
    shutil.copyfile(Path(__file__).with_name("photo.heic"), Path(machine.root.folder, photo.lstrip("/")))
    return machine.run("predict", RUN, photo).strip().splitlines()[0]


def quiet(checks: Checks, machine: Machine, install: str) -> None:
    """Watches the window's self-test and the verbs."""
    sessions = {
        "selftest": ("selftest", "--json"),
        "train": ("train", SAMPLE, "--out", f"{HOME}/again", *SMALL),
        "predict": ("predict", RUN, SAMPLE),
    }
    with tempfile.TemporaryDirectory() as folder:
        logs = []
        for name, words in sessions.items():
            logs.append(Path(folder, name))
            checks(f"{name}, watched by strace", partial(_watched, machine, words, logs[-1]))
        lines = [line for log in logs for line in trace(log)]
    figures, written = watched(lines, machine.root.folder.resolve(), install)
    of = {
        "calls to the network": f" of {len(lines)} calls",
        "writes outside the app's own folders": f" of {len(written)}",
    }
    for name, bad in figures.items():
        checks(name, partial(want, not bad, f"{len(bad)}{of.get(name, '')} {bad[:5]}"))
    print(f"     for the time being: {[path for path in written if path.startswith(SYSTEMS)][:5]}", flush=True)


def watched(lines: Sequence[str], root: Path, install: str) -> tuple[dict[str, list[str]], list[str]]:
    """What must not be, by figure, and all paths that were written, or tried to, as seen in `root`. `lines` are strace's.

    strace runs outside `root`, so it tells a folder that a call names by a descriptor with the path of `root` before it.
    """
    found, before = read_trace(lines), f"{root}/"
    inside = Counter({f"/{path.removeprefix(before).lstrip('/')}": n for path, n in found.written.items()})
    on_the_way = {str(parent) for own in OWN for parent in Path(own).parents}  # made when they were missing
    figures = judge(found._replace(written=inside), Allowed((*OWN, *NAMED), (), tuple(on_the_way)), [install])
    outside = "writes outside the app's own folders"
    figures[outside] = [path for path in figures[outside] if not path.startswith((*NAMED, *SYSTEMS))]
    return figures, sorted(inside)


def trace(log: Path) -> list[str]:
    """strace's lines of a command and its children, each of which has a file."""
    files = sorted(log.parent.glob(f"{log.name}.*"))
    return [line for file in files for line in file.read_text(encoding="utf-8", errors="replace").splitlines()]


def _watched(machine: Machine, words: tuple[str, ...], log: Path) -> str:
    calls = ",".join((*NETWORK, *CHANGES, "open", "openat"))
    strace = ["strace", "-ff", "-qq", "--seccomp-bpf", "-s", "1000", "-y", "-o", str(log), "-e", f"trace={calls}"]
    return machine.run(*words, wrap=strace).partition("\n")[0]


def speed(checks: Checks, machine: Machine) -> None:
    """How soon the window is there, and how soon it answers a click on Train: of each the median of three starts."""
    dropped = [_figures(machine, "cold", drop=True) for _ in range(3)]
    warm = [_figures(machine, "cold") for _ in range(3)]
    ready = [_figures(machine, "ready") for _ in range(3)]
    for name, starts, figure, wanted in (
        ("window shown, page cache dropped", dropped, "window_s", WINDOW_COLD),
        ("window shown, warm", warm, "window_s", WINDOW_WARM),
        ("click to first event, no child waiting", warm, "first_event_s", EVENT_COLD),
        ("click to first event, spare ready", ready, "first_event_s", EVENT_READY),
    ):
        checks(f"{name}, median of 3", partial(_in_time, [one[figure] for one in starts], wanted))


def _in_time(seconds: Sequence[float], wanted: float) -> str:
    median = statistics.median(seconds)
    return want(median <= wanted, f"{median:.2f} s of {min(seconds):.2f} to {max(seconds):.2f} (wanted {wanted})")


def _figures(machine: Machine, click: str, drop: bool = False) -> Any:
    if drop:
        os.sync()
        Path("/proc/sys/vm/drop_caches").write_text("3\n", encoding="ascii")
    return machine.json("selftest", "--click", click)


def parity(machine: Machine, source_python: Path) -> str:
    """Trains from source with the plan of the installed program's run; the same accuracy and probabilities."""
    with tempfile.TemporaryDirectory() as folder:
        inside, run, answers = machine.root.folder, Path(folder, "run"), Path(folder, "answers.csv")
        sample, plan = inside / SAMPLE.lstrip("/"), inside / RUN.lstrip("/")
        environment = {**os.environ, "CNN_DESKTOP_HOME": folder, "QT_QPA_PLATFORM": "offscreen"}
        for words in (
            ["train", str(sample), "--out", str(run), "--plan", str(plan), *SMALL],
            ["predict", str(run), str(sample), "--csv", str(answers)],
        ):
            command = [str(source_python), "-P", "-m", "cnn_desktop", *words]
            subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with answers.open(encoding="utf-8", newline="") as file:
            there = {Path(row["path"]).name + row["class"]: row for row in csv.DictReader(file)}
    here = {Path(row["path"]).name + row["class"]: row for row in predicted(machine)}
    want(set(here) == set(there), f"{len(set(here) ^ set(there))} photos have other classes")
    classes = [name for name in next(iter(here.values())) if name not in ("path", "class", "confidence", "unknown")]
    largest = max(abs(float(here[key][name]) - float(there[key][name])) for key in here for name in classes)
    return want(largest <= 1e-6, f"{largest:.1e} over {len(here)} photos")


def _removed(bare: Machine, before: dict[str, str]) -> str:
    without_deb(bare)
    return nothing_left(bare, before)


def _run_removed(bare: Machine, installer: Path, before: dict[str, str]) -> str:
    answer = told(with_run(bare, installer, "--remove"), 0)
    left = nothing_left(bare, before)
    return f"{answer} {left}"


def nothing_left(bare: Machine, before: dict[str, str]) -> str:
    """What the machine holds more than before, but for the person's and the package manager's own files."""
    of_apt = ("/var/lib/dpkg", "/var/lib/apt", "/var/log", "/var/cache", "/package.deb", "/mnt", "/etc/ld.so.cache")
    kept = (*OWN, *NAMED, *SYSTEMS, f"{HOME}/.cache", f"{HOME}/.config")
    left = {path for path in bare.files().keys() - before.keys() if not path.startswith((*of_apt, *kept))}
    left -= {str(parent) for own in OWN for parent in Path(own).parents}
    return want(not left, f"{len(left)} files and folders left {sorted(left)[:8]}")


def half_copied(bare: Machine, installer: Path) -> str:
    with tempfile.TemporaryDirectory(dir=bare.root.folder.parent) as folder:
        half = Path(folder, installer.name)
        with installer.open("rb") as whole, half.open("wb") as part:
            part.write(whole.read(50_000_000))
        return told(with_run(bare, half), 1, "incomplete")


def full_disk_run(bare: Machine, installer: Path) -> str:
    """The person's home lies on a disk of 1 GB."""
    with small_disk(bare.root.folder.parent) as disk:
        os.chown(disk, *map(int, PERSON.split(":")))
        return told(with_run(bare.bound(Bind(disk, HOME)), installer), 1, "free space")


def full_disk_deb(bare: Machine, package: Path) -> str:
    """/opt lies on a disk of 1 GB: dpkg refuses, and nothing of the package stays."""
    with small_disk(bare.root.folder.parent) as disk:
        try:
            with_deb(bare.bound(Bind(disk, "/opt")), package)
        except subprocess.CalledProcessError:
            left = [path.name for path in disk.rglob("*") if path.is_file()]
            return want(not left, f"apt refused; {len(left)} files left")
    raise Failed("it was installed")


@contextmanager
def small_disk(beside: Path) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(dir=beside))
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1g", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
        folder.rmdir()
