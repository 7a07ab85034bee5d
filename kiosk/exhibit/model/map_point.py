"""MapPoint: where on the map a place is that the drawing has no point for."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

_NUMBER = re.compile(r"[-+−]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_ANGLE = (
    r"([NSEWnsew])?\s*([-+−]?[0-9]{1,3}(?:\.[0-9]{1,12})?)\s*°?"
    r"(?:\s*([0-9]{1,2}(?:\.[0-9]{1,12})?)\s*['′’](?:\s*([0-9]{1,2}(?:\.[0-9]{1,12})?)\s*[\"″”])?)?"
    r"\s*([NSEWnsew])?"
)
_COORDINATES = re.compile(rf"\s*{_ANGLE}(?:\s*[,;，、]\s*|\s+){_ANGLE}\s*")
_MOST_DEGREES = {"N": 90.0, "E": 180.0}
_CHINESE = {
    **dict.fromkeys(("北緯", "北纬"), "N"),
    **dict.fromkeys(("南緯", "南纬"), "S"),
    **dict.fromkeys(("東經", "东经"), "E"),
    **dict.fromkeys(("西經", "西经"), "W"),
}


@dataclass(frozen=True)
class MapPoint:
    """A point in units of the drawing's viewBox, or `in_degrees` (WGS 84): `x` east, `y` north.

    Degrees mean something on the shipped map alone, whose projection is known.
    """

    x: float
    y: float
    in_degrees: bool = False

    @classmethod
    def parse(cls, written: object) -> MapPoint:
        """Read `[981.2, 757.6]` or `22.53 N, 113.90 E`; ValueError says that it is neither."""
        if isinstance(written, str):
            return cls(*_degrees(written), in_degrees=True)
        if isinstance(written, list | tuple) and len(written) == 2:
            x, y = (_number(each) for each in written)
            return cls(x, y)
        raise ValueError("not a point")

    @property
    def written(self) -> str:
        """As a content file has it in brackets."""
        if not self.in_degrees:
            return f"[{self.x:.10g}, {self.y:.10g}]"
        north, east = "S" if self.y < 0 else "N", "W" if self.x < 0 else "E"
        return f"'{abs(self.y):.10g} {north}, {abs(self.x):.10g} {east}'"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        def read(found: object) -> MapPoint:
            return found if isinstance(found, cls) else cls.parse(found)

        return core_schema.no_info_plain_validator_function(read)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: object) -> dict[str, Any]:
        number = {"type": "number"}
        pair = {"type": "array", "prefixItems": [number, number], "minItems": 2, "maxItems": 2}
        chinese = "|".join(_CHINESE)
        pattern = _COORDINATES.pattern.replace("([NSEWnsew])", f"([NSEWnsew]|{chinese})")
        return {"anyOf": [pair, {"type": "string", "pattern": f"^{pattern}$"}]}


def _number(written: object) -> float:
    if isinstance(written, str) and _NUMBER.fullmatch(written.strip()):
        number = float(written.strip().replace("−", "-"))
    elif isinstance(written, int | float):
        number = float(written)
    else:
        raise ValueError("not a number")
    if not math.isfinite(number):
        raise ValueError("not a number")
    return number


def _degrees(written: str) -> tuple[float, float]:
    """Longitude and latitude; without letters the latitude comes first, as map services copy it."""
    for chinese, letter in _CHINESE.items():
        written = written.replace(chinese, letter)
    found = _COORDINATES.fullmatch(written)
    if found is None:
        raise ValueError("no coordinates")
    sides = [_angle(found.groups()[:5], "N"), _angle(found.groups()[5:], "E")]
    is_lettered = [side for side, _, lettered in sides if lettered]
    if len(is_lettered) == 1 or len({side for side, _, _ in sides}) == 1:
        raise ValueError("no coordinates")
    angles = {side: angle for side, angle, _ in sides}
    return angles["E"], angles["N"]


def _angle(parts: Sequence[str | None], side: str) -> tuple[str, float, bool]:
    """Which way an angle is measured, its degrees, and whether a letter says which way."""
    before, degrees, minutes, seconds, behind = parts
    letter = (before or behind or "").upper()
    if (before and behind) or degrees is None:
        raise ValueError("no coordinates")
    size = float(degrees.replace("−", "-"))
    size += math.copysign(float(minutes or 0) / 60 + float(seconds or 0) / 3600, size)
    if letter in ("S", "W"):
        size = -size
    side = {"N": "N", "S": "N", "E": "E", "W": "E"}.get(letter, side)
    if abs(size) > _MOST_DEGREES[side]:
        raise ValueError("no coordinates")
    return side, size, bool(letter)
