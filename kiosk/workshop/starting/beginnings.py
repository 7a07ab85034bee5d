"""What is done before an exhibit can be shown: a folder is looked at, copied, or made anew.

All of it waits for the disk: works for threads, without widgets.
"""

from __future__ import annotations

import datetime
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.exhibit.authoring import new_piece_messages
from kiosk.exhibit.authoring.map_exhibit import new_map_exhibit
from kiosk.exhibit.authoring.new_pieces import NotWritten, new_exhibit
from kiosk.exhibit.reading.cover import read_cover
from kiosk.plain_file import is_plain
from kiosk.text.folder import ContentFolder, folder_of_exhibit
from kiosk.text.ids import DEVICES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kiosk.exhibit.authoring.map_exhibit import DrawnMap

EXHIBIT_FILE = "exhibit.yaml"
_LEFT_OUT = shutil.ignore_patterns(".*", "*~", "#*")
_WORD = re.compile(r"[^\W_]+", re.ASCII)


class NoExhibit(Exception):
    """The folder has none, and is not part of one."""


class Opened(NamedTuple):
    """A folder that can be shown, and what its exhibit is called and speaks."""

    folder: Path
    title: str
    languages: tuple[str, ...]


class Tried(NamedTuple):
    """What a work has made, or why it has made nothing."""

    value: Any
    error: BaseException | None = None


def tried(work: Callable[[], object]) -> Tried:
    """Do a work; what is refused, or what the disk doesn't allow, is an answer as well."""
    try:
        return Tried(work())
    except (NoExhibit, NotWritten, OSError) as error:
        return Tried(None, error)


def look_into(folder: Path, language: str) -> Opened:
    """The exhibit in a folder, around it, or in a folder `content` of it.

    Raises NotWritten or NoExhibit where there is none.
    """
    refusal = ContentFolder.at(folder).refusal()
    if refusal is not None:
        raise NotWritten(refusal)
    inside = folder / "content"
    found = folder if is_plain(folder / EXHIBIT_FILE) else None
    if found is None:
        found = inside if is_plain(inside / EXHIBIT_FILE) else folder_of_exhibit(folder)
    if found is None:
        raise NoExhibit
    cover = read_cover(found)
    own = language if language in cover.languages else cover.languages[0]
    return Opened(found, cover.title.words_in(own), cover.languages)


def missing_of(folders: Iterable[Path]) -> frozenset[Path]:
    """Those of the folders that are not there, or have no exhibit any more."""
    return frozenset(folder for folder in folders if not is_plain(folder / EXHIBIT_FILE))


def copy_exhibit(source: Path, folder: Path, language: str) -> Opened:
    """A copy of a whole exhibit, whole or not at all; in a folder that is empty or new."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotWritten(new_piece_messages.folder_is_used(str(folder)))
    around = folder_of_exhibit(folder)
    if around is not None:
        raise NotWritten(new_piece_messages.folder_is_inside(str(folder), str(around)))
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        shutil.copytree(
            source, beside, ignore=_LEFT_OUT, copy_function=_copy_writable, dirs_exist_ok=True
        )
        for each in (beside, *(path for path in beside.rglob("*") if path.is_dir())):
            each.chmod(0o755)
        beside.replace(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return look_into(folder, language)


def _copy_writable(source: str, target: str) -> None:
    """What came along may be for reading only; a copy is there to be changed."""
    shutil.copyfile(source, target)


def begin_exhibit(folder: Path, title: str, languages: Sequence[str]) -> Opened:
    """A new exhibit on the map that came along."""
    new_exhibit(folder, f"{datetime.date.today():%Y-%m}", languages, title)
    return look_into(folder, languages[0])


def begin_on_map(folder: Path, drawn: DrawnMap, language: str) -> Opened:
    """A new exhibit on a map of one's own, with a place for each shape that has a name."""
    new_map_exhibit(folder, drawn, language, f"{datetime.date.today():%Y-%m-%d}")
    return look_into(folder, language)


def folder_name(title: str) -> str:
    """What the folder of an exhibit with that title is called: its words in Latin letters."""
    name = "-".join(_WORD.findall(title.lower()))[:40].strip("-")
    if not name:
        return "exhibit"
    return f"exhibit-{name}" if name in DEVICES else name


def free_name(folder: Path, name: str) -> str:
    """That name, or with a number where there is something of that name already."""
    number, found = 1, name
    while os.path.lexists(folder / found):
        number += 1
        found = f"{name}-{number}"
    return found
