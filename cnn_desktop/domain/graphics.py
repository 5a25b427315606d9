"""The verdict on the graphics card: what the computer has and what a test of it found → what is used, and why, in words."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from cnn_desktop.domain.message import Message, say

TEST_SECONDS = 20.0
"""So long a card may take for its test; a driver that hangs takes for ever."""
Outcome = Literal["begun", "passed", "wrong", "failed", "slow", "crashed", "none"]
"""How far a test came. none: torch finds no card it can use; slow: it did not answer in time; crashed: its process broke off."""

_MAKERS = {"cuda": "NVIDIA", "mps": "Apple"}
"""What a card is called that has no name."""
_LONGEST_NAME = 80
"""Letters."""
_NEEDED = {11: (450, 452), 12: (525, 528), 13: (580, 580)}
"""CUDA's major version → the oldest driver that runs it, on Linux and on Windows: NVIDIA's table of CUDA's minor version compatibility."""


class Seen(msgspec.Struct, frozen=True):
    """What the operating system tells of graphics cards, without touching a driver."""

    cards: tuple[str, ...] = ()
    """Names of NVIDIA's; "" where only the maker is known."""
    driver: str = ""
    """Version of NVIDIA's; "" when none is loaded."""
    may_have: bool = False
    """There are signs of a card (a device file, WSL, an Apple processor), so only a test can tell."""
    visible: str | None = None
    """CUDA_VISIBLE_DEVICES: which of the cards programs shall see; None: all."""
    edition: Literal["", "cpu", "nvidia"] = ""
    """Of the installed app; "" when it was not installed by a setup."""
    is_windows: bool = False
    is_apple: bool = False

    @property
    def needs_test(self) -> bool:
        """False when what is seen tells all."""
        return not (self.edition == "cpu" and not self.is_apple) and (bool(self.cards) or self.may_have)

    @property
    def hidden(self) -> bool:
        """Programs are told to see no card, or one that is not there: what follows the first such one does not count (CUDA's
        programming guide, "CUDA Environment Variables")."""
        if self.visible is None:
            return False
        first = self.visible.partition(",")[0].strip()
        if first.startswith(("GPU-", "MIG-")):  # by a name that only the driver knows
            return False
        number = re.match(r"\d{1,9}", first)
        return number is None or (bool(self.cards) and int(number[0]) >= len(self.cards))


class Card(msgspec.Struct, frozen=True):
    """A card as torch names it."""

    name: str
    capability: str
    """E.g. "8.6"; "" of an Apple GPU."""


class Tried(msgspec.Struct, frozen=True):
    """What the test of the first card found, as far as it came."""

    outcome: Outcome
    torch: str = ""
    cuda: str = ""
    """The CUDA version torch was built for; "" for a torch that knows only the CPU and Apple's GPU."""
    kernels: tuple[str, ...] = ()
    """What torch has compiled code for, e.g. "sm_90"."""
    card: Card | None = None
    details: str = ""
    """What a driver or torch said."""
    is_passing: bool = False
    """It failed for something that may be over soon: another program holds the card or its memory."""


class Verdict(msgspec.Struct, frozen=True):
    """What "auto" computes on."""

    device: Literal["", "cpu", "cuda", "mps"] = ""
    """"": the card is not tested yet."""
    name: str = ""
    """Of the card that is used."""
    reason: Message | None = None
    """Why it is the CPU: a clause to stand behind "CPU: "."""
    has_card: bool = False
    """There is a card, used or not."""
    details: str = ""
    """Facts for whoever helps, a line each."""

    @property
    def is_lost(self) -> bool:
        """There is a card, and it is not used."""
        return self.device == "cpu" and self.has_card

    def sentence(self) -> Message:
        """The whole of it."""
        if not self.device:
            return say("Checking the graphics card…")
        if self.device == "cpu" and self.reason:
            return say("CPU: {reason}", reason=self.reason)
        return say("{name}", name=self.name or "CPU")


UNKNOWN = Verdict()


def judge(seen: Seen, tried: Tried | None) -> Verdict:
    """`tried`: what the test found; None: there was none, which says all when `seen` needs none."""
    details = _details(seen, tried)
    if tried is not None and tried.outcome == "passed" and tried.card and not _lacks_kernels(tried):
        device: Literal["cuda", "mps"] = "cuda" if tried.card.capability else "mps"
        name = _on_one_line(tried.card.name) or next(filter(None, map(_on_one_line, seen.cards)), _MAKERS[device])
        return Verdict(device, name, has_card=True, details=details)
    if tried is None and seen.needs_test:
        return msgspec.structs.replace(UNKNOWN, has_card=bool(seen.cards), details=details)
    has_card = bool(seen.cards) or (tried is not None and tried.card is not None)
    return Verdict("cpu", reason=_why_not(seen, tried), has_card=has_card, details=details)


def is_final(seen: Seen, tried: Tried) -> bool:
    """Whether a test of this driver, card and version would find the same for ever; False: it may be over with the next restart."""
    if tried.outcome == "none":
        return not seen.driver or not tried.cuda
    return tried.outcome in ("passed", "wrong") or _lacks_kernels(tried)


