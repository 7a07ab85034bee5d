"""Runs every check on a content folder: what `kiosk check` prints."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.exhibit.editorial import Beyond, editorial_check
from kiosk.exhibit.model.map_meanings import BORDERS, HIDDEN, ORNAMENT, WATER
from kiosk.exhibit.reading.exhibit_reading import EXHIBIT_FILE, LANGUAGE_RULES
from kiosk.exhibit.reading.reading_cache import Memory
from kiosk.exhibit.rules import heavy_map_rules, map_rules, undrawn_messages
from kiosk.exhibit.rules.map_rules import check_exhibit
from kiosk.geography.drawing import DrawingError, read_drawing
from kiosk.geography.meant_drawing import meant
from kiosk.geography.thinning import MOST_CROSSINGS, MOST_POINTS
from kiosk.geography.undrawn import program_of_file
from kiosk.look.coverage import read_coverage
from kiosk.plain_file import is_plain
from kiosk.shipped import shipped
from kiosk.speech import speech_messages
from kiosk.speech.speech_messages import SPEECH_RULES
from kiosk.text.folder import ContentFolder
from kiosk.text.messages import Severity, UnreadableFile
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.phrase import template
from kiosk.text.yaml_source import parse_document
from kiosk.workshop.check import film_check, layout_messages
from kiosk.workshop.check.film_check import FILM_RULES
from kiosk.workshop.check.interface_check import check_interface
from kiosk.workshop.check.layout_messages import LAYOUT_RULES
from kiosk.workshop.check.named_in_vain import instead_of, named_in_vain
from kiosk.workshop.check.picture_check import HOLDING_RULES, check_pictures
from kiosk.workshop.check.place_points import check_points

_NAMELESS = {
    WATER: template("water"),
    ORNAMENT: template("an ornament"),
    BORDERS: template("a border"),
    HIDDEN: template("hidden"),
}
"""What shapes can be that are no land."""
_TOO_MUCH = {
    "points": (heavy_map_rules.crowded_outline, MOST_POINTS),
    "curves": (heavy_map_rules.crowded_curves, MOST_POINTS),
    "crossings": (heavy_map_rules.crowded_crossings, MOST_CROSSINGS),
}
"""What is said of an outline, and how much of it is drawn."""

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.exhibit.reading.exhibit_reading import Reading
    from kiosk.exhibit.rules.zone_rules import ZoneFile
    from kiosk.geography.drawing import Drawing
    from kiosk.text.messages import Message, PlacedMessage


def whole_check(
    folder: Path,
    reading: Reading,
    *,
    memory: Memory | None = None,
    today: datetime.date | None = None,
    lay_out: Callable[[Path], tuple[PlacedMessage, ...]] | None = None,
    draw: Callable[[Sequence[Path]], Mapping[Path, tuple[Message, ...]]] | None = None,
    listen: Callable[[Path], tuple[PlacedMessage, ...]] | None = None,
    watch: Callable[[Exhibit, tuple[ZoneFile, ...]], Iterator[PlacedMessage]] | None = None,
    so_far: tuple[PlacedMessage, ...] = (),
) -> tuple[PlacedMessage, ...]:
    """The messages of the reading, of the map and of an editor, sorted.

    `lay_out` tells what doesn't fit, `draw` what is wrong with pictures when they are drawn,
    `listen` what has no clip, and `watch` what is wrong inside films; without them nobody looks,
    as nobody judges the age of figures without `today`.  `so_far` is what somebody who still looks
    has seen so far.
    With the `memory` of the reading its files are not parsed once more.
    """
    pictures = check_pictures(folder, draw, reading.exhibit)
    is_drawable = not any(
        each.rule in HOLDING_RULES for found in pictures.values() for each in found
    )
    memory = memory or Memory()
    drawing, unreadable = _drawing(reading)
    known = {*reading.messages, *unreadable}
    if reading.exhibit is not None and drawing is not None:
        known |= {*_check_map(reading, reading.exhibit, drawing)}
    on_map = drawing.names if drawing is not None else None
    found = (*named_in_vain(folder, reading, known, on_map, memory),)
    known = instead_of(known, found)
    is_sound = not any(message.severity is Severity.ERROR for message in known)
    beyond = Beyond(
        rules=(*speech_messages.RULES, *layout_messages.RULES, *film_check.RULES),
        unchecked=LAYOUT_RULES | SPEECH_RULES | FILM_RULES,
        today=today,
        pictures=pictures,
        placed=so_far,
        zone_files=reading.zone_files,
        layer_files=reading.layer_files,
        memory=memory,
    )
    if reading.exhibit is not None:
        beyond = replace(
            beyond,
            figures_age_years=reading.exhibit.figures_age_years,
            notices=reading.exhibit.notices,
        )
        # A picture that was given up on would block every page that shows it.
        if lay_out is not None and is_drawable:
            beyond = replace(
                beyond,
                placed=lay_out(folder),
                unchecked=SPEECH_RULES | FILM_RULES if is_sound else beyond.unchecked,
            )
        if listen is not None and is_drawable:
            beyond = replace(
                beyond,
                placed=(*beyond.placed, *listen(folder)),
                unchecked=frozenset(beyond.unchecked) - (SPEECH_RULES if is_sound else set()),
            )
        if watch is not None:
            beyond = replace(
                beyond,
                placed=(*beyond.placed, *watch(reading.exhibit, reading.zone_files)),
                unchecked=frozenset(beyond.unchecked) - (FILM_RULES if is_sound else set()),
            )
    messages = editorial_check(
        folder,
        known,
        languages=reading.exhibit.languages if reading.exhibit else LANGUAGES,
        undrawable=read_coverage(shipped("assets") / "look" / "fonts").undrawable,
        beyond=beyond,
    )
    if reading.exhibit is None:
        return tuple(each for each in messages if each.rule not in LANGUAGE_RULES)
    return messages


def _drawing(reading: Reading) -> tuple[Drawing | None, tuple[PlacedMessage, ...]]:
    """The map as it is drawn, or why it can't be read; reading has reported a missing one."""
    if reading.exhibit is None or not is_plain(reading.exhibit.map_file):
        return None, ()
    path = reading.exhibit.map_file
    try:
        return read_drawing(path), ()
    except DrawingError as error:
        to_do = heavy_map_rules.to_do_about(error.message, program_of_file(path))
        words = map_rules.unreadable_map(error.message, to_do)
        message = words.at(f"map/{path.name}", max(error.line, 1))
        return None, (replace(message, unread=True),)


