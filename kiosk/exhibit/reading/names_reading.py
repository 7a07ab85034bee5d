"""The names that no line of text divides: of zones, and those that the glossary lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.reading.content_files import ContentFiles
    from kiosk.text.yaml_source import Node

GLOSSARY_FILE = "glossary.yaml"


def read_names(files: ContentFiles, zones: Iterable[Zone]) -> Names:
    """Of what is not sound in the glossary nothing is said here: its own rules do."""
    names = tuple(tuple(sorted(zone.name.versions.items())) for zone in zones)
    with files.quietly():
        document = files.document(GLOSSARY_FILE) if files.folder.has(GLOSSARY_FILE) else None

    def read() -> Names:
        listed = _listed(document.root) if document is not None else ()
        return Names.of([*map(dict, names), *listed])

    return files.once("names", (document, names), read)


def _listed(root: Node) -> Iterator[Mapping[str, str]]:
    for entry in root.value.values() if root.kind == "mapping" else ():
        name = entry.at(("name",)) if entry.kind == "mapping" else None
        if name is not None and name.kind == "mapping":
            yield {tag: node.value for tag, node in name.value.items() if node.kind == "text"}
