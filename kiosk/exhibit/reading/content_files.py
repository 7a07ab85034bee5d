"""The files of a content folder as one reading meets them, with all that is wrong so far."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from kiosk.exhibit.reading.reading_cache import Known, Memory
from kiosk.text.folder import ContentTexts
from kiosk.text.messages import PlacedMessage, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.text.folder import ContentFolder
    from kiosk.text.yaml_source import Document, Node

ResultT = TypeVar("ResultT")


@dataclass
class ContentFiles:
    """Hands out what the files hold, with the memory of earlier readings, and gathers messages."""

    folder: ContentFolder
    memory: Memory
    messages: list[PlacedMessage] = field(default_factory=list)
    recalled: list[str] = field(default_factory=list)
    """The files that say what they said before."""

    def __post_init__(self) -> None:
        self.texts = ContentTexts(self.folder)

    def report(self, *messages: PlacedMessage | None) -> None:
        """Gather what is wrong; None is nothing."""
        self.messages += [message for message in messages if message is not None]

    def blames(self, name: str) -> bool:
        """Whether something is wrong with that file or folder as a whole, or with its name."""
        return any(message.file.lower() == name for message in self.messages)

    def document(self, name: str) -> Document | None:
        """What a file holds, or None and a message."""
        try:
            document = self.memory.document(name, self.texts.text(name))
        except UnreadableFile as error:
            self.messages.append(error.message)
            return None
        self.messages += [spoilt_entry.message for spoilt_entry in document.spoilt_entries]
        return document

    def once(self, name: str, inputs: tuple[object, ...], read: Callable[[], ResultT]) -> ResultT:
        """What `read` makes of the inputs, read again only where they are others."""
        known = self.memory.known(name, inputs)
        if known is None:
            before, self.messages = self.messages, []
            result = read()
            known = self.memory.learn(name, Known(inputs, result, tuple(self.messages)))
            self.messages = before
        self.messages += known.messages
        found: ResultT = known.result
        return found

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Report nothing: what is read is no longer in any file."""
        before = list(self.messages)
        yield
        self.messages = before

    def root(self, name: str) -> Node | None:
        """The top of a file, or of what it was when it could last be read."""
        document = self.document(name)
        if document is not None:
            self.memory.keep(name, document)
        kept = document or self.memory.good(name)
        if document is None and kept is not None:
            self.recalled.append(name)
        return kept.root if kept else None

    def names_in(self, subfolder: str) -> tuple[str, ...]:
        """The names of the plain files in a folder of the content."""
        names = self.folder.names(subfolder)
        return tuple(name.split("/", 1)[1] for name in names if self.folder.has(name))
