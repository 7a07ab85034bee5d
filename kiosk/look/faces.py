"""The bundled fonts: which face draws which script, in which language.

The face is chosen from the language and the script of each run, never by font fallback: Qt
caches a fallback by the first family and would go on drawing 简体 shapes in a 繁體 text.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FaceKind = Literal["display", "text"]
Script = Literal["latin", "han"]

_HAN_REGION = {"zh-Hant": "HK", "zh-Hans": "SC"}
_HAN_FAMILIES = {"display": "Noto Serif CJK", "text": "Noto Sans CJK"}
_LATIN_FAMILIES = {"display": "Noto Serif Display", "text": "Noto Sans"}
_DISPLAY_WEIGHT = {"latin": 500, "han": 600}
_MOST_FONTS = 400
"""Twice what a visit needs; a window that is drawn larger and larger asks for ever more sizes."""


class Faces:
    """Hands out fonts for a language, a script, a kind of face, a weight and a size in pixels.

    The first font opens all files at once, in a millisecond each; a glyph is read when it is
    drawn, from the file itself, which Qt maps.  One file later would have Qt forget all fonts that
    it has, make those anew that are used, and map their files once more.

    By itself Qt keeps about 40 fonts that nobody holds (its cache takes each for 100 of 4,096 kB),
    and a visit in four languages needs nearly 200.  It then goes on dropping some, and drawing
    their letters anew, and it maps the file of a dropped font once more although others have it
    open: 18 times for one file, with a megabyte of tables each.  So those that were handed out are
    held here, in Qt too.
    """

    def __init__(
        self, folder: Path, files: Mapping[str, tuple[str, ...]], *, ligatures: bool = True
    ) -> None:
        """`files` names the font files of each family, below `folder`."""
        self._folder = folder
        self._files = dict(files)
        self._ligatures = ligatures
        self._is_open = False
        self._fonts: dict[tuple[str, int, int, bool], QFont] = {}

    def without_ligatures(self) -> Faces:
        """The same fonts for a document, so that "office" copied from it has all its letters."""
        return Faces(self._folder, self._files, ligatures=False)

    def font(
        self, *, language: str, script: Script, face: FaceKind, weight: int, pixels: float
    ) -> QFont:
        """The font for a run of text; weights as in CSS, 100 to 900."""
        if script == "han":
            family = f"{_HAN_FAMILIES[face]} {_HAN_REGION.get(language, 'SC')}"
        else:
            family = _LATIN_FAMILIES[face]
        if face == "display":
            weight = _DISPLAY_WEIGHT[script]
        return self.named(family, weight=weight, pixels=pixels)

    def named(self, family: str, *, weight: int, pixels: float, italic: bool = False) -> QFont:
        """A font by its family's name."""
        size = max(1, round(pixels))
        key = (family, weight, size, italic)
        font = self._fonts.get(key)
        if font is None:
            self._open()
            font = QFont([family])
            font.setWeight(QFont.Weight(weight))
            font.setPixelSize(size)
            font.setItalic(italic)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            if not family.startswith("Noto Sans CJK") and not family.startswith("Noto Serif CJK"):
                font.setFeature(_tag("tnum"), 1)
                font.setFeature(_tag("lnum"), 1)
            if not self._ligatures:
                font.setFeature(_tag("liga"), 0)
            # Only a font that was asked for something holds what Qt has made for it.
            QFontMetricsF(font).ascent()
            if len(self._fonts) >= _MOST_FONTS:
                self._fonts.pop(next(iter(self._fonts)))
            self._fonts[key] = font
        return font

    def _open(self) -> None:
        if self._is_open:
            return
        self._is_open = True
        for name in itertools.chain.from_iterable(self._files.values()):
            QFontDatabase.addApplicationFont(str(self._folder / name))


@lru_cache
def _tag(name: str) -> QFont.Tag:
    return QFont.Tag(name)


@dataclass(frozen=True)
class TypeStyle:
    """One role of type: size in u, line height as a factor, weight as in CSS, kind of face."""

    size: float
    line_height: float
    weight: int
    face: FaceKind = "text"
    han_line_height: float = field(default=1.7)
