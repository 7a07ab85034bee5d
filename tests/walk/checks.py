"""What is wrong with the layout of the screen of the moment, said for people."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.screen.board.found_row import FoundRow
from kiosk.screen.board.index_row import IndexRow
from kiosk.screen.control.button import Button
from kiosk.screen.inset_card import InsetPlace
from kiosk.screen.map.map_targets import MapTarget
from kiosk.screen.panel.place_card import PlaceCard
from kiosk.screen.panel.term_word import TermWord
from kiosk.screen.panel.zone_row_target import ZoneRowTarget
from kiosk.workshop.check.fitting import (
    SLACK,
    Covers,
    clashing_texts,
    cut_texts,
    rect_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.look.look import Look
    from kiosk.workshop.check.drawn_text import DrawnText

_ALWAYS_THERE = ("en", "zh-Hant", "zh-Hans", "pt", "list")
_LEAST_TEXT_U = 20
_LEAST_DISPLAY_U = 48


def check_layout(
    stage: QWidget,
    texts: Sequence[DrawnText],
    look: Look,
    controls: Sequence[QAbstractButton] | None = None,
) -> list[str]:
    """Everything that is clipped, covered, too small or out of reach.

    Without `controls` those of the whole stage are looked at.
    """
    covers = Covers(stage)
    seen = [text for text in texts if not covers.hide(text.widget, text.ink)]
    missing = list(_missing(stage)) if controls is None else []
    if controls is None:
        controls = touchable(stage)
    controls = [
        each
        for each in controls
        # A word lies in a text and its target on others: it has tests of its own.
        if not isinstance(each, TermWord) and not covers.hide(each, rect_in(stage, each))
    ]
    return [
        *missing,
        *_outside(stage, seen, controls, look),
        *_overlapping(stage, seen, controls, look),
        *_half_covered(seen, covers),
        *_too_small(stage, seen, controls, look),
        *_too_high(stage, controls),
        *_broken(seen),
    ]


def touchable(stage: QWidget) -> list[QAbstractButton]:
    """Visible controls that take touches themselves; those of map and charts show nothing."""
    return [
        each
        for each in stage.findChildren(QAbstractButton)
        if each.isVisible() and not isinstance(each, MapTarget | InsetPlace | ZoneRowTarget)
    ]


def drawn_shape(control: QAbstractButton, stage: QWidget) -> QRectF:
    """What is seen of a control; fingers may reach further."""
    rect = rect_in(stage, control)
    if isinstance(control, Button):
        return rect.adjusted(control.margin, control.margin, -control.margin, -control.margin)
    return rect


def _named(control: QAbstractButton) -> str:
    return f"{type(control).__name__} {control.accessibleName()!r}"


def _quoted(text: DrawnText) -> str:
    return f"{type(text.widget).__name__} {text.words[:40]!r}"


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
    for cut in cut_texts(stage, texts):
        where = f"{cut.lost / look.u:.1f} u at the {cut.side} by {type(cut.by).__name__}"
        yield f"clipped {where}: {_quoted(cut.text)}"
    window = QRectF(stage.rect()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    for control in controls:
        if not window.contains(drawn_shape(control, stage)):
            yield f"outside the window: {_named(control)}"


def _overlapping(
    stage: QWidget,
    texts: Sequence[DrawnText],
    controls: Sequence[QAbstractButton],
    look: Look,
) -> Iterator[str]:
    for one, other, shared in clashing_texts(texts):
        size = f"{shared.width() / look.u:.0f} by {shared.height() / look.u:.0f} u"
        yield f"two texts on one spot, {size}: {_quoted(one)}, {_quoted(other)}"
    shapes = [(control, drawn_shape(control, stage)) for control in controls]
    for (first, mine), (second, theirs) in combinations(shapes, 2):
        shared = mine & theirs
        if min(shared.width(), shared.height()) > SLACK:
            yield f"two controls on one spot: {_named(first)}, {_named(second)}"
    for text, (control, shape) in product(texts, shapes):
        shared = shape & text.ink
        if min(shared.width(), shared.height()) <= SLACK:
            continue
        if control is not text.widget and not control.isAncestorOf(text.widget):
            yield f"a text under a control: {_quoted(text)}, {_named(control)}"


def _half_covered(texts: Sequence[DrawnText], covers: Covers) -> Iterator[str]:
    for text in texts:
        for cover, area in covers.above(text.widget):
            if (area & text.ink).width() > SLACK:
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
        if isinstance(control, IndexRow | FoundRow | PlaceCard):
            continue
        if drawn_shape(control, stage).top() < stage.height() / 2 - SLACK:
            part = drawn_shape(control, stage).top() / stage.height()
            yield f"above mid-height, at {part:.0%}: {_named(control)}"


def _broken(texts: Sequence[DrawnText]) -> Iterator[str]:
    for text in texts:
        if "://" in text.words:
            continue
        for word in text.broken_words():
            yield f"a broken word: {type(text.widget).__name__} {word!r}"
