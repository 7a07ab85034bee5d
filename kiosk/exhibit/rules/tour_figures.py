"""What a guide says of a panel that is shown: a number that is nearly one of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.written_numbers import numbers_in
from kiosk.exhibit.rules.figure_rules import different_figure
from kiosk.exhibit.rules.near_numbers import derived, is_nearly, says_nothing
from kiosk.exhibit.rules.place_figures import figures_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from kiosk.exhibit.rules.place_figures import PlaceFigure
    from kiosk.exhibit.rules.zone_rules import ZoneFile
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.wordings import PlacedText, WrittenFile


def compare_notes(tour: WrittenFile, zones: Sequence[ZoneFile]) -> Iterator[PlacedMessage]:
    """The numbers of a tour's texts that are none of what the step shows, but nearly one of it."""
    places = {each.zone.id: each for each in zones}
    for text in tour.texts():
        shown = tour.root.at((*text.location[:2], "place"))
        if text.location[0] != "steps" or shown is None or shown.kind != "text":
            continue
        zone, _, panel = shown.value.strip().strip("/").partition("/")
        place = places.get(zone)
        if place is not None:
            yield from _of_text(text, *_figures(place, panel.partition("/")[0]))


def _figures(place: ZoneFile, panel: str) -> tuple[tuple[PlaceFigure, ...], set[Decimal]]:
    """The figures of the panel that is shown, without one those of the facts; and all numbers that
    may be said of the place."""
    by_panel = [
        (each, tuple(figures_of(each, ("panels", index))))
        for index, each in enumerate(place.zone.panels)
    ]
    figures = tuple(
        figure
        for each, found in by_panel
        if (each.id == panel if panel else each.kind == "facts")
        for figure in found
    )
    known = {figure.number for _, found in by_panel for figure in found}
    return figures, known | derived(figures)


def _of_text(
    text: PlacedText, figures: tuple[PlaceFigure, ...], known: set[Decimal]
) -> Iterator[PlacedMessage]:
    for language, wording in text.wordings.items():
        for number in numbers_in(wording.words, language).exact:
            if not number.meanings.isdisjoint(known) or says_nothing(number, wording.words):
                continue
            figure = next((each for each in figures if is_nearly(number, each)), None)
            if figure is not None:
                message = different_figure(number.written, figure.value.written, figure.called)
                yield wording.placed(message, number.offset)
                # The other languages say the same.
                return
