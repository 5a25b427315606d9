"""From what a computer has and what the test found to the verdict: every way in which a card is used, or is not, in words."""

from __future__ import annotations

import pytest

from cnn_desktop.domain.graphics import Card, Seen, Tried, has_kernels, judge, needed_driver

KERNELS = ("sm_75", "sm_80", "sm_90", "compute_90")
RTX = Card("NVIDIA RTX 4070", "8.9")
SEEN = Seen(("NVIDIA RTX 4070",), "580.65.06")
FAR = Seen(("",), "")
"""A card without a driver."""
APPLE = Seen(may_have=True, is_apple=True)


def tried(outcome: str, card: Card | None = RTX, cuda: str = "13.2", details: str = "", passing: bool = False) -> Tried:
    return Tried(outcome, "2.15", cuda, KERNELS if cuda else (), card, details, passing)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seen", "result", "said"),
    [
        (SEEN, tried("passed"), "NVIDIA RTX 4070"),
        (Seen(may_have=True), tried("passed"), "NVIDIA RTX 4070"),
        (APPLE, tried("passed", Card("Apple GPU", ""), cuda=""), "Apple GPU"),
        (SEEN, None, "Checking the graphics card…"),
        (Seen(), None, "CPU: no NVIDIA card found"),
        (Seen(edition="nvidia"), None, "CPU: no NVIDIA card found"),
        (Seen(may_have=True), tried("none", None), "CPU: no NVIDIA card found"),
        (APPLE, tried("none", None, cuda=""), "CPU: no graphics card found"),
        (FAR, tried("none", None), "CPU: the NVIDIA driver is not installed; install version 580 or newer"),
        (FAR, tried("none", None, "12.8"), "CPU: the NVIDIA driver is not installed; install version 525 or newer"),
        (FAR, tried("none", None, "99.1"), "CPU: the NVIDIA driver is not installed"),
        (
            Seen(("NVIDIA T4",), "535.104.05"), tried("none", None),
            "CPU: the NVIDIA driver (535.104.05) is too old; install version 580 or newer",
        ),
        (
            Seen(("NVIDIA T4",), "535.104.05"), tried("none", None, "99.1", "The NVIDIA driver on your system is too old"),
            "CPU: the NVIDIA driver (535.104.05) is too old; update it",
        ),
        (SEEN, tried("none", None), "CPU: the NVIDIA driver (580.65.06) does not work; restart the computer or reinstall it"),
        (
            Seen(("NVIDIA T4",), "580.1", visible=""), tried("none", None),
            "CPU: the graphics card is hidden by the environment variable CUDA_VISIBLE_DEVICES",
        ),
        (
            SEEN, tried("passed", Card("NVIDIA GTX 1080", "6.1")),
            "CPU: this version of the app does not support NVIDIA GTX 1080",
        ),
        (
            SEEN, tried("failed", Card("NVIDIA GTX 1080", "6.1"), details="no kernel image is available"),
            "CPU: this version of the app does not support NVIDIA GTX 1080",
        ),
        (
            SEEN, tried("none", None, cuda=""),
            "CPU: this edition of the app uses only the processor; the NVIDIA edition can use NVIDIA RTX 4070",
        ),
        (
            Seen(("",), edition="cpu"), None,
            "CPU: this edition of the app uses only the processor; the NVIDIA edition can use the NVIDIA card",
        ),
        (Seen(("NVIDIA RTX 4070",), edition="cpu", is_windows=True), None, "CPU: this edition of the app uses only the processor"),
        (
            Seen(("NVIDIA RTX 4070",), "580.1", is_windows=True), tried("none", None, cuda=""),
            "CPU: this edition of the app uses only the processor",
        ),
        (Seen(edition="cpu"), None, "CPU: no NVIDIA card found"),
        (SEEN, tried("wrong"), "CPU: NVIDIA RTX 4070 gave wrong results in its test"),
        (SEEN, tried("failed", details="an illegal memory access"), "CPU: NVIDIA RTX 4070 failed its test"),
        (SEEN, tried("failed", passing=True), "CPU: another program is using NVIDIA RTX 4070 or its memory"),
        (SEEN, tried("crashed", None), "CPU: NVIDIA RTX 4070 failed its test"),
        (SEEN, tried("slow", None), "CPU: NVIDIA RTX 4070 did not respond to its test within 20 seconds"),
        (Seen((), "580.1", may_have=True), tried("slow", None), "CPU: the NVIDIA card did not respond to its test within 20 seconds"),
        (APPLE, tried("wrong", Card("Apple GPU", ""), cuda=""), "CPU: the Apple GPU gave wrong results in its test"),
        (APPLE, tried("crashed", None, cuda=""), "CPU: the Apple GPU failed its test"),
    ],
)  # fmt: skip
def test_the_verdict_is_a_sentence(seen: Seen, result: Tried | None, said: str) -> None:
    verdict = judge(seen, result)
    assert str(verdict.sentence()) == said
    assert verdict.device == (
        "" if said.startswith("Checking") else "cpu" if said.startswith("CPU") else verdict.device
    )
    assert verdict.device in ("", "cpu", "cuda", "mps")
    assert verdict.is_lost == (verdict.device == "cpu" and bool(seen.cards or (result and result.card)))
    if result and result.details:
        assert result.details in verdict.details


@pytest.mark.parametrize(
    ("capability", "kernels", "runs"),
    [
        ("8.9", ("sm_80",), True),
        ("8.0", ("sm_86",), False),
        ("9.0", ("sm_80", "sm_86"), False),
        ("9.0", ("sm_80", "compute_80"), True),
        ("12.0", ("sm_120",), True),
        ("12.1", ("sm_100", "sm_120"), True),
        ("9.0", ("sm_90a",), False),
        ("7.5", ("nonsense", "sm_"), False),
        ("", ("sm_80",), False),
    ],
)
def test_which_code_runs_on_which_card(capability: str, kernels: tuple[str, ...], runs: bool) -> None:
    assert has_kernels(capability, kernels) is runs


def test_the_driver_that_is_needed_differs_by_system() -> None:
    assert (needed_driver("12.8", False), needed_driver("12.8", True), needed_driver("x", False)) == (525, 528, None)


@pytest.mark.parametrize(
    ("visible", "hidden"),
    [
        (None, False), ("", True), ("-1", True), ("0", False), (" ", True), ("0,-1", False), ("1", False), ("2", True), ("2,0", True),
        ("nonsense", True), ("-1,0", True), ("GPU-8932f937", False), ("MIG-8932f937", False), ("9" * 5000, True), (",0", True),
    ],
)  # fmt: skip
def test_programs_may_be_told_to_see_no_card(visible: str | None, hidden: bool) -> None:
    assert Seen(("NVIDIA T4", "NVIDIA T4"), visible=visible).hidden is hidden


def test_a_number_counts_where_the_cards_are_not_known() -> None:
    assert not Seen(may_have=True, visible="3").hidden


@pytest.mark.parametrize(
    ("seen", "name", "said"),
    [
        (("NVIDIA T4",), "", "NVIDIA T4"), (("", "NVIDIA T4"), " ", "NVIDIA T4"), ((), "", "NVIDIA"),
        ((), "NVIDIA\n A100  MIG 1g.5gb", "NVIDIA A100 MIG 1g.5gb"), ((), "x" * 5000, "x" * 80),
    ],
)  # fmt: skip
def test_a_card_that_is_used_is_never_called_cpu(seen: tuple[str, ...], name: str, said: str) -> None:
    found = judge(Seen(seen, "580.1", True), tried("passed", Card(name, "8.9")))
    assert (found.device, str(found.sentence())) == ("cuda", said)
