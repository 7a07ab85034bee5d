"""Zones and steps of a tour as sections: facts, charts and stories, each with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model import ChartPanel, FactsPanel, StoryPanel
from kiosk.languages.language import language as language_of
from kiosk.look.markdown import paragraphs
from kiosk.presenting.handout_blocks import (
    Block,
    Painted,
    Rule,
    Space,
    Stack,
    beside_code,
    chart_block,
    coded_block,
    hairline,
    picture_block,
    words,
)
from kiosk.presenting.handout_layout import Section
from kiosk.presenting.handout_map import map_block
from kiosk.presenting.handout_paper import BODY, COLUMN_U
from kiosk.screen.chart import build_chart
from kiosk.screen.panel.fact_blocks import FigureRow, tagged
from kiosk.screen.panel.fact_column import Density, fact_column
from kiosk.screen.place_entries import kind_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.exhibit.model import Fact, StoryPage, Zone
    from kiosk.exhibit.text import Text
    from kiosk.exhibit.tour import Tour, TourStep
    from kiosk.exhibit.values import WrittenDate
    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapWorld
    from kiosk.screen.panel.flow import Block as FlowBlock
    from kiosk.screen.voice import Voice

_CHART_HEIGHTS_U = {"waffle": 520, "share": 400, "bar": 520, "ranking": 600, "line": 480}
_TIMELINE_U = 660
_DENSITY = Density("heading", 0.75, lead_role="place")
_HEADLINE = 0.68
_HEADING = 0.75
_CREDITS = ("credit_map", "credit_letters", "credit_signs", "credit_programs", "credit_texts")


class Sections:
    """Sets an exhibit's zones, or a tour's steps, and remembers in which order sources came."""

    def __init__(self, voice: Voice, look: Look, world: MapWorld, *, notes: bool = False) -> None:
        self._world = world
        self._voice = voice
        self._look = look
        self._notes = notes
        self._width = look.px(COLUMN_U)
        self._cited: dict[str, int] = {}

    def of_exhibit(self) -> list[Section]:
        """Every zone with all its panels."""
        return [
            Section(
                self._voice.text(zone.name),
                self._head(zone, number),
                tuple(block for panel in zone.panels for block in self._panel(panel)),
                number=number,
            )
            for number, zone in enumerate(self._voice.exhibit.zones, 1)
        ]

    def of_tour(self, tour: Tour) -> list[Section]:
        """Every step with what it shows; a step that shows a zone alone has its first panel."""
        return [self._step(step, number) for number, step in enumerate(tour.steps, 1)]

    def sources(self) -> Section:
        """What was cited, in the order of the numbers, with a code for each address."""
        voice, look = self._voice, self._look
        room = beside_code(look, self._width)
        blocks: list[Block] = []
        for source_id, number in self._cited.items():
            source = voice.exhibit.sources[source_id]
            title = voice.said(source.title)
            lines = [
                words(look, f"{number}  {title.words}", title.language, "control", room),
                words(
                    look,
                    voice.sources_line([source_id], None),
                    voice.language,
                    "source",
                    room,
                    look.theme.text2,
                ),
            ]
            address = source.address or ""
            if address:
                lines.append(words(look, address, "en", "source", room, look.theme.muted))
            blocks.append(coded_block(look, address, Stack(tuple(lines))))
        title_words = voice.say("sources_of_figures")
        return Section(title_words, self._titled(title_words), tuple(blocks), own_sheet=True)

    def credits(self) -> Section:
        """Whose map, letters, signs and programs these are."""
        voice, look = self._voice, self._look
        blocks = tuple(
            words(look, voice.say(key), voice.language, "control", self._width, look.theme.text2)
            for key in _CREDITS
        )
        title = voice.say("credits")
        return Section(title, self._titled(title), blocks)

    def _step(self, step: TourStep, number: int) -> Section:
        voice, exhibit = self._voice, self._voice.exhibit
        zone_id, panel_id, page = (*step.place.split("/"), "", "")[:3]
        zone = exhibit.zone(zone_id)
        blocks: list[Block] = []
        if step.picture is not None:
            picture = picture_block(exhibit.folder / "pictures" / step.picture.file, self._width)
            blocks += [picture] if picture is not None else []
        if step.statement is not None:
            blocks.append(self._said(step.statement, "heading"))
        elif zone is not None:
            panel = zone.panel(panel_id) or zone.panels[0]
            blocks += self._panel(panel, int(page) if page else None)
        if len(blocks) <= 1:
            shown = [*step.highlight, *step.view, *([zone.id] if zone is not None else [])]
            small = map_block(self._world, self._look, shown, self._width)
            blocks += [small] if small is not None else []
        if self._notes:
            notes = voice.said(step.notes)
            for spans in paragraphs(notes.words):
                look = self._look
                blocks.append(words(look, spans, notes.language, "body", self._width))
        if step.heading is not None:
            title = voice.text(step.heading)
        elif zone is not None:
            title = voice.text(zone.name)
        else:
            keys = {"bay": "whole_bay", "list": "all_places", "credits": "credits"}
            title = voice.say(keys.get(step.place, "map"))
        kicker = voice.text(zone.name) if zone is not None and step.heading is not None else ""
        if self._notes:
            kicker = " · ".join(part for part in (kicker, str(step.duration)) if part)
        head = self._titled(title, number=number, kicker=kicker)
        return Section(title, head, tuple(blocks), number=number)

    def _head(self, zone: Zone, number: int) -> Block:
        voice = self._voice
        name, introduction = voice.said(zone.name), voice.said(zone.introduction)
        head = self._titled(name.words, number=number, kicker=kind_words(zone, voice))
        lead = self._said_words(introduction.words, introduction.language, "lead")
        return Stack((head, Space(self._look.px(12)), lead))

    def _titled(self, title: str, *, number: int = 0, kicker: str = "") -> Stack:
        look, language = self._look, self._voice.language
        width = look.px(BODY.width())
        above = "  ·  ".join(part for part in (str(number) if number else "", kicker) if part)
        parts: list[Block] = [Rule(look, width, look.theme.accent, 6, look.px(28))]
        if above:
            parts.append(words(look, above, language, "kicker", width, look.theme.accent_text))
        parts.append(words(look, title, language, "title", width, balanced=True))
        return Stack(tuple(parts))

    def _panel(
        self, panel: FactsPanel | ChartPanel | StoryPanel, page: int | None = None
    ) -> list[Block]:
        if isinstance(panel, FactsPanel):
            return [self._facts(panel)]
        if isinstance(panel, ChartPanel):
            return [self._chart(panel)]
        pages = panel.pages if page is None else panel.pages[page - 1 : page]
        blocks = [self._story_page(each) for each in pages]
        if page is None:
            title = self._story_title(panel)
            blocks[0] = Stack((title, Space(self._look.px(28)), blocks[0]))
        return blocks

    def _facts(self, panel: FactsPanel) -> Block:
        look, voice = self._look, self._voice
        rows: list[Block] = []
        for row in fact_column(panel, voice, look, self._width, _DENSITY, self._cite):
            rows += [Space(row.gap), _still(row)] if rows else [_still(row)]
        lead = next((fact for fact in panel.facts if fact.lead), panel.facts[0])
        of_parts = (
            source
            for fact in panel.facts
            if fact.part_of == lead.id
            for source in fact.source or ()
        )
        sources = tuple(dict.fromkeys((*(panel.source or lead.source or ()), *of_parts)))
        rows += [Space(look.px(16)), self._source(sources, panel.as_of or lead.as_of)]
        return Stack(tuple(rows))

    def _figure(self, fact: Fact, note: str, role: str) -> Block:
        voice, label = self._voice, self._voice.said(fact.label)
        row = FigureRow(
            self._look,
            figure=voice.figure(fact.value, fact.unit, bound=fact.bound, reported=fact.reported),
            label=tagged(
                label.words, label.language, voice.language, language_of(label.language).drawn
            ),
            note=note,
            language=voice.language,
            role=role,
            width=self._width,
            gap=0,
            beat=0,
        )
        return _still(row)

    def _chart(self, panel: ChartPanel) -> Block:
        look = self._look
        chart = build_chart(panel.chart)
        chart.show_panel(panel, self._voice, look)
        height = look.px(_CHART_HEIGHTS_U.get(panel.chart, _TIMELINE_U))
        return Stack(
            (
                self._said(panel.headline, "heading", scale=_HEADLINE),
                Space(look.px(8)),
                self._said(panel.sentence, "secondary", color=True),
                Space(look.px(24)),
                chart_block(chart, self._width, height),
                Space(look.px(16)),
                self._source(panel.source, panel.as_of),
            )
        )

    def _story_title(self, story: StoryPanel) -> Block:
        return Stack(
            (
                hairline(self._look, self._width),
                self._said(story.title, "heading"),
                self._said(story.summary, "lead"),
            )
        )

    def _story_page(self, page: StoryPage) -> Block:
        look, voice = self._look, self._voice
        parts: list[Block] = []
        if page.picture is not None:
            file = voice.exhibit.folder / "pictures" / page.picture.file
            picture = picture_block(file, self._width)
            parts += [picture, Space(look.px(20))] if picture is not None else []
        parts += [self._said(page.heading, "heading", scale=_HEADING), Space(look.px(8))]
        text = voice.said(page.text)
        for spans in paragraphs(text.words):
            parts += [
                words(look, spans, text.language, "body", self._width),
                Space(look.px(12)),
            ]
        if page.figure is not None:
            note = voice.say("reported") if page.figure.reported else ""
            parts += [Space(look.px(12)), self._figure(page.figure, note, "heading")]
        as_of = page.figure.as_of if page.figure is not None else None
        parts += [Space(look.px(12)), self._source(page.source, as_of)]
        return Stack(tuple(parts))

    def _source(self, sources: Sequence[str], as_of: WrittenDate | None) -> Block:
        """Who published the figures and when, with the numbers of the list at the end."""
        look, voice = self._look, self._voice
        line = voice.say("source_spoken", source=self._cite(sources, as_of))
        return words(look, line, voice.language, "source", self._width, look.theme.muted)

    def _cite(self, sources: Sequence[str], as_of: WrittenDate | None) -> str:
        return f"{self._voice.sources_line(sources, as_of)} {self._marks(sources)}"

    def _marks(self, sources: Sequence[str]) -> str:
        return "".join(f"[{self._number(source)}]" for source in sources)

    def _number(self, source: str) -> int:
        return self._cited.setdefault(source, len(self._cited) + 1)

    def _said(self, text: Text, role: str, *, scale: float = 1.0, color: bool = False) -> Block:
        said = self._voice.said(text)
        return self._said_words(said.words, said.language, role, scale=scale, muted=color)

    def _said_words(
        self, text: str, language: str, role: str, *, scale: float = 1.0, muted: bool = False
    ) -> Block:
        look = self._look
        color = look.theme.text2 if muted else look.theme.text
        balanced = role == "heading"
        return words(look, text, language, role, self._width, color, scale=scale, balanced=balanced)


def _still(row: FlowBlock) -> Painted:
    return Painted(row.height, lambda painter, x, y: row.draw(painter, x, y, 1.0))
