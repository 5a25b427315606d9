"""What another version of the package makes of a person's projects: an older program of newer ones, a newer one of older ones.

No version was released yet, so the older package is one of an earlier build, or this one, under another number. The project of an
earlier version is a real one (tests/fixtures), with its schema of then; that of a version to come is this version's with a table and a
column more.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from installed import HOME, PERSON, Machine, want, with_deb

EARLIER = Path(__file__).resolve().parents[2] / "tests" / "fixtures" / "today.tar.xz"
PLACE = "/tmp/cnn-desktop-today"
"""Where its photos were when it was made."""
PROJECTS = f"{HOME}/Documents/CNN Desktop"
PROJECT = f"{PROJECTS}/Shapes.cnnproj"
TO_READ, TO_REFUSE = f"{PROJECTS}/To read.cnnproj", f"{PROJECTS}/To refuse.cnnproj"
SETTINGS = f"{HOME}/.config/CNN Desktop/settings.json"
OPEN_SECONDS = "20"
"""How long the window is left open, which brings a project up to date."""


def try_versions(
    checks: Callable[[str, Callable[[], str]], bool], bare: Machine, package: Path, older: Path, run: str
) -> None:
    """Goes back to an older package and forth again. `run` is one that the person has."""
    checks("a project and settings of an earlier version", lambda: earlier(bare))
    checks("a project of a later version that may be read", lambda: later(bare, TO_READ, refused=False))
    checks("a project of a later version that may not", lambda: later(bare, TO_REFUSE, refused=True))
    checks("an older and a newer version of the package", lambda: up_and_down(bare, package, older, run))


def earlier(bare: Machine) -> str:
    """Reads a project that an earlier version made, opens it in the window, and reads it again."""
    inside = bare.root.folder
    with tempfile.TemporaryDirectory(dir=inside.parent) as folder, tarfile.open(EARLIER) as archive:
        archive.extractall(folder, filter="data")
        made = Path(folder, "today")
        for source, target in (
            (made / "Shapes.cnnproj", PROJECT),
            (made / "photos", f"{PLACE}/photos"),
            (made / "home" / "settings" / "settings.json", SETTINGS),
        ):
            (inside / target.lstrip("/")).parent.mkdir(parents=True, exist_ok=True)
            shutil.move(source, inside / target.lstrip("/"))
    bare.root.run(["chown", "-R", PERSON, PLACE, HOME])
    before, chosen = read(bare, PROJECT), theme(bare)
    version = schema(bare, PROJECT)
    bare.run(PROJECT, wrap=["timeout", OPEN_SECONDS], check=False)
    now = schema(bare, PROJECT)
    told = f"schema {version} → {now}, theme {chosen}; {before}"
    return want(now > version and read(bare, PROJECT) == before and theme(bare) == chosen == "dark", told)


def later(bare: Machine, project: str, *, refused: bool) -> str:
    """A project that a later version has made, with one table and one column more, and what it says who may read it."""
    ours, theirs = (bare.root.folder / one.lstrip("/") for one in (PROJECT, project))
    shutil.copytree(ours, theirs)
    with closing(sqlite3.connect(theirs / "project.sqlite")) as db, db:
        (now,) = db.execute("SELECT version FROM schema_version").fetchone()
        db.execute("CREATE TABLE of_later (what TEXT)")
        db.execute("ALTER TABLE photos ADD COLUMN of_later TEXT")
        db.execute("UPDATE schema_version SET version = ?", (now + 1,))
        if refused:
            db.execute("UPDATE oldest_reader SET version = ?", (now + 1,))
    bare.root.run(["chown", "-R", PERSON, project])
    before = (theirs / "project.sqlite").read_bytes()
    if refused:
        said = bare.run("check-data", project, check=False)
        held = said.startswith("1 ") and "newer version" in said
    else:
        said = read(bare, project)
        held = said == read(bare, PROJECT)
    return want(held and (theirs / "project.sqlite").read_bytes() == before, said)


def read(bare: Machine, project: str) -> str:
    """What a check finds in the project."""
    found = bare.json("check-data", project)
    return f"{found['photos']} photos, {len(found['findings'])} findings"


def schema(bare: Machine, project: str) -> int:
    """The version of a project's tables."""
    with closing(sqlite3.connect(bare.root.folder / project.lstrip("/") / "project.sqlite")) as db:
        return int(db.execute("SELECT version FROM schema_version").fetchone()[0])


def theme(bare: Machine) -> str:
    """One of the window's settings."""
    return str(json.loads((bare.root.folder / SETTINGS.lstrip("/")).read_bytes())["theme"])


def up_and_down(bare: Machine, package: Path, older: Path, run: str) -> str:
    """Goes back to an older version and forth again, with the person's files."""
    own = (
        PROJECTS,
        f"{HOME}/.config/CNN Desktop",
        f"{HOME}/.local/share/CNN Desktop",
    )  # `run` is tested, which is written
    kept = {path: facts for path, facts in bare.files().items() if path.startswith(own)}
    told = [_answers(bare, run)]
    with tempfile.TemporaryDirectory(dir=bare.root.folder.parent) as folder:
        for version in (relabelled(older, Path(folder), "0.0.1"), package):
            with_deb(bare, version)
            told.append(_answers(bare, run))
    after = bare.files()
    lost = [
        path for path, facts in kept.items() if after.get(path) != facts and not path.endswith((".log", "-shm", "-wal"))
    ]
    return want(
        all(one == told[0] for one in told) and not lost,
        f"accuracy and photos {told}; {len(lost)} of {len(kept)} own files changed {lost[:3]}",
    )


def relabelled(package: Path, folder: Path, version: str) -> Path:
    """The same package with another version number; its files are not packed anew."""
    tree, papers = folder / package.name, folder / "control"
    subprocess.run(["dpkg-deb", "-e", str(package), str(papers)], check=True)
    control = papers / "control"
    lines = control.read_text(encoding="utf-8").splitlines(keepends=True)
    control.write_text(
        "".join(f"Version: {version}\n" if line.startswith("Version:") else line for line in lines), encoding="utf-8"
    )
    subprocess.run(["tar", "--zstd", "-cf", str(folder / "control.tar.zst"), "-C", str(papers), "."], check=True)
    shutil.copyfile(package, tree)
    subprocess.run(["ar", "r", str(tree), str(folder / "control.tar.zst")], check=True)
    return tree


def _answers(bare: Machine, run: str) -> str:
    return f"{bare.json('evaluate', run)['accuracy']:.4f}, {read(bare, PROJECT)}"
