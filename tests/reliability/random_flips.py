"""One flipped bit in any file that the app has written: start, open, predict, resume end in a result or in one sentence."""

from __future__ import annotations

import random
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.reliability import template
from tests.reliability.flips import flip as turn_over
from tests.reliability.forks import Ask, Case, Ended, Verdict, fresh, play
from tests.reliability.ground import Ground, tensors_of, tree_digest, verb
from tests.reliability.in_window import start_and_open
from tests.reliability.template import MODEL, Copy

FLIPS, QUICK_FLIPS = 1000, 6
TENSORS = (".safetensors", ".pt")
"""A flip in one of these must be noticed: another answer without a word is a failure."""
WONDER = "Something went wrong"
"""How a sentence begins that is said of an exception nobody foresaw."""
_SECONDS = 20.0
_ONE_SENTENCE = 900
"""Characters; more is no sentence."""


@dataclass
class Sound:
    """What comes of an undamaged copy."""

    answers: object = None
    resumed: tuple[str, str] = ("", "")
    begun: str = ""
    words: frozenset[str] = frozenset()
    """What is said then."""


def flips(ground: Ground, only: tuple[str, ...] = ()) -> Iterator[Verdict]:
    """`only`: endings of the files that are damaged; none: all."""
    made = template.make(ground)
    before, sound = tree_digest(made.folder), Sound()
    verdict = next(play([_played(ground, made, "sound", None, sound)], 1))
    if verdict.problems:
        yield verdict
        return
    wanted = QUICK_FLIPS if ground.quick else FLIPS
    plan = plan_of(made, wanted, ground.seed, only)
    cases = (
        _played(ground, made, str(number), flip, sound) for number, flip in enumerate(plan) if ground.wants(number)
    )
    yield from play(cases, ground.lanes)
    if tree_digest(made.folder) != before:
        yield Verdict("template", ["files outside the copy have changed"])


@dataclass(frozen=True)
class Flip:
    """One bit of one file of the template."""

    file: Path
    """Below the template's folder."""
    byte: int
    bit: int

    def apply(self, folder: Path) -> None:
        turn_over(folder / self.file, 8 * self.byte + self.bit)

    def __str__(self) -> str:
        return f"{kind_of(self.file)} byte {self.byte} bit {self.bit}"


def plan_of(made: Copy, count: int, seed: int, only: tuple[str, ...] = ()) -> list[Flip]:
    """`count` flips, as many in each kind of file; the kinds in turn, so that any beginning of the list has many."""
    chance = random.Random(f"flips {seed}")
    by_kind: dict[str, list[Path]] = defaultdict(list)
    for name in template.TOPMOST:
        for file in sorted((made.folder / name).rglob("*")):
            if file.is_file() and file.stat().st_size and (not only or file.suffix in only):
                relative = file.relative_to(made.folder)
                by_kind[kind_of(relative)].append(relative)
    kinds = sorted(by_kind)
    chance.shuffle(kinds)
    plan = []
    for number in range(count):
        file = chance.choice(by_kind[kinds[number % len(kinds)]])
        plan.append(Flip(file, chance.randrange((made.folder / file).stat().st_size), chance.randrange(8)))
    return plan


def kind_of(file: Path) -> str:
    """The file's name without what is different in each: ids, digests."""
    text = re.sub(r"runs/[^/]+", "RUN", str(file))
    return re.sub(r"[0-9a-f]{16,}|\b[0-9a-f]{2}/", "…", text)


def _played(ground: Ground, made: Copy, name: str, flip: Flip | None, sound: Sound) -> Case:
    """Without `flip`: fills in `sound`."""
    place = fresh(ground.part("flips") / name)
    copy = template.copied(made, place)
    if flip is not None:
        flip.apply(place)
    before = (template.always_export, *ground.broken)
    problems, notes, words = list[str](), list[str](), set[str]()

    ended = yield Ask(lambda: start_and_open(copy.project), copy.home, _SECONDS, before=before)
    problems += [f"window: {problem}" for problem in _of_window(ended)]

    predict = verb("predict", copy.run(copy.finished), copy.photo, "--json", "--device", "cpu")
    ended = yield Ask(predict, copy.home, _SECONDS, before=before)
    problems += [f"predict: {problem}" for problem in of_verb(ended)]
    words |= said(ended)
    found = template.answers(ended.out) if ended.code == 0 else sound.answers
    changed = ["predict: another answer"] if flip and found != sound.answers else []

    run = copy.run(copy.stopped)
    resume = verb("train", copy.photos, "--out", run, "--resume", "--device", "cpu", "--json")
    ended = yield Ask(resume, copy.home, 2 * _SECONDS, before=before)
    problems += [f"resume: {problem}" for problem in of_verb(ended)]
    words |= said(ended)
    resumed = sound.resumed
    if ended.code == 0 and not problems:
        resumed = tensors_of(run / "last.safetensors"), tensors_of(run / "model.safetensors")
    changed += ["resume: another model"] if flip and resumed != sound.resumed else []

    begun = sound.begun
    if flip is None or "data/weights" in str(flip.file):
        new = copy.folder / "new"
        words_ = ("--model", MODEL, "--epochs", "1", "--image-size", "32", "--device", "cpu", "--precision", "float32")
        ended = yield Ask(verb("train", copy.photos, "--out", new, *words_), copy.home, _SECONDS, before=before)
        problems += [f"train: {problem}" for problem in of_verb(ended)]
        words |= said(ended)
        begun = tensors_of(new / "last.safetensors") if ended.code == 0 else begun
        changed += ["train: another model"] if flip and begun != sound.begun else []

    if flip is None:
        sound.answers, sound.resumed, sound.begun, sound.words = found, resumed, begun, frozenset(words)
        problems += [] if found else ["predict: no answer"]
    elif changed and flip.file.suffix in TENSORS and words <= sound.words:
        problems += [f"silent: {one}" for one in changed]
    else:
        notes += changed
    if not problems:
        shutil.rmtree(place, ignore_errors=True)
    return Verdict(f"{name} {flip or ''}", problems, notes)


def _of_window(ended: Ended) -> list[str]:
    if trouble := ended.trouble():
        return trouble
    told = ended.result or {}
    problems = [f"an exception: {error}" for error in told.get("errors", [])]
    problems += [sentence for sentence in told.get("notices", []) if WONDER in sentence]
    problems += [] if told.get("opened") else ["neither opened nor said why not"]
    return problems + ([] if told.get("closed") is not None else ["does not close"])


def of_verb(ended: Ended) -> list[str]:
    """What is wrong with how a verb ended: a result, or one sentence and exit code 1 or 2, is right."""
    if trouble := ended.trouble():
        return trouble
    if WONDER in ended.err:
        return [ended.err[ended.err.index(WONDER) :].splitlines()[0]]
    if ended.code not in (0, 1, 2):
        return [f"exit code {ended.code}"]
    problems = []
    if acting := re.findall(
        r"[^\n\t\x20-\x7e\xa0-\uffff\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]", ended.err + ended.out
    ):
        problems.append(f"control characters {sorted(set(acting))}")
    last = ended.err.strip().splitlines()[-1:]
    if ended.code and not last:
        problems.append("not a word")
    if ended.code and last and len(last[0]) > _ONE_SENTENCE:
        problems.append(f"a sentence of {len(last[0])} characters")
    return problems


def said(ended: Ended) -> set[str]:
    """The sentences on stderr, without numbers and paths."""
    return {re.sub(r"/\S+|[\d.,]+", "…", text) for text in ended.err.splitlines()}
