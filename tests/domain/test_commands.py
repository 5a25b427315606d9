"""Every command survives its JSON line."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from cnn_desktop.domain import commands
from cnn_desktop.domain.config import Augmentation, TrainConfig
from cnn_desktop.domain.wire import AnyCommand, decode_command, encode_command

MEMBERS = get_args(AnyCommand)
EXAMPLES = {str: "ü\n", int: 7, bool: True, list[str]: ["a", "b"], Augmentation: Augmentation(crop=True),
            TrainConfig: TrainConfig(data="/photos", epochs=3)}  # fmt: skip


def test_the_union_holds_every_command() -> None:
    assert set(MEMBERS) == {kind for kind in Command.__subclasses__() if kind.__module__ == commands.__name__}


@pytest.mark.parametrize("kind", MEMBERS, ids=lambda kind: kind.__name__)
def test_round_trip(kind: type[Command]) -> None:
    command = kind(**{field.name: EXAMPLES[field.type] for field in msgspec.structs.fields(kind)})
    line = encode_command(command)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert decode_command(line) == command
    assert type(decode_command(line)) is kind


@pytest.mark.parametrize("line", [b"", b"x", b"{}", b'{"command": "fly"}', b'{"command": "train"}', b"null"])
def test_garbage_is_a_decode_error(line: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        decode_command(line)
