"""Dialogues of the curators' window: room for their words, and buttons that unfold something."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QTreeWidget, QWidget

from kiosk.exhibit.editing.named_things import Named
from kiosk.languages.words import read_words
from kiosk.look.contrast import contrast
from kiosk.look.interface_style import InterfaceStyle
from kiosk.look.look import read_look
from kiosk.shipped import shipped
from kiosk.workshop.editing.deletion_dialog import DeletionDialog
from kiosk.workshop.editing.desk_dialog import DeskDialog
from kiosk.workshop.editing.menu_button import MenuButton
from kiosk.workshop.editing.pane_style import pane_icon, pane_sheet
from kiosk.workshop.editing.place_lines import PlaceLine
from kiosk.workshop.translation.export_dialog import ExportDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QImage


@pytest.fixture
def around(qapp: object) -> Iterator[QWidget]:
    """A window before which dialogues stand."""
    window = QWidget()
    window.resize(900, 600)
    window.show()
    yield window
    window.close()


def style_in(language: str, theme: str = "light") -> InterfaceStyle:
    assets = shipped("assets")
    look = replace(read_look(assets, theme), u=1.0, millimetre=0.0)
    return InterfaceStyle(look, read_words(assets / "words"), language)


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_nothing_of_a_dialogue_lies_over_anything_else(around: QWidget, language: str) -> None:
    show = (("show", "Show"),)
    place = "Greater Bay Area › Story: Across the boundary › 1. Research money that crosses over › "
    lines = [PlaceLine(place + str(number), "", show) for number in range(20)]
    style = style_in(language)
    title = "Delete “A title of a source that needs more than one line in a window of this width”?"
    deletion = DeletionDialog(around, style, title, lines, [Named("other", "Other")])
    export = ExportDialog(around, style, ["zh-Hant", "pt"], "all")
    export.choose_language("pt")

    for dialog in (deletion, export):
        dialog.show()
        QTest.qWait(30)
        parts = [each for each in dialog.children() if isinstance(each, QWidget)]
        for one, other in combinations([each for each in parts if each.isVisible()], 2):
            assert not one.geometry().intersects(other.geometry()), (one, other)
        dialog.close()
    assert export.language.currentData() == "pt"


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("en", "Noto Sans"),
        ("pt", "Noto Sans"),
        ("zh-Hant", "Noto Sans CJK HK"),
        ("zh-Hans", "Noto Sans CJK SC"),
    ],
)
def test_every_word_has_the_letters_of_the_windows_language(
    around: QWidget, language: str, family: str
) -> None:
    """A comma stands in the middle in Hong Kong, and at the foot of the line on the mainland."""
    dialog = DeskDialog(around, style_in(language), "")
    parts = (QLabel(dialog), QPushButton(dialog), QTreeWidget(dialog), QLineEdit(dialog))
    dialog.show()
    assert {each.font().families()[0] for each in parts} == {family}
    dialog.close()


@pytest.mark.parametrize("theme", ["light", "dark", "hc", "hc-light"])
def test_a_button_with_a_menu_has_words_between_its_icon_and_its_arrow(
    around: QWidget, theme: str
) -> None:
    look = style_in("en", theme).look
    around.setStyleSheet(pane_sheet(look, "en"))
    button = MenuButton(around, QMenu(around))
    button.setText("R&&D")
    button.show_icon(pane_icon(look, "monitor"))
    button.show()
    button.adjustSize()
    QTest.qWait(10)

    drawn = button.grab().toImage()
    paper = look.theme.control
    area = drawn.rect().adjusted(8, 8, -8, -8)
    inked = [x for x in range(area.left(), area.right()) if is_inked(drawn, x, area, paper)]
    gaps = [after - before for before, after in pairwise(inked)]
    assert inked[0] - 1 in range(11, 16)
    assert sum(gap > 5 for gap in gaps) == 2, "icon, words, arrow"
    assert button.width() - inked[-1] in range(9, 14)


def is_inked(image: QImage, x: int, area: QRect, paper: QColor) -> bool:
    return any(
        contrast(image.pixelColor(x, y), paper) > 3 for y in range(area.top(), area.bottom())
    )
