"""A translation view of content in which one text is older and one missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF

from kiosk.exhibit.translating.confirming import confirm
from kiosk.exhibit.translating.translations import read_translations
from kiosk.languages.words import Words, read_words
from kiosk.look.interface_style import InterfaceStyle
from kiosk.look.look import Look, read_look
from kiosk.shipped import shipped
from kiosk.text.multilingual import LANGUAGES
from tests.exhibit.sound_content import Content, sound_content
from tests.workshop.translation.bench import Bench
from tests.workshop.translation.translation_table import QIANHAI

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.workshop.translation.translation_view import TranslationView


@pytest.fixture(scope="module")
def look(qapp: object) -> Look:
    return read_look(shipped("assets")).sized(QSizeF(1440, 900))


@pytest.fixture(scope="module")
def words() -> Words:
    return read_words(shipped("assets") / "words")


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """Confirmed throughout, and then one text changed and one translation deleted."""
    content = sound_content(tmp_path / "content")
    confirm(content.folder, [(text, LANGUAGES) for text in read_translations(content.folder).texts])
    content.change(QIANHAI, "en: A zone,", "en: A new zone,")
    content.change(QIANHAI, ", pt: equipas}", "}")
    return content


@pytest.fixture
def bench(content: Content, look: Look, words: Words) -> Iterator[Bench]:
    bench = Bench(content.folder, InterfaceStyle(look, words, "en"))
    bench.view.resize(1200, 800)
    bench.view.show()
    bench.read()
    yield bench
    bench.leave()


@pytest.fixture
def view(bench: Bench) -> TranslationView:
    return bench.view
