"""What a check of the layout says of a folder, one line for each mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.workshop.check.laying_out import check_layout
from kiosk.workshop.check.trial import SHAPES

if TYPE_CHECKING:
    from kiosk.workshop.check.trial import WindowShape
    from tests.exhibit.sound_content import Content

FULL_HD, PORTRAIT = SHAPES[:2]


def found(content: Content, *shapes: WindowShape) -> list[str]:
    """What is said of that content in these shapes, in the first one where none is named."""
    messages = check_layout(content.folder, ignore_share, shapes=shapes or (FULL_HD,), processes=1)
    return [f"{each} [{each.rule}]" for each in messages]


def ignore_share(share: float) -> None:
    """Nobody waits for the progress."""
