"""A test report as one HTML page: figures, classes, confusion matrix. No scripts, no files beside it."""

from __future__ import annotations

from html import escape

from cnn_desktop.domain.report import Report
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.words import tr

_STYLE = """body{font:15px system-ui,sans-serif;margin:40px auto;max-width:900px;color:#1b1d1f;padding:0 24px}
h1{font-size:26px}h2{font-size:18px;margin-top:32px}table{border-collapse:collapse}
td,th{padding:6px 10px;text-align:right;font-variant-numeric:tabular-nums}th{color:#595d63;font-weight:600}
tr>:first-child{text-align:left}tbody tr{border-top:1px solid #e0e0dd}"""


def report_page(report: Report) -> str:
    """The page for `report`, in the user's language."""
    headline = tr(
        "{share:.1%} of {n} test photos right, between {low:.1%} and {high:.1%} (95 % interval).",
        share=report.accuracy, n=report.n, low=report.accuracy_low, high=report.accuracy_high,
    )  # fmt: skip
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(report.run)}</title>'
        f"<style>{_STYLE}</style></head><body>"
        f"<h1>{escape(tr('Test report'))}</h1><p>{escape(headline)}</p><p>{escape(_where(report))}</p>"
        f"<h2>{escape(tr('Classes'))}</h2>{_classes(report)}"
        f"<h2>{escape(tr('Confusion matrix'))}</h2><p>{escape(tr('Rows: true class. Columns: predicted class.'))}</p>"
        f"{_matrix(report)}</body></html>\n"
    )


def _where(report: Report) -> str:
    return tr("Run {run}, tested {when} on {device}.", run=report.run, when=report.when, device=report.device)


def _classes(report: Report) -> str:
    heads = (tr("Class"), tr("Precision"), tr("Recall"), tr("F1"), tr("Photos"))
    rows = [
        (
            row.name,
            *(tr("{share:.1%}", share=share) for share in (row.precision, row.recall, row.f1)),
            tr("{n}", n=row.n),
        )
        for row in report.per_class
    ]
    return _table(heads, rows)


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _matrix(report: Report) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in report.classes)
    lines = []
    for name, counts in zip(report.classes, report.confusion, strict=True):
        total = max(1, sum(counts))
        cells = "".join(_cell(count, count / total) for count in counts)
        lines.append(f"<tr><th>{escape(name)}</th>{cells}</tr>")
    return f"<table><thead><tr><th></th>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"


def _cell(count: int, share: float) -> str:
    ground = theme.map_color(share)
    return f'<td style="background:{ground.name()};color:{theme.text_on(ground).name()}">{count}</td>'
