"""What the test of labels by chance keeps beside the project: what must hold of each photo."""

from __future__ import annotations

import os

import msgspec
from hypothesis import Phase, settings
from hypothesis import strategies as st

from cnn_desktop.domain.photos import Split
from cnn_desktop.domain.split_plan import SplitPlan

_STEPS = int(os.environ.get("CNN_DESKTOP_TEST_STEPS", "300"))
_EACH = 30
SETTINGS = settings(
    max_examples=max(1, _STEPS // _EACH),
    stateful_step_count=_EACH,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making a failure short takes longer than a test may
)
PHOTOS, LABELLED, NAMES = 12, 10, ("a", "b", "c", "d")
"""Of the photos the first lie in the folders of classes at first, and are in the check of labels."""
COPIES = ((0, 3), (5, 6, 10))
"""Photos that show the same."""
PLANS = st.builds(
    SplitPlan,
    seed=st.integers(0, 3),
    percents=st.sampled_from([(70, 15, 15), (40, 30, 30), (50, 50, 0), (10, 0, 90)]),
    group_by=st.sampled_from(["none", "folder", "name", "column"]),
    keep_given=st.booleans(),
)


class Model(msgspec.Struct, frozen=True):
    """What must hold of one photo."""

    told: str
    said: str | None = None
    excluded: bool = False
    split: Split | None = None
    """None: until it is labelled for the first time."""

    @property
    def label(self) -> str:
        return self.said or self.told


State = tuple[tuple[Model, ...], frozenset[str], frozenset[tuple[str, str]], str | None]
"""Photos by number, classes of one's own, (folder, what its class is called), the plan of the split that was chosen."""
