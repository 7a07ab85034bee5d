"""Characters that nobody says: what is invisible, quotation marks, bullets, arrows."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_UNSAID = re.compile(
    "["
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uf8ff"
    '"“”„‟«»‹›「」『』《》〈〉‘‚‛'
    "]"
)
# They part two words all the same.
_PARTING = re.compile("[←-⇿➔-➾⬀-⯿■-◿★-★☆✓✔✗✘•‣▪_*]")
_ADDRESS = re.compile(
    r"(?<![\w@.])(?:https?://)?((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,12})/[^\s，。；、）)]+",
    re.IGNORECASE,
)
"""Of an address it is said whose it is: nobody could write down the rest."""
_CLOSING_APOSTROPHE = re.compile(r"(?<!\w)['’]|(?<!s)['’](?!\w)")
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2212": "−"})
_FULL_WIDTH = str.maketrans(
    {chr(0xFF10 + digit): str(digit) for digit in range(10)}
    | dict(zip("％＋－／～＆＝＄＜＞", "%+-/~&=$<>", strict=True))
)
_HAN = "\u2e80-\u2fdf\u3001-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60"
_SPACE_IN_CHINESE = re.compile(f"(?<=[{_HAN}]) (?=[{_HAN}])")
_SPACE_BEFORE_STOP = re.compile(r" +(?=[,.;!?](?:\s|$))")


def without_marks(text: str) -> str:
    """The text without what nobody says, with plain spaces, hyphens and digits."""
    text = _ADDRESS.sub(r"\1", _UNSAID.sub("", text))
    text = _CLOSING_APOSTROPHE.sub("", text)
    text = text.translate(_FULL_WIDTH).translate(_HYPHENS)
    return tidy(_PARTING.sub(" ", text))


def tidy(text: str) -> str:
    """The text with one space between words; none between Chinese characters."""
    text = _SPACES.sub(" ", text)
    text = _SPACE_IN_CHINESE.sub("", text)
    return _SPACE_BEFORE_STOP.sub("", text).strip()
