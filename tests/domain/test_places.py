"""Where things are kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from cnn_desktop.domain import places


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems keep no such list")
def test_the_list_of_the_persons_folders_is_read_if_it_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (places.HOME_VARIABLE, "XDG_CONFIG_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    told = tmp_path / ".config" / "user-dirs.dirs"
    told.parent.mkdir()
    assert places.projects_folder() == tmp_path / "Documents" / places.APP
    told.write_text('XDG_DOCUMENTS_DIR="$HOME/Papers"\n')
    assert places.projects_folder() == tmp_path / "Papers" / places.APP
    told.unlink()
    os.mkfifo(told)
    assert places.projects_folder() == tmp_path / "Documents" / places.APP
