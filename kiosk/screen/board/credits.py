"""Sources and credits: the owners of the figures, the map, the fonts, the icons and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.board.board import MARGIN_U, Board

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import Source
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld

_COLUMN_GAP_U = 64
_LEAST_COLUMN_U = 520
_GAP_U = 22
_CREDITS = ("credit_map", "credit_letters", "credit_signs", "credit_programs", "credit_texts")


class Credits(Board):
    """Sets everything in columns, in as many pages as it needs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[tuple[Setting, QPointF, QColor]] = []

    def show_page(
        self, page: int, locale: Locale, look: Look, *, world: MapWorld | None, controls_top: float
    ) -> None:
        top = self._set_title(locale.say("credits"), locale, look) + look.px(28)
        margin, gap = look.px(MARGIN_U), look.px(_COLUMN_GAP_U)
        width = self.width() - 2 * margin
        columns = max(1, int((width + gap) // (look.px(_LEAST_COLUMN_U) + gap)))
        column_width = (width - gap * (columns - 1)) / columns
        bottom = controls_top - look.px(24)
        placed: list[tuple[int, Setting, QPointF, QColor]] = []
        number, column, y = 1, 0, top
        for block in self._blocks(locale, look, column_width):
            height = sum(setting.size.height() for setting, _ in block)
            if y > top and y + height > bottom:
                column, y = column + 1, top
                if column == columns:
                    number, column = number + 1, 0
            for setting, color in block:
                x = margin + column * (column_width + gap)
                placed.append((number, setting, QPointF(x, y), color))
                y += setting.size.height()
            y += look.px(_GAP_U)
        self._turn_to(page, number)
        self._lines = [(what, at, color) for on, what, at, color in placed if on == self._page]
        self._show_pager(locale, look, controls_top)
        self.update()

    def _blocks(
        self, locale: Locale, look: Look, width: float
    ) -> list[list[tuple[Setting, QColor]]]:
        """What must stay together: a credit, or a source with its publisher and date."""
        theme, language = look.theme, locale.language
        blocks = [
            [
                (
                    set_text(look, locale.say(key), language=language, role="control", width=width),
                    theme.text2,
                )
            ]
            for key in _CREDITS
        ]
        heading = set_text(
            look, locale.say("sources_of_figures"), language=language, role="lead", width=width
        )
        sources = sorted(locale.exhibit.sources.values(), key=_by_date, reverse=True)
        for index, source in enumerate(sources):
            title = locale.said(source.title)
            block = [
                (
                    set_text(
                        look, title.words, language=title.language, role="control", width=width
                    ),
                    theme.text,
                ),
                (
                    set_text(
                        look,
                        locale.sources_line([source.id], None),
                        language=language,
                        role="source",
                        width=width,
                    ),
                    theme.muted,
                ),
            ]
            blocks.append([(heading, theme.text), *block] if index == 0 else block)
        return blocks

    def _paint_page(self, painter: QPainter, look: Look) -> None:
        for setting, at, color in self._lines:
            setting.draw(painter, at.x(), at.y(), color)


def _by_date(source: Source) -> str:
    return str(source.date)
