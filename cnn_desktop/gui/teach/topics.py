"""The terms the app explains: a title, two or three sentences, a drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cnn_desktop.domain.message import Message, say
from cnn_desktop.gui.teach import draw_answers, draw_labels, draw_layers, draw_measuring, draw_network, draw_training
from cnn_desktop.gui.teach.ink import Ink

Topic = Literal[
    "convolution", "pooling", "fully_connected", "epoch", "batch", "learning_rate", "overfitting", "freezing",
    "augmentation", "softmax", "confusion_matrix", "precision_recall", "split", "optimiser", "precision", "interval",
    "top1", "loss", "label_check", "agreement", "heat_map", "unknown", "photo_numbers", "activation", "normalisation",
    "flatten", "other_layer", "feature_map",
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
            "A small filter slides over the picture and responds wherever it finds its pattern: an edge, a colour, "
            "a texture. It uses the same few numbers everywhere, so it finds the pattern anywhere in the picture. "
            "Many filters together make one layer."
        ),
        draw_network.convolution,
    ),
    "pooling": Lesson(
        say("Pooling"),
        say(
            "Pooling shrinks the picture: of every two by two numbers, only the largest is kept. What was found is "
            "kept, exactly where is forgotten, and the next layer has only a quarter of the work."
        ),
        draw_network.pooling,
    ),
    "fully_connected": Lesson(
        say("Fully connected layer"),
        say(
            "Every input is connected to every output by its own weight. Here the patterns that were found are "
            "added up into one number for each class. In a simple network, this is where most of the parameters "
            "are."
        ),
        draw_network.fully_connected,
    ),
    "softmax": Lesson(
        say("Confidence (softmax)"),
        say(
            "The network gives each class a score, and softmax turns the scores into shares that add up to 100 %. "
            "A high share means “more like this class than the others”, not “certainly right”: even a photo of "
            "something completely different gets a class."
        ),
        draw_network.softmax,
    ),
    "heat_map": Lesson(
        say("Where the model looks"),
        say(
            "The last maps of the network say what was found where. Grad-CAM weighs each of them by how much more of it "
            "would raise the score of a class, and adds them up: bright places speak for the class. When they lie on the "
            "background, the model may have learnt the wrong thing."
        ),
        draw_answers.heat_map,
    ),
    "unknown": Lesson(
        say("Unknown"),
        say(
            "A network always names one of its classes, even for a photo of something else. So each photo is compared with "
            "the training photos: one that is farther away from all of them than nearly every photo of the right kind is "
            "called unknown. Some photos of the right kind are then called unknown too; how many is up to you."
        ),
        draw_answers.unknown,
    ),
    "photo_numbers": Lesson(
        say("The photo as numbers"),
        say(
            "To the network, a photo is three grids of numbers: how much red, green and blue there is at each place. "
            "Every photo is brought to the same size first, and its numbers are shifted so that they lie around 0."
        ),
        draw_layers.numbers,
    ),
    "feature_map": Lesson(
        say("Feature map"),
        say(
            "The picture that one filter makes: bright where the filter found its pattern, dark where it did not. The "
            "first layers find edges and colours. Later ones put these together and find textures, parts, and in the end "
            "whole things."
        ),
        draw_network.convolution,
    ),
    "activation": Lesson(
        say("Activation"),
        say(
            "Looks at each number by itself. ReLU, the simplest one, replaces every number below 0 with 0: only what was "
            "found counts. Without this step, many layers together could do no more than a single one."
        ),
        draw_layers.activation,
    ),
    "normalisation": Lesson(
        say("Normalisation"),
        say(
            "Brings each map to a common scale: it is shifted and stretched by values learned in training. No "
            "map drowns out the others, so the network learns faster and more steadily."
        ),
        draw_layers.normalisation,
    ),
    "flatten": Lesson(
        say("Flatten"),
        say(
            "Writes the numbers of all maps in one long row. Nothing is computed: only the order changes, because the "
            "fully connected layer that follows expects a row, not pictures."
        ),
        draw_layers.flatten,
    ),
    "other_layer": Lesson(
        say("Other steps"),
        say(
            "Between the layers of the course, modern networks take small steps of other kinds: they add what came earlier "
            "(a shortcut), weigh maps against each other, or leave out some numbers at random in training. What comes "
            "out has the same form as before."
        ),
        draw_layers.beside,
    ),
    "freezing": Lesson(
        say("Freezing (transfer learning)"),
        say(
            "A network that has seen a million photos already knows edges, textures and shapes. At first, those "
            "layers are frozen and only a new last layer learns your classes. Then more layers are allowed to "
            "learn, gently."
        ),
        draw_network.freezing,
    ),
    "epoch": Lesson(
        say("Epoch"),
        say(
            "In one epoch, the network sees every training photo once. After each epoch, the validation photos "
            "show whether it is still getting better."
        ),
        draw_training.epoch,
    ),
    "batch": Lesson(
        say("Batch"),
        say(
            "Photos go through the network in small groups. After each group, the weights are adjusted once, based "
            "on the average mistake. With larger batches, training is steadier but needs more memory."
        ),
        draw_training.batch,
    ),
    "learning_rate": Lesson(
        say("Learning rate"),
        say(
            "How far the weights move at each adjustment. If it is too small, training takes forever. If it is too "
            "large, training keeps jumping past the best spot. 0.001 is a good start for a new layer."
        ),
        draw_training.learning_rate,
    ),
    "optimiser": Lesson(
        say("Optimiser"),
        say(
            "The rule that turns mistakes into adjustments. SGD takes plain steps downhill. Adam gives each weight "
            "its own step size and usually gets there sooner. AdamW also keeps the weights small."
        ),
        draw_training.optimiser,
    ),
    "loss": Lesson(
        say("Loss"),
        say(
            "One number for how far the answers are from the truth. Training makes it smaller. It is the "
            "cross-entropy: −ln of the confidence in the right class, averaged over the photos. A confident right "
            "answer costs nothing, a confident wrong one a lot."
        ),
        draw_training.loss,
    ),
    "overfitting": Lesson(
        say("Overfitting"),
        say(
            "The network starts to learn the training photos by heart: it gets better and better at those, but "
            "worse at the validation photos. The best epoch is the one before that happens, and that is the one "
            "this app keeps. More photos and augmentation help."
        ),
        draw_training.overfitting,
    ),
    "augmentation": Lesson(
        say("Augmentation"),
        say(
            "Each time a training photo is used, it is changed a little: mirrored, cropped or brightened. The "
            "network sees more variety and learns what does not matter. Your files and the validation and test "
            "photos are never changed."
        ),
        draw_training.augmentation,
    ),
    "precision": Lesson(
        say("Number format"),
        say(
            "Full precision (float32) uses 32 bits for each number, half precision (bfloat16) only 16, with the "
            "same range but fewer digits. Half precision can be faster on newer processors and graphics cards. "
            "Results are always computed with full precision."
        ),
        draw_training.precision,
    ),
    "split": Lesson(
        say("Training, validation and test photos"),
        say(
            "The network learns from the training photos. The validation photos check it after each epoch. The "
            "test photos stay unseen until the end, so they show how good it will be with new photos."
        ),
        draw_measuring.split,
    ),
    "confusion_matrix": Lesson(
        say("Confusion matrix"),
        say(
            "Each row is a true class, each column what the network said. Right answers are on the diagonal. A "
            "strong colour anywhere else shows which two classes are mistaken for each other."
        ),
        draw_measuring.confusion_matrix,
    ),
    "precision_recall": Lesson(
        say("Precision and recall"),
        say(
            "Precision: of the photos the network called glass, how many are glass? Recall: of the photos that are "
            "glass, how many did it find? F1 is only high when both are high."
        ),
        draw_measuring.precision_recall,
    ),
    "interval": Lesson(
        say("95 % interval"),
        say(
            "With other test photos, the share of right answers would be a little different. In 95 of 100 such "
            "tests, the interval contains the true share. More test photos make it narrower."
        ),
        draw_measuring.interval,
    ),
    "top1": Lesson(
        say("Accuracy on ImageNet"),
        say(
            "How often the network's first guess is right on ImageNet, a well-known set of photos in 1,000 "
            "classes. It shows how good a network's eyes are before it has seen your photos. With a few easy "
            "classes, every network does better."
        ),
        draw_measuring.top1,
    ),
    "label_check": Lesson(
        say("Checking labels"),
        say(
            "The photos are dealt into five parts. Each part is judged by what was learned from the other four, so no "
            "photo is judged by its own label. Where the answer is clearly another class, and the most similar photos "
            "say so too, the label is probably wrong. “With your model” trains a model with your settings for each part, "
            "which takes longer."
        ),
        draw_labels.label_check,
    ),
    "agreement": Lesson(
        say("Agreement (Cohen’s κ)"),
        say(
            "Two people who only guess agree now and then, too. κ says how much better than that they agree: 0 is no "
            "better than guessing, 1 is always. Above 0.8 is very good; below 0.6 the classes need a clearer rule."
        ),
        draw_labels.agreement,
    ),
}
