"""The card's test in a process of its own: what becomes of one that hangs, crashes or talks nonsense, and what is kept."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import msgspec
import psutil
import pytest
import torch

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested
from cnn_desktop.domain.graphics import Card, Seen, Tried, Verdict, judge
from cnn_desktop.domain.places import HOME_VARIABLE, cache_folder
from cnn_desktop.learning.tuning.device import choose_device
from cnn_desktop.learning.tuning.device_test import agrees_with_the_cpu, run_test
from cnn_desktop.learning.tuning.verdict import FILE, find_verdict, known_verdict, try_card

SEEN = Seen(("NVIDIA RTX 4070",), "")
BEGUN = 'import sys, time, os; print(\'{"outcome":"begun","torch":"9","cuda":"13.0"}\', flush=True); '


def process(code: str) -> list[str]:
    return [sys.executable, "-c", code]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))


def test_a_test_that_hangs_is_killed_and_what_was_known_stays_known() -> None:
    before = psutil.Process().children()
    tried = try_card(process(BEGUN + "time.sleep(600)"), Control(), seconds=0.2)
    assert (tried.outcome, tried.torch) == ("slow", "9")
    assert psutil.Process().children() == before


@pytest.mark.parametrize(
    ("code", "details"),
    [
        ("os.kill(os.getpid(), 11)", "exit code -11"),
        ("print('CUDA error: unspecified launch failure'); sys.exit(3)", "CUDA error: unspecified launch failure"),
        ("print('x' * 10_000_000); print('{\"outcome\": 7}'); raise RuntimeError('boom')", "boom"),
    ],
)
def test_a_test_that_breaks_off_has_failed_and_its_last_words_are_kept(code: str, details: str) -> None:
    tried = try_card(process(BEGUN + code), Control())
    assert tried.outcome == "crashed"
    assert details in tried.details
    assert len(tried.details) < 5000


def test_a_test_that_cannot_be_started_has_failed(tmp_path: Path) -> None:
    assert try_card([str(tmp_path / "missing")], Control()).outcome == "crashed"


def test_a_test_is_stopped_with_its_job() -> None:
    before = psutil.Process().children()
    control = Control()
    control.stop()
    with pytest.raises(StopRequested):
        try_card(process(BEGUN + "time.sleep(600)"), control)
    assert psutil.Process().children() == before


def test_what_was_found_is_kept_until_something_is_another_or_the_file_is_damaged() -> None:
    """With the real test, in a process: this computer's torch, which sees no such card, unless there is one."""
    assert known_verdict(SEEN).device == ""
    began = time.process_time()
    found = find_verdict(seen=SEEN)
    assert time.process_time() - began < 1  # the work is the other process's
    assert found.device in ("cpu", "cuda")
    assert found.has_card
    if not torch.cuda.is_available():
        assert str(found.sentence()).startswith("CPU: ")
    assert known_verdict(SEEN) == found
    assert known_verdict(Seen(SEEN.cards, "999.1")).device == ""
    file = cache_folder() / FILE
    kept = msgspec.json.decode(file.read_bytes())
    for damaged in (b"", b"{", b"\xff" * 9, msgspec.json.encode(kept | {"app": "0.0"}), msgspec.json.encode([])):
        file.write_bytes(damaged)
        assert known_verdict(SEEN).device == ""
    file.write_bytes(msgspec.json.encode(kept))
    assert known_verdict(SEEN) == found
    assert kept["boot"]
    driven = Seen(SEEN.cards, "580.1")
    rtx = Card(SEEN.cards[0], "8.9")
    for seen, tried, stays in (
        (SEEN, Tried("passed", "9", "13.0", ("sm_89",), rtx), True),
        (SEEN, Tried("wrong", "9", "13.0", ("sm_89",), rtx), True),
        (SEEN, Tried("failed", "9", "13.0", ("sm_50",), rtx, "no kernel image is available"), True),
        (SEEN, Tried("none", "9", "13.0"), True),
        (driven, Tried("none", "9"), True),  # a torch without CUDA
        (driven, Tried("none", "9", "13.0"), False),
        (driven, Tried("failed", "9", "13.0", ("sm_89",), rtx), False),
        (driven, Tried("slow"), False),
        (driven, Tried("slow", "9", "13.0", ("sm_89",), rtx), False),
        (driven, Tried("crashed", details="Cannot allocate memory"), False),
    ):
        now = kept | {"seen": seen, "tried": tried}
        file.write_bytes(msgspec.json.encode(now))
        assert known_verdict(seen) == judge(seen, tried)
        for boot in ("another", ""):
            file.write_bytes(msgspec.json.encode(now | {"boot": boot}))
            assert known_verdict(seen).device == (judge(seen, tried).device if stays else ""), (tried, boot)


def test_where_there_is_no_card_nothing_is_tested() -> None:
    assert find_verdict(seen=Seen(), again=True) == known_verdict(Seen())
    assert not (cache_folder() / FILE).exists()


def test_a_convolution_and_its_gradients_are_compared() -> None:
    assert agrees_with_the_cpu("cpu")
    with pytest.raises(RuntimeError):
        agrees_with_the_cpu("meta")  # a device that computes nothing


@pytest.mark.skipif(torch.cuda.is_available() or torch.backends.mps.is_available(), reason="this computer has a GPU")
def test_without_a_card_the_test_says_so() -> None:
    assert [tried.outcome for tried in run_test()] == ["begun", "none"]


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs an NVIDIA GPU")
def test_a_card_passes_and_auto_uses_it() -> None:
    verdict = find_verdict(again=True)
    assert verdict == Verdict("cuda", torch.cuda.get_device_name(0), None, True, verdict.details)
    assert "Test: passed" in verdict.details
    assert choose_device("auto").device == "cuda"
    assert known_verdict() == verdict


def test_the_light_childs_limit_of_memory_does_not_hold_for_the_test() -> None:
    code = (
        "import resource; from cnn_desktop.child.leisure import be_modest, lift_limits; be_modest(limited=True); "
        "print(resource.getrlimit(resource.RLIMIT_AS)[0]); lift_limits(); print(resource.getrlimit(resource.RLIMIT_AS)[0])"
    )
    if sys.platform != "linux":
        pytest.skip("only Linux limits it")
    limited, lifted = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert int(limited) == 6 * 2**30
    assert int(lifted) != int(limited)
