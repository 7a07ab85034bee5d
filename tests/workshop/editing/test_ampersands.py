"""An ampersand in a curator's words is shown: no button takes it for the sign of a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from kiosk.exhibit.reading.exhibit_reading import SOURCES_FILE
from tests.journeys.visitor import wait_until
from tests.workshop.editing.test_editing_beside import ready
from tests.workshop.preview.desk import QIANHAI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from tests.workshop.preview.desk import Desk


def words_of(window: QWidget) -> Iterator[str]:
    """All words that may be taken for those of keys."""
    for button in window.findChildren(QAbstractButton):
        yield button.text()
    for action in window.findChildren(QAction):
        yield action.text()
    for label in window.findChildren(QLabel):
        if label.buddy() is not None:
            yield label.text()


def test_ampersands_of_curators_are_words_everywhere(desk: Desk) -> None:
    file = desk.content.folder / QIANHAI
    text = file.read_text("utf-8").replace("en: from Hong Kong", "en: HK & Macao & more")
    file.write_text(text.replace("name: {en: Qianhai", "name: {en: R & D"), "utf-8")
    ready(desk)
    wait_until(lambda: "HK & Macao" in str(desk.preview.editing.roots[QIANHAI]))
    editing = desk.preview.editing
    source = next(iter(editing.roots[SOURCES_FILE].value))
    seen: set[str] = set()
    for place in ((QIANHAI, ()), (QIANHAI, ("panels", 0)), (QIANHAI, ("panels", 0, "facts", 1))):
        editing.open(*place)
        QTest.qWait(20)
        seen |= set(words_of(desk.window))
    desk.window.pane.deleted.emit(SOURCES_FILE, (source,))
    QTest.qWait(20)
    seen |= set(words_of(desk.window))

    assert any("HK && Macao && more" in each for each in seen), sorted(seen)
    assert [each for each in seen if "&" in each.replace("&&", "")] == []
