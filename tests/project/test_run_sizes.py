"""What a run takes on the disk and how many photos it used, without reading more than a list of them."""

from __future__ import annotations

from pathlib import Path

from cnn_desktop.domain.scan_files import SPLIT
from cnn_desktop.project.run_sizes import RunSize, size_of


def test_photos_and_bytes(tmp_path: Path) -> None:
    (tmp_path / SPLIT).write_bytes(b"root,path,class,split\n1,a.jpg,a,train\n1,b.jpg,a,val\n")
    (tmp_path / "unfinished").mkdir()
    (tmp_path / "unfinished" / "model.safetensors").write_bytes(bytes(1000))
    assert size_of(tmp_path) == RunSize(2, 1000 + (tmp_path / SPLIT).stat().st_size)


def test_what_is_not_there_or_leads_elsewhere_is_not_known(tmp_path: Path) -> None:
    assert size_of(tmp_path / "gone") == RunSize(None, 0)
    run, elsewhere = tmp_path / "run", tmp_path / "elsewhere"
    run.mkdir()
    elsewhere.mkdir()
    (elsewhere / "large").write_bytes(bytes(5000))
    (run / "link").symlink_to(elsewhere)
    (run / SPLIT).mkdir()
    assert size_of(run).photos is None
    assert size_of(run).bytes < 5000, "a link is not followed"


def test_a_list_too_long_is_not_counted(tmp_path: Path) -> None:
    with (tmp_path / SPLIT).open("wb") as file:
        file.truncate(20_000_000)
    assert size_of(tmp_path) == RunSize(None, 20_000_000)
