"""No way leads to the network but the one that a person asks for: read from the source, as a machine at work shows only what it does."""

from __future__ import annotations

import functools
import re
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "cnn_desktop"
REACHES = re.compile(
    r"^\s*(?:import|from)\s+(?:http|urllib\.request|ssl|socket|socketserver|requests|httpx|aiohttp|ftplib|smtplib|telnetlib|"
    r"xmlrpc|asyncio|huggingface_hub|torch\.hub|torch\.distributed|webbrowser|multiprocessing\.connection)\b",
    re.MULTILINE,
)
"""Modules through which a program reaches other computers."""
QT = re.compile(r"PySide6\.QtNetwork import (?!\(?(?:\s*QLocal(?:Server|Socket),?)+\s*\)?$)", re.MULTILINE)
"""Of QtNetwork what is not for sockets within this computer."""


@functools.cache
def sources() -> dict[str, str]:
    """Path below the package → what it says."""
    return {file.relative_to(PACKAGE).as_posix(): file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py")}


def files_with(pattern: str | re.Pattern[str]) -> set[str]:
    return {file for file, text in sources().items() if re.search(pattern, text)}


def test_one_file_speaks_to_other_computers() -> None:
    # guard.py: a pair of sockets within the process, through which a signal wakes the window
    assert files_with(REACHES) - {"gui/app/guard.py"} == {"learning/models/download.py"}
    assert not files_with(QT)
    assert QT.search("from PySide6.QtNetwork import QLocalServer, QTcpSocket")
    assert not QT.search("from PySide6.QtNetwork import QLocalServer, QLocalSocket")


def test_it_is_asked_only_by_the_two_jobs_that_say_so_in_their_buttons() -> None:
    assert files_with(r"models\.download import .*\bfetch\b") == {
        "learning/models/weights.py",
        "learning/public_data.py",
    }
    assert files_with(r"\bDownloadWeights\((?!Job)") == {"gui/state/weights.py"}
    assert files_with(r"\bGetDataset\((?!Job)") == {"gui/state/project.py"}
    assert files_with(r"models\.weights import .*\bdownload_weights\b") == {"child/table.py", "verbs/weights.py"}
    assert files_with(r"public_data import .*\bget_dataset\b") == {"child/table.py"}


def test_libraries_download_nothing_by_themselves_and_no_browser_is_opened() -> None:
    """Pretrained weights come as a state that was read from a file, never by a name that a library would look up."""
    assert not files_with(r"load_state_dict_from_url|hf_hub_download|snapshot_download|weights=\"DEFAULT\"")
    assert not files_with(r"pretrained=True, (?!pretrained_cfg_overlay)[a-z_]+=") - {"domain/config.py"}
    assert not files_with(r"openUrl\((?!QUrl\.fromLocalFile)")
