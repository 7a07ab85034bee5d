"""What the interface looks and speaks like: for widgets beside the stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.languages.words import Words
    from kiosk.look.look import Look


@dataclass(frozen=True)
class InterfaceStyle:
    """How the exhibit looks and speaks at the moment."""

    look: Look
    words: Words
    language: str

    def say(self, key: str, **values: str) -> str:
        """The interface's own words in the exhibit's language."""
        return self.words.say(key, self.language, **values)
