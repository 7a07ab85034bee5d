"""A data layer is laid out as visitors see it, and what doesn't fit on it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.workshop.check.trial import SHAPES
from tests.exhibit.sound_content import Content, sound_content
from tests.workshop.check.laid_out import FULL_HD, PORTRAIT, found

if TYPE_CHECKING:
    from pathlib import Path


LAYER = "layers/money.yaml"
MONEY = """\
id: money
title: {en: Money, zh-Hant: 金錢}
caveat:
  en: Counted once.
  zh-Hant: 只算一次。
unit: yuan
source: peoples-daily-2024-06-16
as_of: 2024
points:
- {zone: shenzhen, at: 2022, value: 3}
- {zone: shenzhen, value: 4}
- {zone: qianhai, at: 2022, value: 1}
- {zone: qianhai, value: 2}
"""


@pytest.fixture
def content(tmp_path: Path, qapp: object) -> Content:
    content = sound_content(tmp_path / "content")
    content.change("exhibit.yaml", "[en, zh-Hant, zh-Hans, pt]", "[en, zh-Hant]")
    content.write(LAYER, MONEY)
    return content


def test_a_sound_layer_fits_in_every_shape(content: Content) -> None:
    assert found(content, *SHAPES) == []


LOW = next(shape for shape in SHAPES if shape.name == "largest-reach-portrait")
LONG = " ".join(
    ["Each city counts in its own way, and what is counted has changed over the years."] * 3
)


def test_what_has_no_room_below_the_rows_is_on_the_card_of_sources(content: Content) -> None:
    content.change(LAYER, "en: Counted once.", f"en: {LONG}")

    assert found(content, LOW) == []


def test_a_caveat_too_long_for_the_card_is_cut(content: Content) -> None:
    content.change(LAYER, "en: Counted once.", f"en: {' '.join([LONG] * 6)}")

    messages = found(content, LOW)

    assert any("in the largest text in reach mode" in each or LOW.name in each for each in messages)
    assert any(each.endswith("[cut-off-text]") for each in messages)


def test_a_word_too_long_for_the_panel(content: Content) -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    content.change(LAYER, "en: Money", f"en: {word}")

    messages = found(content)

    assert any(
        each.startswith("layers/money.yaml:2:13: a word is broken where no hyphen is, '")
        and "in en (1080p)" in each
        and each.endswith("[broken-word]")
        for each in messages
    )


def test_a_caveat_that_leaves_the_ranking_no_room(content: Content) -> None:
    content.change(LAYER, "en: Counted once.", f"en: {'Counted by hand, once and again. ' * 60}")

    messages = found(content, FULL_HD, PORTRAIT)

    # One message, and none of rows on one spot.
    (message,) = messages
    assert message.startswith("layers/money.yaml:4:7: there is no room for 'Counted by hand")
    assert message.endswith("[left-out-text]")


def test_a_name_too_long_for_its_row(content: Content) -> None:
    name = "The Cooperation Zone for Modern Service Industries and for Much Else Besides"
    content.change("zones/shenzhen.yaml", "name: {en: Shenzhen", f"name: {{en: {name}")

    messages = found(content)

    assert any(each.startswith("zones/shenzhen.yaml:3:12: ") for each in messages), messages
