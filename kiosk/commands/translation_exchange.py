"""Texts for translators out of a folder, and what they send back into it, from the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from kiosk.exhibit.editing.edited_folder import EditedFolder
from kiosk.exhibit.editing.refusals import EditRefused
from kiosk.exhibit.editing.save_history import SaveHistory
from kiosk.exhibit.editing.text_places import BETWEEN, text_place
from kiosk.exhibit.exchanging.applying import prepared
from kiosk.exhibit.exchanging.comparing import Verdict, compare
from kiosk.exhibit.exchanging.exchange_files import read_exchange, write_exchange
from kiosk.exhibit.exchanging.exchange_messages import ExchangeRefused
from kiosk.exhibit.exchanging.exchanged_texts import texts_to_send
from kiosk.exhibit.translating.translation_record import read_record
from kiosk.text.folder import ContentFolder
from kiosk.text.invisible import visible
from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.exhibit.exchanging.comparing import ComparedText, Comparison
    from kiosk.exhibit.translating.translation_record import Address
    from kiosk.exhibit.translating.translations import Translations
    from kiosk.text.yaml_source import Node

_LANGUAGE = "en"
_WORDS_SHOWN = 72


def export_texts(folder: Path, found: Translations, arguments: argparse.Namespace) -> int:
    """Write the texts of one language.  Returns 1 where that can't be, 2 without a language."""
    languages = arguments.language or found.languages[1:]
    if len(languages) != 1 or languages[0] == found.original:
        return _refused("say which translation with --language, such as --language pt", 2)
    try:
        sent = texts_to_send(found, _places(folder, found), languages[0], arguments.only or ["all"])
        write_exchange(arguments.export, sent, _LANGUAGE)
    except ExchangeRefused as error:
        return _refused(str(error))
    print(f"{_counted(len(sent.texts), 'text')} for {languages[0]} written to {arguments.export}")
    if sent.left_out:
        left_out = _counted(sent.left_out, "text")
        print(f"{left_out} left out: they have signs that no such file can hold")
    return 0


def import_texts(folder: Path, found: Translations, arguments: argparse.Namespace) -> int:
    """Show what a file would change, and change it where that is asked for.

    Returns 1 where something of it can't be taken, or nothing can be read.
    """
    expected = arguments.language[0] if arguments.language else ""
    try:
        comparison = compare(read_exchange(arguments.returned), found, expected)
    except ExchangeRefused as error:
        return _refused(str(error))
    for line in _shown(comparison, _places(folder, found)):
        print(visible(line))
    verdicts = [Verdict.SOUND, *([Verdict.DOUBTFUL] if arguments.doubtful else [])]
    chosen = comparison.of(*verdicts)
    left = len(comparison.texts) - len(chosen)
    if not arguments.apply:
        print(f"nothing is written yet; --apply writes {_counted(len(chosen), 'text')}")
        return 1 if left else 0
    if not chosen:
        print("nothing to write")
        return 1 if left else 0
    return _apply(folder, found, chosen, arguments.returned.name) or (1 if left else 0)


def _apply(folder: Path, found: Translations, chosen: tuple[ComparedText, ...], label: str) -> int:
    edited = EditedFolder(folder, SaveHistory.beside(folder))
    record = read_record(ContentFolder.at(folder))
    outcome = prepared(edited.draft(), record, found, chosen)
    for each in outcome.refused:
        print(f"not taken: {each.reason}", file=sys.stderr)
    try:
        edited.apply(label, outcome.edits)
    except EditRefused as error:
        return _refused(error.reason)
    pending = edited.pending()
    if pending is not None:
        written = edited.write(pending)
        edited.close()
        failed = [
            *written.failed,
            *((each.file, "changed meanwhile") for each in written.elsewhere),
        ]
        for file, reason in failed:
            print(f"kiosk translations: {file} is not written: {reason}", file=sys.stderr)
        if failed:
            return 1
    print(f"{_counted(len(outcome.taken), 'text')} written")
    return 1 if outcome.refused else 0


def _shown(comparison: Comparison, places: dict[Address, tuple[str, ...]]) -> Iterator[str]:
    for verdict, head in (
        (Verdict.SOUND, "would change"),
        (Verdict.DOUBTFUL, "would change, and should be looked at (--doubtful takes them)"),
        (Verdict.REFUSED, "can't be taken"),
    ):
        texts = comparison.of(verdict)
        if texts:
            yield f"{_counted(len(texts), 'text')} {head}:"
        for each in texts:
            yield from _text_shown(each, places)
    yield f"{_counted(comparison.unchanged, 'text')} unchanged"


def _text_shown(each: ComparedText, places: dict[Address, tuple[str, ...]]) -> Iterator[str]:
    place = each.returned.id
    if each.text is not None:
        place = f"{each.text.file}: {BETWEEN.join(places.get(each.text.address, ()))}"
    yield f"  {each.returned.at}  {place}{f': {each.reason}' if each.reason else ''}"
    if each.text is not None and each.reason:
        yield f"      original: {_line(each.text.original_words)}"
    if each.before and each.changes_words:
        yield f"      - {_line(each.before)}"
    if each.words and each.changes_words:
        yield f"      + {_line(each.words)}"
    if each.confirms:
        yield "      confirmed"


def _places(folder: Path, found: Translations) -> dict[Address, tuple[str, ...]]:
    content = ContentFolder.at(folder)
    roots: dict[str, Node] = {}
    for file in dict.fromkeys(text.file for text in found.texts):
        roots[file] = parse_document(content.text(file), file).root
    return {
        text.address: text_place(text.file, roots[text.file], text.location, _LANGUAGE)
        for text in found.texts
    }


def _line(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS_SHOWN else f"{line[: _WORDS_SHOWN - 1]}…"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _refused(reason: str, code: int = 1) -> int:
    print(f"kiosk translations: {visible(reason)}", file=sys.stderr)
    return code
