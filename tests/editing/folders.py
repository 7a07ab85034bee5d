"""Folders of content for tests of the editor, and what is in them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from kiosk.exhibit.editing.edited_folder import EditedFolder
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.editing.folder_changes import Written
    from kiosk.exhibit.editing.save_history import SaveHistory


def copied(folder: Path) -> Path:
    """A copy of the shipped content."""
    root = folder / "content"
    shutil.copytree(shipped("content"), root)
    return root


def with_files(folder: Path, **texts: str) -> Path:
    """A folder of these texts; `zones__a` is `zones/a.yaml`."""
    root = folder / "content"
    for name, text in texts.items():
        path = root / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def opened(root: Path, history: SaveHistory | None = None) -> EditedFolder:
    folder = EditedFolder(root, history)
    folder.load()
    return folder


def written(folder: EditedFolder) -> Written:
    """What comes of writing what is pending."""
    pending = folder.pending()
    assert pending is not None
    return folder.write(pending)


def contents(root: Path) -> dict[str, bytes]:
    """Every file of a folder, byte for byte."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def messages(root: Path) -> list[str]:
    """What reading the folder has to say."""
    return list(map(str, read_exhibit(root).messages))
