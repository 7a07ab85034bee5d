"""Where on the search board its parts stand, in every shape of window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from kiosk.screen.board.board import MARGIN_U, TOP_U
from kiosk.screen.board.letter_keys import ROWS
from kiosk.screen.board.search_field import HEIGHT_U

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from kiosk.look.look import Look

LEAST_KEY_MM = 15
_LEAST_KEY_U, _ROOMY_KEY_U, _LARGEST_KEY_U = 62, 78, 104
_UPRIGHT_KEY_U = 92
_WIDEST_KEYS_U = 1100
_KEYS_SHARE = 0.56
"""How much of a wide window the keys take; what was found is beside them."""
_BESIDE_U = 1240
"""From so much room on, what was found has its place beside the keys."""
_GAP_U, _COLUMN_GAP_U = 24, 64
_TITLE_GAP_U = 20
_TIGHT_TOP_U = 28
_ROWS_WANTED = 4
"""So many rows should have room before keys are larger than they have to be."""


@dataclass(frozen=True)
class SearchAreas:
    """The parts of the board, in its pixels; `has_title` is false where the title has no room."""

    has_title: bool
    is_beside: bool
    """Whether what was found stands beside the keys, and not between them and the field."""
    field: QRectF
    note: QRectF
    """What is left between the field and the keys, for a sentence on how to type."""
    keys: QRectF
    results: QRectF


def search_areas(
    look: Look,
    size: QSize,
    controls_top: float,
    *,
    title_height: float,
    row_height: float,
    keys_from: float,
) -> SearchAreas:
    """Divide a board of that size; nothing stands below `controls_top`, where the dock is.

    Keys are no higher up than `keys_from`.
    """
    margin, gap = look.px(MARGIN_U), look.px(_GAP_U)
    room, bottom = size.width() - 2 * margin, controls_top - gap
    is_beside = room >= look.px(_BESIDE_U)
    least = max(look.px(_LEAST_KEY_U), LEAST_KEY_MM * look.millimetre)
    field_height = max(look.px(HEIGHT_U), look.text_px(HEIGHT_U * 0.75))
    titled = look.px(TOP_U + _TITLE_GAP_U) + title_height
    wanted = ROWS * max(least, look.px(_ROOMY_KEY_U))
    if not is_beside:
        wanted += _ROWS_WANTED * row_height
    has_title = bottom - titled - field_height - gap >= wanted
    top = titled if has_title else look.px(_TIGHT_TOP_U)
    keys_width = min(room * _KEYS_SHARE if is_beside else room, look.px(_WIDEST_KEYS_U))
    field = QRectF(margin, top, keys_width if is_beside else room, field_height)
    free = bottom - field.bottom() - gap
    if is_beside:
        highest = min(look.px(_LARGEST_KEY_U), free / ROWS, (bottom - keys_from) / ROWS)
        key = max(least, highest)
    else:
        spare = (free - _ROWS_WANTED * row_height - gap) / ROWS
        key = max(least, min(look.px(_UPRIGHT_KEY_U), spare))
    left = margin if is_beside else (size.width() - keys_width) / 2
    keys = QRectF(left, bottom - ROWS * key, keys_width, ROWS * key)
    note = QRectF(field.left(), field.bottom() + gap, field.width(), 0.0)
    note.setBottom(keys.top() - gap)
    if is_beside:
        x = keys.right() + look.px(_COLUMN_GAP_U)
        start = look.px(TOP_U) if has_title else top
        results = QRectF(x, start, margin + room - x, bottom - start)
    else:
        results = QRectF(note)
        note = QRectF()
    return SearchAreas(has_title, is_beside, field, note, keys, results)
