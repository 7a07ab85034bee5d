"""A preview of a small exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exhibit.sound_content import Content, sound_content
from tests.workshop.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return sound_content(tmp_path / "content")


@pytest.fixture
def desk(qapp: object, content: Content) -> Iterator[Desk]:
    """A curator who has opened Qianhai's first panel in the preview."""
    desk = Desk(content)
    yield desk
    desk.leave()
