"""The beginning of `words/LANGUAGE.yaml`: what buttons and notes say, to be written by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.exhibit.authoring import new_piece_messages
from kiosk.exhibit.authoring.new_pieces import NewPiece, NotWritten, last_steps, write_piece
from kiosk.exhibit.authoring.schema import SCHEMAS_FOLDER, WORDS
from kiosk.exhibit.reading.cover import read_cover
from kiosk.exhibit.reading.interface_words import WORDS_FOLDER
from kiosk.languages.words import for_visitors
from kiosk.shipped import shipped, shipped_text
from kiosk.shipped_yaml import shipped_yaml
from kiosk.text.languages import SPOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.text.folder import ContentFolder

_ENTRY = re.compile(r"(\w+): (.*)")


def new_words(folder: ContentFolder, language: str) -> NewPiece:
    """A file of the interface's words for a language that the program does not speak."""
    if language in SPOKEN:
        raise NotWritten(new_piece_messages.words_are_there(language))
    file = folder.path / WORDS_FOLDER / f"{language}.yaml"
    write_piece(folder.path, file, words_text(language))
    steps = [
        f"Open {file} and write between the quotation marks what stands behind them in English."
    ]
    if language not in read_cover(folder.path).languages:
        steps.append(f"Add '{language}' to 'languages' in {folder.path / 'exhibit.yaml'}.")
    return NewPiece(file, (*steps, *last_steps(folder.path)))


def words_text(language: str) -> str:
    """All words that visitors read, empty beside the English, and in comments those of staff."""
    english = shipped("assets") / "words" / "en.yaml"
    needed = for_visitors(shipped_yaml(english))
    return "\n".join(
        [
            f"# yaml-language-server: $schema=../{SCHEMAS_FOLDER}/{WORDS}.json",
            "",
            f"# What buttons and notes say in {language}: {len(needed)} texts that visitors read.",
            "# Write each between the quotation marks, with the same {words in braces}; what is",
            "# left empty is said in English.",
            *_lines(shipped_text(english).splitlines()[2:], needed),
            "",
        ]
    )


def _lines(english: list[str], needed: dict[str, str]) -> Iterator[str]:
    optional = []
    for line in english:
        entry = _ENTRY.fullmatch(line)
        if entry is None:
            yield line
        elif entry[1] in needed:
            yield f'{entry[1]}: ""  # {entry[2]}'
        else:
            optional.append(f'# {entry[1]}: ""  # {entry[2]}')
    yield "# What only staff read: it may stay in English."
    yield from optional
