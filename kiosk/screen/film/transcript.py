"""The transcript of a film: paragraphs on pages, with a pager where there are several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.button import CONTROL_U
from kiosk.screen.control.pager import Pager
from kiosk.screen.panel.divided_text import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_WIDEST_U = 1100
_GAP_U = 18
_PAGER_GAP_U = 24

_Placed = tuple[Setting, float]


class Transcript(QWidget):
    """Everything that is said, in the type of running text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look: Look | None = None
        self._locale: Locale | None = None
        self._pages: list[list[_Placed]] = [[]]
        self._page = 1
        self._pager = Pager(self, large=False)
        self._pager.back_touched.connect(self._turn_back)
        self._pager.on_touched.connect(self._turn_on)
        self._pager.hide()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def show_texts(
        self, texts: Sequence[tuple[str, str]], name: str, locale: Locale, look: Look
    ) -> None:
        """Set paragraphs, each with its language, on pages of the present size."""
        self._look, self._locale = look, locale
        self.setAccessibleName(name)
        width = min(float(self.width()), look.px(_WIDEST_U))
        target = max(look.px(CONTROL_U), look.target)
        height = float(self.height())
        self._pages = _pages(texts, look, width, height)
        if len(self._pages) > 1:
            self._pages = _pages(texts, look, width, height - target - look.px(_PAGER_GAP_U))
        self._turn_to(min(self._page, len(self._pages)))

    def begin(self) -> None:
        """Show the first page."""
        self._page = 1

    @Slot()
    def _turn_back(self) -> None:
        self._turn_to(self._page - 1)

    @Slot()
    def _turn_on(self) -> None:
        self._turn_to(self._page + 1)

    def _turn_to(self, page: int) -> None:
        look, locale = self._look, self._locale
        assert look is not None
        assert locale is not None
        self._page = max(1, min(page, len(self._pages)))
        has_several = len(self._pages) > 1
        had_focus = self._pager.has_focus
        self._pager.setVisible(has_several)
        if has_several:
            width, high = round(self._pager.small_width(look)), round(look.px(CONTROL_U))
            reach = round(max(0.0, look.target - look.px(CONTROL_U)) / 2)
            drawn = QRect(0, self.height() - high - reach, width, high)
            self._pager.place(drawn, self._page, len(self._pages), locale, look)
            if had_focus:
                self._pager.keep_focus()
        texts = [setting.text for setting, _ in self._pages[self._page - 1]]
        self.setAccessibleDescription("\n".join(texts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), look.theme.ground)
        for setting, top in self._pages[self._page - 1]:
            setting.draw(painter, 0.0, top, look.theme.text)


def _pages(
    texts: Sequence[tuple[str, str]], look: Look, width: float, height: float
) -> list[list[_Placed]]:
    """Paragraphs on pages; one that has no room goes on the next, sentence by sentence."""
    pages: list[list[_Placed]] = [[]]
    top = 0.0

    def place(setting: Setting) -> None:
        nonlocal top
        if pages[-1] and top + setting.size.height() > height:
            pages.append([])
            top = 0.0
        pages[-1].append((setting, top))
        top += setting.size.height() + look.px(_GAP_U)

    def set_in(words: str, language: str) -> Setting:
        return set_text(look, words, language=language, role="body", width=width)

    for words, language in texts:
        whole = set_in(words, language)
        if whole.size.height() <= height - top or whole.size.height() <= height / 2:
            place(whole)
            continue
        begun = ""
        for sentence in sentences(words):
            tried = set_in(begun + sentence, language)
            if begun and tried.size.height() > height - top:
                place(set_in(begun.rstrip(), language))
                begun = ""
                if tried.size.height() > height - top:
                    pages.append([])
                    top = 0.0
            begun += sentence
        if begun:
            place(set_in(begun.rstrip(), language))
    return pages
