"""A message as the window says it: with the names that its forms have for keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kiosk.exhibit.authoring.key_names import key_name

if TYPE_CHECKING:
    from kiosk.text.messages import PlacedMessage


def window_words(message: PlacedMessage, language: str) -> tuple[str, str]:
    """What was found, which begins a sentence, and what to do in the window."""
    found, advice = message.shown_in(language, partial(key_name, "", language=language))
    return found[:1].upper() + found[1:], advice
