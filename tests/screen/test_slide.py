"""A slide moves a picture; the widget itself is in its place before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget

from kiosk.look.motion import Beat
from kiosk.screen.slide import Slide
from tests.journeys.visitor import wait_for, wait_until

if TYPE_CHECKING:
    from kiosk.look.look import Look

PLACE = QRect(500, 0, 700, 800)
BEAT = Beat(duration=60, delay=20, shift=96)


@pytest.fixture
def sheet(parent: QWidget) -> QWidget:
    """A green sheet, hidden, in its place."""
    sheet = QWidget(parent)
    sheet.setGeometry(PLACE)
    sheet.setAutoFillBackground(True)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("lime"))
    sheet.setPalette(palette)
    sheet.hide()
    return sheet


@pytest.fixture
def slide(parent: QWidget) -> Slide:
    return Slide(parent)


@pytest.mark.parametrize("portrait", [False, True])
def test_a_widget_that_comes_is_shown_when_it_has_arrived(
    slide: Slide, sheet: QWidget, moving_look: Look, portrait: bool
) -> None:
    slide.bring(sheet, BEAT, moving_look, portrait=portrait)
    assert slide.isVisible()
    assert not sheet.isVisible()
    away = slide.pos() - sheet.pos()
    assert (away.x(), away.y()) == ((0, 96) if portrait else (96, 0))

    wait_for(slide.arrived)
    assert sheet.isVisible()
    assert sheet.geometry() == PLACE
    assert not slide.isVisible()
    assert not slide.moving


@pytest.mark.parametrize("portrait", [False, True])
def test_what_comes_without_delay_is_seen_in_the_first_frame(
    slide: Slide, sheet: QWidget, parent: QWidget, moving_look: Look, portrait: bool
) -> None:
    before = parent.grab().toImage()
    slide.bring(sheet, Beat(duration=320, shift=96), moving_look, portrait=portrait)
    away = slide.pos() - sheet.pos()
    assert 0 < max(away.x(), away.y()) < 96

    at = sheet.geometry().center()
    first = parent.grab().toImage().pixelColor(at)
    assert first != before.pixelColor(at)
    assert first != QColor("lime")


def test_a_widget_that_goes_is_hidden_at_once(
    slide: Slide, sheet: QWidget, moving_look: Look
) -> None:
    sheet.show()
    arrived = QSignalSpy(slide.arrived)
    slide.dismiss(sheet, BEAT, moving_look, portrait=False)
    assert not sheet.isVisible()
    assert slide.geometry() == PLACE

    wait_until(lambda: not slide.moving)
    assert not slide.isVisible()
    assert not sheet.isVisible()
    assert sheet.geometry() == PLACE
    assert arrived.count() == 0


def test_a_fade_keeps_the_old_picture_over_the_widget(
    slide: Slide, sheet: QWidget, parent: QWidget
) -> None:
    sheet.show()
    slide.fade_from(sheet, 60)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("blue"))
    sheet.setPalette(palette)
    assert parent.grab().toImage().pixelColor(900, 400) == QColor("lime")

    wait_until(lambda: not slide.moving)
    assert parent.grab().toImage().pixelColor(900, 400) == QColor("blue")
    assert sheet.isVisible()


def test_stopping_brings_what_was_coming(slide: Slide, sheet: QWidget, moving_look: Look) -> None:
    arrived = QSignalSpy(slide.arrived)
    slide.bring(sheet, BEAT, moving_look, portrait=False)
    slide.stop()

    assert sheet.isVisible()
    assert not slide.isVisible()
    assert arrived.count() == 1


def test_going_while_coming_ends_gone(slide: Slide, sheet: QWidget, moving_look: Look) -> None:
    slide.bring(sheet, BEAT, moving_look, portrait=False)
    slide.dismiss(sheet, BEAT, moving_look, portrait=False)

    wait_until(lambda: not slide.moving)
    assert not sheet.isVisible()
    assert not slide.isVisible()


def test_coming_while_going_ends_here(slide: Slide, sheet: QWidget, moving_look: Look) -> None:
    sheet.show()
    slide.dismiss(sheet, BEAT, moving_look, portrait=False)
    slide.bring(sheet, BEAT, moving_look, portrait=False)

    wait_until(lambda: not slide.moving)
    assert sheet.isVisible()
    assert sheet.geometry() == PLACE


def test_fingers_go_through_what_slides(
    slide: Slide, sheet: QWidget, parent: QWidget, moving_look: Look
) -> None:
    sheet.show()
    slide.fade_from(sheet, 60)

    assert parent.childAt(900, 400) is sheet
