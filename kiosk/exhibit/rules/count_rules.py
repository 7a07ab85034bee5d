"""The rule that what is counted is a whole number: 1.195 teams are 1195 elsewhere in the world."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.exhibit.rules import editorial_messages

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kiosk.text.messages import Message
    from kiosk.text.yaml_source import Node

_FRACTION = re.compile(r"\s*[-−]?[\d,]+\.\d*[1-9]\d*\s*")
_GROUPS = re.compile(r"\s*\d{1,3}(?:\.\d{3})+\s*")


def check_counts(root: Node, counts: Collection[str]) -> Iterator[tuple[Node, Message]]:
    """The facts and the wholes of charts in a file that are no whole number in a unit of `counts`.

    4.2 million is whole.  Points of charts are left alone: averages are drawn in units of counts.
    """
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.kind == "list":
            waiting += node.value
        elif node.kind == "mapping":
            waiting += node.value.values()
            unit = node.at(("unit",))
            if unit is None or unit.kind != "text" or unit.value not in counts:
                continue
            for key in ("value", "of"):
                figure = node.at((key,))
                if figure is not None and figure.kind == "text":
                    yield from _in_figure(figure)


def _in_figure(figure: Node) -> Iterator[tuple[Node, Message]]:
    written = figure.value.strip()
    if _FRACTION.fullmatch(written) or _GROUPS.fullmatch(written):
        whole = written.replace(".", "") if _GROUPS.fullmatch(written) else ""
        yield figure, editorial_messages.fraction_of_count(written, whole)
