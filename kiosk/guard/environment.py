"""What the supervisor tells the exhibit that it starts, by environment variables."""

from __future__ import annotations

import os

SUPERVISED = "KIOSK_SUPERVISED"
"""For how many seconds a beat may be missing."""

DISTRUSTED = "KIOSK_CONTENT_DISTRUSTED"
"""The content folder that is refused, because the exhibit crashed with it again and again."""


def is_supervised() -> bool:
    """Whether this process is the child of a supervisor already."""
    return SUPERVISED in os.environ
