"""A tour: the steps of a talk, each with a place, notes and a planned time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from kiosk.exhibit.model.parts import Id, LayerId, LongText, Model, NameOf, Picture, ZoneIds
from kiosk.exhibit.model.values import WrittenDate
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

STEPS_LIMIT = 60

_DURATION = r"(?P<minutes>[0-9]{1,3}):(?P<seconds>[0-5][0-9])"


@dataclass(frozen=True, order=True)
class Duration:
    """A planned time in whole seconds, at least one; written `1:30`."""

    seconds: int

    @classmethod
    def parse(cls, written: str) -> Duration:
        """Read `1:30`, minutes and seconds; ValueError says what is wrong."""
        match = re.fullmatch(_DURATION, written.strip())
        seconds = int(match["minutes"]) * 60 + int(match["seconds"]) if match else 0
        if not seconds:
            raise ValueError(f"{written!r} is not a time: write minutes:seconds, such as 1:30")
        return cls(seconds)

    def __str__(self) -> str:
        return f"{self.seconds // 60}:{self.seconds % 60:02d}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        def read(found: object, checked: Callable[[object], str]) -> object:
            return found if isinstance(found, Duration) else Duration.parse(checked(found))

        return core_schema.no_info_wrap_validator_function(read, core_schema.str_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: object) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\s*(?!0+:00)[0-9]{1,3}:[0-5][0-9]\s*$"}


class TourStep(Model):
    """One thing that is shown while the presenter says something.

    `place` is what `Place.parse` reads: `home`, `bay`, `list`, `credits`, or `zone/panel/page`.
    On the map home `layer` names a data layer, `year` which of its years, and `highlight` then the
    two zones that are compared.
    `highlight` and `view` name zones; `view` can be `home` or `bay` alone.  A statement or a
    picture covers everything else.
    """

    id: Id
    place: Annotated[str, NameOf("way")] = "home"
    layer: LayerId | None = None
    year: WrittenDate | None = None
    highlight: ZoneIds = ()
    view: ZoneIds = ()
    heading: Text | None = None
    notes: LongText
    duration: Duration
    statement: Text | None = None
    picture: Picture | None = None

    def with_real_picture(self, pictures: Collection[str]) -> TourStep:
        """The same with the picture under the name that its file has among these."""
        if self.picture is None:
            return self
        return self.model_copy(update={"picture": self.picture.called(pictures)})


class Tour(Model):
    """A talk: what is shown in which order, with notes for the presenter."""

    id: Id
    title: Text
    steps: tuple[TourStep, ...] = Field(min_length=1, max_length=STEPS_LIMIT)

    @property
    def seconds(self) -> int:
        """The planned time of the whole tour."""
        return sum(step.duration.seconds for step in self.steps)
