"""A cache of earlier readings of a folder, for reading it after every save."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.yaml_source import Document


class Known(NamedTuple):
    """What was made of some inputs, and the messages that came up meanwhile."""

    inputs: tuple[object, ...]
    result: Any
    messages: tuple[PlacedMessage, ...]


class Memory:
    """Remembers files by their text, results by what they were made of, and the last good state.

    With it a reading takes as long as what has changed, and a file that was spoilt by a save keeps
    saying what it said before.  Only one thread may use it at a time.
    """

    def __init__(self) -> None:
        self._documents: dict[str, tuple[str, Document]] = {}
        self._good: dict[str, Document] = {}
        self._known: dict[str, Known] = {}
        self._whole: dict[str, Document] = {}
        self.held = ""
        """The file that somebody is writing: with a mistake in it, it says what it said without."""

    def keep_whole(self, name: str, document: Document) -> None:
        """Nothing was wrong in this state of the file."""
        self._whole[name] = document

    def held_state(self, name: str) -> Document | None:
        """What to show of a file with a mistake: its latest state without one, while it is held."""
        return self._whole.get(name) if name == self.held else None

    def document(self, name: str, text: str) -> Document:
        """The file's tree, parsed only where its text is another one.  Raises UnreadableFile."""
        kept = self._documents.get(name)
        if kept is None or kept[0] != text:
            kept = (text, parse_document(text, name))
            self._documents[name] = kept
        return kept[1]

    def keep(self, name: str, document: Document) -> None:
        """Something could be shown from this state of the file."""
        self._good[name] = document

    def good(self, name: str) -> Document | None:
        """The latest state of the file from which something could be shown."""
        return self._good.get(name)

    def known(self, name: str, inputs: tuple[object, ...]) -> Known | None:
        """What was made of the very same inputs."""
        known = self._known.get(name)
        return known if known is not None and known.inputs == inputs else None

    def learn(self, name: str, known: Known) -> Known:
        """Remember a result in place of the one before."""
        self._known[name] = known
        return known
