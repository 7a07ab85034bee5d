"""Whether the whole exhibit is silent for a while, whatever visitors and settings say."""

from __future__ import annotations


class Muting:
    """One word that the GUI thread writes and every thread that plays reads."""

    def __init__(self) -> None:
        self.is_on = False

    def set_muted(self, is_on: bool) -> None:
        """Be silent from now on, or no longer."""
        self.is_on = is_on


HOUSE = Muting()
"""That of this process."""
