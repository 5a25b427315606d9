"""What a training will do, in a few sentences."""

from __future__ import annotations

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.recipe import CLOSING_EPOCHS, EpochPlan
from cnn_desktop.gui.kit.words import tr


def plan_words(config: TrainConfig, pretrained: bool) -> str:
    """`pretrained`: whether the network begins with weights from ImageNet."""
    plan = config.epoch_plan(pretrained)
    if not (pretrained or plan.head or plan.stages):
        scratch = tr("The network learns from scratch for {full} {full:epoch|epochs}.", full=plan.full)
        return " ".join([scratch, *_evened_out(config)])
    sentences = _plan_in_parts(plan)
    if config.closes_with_everything(pretrained):
        sentences.append(
            tr(
                "If it does not take long, the whole network then learns for {n} more {n:epoch|epochs}.",
                n=CLOSING_EPOCHS,
            )
        )
    if config.patience(pretrained) and (plan.stages or plan.full):
        sentences.append(tr("Each part ends early when nothing improves."))
    return " ".join([*sentences, *_evened_out(config)])


def _evened_out(config: TrainConfig) -> list[str]:
    """What is done about classes of different sizes."""
    if config.balanced_sampling:
        return [tr("All classes are shown equally often.")]
    return [tr("Photos of small classes count for more.")] if config.weighs_classes else []


def _plan_in_parts(plan: EpochPlan) -> list[str]:
    """A sentence for each part that learns, in their order."""
    sentences: list[str] = []
    if plan.head:
        sentences.append(tr("The new last layer learns your classes for {n} {n:epoch|epochs}.", n=plan.head))
    if plan.stages:
        sentences.append(
            tr(
                "Then the last stages of the network learn as well, for {n} {n:epoch|epochs}."
                if sentences
                else "The last stages of the network learn your classes for {n} {n:epoch|epochs}.",
                n=plan.stages,
            )
        )
    if plan.full:
        sentences.append(
            tr(
                "Then the whole network is fine-tuned for {n} {n:epoch|epochs}."
                if sentences
                else "The whole network is fine-tuned for {n} {n:epoch|epochs}.",
                n=plan.full,
            )
        )
    return sentences
