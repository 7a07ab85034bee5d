"""Whole visits by keyboard or switch alone, and how a person at the keyboard leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.exhibit.place import HOME, Place
from kiosk.screen.map.map_targets import MapTarget
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from tests.journeys.visitor import Visitor

TAB, ENTER, SPACE, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape


@pytest.fixture
def visitor(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    """Nobody has pressed Escape for a long time."""
    monkeypatch.setattr(visitor.app._way_out, "_escaped_at", -1e9)
    return visitor


def test_a_visit_from_the_map_to_a_source_and_home(visitor: Visitor) -> None:
    visitor.tab_to("Português")
    visitor.press(SPACE)
    assert visitor.app.journey.comfort.language == "pt"

    visitor.tab_to("Qianhai")
    visitor.press(ENTER)
    assert visitor.place == Place("qianhai")
    assert "691 de Hong Kong" in visitor.sees("FactsView").accessibleDescription()

    visitor.tab_to(visitor.sees("SourceNote").accessibleName())
    visitor.press(SPACE)
    assert "16 de junho de 2024" in visitor.sees("SourceCard").accessibleDescription()
    visitor.tab_to("Fechar")
    visitor.press(ENTER)
    assert not visitor.shows("SourceCard")

    visitor.tab_to("Voltar ao mapa")
    visitor.press(ENTER)
    assert visitor.place == HOME


def test_charts_and_stories_are_leafed_by_keyboard(visitor: Visitor) -> None:
    visitor.tab_to("Qianhai")
    visitor.press(SPACE)
    visitor.tab_to("Charts")
    visitor.press(SPACE)
    visitor.tab_to("Next page")
    visitor.press(SPACE)
    assert visitor.place == Place("qianhai", "growth")

    visitor.tab_to("Stories")
    visitor.press(ENTER)
    visitor.tab_to("Next")
    visitor.press(ENTER)
    assert visitor.place == Place("qianhai", "dream-campus", 2)


def test_every_place_of_the_map_is_reached_by_tab_and_opened(visitor: Visitor) -> None:
    targets = visitor.app.stage.map_view.findChildren(MapTarget)
    at_home = [target for target in targets if target.isVisible()]
    assert len(at_home) >= 8

    for target in at_home:
        visitor.app.journey.go(HOME)
        visitor.tab_to(target.accessibleName())
        assert visitor.focused is target
        visitor.press(ENTER)
        assert visitor.place == Place(target.place)


def test_every_zone_is_reached_by_keyboard_from_the_list(visitor: Visitor) -> None:
    assert visitor.app.exhibit is not None
    visitor.tab_to("All places")
    visitor.press(ENTER)
    listed: list[str] = []
    for _ in range(10):
        listed += visitor.names()
        if "Next page" not in visitor.names() or not visitor.control("Next page").isEnabled():
            break
        visitor.tab_to("Next page")
        visitor.press(ENTER)

    missing = [
        zone.id
        for zone in visitor.app.exhibit.zones
        if zone.kind != "region"
        and not any(name.startswith(zone.name.words_in("en")) for name in listed)
    ]
    assert missing == []


def test_tab_comes_by_dock_then_title_then_places_from_west_to_east(visitor: Visitor) -> None:
    names = _from("English", visitor.tab_round())
    assert names[:4] == ["English", "繁體中文", "简体中文", "Português"]
    assert names.index("Português") < names.index("The whole bay") < names.index("Hengqin")
    west_to_east = ["Hengqin", "Macao SAR", "Nansha", "Qianhai", "Neutron source", "Hong Kong SAR"]
    assert [name for name in names if name in west_to_east] == west_to_east


def test_tab_comes_by_dock_then_panel_then_places(visitor: Visitor) -> None:
    visitor.app.journey.go(Place("qianhai"))
    names = _from("Back to the map", visitor.tab_round())
    assert names[:2] == ["Back to the map", "English"]
    assert names.index("Português") < names.index("Charts") < names.index("Nansha")


def _from(first: str, names: list[str]) -> list[str]:
    """A round of the keyboard, told from another beginning."""
    start = names.index(first)
    return names[start:] + names[:start]


def test_what_has_the_focus_is_never_hidden_behind_something_else(visitor: Visitor) -> None:
    hidden = []
    for place in ("qianhai", "qianhai/dream-campus"):
        visitor.app.journey.go(Place.parse(place))
        visitor.app.stage.finish()
        for _ in range(60):
            visitor.press(TAB)
            focused = visitor.focused
            assert focused is not None
            if _covered(focused, visitor.app.stage):
                hidden.append(f"{place}: {focused.accessibleName()}")
    assert sorted(set(hidden)) == []


def test_focus_behind_an_open_source_card_is_never_possible(visitor: Visitor) -> None:
    visitor.app.journey.go(Place("qianhai"))
    visitor.tab_to(visitor.sees("SourceNote").accessibleName())
    visitor.press(ENTER)
    assert visitor.shows("SourceCard")
    hidden = set()
    for _ in range(60):
        visitor.press(TAB)
        focused = visitor.focused
        assert focused is not None
        if _covered(focused, visitor.app.stage):
            hidden.add(focused.accessibleName())
    assert sorted(hidden) == []


def test_escape_goes_one_step_up(visitor: Visitor) -> None:
    visitor.app.journey.go(Place("qianhai", "six-in-ten"))
    left = QSignalSpy(visitor.app.left)
    visitor.press(ESCAPE)

    assert visitor.place == Place("qianhai")
    assert left.count() == 0


def test_escape_twice_leaves(visitor: Visitor) -> None:
    left = QSignalSpy(visitor.app.left)
    visitor.press(ESCAPE)
    assert left.count() == 0
    visitor.press(ESCAPE)
    assert left.count() == 1


def test_closing_one_thing_after_the_other_does_not_leave(visitor: Visitor) -> None:
    visitor.app.journey.go(Place("qianhai", "six-in-ten"))
    left = QSignalSpy(visitor.app.left)
    visitor.press(ESCAPE)
    visitor.press(ESCAPE)
    assert visitor.place == HOME
    assert left.count() == 0

    visitor.press(ESCAPE)
    assert left.count() == 0
    visitor.press(ESCAPE)
    assert left.count() == 1


def test_control_q_leaves_from_anywhere(visitor: Visitor) -> None:
    left = QSignalSpy(visitor.app.left)
    visitor.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert left.count() == 1

    visitor.app.journey.go(Place("qianhai"))
    visitor.tab_to("Charts")
    visitor.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert left.count() == 2


def test_q_alone_and_other_keys_leave_the_visitor_where_it_is(visitor: Visitor) -> None:
    left = QSignalSpy(visitor.app.left)
    visitor.app.journey.go(Place("qianhai"))
    for key in (Qt.Key.Key_Q, Qt.Key.Key_F4, Qt.Key.Key_A, Qt.Key.Key_Home, Qt.Key.Key_Menu):
        visitor.press(key)

    assert visitor.place == Place("qianhai")
    assert left.count() == 0


def test_a_touch_takes_the_focus_ring_away(visitor: Visitor) -> None:
    visitor.tab_to("Português")
    visitor.touch(QPoint(1180, 1000))

    assert visitor.focused is visitor.app.stage


def _covered(widget: QWidget, stage: QWidget) -> bool:
    """Whether another widget stands over the middle of this one."""
    middle = widget.mapTo(stage, widget.rect().center())
    if not QRect(stage.rect()).contains(middle):
        return True
    for layer in reversed(stage.children()):
        if not isinstance(layer, QWidget) or not layer.isVisible():
            continue
        if layer is widget or layer.isAncestorOf(widget):
            return False
        through = layer.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if not through and layer.geometry().contains(middle):
            return True
    return False


def test_the_ring_goes_with_a_place_of_a_map_that_moves(visitor: Visitor) -> None:
    visitor.tab_to("Jiangmen")
    target = visitor.focused
    assert target is not None
    stage, before = visitor.app.stage, target.geometry()
    stage.map_view.zoom(QPointF(stage.rect().center()), 0.5)
    wait_until(lambda: target.geometry() != before)
    QApplication.processEvents()

    shown = stage.screen().grabWindow(stage.winId()).toImage()

    assert shown.size() == stage.size()
    whole = stage.grab().toImage().convertToFormat(shown.format())
    around = before.adjusted(-20, -20, 20, 20)
    assert shown.copy(around) == whole.copy(around)
