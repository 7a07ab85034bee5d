"""What lies in a folder of YAML files and is not read, which may not be meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.text import file_messages
from kiosk.text.file_names import read_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.text.folder import ContentFolder
    from kiosk.text.messages import PlacedMessage


def unread_files(folder: ContentFolder, subfolder: str) -> Iterator[PlacedMessage]:
    """A message for each file or folder of it whose name does not end in `.yaml`.

    What was meant to end so is an error, and the cause of all that is then missing.
    """
    names = folder.names(subfolder)
    for name in names:
        if name.endswith(".yaml"):
            continue
        bare = name.removeprefix(f"{subfolder}/")
        right = read_as(bare)
        if folder.is_folder(name):
            yield file_messages.folder_not_read(subfolder).at(name)
        elif right is not None and f"{subfolder}/{right}" not in names:
            yield replace(file_messages.wrong_ending(bare, right).at(name), unread=True)
        else:
            yield file_messages.file_not_read(".yaml").at(name)
