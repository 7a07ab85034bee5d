"""The handout: the exhibit or one of its tours as a PDF to take home."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.languages.words import read_words
from kiosk.presenting.handout.edition import Edition
from kiosk.presenting.handout.layout import Layout
from kiosk.presenting.handout.paper import A4, paper_look
from kiosk.presenting.handout.pdf import DocumentInfo, OutlineEntry, write_pdf
from kiosk.presenting.handout.sections import Sections
from kiosk.presenting.handout.sheets import BlockSheet, ContentsLine, CoverSheet
from kiosk.screen.locale import Locale
from kiosk.screen.map.map_file import WholeMap, drawn_map, read_water

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.exhibit.model.tour import Tour
    from kiosk.presenting.handout.layout import Section
    from kiosk.presenting.handout.paper import Paper
    from kiosk.screen.map.map_world import MapWorld


class Handout:
    """Everything of one handout except its sheets, which are laid out when it is written."""

    def __init__(
        self,
        exhibit: Exhibit,
        assets: Path,
        language: str,
        *,
        tour: Tour | None = None,
        notes: bool = False,
        paper: Paper = A4,
    ) -> None:
        """Without a tour it is the whole exhibit; `notes` are for the guide's own copy."""
        self._exhibit = exhibit
        self._assets = assets
        self._tour = tour
        self._notes = notes and tour is not None
        world = _read_world(exhibit)
        names = {city.id: words for city in world.names if (words := city.words_in(language))}
        said = (
            read_words(assets / "words")
            .with_languages(exhibit.interface)
            .with_own(exhibit.own_words)
        )
        locale = Locale(language, said, exhibit, names)
        self._edition = Edition(locale, paper_look(assets, exhibit.names), world, paper)

    def write(
        self, out: Path, *, made: datetime.datetime, progress: Callable[[int, int], None]
    ) -> int:
        """Write the PDF and return its number of sheets; OSError if `out` can't be written.

        `progress` is called with the number of the sheet to be drawn next and the total.
        """
        edition, locale = self._edition, self._edition.locale
        source = Sections(edition, notes=self._notes)
        sections = source.of_exhibit() if self._tour is None else source.of_tour(self._tour)
        layout = Layout(edition.look, edition.paper.body_u)
        for section in sections:
            layout.add(section)
        sections += [source.credits(), source.sources()]
        for section in sections[-2:]:
            layout.add(section)
        layout.spread()
        count = 1 + len(layout.sheets)
        title = locale.text(self._exhibit.title)
        subtitle = (
            locale.say("handout_whole") if self._tour is None else locale.text(self._tour.title)
        )
        lines = [
            ContentsLine(section.number, section.title, begins + 2, place)
            for section, begins, place in zip(
                sections, layout.begins, [*self._places(), "", ""], strict=True
            )
        ]
        if self._tour is None:
            lines = self._grouped(lines)
        cover = CoverSheet(title, subtitle, lines, count, edition)
        whole = f"{title} — {subtitle}"
        pages = [
            BlockSheet(placed, whole, number, count, edition)
            for number, placed in enumerate(layout.sheets, 2)
        ]
        about = DocumentInfo(
            title=whole,
            subject=locale.say("handout_subject"),
            language=locale.language,
            made=made,
            outline=_outline(title, sections, layout),
            written=_written(self._exhibit, locale),
            font_files=_font_files(self._assets),
            paper=edition.paper,
        )
        write_pdf(out, [cover, *pages], about, lambda number: progress(number, count))
        return count

    def _grouped(self, lines: list[ContentsLine]) -> list[ContentsLine]:
        """The whole exhibit's contents, with a heading above its data layers."""
        first, count = len(self._exhibit.zones), len(self._exhibit.layers)
        if not count:
            return lines
        heading = replace(lines[first], title=self._edition.locale.say("layers"), heads=True)
        layers = [replace(line, is_below=True) for line in lines[first : first + count]]
        return [*lines[:first], heading, *layers, *lines[first + count :]]

    def _places(self) -> list[str]:
        """The zone of each section, which is numbered on the map of the cover."""
        if self._tour is None:
            # Data layers lie on no one place.
            return [zone.id for zone in self._exhibit.zones] + [""] * len(self._exhibit.layers)
        return [step.place.partition("/")[0] for step in self._tour.steps]


def _read_world(exhibit: Exhibit) -> MapWorld:
    file, meanings = exhibit.map_file, exhibit.meanings
    water = read_water(file, meanings)
    whole_map = WholeMap(drawn_map(file, meanings), water, meanings.is_lit)
    return whole_map.world(exhibit.landmarks)


def _outline(title: str, sections: list[Section], layout: Layout) -> tuple[OutlineEntry, ...]:
    numbered = [
        OutlineEntry(section.title, begins + 1)
        for section, begins in zip(sections, layout.begins, strict=True)
    ]
    return (OutlineEntry(title, 0), *numbered)


def _written(exhibit: Exhibit, locale: Locale) -> str:
    """Every character that can occur in the handout, and more."""
    return repr(exhibit) + "".join(locale.words.templates[locale.language].values()) + "年月日"


def _font_files(assets: Path) -> Mapping[str, Path]:
    folder = assets / "look" / "fonts"
    return {file.stem: file for pattern in ("*.ttf", "*.otf") for file in folder.glob(pattern)}
