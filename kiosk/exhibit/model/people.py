"""People: who did something, with their pictures, and what one of them said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from kiosk.exhibit.model.parts import Id, Model, Name, Picture, SourceIds
from kiosk.exhibit.model.values import WrittenDate
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from collections.abc import Collection

MOST_PEOPLE = 12


class Person(Model):
    """One person in a few words; without a portrait, the initials stand in its place."""

    name: Name
    role: Text
    text: Text
    portrait: Picture | None = None


class PeoplePanel(Model):
    """Who is behind something: up to twelve people."""

    kind: Literal["people"]
    id: Id
    title: Text
    source: SourceIds
    shown_from: WrittenDate | None = Field(default=None, alias="from")
    until: WrittenDate | None = None
    people: tuple[Person, ...] = Field(min_length=1, max_length=MOST_PEOPLE)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The portraits, in their order."""
        return tuple(each.portrait for each in self.people if each.portrait is not None)

    def with_real_pictures(self, pictures: Collection[str]) -> PeoplePanel:
        """The same with each picture under the name that its file has among these."""
        people = tuple(
            each.model_copy(update={"portrait": each.portrait.called(pictures)})
            if each.portrait is not None
            else each
            for each in self.people
        )
        return self.model_copy(update={"people": people})


class QuotePanel(Model):
    """What somebody said, in their own words: the panel sets the quotation marks."""

    kind: Literal["quote"]
    id: Id
    words: Text
    name: Name
    role: Text | None = None
    at: WrittenDate | None = None
    portrait: Picture | None = None
    source: SourceIds
    shown_from: WrittenDate | None = Field(default=None, alias="from")
    until: WrittenDate | None = None

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The portrait, if there is one."""
        return () if self.portrait is None else (self.portrait,)

    def with_real_pictures(self, pictures: Collection[str]) -> QuotePanel:
        """The same with the portrait under the name that its file has among these."""
        if self.portrait is None:
            return self
        return self.model_copy(update={"portrait": self.portrait.called(pictures)})
