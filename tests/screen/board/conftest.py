"""A window for a board, which has to be gone before the next one is opened, and looks for it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.look.look import Look, read_look
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    LookAt = Callable[[tuple[int, int]], Look]


@pytest.fixture
def window(qapp: object) -> Iterator[QWidget]:
    window = QWidget()
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents()


@pytest.fixture(scope="session")
def look_at(qapp: object) -> LookAt:
    """The look in a window of some size, made once: it keeps the texts that it has set."""
    look = read_look(shipped("assets"))
    return cache(lambda size: look.sized(QSizeF(*size)))
