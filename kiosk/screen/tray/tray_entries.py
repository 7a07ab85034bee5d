"""What the comfort tray offers: an entry for each matter, with what it is at the moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.journey.comfort import CONTRASTS
from kiosk.screen.control.segments import Segment
from kiosk.theme_names import TEXT_SIZES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QColor

    from kiosk.journey.comfort import Comfort
    from kiosk.look.interface_style import InterfaceStyle

_LETTER_SCALES = (0.85, 1.1, 1.35, 1.6)
"""How large the letter of each text size is drawn, beside those of the others."""
_SIZE_WORDS = ("text_usual", "text_large", "text_larger", "text_largest")
_CONTRAST_WORDS = {
    "own": "contrast_own",
    "dark": "contrast_dark",
    "light": "contrast_light",
    "low": "contrast_low",
}
_SWITCHES = (
    ("low_reach", "arrow-down-to-line", "reach_mode", "reach_mode_note"),
    ("still", "waves", "calm_motion", "calm_motion_note"),
)


@dataclass(frozen=True)
class TrayEntry:
    """One matter: its sign, title, what it is now, and either segments or a switch.

    `chosen` is the key of the segment that is on; for a switch it is "on" or empty.
    """

    key: str
    icon: str
    title: str
    note: str
    segments: tuple[Segment, ...] = ()
    chosen: str = ""


def tray_entries(
    comfort: Comfort, style: InterfaceStyle, swatches: Mapping[str, tuple[QColor, QColor]]
) -> tuple[TrayEntry, ...]:
    """The entries for a comfort, in the order of the tray."""
    say, letter = style.say, style.say("text_size_letter")
    sizes = tuple(
        Segment(str(size), letter, style.language, say(_SIZE_WORDS[size]), scale=scale)
        for size, scale in zip(range(TEXT_SIZES), _LETTER_SCALES, strict=True)
    )
    contrasts = tuple(
        Segment(key, letter, style.language, say(_CONTRAST_WORDS[key]), swatch=swatches.get(key))
        for key in CONTRASTS
    )
    size, contrast = _SIZE_WORDS[comfort.text_size], _CONTRAST_WORDS[comfort.contrast]
    chosen_size = str(comfort.text_size)
    entries = [
        TrayEntry("text_size", "a-large-small", say("text_size"), say(size), sizes, chosen_size),
        TrayEntry(
            "contrast", "contrast", say("contrast"), say(contrast), contrasts, comfort.contrast
        ),
    ]
    is_on = {"low_reach": comfort.low_reach, "still": comfort.still}
    entries += [
        TrayEntry(key, icon, say(title), say(note), chosen="on" if is_on[key] else "")
        for key, icon, title, note in _SWITCHES
    ]
    return tuple(entries)


def chosen_comfort(comfort: Comfort, entry: str, choice: str) -> Comfort:
    """The comfort after a touch: of a segment, or of a switch, which is on or off in turn.

    A second touch of what is on undoes it.
    """
    if entry == "text_size":
        return replace(comfort, text_size=0 if int(choice) == comfort.text_size else int(choice))
    if entry == "contrast":
        return replace(comfort, contrast="own" if choice == comfort.contrast else choice)
    if entry == "low_reach":
        return replace(comfort, low_reach=not comfort.low_reach)
    return replace(comfort, still=not comfort.still)
