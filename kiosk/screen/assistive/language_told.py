"""The language of a text, as assistive technology is told it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface
from shiboken6 import Shiboken

from kiosk.languages.language import language as language_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

NOTHING = Shiboken.VoidPtr(0)
"""No interface: Qt follows whatever else is returned, None as well, as an address."""

_LOCALES = {"en": "en_GB", "zh-Hant": "zh_HK"}
"""Where the locale of numbers and dates has not the accent that is spoken."""


def locale_of(language: str) -> QLocale:
    """The locale of a language, by which a screen reader chooses its voice."""
    return QLocale(_LOCALES.get(language) or language_of(language).locale)


def language_on(widget: QWidget) -> str:
    """The language of a widget's words: its own, or else that of what it lies on."""
    around: QWidget | None = widget
    while around is not None:
        own = getattr(around, "language", "")
        if own:
            return str(own)
        around = around.parentWidget()
    return "en"


class LanguageTold(QAccessibleAttributesInterface):
    """Tells one language, which may change."""

    def __init__(self) -> None:
        super().__init__()
        self.language = "en"

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Locale]

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        return locale_of(self.language) if key == QAccessible.Attribute.Locale else None
