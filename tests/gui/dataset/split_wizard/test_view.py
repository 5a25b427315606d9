"""What the split wizard shows for a plan."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings

from cnn_desktop.dataset.split import split_by
from cnn_desktop.dataset.split_preview import preview
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.photos import SPLITS, ClassCount, Level, Photo
from cnn_desktop.domain.split_plan import SplitPlan, SplitPreview
from cnn_desktop.gui.dataset.split_wizard.view import Facts, view, with_method
from tests.dataset.projects import Project, projects

NAMES = SplitPlan(group_by="name")
PHOTOS = [Photo(f"fox/p{n // 4}_{n}.jpg", "fox") for n in range(40)] + [Photo("owl/single.jpg", "owl")]


def facts(plan: SplitPlan, **more: object) -> Facts:
    return Facts(plan, preview(PHOTOS, plan, **more), plan)  # type: ignore[arg-type]


def said(messages: list[Message]) -> str:
    return " ".join(map(str, messages))


@settings(max_examples=30)
@given(projects(some_given=True))
def test_what_is_shown_is_what_is_used(project: Project) -> None:
    photos, plan, clusters, told = project
    shown = view(Facts(plan, preview(photos, plan, clusters, told), plan))
    used = split_by(photos, plan, clusters, told)
    for row in shown.rows:
        for split in SPLITS:
            assert row.of(split) == sum((photo.label, photo.split) == (row.name, split) for photo in used)
    assert str(shown.primary) == f"S&plit {len(photos)} photos"
    assert shown.total.total == len(photos)


def test_nothing_can_be_chosen_before_the_counts_are_there() -> None:
    first = view(Facts())
    assert (first.ready, str(first.hint), str(first.primary)) == (False, "Counting photos…", "S&plit")
    late = view(Facts(msgspec.structs.replace(NAMES, seed=1), preview(PHOTOS, NAMES), NAMES))
    assert (late.ready, late.found, late.examples) == (False, None, [])
    assert late.rows  # the figures stay until there are new ones
    assert view(facts(NAMES)).ready


def test_groups_are_shown_by_examples() -> None:
    shown = view(facts(NAMES))
    assert str(shown.found) == "10 groups. 1 photo fits none and counts on its own."
    assert [(row.name, str(row.group)) for row in shown.examples][::3] == [
        ("p0_0.jpg", "p0"),
        ("single.jpg", "no group"),
    ]
    nobody = view(facts(SplitPlan(group_by="name", pattern="(*)!*")))
    assert str(nobody.found) == "No groups found. Every photo counts on its own."


def test_a_wrong_pattern_is_said_beside_it_and_nothing_is_ready() -> None:
    wrong = msgspec.structs.replace(NAMES, pattern="(*")
    shown = view(Facts(wrong, preview(PHOTOS, NAMES), NAMES))
    assert "in parentheses" in str(shown.problem)
    assert (shown.ready, shown.hint, shown.examples) == (False, None, [])


def test_ways_that_lead_nowhere_say_why() -> None:
    names, folders = view(facts(NAMES)), view(Facts(NAMES, preview([Photo("a.jpg", "x")], NAMES), NAMES))
    assert [bool(method.why_not) for method in names.methods] == [False, False, False, True]
    assert str(folders.methods[1].why_not) == "All photos are in the same folder."
    assert view(Facts()).methods[1].why_not is None


def test_by_folder_begins_with_the_deepest_level() -> None:
    levels = [Level(1, ["fox", "owl"], 2), Level(2, ["cam 1"], 9), Level(3, ["a", "b", "c"], 30)]
    known = Facts(SplitPlan(), SplitPreview(levels=levels), SplitPlan())
    assert with_method(known, "folder") == SplitPlan(group_by="folder", level=3)
    chosen = msgspec.structs.replace(known, plan=SplitPlan(level=2))
    assert with_method(chosen, "folder").level == 2
    assert with_method(Facts(), "folder").level == 1
    assert [str(level) for level in view(known).levels][1:] == [
        "Level 2: cam 1, … (9 folders)",
        "Level 3: a, b, c, … (30 folders)",
    ]


def test_classes_without_a_part_are_named() -> None:
    notes = said(view(facts(NAMES, classes=["empty", "fox", "owl"])).notes)
    assert "1 class has no test photos because there are too few groups: “owl”." in notes
    assert "1 class has no validation photos because there are too few groups: “owl”." in notes
    alone = said(view(facts(SplitPlan(), clusters=[])).notes)
    assert "because there are too few photos: “owl”." in alone
    no_test = msgspec.structs.replace(NAMES, percents=(80, 20, 0))
    assert "test" not in said(view(facts(no_test, clusters=[])).notes)
    rows = [ClassCount(f"c{n}", 1) for n in range(5)]
    many = view(Facts(NAMES, SplitPreview(counts=rows, clusters=0), NAMES)).notes
    assert "5 classes have no validation photos" in said(many)
    assert "“c2”, …." in said(many)


def test_whether_near_copies_are_known_is_said() -> None:
    assert "Near copies have not been looked for yet." in said(view(facts(SplitPlan())).notes)
    assert "1 set of copies and near copies is kept together." in said(
        view(facts(SplitPlan(), clusters=[[0, 1]])).notes
    )
    assert "copies" not in said(view(facts(SplitPlan(), clusters=[])).notes)


def test_a_leak_says_where_it_comes_from() -> None:
    told = ["train", "test"] * 20 + [None]
    shown = view(facts(NAMES, given=told))
    assert str(shown.leak).startswith("20 pairs of photos that belong together are in different parts")
    assert "stop keeping their split" in str(shown.leak)
    assert len(shown.pairs) == 20
    assert str(shown.given) == "The folders or the table say where 40 photos belong."
    assert shown.ready
    anew = view(facts(msgspec.structs.replace(NAMES, keep_given=False), given=told))
    assert (anew.leak, anew.pairs) == (None, [])
    assert view(facts(NAMES)).given is None
