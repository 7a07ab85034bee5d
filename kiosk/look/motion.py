"""How things move: durations in milliseconds and the curves of their speed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEasingCurve, QPointF

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Beat:
    """One movement: when it starts, how long it takes, how far it comes from in u."""

    duration: int
    delay: int = 0
    shift: float = 0.0


@dataclass(frozen=True)
class Motion:
    """The movements of the exhibit.  `still` makes all of them end at once."""

    glide: Beat
    panel_in: Beat
    panel_out: Beat
    leader: Beat
    fact_in: Beat
    fact_stagger: int
    bar_grow: Beat
    dot_sweep: Beat
    dot_steps: int
    tab_change: int
    language_change: int
    press_feedback: int
    release: int
    label_out: int
    marker_pulse: int
    picture_move: Beat
    still: bool = False

    @classmethod
    def from_tokens(cls, tokens: Mapping[str, Any]) -> Motion:
        """Read the `motion` part of the tokens."""

        def beat(name: str) -> Beat:
            entry = tokens[name]
            return Beat(entry["duration"], entry.get("delay", 0), float(entry.get("shift", 0)))

        return cls(
            glide=beat("glide"),
            panel_in=beat("panel_in"),
            panel_out=beat("panel_out"),
            leader=beat("leader"),
            fact_in=beat("fact_in"),
            fact_stagger=tokens["fact_in"]["stagger"],
            bar_grow=beat("bar_grow"),
            dot_sweep=beat("dot_sweep"),
            dot_steps=tokens["dot_sweep"]["steps"],
            tab_change=tokens["tab_change"],
            language_change=tokens["language_change"],
            press_feedback=tokens["press_feedback"],
            release=tokens["release"],
            label_out=tokens["label_out"],
            marker_pulse=tokens["marker_pulse"],
            picture_move=beat("picture_move"),
        )


def ease(name: str) -> QEasingCurve:
    """The curve of that name in assets/look/tokens.yaml, such as `standard` or `glide`."""
    x1, y1, x2, y2 = _CURVES[name]
    curve = QEasingCurve(QEasingCurve.Type.BezierSpline)
    curve.addCubicBezierSegment(QPointF(x1, y1), QPointF(x2, y2), QPointF(1, 1))
    return curve


_CURVES = {
    "standard": (0.65, 0.0, 0.35, 1.0),
    "enter": (0.22, 1.0, 0.36, 1.0),
    "leave": (0.4, 0.0, 1.0, 1.0),
    "glide": (0.3, 0.0, 0.7, 1.0),
}
