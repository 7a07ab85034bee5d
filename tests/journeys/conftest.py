"""One running exhibit for all visits, and a visitor who starts each from the map home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.shipped import shipped
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator

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
