"""Checks the pictures that the content names, by reading and by drawing them."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.exhibit.reading.tour_reading import TOURS_FOLDER
from kiosk.exhibit.rules.story_rules import PICTURE_KINDS
from kiosk.look.pictures import read_head
from kiosk.look.unusable_picture import UnusablePicture
from kiosk.text.folder import ContentFolder
from kiosk.text.messages import Severity, UnreadableFile
from kiosk.workshop.check.picture_sizes import drawn_sizes, shape_messages, size_messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.look.pictures import PictureHead
    from kiosk.text.messages import Message

HOLDING_RULES = frozenset({"slow-picture"})
"""The rules for pictures that would block whoever draws them."""

_FOLDER = "pictures"


def check_pictures(
    folder: Path,
    draw: Callable[[Sequence[Path]], Mapping[Path, tuple[Message, ...]]] | None = None,
    exhibit: Exhibit | None = None,
) -> dict[str, tuple[Message, ...]]:
    """What is wrong with each named picture, by its name; `draw` also draws them as a trial.

    Whether one is too small is known of those that the `exhibit` shows.
    """
    sizes = {} if exhibit is None else drawn_sizes(exhibit)
    found: dict[str, tuple[Message, ...]] = {}
    heads: dict[str, PictureHead] = {}
    sound: dict[Path, str] = {}
    for name, file in _named(ContentFolder.at(folder)):
        try:
            head = read_head(file)
            length = file.stat().st_size
            drawn = sizes.get(name, ())
            found[name] = (*head.warnings, *size_messages(name, head, length, drawn))
            heads[name], sound[file] = head, name
        except UnusablePicture as error:
            found[name] = (error.message,)
        except OSError:
            # It went away after it was read.
            continue
    for name, message in shape_messages(exhibit, heads) if exhibit is not None else ():
        found[name] = (*found[name], message)
    if draw is not None and sound:
        for file, messages in draw(tuple(sound)).items():
            name = sound[file]
            is_error = any(each.severity is Severity.ERROR for each in messages)
            found[name] = messages if is_error else (*found[name], *messages)
    return {name: messages for name, messages in found.items() if messages}


def _named(content: ContentFolder) -> Iterator[tuple[str, Path]]:
    """The pictures whose names occur anywhere in the files of zones or tours."""
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
