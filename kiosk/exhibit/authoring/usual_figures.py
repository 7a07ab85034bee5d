"""A source and a unit that are there, for figures that somebody is still to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.rules.length_rules import names_length

if TYPE_CHECKING:
    from kiosk.text.yaml_source import Node


def usual_figures(
    sources: Node, units: Node, month: str, *, of_lengths: bool = False
) -> dict[str, str] | None:
    """A source, a unit and a date, to be replaced by the right ones; None where there are none.

    Values `of_lengths` get a unit of length, where the exhibit has one.
    """
    kinds = {name: unit.at(("kind",)) for name, unit in units.value.items()}
    found = {
        kind: [name for name, node in kinds.items() if node is not None and node.value == kind]
        for kind in ("count", "measure")
    }
    figures = [*found["count"], *found["measure"]]
    if of_lengths:
        figures = [name for name in figures if _is_length(units.value[name])] or figures
    if not sources.value or not figures:
        return None
    return {"source": next(iter(sources.value)), "unit": figures[0], "as_of": month}


def _is_length(unit: Node) -> bool:
    phrase = unit.at(("phrase",))
    if phrase is None or phrase.kind != "mapping":
        return False
    return any(names_length(str(said.value)) for said in phrase.value.values())
