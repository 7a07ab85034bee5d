"""Whether letters have their place: not cut off by a view, not on top of others, not covered."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtWidgets import QWidget

from kiosk.screen.attract.attract import AttractLoop
from kiosk.screen.board.credits import Credits
from kiosk.screen.board.index_list import IndexList
from kiosk.screen.panel.panel_sheet import PanelSheet
from kiosk.screen.panel.source_card import SourceCard
from kiosk.screen.picture.story_picture import StoryPicture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.workshop.check.drawn_text import DrawnText

COVERS = (PanelSheet, IndexList, Credits, SourceCard, StoryPicture, AttractLoop)
"""Widgets that hide whatever lies below them."""

SLACK = 1.5
"""Pixels: widgets stand on whole ones, and letters are smoothed into the next."""

_SIDES = ("left", "top", "right", "bottom")


class Cut(NamedTuple):
    """How much of a text's letters lies outside a view, in pixels, and at which side."""

    text: DrawnText
    lost: float
    side: str
    by: QWidget


class Clash(NamedTuple):
    """Two texts on one spot; `shared` is the thickest of what both cover, in pixels."""

    one: DrawnText
    other: DrawnText
    shared: QRectF


def cut_texts(stage: QWidget, texts: Sequence[DrawnText]) -> Iterator[Cut]:
    """Texts whose letters reach out of their view or of any view around it."""
    for text in texts:
        for widget in ancestry(text.widget):
            area = rect_in(stage, widget)
            if not area.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(text.ink):
                lost, side = max(zip(_beyond(text.ink, area), _SIDES, strict=True))
                yield Cut(text, lost, side, widget)
                break


def clashing_texts(texts: Sequence[DrawnText]) -> Iterator[Clash]:
    """Pairs of texts whose letters stand on one spot."""
    for one, other in combinations(texts, 2):
        shared = one.overlap(other)
        if min(shared.width(), shared.height()) > SLACK:
            yield Clash(one, other, shared)


def is_covered(stage: QWidget, widget: QWidget, rect: QRectF) -> bool:
    """Whether something opaque that stands above a widget hides all of that rectangle."""
    return any(
        rect_in(stage, cover).contains(rect)
        for cover in stage.findChildren(QWidget)
        if isinstance(cover, COVERS) and cover.isVisible() and stands_above(cover, widget)
    )


def stands_above(one: QWidget, other: QWidget) -> bool:
    """Whether a widget is painted after another that is not inside it."""
    if one is other or one.isAncestorOf(other) or other.isAncestorOf(one):
        return False
    mine, theirs = ancestry(one), ancestry(other)
    for parent, (left, right) in enumerate(zip(mine, theirs, strict=False)):
        if left is not right:
            siblings = mine[parent - 1].children()
            return siblings.index(left) > siblings.index(right)
    return False


def ancestry(widget: QWidget) -> list[QWidget]:
    """From the window down to the widget itself."""
    chain = [widget]
    while (parent := chain[0].parentWidget()) is not None:
        chain.insert(0, parent)
    return chain


def rect_in(stage: QWidget, widget: QWidget) -> QRectF:
    """A widget's rectangle in the window's pixels."""
    return QRectF(widget.mapTo(stage, QPoint()).toPointF(), widget.size().toSizeF())


def _beyond(inner: QRectF, outer: QRectF) -> tuple[float, float, float, float]:
    """How far a rectangle reaches out at the left, top, right and bottom."""
    return (
        outer.left() - inner.left(),
        outer.top() - inner.top(),
        inner.right() - outer.right(),
        inner.bottom() - outer.bottom(),
    )
