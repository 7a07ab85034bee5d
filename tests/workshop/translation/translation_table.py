"""What tests do in the translation view: show it, find a row, choose a cell, read what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.translating.translations import TranslatedText
from kiosk.look.typesetting import Setting
from kiosk.screen.control.button import Button
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    import pytest

    from kiosk.workshop.translation.translation_view import TranslationView

QIANHAI = "zones/qianhai.yaml"
_COUNTED = ("Words", "Characters")


def button(view: TranslationView, words: str) -> Button:
    """The button with this name, or whose words begin like this."""
    found = [
        each
        for each in view.findChildren(Button)
        if words in (each.key, each.accessibleName()) or each.text().startswith(words)
    ]
    assert len(found) == 1
    return found[0]


def said(view: TranslationView, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that the view draws."""
    wait_until(lambda: view.table.is_settled)
    drawn: list[str] = []

    def draw(setting: Setting, *arguments: object) -> None:
        drawn.append(setting._layout.text())

    with monkeypatch.context() as patched:
        patched.setattr(Setting, "draw", draw)
        view.grab()
    return drawn


def paths(view: TranslationView) -> list[str]:
    return [row.address.path for row in view.table.rows.rows if isinstance(row, TranslatedText)]


def row_of(view: TranslationView, path: str, file: str = QIANHAI) -> int:
    return next(
        number
        for number, row in enumerate(view.table.rows.rows)
        if isinstance(row, TranslatedText) and row.file == file and row.address.path == path
    )


def choose(view: TranslationView, row: int, column: int) -> None:
    view.table.setCurrentIndex(view.table.rows.index(row, column))
