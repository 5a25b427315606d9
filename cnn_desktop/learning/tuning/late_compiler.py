"""Keeps torch's compiler (torch._dynamo) out of a process until something is compiled: it takes as long to load as torch.

torchvision imports it for one question, and each optimiser for `disable` and `graph_break`, which mean nothing where nothing is
compiled. Here these three are answered; asking for anything else loads the real one in their place. Functions that were wrapped
before that stay as they are, and `import torch._dynamo.NAME` as the very first touch runs NAME twice: say `import torch._dynamo`
and ask it for something first.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

_COMPILER, _UTILS = "torch._dynamo", "torch._dynamo.utils"


class _StandIn(ModuleType):
    """In the compiler's place until it is wanted."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and (name, self.__name__) != ("__path__", _COMPILER):
            raise AttributeError(name)  # Python's own questions about a module load nothing
        for one in (_COMPILER, _UTILS):
            if isinstance(sys.modules.get(one), _StandIn):
                del sys.modules[one]
        return getattr(importlib.import_module(self.__name__), name)


def put_off() -> None:
    """From now on the compiler is loaded when it is wanted; does nothing where it is loaded already."""
    if _COMPILER in sys.modules:
        return
    compiler, utils = _StandIn(_COMPILER), _StandIn(_UTILS)
    compiler.__dict__.update(disable=_as_it_is, graph_break=_nothing, utils=utils)
    utils.__dict__.update(is_compile_supported=_never)
    sys.modules.update({_COMPILER: compiler, _UTILS: utils})


def _as_it_is(function: Callable[..., Any] | None = None, recursive: bool = True, **options: Any) -> Any:
    return function if function is not None else lambda one: one


def _nothing(*_: object) -> None: ...


def _never(device: object) -> bool:
    """Whether torchvision may compile its region pooling, which no network here has."""
    return False
