"""What every test needs: Qt without a display, and the switch for the long tests."""

from __future__ import annotations

import gc
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from tests.exhibit.sound_content import Content, sound_content
from tests.tools import look_for

# Before anything imports Qt: it reads the platform when the application is made.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# A build machine has no session, and Qt warns about a session without this folder.
if not Path(os.environ.get("XDG_RUNTIME_DIR", "missing")).is_dir():
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="kiosk-tests-")

# The same examples every time, however slow the machine.
settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile("repeatable")


# Garbage is collected between tests, on this thread: on another one a pool would wait for itself.
gc.disable()


def pytest_runtest_teardown() -> None:
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--soak",
        action="store_true",
        default=os.environ.get("SOAK") == "1",
        help="run the long tests too (the same as SOAK=1)",
    )


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A content folder in which nothing is wrong."""
    return sound_content(tmp_path / "content")


_LONGEST_FILE = "test_debian.py"
"""Minutes of waiting for a machine: it goes first, while the other processes do the rest."""


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        look_for(mark.args)


def _begins_late(item: pytest.Item) -> bool:
    return item.path.name != _LONGEST_FILE


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items.sort(key=_begins_late)
    if config.getoption("--soak"):
        return
    for item in items:
        if item.get_closest_marker("soak"):
            item.add_marker(pytest.mark.skip(reason="takes minutes: run it with `make soak`"))
