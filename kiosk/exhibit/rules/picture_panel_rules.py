"""The rules for galleries and comparisons: pictures that are there, and words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.dated import first_day
from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.rules.fact_rules import check_source
from kiosk.exhibit.rules.story_rules import check_page_text, check_picture
from kiosk.text.messages import Severity
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.located_message import Existing
    from kiosk.exhibit.model.picture_panels import ComparisonPanel, GalleryPanel, PicturePanel
    from kiosk.text.messages import Message
    from kiosk.text.yaml_source import Location

_NO_CAPTION = Rule(
    "picture-without-caption",
    severity=Severity.WARNING,
    why="In a gallery the caption is all that is said of a picture: without it, its place is bare.",
    wrong="a picture of a gallery without `caption`",
    right="the same with `caption: {en: The hall before it was opened}`",
)


def _no_caption() -> Message:
    return _NO_CAPTION.message(
        "a picture without a caption", "say in a sentence what visitors see, and when it was taken"
    )


_TURNED_ROUND = Rule(
    "after-is-older",
    severity=Severity.WARNING,
    why="Visitors read from left to right: what was before stands at the left.",
    wrong="`before` with `at: 2024`, and `after` with `at: 2003`",
    right="`before` with `at: 2003`, and `after` with `at: 2024`",
)


def _turned_round() -> Message:
    return _TURNED_ROUND.message("what comes after is older", "exchange 'before' and 'after'")


RULES = (_NO_CAPTION, _TURNED_ROUND)
"""The rules of this file."""


def check_picture_panel(
    panel: PicturePanel, at: Location, existing: Existing
) -> Iterator[LocatedMessage]:
    """What is wrong with the panel of pictures at `at`."""
    if panel.source is not None:
        yield from check_source(panel.source, (*at, "source"), existing)
    if panel.kind == "gallery":
        yield from _check_gallery(panel, at, existing)
    else:
        yield from _check_comparison(panel, at, existing)


def _check_gallery(
    panel: GalleryPanel, at: Location, existing: Existing
) -> Iterator[LocatedMessage]:
    for index, picture in enumerate(panel.pictures):
        here = (*at, "pictures", index)
        yield from check_picture(picture, here, existing.pictures)
        if picture.caption is None:
            yield LocatedMessage((*here, "file"), _no_caption())


def _check_comparison(
    panel: ComparisonPanel, at: Location, existing: Existing
) -> Iterator[LocatedMessage]:
    yield from check_page_text(panel.text, at)
    for key, side in zip(("before", "after"), panel.sides, strict=True):
        yield from check_picture(side.picture, (*at, key, "picture"), existing.pictures)
    before, after = (side.at for side in panel.sides)
    if before is not None and after is not None and first_day(after) < first_day(before):
        yield LocatedMessage((*at, "after", "at"), _turned_round())
