"""The rules inside a zone's file.  Pure: what exists beside it comes in as plain sets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.rules import naming_messages
from kiosk.exhibit.rules.chart_rules import check_chart
from kiosk.exhibit.rules.fact_rules import check_facts
from kiosk.exhibit.rules.inset_rules import check_inset
from kiosk.exhibit.rules.picture_panel_rules import check_picture_panel
from kiosk.exhibit.rules.status_rules import check_status_of_place
from kiosk.exhibit.rules.story_rules import check_story
from kiosk.exhibit.rules.told_rules import check_told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.model.located_message import Existing
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.yaml_source import Location, Node


@dataclass(frozen=True)
class ZoneFile:
    """A zone, and the file and position of each part of it."""

    file: str
    node: Node
    zone: Zone

    def placed(self, located: LocatedMessage) -> PlacedMessage | None:
        """The message placed in this file; None for a consequence of another."""
        if located.message is None:
            return None
        find = self.node.key_position if located.at_key else self.node.position
        return located.message.at(self.file, *find(located.location))


def check_zone(zone: Zone, existing: Existing) -> Iterator[LocatedMessage]:
    """What is wrong inside a zone's file, as far as no other zone and no map is needed."""
    yield from check_status_of_place(zone)
    yield from check_inset(zone, existing)
    yield from _used_twice([panel.id for panel in zone.panels], ("panels",))
    for index, panel in enumerate(zone.panels):
        at: Location = ("panels", index)
        if panel.kind == "facts":
            yield from _used_twice([fact.id for fact in panel.facts], (*at, "facts"))
            yield from check_facts(panel, at, existing)
        elif panel.kind == "chart":
            yield from _used_twice([series.id for series in panel.series], (*at, "series"))
            yield from check_chart(panel, at, existing)
        elif panel.kind == "story":
            yield from check_story(panel, at, existing)
        elif panel.kind == "gallery" or panel.kind == "comparison":
            yield from check_picture_panel(panel, at, existing)
        else:
            yield from check_told(panel, at, existing)


def _used_twice(ids: Iterable[str], at: Location) -> Iterator[LocatedMessage]:
    first: dict[str, int] = {}
    for index, written in enumerate(ids):
        if first.setdefault(written, index) != index:
            message = naming_messages.id_used_twice_here(written, str(at[-1]))
            yield LocatedMessage((*at, index, "id"), message)
