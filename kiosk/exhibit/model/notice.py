"""A notice: what visitors have to know on some days, such as another closing time."""

from __future__ import annotations

from pydantic import Field

from kiosk.exhibit.model.parts import Model
from kiosk.exhibit.model.values import WrittenDate
from kiosk.text.multilingual import Text

NOTICES_AT_ONCE = 3
"""So many are shown together; of more, the first ones."""
MOST_NOTICES = 40


class Notice(Model):
    """One line on the map home."""

    text: Text
    shown_from: WrittenDate | None = Field(default=None, alias="from")
    until: WrittenDate | None = None
