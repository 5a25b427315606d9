"""What cleaning the labels brought, in figures and in words, as the window and the report say it."""

from __future__ import annotations

import msgspec

from cnn_desktop.domain.message import Message, Value, say
from cnn_desktop.domain.paired import Paired


class Cleaned(msgspec.Struct, frozen=True):
    """Two runs compared on the test photos whose labels nobody has touched."""

    before: str
    """Id of the run on the labels as they were."""
    after: str
    """Id of the run on the cleaned labels."""
    paired: Paired
    touched: int
    """Test photos of both that do not count, as their label has changed since the first of them, or they were excluded."""

    def message(self) -> Message:
        """Both accuracies, and their difference with its 95 % interval, in points of a hundred."""
        said, points = self.paired, round(100 * self.paired.difference, 1)
        facts: dict[str, Value] = {
            "n": said.n,
            "before": said.before,
            "after": said.after,
            "points": abs(points),
            "low": 100 * said.low,
            "high": 100 * said.high,
        }
        if points > 0:
            words = say(
                "On {n} untouched test {n:photo|photos}: {before:.1%} right before, {after:.1%} after: {points:.1f} "
                "points more (95 % between {low:+.1f} and {high:+.1f})."
            )
        elif points < 0:
            words = say(
                "On {n} untouched test {n:photo|photos}: {before:.1%} right before, {after:.1%} after: {points:.1f} "
                "points fewer (95 % between {low:+.1f} and {high:+.1f})."
            )
        else:
            words = say(
                "On {n} untouched test {n:photo|photos}: {before:.1%} right before, {after:.1%} after: no difference "
                "(95 % between {low:+.1f} and {high:+.1f} points)."
            )
        return Message(words.text, facts)

    @property
    def is_better(self) -> bool:
        """By more than chance explains."""
        return self.paired.low > 0

    @property
    def is_worse(self) -> bool:
        """By more than chance explains."""
        return self.paired.high < 0

    def verdict(self) -> Message:
        """Whether the difference is more than chance."""
        if self.is_better:
            return say("The gain is larger than chance explains.")
        if self.is_worse:
            return say("The loss is larger than chance explains. Look through what was changed again.")
        if self.paired.only_before == self.paired.only_after:
            return say("The two models do equally well, as far as these photos can tell.")
        return say("This difference may be chance. More test photos would make it clearer.")

    def spared(self) -> Message | None:
        """How many test photos do not count."""
        if not self.touched:
            return None
        return say(
            "{n} test {n:photo does|photos do} not count, because {n:its label has|their labels have} changed since.",
            n=self.touched,
        )
