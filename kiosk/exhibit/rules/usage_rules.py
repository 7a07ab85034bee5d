"""The rule that everything in the folder is used: pictures, tables, sources and units."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.text.file_names import composed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.text.yaml_source import Node


@dataclass
class Used:
    """What the files of content name: pictures and tables by their files, the others by id.

    Names of files are composed.
    """

    pictures: set[str] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    units: set[str] = field(default_factory=set)

    @classmethod
    def by(cls, roots: Iterable[Node]) -> Used:
        """All that these files name, in sound parts and in broken ones."""
        used = cls()
        waiting = list(roots)
        while waiting:
            node = waiting.pop()
            if node.kind == "list":
                waiting += node.value
            elif node.kind == "mapping":
                for key, entry in node.value.items():
                    used._take(key, entry)
                    waiting.append(entry)
        return used

    def _take(self, key: str, entry: Node) -> None:
        if key == "source":
            self.sources.update(_words(entry))
        elif key == "unit":
            self.units.update(_words(entry))
        elif key in ("picture", "data"):
            file = entry.at(("file",))
            names = self.pictures if key == "picture" else self.tables
            names.update(map(composed, _words(file) if file is not None else ()))


def picture_files(root: Node) -> Iterator[Node]:
    """Every node of a file that names a picture, in sound parts and in broken ones."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.kind == "list":
            waiting += node.value
        elif node.kind == "mapping":
            file = node.value["picture"].at(("file",)) if "picture" in node.value else None
            if file is not None and file.kind == "text":
                yield file
            waiting += node.value.values()


def _words(node: Node) -> list[str]:
    """The one text that a node is, or those of a list."""
    nodes = node.value if node.kind == "list" else (node,)
    return [entry.value for entry in nodes if entry.kind == "text"]
