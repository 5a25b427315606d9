"""The recipes: how much of a pretrained network learns, and for how many epochs."""

from __future__ import annotations

from typing import Literal, NamedTuple

Phase = Literal["head", "stages", "full"]
"""The new last layer alone; with it the last stages; the whole network."""
Manner = Literal["plain", "refine", "modern"]
"""How a phase learns: as asked; a network that is nearly right; from random weights with warm-up, one cycle of the rate,
label smoothing and averaged weights."""
Recipe = Literal["quick", "balanced", "best"]
Learns = Literal["auto", "head", "last_stage", "last_two_stages", "everything"]


class EpochPlan(NamedTuple):
    """Epochs of each phase, in the order they are run."""

    head: int = 0
    stages: int = 0
    full: int = 0

    @property
    def phases(self) -> list[tuple[Phase, int]]:
        """(phase, its epochs), without empty ones."""
        named: list[tuple[Phase, int]] = [("head", self.head), ("stages", self.stages), ("full", self.full)]
        return [(phase, epochs) for phase, epochs in named if epochs]


RECIPES: dict[Recipe, EpochPlan] = {
    "quick": EpochPlan(head=30),
    "balanced": EpochPlan(head=15, stages=8),
    "best": EpochPlan(head=15, stages=16, full=4),
}
"""On the CPU an epoch of the head or of the last stages costs a hundredth or a tenth of one of the whole network."""
CLOSING_EPOCHS = 2
"""Of the whole network, at the end of "balanced", where they take little time."""
CLOSING_SECONDS = 20.0
"""That the steps of these epochs may take."""
COURSE = EpochPlan(head=5, full=5)
"""The course: train the head, then unfreeze. Also when each epoch sends every photo through the backbone again."""
SCRATCH = EpochPlan(full=10)
SMALL_SCRATCH = EpochPlan(full=30)
"""From random weights on small photos, where an epoch costs little."""
SMALL_SIZE = 64
"""Pixels: up to this side photos count as small."""
PATIENCE = 6
"""Epochs of a recipe's phase without a better check, after which the next phase begins."""


def plan_for(recipe: Recipe, learns: Learns) -> EpochPlan:
    """The recipe's plan, confined to the parts that may learn."""
    plan, thorough = RECIPES[recipe], RECIPES["best"]
    if learns == "head":
        return RECIPES["quick"]
    if learns in ("last_stage", "last_two_stages"):
        return EpochPlan(plan.head, plan.stages or RECIPES["balanced"].stages)
    if learns == "everything":
        return EpochPlan(plan.head, full=plan.full or thorough.full)
    return plan
