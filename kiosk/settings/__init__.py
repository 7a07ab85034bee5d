"""Settings: what this machine is like, apart from what the exhibit says.  No Qt."""

from __future__ import annotations

from kiosk.settings.settings import Settings, parse_size

__all__ = ["Settings", "parse_size"]
