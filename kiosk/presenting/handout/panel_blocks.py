"""Panels as blocks with two shapes, for a column and across the page, with their sources."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.exhibit.model.citations import citations
from kiosk.exhibit.model.exhibit import ChartPanel, FactsPanel, StoryPage, StoryPanel
from kiosk.exhibit.model.picture_panels import ComparisonPanel, GalleryPanel, PicturePanel
from kiosk.exhibit.model.shown_pictures import written_pages
from kiosk.look.markdown import paragraphs
from kiosk.presenting.handout.blocks import (
    Beside,
    Painted,
    Shaped,
    SheetBlock,
    Space,
    Stack,
    TextStyle,
    chart_block,
    hairline,
    picture_block,
    text_block,
)
from kiosk.presenting.handout.map_block import map_block
from kiosk.presenting.handout.paper import COLUMN_U
from kiosk.presenting.handout.told_blocks import told_blocks
from kiosk.screen.chart import build_chart
from kiosk.screen.panel.calculations import calculations
from kiosk.screen.panel.fact_column import Density, fact_column, figure_content
from kiosk.screen.panel.hero_figure import HeroFigure
from kiosk.screen.panel.source_lines import has_own_source
from kiosk.screen.steps import at_once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.exhibit.model.exhibit import Fact, Panel, ToldPanel
    from kiosk.exhibit.model.parts import Picture
    from kiosk.exhibit.model.picture_panels import ComparedPicture
    from kiosk.exhibit.model.values import WrittenDate
    from kiosk.presenting.handout.edition import Edition
    from kiosk.screen.panel.flow import FlowBlock
    from kiosk.text.multilingual import Text

_DENSITY = Density(("heading",), 0.75, lead_role="place", pictograms=False)
_HEADLINE = 0.68
_HEADING = 0.75
_LEAST_MAP_U = 180
_MAP_U = 340


@dataclass(frozen=True)
class Where:
    """What is beside a panel that goes across the page: a map of zones, or a step's picture."""

    zones: tuple[str, ...] = ()
    picture: Picture | None = None


