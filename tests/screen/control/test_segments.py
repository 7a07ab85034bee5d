"""Segments share their bar without overlap, and exactly one of them is on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtTest import QSignalSpy, QTest

from kiosk.languages.language import language as language_of
from kiosk.look.typesetting import width_of
from kiosk.screen.control.button import Button
from kiosk.screen.control.segments import Segment, SegmentBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
SWITCH = [Segment(tag, language_of(tag).drawn, tag, language_of(tag).name) for tag in LANGUAGES]


def tabs(locale: Locale) -> list[Segment]:
    keys = ("facts", "charts", "stories")
    return [Segment(key, locale.say(key), locale.language) for key in keys]


def shown(bar: SegmentBar) -> list[Button]:
    return [each for each in bar.findChildren(Button) if not each.isHidden()]


@pytest.fixture
def bar(parent: QWidget, still_look: Look) -> SegmentBar:
    bar = SegmentBar(parent)
    bar.show_segments(still_look, SWITCH, current="en")
    bar.show()
    return bar


def test_segments_share_no_pixel(bar: SegmentBar) -> None:
    buttons = shown(bar)

    assert len(buttons) == 4
    for one, other in pairwise(buttons):
        assert not one.geometry().intersects(other.geometry())
        assert abs(other.x() - one.geometry().right()) <= 2, "nor do they leave a gap"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [648, 760, 392])
@pytest.mark.parametrize("screen_mm", [None, (531.0, 299.0), (344.0, 194.0)])
def test_the_words_of_tabs_fit_their_segments(
    parent: QWidget,
    still_look: Look,
    shipped_locales: dict[str, Locale],
    language: str,
    width: float,
    screen_mm: tuple[float, float] | None,
) -> None:
    look = still_look.sized(QSizeF(1920, 1080), screen_mm)
    bar = SegmentBar(parent)
    bar.show_segments(look, tabs(shipped_locales[language]), current="facts", width=width)
    buttons = shown(bar)

    for one, other in pairwise(buttons):
        assert not one.geometry().intersects(other.geometry())
    for button in buttons:
        assert bar.rect().contains(button.geometry())
        assert button.drawn_width >= min(look.target, width / 3) - 0.5
        ink = width_of(look, button.text(), language=language, role="control")
        assert ink <= button.drawn_width
    assert bar.drawn_width <= max(width, len(buttons) * look.target) + 1


def test_equal_segments_fill_the_width(bar: SegmentBar, still_look: Look) -> None:
    bar.show_segments(still_look, SWITCH, current="en", width=648)

    assert bar.drawn_width == pytest.approx(648, abs=1)
    assert {round(each.drawn_width) for each in shown(bar)} == {162}


def test_exactly_the_current_segment_is_on(bar: SegmentBar, still_look: Look) -> None:
    bar.show_segments(still_look, SWITCH, current="zh-Hans")

    assert [each.key for each in shown(bar) if each.isChecked()] == ["zh-Hans"]


def test_a_touch_says_the_key_and_turns_the_segment_on(bar: SegmentBar) -> None:
    chosen = QSignalSpy(bar.chosen)
    QTest.mouseClick(shown(bar)[3], Qt.MouseButton.LeftButton)

    assert chosen.at(0) == ["pt"]
    assert [each.key for each in shown(bar) if each.isChecked()] == ["pt"]


def test_the_segment_that_is_on_stays_on_when_touched_again(bar: SegmentBar) -> None:
    QTest.mouseClick(shown(bar)[0], Qt.MouseButton.LeftButton)

    assert [each.key for each in shown(bar) if each.isChecked()] == ["en"]


def test_fewer_segments_hide_the_other_buttons(bar: SegmentBar, still_look: Look) -> None:
    buttons = bar.findChildren(Button)
    bar.show_segments(still_look, SWITCH[:2], current="en")
    assert [each.key for each in shown(bar)] == ["en", "zh-Hant"]

    bar.show_segments(still_look, SWITCH, current="en")
    assert len(shown(bar)) == 4
    assert bar.findChildren(Button) == buttons, "they are built once and shown again"


def test_each_language_has_its_own_name_for_assistive_technology(bar: SegmentBar) -> None:
    assert [(each.text(), each.accessibleName()) for each in shown(bar)] == [
        ("EN", "English"),
        ("繁", "繁體中文"),
        ("简", "简体中文"),
        ("PT", "Português"),
    ]


def test_the_segment_that_is_on_is_pearl(bar: SegmentBar, still_look: Look) -> None:
    picture = bar.grab().toImage()
    pearls = [
        each.key
        for each in shown(bar)
        if picture.pixelColor(each.geometry().center() + QPoint(0, -18)) == still_look.theme.pearl
    ]

    assert pearls == ["en"]
