"""Keeps the translations in step with the code: `python packaging/translations.py update | check | missing | fill FILE`.

`update` finds every sentence in the code and brings resources/translations/cnn_desktop_de.ts up to date, then compiles it
(.qm, which the window loads). `missing` prints what is not translated yet as a JSON table {English: ""}; filled in, `fill`
takes it over. `check` fails when a sentence is missing, unfinished or gone, when its {values} are not the same, or when the
window's code hands one to something that does not translate it.

Sentences are the literal first arguments of `tr("…")`, `say("…")`, `Message("…")` and of the user's errors.
"""

from __future__ import annotations

import ast
import json
import re
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import PySide6
from PySide6.QtCore import QTranslator

from cnn_desktop.domain.resources import resource
from cnn_desktop.gui.kit.words import CONTEXT

LANGUAGE = "de"
_PACKAGE = Path(__file__).parents[1] / "cnn_desktop"
_SPEAKERS = {"tr": 0, "say": 0, "Message": 0, "Architecture": 6}
"""Functions that take a sentence → at which place."""
_ERRORS = "UserError"
_SAID_BEFORE = ("Blind opinion of {reviewer}", "Labels agreed on in blind review")
"""Gone from the code, but they may stand in the histories of older projects."""
_HANDED_ON = {"text", "note"}
"""A variable or field of this name holds a sentence that is a literal elsewhere, in the call of a speaker."""
_LIKE_A_SENTENCE = re.compile(r"[A-Z“]\S* [^\n]*[.…?!]")
_FOR_THE_TERMINAL = {"Parser", "add_argument", "print"}
"""Functions whose words are read in English, where they were typed."""


def find_sentences() -> tuple[dict[str, list[str]], list[str]]:
    """(English sentence → where it is, as "file:line", nowhere if it was said before; places where a sentence is no literal)."""
    trees = _trees()
    speakers = _speakers(trees)
    found: dict[str, list[str]] = {text: [] for text in _SAID_BEFORE}
    hidden: list[str] = []
    for path, tree in trees.items():
        name = path.relative_to(_PACKAGE).as_posix()
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            place = speakers.get(_called(call))
            if place is None or len(call.args) <= place:
                continue
            sentence = call.args[place]
            literals = list(_literals(sentence))
            for literal in literals:
                found.setdefault(literal, []).append(f"{name}:{call.lineno}")
            if not literals and _name(sentence) not in _HANDED_ON:
                hidden.append(f"{name}:{call.lineno}")
    found.pop("", None)
    return found, hidden


def untranslated(trees: Mapping[Path, ast.Module], speakers: Collection[str]) -> list[str]:
    """Places where a sentence is handed to something that is no speaker, and shows it as it is."""
    return [
        f"{path.relative_to(_PACKAGE).as_posix()}:{call.lineno}: “{literal}”"
        for path, tree in trees.items()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and _called(call) not in {*speakers, *_FOR_THE_TERMINAL}
        for given in [*call.args, *(named.value for named in call.keywords)]
        for literal in _literals(given)
        if _LIKE_A_SENTENCE.fullmatch(literal)
    ]


def _trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(_PACKAGE.rglob("*.py"))}


def _speakers(trees: Mapping[Path, ast.Module]) -> dict[str, int]:
    return _SPEAKERS | dict.fromkeys(_error_classes(list(trees.values())), 0)


def _called(call: ast.Call) -> str:
    """The function's name; of `super().__init__(…)` in an error class the name of its base, for it speaks too."""
    name = _name(call.func)
    if name == "__init__" and call.args and any("{" in text for text in _literals(call.args[0])):
        return _ERRORS
    return name


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _literals(node: ast.expr) -> Iterator[str]:
    """The strings `node` may be: a literal, or either side of `a if … else b`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _error_classes(trees: list[ast.Module]) -> set[str]:
    """Names of all classes that derive from UserError and take a sentence first, as it does."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    known = {_ERRORS}
    while more := {one.name for one in classes if known & {_name(base) for base in one.bases}} - known:
        known |= more
    others = {one.name for one in classes for part in one.body if _takes_no_text(part)}
    return known - others


def _takes_no_text(part: ast.stmt) -> bool:
    if not (isinstance(part, ast.FunctionDef) and part.name == "__init__"):
        return False
    names = [one.arg for one in [*part.args.posonlyargs, *part.args.args]]
    return names[1:2] != ["text"]


# The .ts file -------------------------------------------------------------------------------------------------------


def ts_file(language: str = LANGUAGE) -> Path:
    """Qt Linguist's file, the source of the translation."""
    return resource(f"translations/cnn_desktop_{language}.ts")


