"""Real `cnn-desktop child` processes: the protocol as the window sees it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cnn_desktop.domain import events
from cnn_desktop.domain.config import Augmentation
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.check_data import CheckData, DataChecked, load_findings
from cnn_desktop.domain.jobs.predict import Predict
from cnn_desktop.domain.jobs.preview import Preview
from cnn_desktop.domain.jobs.scan import ScanFolder, Scanned
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.domain.process import own_command
from cnn_desktop.domain.scan_files import load_scan
from cnn_desktop.domain.wire import Do, Stop, Told, decode_told, encode_order
from tests.patience import PATIENCE


def without_network() -> list[str]:
    """The words before a command that cut it off from every network, this computer's own included; none where that is not allowed."""
    words = ["unshare", "--map-current-user", "--net"]
    may = (
        sys.platform == "linux"
        and shutil.which(words[0])
        and subprocess.run([*words, "true"], check=False).returncode == 0
    )
    return words if may else []


class Child:
    """A child under test, driven through its pipes."""

    def __init__(self, *words: str, command: list[str] | None = None) -> None:
        self.process = subprocess.Popen(
            command or own_command("child", *words),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def tell(self, job: Job, id_: str = "1") -> None:
        assert self.process.stdin
        self.process.stdin.write(encode_order(Do(id_, job)))
        self.process.stdin.flush()

    def until(self, kind: type[events.Event]) -> list[events.Event]:
        assert self.process.stdout
        happened: list[events.Event] = []
        while not happened or not isinstance(happened[-1], kind):
            line = self.process.stdout.readline()
            assert line, f"the child ended early: {self.process.stderr and self.process.stderr.read().decode()}"
            told = decode_told(line)
            if isinstance(told.event, events.Alive):
                continue
            assert told.id == ("" if isinstance(told.event, events.Ready) else "1")
            happened.append(told.event)
        return happened

    def end(self) -> tuple[int, str]:
        """Closes its input; its exit code and what it printed on stderr."""
        _, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, errors.decode()


@pytest.fixture
def child() -> Iterator[Callable[..., Child]]:
    made: list[Child] = []

    def make(*words: str, command: list[str] | None = None) -> Child:
        made.append(Child(*words, command=command))
        return made[-1]

    yield make
    for one in made:
        one.process.kill()
        one.process.communicate()


def test_light_child_checks_photos(
    child: Callable[..., Child], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder, scanned, found = photo_folder(classes=2, each=10), tmp_path / "scan.json", tmp_path / "found.json"
    shutil.copy(folder / "class 0/000.png", folder / "class 1/again.png")
    light = child("--light")
    light.until(events.Ready)
    light.tell(ScanFolder(data=str(folder), result=str(scanned)))
    light.until(events.JobDone)
    light.tell(CheckData(snapshot=str(scanned), result=str(found)))
    [*_, done, _] = light.until(events.JobDone)
    assert isinstance(done, DataChecked)
    assert (done.photos, done.findings) == (21, len(load_findings(found)))
    assert load_findings(found)[0].kind == "same_photo_two_labels"
    assert str(done) == f"21 photos checked: {done.findings} things to look at."


def test_light_child_scans_and_ends_with_its_input(
    child: Callable[..., Child], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder = photo_folder(classes=2, each=4)
    (folder / "class 0" / "broken.jpg").write_text("not a photo")
    light = child(command=[*without_network(), *own_command("child", "--light")])
    assert isinstance(light.until(events.Ready)[-1], events.Ready)
    light.tell(ScanFolder(data=str(folder), result=str(tmp_path / "scan.json")))
    happened = light.until(events.JobDone)
    scanned = happened[-2]
    assert isinstance(scanned, Scanned)
    assert (scanned.photos, scanned.classes, scanned.skipped) == (8, 2, 1)
    assert len(load_scan(tmp_path / "scan.json").photos) == 8
    code, errors = light.end()
    assert (code, errors) == (0, "")


def test_thumbnails(child: Callable[..., Child], photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    photo = photo_folder(classes=1, each=1) / "class 0" / "000.png"
    missing = photo.with_name("gone.png")
    light = child("--light")
    light.tell(Thumbnails(paths=[str(photo), str(missing)], folder=str(tmp_path / "cache")))
    pictures = {e.path: e for e in light.until(events.JobDone) if isinstance(e, events.PictureReady)}
    assert Path(pictures[str(photo)].file).is_file()
    assert pictures[str(missing)].file == ""
    assert "gone.png" in str(pictures[str(missing)].reason)


def test_previews(child: Callable[..., Child], photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    """The full child needs no network either, to start and to answer."""
    photo = photo_folder(classes=1, each=1) / "class 0" / "000.png"
    full = child(command=[*without_network(), *own_command("child")])
    preview = Preview(path=str(photo), augmentation=Augmentation(), image_size=64, folder=str(tmp_path / "preview"))
    full.tell(preview)
    made = [e for e in full.until(events.JobDone) if isinstance(e, events.PictureReady)]
    assert len({e.file for e in made}) == preview.count


def test_an_error_in_the_data_is_one_sentence(child: Callable[..., Child], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    light = child("--light")
    light.tell(ScanFolder(data=str(tmp_path / "empty"), result=str(tmp_path / "scan.json")))
    failed = light.until(events.JobDone)[-2]
    assert isinstance(failed, events.Failed)
    assert "empty" in str(failed)
    assert failed.details == ""


def test_light_child_never_loads_torch(child: Callable[..., Child]) -> None:
    code = (
        "from cnn_desktop.child.table import load; import sys; load('light'); "
        "print([m for m in sys.modules if m.startswith('torch')])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_stray_prints_cannot_corrupt_the_stream(child: Callable[..., Child], tmp_path: Path) -> None:
    script = textwrap.dedent(
        """
        import ctypes, os, sys
        from cnn_desktop.dataset.reading import scan
        def noisy(data, *others, **named):
            print("print from Python")
            os.system("echo print from a grandchild")
            ctypes.CDLL(None).puts(b"print from C")
            ctypes.CDLL(None).fflush(None)
            sys.stdin.read()
            yield from ()
            raise SystemError("enough")
        scan.read_data = noisy
        from cnn_desktop.__main__ import main
        main(["child", "--light"])
        """
    )
    light = child(command=[sys.executable, "-c", script])
    light.tell(ScanFolder(data=str(tmp_path), result=str(tmp_path / "scan.json")))
    happened = light.until(events.JobDone)
    assert [type(event) for event in happened] == [events.Ready, events.Failed, events.JobDone]
    _, errors = light.end()
    assert {"print from Python", "print from a grandchild", "print from C"} <= set(errors.splitlines())


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_in_the_windows_terminal_leaves_the_child_alone(child: Callable[..., Child], tmp_path: Path) -> None:
    light = child("--light")
    light.until(events.Ready)
    light.process.send_signal(signal.SIGINT)
    light.tell(ScanFolder(data=str(tmp_path / "none"), result=str(tmp_path / "scan.json")))
    assert isinstance(light.until(events.JobDone)[-2], events.Failed)
    assert light.end()[0] == 0


def test_a_frozen_program_is_its_own_child(
    child: Callable[..., Child], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    """The installer's program: `sys.frozen` is set, `sys.executable` is the program, and there is no `-m`."""
    program = tmp_path / "CNN Desktop"
    program.write_text(
        textwrap.dedent(
            f"""\
            #!{sys.executable}
            import subprocess, sys
            sys.frozen, sys.executable = True, {str(program)!r}
            from cnn_desktop.__main__ import main
            if sys.argv[1:] != ["start a child"]:
                sys.exit(main())
            from cnn_desktop.domain.process import own_command
            command = own_command("child", "--light")
            assert "-m" not in command, command
            sys.exit(subprocess.run(command, stdin=sys.stdin).returncode)
            """
        )
    )
    program.chmod(0o755)
    frozen = child(command=[str(program), "start a child"])
    frozen.tell(ScanFolder(data=str(photo_folder()), result=str(tmp_path / "scan.json")))
    assert isinstance(frozen.until(events.JobDone)[-2], Scanned)
    assert frozen.end() == (0, "")


_SPARE = """
import ctypes, os, sys, types
from pathlib import Path
from cnn_desktop.domain.message import say
from cnn_desktop.child import serve, table
from cnn_desktop.domain.jobs.predict import Predict
def get_ready():
    note()
    if os.geteuid() == 0:
        os.setuid(65534)  # nobody, who may not raise priorities
        ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # but owns the process, as if it had begun so
def note():
    print(SESSION.read_text().split()[-1] if SESSION.exists() else "", file=sys.stderr)
SESSION = Path("/proc/self/autogroup")
warm = types.ModuleType("cnn_desktop.learning.warm")
warm.get_ready = get_ready
sys.modules["cnn_desktop.learning.warm"] = warm
serve._full, serve.load = lambda: ("cpu", say("none")), lambda program: None
table.TABLE[Predict] = lambda job, control: note() or ()
from cnn_desktop.__main__ import main
note()
main(["child", "--spare"])
"""


@pytest.mark.skipif(not Path("/proc/self/autogroup").exists(), reason="Linux with automatic groups")
def test_a_spare_gets_ready_at_leisure_and_works_like_any_child_although_it_may_not_raise_priorities(
    child: Callable[..., Child],
) -> None:
    spare = child(command=[sys.executable, "-c", _SPARE])
    spare.until(events.Ready)
    spare.tell(Predict(run="", paths=[]))
    spare.until(events.JobDone)
    assert spare.end() == (0, "0\n10\n0\n")


_PREPARING = """
import sys, threading, types
from cnn_desktop.domain.message import say
from cnn_desktop.child import serve, table
from cnn_desktop.domain.jobs.predict import Predict
def getting_ready():
    print("importing", file=sys.stderr, flush=True)
    threading.Event().wait(PATIENCE)
    yield
warm = types.ModuleType("cnn_desktop.learning.warm")
warm.getting_ready = getting_ready
sys.modules["cnn_desktop.learning.warm"] = warm
serve._full, serve.load = lambda: ("cpu", say("none")), lambda program: None
from cnn_desktop.__main__ import main
main(["child", "--prepare"])
""".replace("PATIENCE", str(PATIENCE))


@pytest.mark.skipif(os.name == "nt", reason="nothing is prepared there")
def test_a_window_that_closes_does_not_wait_for_a_child_that_gets_ready(child: Callable[..., Child]) -> None:
    preparing = child(command=[sys.executable, "-c", _PREPARING])
    preparing.until(events.Ready)
    assert preparing.process.stderr
    preparing.process.stderr.readline()
    assert preparing.end() == (0, "")


def test_a_child_gives_signs_of_life_while_it_has_a_job_and_only_then(child: Callable[..., Child]) -> None:
    script = """
        from functools import partial
        from cnn_desktop.child import serve, signs, table
        from cnn_desktop.domain.jobs.thumbnails import Thumbnails

        def wait(job, control):
            control._stop.wait()
            return iter(())

        table.TABLE[Thumbnails] = wait
        serve.SignsOfLife = partial(signs.SignsOfLife, every=0.01)
        serve.serve("light")
    """
    light = child(command=[sys.executable, "-c", textwrap.dedent(script)])
    assert light.process.stdout
    light.until(events.Ready)
    light.tell(Thumbnails([], ""))
    told = [decode_told(light.process.stdout.readline()) for _ in range(4)]
    assert told[-1] == Told("", events.Alive())
    assert light.process.stdin
    light.process.stdin.write(encode_order(Stop("1")))
    light.process.stdin.flush()
    light.until(events.JobDone)
    rest, _ = light.process.communicate(timeout=PATIENCE)
    assert len(rest.splitlines()) <= 1, "but for one that was on its way"
