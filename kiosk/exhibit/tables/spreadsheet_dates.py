"""Which numbers of a spreadsheet are dates, and how much of a date it shows.

A spreadsheet counts days and says with a number format that they are dates: `yyyy/m/d;@`,
`[$-804]yyyy"年"m"月"`, `[$-404]e"年"m"月"` (e is the year in the calendar of the language).  The
formats 27 to 36 and 50 to 58 are in no file: what they are depends on the language of the
program (ECMA-376, part 1, 18.8.30).
"""

from __future__ import annotations

import datetime
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import from_excel, to_excel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Shown = Literal["year", "month", "day", "time", "number"]
"""What a number format shows; of a date, the smallest part."""

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General|G/[^0#?;]*|[eE][+-](?=[0#?])')
_CODE = re.compile(r"am/pm|a/p|上午/下午|(?P<sign>[yebgmdahs])(?P=sign)*", re.IGNORECASE)
_FRACTION = re.compile(r"[.,]0+")
_PLACES = re.compile("[0#?]")

_YMD, _YM, _MD, _TIME = 'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', 'm"月"d"日"', "h:mm"
_ROC, _ERA = "e/m/d", "ge.m.d"
_IDS = (*range(27, 37), *range(50, 59))


def _formats(*codes: str) -> Mapping[int, str]:
    return MappingProxyType(dict(zip(_IDS, codes, strict=True)))


_CHINA = _formats(
    *(_YM, _MD, _MD, "m-d-yy", _YMD, _TIME, _TIME, _TIME, _TIME, _YM),
    *(_YM, _MD, _YM, _MD, _MD, _TIME, _TIME, _YM, _MD),
)
_TAIWAN = _formats(
    *(_ROC, _ROC, _ROC, "m/d/yy", _YMD, _TIME, _TIME, _TIME, _TIME, _ROC),
    *(_ROC, _ROC, _TIME, _TIME, _ROC, _TIME, _TIME, _ROC, _ROC),
)
_JAPAN = _formats(
    *(_ERA, _ERA, _ERA, "m/d/yy", _YMD, _TIME, _TIME, _YM, _MD, _ERA),
    *(_ERA, _ERA, _YM, _MD, _ERA, _YM, _MD, _ERA, _ERA),
)
_KOREA = _formats(
    *(_YMD, "mm-dd", "mm-dd", "mm-dd-yy", _YMD, _TIME, _TIME, "yyyy-mm-dd", "yyyy-mm-dd", _YMD),
    *(_YMD, "mm-dd", "yyyy-mm-dd", _MD, "mm-dd", _YM, _MD, _YMD, "mm-dd"),
)
_BY_CHARSET = MappingProxyType({128: _JAPAN, 129: _KOREA, 136: _TAIWAN})
"""The sets of characters that a font is made for, ECMA-376, part 1, 18.4.1; 134 is China's."""

_BY_FONT = MappingProxyType(
    {
        "新細明體": _TAIWAN,
        "細明體": _TAIWAN,
        "微軟正黑體": _TAIWAN,
        "PMingLiU": _TAIWAN,
        "Microsoft JhengHei": _TAIWAN,
        "ＭＳ Ｐゴシック": _JAPAN,
        "游ゴシック": _JAPAN,
        "Yu Gothic": _JAPAN,
        "맑은 고딕": _KOREA,
        "Malgun Gothic": _KOREA,
    }
)


def local_formats(workbook: Any) -> Mapping[int, str]:
    """The formats that are in no file, for the language of the program that wrote this one.

    Its first fonts tell; where they don't, it is that of China.
    """
    for font in list(getattr(workbook, "_fonts", ()))[:4]:
        formats = _BY_CHARSET.get(font.charset) or _BY_FONT.get(font.name)
        if formats is not None:
            return formats
    return _CHINA


def shown_as(cell: Any, local: Mapping[int, str]) -> str:
    """The code of the number format of a cell that openpyxl has read."""
    code = str(cell.number_format)
    return local.get(cell.style_array.numFmtId, code) if code == "General" else code


def date_in(cell: Any, code: str, epoch: datetime.datetime) -> str | None:
    """The date of a cell as the spreadsheet shows it, such as 2024-06; None for what is no date."""
    value, shown = cell.value, shown_by(code)
    if isinstance(value, int | float) and shown in ("year", "month", "day"):
        try:
            value = from_excel(value, epoch)
        except (OverflowError, ValueError):
            return None
    if not isinstance(value, datetime.date):
        return None
    if shown == "number" and is_date_format(code):
        # openpyxl takes more formats for those of dates than there are.
        return None
    if shown == "year":
        return f"{value:%Y}"
    return f"{value:%Y-%m}" if shown == "month" else f"{value:%Y-%m-%d}"


def number_in(cell: Any, epoch: datetime.datetime) -> int | float | None:
    """The number of a cell, also of one that openpyxl took for a date; None for anything else."""
    value = cell.value
    if isinstance(value, datetime.datetime | datetime.time | datetime.timedelta):
        if shown_by(str(cell.number_format)) != "number":
            return None
        number: float = to_excel(value, epoch)  # type: ignore[no-untyped-call]
        return number
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def shown_by(code: str) -> Shown:
    """What a number format shows."""
    section = _LITERAL.sub(" ", code).split(";")[0]
    if _PLACES.search(_FRACTION.sub("", section)):
        return "number"
    codes = [match[0].lower() for match in _CODE.finditer(section)]
    found = {_part(index, codes) for index in range(len(codes))}
    if found & {"d", "aaa", "aaaa"}:
        return "day"
    if "m" in found:
        return "month"
    if found & {"y", "e", "b"}:
        return "year"
    return "time" if found & {"h", "s"} else "number"


def _part(index: int, codes: Sequence[str]) -> str:
    """The sign of a code; an m beside hours or seconds is minutes."""
    code = codes[index]
    if code[0] == "a":
        return code
    around = [*codes[max(0, index - 1) : index], *codes[index + 1 : index + 2]]
    is_minutes = code in ("m", "mm") and any(near[0] in "hs" for near in around)
    return "s" if is_minutes else code[0]
