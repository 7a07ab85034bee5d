"""A window for a board, which has to be gone before the next one is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def window(qapp: object) -> Iterator[QWidget]:
    window = QWidget()
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents()
