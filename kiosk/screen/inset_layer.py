"""The inset over the map: whose it is, where it stands, and how it comes and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, Slot

from kiosk.look.motion import Beat
from kiosk.screen.inset_card import CARD_U, InsetCard
from kiosk.screen.layout_inputs import Inputs
from kiosk.screen.slide import Slide

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import Exhibit, Zone
    from kiosk.look.look import Look
    from kiosk.screen.arrangement import Arrangement
    from kiosk.screen.locale import Locale

_MARGIN_U = 16
_BOTTOM_U = 4
_ZOOM_U = 110
"""What the map's buttons take beside it."""
_SHARE = 2.0
"""An inset has a map that is so many times as high, or is left out."""
_CLEAR_U = 72
"""So far from an inset at least is the middle of the map, where the open place stands."""


class InsetLayer(QObject):
    """Holds the card, a child of the stage.  It fades in once the map is nearly at its place."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self._look: Look | None = None
        self._area: QRect | None = None
        self._inputs = Inputs()
        self.card = InsetCard(stage)
        self._slide = Slide(stage)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The card, and what shows how it comes and goes."""
        return (self.card, self._slide)

    def show_inset(
        self, zone: Zone | None, locale: Locale | None, look: Look, arrangement: Arrangement
    ) -> None:
        """Show the inset of a zone, or of the one that it lies in, where there is room for it."""
        area = inset_area(look, arrangement)
        owner = None if zone is None or locale is None else inset_owner(locale.exhibit, zone)
        if area is None or owner is None or zone is None or locale is None:
            self.hide()
            return
        drawn_from = (locale.exhibit, locale.words, locale.language, look, arrangement, zone.id)
        if not self._inputs.are_new("inset", *drawn_from):
            return
        is_new, self._look, self._area = self._area is None, look, area
        self._slide.stop()
        self.card.setGeometry(area)
        self.card.set_inset(owner, zone.id, locale, look)
        if not is_new or look.motion.still or not self._stage.isVisible():
            self.card.show()

    def hide(self) -> None:
        """Let the card go, where it is there."""
        if self._area is None:
            return
        self._area = None
        self._inputs.forget("inset")
        look = self._look
        if look is None or look.motion.still or not self.card.isVisible():
            self._slide.stop()
            self.card.hide()
        else:
            self._slide.dismiss(self.card, Beat(look.motion.label_out), look, portrait=False)

    @Slot()
    def fade_in(self) -> None:
        """The map is nearly where it goes: the card may come."""
        if self._area is not None and self._look is not None and self.card.isHidden():
            beat = Beat(self._look.motion.label_out)
            self._slide.bring(self.card, beat, self._look, portrait=False)

    def finish(self) -> None:
        """Be there at once, with the drawing."""
        self._slide.stop()
        if self._area is not None:
            self.card.show()
            self.card.finish()

    def covered(self) -> tuple[QRectF, ...]:
        """What of the map the card covers, or will."""
        return () if self._area is None else (QRectF(self._area),)

    def free(self, arrangement: Arrangement) -> QRectF:
        """What is free of the map: above the card alone, where it would cover its middle."""
        if self._look is None:
            return QRectF(arrangement.free)
        return free_above(self.covered(), self._look, arrangement)


def covered_by_inset(
    zone: Zone | None, exhibit: Exhibit | None, look: Look, arrangement: Arrangement
) -> tuple[QRectF, ...]:
    """What of the map the card of a zone will cover."""
    area = inset_area(look, arrangement)
    if zone is None or exhibit is None or area is None or inset_owner(exhibit, zone) is None:
        return ()
    return (QRectF(area),)


def free_above(covered: Iterable[QRectF], look: Look, arrangement: Arrangement) -> QRectF:
    """What is free of the map: above the card alone, where it would cover its middle."""
    free = QRectF(arrangement.free)
    for each in covered:
        if each.top() - free.center().y() < look.px(_CLEAR_U):
            free.setBottom(each.top())
    return free


def inset_area(look: Look, arrangement: Arrangement) -> QRect | None:
    """Where an inset is: at the lower left of what is free of the map; None without room."""
    free, margin = arrangement.free, look.px(_MARGIN_U)
    width, height = (look.px(units) for units in CARD_U)
    beside = margin + look.px(_ZOOM_U)
    if free.width() < margin + width + beside or free.height() < height * _SHARE:
        return None
    left = min(arrangement.dock.x(), (free.width() - width) / 2)
    return QRectF(left, free.bottom() - look.px(_BOTTOM_U) - height, width, height).toRect()


def inset_owner(exhibit: Exhibit, zone: Zone) -> Zone | None:
    """The zone whose inset is shown: this one, or else one that it lies in."""
    if zone.inset is not None:
        return zone
    around = map(exhibit.zone, zone.within)
    return next((each for each in around if each is not None and each.inset is not None), None)
