"""Whether texts fit: not cut off by a widget, not on top of each other, not covered."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtWidgets import QWidget

from kiosk.screen.attract.attract import AttractLoop
from kiosk.screen.board.board import Board
from kiosk.screen.panel.panel_sheet import PanelSheet
from kiosk.screen.panel.source_card import SourceCard
from kiosk.screen.picture.compared_pictures import ComparedPictures
from kiosk.screen.picture.picture_frame import PictureFrame
from kiosk.screen.picture.story_picture import StoryPicture
from kiosk.text.phrase import template

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.workshop.check.drawn_text import DrawnText

COVERS = (
    PanelSheet,
    Board,
    SourceCard,
    StoryPicture,
    ComparedPictures,
    PictureFrame,
    AttractLoop,
)
"""Widgets that hide whatever is below them."""

SLACK = 1.5
"""In pixels: widgets are aligned to whole ones, and letters are antialiased beyond them."""

NEAR = 0.5
"""So many pixels beyond a widget may be too many where a window has more of them."""

_SIDES = (template("left"), template("top"), template("right"), template("bottom"))


class Cut(NamedTuple):
    """How far the letters of a text extend beyond a widget, in pixels, and on which side."""

    text: DrawnText
    lost: float
    side: str
    by: QWidget


class Clash(NamedTuple):
    """Two texts that overlap; `shared` is the thickest overlap, in pixels."""

    one: DrawnText
    other: DrawnText
    shared: QRectF


def cut_texts(stage: QWidget, texts: Sequence[DrawnText], slack: float = SLACK) -> Iterator[Cut]:
    """Texts whose letters extend beyond their widget or any widget around it."""
    around: dict[QWidget, list[tuple[QWidget, QRectF]]] = {}
    for text in texts:
        if text.widget not in around:
            chain = ancestry(text.widget)
            around[text.widget] = [(widget, rect_in(stage, widget)) for widget in chain]
        for widget, area in around[text.widget]:
            if not area.adjusted(-slack, -slack, slack, slack).contains(text.ink):
                lost, side = max(zip(_beyond(text.ink, area), _SIDES, strict=True))
                yield Cut(text, lost, side, widget)
                break


def clashing_texts(texts: Sequence[DrawnText], slack: float = SLACK) -> Iterator[Clash]:
    """Pairs of texts whose letters overlap."""
    for one, other in combinations(texts, 2):
        shared = one.overlap(other)
        if min(shared.width(), shared.height()) > slack:
            yield Clash(one, other, shared)


def is_nearly_wrong(stage: QWidget, texts: Sequence[DrawnText]) -> bool:
    """Whether a text is so near to being cut off, or to another, that more pixels may show it."""
    cut, clashing = cut_texts(stage, texts, NEAR), clashing_texts(texts, NEAR)
    return next(cut, None) is not None or next(clashing, None) is not None


class Covers:
    """The widgets of a window that hide something, as it stands when this is made."""

    def __init__(self, window: QWidget) -> None:
        self._seen = [
            (cover, rect_in(window, cover))
            for cover in window.findChildren(QWidget)
            if isinstance(cover, COVERS) and cover.isVisible()
        ]

    def above(self, widget: QWidget) -> Iterator[tuple[QWidget, QRectF]]:
        """Those above a widget, with their rectangles in the pixels of the window."""
        yield from (each for each in self._seen if is_above(each[0], widget))

    def hide(self, widget: QWidget, rect: QRectF) -> bool:
        """Whether one above the widget hides the whole rectangle, in the window's pixels."""
        return any(area.contains(rect) for _, area in self.above(widget))


def is_above(one: QWidget, other: QWidget) -> bool:
    """Whether a widget is painted above what another paints itself, as those inside it are."""
    if one is other or one.isAncestorOf(other):
        return False
    if other.isAncestorOf(one):
        return True
    mine, theirs = ancestry(one), ancestry(other)
    for parent, (left, right) in enumerate(zip(mine, theirs, strict=False)):
        if left is not right:
            siblings = mine[parent - 1].children()
            return siblings.index(left) > siblings.index(right)
    return False


def ancestry(widget: QWidget) -> list[QWidget]:
    """The chain of widgets from the window down to this one."""
    chain = [widget]
    while (parent := chain[0].parentWidget()) is not None:
        chain.insert(0, parent)
    return chain


def rect_in(stage: QWidget, widget: QWidget) -> QRectF:
    """The rectangle of a widget in the pixels of the window."""
    return QRectF(widget.mapTo(stage, QPoint()).toPointF(), widget.size().toSizeF())


def _beyond(inner: QRectF, outer: QRectF) -> tuple[float, float, float, float]:
    """How far a rectangle extends at the left, top, right and bottom."""
    return (
        outer.left() - inner.left(),
        outer.top() - inner.top(),
        inner.right() - outer.right(),
        inner.bottom() - outer.bottom(),
    )
