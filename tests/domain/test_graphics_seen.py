"""What the operating system tells of graphics cards, from the files it tells it in."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnn_desktop.domain.graphics_seen import look, nvidia_cards, nvidia_driver, nvidia_version


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_a_loaded_driver_names_its_cards(tmp_path: Path) -> None:
    write(tmp_path / "proc/driver/nvidia/gpus/0000:01:00.0/information", "Model: \t\t NVIDIA RTX 4070\nIRQ: 142\n")
    write(
        tmp_path / "proc/driver/nvidia/version",
        "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.65.06  Release Build\nGCC version: gcc 13.2.0\n",
    )
    assert nvidia_cards(tmp_path) == ("NVIDIA RTX 4070",)
    assert nvidia_driver(tmp_path) == "580.65.06"


def test_without_a_driver_the_slots_tell_the_maker_and_nothing_else_counts(tmp_path: Path) -> None:
    for slot, vendor, kind in (("0", "0x10de", "0x030000"), ("1", "0x10de", "0x040300"), ("2", "0x1002", "0x030000")):
        write(tmp_path / f"sys/bus/pci/devices/{slot}/vendor", vendor + "\n")
        write(tmp_path / f"sys/bus/pci/devices/{slot}/class", kind + "\n")
    assert (nvidia_cards(tmp_path), nvidia_driver(tmp_path)) == (("",), "")


def test_damaged_files_of_the_system_tell_nothing(tmp_path: Path) -> None:
    write(tmp_path / "proc/driver/nvidia/version", "NVRM version: \0")
    write(tmp_path / "proc/driver/nvidia/gpus/0000:01:00.0/information", "IRQ: 142")
    assert (nvidia_cards(tmp_path), nvidia_driver(tmp_path)) == ((), "")


def test_which_cards_shall_be_seen_is_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "-1")
    assert look().hidden
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES")
    assert look().visible is None


@pytest.mark.parametrize(("windows", "own"), [("32.0.15.7652", "576.52"), ("31.0.15.2849", "528.49"), ("1.2", "")])
def test_windows_numbers_drivers_in_its_own_way(windows: str, own: str) -> None:
    assert nvidia_version(windows) == own
