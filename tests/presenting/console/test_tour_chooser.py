"""Choosing a talk on a touch screen: there is a way back, and nobody's choice is given up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest

from kiosk.presenting.console.step_list import StepRow
from kiosk.presenting.console.tour_chooser import TourChooser
from kiosk.presenting.staff_talk import CHOOSING_SECONDS, StaffTalk
from kiosk.screen.control.button import Button
from kiosk.workshop.check.drawn_text import drawn_texts

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.presenting.talk_host import TalkHost


@pytest.fixture
def host(hall_app: App) -> TalkHost:
    """A host with two tours."""
    host = hall_app.talk_host()
    assert host is not None
    tours = host.exhibit.tours
    another = tours[0].model_copy(update={"id": "another"})
    return replace(host, exhibit=host.exhibit.model_copy(update={"tours": (*tours, another)}))


def back_of(chooser: TourChooser) -> Button:
    return next(each for each in chooser.findChildren(Button) if each.text() == "Back")


def test_a_touch_on_back_leaves_the_choice(host: TalkHost) -> None:
    chooser = TourChooser(host)
    given_up = QSignalSpy(chooser.given_up)
    QTest.mouseClick(back_of(chooser), Qt.MouseButton.LeftButton)
    assert given_up.count() == 1
    assert chooser.isHidden()


def test_back_is_large_enough_for_a_finger(host: TalkHost) -> None:
    chooser = TourChooser(host)
    assert back_of(chooser).height() >= host.look.sized(chooser.size().toSizeF()).target
    chooser.give_up()


def test_a_choice_that_nobody_makes_is_given_up(host: TalkHost, hall_app: App) -> None:
    talk = StaffTalk(lambda: host, parent=hall_app)
    over, patient = QSignalSpy(talk.over), QSignalSpy(talk.patient)
    talk.open()
    choosers = [each for each in hall_app.stage.findChildren(TourChooser) if each.isVisible()]
    assert len(choosers) == 1
    assert patient.at(0) == [CHOOSING_SECONDS]
    talk.end()
    assert over.count() == 1
    assert choosers[0].isHidden()


def test_each_talk_says_on_its_button_how_long_it_is(host: TalkHost) -> None:
    chooser = TourChooser(host)
    words = " ".join(text.words for text in drawn_texts(chooser))
    for tour in host.exhibit.tours:
        assert tour.title.words_in("en") in words
        assert f"{len(tour.steps)} steps" in words
    rows = [row for row in chooser.findChildren(StepRow) if row.isVisible()]
    assert len(rows) == len(host.exhibit.tours)
    look = host.look.sized(chooser.size().toSizeF())
    assert min(row.height() for row in rows) >= look.target
    for row in rows:
        border = row.grab().toImage().pixelColor(row.width() // 2, round(look.px(8.5)))
        assert border == look.theme.control_border, "it looks like something to touch"
    chooser.give_up()
