"""Why a pack is not taken.

PackRefused            `reason` says why in words that can be translated
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.text.phrase import Phrase


class PackRefused(Exception):
    """A pack, a folder or a key that is not taken, and nothing of it is."""

    def __init__(self, reason: Phrase) -> None:
        self.reason = reason
        super().__init__(str(reason))
