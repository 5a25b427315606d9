"""Takes out of a text what it tells of a person: where their files lie, what their photos, projects and classes are called.

Made for logs and traces, where only the program's own places and the kinds of errors are of use. It rather takes out too much:
what an error says is left out, as anything may stand in it.
"""

from __future__ import annotations

import builtins
import os
import re
import unicodedata
import urllib.parse
from collections.abc import Iterator, Mapping

from cnn_desktop.domain.crashes import UNEXPECTED
from cnn_desktop.domain.text_out import as_json, as_text

_SHORTEST_NAME = 3
"""Letters of a user's name: a shorter one is only taken out of paths, as it is in many words."""
_QUOTES = (("'", "'"), ('"', '"'), ("“", "”"), ("‘", "’"), ("„", "“"), ("«", "»"), ("`", "`"))
_QUOTED = re.compile("|".join(f"{re.escape(a)}[^{re.escape(b)}\n]*{re.escape(b)}" for a, b in _QUOTES))
_KEPT = re.compile(r"<(?:app|python)>[\\/]?[^\n]*", re.DOTALL)
_LIKE_A_FILE = re.compile(r"[\\/]|\.\w{1,8}$|\d")
_PATH = re.compile(r"(?<![\w>/\\])(?!(?<=:)//)(?:[A-Za-z]:|file:|~)?[\\/][^\n]+")
_OWN = re.compile(r"\"<(?:app|python)>[^\"\n]*\"|<(?:app|python)>\S*|https?://\S*")
_BETWEEN = re.compile(r"[^\s/\\][/\\]+[^\W\d_]|[^\W\d_][^\s/\\\w]*[/\\]+[^\s/\\]|>[/\\]")
"""A slash with a letter beside it: of a path, wherever that begins and ends."""
_ENDING = re.compile(
    r"\.(?:jpe?g|jpe|jfif|jif|jfi|pjpeg|jp2|jxl|a?png|tiff?|bmp|dib|gif|webp|avif|hei[cf]|hif|svg|psd|dng|cr[23]|nef|arw|csv|tsv|"
    r"xls[xmb]?|ods|numbers|docx?|odt|pdf|xml|ya?ml|npy|npz|pkl|mat|cnnproj|cnnopen|zip|rar|7z|tar|t?gz|t?bz2|t?xz|zst|lzma|cab|json|"
    r"txt|safetensors|pth?|onnx)\b",
    re.IGNORECASE,
)
_LONGEST_LINE = 2000
"""Letters: of a longer one nothing is left, as a part of a name is no name that is known."""
_FRAME = re.compile(r"^([\s|]*File \")[^<\"\n][^\"\n]*(\")")
_RECORD = r"\d{4}-\d\d-\d\d "
_BEGINS = re.compile(
    rf"{_RECORD}|== |[\s|+-]*(?:File \"|Traceback \(|Exception Group Traceback|During handling of|The above exception was|"
    r"\[Previous line|Fatal Python error|Windows fatal exception|(?:Current thread|Thread) 0x)"
)
"""Where a line is no more of what an error says."""
_HEAD = re.compile(rf"{_RECORD}[\d:,. ]*(?:DEBUG|INFO|WARNING|ERROR|CRITICAL) ")
_BUILT_IN = "|".join(
    sorted(name for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, BaseException))
)
_RAISED = re.compile(
    rf"((?:^(?:{_HEAD.pattern})?[\s|+-]*(?:(?:[^\W\d]\w*|<locals>)\.)+\w+|(?<![\w.])(?:{_BUILT_IN}|[\w.]*(?:Error|Exception|Warning))): )(.+)"
)
"""What Python writes of an exception: its kind, and what it says."""
_NUMBER = re.compile(r"\[Errno (\d{1,4})\]")
_OWN_FRAME = re.compile(r"\s*File \"<(?:app|python)>")
_OF_A_FRAME = re.compile(r"[\s|]*File \"[^\"]*\", line \d+(?:,? in \S+)?$")
_OF_A_SOURCE = re.compile(r"(?:\s*\|)*\s{4}")
_OF_A_TRACE = re.compile(
    r"\s*$|[\s|+-]*(?:Traceback \(most|Exception Group Traceback \(most|During handling of the above|The above exception was|"
    r"\[Previous line repeated)|Fatal Python error: |Windows fatal exception: |(?:Current thread|Thread) 0x|Extension modules: |"
    r"  \.\.\.$|  <no Python frame>$|[\s|+-]*-{4,}(?: \d+ -{4,})?$"
)
"""Lines that only Python itself writes."""
_KIND = re.compile(rf"[\s|+-]*(?:(?:{_BUILT_IN}|[\w.<>]*(?:Error|Exception|Warning))$|(?:[\w<>]+\.)*\w+: )")
PATH, FILE, USER, LEFT_OUT = "<path>", "<file>", "<user>", "<left out>"


