"""The look of the exhibit at 1920 by 1080, where a unit is a pixel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF

from kiosk.look.look import Look, read_look
from kiosk.shipped import shipped


@pytest.fixture(scope="session")
def look(qapp: object) -> Look:
    return read_look(shipped("assets")).still().sized(QSizeF(1920, 1080))
