"""The interface's words in a language that the program does not speak: `words/fr.yaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.languages import SPOKEN
from kiosk.text.messages import UnreadableFile
from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.text.folder import ContentFolder

WORDS_FOLDER = "words"


def read_interface(
    content: ContentFolder, languages: Sequence[str]
) -> Mapping[str, Mapping[str, str]]:
    """The words by language and key; of what is not there or can't be read there are none."""
    return {tag: _words(content, tag) for tag in languages if tag not in SPOKEN}


def _words(content: ContentFolder, language: str) -> Mapping[str, str]:
    name = f"{WORDS_FOLDER}/{language}.yaml"
    try:
        entries = parse_document(content.text(name), name).root.value.items()
    except UnreadableFile:
        return {}
    return {key: node.value for key, node in entries if node.kind == "text" and node.value.strip()}
