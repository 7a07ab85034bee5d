"""What the models of content are made of: ids, names, pictures, and their common ancestor."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from kiosk.text.file_names import found_as
from kiosk.text.ids import ID_PATTERN, LONGEST_ID
from kiosk.text.multilingual import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Collection

Id = Annotated[str, StringConstraints(pattern=f"^{ID_PATTERN}$", max_length=LONGEST_ID)]
"""A name for tours, counts and links: small letters, digits and hyphens."""


@dataclass(frozen=True)
class NameOf:
    """What a text of content names; beside a type it tells an editor what there is to choose from.

    A `place` is a zone or an element of the map, a `way` what `Place.parse` reads.
    """

    kind: Literal[
        "column",
        "fact",
        "film",
        "layer",
        "map",
        "map-group",
        "map-element",
        "picture",
        "place",
        "sheet",
        "sound",
        "source",
        "table",
        "unit",
        "way",
        "zone",
    ]


@dataclass(frozen=True)
class InParagraphs:
    """Beside a type: the text may have several paragraphs."""


@dataclass(frozen=True)
class PointOf:
    """Beside two numbers: a point, in shares of its sides, of the picture that a key names."""

    key: str


LongText = Annotated[Text, InParagraphs()]
UnitId = Annotated[Id, NameOf("unit")]
ZoneId = Annotated[Id, NameOf("zone")]
PlaceId = Annotated[Id, NameOf("place")]
LayerId = Annotated[Id, NameOf("layer")]
SourceId = Annotated[Id, NameOf("source")]


def one_or_many(found: object) -> object:
    """A text alone becomes a list of one."""
    return [found] if isinstance(found, str) else found


def _same_in_every_language(found: object) -> object:
    return dict.fromkeys(LANGUAGES, found) if isinstance(found, str) else found


Words = Annotated[str, StringConstraints(pattern=r"\S")]
SourceIds = Annotated[
    tuple[SourceId, ...],
    BeforeValidator(
        one_or_many,
        json_schema_input_type=Id | Annotated[tuple[Id, ...], Field(min_length=1)],
    ),
    Field(min_length=1),
]
ZoneIds = Annotated[
    tuple[PlaceId, ...],
    BeforeValidator(
        one_or_many,
        json_schema_input_type=Id | Annotated[tuple[Id, ...], Field(max_length=60)],
    ),
    Field(max_length=60),
]
"""Up to 60 zones, or one alone."""
PictureFile = Annotated[str, NameOf("picture")]
Name = Annotated[
    Text, BeforeValidator(_same_in_every_language, json_schema_input_type=Text | Words)
]


class Model(BaseModel):
    """Every content class is immutable and refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    is_row: ClassVar[bool] = False
    """Whether a list of them is edited as a table."""


class Picture(Model):
    """A file in `pictures/` and what it shows, for those who can't see it.

    `focus` is what no crop cuts away, in shares of width and height.
    """

    file: PictureFile
    alternative: Text
    caption: Text | None = None
    credit: Name | None = None
    licence: Name | None = None
    focus: Annotated[tuple[Decimal, Decimal] | None, PointOf("file")] = None

    @property
    def kept_point(self) -> tuple[float, float] | None:
        """The focus as plain numbers; None for one beside the picture, too."""
        if self.focus is None or not all(0 <= share <= 1 for share in self.focus):
            return None
        return float(self.focus[0]), float(self.focus[1])

    def called(self, pictures: Collection[str]) -> Picture:
        """The same under the name that the file has among these."""
        return self.model_copy(update={"file": found_as(self.file, pictures) or self.file})
