"""How a photograph of a test is compared, and what is said when it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from kiosk.look.pictures import read_head, read_picture
from kiosk.look.unusable_picture import UnusablePicture

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QColor

SIZE = QSize(80, 60)


def is_near(found: QColor, wanted: QColor, by: int = 6) -> bool:
    pairs = zip(found.getRgb()[:3], wanted.getRgb()[:3], strict=True)  # type: ignore[index]
    return all(abs(one - other) <= by for one, other in pairs)


def refusal(file: Path) -> str:
    """What is said of a picture that can't be drawn, by looking at its head alone."""
    with pytest.raises(UnusablePicture) as caught:
        read_head(file)
    assert read_picture(file, SIZE).isNull()
    message = caught.value.message
    return f"{message.rule}: {message.text} ({message.hint})"