def _check_map(reading: Reading, exhibit: Exhibit, drawing: Drawing) -> Iterator[PlacedMessage]:
    """What is wrong with the map, and with what zones look for on it."""
    name = f"map/{exhibit.map_file.name}"
    for shape in drawing.left_out:
        yield map_rules.shape_left_out(shape.id, shape.reason).at(name, max(shape.line, 1))
    for thing in drawing.undrawn:
        words = undrawn_messages.undrawn(thing.kind, thing.number, drawing.program)
        yield words.at(name, thing.line)
    yield from (message.at(name, line) for line, message in _check_weight(drawing))
    yield from check_interface(exhibit)
    yield from _check_groups(exhibit, drawing)
    yield from _check_lands(exhibit, reading.zone_files, drawing)
    yield from check_exhibit(reading.zone_files, drawing.names, reading.lost.zones)
    yield from check_points(exhibit, reading.zone_files, drawing)


def _check_weight(drawing: Drawing) -> Iterator[tuple[int, Message]]:
    """The outlines of too many points with their lines, and what there is too much of in all."""
    for each in drawing.crowded:
        words, most = _TOO_MUCH[each.kind]
        yield each.line, words(each.id, each.found, most, drawing.program)
    points = sum(shape.path.elementCount() for shape in drawing.shapes.values())
    if points > heavy_map_rules.MANY_POINTS:
        yield 1, heavy_map_rules.many_points(points, drawing.program)
    lines = sum(shape.kind == "line" for shape in drawing.shapes.values())
    if lines > heavy_map_rules.MANY_LINES:
        yield 1, heavy_map_rules.many_lines(lines, drawing.program)


def _check_lands(
    exhibit: Exhibit, zone_files: Sequence[ZoneFile], drawing: Drawing
) -> Iterator[PlacedMessage]:
    """The places whose shapes are no land on the map, so that no name stands on them."""
    shapes = meant(drawing, exhibit.meanings).shapes
    for zone_file in zone_files:
        landmark = zone_file.zone.landmark
        if landmark is None or landmark.shape is None or landmark.marker or landmark.at:
            continue
        name = drawing.other_names.get(landmark.shape, landmark.shape)
        if name not in drawing.shapes:
            continue
        meaning = shapes[name].group if name in shapes else HIDDEN
        if meaning in _NAMELESS:
            message = map_rules.nameless_place(landmark.shape, _NAMELESS[meaning])
            yield message.at(zone_file.file, *zone_file.node.position(("map", "shape")))


def _check_groups(exhibit: Exhibit, drawing: Drawing) -> Iterator[PlacedMessage]:
    """What map_groups names and the drawing does not have."""
    known = {*drawing.names, *(name for shape in drawing.shapes.values() for name in shape.groups)}
    unknown = [name for name, _ in exhibit.meanings.names if name not in known]
    if unknown:
        with suppress(UnreadableFile):
            text = ContentFolder.at(exhibit.folder).text(EXHIBIT_FILE)
            node = parse_document(text, EXHIBIT_FILE).root
            for word, entry in (node.at(("map_groups",)) or node).value.items():
                named = entry.value if entry.kind == "list" else [entry]
                for index, each in enumerate(named):
                    if each.value in unknown:
                        path = ("map_groups", word, index)[: 3 if entry.kind == "list" else 2]
                        message = map_rules.not_in_drawing(each.value, known)
                        yield message.at(EXHIBIT_FILE, *node.position(path))
