"""Confirming translations while a folder is edited: edits of the record, which can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.editing.edits import SetContent, SetValue
from kiosk.exhibit.translating.translation_record import HEAD, RECORD_FILE, hash_of
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.yaml_writing import in_brackets, written

if TYPE_CHECKING:
    from collections.abc import Collection

    from kiosk.exhibit.editing.draft import Draft
    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.translating.translations import TranslatedText


def confirmation(
    files: Draft, text: TranslatedText, languages: Collection[str]
) -> tuple[Edit, ...]:
    """The edits after which translations into these languages count as up to date with the
    original *as seen*; none where there is nothing that can be confirmed."""
    said = [tag for tag in languages if tag != text.original and text.can_be_confirmed(tag)]
    if not said:
        return ()
    file, path = text.address
    now = dict.fromkeys(said, hash_of(text.original_words))
    content = files.content(RECORD_FILE)
    if content is None or not content.strip():
        line = f"{written(file)}:\n  {written(path)}: {in_brackets(_in_order(now))}\n"
        return (SetContent(RECORD_FILE, f"{HEAD}{line}".encode()),)
    node = files.yaml(RECORD_FILE).document.root.at((file, path))
    recorded = node.plain() if node is not None and node.kind == "mapping" else {}
    return (SetValue(RECORD_FILE, (file, path), _in_order({**recorded, **now})),)


def _in_order(hashes: dict[str, str]) -> dict[str, str]:
    """Ours as everywhere, then others by their tags."""
    tags = [*LANGUAGES, *sorted(hashes.keys() - set(LANGUAGES))]
    return {tag: hashes[tag] for tag in tags if tag in hashes}
