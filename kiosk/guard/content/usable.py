"""Whether a content folder can be shown at all, and the true reason why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.reading.cover import read_cover
from kiosk.text.folder import ContentFolder
from kiosk.text.messages import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.reading.exhibit_reading import Reading
    from kiosk.text.messages import PlacedMessage


def why_unusable(reading: Reading) -> str:
    """Why nothing of a reading can be shown; empty where something can.

    An exhibit without a place would be a map on which nothing opens.
    """
    if reading.exhibit is not None and reading.exhibit.zones:
        return ""
    errors = [each for each in reading.messages if each.severity is Severity.ERROR]
    causes = sorted(errors, key=_nearness_to_the_cause)
    if not causes:
        return "there is no place that could be shown"
    return causes[0].text if causes[0].file == "." else str(causes[0])


def why_folder_unusable(folder: Path) -> str:
    """The same for a folder, in a few milliseconds where it looks sound from outside.

    What only a whole reading can tell comes to light later, when everything is read.
    """
    refusal = ContentFolder.at(folder).refusal()
    if refusal is not None:
        return refusal.text
    cover = read_cover(folder)
    if cover.landmarks and cover.title.versions:
        return ""
    # Late: where the cover is sound, the choice does without the reader and its models.
    from kiosk.exhibit.reading.exhibit_reading import read_exhibit

    return why_unusable(read_exhibit(folder))


def _nearness_to_the_cause(message: PlacedMessage) -> tuple[int, PlacedMessage]:
    whole = (".", "exhibit.yaml", "zones")
    return (whole.index(message.file) if message.file in whole else len(whole)), message
