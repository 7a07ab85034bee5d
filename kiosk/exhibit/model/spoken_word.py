"""Words of the texts that are read wrong where they are read aloud as they are written."""

from __future__ import annotations

from kiosk.exhibit.model.parts import Model, Name
from kiosk.text.multilingual import Text

MOST_SPOKEN_WORDS = 500


class SpokenWord(Model):
    """What is `said` for what is `written`, in the languages that it has; the others read it."""

    written: Name
    said: Text
