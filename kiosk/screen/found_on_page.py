"""Leads from something that was found to the page on which it stands, and marks it there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.look.letters import utf16_length
from kiosk.screen.assistive.reading_texts import taken_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kiosk.exhibit.place import PanelPage, Place
    from kiosk.languages.searching.sought import Sought
    from kiosk.look.look import Look
    from kiosk.look.taken_texts import TakenText
    from kiosk.screen.panel.panel_sheet import PanelSheet
    from kiosk.screen.stage_state import StageState

_MARK_U = 4
_CASING_U = 2


class _Chosen(NamedTuple):
    place: Place
    sought: Sought


class FoundMarks(QWidget):
    """Underlines on a sheet what somebody has searched for, and takes no touch."""

    def __init__(self, sheet: QWidget) -> None:
        super().__init__(sheet)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look: Look | None = None
        self.areas: tuple[QRectF, ...] = ()
        self.hide()

    def show_areas(self, areas: Sequence[QRectF], look: Look) -> None:
        """Have a line below each of these areas of the sheet."""
        self.areas, self._look = tuple(areas), look
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self.setVisible(bool(areas))
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        thick, casing = look.stroke(_MARK_U), look.stroke(_CASING_U)
        for area in self.areas:
            bar = QRectF(area.left(), area.bottom() + casing, area.width(), thick)
            if look.theme.high_contrast:
                rim = bar.adjusted(-casing, -casing, casing, casing)
                painter.fillRect(rim, look.theme.pearl_ink)
            painter.fillRect(bar, look.theme.accent)


class FoundOnPage:
    """Knows what somebody has chosen among what was found, until it is marked on its page."""

    def __init__(self) -> None:
        self._chosen: _Chosen | None = None
        self._has_turned = False
        self._marked: tuple[object, ...] = ()
        self._marks: FoundMarks | None = None

    @property
    def marks(self) -> tuple[QRectF, ...]:
        """What is underlined on the sheet."""
        marks = self._marks
        return () if marks is None or marks.isHidden() else marks.areas

    def choose(self, place: Place, sought: Sought) -> None:
        """Look for this as soon as that place is open."""
        self._chosen, self._has_turned = _Chosen(place, sought), False

    def page(self, state: StageState, sheet: PanelSheet | None, look: Look) -> int:
        """The page to turn to: 0 where the present one is right, on which it is marked then."""
        opened, chosen = state.opened, self._chosen
        if opened is None or sheet is None:
            self._clear(())
            return 0
        shown = (opened.ids, state.language, look, state.exhibit)
        self._clear(shown)
        target = None if chosen is None or state.exhibit is None else chosen.place
        if chosen is None or target is None or state.exhibit is None:
            return 0
        if not _is_meant(target.resolve(state.exhibit), opened):
            self._chosen = None
            return 0
        if not self._has_turned:
            self._has_turned = True
            page = chosen.sought.page_among(sheet.written_on_pages())
            if page and page != opened.page:
                return page
        self._chosen = None
        self._mark(chosen.sought, sheet, look)
        self._marked = shown
        return 0

    def _clear(self, shown: tuple[object, ...]) -> None:
        """Let what was marked go as soon as another page is shown, or the same in other type."""
        if self._marks is not None and self._marked != shown:
            self._marks.hide()

    def _mark(self, sought: Sought, sheet: PanelSheet, look: Look) -> None:
        if self._marks is None or self._marks.parentWidget() is not sheet:
            self._marks = FoundMarks(sheet)
        areas = _areas_on(sheet, sought)
        while not areas and sheet.has_further_part and sheet.turn_part(1):
            areas = _areas_on(sheet, sought)
        self._marks.show_areas(areas, look)


def _is_meant(target: PanelPage | None, opened: PanelPage) -> bool:
    """Whether what is open is the panel to which something that was found belongs."""
    return target is not None and target.ids[:2] == opened.ids[:2]


def _areas_on(sheet: PanelSheet, sought: Sought) -> list[QRectF]:
    """What of the sheet's view the letters cover, in pixels of the sheet."""
    view = sheet.view
    letters, places = _letters(taken_texts(view))
    corner = view.mapTo(sheet, QPoint())
    found: list[QRectF] = []
    for first, last in sought.places_in(letters):
        begin = first
        while begin < last:
            taken, start = places[begin]
            end = begin
            while end + 1 < last and places[end + 1][0] is taken:
                end += 1
            stop = places[end][1] + 1
            found += [each.translated(corner) for each in _covered(taken, start, stop)]
            begin = end + 1
    return found


def _letters(texts: Sequence[TakenText]) -> tuple[str, list[tuple[TakenText, int]]]:
    """The letters of all texts one after the other, and where each of them stands."""
    letters: list[str] = []
    places: list[tuple[TakenText, int]] = []
    for taken in texts:
        for at, letter in enumerate(taken.setting.text):
            if letter.isalnum():
                letters.append(letter)
                places.append((taken, at))
    return "".join(letters), places


def _covered(taken: TakenText, start: int, stop: int) -> list[QRectF]:
    """What letters of a text cover, line by line, as high as letters are."""
    text = taken.setting.text
    first, last = utf16_length(text[:start]), utf16_length(text[:stop])
    inks = [ink for ink in taken.setting.letters if not ink.isEmpty()]
    found = []
    for area in taken.setting.areas(first, last):
        for ink in inks:
            if area.top() <= ink.center().y() < area.bottom():
                area.setBottom(ink.bottom())
                break
        found.append(area.translated(taken.at))
    return found
