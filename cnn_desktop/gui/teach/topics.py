"""The terms the app explains: a title, two or three sentences, a drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cnn_desktop.domain.message import Message, say
from cnn_desktop.gui.teach import draw_measuring, draw_network, draw_training
from cnn_desktop.gui.teach.ink import Ink

Topic = Literal[
    "convolution", "pooling", "fully_connected", "epoch", "batch", "learning_rate", "overfitting", "freezing",
    "augmentation", "softmax", "confusion_matrix", "precision_recall", "split", "optimiser", "precision", "interval",
    "top1", "loss",
]  # fmt: skip

Drawing = Callable[[QPainter, QRectF, Ink], None]


@dataclass(frozen=True)
class Lesson:
    """What the popover of one term shows."""

    title: Message
    text: Message
    draw: Drawing


LESSONS: dict[Topic, Lesson] = {
    "convolution": Lesson(
        say("Convolution"),
        say(
            "A small filter slides over the picture and answers wherever it finds its pattern: an edge, a colour, a "
            "texture. The same few numbers are used everywhere, so a pattern is found wherever it lies. Many filters "
            "together make one layer."
        ),
        draw_network.convolution,
    ),
    "pooling": Lesson(
        say("Pooling"),
        say(
            "Pooling makes the picture smaller: of each two by two numbers only the largest is kept. What was found "
            "stays, its exact place is forgotten, and the next layer has a quarter of the work."
        ),
        draw_network.pooling,
    ),
    "fully_connected": Lesson(
        say("Fully connected layer"),
        say(
            "Every input is joined to every output with a weight of its own. This is where the found patterns are "
            "added up into one number for each class, and where most of a simple network's parameters are."
        ),
        draw_network.fully_connected,
    ),
    "softmax": Lesson(
        say("Confidence (softmax)"),
        say(
            "The network gives each class a score; softmax turns the scores into shares that add up to 100 %. A high "
            "share means “more like this class than the others”, not “certainly right”: a photo of something quite "
            "different also gets a class."
        ),
        draw_network.softmax,
    ),
    "freezing": Lesson(
        say("Freezing (transfer learning)"),
        say(
            "A network that has seen a million photos already knows edges, textures and shapes. First those layers are "
            "frozen and only a new last layer learns your classes; then all layers are trained gently together."
        ),
        draw_network.freezing,
    ),
    "epoch": Lesson(
        say("Epoch"),
        say(
            "One epoch means that every training photo has been looked at once. After each epoch the validation photos "
            "tell whether the network still gets better."
        ),
        draw_training.epoch,
    ),
    "batch": Lesson(
        say("Batch"),
        say(
            "Photos go through the network in small groups. After each group the weights are corrected once, by the "
            "average mistake of the group. Larger batches are steadier and need more memory."
        ),
        draw_training.batch,
    ),
    "learning_rate": Lesson(
        say("Learning rate"),
        say(
            "How far the weights move at each correction. Too small, and the training takes forever; too large, and it "
            "jumps over the best place again and again. 0.001 is a good start for a new layer."
        ),
        draw_training.learning_rate,
    ),
    "optimiser": Lesson(
        say("Optimiser"),
        say(
            "The rule that turns mistakes into corrections. SGD takes plain steps downhill; Adam gives each weight a "
            "step size of its own and usually arrives sooner. AdamW also keeps the weights small."
        ),
        draw_training.optimiser,
    ),
    "loss": Lesson(
        say("Loss"),
        say(
            "One number for how far the answers are from the truth, and what training makes smaller: the cross-entropy, "
            "−ln of the share given to the right class, averaged over the photos. A sure right answer costs nothing, a "
            "sure wrong one a lot."
        ),
        draw_training.loss,
    ),
    "overfitting": Lesson(
        say("Overfitting"),
        say(
            "The network begins to learn the training photos by heart: they get better and better, the validation "
            "photos get worse. The best epoch is the one before that, and it is the one this app keeps. More photos "
            "and augmentation help."
        ),
        draw_training.overfitting,
    ),
    "augmentation": Lesson(
        say("Augmentation"),
        say(
            "Each time a training photo is used it is changed a little: mirrored, cropped, brightened. The network "
            "sees more variety and learns what does not matter. Validation and test photos are never changed."
        ),
        draw_training.augmentation,
    ),
    "precision": Lesson(
        say("Number format"),
        say(
            "float32 spends 32 bits on each number, bfloat16 only 16, with the same range and fewer digits. Training in "
            "bfloat16 can be faster on newer processors and graphics cards. Every result shown is computed in float32."
        ),
        draw_training.precision,
    ),
    "split": Lesson(
        say("Training, validation and test photos"),
        say(
            "The network learns from the training photos. The validation photos check it after each epoch. The test "
            "photos stay unseen until the end, so that they can tell how good it will be with new photos."
        ),
        draw_measuring.split,
    ),
    "confusion_matrix": Lesson(
        say("Confusion matrix"),
        say(
            "Each row is a true class, each column what the network said. Right answers lie on the diagonal; a strong "
            "field beside it shows which two classes are taken for each other."
        ),
        draw_measuring.confusion_matrix,
    ),
    "precision_recall": Lesson(
        say("Precision and recall"),
        say(
            "Precision: of the photos the network called glass, how many are glass. Recall: of the photos that are "
            "glass, how many it found. F1 is high only when both are."
        ),
        draw_measuring.precision_recall,
    ),
    "interval": Lesson(
        say("95 % interval"),
        say(
            "With other test photos the share of right answers would be a little different. In 95 of 100 such tests the "
            "interval holds the true share. More test photos make it narrower."
        ),
        draw_measuring.interval,
    ),
    "top1": Lesson(
        say("Accuracy on ImageNet"),
        say(
            "The share of a well-known set of photos in 1,000 classes for which the network's first guess is right. It "
            "tells how good a network's eyes are before it has seen your photos; on few, easy classes all do better."
        ),
        draw_measuring.top1,
    ),
}
