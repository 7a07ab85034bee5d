"""The machine's own content: the release that is shown, or else the folder of its settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.guard.content.release_folders import ReleaseFolders, releases_folder

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.settings.settings import Settings


def with_release(settings: Settings, named: Path | None) -> Settings:
    """The settings with the release that is to be shown as their content.

    What the command line has `named` takes precedence, and where there is no release the settings
    stay as they are.
    """
    folder = None if named is not None else releases_of(settings).shown_folder()
    return settings if folder is None else replace(settings, content=folder)


def with_next_release(settings: Settings, named: Path | None) -> Settings:
    """The same for the exhibit that starts next: what has crashed on trial is taken back before."""
    if named is None:
        releases_of(settings).go_back_after_crash()
    return with_release(settings, named)


def releases_of(settings: Settings) -> ReleaseFolders:
    """The releases of this machine."""
    return ReleaseFolders(releases_folder(settings.state))


def is_release(settings: Settings) -> bool:
    """Whether the content is a release: nobody changes it, so it needs no copy to be shown from."""
    return settings.content.parent == releases_folder(settings.state)
