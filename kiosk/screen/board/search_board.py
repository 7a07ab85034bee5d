"""The search: our own keys, what is typed on them, and what that finds, letter by letter."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.board.board import Board
from kiosk.screen.board.found_row import FoundRow, found_row_height
from kiosk.screen.board.letter_keys import LetterKeys
from kiosk.screen.board.search_answer import SearchAnswer
from kiosk.screen.board.search_areas import SearchAreas, search_areas
from kiosk.screen.board.search_field import SearchField, spelled
from kiosk.screen.control.button import CONTROL_U
from kiosk.screen.layout_inputs import Inputs

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.board.found_entry import FoundEntry
    from kiosk.screen.control.control import Control
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld

_LONGEST_QUERY = 40
_COUNT_GAP_U = 14
_PARAGRAPH_GAP_U = 20
_MOST_STRETCH = 1.2
_FEW_LINES = 2
"""Where not even so many rows have room, they are lower."""
_TWO_COLUMNS_U = 1040
_COLUMN_GAP_U = 48
_NOTE_ROOM_U = 24
_COMBINING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class SearchBoard(Board):
    """Shows what was typed and what that finds; before anything was typed, all places.

    What is typed is held by the place, and comes back from there.
    """

    typed = Signal(str)
    """What is searched for now."""
    found_chosen = Signal(object, object)
    """The `Place` of something that was found, and what is sought on its pages, if anything is."""
    failed = Signal()
    """A query has found nothing; told once until something is found again, without its words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._query = ""
        self._inputs = Inputs()
        self._shown: tuple[Locale, Look, MapWorld | None, float] | None = None
        self._told = ""
        """What is said of how much was found."""
        self._answer = SearchAnswer(self)
        self._answer.known.connect(self._search_again)
        self._answer.failed.connect(self.failed)
        self._words: list[tuple[Setting, QPointF, QColor]] = []
        self._field = SearchField(self)
        self._rows: list[FoundRow] = []
        self._keys = LetterKeys(self)
        self._keys.typed.connect(self._type)
        self._keys.deleted.connect(self._delete)
        self._keys.cleared.connect(self._clear)

    @property
    def front(self) -> tuple[QWidget, ...]:
        """What can be done first: what was found, with its pages."""
        return (*self._rows, *self._pager.buttons)

    @property
    def apart(self) -> tuple[Control, ...]:
        """What can be done besides: the keys."""
        return self._keys.keys

    @property
    def announced(self) -> str:
        """What was typed and how much that finds, for who hears of it as it comes."""
        return ". ".join(filter(None, (spelled(self._query), self._told)))

    def set_query(self, query: str) -> None:
        """Search for that from the next page on that is shown."""
        self._query = query

    @property
    def _mid_height(self) -> float:
        """Half way down the stage, in pixels of the board: nothing is typed higher up."""
        stage = self.parentWidget()
        return 0.0 if stage is None else stage.height() / 2 - self.y()

    def finish(self) -> None:
        """Have at once what is found."""
        if self.isVisible() and self._shown is not None and self._query.strip():
            self._answer.finish()

    def show_page(
        self, page: int, locale: Locale, look: Look, *, world: MapWorld | None, controls_top: float
    ) -> None:
        self._shown = locale, look, world, controls_top
        self._answer.find(self._query.strip(), locale, world)
        self._set_title(locale.say("search"), locale, look)
        row_height = found_row_height(look, locale.language)
        title = 0.0 if self._title is None else self._title.size.height()
        areas = search_areas(
            look,
            self.size(),
            controls_top,
            title_height=title,
            row_height=row_height,
            keys_from=self._mid_height,
        )
        self._shows_title = areas.has_title
        self._words = []
        self._field.setGeometry(areas.field.toRect())
        self._field.show_query(self._query, locale, look)
        self._keys.show_keys(areas.keys, locale, look)
        self._set_note(areas, locale, look)
        below = self._set_count(areas, locale, look)
        self._show_rows(page, below, row_height, locale, look)
        pager_top = controls_top
        if self._pages > 1 and not self._has_room_by_dock(look):
            pager_top = below.bottom() - look.px(CONTROL_U)
            below.setBottom(pager_top - look.px(_COUNT_GAP_U))
            self._show_rows(page, below, row_height, locale, look)
        self._show_pager(locale, look, pager_top)
        if self._inputs.are_new(
            "frame", locale.words, locale.language, look, controls_top, repr(areas)
        ):
            self.update()
        else:
            # A letter changes no more than that, and to paint all takes as long as all of the rest.
            self.update(areas.results.united(areas.note).toAlignedRect())
            top = round(controls_top)
            self.update(0, top, self.width(), self.height() - top)

    def _set_note(self, areas: SearchAreas, locale: Locale, look: Look) -> None:
        """Say how to type, where that has room."""
        note = set_text(
            look,
            locale.say("search_how"),
            language=locale.language,
            role="secondary",
            width=max(1.0, areas.note.width()),
        )
        if note.size.height() + look.px(_NOTE_ROOM_U) <= areas.note.height():
            self._words.append((note, areas.note.topLeft(), look.theme.text2))

    def _set_count(self, areas: SearchAreas, locale: Locale, look: Look) -> QRectF:
        """Say how much was found, or what else would be; gives what is left for the rest."""
        area = areas.results
        answer, query, count = self._answer, self._query.strip(), self._answer.count
        if not answer.is_known:
            words = locale.say("search_waiting")
        elif count:
            words = locale.say("found_count" if query else "place_count", count=str(count))
        else:
            words = locale.say("found_nothing")
        self._told = words
        role = "kicker" if count else "body"
        setting = set_text(look, words, language=locale.language, role=role, width=area.width())
        self._words.append((setting, area.topLeft(), look.theme.text2))
        below = QRectF(area)
        below.setTop(area.top() + setting.size.height() + look.px(_COUNT_GAP_U))
        return below

    def _show_rows(
        self, page: int, area: QRectF, row_height: float, locale: Locale, look: Look
    ) -> None:
        columns = 2 if area.width() >= look.px(_TWO_COLUMNS_U) else 1
        gap = look.px(_COLUMN_GAP_U)
        width = (area.width() - gap * (columns - 1)) / columns
        is_low = area.height() < _FEW_LINES * row_height
        if is_low:
            row_height = found_row_height(look, locale.language, low=True)
        lines = max(1, int(area.height() / row_height))
        on_page = lines * columns
        self._turn_to(page, max(1, math.ceil(self._answer.rows / on_page)))
        height = min(area.height() / lines, row_height * _MOST_STRETCH)
        shown = self._answer.entries((self._page - 1) * on_page, self._page * on_page)
        for number, entry in enumerate(shown):
            column, line = divmod(number, lines)
            x, y = area.left() + column * (width + gap), area.top() + line * height
            row = self._row(number)
            row.setGeometry(QRect(round(x), round(y), round(width), round(height)))
            row.show_entry(entry, look, locale.language, low=is_low)
            row.show()
        for spare in self._rows[len(shown) :]:
            spare.hide()

    def _row(self, number: int) -> FoundRow:
        while number >= len(self._rows):
            row = FoundRow(self)
            row.chosen.connect(self._choose)
            self._rows.append(row)
        return self._rows[number]

    @Slot(object)
    def _choose(self, entry: FoundEntry) -> None:
        if entry.place.query:
            self._search(entry.place.query)
        else:
            self.found_chosen.emit(entry.place, entry.sought)

    @Slot(str)
    def _type(self, letters: str) -> None:
        self._search(self._query + letters)

    @Slot()
    def _delete(self) -> None:
        self._search(self._query[:-1])

    @Slot()
    def _clear(self) -> None:
        self._search("")

    @Slot(str)
    def _search(self, query: str) -> None:
        """Search for something else; the next letter belongs to it, however soon it comes."""
        query = query.lstrip()[:_LONGEST_QUERY]
        if query != self._query:
            self._query = query
            self.typed.emit(query)

    @Slot()
    def _search_again(self) -> None:
        """Show what is found, now that the index is made."""
        if self._shown is not None and self.isVisible():
            locale, look, world, controls_top = self._shown
            self.show_page(self._page, locale, look, world=world, controls_top=controls_top)

    def _paint_page(self, painter: QPainter, look: Look) -> None:
        for setting, at, color in self._words:
            setting.draw(painter, at.x(), at.y(), color)

    def showEvent(self, event: QShowEvent) -> None:
        self._keys.begin()
        self.window().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was typed: whoever comes back brings it along with the place."""
        self.window().removeEventFilter(self)
        self._query = ""
        self._answer.forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take letters from a real keyboard; Enter opens what was found first."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.modifiers() & _COMBINING or not self.isVisible():
            return False
        letters = event.text()
        if event.key() == Qt.Key.Key_Backspace and self._query:
            self._delete()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._query.strip():
            for first in () if event.isAutoRepeat() else self._answer.entries(0, 1):
                self._choose(first)
        elif letters.isprintable() and letters and (letters != " " or self._query):
            self._type(letters)
        else:
            return False
        return True
