"""What is wrong with the pictures that the content names: looked through, and drawn."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.exhibit.reading.tour_reading import TOURS_FOLDER
from kiosk.exhibit.rules.story_rules import PICTURE_KINDS
from kiosk.look.pictures import read_head
from kiosk.look.unusable_picture import UnusablePicture
from kiosk.text.folder import ContentFolder
from kiosk.text.problems import Severity, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kiosk.text.mistakes import Mistake

HOLDING_RULES = frozenset({"slow-picture"})
"""The rules for pictures that would hold up whoever draws them."""

_FOLDER = "pictures"


def mistakes_of_pictures(
    folder: Path, draw: Callable[[Sequence[Path]], Mapping[Path, tuple[Mistake, ...]]] | None = None
) -> dict[str, tuple[Mistake, ...]]:
    """What is wrong with each picture that is named, by its name; `draw` draws those to try."""
    found: dict[str, tuple[Mistake, ...]] = {}
    sound: dict[Path, str] = {}
    for name, file in _named(ContentFolder.at(folder)):
        try:
            found[name] = read_head(file).warnings
            sound[file] = name
        except UnusablePicture as error:
            found[name] = (error.mistake,)
    if draw is not None and sound:
        for file, mistakes in draw(tuple(sound)).items():
            name = sound[file]
            is_error = any(each.severity is Severity.ERROR for each in mistakes)
            found[name] = mistakes if is_error else (*found[name], *mistakes)
    return {name: mistakes for name, mistakes in found.items() if mistakes}


def _named(content: ContentFolder) -> Iterator[tuple[str, Path]]:
    """The pictures whose names stand in any file of zones or tours, in whatever place."""
    texts = []
    for subfolder in ("zones", TOURS_FOLDER):
        for name in content.names(subfolder):
            if name.endswith(".yaml"):
                with suppress(UnreadableFile):
                    texts.append(unicodedata.normalize("NFC", content.text(name)))
    for path in content.names(_FOLDER):
        name = path.removeprefix(f"{_FOLDER}/")
        file = content.root / path
        composed = unicodedata.normalize("NFC", name)
        if (
            file.suffix.lower() in PICTURE_KINDS
            and content.has(path)
            and any(composed in text for text in texts)
        ):
            yield name, file
