"""A preview of a small exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workshop.preview.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.exhibit.sound_content import Content


@pytest.fixture
def desk(qapp: object, content: Content) -> Iterator[Desk]:
    """A curator who has opened Qianhai's first panel in the preview."""
    desk = Desk(content)
    yield desk
    desk.leave()
