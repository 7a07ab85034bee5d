"""Colours as other eyes see them: without one kind of cone, and as greys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

_LUMINANCE = (0.2126, 0.7152, 0.0722)
GREY = "grey"
EYES = {
    "every colour": np.eye(3),
    # Machado, Oliveira and Fernandes 2009, severity 1.0, for linear light.
    "no red": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                        [-0.003882, -0.048116, 1.051998]]),
    "no green": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                          [-0.011820, 0.042940, 0.968881]]),
    "no blue": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                         [0.004733, 0.691367, 0.303900]]),
    GREY: np.array([_LUMINANCE, _LUMINANCE, _LUMINANCE]),
}  # fmt: skip
_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = np.array([0.9505, 1.0, 1.089])


def contrast_for(eye: str, one: QColor, other: QColor) -> float:
    """The contrast ratio (WCAG 2.2) of two colours as an eye sees them."""
    low, high = sorted(float(np.dot(_LUMINANCE, _seen(color, eye))) for color in (one, other))
    return (high + 0.05) / (low + 0.05)


def apart_for(eye: str, one: QColor, other: QColor) -> float:
    """How far two colours are apart in CIELAB as an eye sees them; 2.3 can just be seen."""
    return float(np.linalg.norm(lab_for(eye, one) - lab_for(eye, other)))


def lab_for(eye: str, color: QColor) -> np.ndarray:
    """CIELAB (D65) of what an eye sees of a colour."""
    share = _TO_XYZ @ _seen(color, eye) / _WHITE
    root = np.where(share > 216 / 24389, np.cbrt(share), (24389 / 27 * share + 16) / 116)
    x, y, z = root
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def _seen(color: QColor, eye: str) -> np.ndarray:
    coded = np.array([color.redF(), color.greenF(), color.blueF()])
    linear = np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)
    seen: np.ndarray = np.clip(EYES[eye] @ linear, 0, 1)
    return seen
