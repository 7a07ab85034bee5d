"""Whoever waits for the check sees what it does and how far it is, and may end it."""

from __future__ import annotations

import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtTest import QSignalSpy, QTest

from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase
from kiosk.workshop.check.progress import ProgressLines
from tests.journeys.visitor import wait_until
from tests.workshop.preview.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.text.messages import PlacedMessage
    from tests.exhibit.sound_content import Content

CHECK_SECONDS = 150
FOUND, LATER = (
    Message("cut-off-text", Phrase(words), Phrase("shorten it"), Severity.WARNING).at(
        "zones/qianhai.yaml", 6, 3
    )
    for words in ("it is cut off", "it is cut off in two shapes")
)


@pytest.fixture
def desk(qapp: object, content: Content, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """One that lays everything out soon after it has read it."""
    monkeypatch.setattr("kiosk.workshop.preview.thorough_check._QUIET_MS", 100)
    desk = Desk(content)
    yield desk
    desk.leave()


def test_a_program_is_told_in_lines() -> None:
    stream = StringIO()
    progress = ProgressLines("layout", stream)

    progress.name("en on 4K")
    progress.show(0.25)
    progress.show(1)
    progress.found([FOUND])
    progress.end()

    told = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert told[:2] == [{"doing": "layout", "share": 0.25}, {"doing": "layout", "share": 1}]
    assert told[2:] == [{"found": [FOUND.as_json()]}]


def test_the_bar_says_in_words_what_is_done_until_it_is(desk: Desk) -> None:
    progress = desk.window.column.messages.progress
    said = QSignalSpy(desk.preview.rereading._thorough.progressed)
    checking = desk.window.style_of_desk.say("checking_layout")

    wait_until(lambda: progress.words == checking, seconds=CHECK_SECONDS)
    assert not progress.isHidden()
    wait_until(progress.isHidden, seconds=CHECK_SECONDS)

    told = [said.at(number) for number in range(said.count())]
    shares = [share for doing, share in told if doing == "layout"]
    assert len(shares) > 3
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_the_button_ends_the_check(desk: Desk) -> None:
    check, progress = desk.preview.rereading._thorough, desk.window.column.messages.progress
    check.check_now()
    wait_until(lambda: not progress.isHidden(), seconds=CHECK_SECONDS)

    progress.stop.click()

    assert progress.isHidden()
    wait_until(lambda: check.findChildren(QProcess) == [], seconds=CHECK_SECONDS)
    QTest.qWait(50)
    assert progress.isHidden()


def test_what_is_found_is_shown_before_all_is_and_then_stands_there_once(desk: Desk) -> None:
    rereading = desk.preview.rereading
    wait_until(lambda: rereading._thorough._process is not None, seconds=CHECK_SECONDS)
    rereading.stop_check()

    for found in (FOUND, LATER):
        rereading._take_found((found,))
        wait_until(lambda found=found: found in _said(desk))  # type: ignore[misc]

    assert [each for each in _said(desk) if each.rule == FOUND.rule] == [LATER]


def _said(desk: Desk) -> list[PlacedMessage]:
    return [each.message for each in desk.quoted]
