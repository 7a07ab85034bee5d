"""Events: what happened when, each told in a sentence, some with a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from kiosk.exhibit.model.parts import Id, Model, Picture, SourceIds
from kiosk.exhibit.model.values import WrittenDate
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from collections.abc import Collection

MOST_EVENTS = 40


class Event(Model):
    """One thing that happened."""

    at: WrittenDate
    heading: Text
    text: Text
    picture: Picture | None = None


class EventsPanel(Model):
    """What happened when, in the order of time, on as many pages as it needs.

    A timeline is a chart: up to eight dates on one line, in a few words each and without pictures.
    """

    kind: Literal["events"]
    id: Id
    title: Text
    source: SourceIds
    shown_from: WrittenDate | None = Field(default=None, alias="from")
    until: WrittenDate | None = None
    events: tuple[Event, ...] = Field(min_length=2, max_length=MOST_EVENTS)

    @property
    def in_order(self) -> tuple[Event, ...]:
        """The events as they happened; those of one date as they are written."""
        return tuple(sorted(self.events, key=_when))

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures, as the events are written."""
        return tuple(each.picture for each in self.events if each.picture is not None)

    def with_real_pictures(self, pictures: Collection[str]) -> EventsPanel:
        """The same with each picture under the name that its file has among these."""
        events = tuple(
            each.model_copy(update={"picture": each.picture.called(pictures)})
            if each.picture is not None
            else each
            for each in self.events
        )
        return self.model_copy(update={"events": events})


def _when(event: Event) -> WrittenDate:
    return event.at
