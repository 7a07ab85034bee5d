"""One still exhibit for the whole walk, on a 24-inch screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.walk.walking import INCHES_24_MM, close, open_still

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App


@pytest.fixture(scope="module")
def exhibit(qapp: object) -> Iterator[App]:
    app = open_still(INCHES_24_MM)
    yield app
    close(app)
