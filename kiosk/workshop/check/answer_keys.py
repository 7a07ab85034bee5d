"""The keys under which answers are kept: digests of all that a part of an exhibit is drawn from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase

from kiosk.exhibit.reading.cover import read_cover
from kiosk.text.folder import ContentFolder
from kiosk.workshop.check.digest import FileDigests, digest, digest_of_program
from kiosk.workshop.check.laid_out_parts import LaidOutPart, drawn_from
from kiosk.workshop.check.trial import tells_credits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.workshop.check.trial import WindowShape


class AnswerKeys:
    """The keys of an exhibit's parts.  There has to be a Qt application, which knows the fonts."""

    def __init__(self, exhibit: Exhibit, shapes: Sequence[WindowShape]) -> None:
        self._exhibit = exhibit
        self._shapes = shapes
        self._files = FileDigests(ContentFolder.at(exhibit.folder))
        cover = read_cover(exhibit.folder)
        self._everywhere = (digest_of_program(), QFontDatabase.families(), exhibit.has_own_map)
        self._of_stage = digest((self._everywhere, cover))
        words = cover.interface, cover.own_words
        world = cover.map_file, cover.landmarks, cover.meanings
        self._of_sheet = digest((self._everywhere, words, world))
        self._known: dict[LaidOutPart, bytes] = {}

    def key(self, part: LaidOutPart, language: str, shape: WindowShape) -> str:
        """The key of one part in a language and window shape."""
        if part not in self._known:
            around = self._of_sheet if part.zone else self._of_stage
            drawn = digest(drawn_from(self._exhibit, part), self._files)
            self._known[part] = digest((around, drawn))
        setup = (language, shape, tells_credits(shape, self._shapes))
        return digest((self._known[part], part, setup)).hex()