def has_kernels(capability: str, kernels: tuple[str, ...]) -> bool:
    """Whether code for `kernels` runs on a card of this compute capability (CUDA's programming guide, "Binary compatibility").

    Compiled code (sm_86) runs on cards of the same major version and the same or a later minor one; code in PTX
    (compute_80) on all later ones; code with a letter (sm_90a) only on that very card, or its family, so it does not count.
    """
    mine = _pair(capability.replace(".", ""))
    for one in kernels:
        found = re.fullmatch(r"(sm|compute)_(\d{2,3})", one)
        its = _pair(found[2]) if found else None
        if found and mine and its and its <= mine and (found[1] == "compute" or its[0] == mine[0]):
            return True
    return False


def needed_driver(cuda: str, is_windows: bool) -> int | None:
    """The major version of the oldest driver for `cuda`, e.g. "13.2"; None where this app does not know."""
    major = cuda.partition(".")[0]
    found = _NEEDED.get(int(major)) if major.isascii() and major.isdecimal() else None
    return found[is_windows] if found else None


def _pair(digits: str) -> tuple[int, int] | None:
    """ "86" → (8, 6), "120" → (12, 0)."""
    return (int(digits[:-1]), int(digits[-1])) if len(digits) > 1 and digits.isascii() and digits.isdecimal() else None


def _lacks_kernels(tried: Tried) -> bool:
    known = bool(tried.card and tried.card.capability and tried.kernels)
    return known and tried.card is not None and not has_kernels(tried.card.capability, tried.kernels)


def _why_not(seen: Seen, tried: Tried | None) -> Message:
    card = _called(seen, tried)
    if seen.cards and (seen.edition == "cpu" or (tried is not None and tried.torch and not tried.cuda)):
        if seen.is_windows:  # for which there is no NVIDIA edition
            return say("this edition of the app uses only the processor")
        return say("this edition of the app uses only the processor; the NVIDIA edition can use {card}", card=card)
    if tried is None or (tried.outcome == "none" and not seen.cards and not seen.driver):
        return say("no graphics card found") if seen.is_apple else say("no NVIDIA card found")
    if tried.outcome == "none":
        return _why_none(seen, tried)
    if _lacks_kernels(tried):
        return say("this version of the app does not support {card}", card=card)
    return _how_it_failed(tried, card)


def _called(seen: Seen, tried: Tried | None) -> Message:
    if seen.is_apple:
        return say("the Apple GPU")
    name = _on_one_line(tried.card.name if tried and tried.card else next(iter(seen.cards), ""))
    return say("{card}", card=name) if name else say("the NVIDIA card")


def _on_one_line(name: str) -> str:
    """What a driver calls a card is nothing one can rely on."""
    return " ".join(name.split())[:_LONGEST_NAME]


def _how_it_failed(tried: Tried, card: Message) -> Message:
    if tried.is_passing:
        return say("another program is using {card} or its memory", card=card)
    words = {
        "slow": say("{card} did not respond to its test within {seconds:.0f} seconds", card=card, seconds=TEST_SECONDS),
        "wrong": say("{card} gave wrong results in its test", card=card),
    }
    return words.get(tried.outcome, say("{card} failed its test", card=card))


def _why_none(seen: Seen, tried: Tried) -> Message:
    """torch finds no card, but the computer has one."""
    if seen.hidden:
        return say("the graphics card is hidden by the environment variable CUDA_VISIBLE_DEVICES")
    needed = needed_driver(tried.cuda, seen.is_windows)
    if not seen.driver:
        if needed is None:
            return say("the NVIDIA driver is not installed")
        return say("the NVIDIA driver is not installed; install version {needed} or newer", needed=str(needed))
    major = seen.driver.partition(".")[0]
    is_older = needed is not None and major.isdecimal() and int(major) < needed
    if is_older or "too old" in tried.details:
        if needed is None:
            return say("the NVIDIA driver ({driver}) is too old; update it", driver=seen.driver)
        return say(
            "the NVIDIA driver ({driver}) is too old; install version {needed} or newer",
            driver=seen.driver, needed=str(needed),
        )  # fmt: skip
    return say("the NVIDIA driver ({driver}) does not work; restart the computer or reinstall it", driver=seen.driver)


def _details(seen: Seen, tried: Tried | None) -> str:
    """Not translated: for whoever helps."""
    lines = [
        f"Graphics cards seen: {', '.join(name or 'NVIDIA' for name in seen.cards) or 'none'}",
        f"NVIDIA driver: {seen.driver or 'not loaded'}",
    ]
    if seen.edition:
        lines.append(f"Edition of the app: {seen.edition}")
    if seen.hidden:
        lines.append("CUDA_VISIBLE_DEVICES hides the cards from this app")
    if tried is not None:
        lines.append(f"torch {tried.torch}, built for CUDA {tried.cuda or '(none)'}")
        if tried.kernels:
            lines.append(f"Code for: {', '.join(tried.kernels)}")
        if tried.card:
            lines.append(f"Tested: {tried.card.name}, compute capability {tried.card.capability or '–'}")
        lines.append(f"Test: {tried.outcome}")
        if tried.details:
            lines.append(tried.details)
    return "\n".join(lines)
