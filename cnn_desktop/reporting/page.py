"""A test report as one HTML page: figures, classes, confusion matrix. No scripts, no files beside it."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2

from cnn_desktop.domain.catalog import device_word
from cnn_desktop.domain.cleaned import Cleaned
from cnn_desktop.domain.colours import ink_on, share_rgb
from cnn_desktop.domain.message import Words
from cnn_desktop.domain.report import Report
from cnn_desktop.domain.resources import resource

TEMPLATE = "report.html.j2"
_NO_FIGURE = "–"
"""Of a class without test photos."""


def report_page(report: Report, words: Words, cleaned: Cleaned | None = None) -> str:
    """The page for `report`, in the language and number format of `words`. Any thread.

    `cleaned`: what cleaning the labels brought, with this run as one of the two compared.
    """
    say, name = words.say, _run_name(report.run, words)
    page = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, keep_trailing_newline=True
    )
    page.filters["shade"] = _shade
    return page.from_string(resource(TEMPLATE).read_text(encoding="utf-8")).render(
        report=report,
        name=name,
        title=say("Test report"),
        headline=say(
            "{share:.1%} of {n} test {n:photo|photos} right, between {low:.1%} and {high:.1%} (95 % interval).",
            share=report.accuracy, n=report.n, low=report.accuracy_low, high=report.accuracy_high,
        ),
        where=say("Training run “{run}”, tested {when} on {device}.", run=name, when=words.moment(report.when), device=device_word(report.device)),
        classes=say("Classes"),
        columns=[say("Class"), say("Precision"), say("Recall"), say("F1"), say("Photos")],
        rows=[
            [
                row.name,
                *(
                    _NO_FIGURE if share is None else say("{share:.1%}", share=share)
                    for share in (row.precision, row.recall, row.f1)
                ),
                say("{n}", n=row.n),
            ]
            for row in report.per_class
        ],
        caveats=[one.render(words) for one in report.caveats()],
        cleaning=say("What cleaning the labels brought"),
        brought=_brought(cleaned, words) if cleaned else [],
        matrix=say("Confusion matrix"),
        reading=say("Rows: true class. Columns: predicted class."),
    )  # fmt: skip


def _brought(cleaned: Cleaned, words: Words) -> list[str]:
    """Accuracy before and after on the untouched test photos, whether that is chance, and which trainings were compared."""
    names = {"before": _run_name(cleaned.before, words), "after": _run_name(cleaned.after, words)}
    which = words.say("Before: training run “{before}”. After: training run “{after}”.", **names)
    messages = (cleaned.message(), cleaned.verdict(), cleaned.spared())
    return [*(one.render(words) for one in messages if one), which]


def _run_name(run: str, words: Words) -> str:
    """When the training began, where its folder is called after that; else the name its folder was given."""
    name = Path(run).name
    began = re.fullmatch(r"(\d{4}-\d\d-\d\d) (\d\d)-(\d\d)-(\d\d)(?: \(?\d+\)?|-\d+)?", name)
    return words.moment("{}T{}:{}:{}".format(*began.groups())) if began else name


def _shade(share: float) -> str:
    """The look of a field whose share of its class is `share`, 0..1, as in the window."""
    ground = share_rgb(share)
    return "background:#{:02x}{:02x}{:02x};color:#{:02x}{:02x}{:02x}".format(*ground, *ink_on(ground))
