"""Turns zones, or the steps of a tour, into sections: facts, charts and stories with sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.place import Place
from kiosk.look.markdown import paragraphs
from kiosk.presenting.handout.blocks import (
    NOTE_INDENT_U,
    Beside,
    RuledLine,
    SheetBlock,
    Space,
    Stack,
    TextStyle,
    beside_code,
    coded_block,
    noted,
    text_block,
)
from kiosk.presenting.handout.layer_block import LayerOnPaper
from kiosk.presenting.handout.layout import Section
from kiosk.presenting.handout.map_block import map_block
from kiosk.presenting.handout.panel_blocks import Panels, Where
from kiosk.presenting.handout.paper import BODY, COLUMN_U
from kiosk.presenting.step_name import step_name
from kiosk.screen.board.credits import about_texts, owners_texts
from kiosk.screen.board.place_entries import kind_words
from kiosk.screen.layer.layer_content import LayerContent

if TYPE_CHECKING:
    from kiosk.exhibit.model.data_layer import DataLayer
    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.model.tour import Tour, TourStep
    from kiosk.presenting.handout.edition import Edition

_LIST_GAP_U = 24
_STEP_TITLE = 0.8
_PANORAMA_U = 420


class Sections:
    """Typesets an exhibit's zones, or a tour's steps, and the sources that they cite."""

    def __init__(self, edition: Edition, *, notes: bool = False) -> None:
        self._edition = edition
        self._locale = edition.locale
        self._look = edition.look
        self._notes = notes
        self._width = edition.look.px(COLUMN_U)
        self._panels = Panels(edition)

    def of_exhibit(self) -> list[Section]:
        """Every zone with all its panels, then every data layer."""
        exhibit = self._locale.exhibit
        zones = [*self._zones()]
        # The numbers are those of the map on the cover, on which a layer has none.
        kicker = self._locale.say("map_layer")
        for layer in exhibit.layers:
            title = self._locale.text(layer.title)
            head = self._titled(title, kicker=kicker, scale=_STEP_TITLE)
            zones.append(Section(title, head, (), across=self._layer(layer)))
        return zones

    def _zones(self) -> list[Section]:
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
        """Every step with what it shows; a step at a zone without a panel shows the first one."""
        return [self._step(step, number) for number, step in enumerate(tour.steps, 1)]

    def sources(self) -> Section:
        """The cited sources by their numbers, with a QR code for each address."""
        locale, look = self._locale, self._look
        room = beside_code(look, self._width)
        blocks: list[SheetBlock] = []
        for source_id, number in self._panels.cited.items():
            source = locale.exhibit.sources[source_id]
            title = locale.said(source.title)
            headed = f"{number}  {title.words}"
            published = locale.full_source(source)
            small = TextStyle("source", room, look.theme.text2)
            lines = [
                text_block(look, headed, title.language, TextStyle("control", room)),
                text_block(look, published, locale.language, small),
            ]
            address = source.code
            if source.reprint and source.host:
                lines.append(
                    text_block(
                        look, locale.say("reprinted_at", host=source.host), locale.language, small
                    )
                )
            if address:
                muted = TextStyle("source", room, look.theme.muted)
                lines.append(text_block(look, address, "en", muted, address))
            blocks.append(coded_block(look, address, Stack(tuple(lines))))
        title_words = locale.say("sources_of_figures")
        return Section(title_words, self._titled(title_words), tuple(blocks), gap_u=_LIST_GAP_U)

    def credits(self) -> Section:
        """What the exhibit is, and the credits of its map, fonts, icons and programs."""
        locale, look = self._locale, self._look
        style = TextStyle("control", self._width, look.theme.text2)
        lines = (*about_texts(locale), *owners_texts(locale))
        blocks = tuple(text_block(look, line, locale.language, style) for line in lines)
        title = locale.say("credits")
        return Section(title, self._titled(title), blocks, gap_u=_LIST_GAP_U)

    def _step(self, step: TourStep, number: int) -> Section:
        locale, exhibit = self._locale, self._locale.exhibit
        zone = exhibit.zone(Place.parse(step.place).zone)
        blocks: list[SheetBlock] = []
        if self._notes:
            notes, look = locale.said(step.notes), self._look
            style = TextStyle("body", self._width - look.px(NOTE_INDENT_U))
            blocks = [
                noted(look, text_block(look, spans, notes.language, style))
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
        place = Place.parse(step.place)
        # The bay as a whole is a map here and not the region's panel.
        shown = place.resolve(locale.exhibit) if place.zone else None
        picture = panels.picture(step.picture) if step.picture is not None else None
        width = look.px(BODY.width())
        if step.statement is not None:
            if picture is not None:
                return Beside(picture, panels.said(step.statement, "heading"))
            said = locale.said(step.statement)
            return text_block(look, said.words, said.language, TextStyle("heading", width))
        if shown is not None and shown.panel is not None:
            where = Where((*step.highlight, shown.zone.id), step.picture)
            return panels.set(shown.panel, shown.page, where)[0].across
        layer = locale.exhibit.layer(step.layer or "")
        if layer is not None:
            year = "" if step.year is None else str(step.year.year)
            return self._layer(layer, year, step.highlight)
        places = (*step.highlight, *step.view)
        return picture or map_block(self._edition, places, width, look.px(_PANORAMA_U))

    def _layer(self, layer: DataLayer, year: str = "", pinned: tuple[str, ...] = ()) -> SheetBlock:
        content = LayerContent.of(layer, self._locale, year)
        on_paper = LayerOnPaper(self._edition, content, pinned)
        return on_paper.block(self._panels.source(layer.source, None))

    def _head(self, zone: Zone, number: int) -> SheetBlock:
        locale = self._locale
        name, introduction = locale.said(zone.name), locale.said(zone.introduction)
        head = self._titled(name.words, number=number, kicker=kind_words(zone, locale))
        look = self._look
        style = TextStyle("lead", look.px(BODY.width()), balanced=True)
        lead = text_block(look, introduction.words, introduction.language, style)
        return Stack((head, Space(look.px(12)), lead))

    def _titled(
        self, title: str, *, number: int = 0, kicker: str = "", scale: float = 1.0
    ) -> Stack:
        look, language = self._look, self._locale.language
        width = look.px(BODY.width())
        above = "  ·  ".join(part for part in (str(number) if number else "", kicker) if part)
        parts: list[SheetBlock] = [RuledLine(look, width, look.theme.accent, 6, look.px(28))]
        if above:
            style = TextStyle("kicker", width, look.theme.accent_text)
            parts.append(text_block(look, above, language, style))
        style = TextStyle("title", width, scale=scale, balanced=True)
        parts.append(text_block(look, title, language, style))
        return Stack(tuple(parts))
