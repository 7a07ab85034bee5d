"""The title of a data layer takes two lines where it can."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.words import read_words
from kiosk.look.look import read_look
from kiosk.look.typesetting import words_by_line
from kiosk.screen.layer.layer_panel import _set_title
from kiosk.screen.locale import Locale
from kiosk.shipped import shipped

PANEL_U = 504


@pytest.mark.parametrize("theme", ["dark", "light", "hc"])
def test_no_shipped_title_takes_three_lines(qapp: object, theme: str) -> None:
    look = read_look(shipped("assets"), theme).sized(QSizeF(1920, 1080)).still()
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    written = read_words(shipped("assets") / "words")
    for locale in (Locale(language, written, exhibit) for language in exhibit.languages):
        for layer in exhibit.layers:
            words = locale.text(layer.title)
            title = _set_title(words, locale.language, look, look.px(PANEL_U))
            assert title.line_count <= 2, words_by_line(title._layout)


def test_one_that_is_too_long_keeps_its_size(qapp: object) -> None:
    look = read_look(shipped("assets"), "dark").sized(QSizeF(1920, 1080)).still()
    short = _set_title("Area", "en", look, look.px(PANEL_U))
    long = _set_title("What is spent on research " * 3, "en", look, look.px(PANEL_U))
    assert long.line_count > 2
    assert long.size.height() / long.line_count == pytest.approx(short.size.height())
