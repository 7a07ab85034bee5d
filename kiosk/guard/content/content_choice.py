"""Which content is shown: the machine's own, else the last good one, else what came along."""

from __future__ import annotations

import logging
import os
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kiosk.guard.check_result import CheckResult, error, ok
from kiosk.guard.content.content_trust import ContentTrust
from kiosk.guard.content.last_good import LastGood
from kiosk.guard.content.usable import why_folder_unusable, why_unusable
from kiosk.guard.environment import DISTRUSTED, SUPERVISED
from kiosk.shipped import shipped_content
from kiosk.text.folder import ContentFolder, readable

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping
    from pathlib import Path

    from kiosk.settings.settings import Settings

_log = logging.getLogger("kiosk.guard")


class ContentOrigin(StrEnum):
    """Where what is shown comes from."""

    OWN = "the content folder"
    LAST_GOOD = "the last good content"
    SHIPPED = "what came with the program"


class ContentChoice(NamedTuple):
    """The folder to show, and why it is not the machine's own; empty where it is.

    Own content that is `refused` has crashed the exhibit: it gets its chance at the next start.
    """

    folder: Path
    reason: str = ""
    origin: ContentOrigin = ContentOrigin.OWN
    kept: datetime.datetime | None = None
    refused: bool = False

    @property
    def is_dead(self) -> bool:
        """Whether even what came with the program can't be shown."""
        return self.origin is ContentOrigin.SHIPPED and bool(why_folder_unusable(self.folder))

    def result(self, own: Path) -> CheckResult:
        """What the staff desk and `kiosk doctor` say of it."""
        folder = readable(own)
        if self.origin is ContentOrigin.OWN:
            return ok("content", f"{folder} is trusted").worded(
                "health_content_trusted", folder=folder
            )
        if self.kept is None:
            found = error("content", self.reason, f"{self.origin} is shown instead")
            return found.worded("health_content_shipped", reason=self.reason)
        hint = f"{self.origin}, of {self.kept:%Y-%m-%d}, is shown instead"
        found = error("content", self.reason, hint)
        return found.worded("health_content_last_good", reason=self.reason, moment=self.kept)


def choose_content(
    settings: Settings, trust: ContentTrust, environment: Mapping[str, str] = os.environ
) -> ContentChoice:
    """Choose the folder, and tell `trust` that it begins unless a supervisor has done so."""
    own = settings.content
    reason = why_folder_unusable(own)
    choice = instead(settings, reason, texts_only=True) if reason else ContentChoice(own)
    supervised = SUPERVISED in environment
    if supervised:
        trusted = environment.get(DISTRUSTED) != str(own)
    else:
        trusted = choice.origin is ContentOrigin.SHIPPED or trust.begin(choice.folder)
    if not trusted:
        name = readable(own if supervised else choice.folder)
        reason = f"{name} crashed again and again"
        choice = ContentChoice(shipped_content(), reason, ContentOrigin.SHIPPED, refused=True)
    if choice.reason:
        tell(choice)
    return choice


def judged(settings: Settings) -> ContentChoice:
    """What a start would show now, after a look at everything: for `kiosk doctor`."""
    own = settings.content
    refusal = ContentFolder.at(own).refusal()
    if refusal is not None:
        return instead(settings, refusal.text)
    # Late: the supervisor, and whatever only chooses, does without the reader and its models.
    from kiosk.exhibit.reading.exhibit_reading import read_exhibit

    reason = why_unusable(read_exhibit(own))
    return instead(settings, reason) if reason else ContentChoice(own)


def instead(settings: Settings, reason: str, *, texts_only: bool = False) -> ContentChoice:
    """What to show in place of the machine's own content."""
    version = last_good_of(settings).good(texts_only=texts_only)
    if version is not None and not why_folder_unusable(version.folder):
        return ContentChoice(version.folder, reason, ContentOrigin.LAST_GOOD, version.kept)
    return ContentChoice(shipped_content(), reason, ContentOrigin.SHIPPED)


def tell(choice: ContentChoice) -> None:
    """Write into the log what is shown instead, and why."""
    _log.error("content: showing %s: %s", choice.origin, choice.reason)


def trust_of(settings: Settings) -> ContentTrust:
    """The record of this machine's content."""
    return ContentTrust(settings.state / "content-trust.json")


def last_good_of(settings: Settings) -> LastGood:
    """The copy of this machine's content."""
    return LastGood(settings.state / "last-good", settings.content)