def redacted(
    text: str, home: str, user: str, places: Mapping[str, str] | None = None, names: Mapping[str, str] | None = None
) -> str:
    """`text` without paths, names of files and the name of the `user`.

    `places`: folder → what stands for it, e.g. "<app>": what lies in "<app>" and "<python>" is the program's own and stays
    readable. `names`: further words of the person, e.g. classes → what stands for them.
    """
    text = unicodedata.normalize("NFC", as_text(text)).replace("\r\n", "\n").replace("\r", "\n")
    text = "\n".join(line if len(line) <= _LONGEST_LINE else LEFT_OUT for line in text.split("\n"))
    known = {folder: stand_in for folder, stand_in in (places or {}).items() if len(folder) > 1} | (
        {home: "~"} if len(home) > 1 else {}
    )
    for folder in sorted(known, key=len, reverse=True):
        for form in _forms(folder):
            text = re.sub(rf"{re.escape(form)}(?![\w])", lambda _, to=known[folder]: to, text)  # type: ignore[misc]
    text = "\n".join(_lines(text.split("\n")))
    for name in sorted(names or {}, key=len, reverse=True):
        if name.strip() and not name.isdigit():  # which tells nothing, and would be taken out of every line
            for form in _forms(name):
                case = re.IGNORECASE if len(name) >= _SHORTEST_NAME else 0
                text = re.sub(_alone(form), lambda _, to=(names or {})[name]: to, text, flags=case)
    if len(user) >= _SHORTEST_NAME:
        text = re.sub(_alone(unicodedata.normalize("NFC", user)), USER, text, flags=re.IGNORECASE)
    return text


def _alone(word: str) -> str:
    """A pattern of `word` where no letter or digit stands beside it."""
    return rf"(?<![^\W_]){re.escape(word)}(?![^\W_])"


def of_the_program(text: str) -> str:
    """Of `text`, a log or trace, the lines that Python and this program write themselves: a file may hold anything else.

    What an exception says is left to `redacted`.
    """
    kept: list[str] = []
    is_trace = False
    for line in text.splitlines():
        found, is_trace = _of_the_program(line, is_trace)
        if found != LEFT_OUT or kept[-1:] != [LEFT_OUT]:
            kept.append(found)
    return "\n".join(kept)


def _of_the_program(line: str, is_trace: bool) -> tuple[str, bool]:
    """What is left of `line`; and whether what an exception was, or the source of a frame, may follow. `is_trace`: it may stand here."""
    if record := _HEAD.match(line):
        said = line[record.end() :]
        return record[0] + (said if said == UNEXPECTED else LEFT_OUT), False
    if _OF_A_FRAME.match(line) or (is_trace and _OF_A_SOURCE.match(line)):
        return line, True
    if _OF_A_TRACE.match(line) or (is_trace and _KIND.match(line)):
        return line, False
    return LEFT_OUT, False


def from_first_record(text: str) -> str:
    """`text`, the end of a log or trace, from where one can tell what a line is a part of."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if number and _BEGINS.match(line)), len(lines))
    return "\n".join(lines[first:])


def _lines(lines: list[str]) -> Iterator[str]:
    is_said, is_source, is_foreign = False, False, False
    for line in lines:
        if is_said and not _BEGINS.match(line):
            continue
        if is_foreign and line.startswith("    "):  # of somebody's own program
            continue
        raised = _RAISED.search(line)
        if is_source and line.startswith("    "):  # of the program's own: nothing of a person
            yield line
        elif raised:
            yield f"{_line(line[: raised.end(1)])}{_system_says(raised[2])}{LEFT_OUT}"
        else:
            yield _line(line)
        is_said = bool(raised) and not is_source
        is_source = bool(_OWN_FRAME.match(line))
        is_foreign = not is_source and bool(_OF_A_FRAME.match(line))


def _system_says(message: str) -> str:
    """Of what an error of the system says the part that is the same for everybody."""
    found = _NUMBER.match(message)
    return f"{found[0]} {os.strerror(int(found[1]))}: " if found else ""


def _forms(name: str) -> list[str]:
    """How a name may be written: as it is, in JSON or a Python string, with the other slashes, in an address."""
    name = unicodedata.normalize("NFC", as_text(name))
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
    """Nothing stays beside a path, as it may begin and end anywhere; what follows the last name of a file does."""
    record = _HEAD.match(line)
    head = record[0] if record else ""
    said = _QUOTED.sub(_quoted, _FRAME.sub(rf"\1{FILE}\2", line[len(head) :]))
    if _BETWEEN.search(_OWN.sub("", said)):
        return head + PATH
    said = _PATH.sub(PATH, said)
    endings = list(_ENDING.finditer(said))
    return head + (FILE + said[endings[-1].end() :] if endings else said)
