"""Where the exhibit listens to other programs of this machine, and where those find it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.settings.places import runtime_folder
from kiosk.settings.settings import RUNTIME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.settings.settings import Settings

SOCKET_NAME = "control.socket"
SERVICE_RUNTIME = Path("/run/kiosk")
"""What RuntimeDirectory= of the unit makes for its user."""


def listening_place(settings: Settings, environment: Mapping[str, str] = os.environ) -> Path | None:
    """Where the exhibit listens; None where it doesn't, or this machine offers no place."""
    if settings.control_socket != RUNTIME:
        return settings.control_socket
    folder = runtime_folder(environment)
    return None if folder is None else folder / SOCKET_NAME


def places_to_ask(
    settings: Settings, environment: Mapping[str, str] = os.environ
) -> tuple[Path, ...]:
    """Where somebody may listen, the likeliest first.

    Who asks, such as root, may have another runtime folder than the exhibit.
    """
    if settings.control_socket not in (None, RUNTIME):
        return (settings.control_socket,)
    folders = (runtime_folder(environment), SERVICE_RUNTIME)
    return tuple(folder / SOCKET_NAME for folder in folders if folder is not None)
