"""What is on the map home apart from the map: the title, the legend and the notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, Signal, Slot

from kiosk.exhibit.model.notice import NOTICES_AT_ONCE
from kiosk.exhibit.model.place_signs import DOT, USUAL_SIGNS
from kiosk.languages.map_credit import map_credit
from kiosk.look.motion import Beat
from kiosk.screen.home.legend import PLATE_U, Legend
from kiosk.screen.home.notice_lines import NoticeLines
from kiosk.screen.home.title_block import TitleBlock, TitleMeasure
from kiosk.screen.home.title_room import title_room
from kiosk.screen.slide import Slide

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF, QSize
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.reading.cover import Cover
    from kiosk.languages.words import Words
    from kiosk.look.look import Look
    from kiosk.screen.arrangement import Arrangement
    from kiosk.screen.map.map_world import MapWorld

_LEGEND_RIGHT_U = 48
_LEGEND_BOTTOM_U = 18
_DOCK_U = 580
"""How much of the lower edge the dock needs at least, at the left."""
_TITLE_GAP_U = 44
_NOTICE_TOP_U = 40
_NOTICE_SHARE = 0.55
"""How much of the width notices have at most: right of it the estuary is."""
_TITLE_LEFT_U = 56
_TITLE_SHARE = 0.24
"""How much of the width the title has in reach mode, where all places stand beside it."""
_BROAD = 1.5
"""Where a window is not so many times as wide as high, the title lies below the map."""
_KINDS = (("city", "city"), ("innovation-zone", "innovation_zone"), ("facility", "facility"))
"""The kinds of places that can have a sign on the map, and the words for one of them."""


class HomeLayer(QObject):
    """Holds the title, the legend and the notices, which are children of the stage.

    While the map is on its way home they wait: they would stand on whatever water passes below.
    """

    title_touched = Signal()
    legend_touched = Signal()

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._title = TitleBlock(stage)
        self._legend = Legend(stage)
        self._notices = NoticeLines(stage)
        self._slides = (Slide(stage), Slide(stage), Slide(stage))
        self._look: Look | None = None
        self._is_here = self._waits = self._is_aside = False
        self._is_covered = False
        """Whether something else stands where the legend does."""
        self._title.clicked.connect(self.title_touched)
        self._legend.clicked.connect(self.legend_touched)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """All of them, in the order of the keyboard."""
        return (self._title, self._legend, self._notices)

    @property
    def overlays(self) -> tuple[QWidget, ...]:
        """What is drawn over everything else while they fade in."""
        return self._slides

    @property
    def is_on_its_way(self) -> bool:
        """Whether the map home is shown and they have not come yet."""
        return self._is_here and (self._waits or any(slide.moving for slide in self._slides))

    def hide(self) -> None:
        """Leave the map alone."""
        self._is_here = self._waits = False
        self._stop()
        for widget in self.widgets:
            widget.hide()

    def arrive(self, *, gliding: bool) -> None:
        """Come with the map: where it is still `gliding`, `fade_in` is called in time."""
        if not self._is_here or self._waits:
            return
        is_new = self._legend.isHidden() and not self._is_covered
        if is_new and gliding:
            self._waits = True
        elif is_new:
            self.finish()

    @Slot()
    def fade_in(self) -> None:
        """The map is nearly at home: show all of it little by little."""
        if not self._waits:
            return
        self._waits = False
        assert self._look is not None
        for slide, widget in zip(self._slides, self.widgets, strict=True):
            # A glide that was begun before may be on its way home still.
            if not widget.isHidden() or (widget is self._title and self._is_aside):
                continue
            if widget is self._legend and self._is_covered:
                continue
            if widget is self._notices and self._notices.is_empty:
                continue
            slide.bring(widget, Beat(self._look.motion.label_out), self._look, portrait=False)

    def finish(self) -> None:
        """Be there at once, where the map home is shown."""
        self._waits = False
        self._stop()
        if self._is_here:
            self._title.setVisible(not self._is_aside)
            self._legend.setVisible(not self._is_covered)
            self._notices.setVisible(not self._notices.is_empty)

    @Slot(bool)
    def stand_on_plate(self, is_on_plate: bool) -> None:
        """Stand the legend on a plate while somebody explores the map: it may be on any water."""
        self._legend.stand_on_plate(is_on_plate)

    @Slot(bool)
    def stand_aside(self, is_aside: bool) -> None:
        """Let the title go while somebody explores the map, or while something covers it.

        It comes back with the map, as `fade_in` says.
        """
        if is_aside == self._is_aside:
            return
        self._is_aside = is_aside
        if not self._is_here or self._look is None:
            return
        if is_aside:
            self.finish()
            self._slides[0].dismiss(
                self._title, Beat(self._look.motion.label_out), self._look, portrait=False
            )
        else:
            self._waits = True

    def _stop(self) -> None:
        for slide in self._slides:
            slide.stop()

    def show_words(
        self,
        cover: Cover,
        words: Words,
        language: str,
        look: Look,
        arrangement: Arrangement,
        world: MapWorld,
        size: QSize,
    ) -> None:
        """Set all in their corners of a window of that size; `arrive` shows them."""
        if any(slide.moving for slide in self._slides):
            self.finish()
        self._look, self._is_here = look, True
        bottom = arrangement.dock.y() - look.px(_TITLE_GAP_U)
        left = arrangement.margin if arrangement.portrait else look.px(_TITLE_LEFT_U + 8)
        width, role = _measure(arrangement, size)
        if width is None:
            width = title_room(world, look, size, QPointF(left, bottom))
        self._title.show_words(
            cover.title.words_in(language),
            cover.welcome.words_in(language),
            words.say("whole_bay", language),
            look,
            language,
            TitleMeasure(width, role),
        )
        self._title.move(round(left - look.px(8)), round(bottom - self._title.height()))
        signs = {
            each.kind: each.sign or USUAL_SIGNS[each.kind]
            for each in cover.landmarks
            if each.kind != "city" or each.chip is not None or each.shape is None
        }
        entries = [
            (signs[kind], words.say(key, language))
            for kind, key in _KINDS
            if signs.get(kind, DOT) != DOT
        ]
        about = words.say("credits", language)
        self._legend.show_entries(
            entries,
            map_credit(cover.approval, words, language) or (about,),
            about,
            look,
            language,
            size.width() - look.px(_LEGEND_RIGHT_U + (0 if arrangement.portrait else _DOCK_U)),
        )
        x = size.width() - look.px(_LEGEND_RIGHT_U) - self._legend.width()
        y = size.height() - look.px(_LEGEND_BOTTOM_U) - self._legend.height()
        if arrangement.portrait:
            y = bottom - self._title.height() - look.px(24) - self._legend.height()
            x = size.width() - arrangement.margin - self._legend.width()
        plate = look.px(PLATE_U)
        self._legend.move(round(x + plate), round(y + plate))
        self._notices.show_notices(
            [each.words_in(language) for each in cover.notices[:NOTICES_AT_ONCE]],
            look,
            language,
            (size.width() if arrangement.portrait else size.width() * _NOTICE_SHARE) - 2 * left,
        )
        self._notices.move(round(left), round(look.px(_NOTICE_TOP_U)))
        if not self._legend.isHidden():
            # They come with another day or another save while the home is there already.
            self._notices.setVisible(not self._notices.is_empty)

    def give_way(self, other: QRect) -> None:
        """Let the legend go while `other` stands in its place; empty is nothing.

        It comes back where it was: neither it nor anything beside it moves.
        """
        was_covered = self._is_covered
        self._is_covered = self._legend.geometry().intersects(other)
        if self._is_covered == was_covered or self._waits or not self._is_here:
            return
        assert self._look is not None
        slide, beat = self._slides[1], Beat(self._look.motion.label_out)
        if self._is_covered:
            slide.dismiss(self._legend, beat, self._look, portrait=False)
        elif self._legend.isHidden():
            slide.bring(self._legend, beat, self._look, portrait=False)

    def covered(self) -> list[QRectF]:
        """What is covered of the map at all times, once the home has come."""
        return [self._legend.geometry().toRectF()] if self._is_here else []

    def covered_above(self) -> list[QRectF]:
        """What the notices cover at the upper edge, whatever else the home shows."""
        is_there = self._is_here and not self._notices.is_empty
        return [self._notices.geometry().toRectF()] if is_there else []

    def covered_at_first(self) -> list[QRectF]:
        """What is covered until somebody explores the map."""
        return [self._title.geometry().toRectF()] if self._is_here else []


def _measure(arrangement: Arrangement, size: QSize) -> tuple[float | None, str]:
    """How broad the title below the map is, and its type role; beside the map, what is free."""
    below = size.width() - 2 * arrangement.margin
    if not arrangement.band.isEmpty() and not arrangement.portrait:
        return below * _TITLE_SHARE, "title"
    if arrangement.portrait:
        # In reach mode the places stand above it, and need the room.
        return below, "place" if arrangement.band.isEmpty() else "heading"
    return (below if size.width() < _BROAD * size.height() else None), "title"
