"""What is wrong with the layout of the screen of the moment, said for people."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.screen.attract import AttractLoop
from kiosk.screen.button import Button
from kiosk.screen.credits import Credits
from kiosk.screen.index_list import IndexList
from kiosk.screen.index_row import IndexRow
from kiosk.screen.map.map_targets import MapTarget
from kiosk.screen.panel.panel_sheet import PanelSheet
from kiosk.screen.panel.source_card import SourceCard
from kiosk.screen.story_picture import StoryPicture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.look.look import Look
    from tests.walk.drawn_text import DrawnText

_COVERS = (PanelSheet, IndexList, Credits, SourceCard, StoryPicture, AttractLoop)
"""Widgets that hide whatever lies below them."""

_ALWAYS_THERE = ("en", "zh-Hant", "zh-Hans", "pt", "list")
_SIDES = ("left", "top", "right", "bottom")
_LEAST_TEXT_U = 20
_LEAST_DISPLAY_U = 48
_SLACK = 1.5
"""Pixels: widgets stand on whole ones, and letters are smoothed into the next."""


def layout_complaints(
    stage: QWidget,
    texts: Sequence[DrawnText],
    look: Look,
    controls: Sequence[QAbstractButton] | None = None,
) -> list[str]:
    """Everything that is clipped, covered, too small or out of reach.

    Without `controls` those of the whole stage are looked at.
    """
    seen = [text for text in texts if not is_covered(stage, text.widget, text.ink)]
    missing = list(_missing(stage)) if controls is None else []
    if controls is None:
        controls = touchable(stage)
    controls = [each for each in controls if not is_covered(stage, each, _rect(each, stage))]
    return [
        *missing,
        *_outside(stage, seen, controls, look),
        *_overlapping(stage, seen, controls, look),
        *_too_small(stage, seen, controls, look),
        *_too_high(stage, controls),
        *_broken(seen),
    ]


def touchable(stage: QWidget) -> list[QAbstractButton]:
    """Visible controls that take touches themselves; those of the map let them through."""
    return [
        each
        for each in stage.findChildren(QAbstractButton)
        if each.isVisible() and not isinstance(each, MapTarget)
    ]


def drawn_shape(control: QAbstractButton, stage: QWidget) -> QRectF:
    """What is seen of a control; fingers may reach further."""
    rect = _rect(control, stage)
    if isinstance(control, Button):
        return rect.adjusted(control.margin, control.margin, -control.margin, -control.margin)
    return rect


def is_covered(stage: QWidget, widget: QWidget, rect: QRectF) -> bool:
    """Whether something opaque that stands above a widget hides all of that rectangle."""
    return any(
        _rect(cover, stage).contains(rect)
        for cover in stage.findChildren(QWidget)
        if isinstance(cover, _COVERS) and cover.isVisible() and _stands_above(cover, widget)
    )


def _stands_above(one: QWidget, other: QWidget) -> bool:
    """Whether a widget is painted after another that is not inside it."""
    if one is other or one.isAncestorOf(other) or other.isAncestorOf(one):
        return False
    mine, theirs = _ancestry(one), _ancestry(other)
    for parent, (left, right) in enumerate(zip(mine, theirs, strict=False)):
        if left is not right:
            siblings = mine[parent - 1].children()
            return siblings.index(left) > siblings.index(right)
    return False


def _ancestry(widget: QWidget) -> list[QWidget]:
    """From the window down to the widget itself."""
    chain = [widget]
    while (parent := chain[0].parentWidget()) is not None:
        chain.insert(0, parent)
    return chain


def _rect(widget: QWidget, stage: QWidget) -> QRectF:
    return QRectF(widget.mapTo(stage, QPoint()).toPointF(), widget.size().toSizeF())


def _named(control: QAbstractButton) -> str:
    return f"{type(control).__name__} {control.accessibleName()!r}"


def _quoted(text: DrawnText) -> str:
    return f"{type(text.widget).__name__} {text.words[:40]!r}"


def _grown(rect: QRectF, length: float = _SLACK) -> QRectF:
    return rect.adjusted(-length, -length, length, length)


def _beyond(inner: QRectF, outer: QRectF) -> tuple[float, float, float, float]:
    """How far a rectangle reaches out at the left, top, right and bottom."""
    return (
        outer.left() - inner.left(),
        outer.top() - inner.top(),
        inner.right() - outer.right(),
        inner.bottom() - outer.bottom(),
    )


def _missing(stage: QWidget) -> Iterator[str]:
    """The list and the languages are at hand on every screen."""
    there = {each.key for each in touchable(stage) if isinstance(each, Button)}
    for key in _ALWAYS_THERE:
        if key not in there:
            yield f"not there: Button {key!r}"


def _outside(
    stage: QWidget,
    texts: Sequence[DrawnText],
    controls: Sequence[QAbstractButton],
    look: Look,
) -> Iterator[str]:
    """Letters that reach out of their view or of any view around it, and controls likewise."""
    window = _grown(QRectF(stage.rect()))
    for text in texts:
        for widget in _ancestry(text.widget):
            if not _grown(_rect(widget, stage)).contains(text.ink):
                lost, side = max(zip(_beyond(text.ink, _rect(widget, stage)), _SIDES, strict=True))
                where = f"{lost / look.u:.1f} u at the {side} by {type(widget).__name__}"
                yield f"clipped {where}: {_quoted(text)}"
                break
    for control in controls:
        if not window.contains(drawn_shape(control, stage)):
            yield f"outside the window: {_named(control)}"


def _overlapping(
    stage: QWidget,
    texts: Sequence[DrawnText],
    controls: Sequence[QAbstractButton],
    look: Look,
) -> Iterator[str]:
    for one, other in combinations(texts, 2):
        shared = one.overlap(other)
        if min(shared.width(), shared.height()) > _SLACK:
            size = f"{shared.width() / look.u:.0f} by {shared.height() / look.u:.0f} u"
            yield f"two texts on one spot, {size}: {_quoted(one)}, {_quoted(other)}"
    for first, second in combinations(controls, 2):
        shared = drawn_shape(first, stage) & drawn_shape(second, stage)
        if min(shared.width(), shared.height()) > _SLACK:
            yield f"two controls on one spot: {_named(first)}, {_named(second)}"
    for text in texts:
        for control in controls:
            if control is text.widget or control.isAncestorOf(text.widget):
                continue
            shared = drawn_shape(control, stage) & text.ink
            if min(shared.width(), shared.height()) > _SLACK:
                yield f"a text under a control: {_quoted(text)}, {_named(control)}"
        for cover in stage.findChildren(QWidget):
            if isinstance(cover, _COVERS) and cover.isVisible():
                shared = _rect(cover, stage) & text.ink
                if _stands_above(cover, text.widget) and shared.width() > _SLACK:
                    yield f"half covered by {type(cover).__name__}: {_quoted(text)}"


def _too_small(
    stage: QWidget,
    texts: Sequence[DrawnText],
    controls: Sequence[QAbstractButton],
    look: Look,
) -> Iterator[str]:
    for text in texts:
        if text.least_size < look.px(_LEAST_TEXT_U) - 1:
            yield f"letters of {text.least_size / look.u:.1f} u: {_quoted(text)}"
        hairlines = text.least_display_size
        if hairlines and hairlines < look.px(_LEAST_DISPLAY_U) - 1:
            yield f"display letters of {hairlines / look.u:.1f} u: {_quoted(text)}"
    for control in controls:
        if min(control.width(), control.height()) < look.target - 1:
            size = f"{control.width() / look.u:.0f} by {control.height() / look.u:.0f} u"
            yield f"a target of {size}: {_named(control)}"


def _too_high(stage: QWidget, controls: Sequence[QAbstractButton]) -> Iterator[str]:
    """Nothing that a visitor taps stands above mid-height but the map and rows of places."""
    for control in controls:
        if isinstance(control, IndexRow):
            continue
        if drawn_shape(control, stage).top() < stage.height() / 2 - _SLACK:
            part = drawn_shape(control, stage).top() / stage.height()
            yield f"above mid-height, at {part:.0%}: {_named(control)}"


def _broken(texts: Sequence[DrawnText]) -> Iterator[str]:
    for text in texts:
        if "://" in text.words:
            continue
        for word in text.broken_words():
            yield f"a broken word: {type(text.widget).__name__} {word!r}"
