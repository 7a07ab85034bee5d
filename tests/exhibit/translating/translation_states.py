"""The translations of a content folder, as tests ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.editorial import editorial_check
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.translating.confirming import confirm
from kiosk.exhibit.translating.translations import State, read_translations
from kiosk.text.multilingual import LANGUAGES

if TYPE_CHECKING:
    from kiosk.exhibit.translating.translations import TranslatedText
    from tests.exhibit.sound_content import Content

QIANHAI, SHENZHEN = "zones/qianhai.yaml", "zones/shenzhen.yaml"
TRANSLATIONS = LANGUAGES[1:]


def confirm_all(content: Content) -> None:
    confirm(content.folder, [(text, LANGUAGES) for text in read_translations(content.folder).texts])


def text(content: Content, address: str) -> TranslatedText:
    texts = {str(each.address): each for each in read_translations(content.folder).texts}
    return texts[address]


def states(content: Content) -> dict[str, set[State]]:
    """The states of each text, without those that are up to date throughout."""
    found = {
        str(each.address): set(each.states.values())
        for each in read_translations(content.folder).texts
    }
    return {address: each for address, each in found.items() if each != {State.CURRENT}}


def warnings(content: Content) -> list[str]:
    reading = read_exhibit(content.folder)
    messages = editorial_check(
        content.folder,
        reading.messages,
        languages=LANGUAGES,
        undrawable=lambda words, language, *, large: (),
    )
    return [str(message) for message in messages]
