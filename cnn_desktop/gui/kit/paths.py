"""Folders and files as short lines: the beginning and the end say most, the middle goes first."""

from __future__ import annotations


def short_path(path: str, most: int = 64) -> str:
    """`path` in at most `most` characters: "/home/me/…/birds"."""
    if len(path) <= most:
        return path
    separator = "\\" if "\\" in path and "/" not in path else "/"
    parts = path.split(separator)
    head, tail = parts[0], parts[-1]
    if len(head) + len(tail) + 3 > most:
        return cut(path, most)
    begin, end = [head], [tail]
    inner = parts[1:-1]
    while inner:
        following = inner.pop() if len(end) <= len(begin) else inner.pop(0)
        short = separator.join([*begin, "…", *end])
        if len(short) + len(following) + 1 > most:
            break
        if len(end) <= len(begin):
            end.insert(0, following)
        else:
            begin.append(following)
    return separator.join([*begin, "…", *end])


def cut(text: str, most: int) -> str:
    """`text` without its middle where it is longer than `most` characters."""
    if len(text) <= most:
        return text
    half = (most - 1) // 2
    return f"{text[: most - 1 - half]}…{text[-half:]}"
