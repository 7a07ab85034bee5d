"""One source on the card of sources, typeset: what it is the source of, its title, who published
it and when, its address, and the code that takes the address to a phone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from kiosk.look.typesetting import Setting, set_text, set_whole_words
from kiosk.screen.control.qr_code import can_encode, draw_qr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPainter

    from kiosk.exhibit.model.citations import Citation
    from kiosk.exhibit.model.exhibit import Source
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_CODE_U = 248
_LARGEST_CODE_U = 400
_LEAST_CODE_U = 200
_CODE_GAP_U = 36
_TITLE_GAP_U = 6
_TITLES = ("heading", "lead")
_HINT_U = 200
"""The least room for the words beside a large code."""


class CardText(NamedTuple):
    """Words in a role and a colour, below what precedes them by so many `u`."""

    words: str
    language: str
    role: str
    color: QColor
    gap_u: float = 0.0


@dataclass(frozen=True)
class CardEntry:
    """What is drawn of one source: texts with their places and perhaps a code, within `height`.

    A note on how figures came about is one as well, and no source.
    """

    height: float
    texts: tuple[tuple[Setting, QPointF, QColor], ...]
    address: str = ""
    code: QRectF | None = None
    is_source: bool = True

    def draw(self, painter: QPainter, look: Look, x: float, y: float) -> None:
        """Draw it with its top left corner there."""
        for setting, at, color in self.texts:
            setting.draw(painter, x + at.x(), y + at.y(), color)
        if self.code is not None:
            draw_qr(painter, self.address, self.code.translated(x, y), look.px(8))


def source_texts(
    citation: Citation,
    source: Source,
    locale: Locale,
    look: Look,
    *,
    large: bool,
    told_apart: bool,
    dated: bool,
    addressed: bool = True,
) -> list[CardText]:
    """What a card says of a source; the title of a `large` one is a headline.

    It says what it is the source of where sources are `told_apart`, and as of when its figures
    hold where they are `dated`, and not those of several sources together.  Its address in letters
    is there if it is to be `addressed`.
    """
    theme, language = look.theme, locale.language
    title = locale.said(source.title)
    texts = []
    if citation.facts and told_apart:
        figures = " · ".join(locale.fact_words(fact) for fact in citation.facts)
        texts.append(CardText(figures, language, "source", theme.accent_text))
    texts += [
        CardText(
            title.words,
            title.language,
            "heading" if large else "lead",
            theme.text,
            _TITLE_GAP_U if texts else 0,
        ),
        CardText(
            locale.say(
                "source_and_date",
                publisher=locale.text(source.full_publisher),
                date=locale.date(source.date),
            ),
            language,
            "lead" if large else "control",
            theme.text2,
            18 if large else 6,
        ),
    ]
    for date in citation.as_of if dated else ():
        words = locale.say("figures_as_of", date=locale.date(date))
        texts.append(CardText(words, language, "source", theme.text2, 6))
    if source.reprint and source.host:
        words = locale.say("reprinted_at", host=source.host)
        texts.append(CardText(words, language, "source", theme.text2, 6))
    elif source.address and addressed:
        texts.append(CardText(source.address, "en", "source", theme.muted, 8))
    return texts


def set_beside_code(texts: Sequence[CardText], address: str, look: Look, width: float) -> CardEntry:
    """The texts with the code at their right: one of several sources."""
    coded = can_encode(address)
    side = look.px(_CODE_U)
    room = width - side - look.px(_CODE_GAP_U) if coded else width
    placed, height = _set_down(texts, look, room)
    if not coded:
        return CardEntry(height, placed)
    code = QRectF(width - side, 0, side, side)
    return CardEntry(max(height, side), placed, address, code)


def set_above_code(
    texts: Sequence[CardText], address: str, locale: Locale, look: Look, room: QRectF
) -> CardEntry | None:
    """The texts over a large code that stands at the lower edge of the room: a source alone.

    None where there is no room for the texts, or for a code that a phone can read.
    """
    placed, height = _set_down(texts, look, room.width())
    if not can_encode(address):
        return CardEntry(height, placed) if height <= room.height() else None
    left = room.height() - height - look.px(_CODE_GAP_U)
    side = min(look.px(_LARGEST_CODE_U), left, room.width() - look.px(_CODE_GAP_U + _HINT_U))
    if side < look.px(_LEAST_CODE_U):
        return None
    code = QRectF(0, room.height() - side, side, side)
    words = room.width() - side - look.px(_CODE_GAP_U)
    hint = set_text(
        look, locale.say("scan_to_read"), language=locale.language, role="control", width=words
    )
    at = QPointF(side + look.px(_CODE_GAP_U), code.bottom() - hint.size.height())
    return CardEntry(room.height(), (*placed, (hint, at, look.theme.text2)), address, code)


def set_note(
    lines: Sequence[str], label: str, locale: Locale, look: Look, width: float
) -> CardEntry:
    """A note on figures in some lines, below what kind of figures they are."""
    theme, language = look.theme, locale.language
    texts = [
        CardText(label, language, "source", theme.accent_text),
        *(CardText(line, language, "control", theme.text2, 6) for line in lines),
    ]
    placed, height = _set_down(texts, look, width)
    return CardEntry(height, placed, is_source=False)


def _set_down(
    texts: Sequence[CardText], look: Look, width: float
) -> tuple[tuple[tuple[Setting, QPointF, QColor], ...], float]:
    """The texts below each other within `width`, and their height; both in pixels."""
    placed = []
    y = 0.0
    for text in texts:
        set_in = set_whole_words if text.role in _TITLES else set_text
        setting = set_in(look, text.words, language=text.language, role=text.role, width=width)
        y += look.px(text.gap_u)
        placed.append((setting, QPointF(0, y), text.color))
        y += setting.size.height()
    return tuple(placed), y