def read_ts(path: Path) -> dict[str, str]:
    """English → translation, "" where it is unfinished. {} when there is no file yet."""
    if not path.exists():
        return {}
    messages = ET.parse(path).getroot().iter("message")
    table = {}
    for message in messages:
        translation = message.find("translation")
        text = "" if translation is None or translation.get("type") == "unfinished" else translation.text or ""
        table[message.findtext("source", "")] = text
    return table


def write_ts(path: Path, table: dict[str, str], places: dict[str, list[str]], language: str = LANGUAGE) -> None:
    """Writes `table`, sorted, with the files each sentence is in."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for source in sorted(table):
        message = ET.SubElement(context, "message")
        # no line numbers: they would change with every edit of the code
        for name in sorted({place.split(":")[0] for place in places.get(source, [])}):
            ET.SubElement(message, "location", filename=f"../../cnn_desktop/{name}")
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        if table[source]:
            translation.text = table[source]
        else:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def compile_ts(path: Path) -> None:
    """Makes the .qm beside `path` with Qt's lrelease."""
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([tool, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)


# Checking -----------------------------------------------------------------------------------------------------------


def values_of(text: str) -> set[str]:
    """Names of the {values} in a template."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def wrong_with(source: str, translation: str) -> str:
    """What is wrong with one translation, "" when nothing is."""
    if not translation:
        return "not translated"
    try:
        values = values_of(translation)
    except ValueError:
        return "its braces do not match"
    mnemonics = [text.replace("&&", "").count("&") for text in (source, translation)]
    ends = [text[-1:] if text[-1:] in ".…:?" else "" for text in (source, translation)]
    checks = {
        f"its values are {sorted(values)}, not {sorted(values_of(source))}": values == values_of(source),
        "it writes its values in another format": _formats(source) == _formats(translation),
        "it has not the same number of mnemonics (&)": mnemonics[0] == mnemonics[1],
        "the two do not end alike": ends[0] == ends[1],
    }
    return next((complaint for complaint, fine in checks.items() if not fine), "")


def _formats(text: str) -> set[tuple[str, str]]:
    """Name and format of numbers such as {share:.1%}; words chosen by number may differ between languages."""
    return {
        (name, form)
        for _, name, form, _ in string.Formatter().parse(text)
        if name is not None and form and "|" not in form
    }


def problems() -> list[str]:
    """Everything `check` complains about, one line each."""
    found, hidden = find_sentences()
    path = ts_file()
    table = read_ts(path)
    lines = [f"{place}: the sentence is no literal, so it cannot be translated" for place in hidden]
    trees = _trees()
    windows = {path: tree for path, tree in trees.items() if path.is_relative_to(_PACKAGE / "gui")}
    lines += [f"{place} is shown without tr()" for place in untranslated(windows, _speakers(trees))]
    lines += [
        f"{(places or ['Said before'])[0]}: “{text}” is missing from {path.name}"
        for text, places in found.items()
        if text not in table
    ]
    lines += [f"{path.name}: “{text}” is no longer used" for text in table if text not in found]
    lines += [
        f"{path.name}: “{text}” → “{table[text]}”: {problem}"
        for text in found
        if text in table and (problem := wrong_with(text, table[text]))
    ]
    translator = QTranslator()
    if not translator.load(str(path.with_suffix(".qm"))):
        return [*lines, f"{path.stem}.qm is missing or cannot be read"]
    stale = [text for text, word in table.items() if word and translator.translate(CONTEXT, text) != word]
    return lines + [f"{path.stem}.qm does not have “{text}” as the .ts has it" for text in stale]


def update(more: dict[str, str] | None = None) -> int:
    """Brings .ts and .qm up to date, taking over `more`. Returns how many sentences still lack a translation."""
    found, _ = find_sentences()
    path = ts_file()
    known = read_ts(path) | {source: word for source, word in (more or {}).items() if word}
    table = {text: known.get(text, "") for text in found}
    write_ts(path, table, found)
    compile_ts(path)
    return sum(not word for word in table.values())


def main(words: list[str]) -> int:
    """Exit code 0 when all is well."""
    match words:
        case ["update"]:
            left = update()
            print(f"{ts_file().name} is up to date; {left} sentences are not translated yet.")
            return 0
        case ["missing"]:
            found, _ = find_sentences()
            table = read_ts(ts_file())
            print(json.dumps({text: "" for text in sorted(found) if not table.get(text)}, ensure_ascii=False, indent=1))
            return 0
        case ["fill", file]:
            left = update(json.loads(Path(file).read_text(encoding="utf-8")))
            print(f"{left} sentences are not translated yet.")
            return 0
        case ["check"]:
            lines = problems()
            print("\n".join(lines) or "Every sentence is translated.")
            return 1 if lines else 0
    print("Use: python packaging/translations.py update | check | missing | fill FILE", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
