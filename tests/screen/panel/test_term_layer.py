"""Words can be touched once a page is at rest, and are looked for by one finder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.place import PanelPage
from kiosk.screen.panel.panel_sheet import PanelSheet
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale


@pytest.fixture
def sheet(parent: QWidget) -> PanelSheet:
    parent.resize(1200, 1080)
    sheet = PanelSheet(parent)
    sheet.setGeometry(0, 0, 776, 1080)
    sheet.arrange(64.0, 968.0)
    sheet.show()
    return sheet


def _show(sheet: PanelSheet, zone_id: str, panel_id: str, locale: Locale, look: Look) -> None:
    zone = locale.exhibit.zone(zone_id)
    assert zone is not None
    sheet.show_page(PanelPage(zone, zone.panel(panel_id), 1), locale, look)


def _keys(sheet: PanelSheet) -> list[str]:
    return [word.word.key for word in sheet._terms.words if word.word]


def test_words_come_when_the_figures_have_come(
    sheet: PanelSheet, shipped_locales: dict[str, Locale], moving_look: Look
) -> None:
    _show(sheet, "qianhai", "teams", shipped_locales["en"], moving_look)
    sheet.enter()
    assert _keys(sheet) == []

    wait_until(lambda: "incubated" in _keys(sheet))
    wait_until(lambda: sheet._terms.words[0]._strength == 1)


def test_without_motion_they_are_there_at_once(
    sheet: PanelSheet, shipped_locales: dict[str, Locale], still_look: Look
) -> None:
    _show(sheet, "qianhai", "teams", shipped_locales["en"], still_look)
    sheet.enter()

    assert "incubated" in _keys(sheet)
    assert {word._strength for word in sheet._terms.words} == {1.0}


def test_no_word_of_the_page_before_stays(
    sheet: PanelSheet, shipped_locales: dict[str, Locale], still_look: Look
) -> None:
    for panel in ("teams", "growth", "teams"):
        _show(sheet, "qianhai", panel, shipped_locales["en"], still_look)
        sheet.finish()
        shown = _keys(sheet)
        assert len(set(shown)) == len(shown)

    assert shown[0] == "incubated"


def test_one_finder_serves_all_pages_of_a_language(
    sheet: PanelSheet, shipped_locales: dict[str, Locale], still_look: Look
) -> None:
    made = set[int]()
    finders = []
    for language in ("en", "en", "pt"):
        for panel in ("teams", "growth"):
            _show(sheet, "qianhai", panel, shipped_locales[language], still_look)
            sheet.finish()
            finders.append(sheet._terms._find_in(shipped_locales[language]))
            made.add(id(finders[-1]))

    assert len(made) == 2


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_a_calculated_figure_tells_its_calculation(
    sheet: PanelSheet, shipped_locales: dict[str, Locale], still_look: Look, language: str
) -> None:
    locale = shipped_locales[language]
    _show(sheet, "qianhai", "teams", locale, still_look)
    sheet.finish()
    (name,) = (
        word.accessibleName()
        for word in sheet._terms.words
        if word.word and word.word.key == "calculated"
    )

    assert locale.say("calculated_explained") in name
    assert name.endswith("− 691")
