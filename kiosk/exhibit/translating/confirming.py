"""Confirming translations: a curator says that they are up to date with the original."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from kiosk.exhibit.translating.translation_record import (
    RecordError,
    hash_of,
    read_record,
    write_record,
)
from kiosk.exhibit.translating.translations import read_translations
from kiosk.text.folder import ContentFolder
from kiosk.text.multilingual import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from kiosk.exhibit.translating.translation_record import Address, Record
    from kiosk.exhibit.translating.translations import TranslatedText, Translations


def confirm(path: Path, chosen: Iterable[tuple[TranslatedText, Collection[str]]]) -> int:
    """Record that translations into these languages are up to date with the original *as seen*.

    Returns how many translations were confirmed; one without words is not, nor is one that still
    says what `kiosk new` wrote.  A text that has been
    changed on the disk since it was seen stays older than its original.  Raises RecordError where
    the record can't be read or written whole.
    """
    folder = ContentFolder.at(path)
    record = read_record(folder)
    if record.messages:
        raise RecordError("\n".join(map(str, record.messages)))
    entries, count = confirmed_entries(record, read_translations(path), chosen)
    write_record(folder, entries)
    return count


def confirmed_entries(
    record: Record,
    now: Translations,
    chosen: Iterable[tuple[TranslatedText, Collection[str]]],
) -> tuple[dict[Address, Mapping[str, str]], int]:
    """What the record says after these are confirmed, and how many they are.

    What it says of files that can't be read now stays as it is.
    """
    hashes = {
        text.address: hash_of(text.original_words) for text in now.texts if text.original_words
    }
    unread_files = {quote(name) for name in now.unread}
    unread = {address for address in record.entries if address.file in unread_files}
    entries: dict[Address, Mapping[str, str]] = {
        address: record.entries[address] for address in unread
    }
    entries |= record.matched(hashes)
    count = 0
    for text, languages in chosen:
        said = [
            language
            for language in now.languages[1:]
            if language in languages and text.can_be_confirmed(language)
        ]
        if said and text.address in hashes:
            entry = {
                **entries.get(text.address, {}),
                **dict.fromkeys(said, hash_of(text.original_words)),
            }
            entries[text.address] = {tag: entry[tag] for tag in _in_order(entry)}
            count += len(said)
    return entries, count


def _in_order(languages: Collection[str]) -> list[str]:
    """Ours as everywhere, then others by their tags."""
    others = sorted(tag for tag in languages if tag not in LANGUAGES)
    return [*(tag for tag in LANGUAGES if tag in languages), *others]
