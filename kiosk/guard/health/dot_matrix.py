"""Letters of dots, for a screen that has to say something where there is not a single font."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

WIDTH, HEIGHT = 6, 10
"""Of one letter in dots, with the gap after it and below it."""

_LETTERS = {
    " ": "0000000000", "'": "0005030000", "(": "001c224100", ")": "0041221c00",
    ",": "0050300000", "-": "0808080808", ".": "0060600000", "/": "2010080402",
    "0": "3e5149453e", "1": "00427f4000", "2": "4261514946", "3": "2141454b31",
    "4": "1814127f10", "5": "2745454539", "6": "3c4a494930", "7": "0171090503",
    "8": "3649494936", "9": "064949291e", ":": "0036360000", "?": "0201510906",
    "A": "7e1111117e", "B": "7f49494936", "C": "3e41414122", "D": "7f4141221c",
    "E": "7f49494941", "F": "7f09090901", "G": "3e4149497a", "H": "7f0808087f",
    "I": "00417f4100", "J": "2040413f01", "K": "7f08142241", "L": "7f40404040",
    "M": "7f020c027f", "N": "7f0408107f", "O": "3e4141413e", "P": "7f09090906",
    "Q": "3e4151215e", "R": "7f09192946", "S": "4649494931", "T": "01017f0101",
    "U": "3f4040403f", "V": "1f2040201f", "W": "3f4038403f", "X": "6314081463",
    "Y": "0708700807", "Z": "6151494543", "_": "4040404040",
}  # fmt: skip
"""Five columns from the left, each a byte with its lowest bit at the top; others are question
marks."""


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many letters, broken between words where that is possible."""
    lines = [""]
    for word in text.split():
        for start in range(0, len(word), columns):
            piece = word[start : start + columns]
            joined = f"{lines[-1]} {piece}" if lines[-1] and not start else piece
            if lines[-1] and (start or len(joined) > columns):
                lines.append(piece)
            else:
                lines[-1] = joined
    return lines


def draw_line(painter: QPainter, text: str, x: float, y: float, dot: float, ink: QColor) -> None:
    """Draw one line in capitals; `dot` is the side of a dot in pixels."""
    for number, letter in enumerate(text.upper()):
        columns = bytes.fromhex(_LETTERS.get(letter, _LETTERS["?"]))
        for column, bits in enumerate(columns):
            for row in range(7):
                if bits >> row & 1:
                    left = x + (number * WIDTH + column) * dot
                    painter.fillRect(QRectF(left, y + row * dot, dot, dot), ink)
