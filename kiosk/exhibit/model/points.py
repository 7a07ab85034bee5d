"""The values of charts and data layers, written one by one or kept in a table."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from kiosk.exhibit.model.parts import Model, NameOf, PlaceId
from kiosk.exhibit.model.values import Value, WrittenDate
from kiosk.text.multilingual import Text

ColumnName = Annotated[str, NameOf("column")]


class Point(Model):
    """One value of a series: at a date, of a zone, or under a label of its own.

    Only an event of a timeline has no value: `at` is when and `label` is what happened.  The one
    that the headline speaks of is the `highlight`.
    """

    is_row: ClassVar[bool] = True

    value: Value | None = None
    at: WrittenDate | None = None
    zone: PlaceId | None = None
    label: Text | None = None
    bound: Literal["more-than", "about", "nearly"] | None = None
    highlight: bool = False

    @property
    def when(self) -> WrittenDate | None:
        """Its date, or the one that its label is: years pasted as names are years all the same."""
        if self.at is not None or self.label is None:
            return self.at
        words = {*self.label.versions.values()}
        try:
            return WrittenDate.parse(words.pop()) if len(words) == 1 else None
        except ValueError:
            return None


class Columns(Model):
    """The columns of a series in a CSV file or a spreadsheet.

    `at`, `zone`, `label` and `value` are names of columns; `range` is like A3:D12.  Beside the
    column `name` there can be `name pt`, with the names in Portuguese.
    """

    file: Annotated[str, NameOf("table")]
    sheet: Annotated[str, NameOf("sheet")] | None = None
    range: str | None = None
    value: ColumnName
    at: ColumnName | None = None
    zone: ColumnName | None = None
    label: ColumnName | None = None


class Break(Model):
    """A change of method: what precedes it can't be compared with what follows."""

    before: WrittenDate
    note: Text
