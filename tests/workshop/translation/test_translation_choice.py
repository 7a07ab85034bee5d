"""What is chosen in the translation view is confirmed, and leads to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.exhibit.place import Place
from kiosk.exhibit.translating.confirming import confirm
from kiosk.exhibit.translating.translations import State, TranslatedText, read_translations
from tests.workshop.translation.translation_table import (
    QIANHAI,
    button,
    choose,
    row_of,
    said,
)

if TYPE_CHECKING:
    from kiosk.workshop.translation.translation_view import TranslationView
    from tests.exhibit.sound_content import Content
    from tests.workshop.translation.bench import Bench


def test_nothing_can_be_confirmed_before_something_is_chosen(view: TranslationView) -> None:
    assert not button(view, "Confirm").isEnabled()
    choose(view, row_of(view, "name"), 1)
    assert not button(view, "Confirm").isEnabled()


@pytest.mark.parametrize(
    ("column", "left"),
    [
        (0, set[str]()),
        (1, {"zh-Hans", "pt"}),
        (3, {"zh-Hant", "zh-Hans"}),
    ],
    ids=["the original stands for all", "Chinese alone", "Portuguese alone"],
)
def test_what_is_chosen_is_confirmed(
    bench: Bench, view: TranslationView, content: Content, column: int, left: set[str]
) -> None:
    choose(view, row_of(view, "introduction"), column)
    count = 3 - len(left)
    assert button(view, "Confirm").text() == f"Confirm  {count}"
    button(view, "Confirm").click()
    bench.settle()

    for texts in (view.table.rows.rows, read_translations(content.folder).texts):
        older = {
            language
            for text in texts
            if isinstance(text, TranslatedText)
            for language, state in text.states.items()
            if state is State.OLDER
        }
        assert older == left


def test_a_heading_stands_for_all_texts_below_it(
    bench: Bench, view: TranslationView, content: Content
) -> None:
    (content.folder / "translations.yaml").unlink()
    bench.read()
    choose(view, row_of(view, "name") - 1, 0)
    button(view, "Confirm").click()
    bench.settle()

    texts = read_translations(content.folder).texts
    confirmed = {text.file for text in texts if State.CURRENT in text.states.values()}
    assert confirmed == {QIANHAI}


def test_a_confirmation_that_fails_is_told(
    bench: Bench, view: TranslationView, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    content.write("translations.yaml", "=======\n")
    choose(view, row_of(view, "introduction"), 1)
    button(view, "Confirm").click()
    bench.settle()

    told = [words for words in said(view, monkeypatch) if words.startswith("Not confirmed: ")]
    assert len(told) == 1
    assert "translations.yaml:1:1" in told[0]


def test_a_double_click_on_its_place_leads_to_a_text(view: TranslationView) -> None:
    places: list[Place] = []
    view.text_chosen.connect(places.append)
    row = row_of(view, "panels/steel/pages/2/heading", "zones/shenzhen.yaml")
    choose(view, row, 0)
    view.table.scrollTo(view.table.currentIndex())
    at = view.table.visualRect(view.table.currentIndex()).topLeft() + QPoint(40, 18)
    # Qt tells a double click from a click only where one came before.
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert places == [Place("shenzhen", "steel", 2)]

    QTest.keyClick(view.table, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert places == [Place("shenzhen", "steel", 2)] * 2


def test_what_others_have_confirmed_meanwhile_stays_confirmed(
    bench: Bench, view: TranslationView, content: Content
) -> None:
    text = bench.text("introduction", QIANHAI)
    choose(view, row_of(view, "introduction"), 1)
    confirm(content.folder, [(text, ["pt"])])
    button(view, "Confirm").click()
    bench.settle()

    assert bench.text("introduction", QIANHAI).states == {
        "zh-Hant": State.CURRENT,
        "zh-Hans": State.OLDER,
        "pt": State.CURRENT,
    }
