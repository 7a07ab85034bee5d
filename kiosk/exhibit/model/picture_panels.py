"""Panels of pictures: a gallery, and two pictures of one thing that are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from kiosk.exhibit.model.parts import Id, Model, Picture, SourceIds
from kiosk.exhibit.model.values import WrittenDate
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from collections.abc import Collection


class GalleryPanel(Model):
    """Pictures with captions: one is large, the others are beside it to be touched."""

    kind: Literal["gallery"]
    id: Id
    title: Text
    pictures: tuple[Picture, ...] = Field(min_length=1, max_length=24)
    source: SourceIds | None = None
    shown_from: WrittenDate | None = Field(default=None, alias="from")
    until: WrittenDate | None = None

    def with_real_pictures(self, pictures: Collection[str]) -> GalleryPanel:
        """The same with the pictures under the names that their files have among these."""
        called = tuple(picture.called(pictures) for picture in self.pictures)
        return self.model_copy(update={"pictures": called})


class ComparedPicture(Model):
    """One of two pictures that are compared, and what it is called beside the other."""

    picture: Picture
    label: Text
    at: WrittenDate | None = None


class ComparisonPanel(Model):
    """Two pictures of one thing upon each other: a handle uncovers the one or the other."""

    kind: Literal["comparison"]
    id: Id
    title: Text
    text: Text
    before: ComparedPicture
    after: ComparedPicture
    source: SourceIds
    shown_from: WrittenDate | None = Field(default=None, alias="from")
    until: WrittenDate | None = None

    @property
    def sides(self) -> tuple[ComparedPicture, ComparedPicture]:
        """Both, the left one first."""
        return self.before, self.after

    @property
    def pictures(self) -> tuple[Picture, Picture]:
        """The pictures of both."""
        return self.before.picture, self.after.picture

    def with_real_pictures(self, pictures: Collection[str]) -> ComparisonPanel:
        """The same with the pictures under the names that their files have among these."""
        before, after = (
            side.model_copy(update={"picture": side.picture.called(pictures)})
            for side in self.sides
        )
        return self.model_copy(update={"before": before, "after": after})


PicturePanel = GalleryPanel | ComparisonPanel
"""A panel that is made of pictures, which stand in the map's place."""
