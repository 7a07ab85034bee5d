"""Texts as XLIFF 1.2 or 2.1, the two forms that translators' programs read."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from kiosk.exhibit.exchanging.exchanged_texts import id_of
from kiosk.exhibit.translating.translation_record import Address
from kiosk.exhibit.translating.translations import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.exhibit.exchanging.exchanged_texts import Sent, SentText

_STATES_1: Mapping[State, str] = {
    State.MISSING: "needs-translation",
    State.OLDER: "needs-review-translation",
    State.UNCONFIRMED: "translated",
    State.CURRENT: "final",
}
_STATES_2: Mapping[State, str] = {
    State.MISSING: 'state="initial"',
    State.OLDER: 'state="translated" subState="kiosk:older"',
    State.UNCONFIRMED: 'state="translated"',
    State.CURRENT: 'state="final"',
}


def xliff_1(sent: Sent) -> bytes:
    """The texts as XLIFF 1.2."""
    return "\n".join(_lines_1(sent)).encode()


def xliff_2(sent: Sent) -> bytes:
    """The texts as XLIFF 2.1."""
    return "\n".join(_lines_2(sent)).encode()


def _lines_1(sent: Sent) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    for file, texts in groupby(sent.texts, _file):
        yield (
            f'<file original={quoteattr(file)} datatype="plaintext" xml:space="preserve"'
            f" source-language={quoteattr(sent.original)}"
            f" target-language={quoteattr(sent.language)}>"
        )
        yield "<body>"
        for text in texts:
            approved = "yes" if text.state is State.CURRENT else "no"
            yield f'<trans-unit id="{text.id}" approved="{approved}" xml:space="preserve">'
            yield f"<source>{_text(text.original)}</source>"
            yield f'<target state="{_STATES_1[text.state]}">{_text(text.translation)}</target>'
            for note in _notes(text):
                yield f"<note>{_text(note)}</note>"
            yield "</trans-unit>"
        yield "</body>"
        yield "</file>"
    yield "</xliff>\n"


def _lines_2(sent: Sent) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0"'
        f" srcLang={quoteattr(sent.original)} trgLang={quoteattr(sent.language)}>"
    )
    for file, texts in groupby(sent.texts, _file):
        yield f'<file id="{id_of(Address(file, ""))}" original={quoteattr(file)}>'
        for text in texts:
            yield f'<unit id="{text.id}" xml:space="preserve">'
            yield "<notes>"
            for note in _notes(text):
                yield f"<note>{_text(note)}</note>"
            yield "</notes>"
            yield f"<segment {_STATES_2[text.state]}>"
            yield f"<source>{_text(text.original)}</source>"
            if text.translation:
                yield f"<target>{_text(text.translation)}</target>"
            yield "</segment>"
            yield "</unit>"
        yield "</file>"
    yield "</xliff>\n"


def _file(text: SentText) -> str:
    return text.file


def _notes(text: SentText) -> Iterator[str]:
    """For translators, in English as their programs are: where a text stands, and its limit."""
    yield f"Where: {text.place}"
    if text.most is not None:
        yield f"At most {text.most} {'characters' if text.counts_characters else 'words'}"


def _text(words: str) -> str:
    # A reader of XML makes a line feed of each return that is not written as a number.
    return escape(words, {"\r": "&#13;"})
