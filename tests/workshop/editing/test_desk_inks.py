"""The inks of forms: hints, what can't be used and what is held are told from what is written."""

from __future__ import annotations

import pytest

from kiosk.look.contrast import contrast
from kiosk.look.look import read_look
from kiosk.shipped import shipped
from kiosk.workshop.editing.desk_inks import held_ground, hint_ink, unusable_ink
from kiosk.workshop.editing.window_theme import COLOURS, FOLLOW_SYSTEM

THEMES = [each for each in COLOURS if each != FOLLOW_SYSTEM]


@pytest.mark.parametrize("name", THEMES)
def test_a_hint_is_legible_and_no_words_and_what_is_held_keeps_its_ink(name: str) -> None:
    theme = read_look(shipped("assets"), name).theme

    hint = hint_ink(theme)
    assert contrast(hint, theme.panel) >= (7 if theme.high_contrast else 4.5)
    assert contrast(hint, theme.text) >= 1.8
    assert contrast(theme.text, held_ground(theme)) >= 4.5
    assert contrast(theme.text, theme.control) > 2 * contrast(unusable_ink(theme), theme.control)
