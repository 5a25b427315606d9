"""What is asked of a child about the network, and what is left when it has no answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnn_desktop.domain.events import Skipped
from cnn_desktop.domain.jobs.explore import ShowSum
from cnn_desktop.domain.message import say
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.viewer.exploration import Exploration, Spot
from tests.gui.connected import Asker
from tests.gui.viewer import networks

PHOTO = "/photos/1.png"


@pytest.mark.parametrize("outcome", ["skipped", "failed", "crashed", "stopped"])
def test_a_number_that_has_no_sum_leaves_none_and_may_be_asked_again(theme: Theme, outcome: str) -> None:
    asker = Asker()
    asking = Exploration(asker.ask)
    asking.use(Path("/runs/1"))
    asking.look_at(PHOTO)
    asking.point(Spot("conv1", 0, 1, 2), 3)
    (job,) = asker.asked
    assert isinstance(job, ShowSum)
    asker.tell(0, networks.summed(job))
    asker.end(0)
    assert asking.sum is not None
    lost = Spot("conv1", 0, 6, 3)
    asking.point(lost, 3)
    if outcome == "skipped":
        asker.tell(1, Skipped(PHOTO, say("it is damaged.")))
    asker.end(1, "finished" if outcome == "skipped" else outcome)
    assert asking.sum is None, "that of the number before"
    asking.point(lost, 3)
    assert len(asker.asked) == 3