class Panels:
    """Typesets panels; `cited` numbers the sources in the order of their first use."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._locale = edition.locale
        self._look = edition.look
        self._width = edition.look.px(COLUMN_U)
        self.cited: dict[str, int] = {}

    def set(
        self,
        panel: Panel,
        page: int | None = None,
        where: Where = Where(),
    ) -> list[Shaped]:
        """One block of facts or of a chart, or one for each page of a story (or for `page`).

        A gallery has one for each picture, and a comparison one for both.  People and events are a
        block each, but one where there is a `page`.
        """
        if isinstance(panel, FactsPanel):
            facts = self._facts(panel)
            return [Shaped(facts, Beside(facts, self._beside(where, facts.height)))]
        if isinstance(panel, ChartPanel):
            return [self._chart(panel, where)]
        if isinstance(panel, ComparisonPanel):
            return [self._comparison(panel)]
        if not isinstance(panel, StoryPanel | GalleryPanel):
            return self._rows(panel, where, is_one=page is not None)
        pages = range(1, written_pages(panel) + 1) if page is None else (page,)
        if isinstance(panel, GalleryPanel):
            blocks = [self._pictured(panel, number) for number in pages]
        else:
            blocks = [self._story_page(panel, number, where) for number in pages]
        if page is None:
            title, gap = self._title(panel), Space(self._look.px(28))
            first = blocks[0]
            blocks[0] = Shaped(Stack((title, gap, first.column)), Stack((title, gap, first.across)))
        return blocks

    def _rows(self, panel: ToldPanel, where: Where, *, is_one: bool) -> list[Shaped]:
        """A block for each row, with the title above the first and the source below the last."""
        look = self._look
        rows = told_blocks(panel, self._locale, look, self._width)
        head: tuple[SheetBlock, ...] = ()
        if panel.kind != "quote":
            head = (self.said(panel.title, "heading", scale=_HEADLINE), Space(look.px(8)))
        foot = (Space(look.px(16)), self.source(panel.source, None))
        rows = [(*head, *rows[0]), *rows[1:]]
        rows[-1] = (*rows[-1], *foot)
        if is_one:
            rows = [tuple(part for row in rows for part in row)]
        stacks = [Stack(row) for row in rows]
        return [Shaped(each, Beside(each, self._beside(where, each.height))) for each in stacks]

    def picture(self, picture: Picture) -> SheetBlock | None:
        """A picture as wide as a column with whose it is, or None if it can't be read."""
        look, locale = self._look, self._locale
        file = locale.exhibit.folder / "pictures" / picture.file
        alternative = locale.text(picture.alternative)
        drawn = picture_block(look, file, self._width, alternative, picture.kept_point)
        owner = locale.attribution(picture)
        if drawn is None or not owner:
            return drawn
        style = TextStyle("source", self._width, look.theme.muted)
        return Stack((drawn, Space(look.px(6)), text_block(look, owner, locale.language, style)))

    def _beside(self, where: Where, height: float) -> SheetBlock:
        """The step's picture, or a small map about as high as what it is beside."""
        found = self.picture(where.picture) if where.picture is not None else None
        if found is not None:
            return found
        height = max(height, self._look.px(_MAP_U))
        height = min(height, self._width * 0.72)
        return map_block(self._edition, where.zones, self._width, height)

    def _facts(self, panel: FactsPanel) -> SheetBlock:
        look, locale = self._look, self._locale
        rows: list[SheetBlock] = []
        for row in fact_column(panel, locale, look, self._width, _DENSITY, self._cited_once):
            rows += [Space(row.gap), _still(row)] if rows else [_still(row)]
        lead = next((fact for fact in panel.facts if fact.lead), panel.facts[0])
        noted = {
            source
            for fact in panel.facts
            if fact.part_of != lead.id and has_own_source(fact, panel)
            for source in fact.source or ()
        }
        noted -= {*(panel.source or ())}
        cited = [each.source for each in citations(panel) if each.source not in noted]
        rows += [Space(look.px(16)), *self._told(panel, 1)]
        if cited:
            rows.append(self.source(cited, panel.as_of or lead.as_of))
        return Stack(tuple(rows))

    def _told(self, panel: FactsPanel | StoryPanel, page: int) -> list[SheetBlock]:
        """How the calculated figures of a page came about."""
        look, locale = self._look, self._locale
        style = TextStyle("source", self._width, look.theme.muted)
        return [
            text_block(look, f"{locale.say('calculated')} – {line}", locale.language, style)
            for line in calculations(panel, page, locale)
        ]

    def _figure(self, fact: Fact, role: str) -> SheetBlock:
        status = self._locale.status(fact)
        notes = (status,) if status else ()
        content = replace(figure_content(fact, self._locale, notes), count=0)
        row = at_once(HeroFigure(self._look, content, role=role).set_in(self._width))
        return _still(row)

    def _chart(self, panel: ChartPanel, where: Where) -> Shaped:
        look = self._look
        chart = build_chart(panel.chart)
        chart.show_panel(panel, self._locale, look)
        height = look.px(chart.paper_height_u)
        shows = f"{self._locale.text(panel.headline)} {self._locale.text(panel.sentence)}"
        drawn = chart_block(chart, self._width, height, shows)
        told = Stack(
            (
                self.said(panel.headline, "heading", scale=_HEADLINE),
                Space(look.px(8)),
                self.said(panel.sentence, "secondary", muted=True),
            )
        )
        source = self.source(panel.source, panel.as_of)
        gap = Space(look.px(24))
        left: tuple[SheetBlock, ...] = (told, gap, source)
        room = height - Stack(left).height - gap.height
        if where.picture is not None or room >= look.px(_LEAST_MAP_U):
            left = (told, gap, self._beside_chart(where, room), gap, source)
        return Shaped(
            Stack((told, gap, drawn, Space(look.px(16)), source)), Beside(Stack(left), drawn)
        )

    def _beside_chart(self, where: Where, room: float) -> SheetBlock:
        found = self.picture(where.picture) if where.picture is not None else None
        height = min(room - self._look.px(24), self._width * 0.72)
        return found or map_block(self._edition, where.zones, self._width, height)

    def _title(self, panel: StoryPanel | PicturePanel) -> SheetBlock:
        said = [hairline(self._look, self._width), self.said(panel.title, "heading")]
        if isinstance(panel, StoryPanel):
            said.append(self.said(panel.summary, "lead"))
        return Stack(tuple(said))

    def _pictured(self, panel: GalleryPanel, number: int) -> Shaped:
        """A picture of a gallery with its caption, and below the last one the sources of all."""
        picture = panel.pictures[max(1, min(number, len(panel.pictures))) - 1]
        drawn, gap = self.picture(picture), Space(self._look.px(12))
        told: list[SheetBlock] = []
        if picture.caption is not None:
            told.append(self.said(picture.caption, "body"))
        if panel.source is not None and number == len(panel.pictures):
            told += [gap, self.source(panel.source, None)]
        words = Stack(tuple(told))
        if drawn is None:
            return Shaped(words, words)
        return Shaped(Stack((drawn, gap, words)), Beside(drawn, words))

    def _comparison(self, panel: ComparisonPanel) -> Shaped:
        """Both pictures side by side, or one below the other, with what has changed."""
        look, locale = self._look, self._locale
        gap = Space(look.px(16))
        text = locale.said(panel.text)
        style = TextStyle("body", self._width)
        told: list[SheetBlock] = [self._title(panel), gap]
        for spans in paragraphs(text.words):
            told += [text_block(look, spans, text.language, style), Space(look.px(12))]
        shown = [self._compared(side) for side in panel.sides]
        source = self.source(panel.source, None)
        column = Stack((*told, shown[0], gap, shown[1], gap, source))
        return Shaped(column, Stack((*told, gap, Beside(*shown), gap, source)))

    def _compared(self, side: ComparedPicture) -> SheetBlock:
        look, locale = self._look, self._locale
        said: list[SheetBlock] = [self.said(side.label, "secondary", muted=True)]
        if side.at is not None:
            style = TextStyle("source", self._width, look.theme.muted)
            said.append(text_block(look, locale.date(side.at), locale.language, style))
        drawn = self.picture(side.picture)
        return Stack(tuple(said if drawn is None else [drawn, Space(look.px(8)), *said]))

    def _story_page(self, story: StoryPanel, number: int, where: Where) -> Shaped:
        look, locale = self._look, self._locale
        page = story.pages[number - 1]
        picture = self.picture(page.picture) if page.picture is not None else None
        parts: list[SheetBlock] = [self.said(page.heading, "heading", scale=_HEADING)]
        parts.append(Space(look.px(8)))
        text, cited = locale.said(page.text), page.source
        style = TextStyle("body", self._width)
        for spans in paragraphs(text.words):
            parts += [text_block(look, spans, text.language, style), Space(look.px(12))]
        if page.figure is not None:
            parts += [Space(look.px(12)), self._figure(page.figure, "heading")]
            own = page.figure.source or ()
            cited = tuple(dict.fromkeys((*cited, *own)))
        as_of = page.figure.as_of if page.figure is not None else None
        parts += [Space(look.px(12)), *self._told(story, number), *self._filmed(page)]
        parts.append(self.source(cited, as_of))
        told = Stack(tuple(parts))
        if picture is None:
            return Shaped(told, Beside(self._beside(where, told.height), told))
        beside = picture if where.picture is None else self._beside(where, told.height)
        return Shaped(Stack((picture, Space(look.px(20)), told)), Beside(beside, told))

    def _filmed(self, page: StoryPage) -> list[SheetBlock]:
        """Whose the page's film or recording is: paper has nothing else of it."""
        look, locale, recording = self._look, self._locale, page.recording
        owner = "" if recording is None else locale.attribution(recording)
        if not owner:
            return []
        words = locale.say("film_by" if page.film is not None else "sound_by", owner=owner)
        style = TextStyle("source", self._width, look.theme.muted)
        return [text_block(look, words, locale.language, style), Space(look.px(6))]

    def source(self, sources: Sequence[str], as_of: WrittenDate | None) -> SheetBlock:
        """Who published the figures and when, with the numbers in the list of sources."""
        look, locale = self._look, self._locale
        line = locale.say("source_spoken", source=self._cite(sources, as_of))
        style = TextStyle("source", self._width, look.theme.muted)
        return text_block(look, line, locale.language, style)

    def _cite(self, sources: Sequence[str], as_of: WrittenDate | None) -> str:
        return f"{self._locale.sources_line(sources, as_of)} {self._marks(sources)}"

    def _cited_once(self, sources: Sequence[str], as_of: WrittenDate | None) -> Sequence[str]:
        return (self._cite(sources, as_of),)

    def _marks(self, sources: Sequence[str]) -> str:
        return "".join(f"[{self._number(source)}]" for source in sources)

    def _number(self, source: str) -> int:
        return self.cited.setdefault(source, len(self.cited) + 1)

    def said(self, text: Text, role: str, *, scale: float = 1.0, muted: bool = False) -> SheetBlock:
        """A curators' text as wide as a column."""
        said, theme = self._locale.said(text), self._look.theme
        style = TextStyle(
            role,
            self._width,
            theme.text2 if muted else theme.text,
            scale=scale,
            balanced=role == "heading",
        )
        return text_block(self._look, said.words, said.language, style)


def _still(row: FlowBlock) -> Painted:
    return Painted(row.height, lambda painter, x, y: row.draw(painter, x, y, 1.0), "P")
