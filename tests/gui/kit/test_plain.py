"""Tool tips show what a name says, whatever Qt would take it for; nobody sets one in another way."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import Qt as Texts
from PySide6.QtGui import QTextDocument

import cnn_desktop
from cnn_desktop.gui.kit.plain import as_tip

GUI = Path(cnn_desktop.__file__).parent / "gui"
SAFE = {"tr", "as_tip", "key_text"}
"""What may make a tool tip: words of our own, or any that are shown as they are."""
OURS = {"tip", "self.smoothing.toolTip()"}
"""Names in `settings_form` and `late_plots` of words of our own."""


@pytest.mark.parametrize(
    "name", ["<img src=file:///etc/passwd>", "<b>bold</b> & co", "a <i>\nb", "<!-- x", "<u>&lt;</u>", "  <p  >x"]
)
def test_a_tip_shows_the_name(name: str) -> None:
    tip = as_tip(name)
    document = QTextDocument()
    (document.setHtml if Texts.mightBeRichText(tip) else document.setPlainText)(tip)
    assert document.toPlainText().split() == name.split()
    assert "<img" not in tip


def test_other_tips_stay_as_they_are() -> None:
    assert as_tip("class <3 & more\nof it") == "class <3 & more\nof it"
    assert as_tip("gpj.\u202ehidden") == "gpj.\\u202ehidden"


def test_every_tip_is_made_so() -> None:
    others = []
    for file in GUI.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            is_set = isinstance(node.func, ast.Attribute) and node.func.attr == "setToolTip"
            given = node.args[-1:] if is_set else [key.value for key in node.keywords if key.arg == "toolTip"]
            others += [f"{file.name}: {ast.unparse(tip)}" for tip in given if not _is_safe(tip)]
    assert others == []


def _is_safe(tip: ast.expr) -> bool:
    if isinstance(tip, ast.IfExp):
        return _is_safe(tip.body) and _is_safe(tip.orelse)
    if isinstance(tip, ast.Call) and ast.unparse(tip.func) in SAFE:
        # a name put into our words is a name still
        return ast.unparse(tip.func) != "tr" or all(
            isinstance(key.value, ast.Constant) or key.arg in _OWN for key in tip.keywords
        )
    return isinstance(tip, ast.Constant) or ast.unparse(tip) in OURS


_OWN = {"key", "words", "term"}
"""Values of tips that are words of our own."""
