"""The words of a page that a touch explains, and the one card that explains them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QMouseEvent, QTouchEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.screen.panel.calculations import calculations
from kiosk.screen.panel.explained_words import ExplainedWord, WordFinder
from kiosk.screen.panel.term_card import TermCard
from kiosk.screen.panel.term_word import TermWord, targets_of
from kiosk.screen.steps import Asked, Prepared

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage

    from kiosk.exhibit.place import PanelPage
    from kiosk.look.look import Look
    from kiosk.screen.chart import Chart
    from kiosk.screen.locale import Locale
    from kiosk.screen.steps import Steps

_LANGUAGES = 8
"""So many languages have their finder kept."""
_KEPT = 24
"""The words of so many pages are kept: to find them takes as long as to draw the page."""
REPEAT_SECONDS = 0.5
"""A second tap on a word so soon is a trembling hand's, and does not close the card again."""

_PRESSES = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
    }
)


class TermLayer(QObject):
    """Lays controls over the words of the page that a sheet shows.

    They come when the page is at rest: `settle` looks for them, `leave` takes them away.  A touch
    on another control of the sheet closes the card and does besides what it does anyway.
    """

    opened = Signal(bool)
    """The card is open from now on, or no longer is."""

    def __init__(
        self, sheet: QWidget, above: QWidget, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`above` is the lowest of the sheet's controls: no word covers it."""
        super().__init__(sheet)
        self._sheet = sheet
        self._above = above
        self._clock = clock
        self._look: Look | None = None
        self._locale: Locale | None = None
        self._page: tuple[object, ...] = ()
        self._view: QWidget | None = None
        self._chart: Chart | None = None
        self._shown: PanelPage | None = None
        self._found: Prepared[tuple[ExplainedWord, ...]] = Prepared(_KEPT)
        self._room = QRectF()
        self._finders: Prepared[WordFinder] = Prepared(_LANGUAGES)
        self._words: list[TermWord] = []
        self._card = TermCard(sheet)
        self._open: TermWord | None = None
        self._opened_at = 0.0
        self._reopens = ""
        self._is_settled = False
        self._arrival = QVariantAnimation(self)
        self._arrival.setStartValue(0.0)
        self._arrival.setEndValue(1.0)
        self._arrival.valueChanged.connect(self._advance)

    @property
    def card(self) -> TermCard:
        """What explains the word that is open."""
        return self._card

    @property
    def words(self) -> list[TermWord]:
        """The words of the page, as they are read."""
        return [word for word in self._words if not word.isHidden()]

    @property
    def is_open(self) -> bool:
        """Whether a word is being explained."""
        return self._open is not None

    def leave(self, page: tuple[object, ...], locale: Locale, look: Look) -> None:
        """Take the words of the page before away; `page` names the one that comes.

        Where it is the same page, perhaps in another language, an open card will open again, if
        its word is there.
        """
        known = self._open.word if self._open is not None and page == self._page else None
        self._reopens = known.key if known is not None else ""
        self.close()
        self._page, self._locale, self._look = page, locale, look
        self._is_settled = False
        self._arrival.stop()
        for word in self._words:
            word.hide()

    def prepare(
        self,
        shown: PanelPage,
        size: QSize,
        locale: Locale,
        look: Look,
        paint: Callable[[QImage], None],
    ) -> Steps[tuple[ExplainedWord, ...]]:
        """Look for the words of a page ahead of its being shown in a view of that size.

        `paint` paints what the view will show.
        """

        def find() -> Steps[tuple[ExplainedWord, ...]]:
            yield
            told = () if shown.panel is None else calculations(shown.panel, shown.page, locale)
            return self._find_in(locale).painted_by(paint, told)

        return self._found.prepare(_asked(shown, size, locale, look, find))

    def show_view(self, view: QWidget, chart: Chart | None, shown: PanelPage, room: QRectF) -> None:
        """Look for words in that view of a page; cards are to be within `room`, in the sheet's
        pixels.
        """
        self._view, self._chart, self._shown, self._room = view, chart, shown, room
        if self._reopens:
            self.settle(at_once=True)

    @Slot()
    def settle(self, *, at_once: bool = False) -> None:
        """Lay out the words, since the page is at rest now."""
        look, locale, view = self._look, self._locale, self._view
        if look is None or locale is None or view is None:
            return
        if not self._is_settled:
            self._is_settled = True
            self._lay_out(look, locale, view)
            self._arrive(at_once=at_once or look.motion.still)
        elif at_once:
            self._arrive(at_once=True)
        if self._reopens:
            again = next(
                (each for each in self.words if each.word and each.word.key == self._reopens), None
            )
            self._reopens = ""
            if again is not None:
                self._explain(again, at_once=True)

    @Slot()
    def close(self) -> None:
        """Close the card, if it is open."""
        if self._open is None:
            return
        self._open.set_open(is_open=False)
        self._open = None
        self._card.hide()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.opened.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._open is not None and isinstance(watched, QWindow) and event.type() in _PRESSES:
            self._press(_point_of(event))
        return False

    def _press(self, at: QPointF) -> None:
        window = self._sheet.window()
        point = self._sheet.mapFrom(window, at.toPoint())
        below = window.childAt(at.toPoint())
        if below is None or below is self._open or self._card.body.contains(QPointF(point)):
            return
        if below is self._sheet or self._sheet.isAncestorOf(below):
            self.close()

    @Slot(int)
    def _touch(self, number: int) -> None:
        word = self._words[number]
        if self._open is not word:
            self.close()
            self._explain(word)
        elif self._clock() - self._opened_at >= REPEAT_SECONDS:
            self.close()

    def _explain(self, word: TermWord, *, at_once: bool = False) -> None:
        assert self._look is not None
        assert self._locale is not None
        if word.word is None:
            return
        self._card.explain(
            word.word,
            word.letters(),
            self._room,
            self._locale.language,
            self._look,
            at_once=at_once,
        )
        word.set_open(is_open=True)
        self._open, self._opened_at = word, self._clock()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self.opened.emit(True)

    def _lay_out(self, look: Look, locale: Locale, view: QWidget) -> None:
        shown = self._shown
        assert shown is not None

        def find() -> Steps[tuple[ExplainedWord, ...]]:
            yield
            told = () if shown.panel is None else calculations(shown.panel, shown.page, locale)
            return self._find_in(locale).on_page(view, self._chart, told)

        found = self._found.take(_asked(shown, view.size(), locale, look, find))
        corner = QPointF(view.pos())
        while len(self._words) < len(found):
            self._words.append(self._build(len(self._words)))
        for number, (word, targets) in enumerate(zip(found, targets_of(found, look), strict=True)):
            explanation = " ".join(word.explanation.words.split())
            name = locale.say("labelled", label=word.word, figure=explanation)
            self._words[number].show_word(word, targets, corner, name, look)

    def _build(self, number: int) -> TermWord:
        word = TermWord(self._sheet, number)
        word.stackUnder(self._above)
        word.touched.connect(self._touch)
        word.left.connect(self.close)
        return word

    def _find_in(self, locale: Locale) -> WordFinder:
        """The finder for the locale, which is made once for an exhibit and a language."""
        source = locale.exhibit.terms, locale.words

        def make() -> Steps[WordFinder]:
            yield
            return WordFinder.of(locale)

        return self._finders.take(Asked(source, (), locale.language, make))

    def _arrive(self, *, at_once: bool) -> None:
        assert self._look is not None
        self._arrival.stop()
        if at_once:
            self._advance(1.0)
            return
        self._arrival.setDuration(self._look.motion.fact_in.duration)
        self._advance(0.0)
        self._arrival.start()

    @Slot(object)
    def _advance(self, strength: float) -> None:
        for word in self._words:
            word.set_strength(float(strength))


def _asked(
    shown: PanelPage,
    size: QSize,
    locale: Locale,
    look: Look,
    find: Callable[[], Steps[tuple[ExplainedWord, ...]]],
) -> Asked[tuple[ExplainedWord, ...]]:
    """The search for the words of a page in a view of that size."""
    extent = size.width(), size.height()
    source = look, locale.exhibit, locale.words
    return Asked(source, (shown.zone, shown.panel), (locale.language, shown.page, extent), find)


def _point_of(event: QEvent) -> QPointF:
    """Where on the window it happened."""
    if isinstance(event, QTouchEvent) and event.points():
        return event.points()[0].position()
    assert isinstance(event, QMouseEvent)
    return event.position()
