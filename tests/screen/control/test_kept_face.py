"""A control that is painted once looks as if it were painted each time, in every state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.screen.control.button import Button, Ground

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look


def picture(button: Button) -> QImage:
    return button.grab().toImage()


def changed(button: Button, state: str) -> None:
    if state == "pressed":
        button.setDown(True)
    elif state == "checked":
        button.setCheckable(True)
        button.setChecked(True)
    else:
        button.setEnabled(False)


@pytest.mark.parametrize("state", ["pressed", "checked", "disabled"])
@pytest.mark.parametrize("ground", list(Ground))
def test_each_state_is_painted_as_on_a_button_that_never_had_another(
    parent: QWidget, still_look: Look, ground: Ground, state: str
) -> None:
    used, new = (Button(parent, ground=ground, icon="arrow-right") for _ in range(2))
    for button in (used, new):
        button.show_words(still_look, "Next", language="en")
    before = picture(used)
    changed(used, state)
    changed(new, state)

    assert picture(used) == picture(new)
    assert picture(used) != before


def test_new_words_are_painted_at_once(parent: QWidget, still_look: Look) -> None:
    button = Button(parent)
    button.set_width(200)
    pictures = []
    for words in ("Next", "Back", "Next"):
        button.show_words(still_look, words, language="en")
        pictures.append(picture(button))

    assert pictures[0] == pictures[2] != pictures[1]


def test_another_look_is_painted_at_once(parent: QWidget, still_look: Look) -> None:
    button = Button(parent, icon="arrow-right")
    button.show_words(still_look, "Next", language="en")
    before = picture(button)
    theme = replace(still_look.theme, text=still_look.theme.accent)
    button.show_words(replace(still_look, theme=theme), "Next", language="en")

    assert picture(button) != before
