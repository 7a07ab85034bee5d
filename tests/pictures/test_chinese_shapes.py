"""Each region's own shapes of the same character, however often the language changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.look.typesetting import set_text

if TYPE_CHECKING:
    from kiosk.look.look import Look
    from tests.pictures.conftest import Seen
    from tests.pictures.picture import Picture

ROLES = ("body", "control", "title", "number_l")
CHARACTERS = "骨直過"
"""Characters of both scripts' fonts that Hong Kong and mainland China draw otherwise."""
SMOOTHING = 40
"""Qt may smooth the same outline a little otherwise from its cache, more so digits that are very
large; of 255."""


def drawn(look: Look, text: str, language: str, role: str) -> QImage:
    image = QImage(240, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    set_text(look, text, language=language, role=role).draw(painter, 4, 4, QColor("white"))
    painter.end()
    return image


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("character", CHARACTERS)
def test_traditional_and_simplified_chinese_have_shapes_of_their_own(
    look: Look, character: str, role: str
) -> None:
    traditional = drawn(look, character, "zh-Hant", role)
    simplified = drawn(look, character, "zh-Hans", role)

    assert traditional != simplified


@pytest.mark.parametrize("role", ROLES)
def test_changing_the_language_to_and_fro_keeps_each_shape(look: Look, role: str) -> None:
    first = {language: drawn(look, "骨", language, role) for language in ("zh-Hant", "zh-Hans")}
    for _ in range(3):
        for language, shape in first.items():
            assert drawn(look, "骨", language, role) == shape
            drawn(look, "Bay 骨", "en", role)


def test_chinese_in_a_latin_line_does_not_change_the_shapes_later(look: Look) -> None:
    before = drawn(look, "骨", "zh-Hant", "body")
    drawn(look, "The character 骨 means bone.", "pt", "body")
    drawn(look, "骨", "zh-Hans", "body")

    assert drawn(look, "骨", "zh-Hant", "body") == before


def test_the_whole_screen_is_the_same_after_every_other_language(seen: Seen) -> None:
    before = seen("shenzhen", "zh-Hant")
    for language in ("zh-Hans", "pt", "en"):
        assert _differences(seen("shenzhen", language), before) > 1000

    assert _differences(seen("shenzhen", "zh-Hant"), before) == 0


def _differences(one: Picture, other: Picture) -> int:
    """How many bytes of two pictures differ by more than smoothing does."""
    left, right = (numpy.frombuffer(each.image.constBits(), numpy.uint8) for each in (one, other))
    # Of whole numbers without a sign the larger less the smaller is never below 0.
    apart = numpy.maximum(left, right) - numpy.minimum(left, right)
    return int(numpy.count_nonzero(apart > SMOOTHING))
