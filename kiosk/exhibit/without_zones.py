"""What names zones that are not there: panels, places and data layers without those names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from kiosk.exhibit.model.data_layer import DataLayer
    from kiosk.exhibit.model.exhibit import (
        ChartPanel,
        Fact,
        FactsPanel,
        Panel,
        StoryPage,
        StoryPanel,
        Zone,
    )


def zone_without(zone: Zone, gone: AbstractSet[str]) -> Zone | None:
    """The zone without any word of those that are gone; None where no panel is left."""
    panels = tuple(filter(None, (_panel(panel, gone) for panel in zone.panels)))
    if not panels:
        return None
    elements = zone.map.model_copy(update={"named_with": _left(zone.map.named_with, gone)})
    inset = zone.inset
    if inset is not None:
        labels = tuple(label for label in inset.labels if label.zone not in gone)
        inset = inset.model_copy(update={"labels": labels})
    within = _left(zone.within, gone)
    update = {"panels": panels, "map": elements, "inset": inset, "within": within}
    return zone.model_copy(update=update)


def layer_without(layer: DataLayer, gone: AbstractSet[str]) -> DataLayer | None:
    """The data layer without the values of those that are gone; None where none is left."""
    points = tuple(point for point in layer.points if point.zone not in gone)
    if not points:
        return None
    return layer.model_copy(update={"points": points, "apart": _left(layer.apart, gone)})


def _panel(panel: Panel, gone: AbstractSet[str]) -> Panel | None:
    if panel.kind == "facts":
        return _facts(panel, gone)
    if panel.kind == "chart":
        return _chart(panel, gone)
    return _story(panel, gone) if panel.kind == "story" else panel


def _facts(panel: FactsPanel, gone: AbstractSet[str]) -> FactsPanel:
    return panel.model_copy(update={"facts": tuple(_fact(fact, gone) for fact in panel.facts)})


def _fact(fact: Fact, gone: AbstractSet[str]) -> Fact:
    return fact.model_copy(update={"lights": _left(fact.lights, gone)})


def _chart(panel: ChartPanel, gone: AbstractSet[str]) -> ChartPanel | None:
    """The chart without the bars of places that are gone; None where a series has no other."""
    series = []
    for each in panel.series:
        points = tuple(point for point in each.points if point.zone not in gone)
        if each.points and not points:
            return None
        update = {"points": points, "lights": _left(each.lights, gone)}
        series.append(each.model_copy(update=update))
    return panel.model_copy(update={"series": tuple(series)})


def _story(panel: StoryPanel, gone: AbstractSet[str]) -> StoryPanel:
    return panel.model_copy(update={"pages": tuple(_page(page, gone) for page in panel.pages)})


def _page(page: StoryPage, gone: AbstractSet[str]) -> StoryPage:
    update = {
        "places": _left(page.places, gone),
        "links": tuple(link for link in page.links if gone.isdisjoint(link.between)),
        "figure": None if page.figure is None else _fact(page.figure, gone),
    }
    return page.model_copy(update=update)


def _left(names: tuple[str, ...], gone: AbstractSet[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in gone)
