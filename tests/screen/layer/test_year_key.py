"""The key of the years names both places that are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.words import read_words
from kiosk.screen.layer.layer_content import LayerContent
from kiosk.screen.layer.year_key import YearKey
from kiosk.screen.locale import Locale
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from kiosk.look.look import Look


def test_both_are_named_in_smaller_type_where_they_would_have_no_room(still_look: Look) -> None:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    layer = exhibit.layer("population")
    assert layer is not None
    locale = Locale("en", read_words(shipped("assets") / "words"), exhibit)
    content = LayerContent.of(layer, locale)
    pinned = ("guangzhou", "macao")

    roomy = YearKey.of(content, still_look, pinned, 10_000.0)
    first, second, _ = (setting.ink for setting, _, _ in roomy.entries)
    tight = YearKey.of(content, still_look, pinned, still_look.px(88) + first + second)

    assert [setting.text for setting, _, _ in tight.entries] == ["Guangzhou", "Macao SAR"]
    assert tight.entries[0][0].ink < first
