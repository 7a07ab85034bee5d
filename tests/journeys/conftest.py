"""One running exhibit for all visits, and a visitor who starts each from the map home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.shipped import shipped
from tests.exhibit.sound_content import sound_content
from tests.journeys.picture_panels import with_picture_panels
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.app import App


@pytest.fixture(scope="session")
def exhibit(qapp: object) -> Iterator[App]:
    """The real content, without motion, at 1920 by 1080."""
    app = open_exhibit(shipped("content"))
    yield app
    close_exhibit(app)


@pytest.fixture
def visitor(exhibit: App) -> Visitor:
    begin_again(exhibit)
    return Visitor(exhibit)


@pytest.fixture(scope="session")
def picture_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a gallery and a comparison, which no test changes."""
    return with_picture_panels(sound_content(tmp_path_factory.mktemp("pictures"))).folder


@pytest.fixture(scope="module")
def picture_exhibit(qapp: object, picture_folder: Path) -> Iterator[App]:
    """That folder on a 24-inch screen, without motion."""
    app = open_exhibit(picture_folder, screen_mm=(531.0, 299.0))
    yield app
    close_exhibit(app)
