"""The files of a folder while edits are made: all of them come to be, or none."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kiosk.exhibit.editing.edited_yaml import edited, free_id
from kiosk.exhibit.editing.edits import (
    DeleteFile,
    Duplicate,
    NewFile,
    Rename,
    RenameFile,
    SetContent,
)
from kiosk.exhibit.editing.new_names import refuse_bad_file
from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from kiosk.exhibit.editing.renaming import id_in, renaming
from kiosk.exhibit.reading.exhibit_reading import EXHIBIT_FILE
from kiosk.text.folder import FILE_LIMIT_BYTES, SUBFOLDERS
from kiosk.text.languages import is_language
from kiosk.text.messages import UnreadableFile
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.yaml_edit import CannotEdit, YamlText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kiosk.exhibit.editing.edits import Edit

_LISTS = {"zones": "zones", "layers": "layers"}
"""The lists of `exhibit.yaml` that order the files of a folder."""


class Draft:
    """Edits gather here; what has become of each file is in `changed`, None for one that went."""

    def __init__(
        self,
        content: Callable[[str], bytes | None],
        yaml: Callable[[str], YamlText],
        names: Callable[[str], tuple[str, ...]],
    ) -> None:
        self.changed: dict[str, bytes | None] = {}
        self.unread: list[str] = []
        self.texts: dict[str, YamlText] = {}
        """The changed YAML files, read already."""
        self._content = content
        self._yaml = yaml
        self._names = names

    def content(self, file: str) -> bytes | None:
        """What is in a file by now; None where there is none."""
        if file in self.changed:
            return self.changed[file]
        return self._content(file)

    def content_before(self, file: str) -> bytes | None:
        """What was in a file before anything was tried here."""
        return self._content(file)

    def yaml(self, file: str) -> YamlText:
        """The text of a YAML file by now; EditRefused where there is none that can be read."""
        if file in self.texts:
            return self.texts[file]
        if file not in self.changed:
            return self._yaml(file)
        content = self.changed[file]
        if content is None:
            raise EditRefused(EditRefusal.GONE, file, name=file)
        self.texts[file] = text_of(content, file)
        return self.texts[file]

    def names(self, folder: str) -> tuple[str, ...]:
        """The files in a folder of the content by now; those beside `exhibit.yaml` without one."""
        names = {*self._names(folder), *(each for each in self.changed if _folder(each) == folder)}
        gone = {name for name, content in self.changed.items() if content is None}
        return tuple(sorted(names - gone))

    def yaml_files(self) -> tuple[str, ...]:
        """The files by now that may name things."""
        found = (name for folder in ("", *SUBFOLDERS) for name in self.names(folder))
        return tuple(name for name in found if name.endswith(".yaml"))

    def languages(self) -> tuple[str, ...]:
        """The languages of the exhibit, as `exhibit.yaml` names them by now."""
        try:
            named = self.yaml(EXHIBIT_FILE).document.root.at(("languages",))
        except EditRefused:
            return LANGUAGES
        if named is None or named.kind != "list":
            return LANGUAGES
        written = [str(each.value) for each in named.value if each.kind == "text"]
        return tuple(each for each in written if is_language(each)) or LANGUAGES

    def apply(self, edits: Iterable[Edit]) -> None:
        """Make edits one after the other; EditRefused where one can't be made."""
        for edit in edits:
            self._apply(edit)

    def _apply(self, edit: Edit) -> None:
        match edit:
            case Rename():
                found = renaming(self, edit)
                self.unread += found.unread
                self.apply(found.edits)
            case NewFile(file=file, content=content):
                self._refuse_name(file)
                self._put(file, content)
            case SetContent(file=file, content=content):
                self._put(file, content)
            case DeleteFile(file=file):
                self._there(file)
                self._put(file, None)
            case RenameFile(file=file, new=new):
                content = self._there(file)
                self._refuse_name(new, file)
                self._put(file, None)
                self._put(new, content)
            case Duplicate(file=file, location=()):
                self._duplicate(file)
            case _:
                try:
                    changed = edited(self.yaml(edit.file), edit, self.languages())
                except CannotEdit as error:
                    raise EditRefused.of(error, edit.file) from None
                self._put(edit.file, changed.text.encode())
                self.texts[edit.file] = changed

    def _there(self, file: str) -> bytes:
        content = self.content(file)
        if content is None:
            raise EditRefused(EditRefusal.GONE, file, name=file)
        return content

    def _refuse_name(self, file: str, old: str = "") -> None:
        """EditRefused where a file can't be called so; `old` is what it was called."""
        others = [name for name in self.names(_folder(file)) if name != old]
        refuse_bad_file(file, others)
        if file != old and self.content(file) is not None:
            raise EditRefused(EditRefusal.FILE_TAKEN, file, name=file)

    def _put(self, file: str, content: bytes | None) -> None:
        if content is not None and file.endswith(".yaml") and len(content) > FILE_LIMIT_BYTES:
            raise EditRefused(EditRefusal.TOO_LARGE, file, limit=f"{FILE_LIMIT_BYTES // 2**20} MiB")
        self.changed[file] = content
        self.texts.pop(file, None)

    def _duplicate(self, file: str) -> None:
        """A zone, a layer or a tour a second time, and in the list that orders its kind."""
        folder = PurePosixPath(file).parent.name
        yaml, own = self.yaml(file), id_in(self, file)
        taken = {id_in(self, each) for each in self.yaml_files() if each.startswith(f"{folder}/")}
        new = free_id(own or PurePosixPath(file).stem, taken)
        copy = f"{folder}/{new}.yaml"
        self._refuse_name(copy)
        try:
            renamed = yaml.with_text(("id",), new)
            self._put(copy, renamed.text.encode())
            order = (_LISTS.get(folder, ""),)
            exhibit = self.yaml(EXHIBIT_FILE)
            listed = exhibit.document.root.at(order)
            if listed is not None and listed.kind == "list":
                ids = listed.plain()
                at = ids.index(own) + 1 if own in ids else len(ids)
                self._put(EXHIBIT_FILE, exhibit.with_entry(order, new, at).text.encode())
        except CannotEdit as error:
            raise EditRefused.of(error, file) from None


def _folder(file: str) -> str:
    return file.rpartition("/")[0]


def text_of(content: bytes, file: str) -> YamlText:
    """The text of a YAML file; EditRefused where it can't be read."""
    try:
        return YamlText.parse(content.decode(), file)
    except (UnicodeDecodeError, UnreadableFile):
        raise EditRefused(EditRefusal.UNREADABLE, file, name=file) from None
