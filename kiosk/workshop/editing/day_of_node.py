"""Whether something that is written in a file is shown on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.dated import first_day, last_day
from kiosk.exhibit.model.values import WrittenDate

if TYPE_CHECKING:
    import datetime

    from kiosk.text.yaml_source import Node


def is_shown_on(node: Node, day: datetime.date) -> bool:
    """Whether neither its `from` nor its `until` leaves it out, where these are dates."""
    begin, end = _date(node, "from"), _date(node, "until")
    is_to_come = begin is not None and day < first_day(begin)
    is_over = end is not None and day > last_day(end)
    return not is_to_come and not is_over


def _date(node: Node, key: str) -> WrittenDate | None:
    written = node.at((key,))
    if written is None or written.kind != "text":
        return None
    try:
        return WrittenDate.parse(str(written.value))
    except ValueError:
        return None
