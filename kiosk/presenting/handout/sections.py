"""Zones and steps of a tour as sections: facts, charts and stories, each with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.look.markdown import paragraphs
from kiosk.presenting.handout.blocks import (
    NOTE_INDENT_U,
    Beside,
    RuledLine,
    SheetBlock,
    Space,
    Stack,
    beside_code,
    coded_block,
    noted,
    words,
)
from kiosk.presenting.handout.layout import Section
from kiosk.presenting.handout.map_block import map_block
from kiosk.presenting.handout.panel_blocks import Panels, Where
from kiosk.presenting.handout.paper import BODY, COLUMN_U
from kiosk.presenting.step_place import step_name
from kiosk.screen.board.place_entries import kind_words

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.model.tour import Tour, TourStep
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld

_LIST_GAP_U = 24
_STEP_TITLE = 0.8
_PANORAMA_U = 420
_CREDITS = ("credit_map", "credit_letters", "credit_signs", "credit_programs", "credit_texts")


class Sections:
    """Sets an exhibit's zones, or a tour's steps, and the sources that they cite."""

    def __init__(self, locale: Locale, look: Look, world: MapWorld, *, notes: bool = False) -> None:
        self._world = world
        self._locale = locale
        self._look = look
        self._notes = notes
        self._width = look.px(COLUMN_U)
        self._panels = Panels(locale, look, world)

    def of_exhibit(self) -> list[Section]:
        """Every zone with all its panels."""
        return [
            Section(
                self._locale.text(zone.name),
                self._head(zone, number),
                tuple(
                    block
                    for panel in zone.panels
                    for block in self._panels.set(panel, where=Where((zone.id,)))
                ),
                number=number,
            )
            for number, zone in enumerate(self._locale.exhibit.zones, 1)
        ]

    def of_tour(self, tour: Tour) -> list[Section]:
        """Every step with what it shows; a step that shows a zone alone has its first panel."""
        return [self._step(step, number) for number, step in enumerate(tour.steps, 1)]

    def sources(self) -> Section:
        """What was cited, in the order of the numbers, with a code for each address."""
        locale, look = self._locale, self._look
        room = beside_code(look, self._width)
        blocks: list[SheetBlock] = []
        for source_id, number in self._panels.cited.items():
            source = locale.exhibit.sources[source_id]
            title = locale.said(source.title)
            lines = [
                words(look, f"{number}  {title.words}", title.language, "control", room),
                words(
                    look,
                    locale.sources_line([source_id], None),
                    locale.language,
                    "source",
                    room,
                    look.theme.text2,
                ),
            ]
            address = source.address or ""
            if address:
                muted = look.theme.muted
                lines.append(words(look, address, "en", "source", room, muted, address=address))
            blocks.append(coded_block(look, address, Stack(tuple(lines))))
        title_words = locale.say("sources_of_figures")
        return Section(title_words, self._titled(title_words), tuple(blocks), gap_u=_LIST_GAP_U)

    def credits(self) -> Section:
        """Whose map, letters, signs and programs these are."""
        locale, look = self._locale, self._look
        blocks = tuple(
            words(look, locale.say(key), locale.language, "control", self._width, look.theme.text2)
            for key in _CREDITS
        )
        title = locale.say("credits")
        return Section(title, self._titled(title), blocks, gap_u=_LIST_GAP_U)

    def _step(self, step: TourStep, number: int) -> Section:
        locale, exhibit = self._locale, self._locale.exhibit
        zone = exhibit.zone(step.place.partition("/")[0])
        blocks: list[SheetBlock] = []
        if self._notes:
            notes, look = locale.said(step.notes), self._look
            room = self._width - look.px(NOTE_INDENT_U)
            blocks = [
                noted(look, words(look, spans, notes.language, "body", room))
                for spans in paragraphs(notes.words)
            ]
        title = step_name(step, exhibit, locale.words, locale.language)
        kicker = locale.text(zone.name) if zone is not None and step.heading is not None else ""
        if self._notes:
            kicker = " · ".join(part for part in (kicker, str(step.duration)) if part)
        head = self._titled(title, number=number, kicker=kicker, scale=_STEP_TITLE)
        shown = self._shown(step)
        return Section(title, head, tuple(blocks), number=number, across=shown)

    def _shown(self, step: TourStep) -> SheetBlock:
        """What the audience saw at a step, across the page."""
        locale, look, panels = self._locale, self._look, self._panels
        zone_id, panel_id, page = (*step.place.split("/"), "", "")[:3]
        zone = locale.exhibit.zone(zone_id)
        picture = panels.picture(step.picture) if step.picture is not None else None
        width = look.px(BODY.width())
        if step.statement is not None:
            if picture is not None:
                return Beside(picture, panels.said(step.statement, "heading"))
            said = locale.said(step.statement)
            return words(look, said.words, said.language, "heading", width)
        if zone is not None:
            panel = zone.panel(panel_id) or zone.panels[0]
            where = Where((*step.highlight, zone.id), step.picture)
            return panels.set(panel, int(page) if page else None, where)[0].across
        places = (*step.highlight, *step.view)
        return picture or map_block(self._world, locale, look, places, width, look.px(_PANORAMA_U))

    def _head(self, zone: Zone, number: int) -> SheetBlock:
        locale = self._locale
        name, introduction = locale.said(zone.name), locale.said(zone.introduction)
        head = self._titled(name.words, number=number, kicker=kind_words(zone, locale))
        look = self._look
        lead = words(
            look,
            introduction.words,
            introduction.language,
            "lead",
            look.px(BODY.width()),
            balanced=True,
        )
        return Stack((head, Space(look.px(12)), lead))

    def _titled(
        self, title: str, *, number: int = 0, kicker: str = "", scale: float = 1.0
    ) -> Stack:
        look, language = self._look, self._locale.language
        width = look.px(BODY.width())
        above = "  ·  ".join(part for part in (str(number) if number else "", kicker) if part)
        parts: list[SheetBlock] = [RuledLine(look, width, look.theme.accent, 6, look.px(28))]
        if above:
            parts.append(words(look, above, language, "kicker", width, look.theme.accent_text))
        parts.append(words(look, title, language, "title", width, scale=scale, balanced=True))
        return Stack(tuple(parts))
