"""The texts of a widget as they are read: what it says of itself, and what else stands on it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.look.taken_texts import texts_taken, texts_taken_from
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.chart import Chart
from kiosk.screen.control.control import Control

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QImage

    from kiosk.look.taken_texts import TakenText

_TITLE_ROLES = ("attract", "title", "place", "heading")
_OPAQUE = 255
_SPACE = re.compile(r"[\s\u2028]+")
_WORD = re.compile(r"[\u2e80-\uffef]|[^\W\u2e80-\uffef]+")
_DIGITS = re.compile(r"\d+(?:[.,\u202f\u00a0]\d+)*")
_FEW_WORDS = 8
_TAG_LETTERS = 4
"""A text in another language than the screen's has a tag before it, such as EN."""


@dataclass(frozen=True)
class ReadText:
    """A text in its language, and where it stands on its widget, in pixels of that."""

    words: str
    language: str
    area: QRectF
    is_heading: bool = False


def read_texts(widget: QWidget) -> tuple[ReadText, ...]:
    """The texts that are on a widget, those of its own children left out.

    A sentence that the widget says of itself stands for all that is drawn of it: a number and its
    unit are drawn apart, and said together.  Of a widget with several pages only that is told
    which is on the present one, and no text that a control upon it says.
    """
    drawn = [each for each in taken_texts(widget) if letters_of(each.setting.text)]
    lines = _lines(widget)
    spoken = [letters_of(line) for line in lines]
    found: dict[int, list[TakenText]] = {}
    alone: list[TakenText] = []
    upon = [letters_of(words) for words in _heard_upon(widget)]
    heard = "".join(upon)
    for text in drawn:
        own = letters_of(text.setting.text)
        at = _line_of(text, lines)
        if at is not None:
            found.setdefault(at, []).append(text)
        elif own not in heard:
            alone.append(text)
    is_divided = max(getattr(widget, "page_count", 1), getattr(widget, "parts", 1)) > 1
    texts: list[ReadText] = []
    for at, line in enumerate(lines):
        if at > 0 and spoken[at] in upon:
            # The pager on a board says which page this is.
            continue
        if at in found and not (isinstance(widget, Chart) and spoken[at] in heard):
            texts.append(_line_text(line, found[at]))
        elif at > 0 and at not in found and drawn and not is_divided and spoken[at] not in heard:
            texts.append(ReadText(line, "", QRectF(widget.rect())))
    texts += [_line_text(_words(text.setting.text), [text]) for text in alone]
    named = widget.accessibleName() if _is_named_by_role(widget) else ""
    return tuple(each for each in _unlike(texts) if each.words != named)


def _is_named_by_role(widget: QWidget) -> bool:
    """Whether the name of a widget says what a text on it would; a dialog says its heading too."""
    role = getattr(widget, "assistive_role", None)
    return role in (AssistiveRole.GROUP, AssistiveRole.PICTURE)


def _unlike(texts: Sequence[ReadText]) -> Iterator[ReadText]:
    """Each text once: what is drawn twice, for its rim, is read once."""
    seen: set[str] = set()
    for text in texts:
        own = letters_of(text.words)
        if own not in seen:
            seen.add(own)
            yield text


def taken_texts(widget: QWidget) -> list[TakenText]:
    """What is drawn on a widget itself, in its pixels."""
    if isinstance(widget, Chart):
        # On the screen a chart is a picture with its letters in it.
        def paint(paper: QImage) -> None:
            painter = QPainter(paper)
            widget.paint(painter, QRectF(widget.rect()))
            painter.end()

        taken = texts_taken(paint)
    else:
        taken = texts_taken_from(widget)
    # The casing around a name is no text of its own.
    return [each for each in taken if each.color.alpha() == _OPAQUE]


def _line_text(line: str, drawn: Sequence[TakenText]) -> ReadText:
    area = QRectF()
    for text in drawn:
        area = area.united(text.setting.rect(text.at.x(), text.at.y()))
    longest = max(drawn, key=_length)
    setting = longest.setting
    is_title = setting.role in _TITLE_ROLES and any(map(str.isalpha, line))
    is_heading = is_title and letters_of(setting.text) == letters_of(line)
    return ReadText(line, setting.language, area, is_heading)


def _length(text: TakenText) -> int:
    return len(text.setting.text)


def _lines(widget: QWidget) -> list[str]:
    lines = [widget.accessibleName(), *widget.accessibleDescription().split("\n")]
    return [words for words in map(_words, lines) if letters_of(words)]


def _heard_upon(widget: QWidget) -> Iterator[str]:
    """What is said by what lies upon a widget; the controls of a chart lie beside it."""
    parent = widget.parentWidget()
    for around in (widget, parent if isinstance(widget, Chart) else None):
        for child in around.findChildren(QWidget) if around is not None else ():
            if child.isVisible() and (around is widget or isinstance(child, Control)):
                yield child.accessibleName()
                yield child.accessibleDescription()


def _line_of(taken: TakenText, lines: Sequence[str]) -> int | None:
    """Which line says a text: the same, or the shortest that has it in it, or one that is in it."""
    text = taken.setting.text
    own, spoken = letters_of(text), [letters_of(line) for line in lines]
    if own in spoken:
        return spoken.index(own)
    around = [
        number
        for number, line in enumerate(spoken)
        if own in line or _says_all(text, lines[number]) or _says_number(taken, lines[number])
    ]
    if around:
        return min(around, key=lambda number: len(spoken[number]))
    within = (number for number, line in enumerate(spoken) if line in own)
    return next((at for at in within if len(own) <= len(spoken[at]) + _TAG_LETTERS), None)


def _says_all(text: str, line: str) -> bool:
    """Whether a few words are all in a line, though perhaps apart: a unit and its label."""
    words = _WORD.findall(text.casefold())
    return 0 < len(words) <= _FEW_WORDS and set(words) <= set(_WORD.findall(line.casefold()))


def _says_number(taken: TakenText, line: str) -> bool:
    """Whether a line says numbers in other words: 逾42億 as 超過42億元, 1 / 2 as 第1頁，共2頁."""
    text = taken.setting.text
    digits = _DIGITS.findall(text)
    is_number = taken.setting.role.startswith("number") or not any(map(str.isalpha, text))
    return bool(digits) and is_number and set(digits) <= set(_DIGITS.findall(line))


def _words(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def letters_of(text: str) -> str:
    """Letters and digits alone: gaps, bonds and full stops differ between ear and eye."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
