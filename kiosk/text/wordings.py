"""The texts of a file of content, and the very line and column of each of their letters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from kiosk.text.languages import are_languages, is_language
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.written_lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kiosk.text.messages import Message, PlacedMessage
    from kiosk.text.yaml_source import Location, Node

_BETWEEN_LETTERS = "'\"\\"
"""What YAML writes and a text does not have: quotation marks and what escapes them."""


class Wording(NamedTuple):
    """What a text says in one language, and where in its file it begins.

    `key_lines` are the lines of the language's tag and of the text's key.
    """

    language: str
    words: str
    line: int
    column: int
    key_lines: tuple[int, ...]
    file: WrittenFile

    def placed(self, message: Message, offset: int = 0) -> PlacedMessage:
        """The message at the letter `offset` of these words; a comment at a key may allow it."""
        line, column = self.file.position(self, offset)
        return message.at(self.file.name, line, column, comment_lines=(self.line, *self.key_lines))


@dataclass(frozen=True)
class PlacedText:
    """A text in its languages.  `alike` is a name that is written once for all of them."""

    location: Location
    wordings: Mapping[str, Wording]
    alike: bool = False

    @property
    def key(self) -> str:
        """What the text is: `headline`, `sentence`, `alternative`…"""
        return str(self.location[-1])

    def in_languages(self, languages: Collection[str]) -> PlacedText:
        """The same in these languages only."""
        kept = {tag: each for tag, each in self.wordings.items() if tag in languages}
        return replace(self, wordings=kept)


@dataclass(frozen=True)
class WrittenFile:
    """One file of content: its tree, and its lines as they were written."""

    name: str
    root: Node
    lines: tuple[str, ...]

    @classmethod
    def of(cls, name: str, root: Node, text: str) -> WrittenFile:
        """The file of that text; lines end where editors say."""
        return cls(name, root, lines_of(text))

    def texts(self) -> Iterator[PlacedText]:
        """Every text, in the order of the file."""
        for found in _texts(self.root, (), 0):
            yield _placed_text(found, self)

    def placed(self, message: Message, node: Node) -> PlacedMessage:
        """The message at the place of a node of the tree."""
        return message.at(self.name, node.line, node.column)

    def position(self, wording: Wording, offset: int) -> tuple[int, int]:
        """Line and column of a letter of the wording; its beginning where an escape hides it."""
        beginning = (wording.line, wording.column)
        row, column = wording.line - 1, wording.column - 1
        if self.lines[row][column : column + 1] in ("|", ">"):
            row, column = row + 1, 0
        place = beginning
        for letter in wording.words[: offset + 1]:
            if letter.isspace():
                continue
            found = self._find(letter, row, column)
            if found is None:
                return beginning
            row, column = found
            place = (row + 1, column + 1)
            column += 1
        return place

    def _find(self, letter: str, row: int, column: int) -> tuple[int, int] | None:
        while row < len(self.lines):
            line = self.lines[row]
            while column < len(line):
                if line[column] == letter:
                    return row, column
                if not line[column].isspace() and line[column] not in _BETWEEN_LETTERS:
                    return None
                column += 1
            row, column = row + 1, 0
        return None


def language_nodes(node: Node, location: Location = ()) -> Iterator[tuple[Location, Node]]:
    """Every mapping of languages to words, and its position; no other has such keys."""
    for found in _texts(node, location, 0):
        if found.node.kind == "mapping":
            yield found.location, found.node


class _Found(NamedTuple):
    """A text's place and node, and the line of its key."""

    location: Location
    node: Node
    key_line: int


_ONCE = frozenset({"title", "publisher", "name", "holder"})
"""Keys of names that may be written once for all languages."""


_SPOKEN = "spoken"
"""How words are said is heard and not read: nobody translates it, and no letter of it is drawn."""


def _texts(node: Node, location: Location, key_line: int) -> Iterator[_Found]:
    """Every text below a node: mappings of languages, and names written once for all of them."""
    if node.kind == "list":
        for index, entry in enumerate(node.value):
            yield from _texts(entry, (*location, index), entry.line)
    elif node.kind == "mapping":
        if location and are_languages(node.value):
            yield _Found(location, node, key_line)
            return
        for key, entry in node.value.items():
            if key != _SPOKEN:
                yield from _texts(entry, (*location, key), node.keys[key][0])
    elif location and location[-1] in _ONCE:
        yield _Found(location, node, key_line)


def _placed_text(found: _Found, file: WrittenFile) -> PlacedText:
    location, node, key_line = found
    if node.kind != "mapping":
        wordings = {
            tag: Wording(tag, node.value, node.line, node.column, (key_line,), file)
            for tag in LANGUAGES
            if node.value.strip()
        }
        return PlacedText(location, wordings, alike=True)
    return PlacedText(
        location,
        {
            tag: Wording(
                tag,
                version.value,
                version.line,
                version.column,
                (node.keys[tag][0], key_line),
                file,
            )
            for tag, version in node.value.items()
            if is_language(tag) and version.kind == "text" and version.value.strip()
        },
    )
