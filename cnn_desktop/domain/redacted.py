"""Takes out of a text what it tells of a person: where their files lie, what their photos, projects and classes are called.

Made for logs and traces, where only the program's own places are of use. It rather takes out too much.
"""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Mapping

from cnn_desktop.domain.text_out import as_json, as_text

_SHORTEST_NAME = 3
"""Letters of a user's name: a shorter one is only taken out of paths, as it is in many words."""
_QUOTES = (("'", "'"), ('"', '"'), ("“", "”"), ("‘", "’"), ("„", "“"), ("«", "»"), ("`", "`"))
_QUOTED = re.compile("|".join(f"{re.escape(a)}[^{re.escape(b)}\n]*{re.escape(b)}" for a, b in _QUOTES))
_KEPT = re.compile(r"<(?:app|python)>[\\/]?[^\n]*", re.DOTALL)
_LIKE_A_FILE = re.compile(r"[\\/]|\.\w{1,8}$|\d")
_PATH = re.compile(r"(?<![\w>/\\])(?!(?<=:)//)(?:[A-Za-z]:|file:|~)?[\\/][^\n]+")
_KIND = re.compile(r"\s*[\w.]*(?:Error|Exception|Warning|Interrupt): ")
_ENDING = re.compile(
    r"\.(?:jpe?g|jfif|png|tiff?|bmp|gif|webp|avif|hei[cf]|csv|tsv|cnnproj|cnnopen|zip|json|txt|safetensors|pth?|onnx)\b",
    re.IGNORECASE,
)
_LONGEST_LINE = 2000
"""Letters; what follows is left out."""
_OWN_ERROR = re.compile(r"^(cnn_desktop\.[\w.]+): .*$", re.MULTILINE)
PATH, FILE, USER, LEFT_OUT = "<path>", "<file>", "<user>", "<left out>"


def redacted(
    text: str, home: str, user: str, places: Mapping[str, str] | None = None, names: Mapping[str, str] | None = None
) -> str:
    """`text` without paths, names of files and the name of the `user`.

    `places`: folder → what stands for it, e.g. "<app>": what lies in "<app>" and "<python>" is the program's own and stays
    readable. `names`: further words of the person, e.g. classes → what stands for them.
    """
    text = as_text(text).replace("\r\n", "\n").replace("\r", "\n")
    text = "\n".join(line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…" for line in text.split("\n"))
    known = {folder: stand_in for folder, stand_in in (places or {}).items() if len(folder) > 1} | (
        {home: "~"} if len(home) > 1 else {}
    )
    for folder in sorted(known, key=len, reverse=True):
        for form in _forms(folder):
            text = re.sub(rf"{re.escape(form)}(?![\w])", lambda _, to=known[folder]: to, text)  # type: ignore[misc]
    text = _OWN_ERROR.sub(rf"\1: {LEFT_OUT}", text)
    text = _QUOTED.sub(_quoted, text)
    text = "\n".join(_line(line) for line in text.split("\n"))
    for name in sorted(names or {}, key=len, reverse=True):
        if name.strip() and not name.isdigit():  # which tells nothing, and would be taken out of every line
            for form in _forms(name):
                text = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", lambda _, to=(names or {})[name]: to, text)  # type: ignore[misc]
    if len(user) >= _SHORTEST_NAME:
        text = re.sub(rf"(?<!\w){re.escape(user)}(?!\w)", USER, text, flags=re.IGNORECASE)
    return text


def _forms(name: str) -> list[str]:
    """How a name may be written: as it is, in JSON or a Python string, with the other slashes, in an address."""
    name = as_text(name)
    slashes = name.replace("\\", "/")
    forms = [name, slashes, name.replace("\\", "\\\\"), as_json(name).decode()[1:-1], repr(name)[1:-1]]
    forms += [name.encode("ascii", "backslashreplace").decode(), urllib.parse.quote(slashes)]
    return sorted(set(forms), key=len, reverse=True)


def _quoted(found: re.Match[str]) -> str:
    inside = found[0][1:-1]
    if _KEPT.fullmatch(inside) or not _LIKE_A_FILE.search(inside):
        return found[0]
    return f"{found[0][0]}{FILE}{found[0][-1]}"


def _line(line: str) -> str:
    """What kind of error it is stays, and what follows the last name of a file."""
    kind = _KIND.match(line)
    start = kind.end() if kind else 0
    said = _PATH.sub(PATH, line[start:])
    endings = list(_ENDING.finditer(said))
    return line[:start] + (FILE + said[endings[-1].end() :] if endings else said)
