"""Which content folder is shown now: the machine's own, or what came with the program."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING, NamedTuple

from kiosk.guard.content_trust import ContentTrust
from kiosk.guard.notify import SUPERVISED
from kiosk.guard.supervisor import DISTRUSTED
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kiosk.settings import Settings

_log = logging.getLogger("kiosk.guard")


class Choice(NamedTuple):
    """The folder to show, and why it is not the machine's own; empty where it is."""

    folder: Path
    reason: str = ""


def choose_content(
    settings: Settings, trust: ContentTrust, environment: Mapping[str, str] = os.environ
) -> Choice:
    """Choose the folder, and tell `trust` that it begins unless a supervisor has done so."""
    own = settings.content
    if not own.is_dir():
        choice = Choice(shipped("content"), f"there is no folder {own}")
    elif SUPERVISED in environment:
        distrusted = environment.get(DISTRUSTED) == str(own)
        reason = f"{own} crashed again and again" if distrusted else ""
        choice = Choice(shipped("content") if distrusted else own, reason)
    elif trust.begin(own):
        choice = Choice(own)
    else:
        choice = Choice(shipped("content"), f"{own} crashed again and again")
    if choice.reason:
        _log.error("content: showing what came with the program: %s", choice.reason)
    return choice


def trust_of(settings: Settings) -> ContentTrust:
    """The record of this machine's content."""
    return ContentTrust(settings.state / "content-trust.json")
