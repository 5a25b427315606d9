"""Which photos the viewer shows."""

from __future__ import annotations

from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.selection import Selection


def test_it_begins_where_it_is_told_and_stops_at_the_ends() -> None:
    selection, told = Selection(), list[Changed]()
    selection.changed.connect(told.append)
    assert selection.current == ""
    selection.step(1)
    assert not told
    selection.show(["a", "b", "c"], "b")
    assert (selection.current, selection.place) == ("b", 1)
    for way, current in ((1, "c"), (1, "c"), (-1, "b"), (-5, "a")):
        selection.step(way)
        assert selection.current == current
    assert told == [Changed(selection=True)] * 4
    selection.show(["d"], "not among them")
    assert selection.current == "d"


def test_the_same_photo_in_a_list_twice_does_not_hold_one_back() -> None:
    selection = Selection()
    selection.show(["a", "a", "b"])
    selection.step(1)
    selection.step(1)
    assert selection.current == "b"


def test_showing_the_same_again_is_told_so_that_it_comes_to_the_front() -> None:
    selection, told = Selection(), list[Changed]()
    selection.changed.connect(told.append)
    selection.show(["a"])
    selection.show(["a"])
    assert len(told) == 2
