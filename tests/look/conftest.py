"""The look of the exhibit at 1920 by 1080, where a unit is a pixel, and files of pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF

from kiosk.look.look import Look, read_look
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="session")
def look(qapp: object) -> Look:
    return read_look(shipped("assets")).still().sized(QSizeF(1920, 1080))


@pytest.fixture
def saved(tmp_path: Path) -> Callable[..., Path]:
    """Writes bytes into a file and gives its path."""

    def save(data: bytes, name: str = "hall.jpg") -> Path:
        file = tmp_path / name
        file.write_bytes(data)
        return file

    return save
