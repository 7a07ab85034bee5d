"""A unit that is there and a source that is still to be named, for figures to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.rules.length_rules import names_length
from kiosk.exhibit.rules.placeholder_rules import is_placeholder
from kiosk.exhibit.skeletons import exhibit_texts
from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.text.yaml_source import Node
    from kiosk.text.yaml_writing import YamlValue

_SOURCE = "source-to-be-named"
"""Nobody said what a skeleton says: under its figures no true name may stand."""


def usual_figures(
    sources: Node | None, units: Node, month: str, *, of_lengths: bool = False
) -> dict[str, str] | None:
    """A source, a unit and a date, to be replaced by the right ones; None where there is no unit.

    The source is one that still asks for its words, and may have to be written first
    (`unnamed_source`).  Values `of_lengths` get a unit of length, where the exhibit has one.
    """
    kinds = {name: unit.at(("kind",)) for name, unit in units.value.items()}
    found = {
        kind: [name for name, node in kinds.items() if node is not None and node.value == kind]
        for kind in ("count", "measure")
    }
    figures = [*found["count"], *found["measure"]]
    if of_lengths:
        figures = [name for name in figures if _is_length(units.value[name])] or figures
    if not figures:
        return None
    named = {} if sources is None or sources.kind != "mapping" else sources.value
    source = next((name for name, node in named.items() if is_unnamed(node)), "")
    number = 1
    while not source:
        own = _SOURCE if number == 1 else f"{_SOURCE}-{number}"
        source, number = "" if own in named else own, number + 1
    return {"source": source, "unit": figures[0], "as_of": month}


def unnamed_source(languages: Sequence[str], month: str) -> dict[str, YamlValue]:
    """What stands for a source until somebody has named it; the check asks for its words."""
    text = exhibit_texts(month, languages)["sources.yaml"]
    first: dict[str, YamlValue] = next(iter(parse_document(text, "").root.plain().values()))
    return first


def is_unnamed(source: Node) -> bool:
    """Whether nobody has said yet who has published it."""
    publisher = source.at(("publisher",))
    if publisher is None or publisher.kind != "mapping":
        return False
    said = publisher.value.items()
    return any(is_placeholder(str(words.value), language) for language, words in said)


def _is_length(unit: Node) -> bool:
    phrase = unit.at(("phrase",))
    if phrase is None or phrase.kind != "mapping":
        return False
    return any(names_length(str(said.value)) for said in phrase.value.values())
