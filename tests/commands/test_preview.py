"""`kiosk preview` opens its window, and says what is wrong with how it was called."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.exhibit.sound_content import sound_content
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

CLOSE_WHEN_CHECKED = """
import sys
sys.path.insert(0, sys.argv.pop(1))
import kiosk.workshop.preview.preview as module

class Closing(module.Preview):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.rereading.checked.connect(self.close)

    def close(self, checked):
        print(self.window.windowTitle(), self.window.isVisible(), self.app.stage.size().toTuple())
        self.window.close()

module.Preview = Closing
from kiosk.__main__ import main
sys.exit(main())
"""
"""A curator who closes the window as soon as everything has been checked."""

TYPE_AND_END = """
import os, sys
sys.path.insert(0, sys.argv.pop(1))
number = int(sys.argv.pop(1))
import kiosk.workshop.preview.preview as module
from kiosk.exhibit.editing.edits import SetText

class Typing(module.Preview):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.editing.looked.connect(self.write)

    def write(self):
        if "zones/qianhai.yaml" in self.editing.roots:
            self.editing.looked.disconnect(self.write)
            edit = SetText("zones/qianhai.yaml", ("introduction", "en"), "The last word.")
            self.editing.change([edit], "")
            os.kill(os.getpid(), number)

module.Preview = Typing
from kiosk.__main__ import main
sys.exit(main())
"""
"""A curator who has hardly typed a word when Ctrl+C is pressed, or the machine is shut down."""

CLOSE_WHEN_ASKED = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from PySide6.QtCore import QTimer
import kiosk.workshop.starting.session as module

class Closing(module.Session):
    def ask(self):
        super().ask()
        print(self.page.windowTitle(), self.page.isVisible(), self.preview)
        QTimer.singleShot(0, self.page.close)

module.Session = Closing
from kiosk.__main__ import main
sys.exit(main())
"""
"""A curator who closes the page that asks which exhibit to work on."""

CRASH_WHEN_ASKED = """
import os, signal, sys
sys.path.insert(0, sys.argv.pop(1))
import kiosk.workshop.starting.session as module

class Crashing(module.Session):
    def ask(self):
        os.kill(os.getpid(), signal.SIGSEGV)

module.Session = Crashing
from kiosk.__main__ import main
sys.exit(main())
"""
"""What ends without any exception of Python's, as Qt does where it follows a wrong address."""


def preview(
    home: Path, *arguments: str, program: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    homes = {name: str(home / name) for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")}
    return subprocess.run(
        [sys.executable, *(program or (str(PROJECT / "main.py"),)), "preview", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"},
        timeout=120,
    )


def test_a_folder_or_a_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    folder = preview(tmp_path, str(tmp_path / "nowhere"))
    file = preview(tmp_path, "--settings", str(tmp_path / "none.yaml"))

    assert (folder.returncode, file.returncode) == (2, 2)
    assert folder.stderr == f"kiosk preview: there is no folder {tmp_path / 'nowhere'}\n"
    assert file.stderr == f"kiosk preview: there is no file {tmp_path / 'none.yaml'}\n"


def test_it_opens_in_the_language_that_was_asked_for_and_ends_with_its_window(
    tmp_path: Path,
) -> None:
    answer = preview(
        tmp_path,
        "--language",
        "pt",
        str(sound_content(tmp_path / "content").folder),
        program=("-c", CLOSE_WHEN_CHECKED, str(PROJECT)),
    )

    assert answer.returncode == 0, answer.stderr
    assert "Pré-visualização True (1920, 1080)" in answer.stdout
    assert "Traceback" not in answer.stderr


def test_without_a_folder_it_asks_and_ends_with_its_window(tmp_path: Path) -> None:
    answer = preview(tmp_path, program=("-c", CLOSE_WHEN_ASKED, str(PROJECT)))

    assert answer.returncode == 0, answer.stderr
    assert "Which exhibit do you want to work on? True None" in answer.stdout
    assert "Choose an exhibit in the window." in answer.stdout
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_last_word_is_written_whoever_ends_it(tmp_path: Path, number: signal.Signals) -> None:
    """Ctrl+C ended the program at once, and what had just been typed was lost."""
    content = sound_content(tmp_path / "content")
    program = ("-c", TYPE_AND_END, str(PROJECT), str(int(number)))
    answer = preview(tmp_path, str(content.folder), program=program)

    assert answer.returncode == 0, answer.stderr
    assert "The last word." in (content.folder / "zones/qianhai.yaml").read_text(encoding="utf-8")
    assert "Traceback" not in answer.stderr


def test_a_crash_below_python_says_in_which_line_it_was(tmp_path: Path) -> None:
    """The window was gone with nothing but "Segmentation fault" to go by."""
    answer = preview(tmp_path, program=("-c", CRASH_WHEN_ASKED, str(PROJECT)))

    assert answer.returncode == -signal.SIGSEGV
    assert "Fatal Python error: Segmentation fault" in answer.stderr
    assert "in ask" in answer.stderr
    assert "preview.py" in answer.stderr
