"""Content to read and to spoil."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exhibit.sound_content import Content, sound_content

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A content folder in which nothing is wrong."""
    return sound_content(tmp_path / "content")
