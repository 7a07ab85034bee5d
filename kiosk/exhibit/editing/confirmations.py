"""Confirming translations while a folder is edited: edits of the record, which can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.editing.edits import SetContent, SetValue
from kiosk.exhibit.translating.confirming import confirmed_entries
from kiosk.exhibit.translating.translation_record import (
    HEAD,
    RECORD_FILE,
    Record,
    RecordError,
    hash_of,
    record_text,
)
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.yaml_writing import in_brackets, written

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kiosk.exhibit.editing.draft import Draft
    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.translating.translations import TranslatedText, Translations


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


def confirmations(
    record: Record, now: Translations, chosen: Iterable[tuple[TranslatedText, Collection[str]]]
) -> tuple[SetContent, Record] | None:
    """The one edit after which all these count as up to date, and the record that it writes.

    None where nothing can be confirmed.  RecordError where the record can't be read whole, since
    what is not read would be lost.
    """
    if record.messages:
        raise RecordError("\n".join(map(str, record.messages)))
    entries, count = confirmed_entries(record, now, chosen)
    if not count:
        return None
    return SetContent(RECORD_FILE, record_text(entries).encode()), Record(entries)


def _in_order(hashes: dict[str, str]) -> dict[str, str]:
    """Ours as everywhere, then others by their tags."""
    tags = [*LANGUAGES, *sorted(hashes.keys() - set(LANGUAGES))]
    return {tag: hashes[tag] for tag in tags if tag in hashes}
