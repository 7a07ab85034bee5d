"""A story's page: heading, text, where it happened, and one key figure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.languages.language import language as language_of
from kiosk.look.markdown import paragraphs
from kiosk.look.typesetting import Setting, set_text, set_whole_words
from kiosk.screen.panel.fact_blocks import Paragraph, tagged
from kiosk.screen.panel.fact_column import figure_content
from kiosk.screen.panel.flow import INSET_U
from kiosk.screen.panel.hero_figure import HeroFigure
from kiosk.screen.panel.story_map import StoryMap

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Fact, StoryPage, StoryPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld

_MAP_U = (324, 248)
_WIDE_MAP_HEIGHT_U = 300
_GAP_U = 40
_MOST_GROWN = 1.25
_LOWER_SHARE = 0.3
"""On a page of few words the small map grows, and stands that part of what is left lower."""
_TEXT_ROLES = ("lead", "secondary")
_HEADING_ROLES = (("title", 2), ("heading", 3))
"""The largest role in which no heading of a story takes more lines than that."""


class StoryView(QWidget):
    """Shows one page of a story at a time.  Built once and shown again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._paragraphs: list[tuple[Paragraph, float]] = []
        self._figure: HeroFigure | None = None
        self._figure_at = (0.0, 0.0)
        self._inset = 0.0
        self._map = StoryMap(self)

    def set_world(self, world: MapWorld) -> None:
        """The map from which the small maps are drawn."""
        self._map.set_world(world)

    def show_page(self, story: StoryPanel, number: int, locale: Locale, look: Look) -> None:
        """Set a page, counted from 1."""
        self._look = look
        page = story.pages[max(0, min(number, len(story.pages)) - 1)]
        self._inset = look.px(INSET_U)
        width = self.width() - self._inset
        y = self._set_texts(story, page, locale, look, width)
        self._set_footer(page, locale, look, width, y)
        self.setAccessibleName(locale.text(page.heading))
        self.setAccessibleDescription(_spoken(page, locale))
        self.update()

    def finish(self) -> None:
        """Draw the small map at once."""
        self._map.finish()

    def _set_texts(
        self, story: StoryPanel, page: StoryPage, locale: Locale, look: Look, width: float
    ) -> float:
        title = Paragraph(_set_heading(story, page, locale, look, width), look.theme.text)
        self._paragraphs = [(title, 0.0)]
        y = title.height + look.px(20)
        text = locale.said(page.text)
        for index, spans_of in enumerate(paragraphs(text.words)):
            role = _TEXT_ROLES[min(index, 1)]
            color = look.theme.text if index == 0 else look.theme.text2
            setting: Setting = set_text(
                look, spans_of, language=text.language, role=role, width=width
            )
            self._paragraphs.append((Paragraph(setting, color), y))
            y += setting.size.height() + look.px(14)
        return y

    def _set_footer(
        self, page: StoryPage, locale: Locale, look: Look, width: float, y: float
    ) -> None:
        """The small map and the key figure: side by side, or the figure alone."""
        top = y + look.px(_GAP_U / 2)
        room = self.height() - top
        map_width, map_height = (look.px(units) for units in _MAP_U)
        if page.figure is None:
            map_width, map_height = width, look.px(_WIDE_MAP_HEIGHT_U)
        map_height = min(map_height * _MOST_GROWN, room)
        lower = max(0.0, room - map_height) * _LOWER_SHARE
        top, room = top + lower, room - lower
        shows_map = bool(page.places) and map_height >= look.px(150)
        self._map.setVisible(shows_map)
        if shows_map:
            area = QRect(round(self._inset), round(top), round(map_width), round(map_height))
            self._map.setGeometry(area)
            self._map.show_places(page.places, page.links, look, locale.language)
        left = map_width + look.px(32) if shows_map else 0.0
        self._figure = None
        if page.figure is not None:
            row = _figure_block(page.figure, locale, look, width - left)
            if row.height > room and shows_map:
                self._map.hide()
                shows_map, left = False, 0.0
                row = _figure_block(page.figure, locale, look, width)
            if row.height <= room:
                self._figure = row
                middle = (map_height - row.height) / 2 if shows_map else 0.0
                self._figure_at = (left, top + max(0.0, middle))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        for paragraph, y in self._paragraphs:
            paragraph.draw(painter, self._inset, y, 1.0)
        if self._figure is not None:
            x, y = self._figure_at
            self._figure.draw(painter, self._inset + x, y, 1.0)


def _set_heading(
    story: StoryPanel, page: StoryPage, locale: Locale, look: Look, width: float
) -> Setting:
    """A page's heading in the largest type in which those of all pages fit."""

    def set_in(role: str, shown: StoryPage) -> Setting:
        said = locale.said(shown.heading)
        drawn = language_of(said.language).drawn
        spans = tagged(said.words, said.language, locale.language, drawn)
        return set_whole_words(look, spans, language=said.language, role=role, width=width)

    role = next(
        (
            role
            for role, lines in _HEADING_ROLES
            if all(set_in(role, each).line_count <= lines for each in story.pages)
        ),
        _HEADING_ROLES[-1][0],
    )
    return set_in(role, page)


def _figure_block(fact: Fact, locale: Locale, look: Look, width: float) -> HeroFigure:
    status = locale.status(fact)
    content = replace(figure_content(fact, locale, (status,) if status else ()), count=0)
    return HeroFigure(look, content, role="number_l", width=width)


def _spoken(page: StoryPage, locale: Locale) -> str:
    sentences = [
        "".join(span.text for span in spans) for spans in paragraphs(locale.text(page.text))
    ]
    if page.figure is not None:
        figure = locale.fact_figure(page.figure)
        sentences.append(
            locale.say("labelled", label=locale.text(page.figure.label), figure=figure.spoken)
        )
    if page.picture is not None:
        sentences.append(locale.text(page.picture.alternative))
    return "\n".join(sentences)
