"""What every test needs: Qt without a display, and the switch for the long tests."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication

from kiosk import job_pool
from kiosk.garbage import GarbageCollector, collect_all, keep_for_good
from kiosk.guard.process.process_memory import give_back_now
from tests.crash_proof_files import CrashProofFiles
from tests.drawn_maps import DrawnMaps
from tests.exhibit.sound_content import Content, sound_content
from tests.names_set import NamesSet
from tests.read_once import ContentReadOnce, MapReadOnce, WordsReadOnce
from tests.tools import look_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from xdist.remote import Producer

# Before anything imports Qt: it reads the platform when the application is made.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# A build machine has no session, and Qt warns about a session without this folder.
# What a check keeps is not the user's own.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="kiosk-tests-")
if not Path(os.environ.get("XDG_RUNTIME_DIR", "missing")).is_dir():
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="kiosk-tests-")

_COLLECTED_ONCE_IN = 10
_homecomings = count(1)
_NEVER_MS = 86_400_000
_DRAWN = "KIOSK_TESTS_DRAWN_MAPS"

# The same examples every time, however slow the machine; ten times as many in `make soak`.
settings.register_profile(
    "repeatable", derandomize=True, deadline=None, database=None, max_examples=50
)
settings.register_profile("thorough", settings.get_profile("repeatable"), max_examples=500)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """The application, and garbage collected on its thread alone, as in `kiosk run`."""
    collector = GarbageCollector(qapp)
    yield qapp
    collector.end()


def pytest_sessionstart() -> None:
    """Make a folder for the maps that any process of this run draws; the first one made it."""
    if _DRAWN not in os.environ:
        os.environ[_DRAWN] = tempfile.mkdtemp(prefix="kiosk-tests-")
        atexit.register(shutil.rmtree, os.environ[_DRAWN], ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def _done_once() -> Iterator[None]:
    """Maps are drawn, and what exhibits read is read, once for all tests that need the same.

    A verb that a test runs here ends without the process of the tests, exhibits that come home
    thousands of times give their memory back some times, and curators' windows lay nothing out in
    processes of their own: on a busy machine every one did, beside the test it stood for.
    """
    with pytest.MonkeyPatch.context() as patch:
        if "kiosk.app" in sys.modules:
            patch.setattr("kiosk.app.collect_all", _collect_at_times)
            patch.setattr("kiosk.app.give_back_now", _keep)
        if "kiosk.workshop.preview.thorough_check" in sys.modules:
            patch.setattr("kiosk.workshop.preview.thorough_check._QUIET_MS", _NEVER_MS)
        patch.setattr("kiosk.__main__._end_works", _rest)
        DrawnMaps(Path(os.environ[_DRAWN])).stand_in(patch)
        for once in (WordsReadOnce(), MapReadOnce(), ContentReadOnce(), NamesSet()):
            once.stand_in(patch)
        yield


def _rest(code: int) -> int:
    """Wait for works as long as `kiosk` does before it ends.

    It would end with those that go on then, and all tests with it: an exhibit that stands for
    several tests has such works on a busy machine.
    """
    job_pool.job_pool().waitForDone(round(job_pool.REST_SECONDS * 1000))
    return code


def _collect_at_times() -> None:
    """As whoever comes home does, which took a tenth of the time of all journeys."""
    if next(_homecomings) % _COLLECTED_ONCE_IN == 0:
        collect_all()
        give_back_now()


def _keep() -> None:
    """Give nothing back now."""


def pytest_collection_finish() -> None:
    """Leave the tests themselves out of every later collection: they last as long as we run.

    There are thousands, and a full collection that looks at them all takes half a second.
    """
    keep_for_good()


def pytest_runtest_teardown() -> None:
    """Collect what is due after a test without an event loop."""
    application = QCoreApplication.instance()
    collector = application and application.findChild(GarbageCollector)
    if collector:
        collector.collect_due()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--soak",
        action="store_true",
        default=os.environ.get("SOAK") == "1",
        help="run the long tests too (the same as SOAK=1)",
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> CrashProofFiles | None:
    return CrashProofFiles(config, log) if config.getoption("dist") == "loadfile" else None


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("thorough" if config.getoption("--soak") else "repeatable")


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A content folder in which nothing is wrong."""
    return sound_content(tmp_path / "content")


@pytest.fixture
def told(content: Content, file: str, right: str, wrong: str) -> list[str]:
    """What reading complains of after one change (see `ONE_CHANGE`)."""
    content.change(file, right, wrong)
    return content.messages()


_LONG_FILES = (
    "packaging/test_debian.py",
    "guard/process/test_on_its_feet.py",
    "docs/test_guide_pictures.py",
    "screen_reader/test_by_screen_reader.py",
    "commands/test_narrate.py",
    "guard/process/test_cage.py",
    "soak/test_robot_at_the_map.py",
    "workshop/editing/test_whole_exhibit.py",
    "hostile/test_heavy_drawings.py",
    "pictures/test_at_ratio_two.py",
    "guard/test_staff_pin.py",
    "guard/staff/test_staff_access.py",
    "walk/test_layout.py",
    "habits/test_style.py",
    "journeys/test_layer_in_other_windows.py",
    "pictures/test_pixel_ratios.py",
    "presenting/handout/test_handout.py",
    "workshop/check/test_layout_rules.py",
    "walk/test_contrast.py",
)
"""They go first, while the other processes do the rest: begun last, all would wait for one.

Those that wait for other programs more than they work stand among those that only work.
"""


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        look_for(mark.args)


def _turn(item: pytest.Item) -> int:
    """The place of a long file, and one behind all of them for any other."""
    file = item.path.as_posix()
    at = (turn for turn, long in enumerate(_LONG_FILES) if file.endswith(long))
    return next(at, len(_LONG_FILES))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items.sort(key=_turn)
    if config.getoption("--soak"):
        return
    for item in items:
        if item.get_closest_marker("soak"):
            item.add_marker(pytest.mark.skip(reason="takes minutes: run it with `make soak`"))
