"""Photos that stand out by size, light, sharpness or colour, as findings: pure rules on what was seen of each (`Look`).

A defect is what stands out. What more than half of the photos share is how this data set was made (digits of 28 pixels, stars
on black, X-rays without colour), so nothing is said of it; only a photo of nothing is never right. A photo that is uniform is
not called dark, bright, blurred or grey as well. The limits were set so that TrashNet's 2,527 ordinary photos raise hardly any
alarm (`tests/benchmarks/bench_checks.py` prints how many, and how many planted defects are found).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from cnn_desktop.dataset.checks.look import Look
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Finding, FindingKind, Photo, Severity

TINY = 32
"""Pixels of the shorter side: enlarged to a network's 224, of less 98 in 100 pixels are made up."""
HUGE = 50_000_000
"""Pixels: a thousand times what a network is fed (224 × 224), and about half a second to read, every time."""
MOST_PIXELS = 120_000_000
"""More cannot be read in full; reading the folder has told these."""
ODD_ASPECT, ODD_AMONG = 3.0, 2.0
"""Longer by shorter side: photos are squeezed into squares, and by three to one a wheel is a stick. It must also be twice as
long, or as high, as half of the photos are."""
UNIFORM = 16
"""Levels of 256 within which 98 of 100 pixels lie: no more than the noise of a camera in the dark; TrashNet's palest has 31."""
DARK, BRIGHT = 60, 210
"""Brightness that 99 of 100 pixels do not reach, or exceed: four and a half stops too little light, so that some forty levels
are left; or all but white. A lamp at night or a thin line of ink is more than the hundredth that may differ. TrashNet's darkest
photo reaches 142, its lightest goes down to 153."""
BLURRED, BLURRED_AMONG = 0.62, 0.2
"""Of `Look.blur`, whose median in TrashNet is 0.32: its photos of 512 pixels reach it when blurred by a radius of about 4, and
the four that do as they are were out of focus. It must also be so much above half of the photos, since X-rays and clouds are
smooth."""
GREY = 4
"""How far the colours of a grey photo lie apart after JPEG; TrashNet's palest paper has 6."""
_COMMON = 0.5
"""Share of the photos from which on something is no defect."""

Seen = Sequence[tuple[Photo, Look]]


def quality_findings(seen: Seen) -> Iterator[Finding]:
    """One finding a defect, with its photos in the order of `seen`."""
    if not seen:
        return
    looks = [look for _, look in seen]
    usual_shape = median(look.width / look.height for look in looks)
    usual_blur = median(look.blur for look in looks)
    found: dict[FindingKind, list[Photo]] = {}
    for photo, look in seen:
        for kind in _defects(look, usual_shape, usual_blur):
            found.setdefault(kind, []).append(photo)
    for kind, photos in found.items():
        if kind == "uniform" or len(photos) <= _COMMON * len(seen):
            yield _finding(kind, photos)


def _defects(look: Look, usual_shape: float, usual_blur: float) -> Iterator[FindingKind]:
    short, long = sorted((look.width, look.height))
    among = look.width / look.height / usual_shape
    if short < TINY:
        yield "tiny"
    if HUGE < look.width * look.height <= MOST_PIXELS:
        yield "huge"
    if long >= ODD_ASPECT * short and max(among, 1 / among) >= ODD_AMONG:
        yield "odd_aspect"
    if is_uniform(look):
        yield "uniform"
        return
    if look.high <= DARK:
        yield "dark"
    elif look.low >= BRIGHT:
        yield "bright"
    elif look.blur >= max(BLURRED, usual_blur + BLURRED_AMONG):
        yield "blurred"
    if look.colour <= GREY:
        yield "grey"


def is_of_quality(finding: Finding) -> bool:
    """True of what `quality_findings` says, whenever it did."""
    return finding.kind in _SAID and finding.text.text == _SAID[finding.kind][1].text


def is_uniform(look: Look) -> bool:
    """True for a photo of nothing: one colour, or nearly."""
    return look.span <= UNIFORM


_SAID: dict[FindingKind, tuple[Severity, Message]] = {
    "tiny": (
        "warning",
        say(
            "{n} {n:photo is|photos are} smaller than {pixels} pixels, such as {file}. Enlarged for the model, "
            "{n:it shows|they show} hardly anything: replace or exclude {n:it|them}."
        ),
    ),
    "huge": (
        "info",
        say(
            "{n} {n:photo has|photos have} more than {pixels} megapixels, such as {file}. The model sees far fewer, so "
            "smaller copies would do, and be read more quickly."
        ),
    ),
    "odd_aspect": (
        "info",
        say(
            "{n} {n:photo is|photos are} much wider or higher than the others, such as {file}. The model sees squares, so "
            "{n:it is|they are} squeezed out of shape: crop or exclude {n:it|them}."
        ),
    ),
    "uniform": (
        "warning",
        say(
            "{n} {n:photo shows|photos show} little more than one colour, such as {file}. There is nothing to learn from "
            "{n:it|them}: replace or exclude {n:it|them}."
        ),
    ),
    "dark": (
        "warning",
        say(
            "{n} {n:photo is|photos are} very dark, such as {file}. What you can hardly see, the model cannot learn: "
            "brighten, replace or exclude {n:it|them}."
        ),
    ),
    "bright": (
        "warning",
        say(
            "{n} {n:photo is|photos are} overexposed, such as {file}. What you can hardly see, the model cannot learn: "
            "replace or exclude {n:it|them}."
        ),
    ),
    "blurred": (
        "info",
        say(
            "{n} {n:photo looks|photos look} blurred, such as {file}. Exclude {n:it|them} if you cannot tell the class; "
            "keep {n:it|them} if the photos to be classified are like that, too."
        ),
    ),
    "grey": (
        "info",
        say(
            "{n} {n:photo is|photos are} black and white among photos in colour, such as {file}. The model may learn to go "
            "by that instead of what {n:it shows|they show}: exclude {n:it|them}, or add some to every class."
        ),
    ),
}
"""What each means and what to do about it."""
_PIXELS = {"tiny": TINY, "huge": HUGE // 1_000_000}


def _finding(kind: FindingKind, photos: Sequence[Photo]) -> Finding:
    severity, said = _SAID[kind]
    text = Message(said.text, {"n": len(photos), "file": photos[0].path, "pixels": _PIXELS.get(kind, 0)})
    return Finding(text, kind, [photo.key for photo in photos], severity=severity)
