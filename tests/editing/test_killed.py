"""An editor that is killed at any step of a save leaves files that are whole, old or new."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editing.edits import SetText
from kiosk.exhibit.editing.save_history import SaveHistory
from kiosk.text.yaml_source import parse_document
from tests.editing.folders import contents, opened, with_files, written
from tests.editing.killed_editor import SAVES, STEPS, words_of
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

_RANDOM = random.Random(20261128)
POINTS = sorted(_RANDOM.sample(range(1, STEPS + 1), 100))
TENTH = POINTS[::10]
_NEW = re.compile(r"zones/new-(\d)\.yaml")


def _root(folder: Path) -> Path:
    return with_files(
        folder,
        exhibit="# whose\ntitle:\n  en: version 0\n  pt: B\n",
        zones__a="name:\n  en: version 0\n  pt: B\n",
    )


def _killed(root: Path, step: int) -> bool:
    """Whether it was killed; else it had ended before that step."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.editing.killed_editor", str(root), str(step)],
        cwd=PROJECT,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == -9 or ran.stdout == b"ended by itself", ran.stderr.decode()
    return ran.returncode == -9


def _version(text: str, key: str) -> int:
    """The save that a file is of; it has all of its words."""
    found = str(parse_document(text, "").root.plain()[key]["en"]).strip()
    number = int(found.split()[1])
    assert found == (words_of(number).strip() if number else "version 0")
    return number


def _all_whole(files: dict[str, bytes]) -> tuple[int, int]:
    for name, content in files.items():
        new = _NEW.fullmatch(name)
        if new is not None:
            assert content.decode() == words_of(int(new[1]))
    texts = {name: content.decode() for name, content in files.items()}
    assert texts["exhibit.yaml"].startswith("# whose\n")
    return _version(texts["exhibit.yaml"], "title"), _version(texts["zones/a.yaml"], "name")


def _holds(folder: Path, step: int) -> bool:
    root = _root(folder)
    killed = _killed(root, step)
    seen = {name: each for name, each in contents(root).items() if not name.endswith(".part")}
    one, other = _all_whole(seen)
    # Files are written one after the other: at most a save lies between two.
    assert abs(one - other) <= 1

    # Whoever opens it again goes on, and finds every save whole.
    history = SaveHistory.beside(root)
    editor = opened(root, history)
    saves = history.saves()
    assert history.state_at(saves[-1]) == seen
    labels = [save.label for save in saves if save.label]
    assert labels == [f"Save {number}" for number in range(1, len(labels) + 1)]
    for save in saves:
        _all_whole(history.state_at(save))
    editor.apply("After", [SetText("exhibit.yaml", ("title", "pt"), "after")])
    assert written(editor).failed == ()
    editor.close()
    assert history.message == ""
    assert b"after" in history.state_at(history.saves()[-1])["exhibit.yaml"]
    return killed


@pytest.mark.parametrize("step", TENTH)
def test_a_kill_at_a_step_of_a_save(tmp_path: Path, step: int) -> None:
    assert _holds(tmp_path, step)


@pytest.mark.soak
@pytest.mark.parametrize("step", [each for each in POINTS if each not in TENTH])
def test_a_kill_at_every_other_step(tmp_path: Path, step: int) -> None:
    assert _holds(tmp_path, step)


def test_the_steps_are_those_of_all_saves(tmp_path: Path) -> None:
    root = _root(tmp_path)

    assert not _killed(root, 100_000)
    assert _all_whole(contents(root)) == (SAVES, SAVES)
    assert _killed(_root(tmp_path / "other"), STEPS)
