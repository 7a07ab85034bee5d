"""What has come back, as it is written: all of it in one step that can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.editing.edits import SetContent, SetText, SetTexts
from kiosk.exhibit.editing.refusals import EditRefused
from kiosk.exhibit.editing.written_words import as_written
from kiosk.exhibit.exchanging import exchange_messages
from kiosk.exhibit.exchanging.comparing import Verdict
from kiosk.exhibit.translating.confirming import confirmed_entries
from kiosk.exhibit.translating.translation_record import RECORD_FILE, record_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kiosk.exhibit.editing.draft import Draft
    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.exchanging.comparing import ComparedText
    from kiosk.exhibit.translating.translation_record import Address, Record
    from kiosk.exhibit.translating.translations import TranslatedText, Translations
    from kiosk.text.yaml_source import Location


class PreparedImport(NamedTuple):
    """The edits that bring everything in, what each file was before, and what could not be
    brought in after all."""

    edits: tuple[SetContent, ...]
    before: Mapping[str, bytes | None]
    taken: tuple[ComparedText, ...]
    refused: tuple[ComparedText, ...]


def prepared(
    draft: Draft, record: Record, now: Translations, chosen: Iterable[ComparedText]
) -> PreparedImport:
    """Try everything in a draft.  What can't be spliced into its file is left out, and told."""
    refused: list[ComparedText] = []
    taken: list[ComparedText] = []
    for file, texts in _by_file(chosen).items():
        moved = [each for each in texts if not _is_where_it_was(draft, each)]
        for each in moved:
            reason = exchange_messages.changed(each.returned.original)
            refused.append(replace(each, verdict=Verdict.REFUSED, reason=reason))
        texts = [each for each in texts if each not in moved]
        there = [each for each in texts if _is_there(each)]
        rest = [each for each in texts if each not in there]
        if there:
            try:
                draft.apply([SetTexts(file, dict(map(_written, there)))])
                taken += there
            except EditRefused:
                rest = texts
        for each in rest:
            try:
                draft.apply(_edits(file, each))
                taken.append(each)
            except EditRefused as error:
                reason = exchange_messages.not_changed(error.reason)
                refused.append(replace(each, verdict=Verdict.REFUSED, reason=reason))
    if not record.messages:
        entries = dict(record.entries)
        new = _entries(record, now, taken)
        if new != entries:
            draft.apply([SetContent(RECORD_FILE, record_text(new).encode())])
    edits = tuple(
        SetContent(file, content) for file, content in draft.changed.items() if content is not None
    )
    before = {edit.file: draft.content_before(edit.file) for edit in edits}
    return PreparedImport(edits, before, tuple(taken), tuple(refused))


def _by_file(chosen: Iterable[ComparedText]) -> dict[str, list[ComparedText]]:
    files: dict[str, list[ComparedText]] = {}
    for each in chosen:
        if each.text is not None:
            files.setdefault(each.text.file, []).append(each)
    return files


def _is_where_it_was(draft: Draft, each: ComparedText) -> bool:
    """Whether the original still stands where it was when everything was compared."""
    text = each.text
    if text is None:
        return False
    try:
        root = draft.yaml(text.file).document.root
    except EditRefused:
        return False
    node = root.at((*text.location, text.original))
    return node is not None and node.kind == "text" and node.value.strip() == text.original_words


def _is_there(each: ComparedText) -> bool:
    return each.changes_words and bool(each.before)


def _written(each: ComparedText) -> tuple[Location, str]:
    assert each.text is not None
    wording = each.text.wordings.get(each.language)
    words = as_written(each.words, "" if wording is None else wording.words)
    return (*each.text.location, each.language), words


def _edits(file: str, each: ComparedText) -> Sequence[Edit]:
    return [SetText(file, *_written(each))] if each.changes_words else []


def _entries(
    record: Record, now: Translations, taken: Sequence[ComparedText]
) -> dict[Address, Mapping[str, str]]:
    """The record afterwards: new words count as confirmed only where the file says so."""
    entries, _ = confirmed_entries(record, now, _confirmed(taken))
    for each in taken:
        address = None if each.text is None else each.text.address
        if address in entries and not each.confirms:
            kept = {tag: own for tag, own in entries[address].items() if tag != each.language}
            entries[address] = kept
    return {address: own for address, own in entries.items() if own}


def _confirmed(taken: Sequence[ComparedText]) -> Iterator[tuple[TranslatedText, tuple[str, ...]]]:
    for each in taken:
        if each.confirms and each.text is not None:
            yield each.text.saying(each.language, each.words), (each.language,)
