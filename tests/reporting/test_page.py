"""The test report as a page: what it says, in every language, and that names of classes are only names."""

from __future__ import annotations

import time
from html.parser import HTMLParser

import msgspec
import pytest

from cnn_desktop.domain.cleaned import Cleaned
from cnn_desktop.domain.colours import contrast, ink_on, share_rgb
from cnn_desktop.domain.message import ENGLISH, Words
from cnn_desktop.domain.paired import Paired
from cnn_desktop.domain.report import ClassReport, Report
from cnn_desktop.reporting.page import report_page

REPORT = Report(
    run="run 1", data="", when="2026-01-02T03:04:05+00:00", classes=["glass", "<b>metal</b> & \"co\""],
    n=1500, accuracy=0.8, accuracy_low=0.7794, accuracy_high=0.8195,
    per_class=[ClassReport("glass", 1.0, 0.6, 0.75, 1480), ClassReport("<b>metal</b> & \"co\"", 0.5, 1.0, 2 / 3, 20)],
    confusion=[[1200, 280], [0, 20]], photos=[], seconds=1.0, images_per_second=20.0, device="cpu",
)  # fmt: skip


class Page(HTMLParser):
    """Tags, and the words between them, in their order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.styles: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.styles += [value or "" for name, value in attrs if name == "style"]

    def handle_data(self, data: str) -> None:
        if data.strip() and self.tags[-1:] != ["style"]:
            self.words.append(data.strip())


def test_the_page_says_what_the_report_says() -> None:
    page = Page(report_page(REPORT, ENGLISH))
    assert page.words == [
        "Test report – run 1",
        "Test report", "80.0% of 1,500 test photos right, between 77.9% and 82.0% (95 % interval).",
        "This is no better than guessing: always answering “glass” would get 98.7% right. "
        "Check the labels, add photos of each class, or train longer.",
        f"Training run “run 1”, tested {ENGLISH.moment(REPORT.when)} on CPU.",
        "Classes", "Class", "Precision", "Recall", "F1", "Photos",
        "glass", "100.0%", "60.0%", "75.0%", "1,480",
        '<b>metal</b> & "co"', "50.0%", "100.0%", "66.7%", "20",
        "Confusion matrix", "Rows: true class. Columns: predicted class.",
        "glass", '<b>metal</b> & "co"', "glass", "1200", "280", '<b>metal</b> & "co"', "0", "20",
    ]  # fmt: skip


def test_times_are_written_as_people_write_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    assert ENGLISH.moment(REPORT.when) == "2 January 2026, 03:04"
    assert ENGLISH.moment("some day") == "some day"


def test_a_run_is_named_by_its_folder_not_by_its_path() -> None:
    text = report_page(msgspec.structs.replace(REPORT, run="/home/me/runs/run 1"), ENGLISH)
    assert "/home" not in text
    assert "run 1" in text


def test_names_of_classes_are_never_markup() -> None:
    text = report_page(REPORT, ENGLISH)
    assert "<b>" not in text
    assert "&lt;b&gt;metal&lt;/b&gt; &amp;" in text
    assert {"script", "img", "link", "b"}.isdisjoint(Page(text).tags)


def test_it_speaks_the_language_it_is_given() -> None:
    class German(Words):
        def translate(self, text: str) -> str:
            return {"Test report": "Testbericht", "Class": "Klasse <br>"}.get(text, text)

        def number(self, value: int | float, spec: str) -> str:
            return super().number(value, spec).replace(".", ",")

    text = report_page(REPORT, German())
    words = Page(text).words
    assert "Testbericht" in words
    assert "Klasse <br>" in words
    assert "66,7%" in words


def test_counts_can_be_read_on_every_shade() -> None:
    for step in range(101):
        assert contrast(ink_on(share_rgb(step / 100)), share_rgb(step / 100)) >= 4.5


def test_a_class_without_photos_has_dashes_and_a_result_its_caveats() -> None:
    none = ClassReport('<b>metal</b> & "co"', None, None, None, 0)
    report = msgspec.structs.replace(
        REPORT, confusion=[[1200, 280], [0, 0]], per_class=[REPORT.per_class[0], none], seen=1200
    )
    page = Page(report_page(report, ENGLISH))
    assert len(page.styles) == 2
    at = page.words.index("Photos")
    assert page.words[at + 6 : at + 11] == ['<b>metal</b> & "co"', "–", "–", "–", "0"]
    assert page.words[-3:] == ['<b>metal</b> & "co"', "–", "–"]
    assert (
        "1,200 of the 1,500 photos were used to train or check this model, so it may do worse on new photos."
        in page.words
    )


def test_a_run_named_by_its_start_is_named_as_people_write_times() -> None:
    page = report_page(msgspec.structs.replace(REPORT, run="/runs/2026-11-26 03-03-51"), ENGLISH)
    assert "<title>Test report – 26 November 2026, 03:03</title>" in page


def test_what_cleaning_the_labels_brought_is_told_on_the_page() -> None:
    heading = "What cleaning the labels brought"
    assert heading not in report_page(REPORT, ENGLISH)
    cleaned = Cleaned("2026-11-25 03-03-51", "the <b>second", Paired(320, 10, 20, 21, 0.0005, 0.0547), 2)
    page = Page(report_page(REPORT, ENGLISH, cleaned)).words
    place = page.index(heading)
    assert page[place + 1 : place + 5] == [
        "On 371 untouched test photos: 88.9% right before, 91.6% after: 2.7 points more (95 % between +0.1 and +5.5).",
        "The gain is larger than chance explains.",
        "2 test photos do not count, because their labels have changed since.",
        f"Before: training run “{ENGLISH.moment('2026-11-25T03:03:51')}”. After: training run “the <b>second”.",
    ]
