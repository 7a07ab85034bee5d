"""One still exhibit for the whole walk, on a 24-inch screen, and what records its letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.walk.drawn_text import TextRecorder
from tests.walk.walking import INCHES_24_MM, close, open_still

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App


@pytest.fixture(scope="module")
def exhibit(qapp: object) -> Iterator[App]:
    app = open_still(INCHES_24_MM)
    yield app
    close(app)


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> TextRecorder:
    return TextRecorder(monkeypatch)
