"""The rules for data layers: every value has a zone, a date and a source, and no two are one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.exhibit.model.data_layer import MOST_VALUES
from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.rules import layer_messages, naming_messages
from kiosk.exhibit.rules.fact_rules import check_source, number_expected, unknown_unit
from kiosk.exhibit.rules.map_rules import not_a_zone_of_the_map
from kiosk.exhibit.rules.story_rules import check_html
from kiosk.exhibit.tables import chart_messages
from kiosk.text import shape_messages

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kiosk.exhibit.model.data_layer import DataLayer
    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.model.located_message import Existing, Lost
    from kiosk.text.messages import Message, PlacedMessage
    from kiosk.text.yaml_source import Location, Node


@dataclass(frozen=True)
class LayerFile:
    """A data layer, and the file and position of each part of it."""

    file: str
    node: Node
    layer: DataLayer

    def placed(self, located: LocatedMessage) -> PlacedMessage | None:
        """The message placed in this file; None for a consequence of another."""
        if located.message is None:
            return None
        find = self.node.key_position if located.at_key else self.node.position
        return located.message.at(self.file, *find(located.location))


def check_layer(
    layer: DataLayer, zones: Mapping[str, Zone], lost: Lost, existing: Existing
) -> Iterator[LocatedMessage]:
    """What is wrong with a layer by itself; its table has been read into points."""
    yield from _check_origin(layer, existing)
    yield from _check_unit(layer, existing)
    yield from _check_points(layer, zones, lost)
    yield from _check_steps(layer)
    yield from _check_opening(layer)
    yield from _check_breaks(layer)
    yield from _check_apart(layer, zones, lost)
    for key in ("caveat", "calculated"):
        text = getattr(layer, key)
        if text is not None:
            yield from check_html(text, (key,), spoils=(key,))


def check_quotient(
    layer: DataLayer, layers: Mapping[str, DataLayer], spoilt: Collection[str]
) -> Iterator[LocatedMessage]:
    """What is wrong with what a layer divides, given all that have been read."""
    if layer.divide is None:
        return
    if len(layer.divide) != 2:
        yield LocatedMessage(("divide",), layer_messages.ONE_TO_DIVIDE, at_key=True)
        return
    for index, name in enumerate(layer.divide):
        here: Location = ("divide", index)
        part = layers.get(name)
        if part is None:
            message = layer_messages.unknown_layer(name, set(layers) - {layer.id})
            yield LocatedMessage(here, None if name in spoilt else message)
        elif part.divide is not None:
            yield LocatedMessage(here, layer_messages.quotient_of_quotient(name))
    upper, lower = (layers.get(name) for name in layer.divide)
    if upper is None or lower is None or upper.divide or lower.divide:
        return
    if upper is lower:
        yield LocatedMessage(("divide",), layer_messages.divided_by_itself(upper.id), at_key=True)
        return
    above, below = (
        {(point.zone, part.date(point).year) for point in part.points} for part in (upper, lower)
    )
    if not above & below:
        message = layer_messages.nothing_in_common(upper.id, lower.id)
        yield LocatedMessage(("divide",), message, at_key=True)


def _check_origin(layer: DataLayer, existing: Existing) -> Iterator[LocatedMessage]:
    """That the values come from one place, and that it is said which."""
    written = [key for key in ("points", "data", "divide") if key in layer.model_fields_set]
    if not written:
        yield LocatedMessage((), layer_messages.NO_VALUES)
    if "divide" in written and len(written) > 1:
        other = next(key for key in written if key != "divide")
        message = layer_messages.two_origins(layer.id, other)
        yield LocatedMessage(("divide",), message, at_key=True, spoils=())
    if layer.source:
        yield from check_source(layer.source, ("source",), existing)
    elif layer.divide is None:
        yield LocatedMessage((), shape_messages.missing_key("source"))


def _check_unit(layer: DataLayer, existing: Existing) -> Iterator[LocatedMessage]:
    unit = existing.units.get(layer.unit)
    if unit is None:
        yield unknown_unit(layer.unit, ("unit",), existing)
    elif unit.kind == "date":
        yield LocatedMessage(("unit",), chart_messages.date_unit_in_chart(unit.id))


def _check_points(
    layer: DataLayer, zones: Mapping[str, Zone], lost: Lost
) -> Iterator[LocatedMessage]:
    if len(layer.points) > MOST_VALUES:
        message = layer_messages.too_many_values(len(layer.points), MOST_VALUES)
        yield LocatedMessage(("data",), message)
        return
    seen: dict[tuple[str, int], int] = {}
    for index, point in enumerate(layer.points):
        zone = zones.get(point.zone)
        if zone is None:
            message = naming_messages.unknown_zone(point.zone, zones)
            is_lost = point.zone in lost.zones
            yield _of_point(index, "zone", None if is_lost else message)
        elif zone.landmark is None:
            yield _of_point(index, "zone", not_a_zone_of_the_map(point.zone))
        if point.value.number is None:
            message = number_expected(point.value.written, layer.unit)
            yield _of_point(index, "value", message)
        date = point.at or layer.as_of
        if date is None:
            yield _of_point(index, "", layer_messages.no_date(point.zone))
        elif seen.setdefault((point.zone, date.year), index) != index:
            message = layer_messages.value_twice(point.zone, date.year)
            yield _of_point(index, "zone", message)


def _of_point(index: int, key: str, message: Message | None) -> LocatedMessage:
    """A message at a point, whether it is written in the file or in a row of a table."""
    return LocatedMessage(("points", index, *filter(None, [key])), message)


def _check_steps(layer: DataLayer) -> Iterator[LocatedMessage]:
    steps = layer.steps or ()
    for index, step in enumerate(steps):
        if step.number is None:
            message = number_expected(step.written, layer.unit)
            yield LocatedMessage(("steps", index), message, spoils=("steps",))
            return
    for index, (lower, upper) in enumerate(pairwise(steps), 1):
        if lower.number is not None and upper.number is not None and upper.number <= lower.number:
            message = layer_messages.steps_not_rising(lower.written, upper.written)
            yield LocatedMessage(("steps", index), message, spoils=("steps",))
            return


def _check_opening(layer: DataLayer) -> Iterator[LocatedMessage]:
    dates = [point.at or layer.as_of for point in layer.points]
    years = {date.year for date in dates if date is not None}
    if layer.opens_at is not None and years and layer.opens_at.year not in years:
        message = layer_messages.opens_without_value(str(layer.opens_at), sorted(years))
        yield LocatedMessage(("opens_at",), message)


def _check_breaks(layer: DataLayer) -> Iterator[LocatedMessage]:
    if layer.divide is not None:
        return
    dates = [date for point in layer.points if (date := point.at or layer.as_of) is not None]
    if not dates:
        return
    first = min(dates, key=lambda date: date.years)
    last = max(dates, key=lambda date: date.years)
    for index, step in enumerate(layer.breaks):
        if not first.years < step.before.years <= last.years:
            message = layer_messages.break_outside(str(step.before), str(first), str(last))
            yield LocatedMessage(("breaks", index, "before"), message)


def _check_apart(
    layer: DataLayer, zones: Mapping[str, Zone], lost: Lost
) -> Iterator[LocatedMessage]:
    valued = {point.zone for point in layer.points}
    for index, name in enumerate(layer.apart):
        here: Location = ("apart", index)
        if name not in zones:
            message = naming_messages.unknown_zone(name, zones)
            yield LocatedMessage(here, None if name in lost.zones else message)
        elif layer.divide is None and name not in valued:
            yield LocatedMessage(here, layer_messages.apart_without_value(name))
    if layer.apart and layer.caveat is None:
        yield LocatedMessage(("apart",), layer_messages.APART_WITHOUT_CAVEAT, at_key=True)
