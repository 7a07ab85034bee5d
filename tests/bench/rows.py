"""Rows: what was measured, and the goal where there is one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Row:
    """One number; `goal` is the most that it may be, None where it is only good to know."""

    name: str
    value: float
    unit: str
    goal: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None without one."""
        return None if self.goal is None else self.value <= self.goal

    def as_json(self) -> dict[str, Any]:
        """The row as it stands in build/bench.json."""
        return {
            "name": self.name,
            "value": round(self.value, 3),
            "unit": self.unit,
            "goal": self.goal,
            "met": self.met,
        }


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that `share` of all values do not exceed (nearest rank)."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def table(rows: Sequence[Row]) -> str:
    """The rows for a person to read; a number without a goal says so."""
    lines = []
    width = max((len(row.name) for row in rows), default=0)
    for row in rows:
        goal = "no goal" if row.goal is None else f"at most {row.goal:g}"
        verdict = {True: "met", False: "MISSED", None: ""}[row.met]
        unit = row.unit or "times"
        line = f"{row.name:<{width}}  {row.value:>9.2f} {unit:<6}  {goal:<13} {verdict}"
        lines.append(line.rstrip())
    return "\n".join(lines)
