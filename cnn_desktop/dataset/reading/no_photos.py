"""What a file that is no photo is, in words: told from the end of its name, or, whatever its name, from its first bytes."""

from __future__ import annotations

from cnn_desktop.domain.message import Message, say

ARCHIVE = say("it is an archive, not a photo. Unpack it to use what is inside.")
VIDEO = say("it is a video, not a photo. Save pictures from it as JPEG or PNG.")
WEB_PAGE = say("it is a web page, not a photo. Download the photo itself.")
DOCUMENT = say("it is a document, not a photo. Save the pictures in it as JPEG or PNG to use them.")
TABLE = say("it is a table, not a photo. Choose a photo instead.")
TEXT = say("it is a text file, not a photo. Choose a photo instead.")
SOUND = say("it is a sound, not a photo. Choose a photo instead.")
PROGRAM = say("it is a program, not a photo. Choose a photo instead.")

ARCHIVES = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".tbz2", ".xz", ".txz", ".zst", ".lzma", ".cab")
SHEETS = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers")
_BY_SUFFIX: dict[str, Message] = {
    **dict.fromkeys(ARCHIVES, ARCHIVE),
    **dict.fromkeys((*SHEETS, ".csv", ".tsv"), TABLE),
    **dict.fromkeys(
        (".mp4", ".mov", ".avi", ".mkv", ".webm", ".m4v", ".wmv", ".mpg", ".mpeg", ".flv", ".3gp", ".mts", ".m2ts"), VIDEO
    ),
    **dict.fromkeys((".mp3", ".wav", ".ogg", ".flac", ".m4a", ".aac", ".wma", ".aif", ".aiff", ".opus"), SOUND),
    **dict.fromkeys(
        (".pdf", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".odp", ".pages", ".key", ".epub"), DOCUMENT
    ),
    **dict.fromkeys((".html", ".htm", ".mhtml", ".xhtml"), WEB_PAGE),
    **dict.fromkeys(
        (
            ".txt", ".md", ".rst", ".log", ".json", ".jsonl", ".xml", ".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".names",
            ".py", ".ipynb", ".js", ".css", ".c", ".h", ".cpp", ".java", ".tex", ".srt",
        ),
        TEXT,
    ),
    **dict.fromkeys((".exe", ".dll", ".so", ".dylib", ".msi", ".bat", ".cmd", ".sh", ".ps1", ".apk", ".jar", ".app"), PROGRAM),
}  # fmt: skip
_DOCUMENTS = (b"{\\rtf", b"\xd0\xcf\x11\xe0")
_IN_A_ZIP = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis", b"mimetypeapplication/epub")
"""What the archive of an office document begins with, behind its first head."""
_ZIP, _ZIP_HEAD = b"PK\3\4", 64
_ARCHIVE_STARTS = (_ZIP, b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
_VIDEO_STARTS = (b"\x1aE\xdf\xa3", b"FLV\1", b"\0\0\1\xba", b"\0\0\1\xb3", b"OggS", b"0&\xb2u")
_SOUNDS = (b"ID3", b"fLaC", b"\xff\xfb", b"\xff\xf3", b"\xff\xf1", b"FORM\0")
_PROGRAMS = (b"\x7fELF", b"MZ\x90\0", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!/")
_NO_LETTERS = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b")
_LEAST_TEXT = 4
"""Bytes."""


def by_suffix(suffix: str) -> Message | None:
    """`suffix`: ".pdf", in small letters. None: nothing is known of such files."""
    return _BY_SUFFIX.get(suffix)


def by_start(start: bytes) -> Message | None:
    """`start`: the first bytes, some thousands of them. None: it is none of these."""
    is_film = start[4:8] in (b"ftyp", b"moov", b"mdat", b"wide") or (start[:4] == b"RIFF" and start[8:12] == b"AVI ")
    kinds = (
        (start.startswith(_DOCUMENTS), DOCUMENT),
        (start.startswith(_ZIP) and any(one in start[:_ZIP_HEAD] for one in _IN_A_ZIP), DOCUMENT),
        (start.startswith(_ARCHIVE_STARTS), ARCHIVE),
        (is_film or start.startswith(_VIDEO_STARTS), VIDEO),
        (start.startswith(_SOUNDS) or (start[:4] == b"RIFF" and start[8:12] == b"WAVE"), SOUND),
        (start.startswith(_PROGRAMS), PROGRAM),
        (_is_text(start), TEXT),
    )
    return next((message for is_it, message in kinds if is_it), None)


def _is_text(start: bytes) -> bool:
    """UTF-8, or UTF-16 as it says itself, without characters that are in no text."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return len(start) >= _LEAST_TEXT
    start = start.rstrip(b"\0")
    try:
        start.decode()
    except UnicodeDecodeError as error:
        if error.start < len(start) - 3:  # else a letter is cut at the end
            return False
    return len(start) >= _LEAST_TEXT and _NO_LETTERS.isdisjoint(start)
