"""What the comfort tray offers: an entry for each matter, with what it is at the moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.journey.comfort import CONTRASTS, SPEECH_STEPS, USUAL_LOUDNESS, USUAL_RATE
from kiosk.languages.numbers import decimal_mark
from kiosk.screen.control.segments import Segment
from kiosk.speech.speaker import RATES
from kiosk.theme_names import TEXT_SIZES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QColor

    from kiosk.journey.comfort import Comfort
    from kiosk.look.interface_style import InterfaceStyle

_LETTER_SCALES = (0.85, 1.1, 1.35, 1.6)
"""How large the letter of each text size is drawn, beside those of the others."""
_MOST_BESIDE = 4
_STEP_SCALE = 0.85
"""Of the numbers of speed and loudness: seven stand side by side."""
_SIZE_WORDS = ("text_usual", "text_large", "text_larger", "text_largest")
_CONTRAST_WORDS = {
    "own": "contrast_own",
    "dark": "contrast_dark",
    "light": "contrast_light",
    "low": "contrast_low",
}
_READ_ALOUD = ("aloud", "audio-lines", "read_aloud", "read_aloud_note")
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

    @property
    def is_wide(self) -> bool:
        """Whether it has so many segments that it may need a row of its own."""
        return len(self.segments) > _MOST_BESIDE


def tray_entries(
    comfort: Comfort,
    style: InterfaceStyle,
    swatches: Mapping[str, tuple[QColor, QColor]],
    *,
    can_speak: bool = False,
) -> tuple[TrayEntry, ...]:
    """The entries for a comfort, in the order of the tray.

    How fast and how loud the exhibit speaks comes with its being read aloud.
    """
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
    is_on = {"low_reach": comfort.low_reach, "still": comfort.still, "aloud": comfort.aloud}
    switches = (*_SWITCHES, _READ_ALOUD) if can_speak else _SWITCHES
    entries += [
        TrayEntry(key, icon, say(title), say(note), chosen="on" if is_on[key] else "")
        for key, icon, title, note in switches
    ]
    if can_speak and comfort.aloud:
        entries += _speech_entries(comfort, style)
    return tuple(entries)


def _speech_entries(comfort: Comfort, style: InterfaceStyle) -> tuple[TrayEntry, TrayEntry]:
    """How fast and how loud the exhibit speaks."""
    say, language = style.say, style.language
    rates = tuple(
        Segment(
            str(step), _factor(style, rate), language, rate_words(style, step), scale=_STEP_SCALE
        )
        for step, rate in enumerate(RATES)
    )
    steps = str(SPEECH_STEPS)
    loud = tuple(
        Segment(
            str(step),
            str(step + 1),
            language,
            say("loudness_step", step=str(step + 1), steps=steps),
            scale=_STEP_SCALE,
        )
        for step in range(SPEECH_STEPS)
    )
    return (
        TrayEntry(
            "rate", "gauge", say("speech_rate"), rates[comfort.rate].name, rates, str(comfort.rate)
        ),
        TrayEntry(
            "loudness",
            "volume-2",
            say("loudness"),
            loud[comfort.loudness].name,
            loud,
            str(comfort.loudness),
        ),
    )


def rate_words(style: InterfaceStyle, rate: int) -> str:
    """How fast speech is, by the number of its rate."""
    if rate == USUAL_RATE:
        return style.say("rate_usual")
    return style.say("rate_times", factor=_factor(style, RATES[rate]))


def _factor(style: InterfaceStyle, rate: float) -> str:
    """A rate as the language writes it."""
    return f"{rate:g}".replace(".", decimal_mark(style.language))


def chosen_comfort(comfort: Comfort, entry: str, choice: str) -> Comfort:
    """The comfort after a touch: of a segment, or of a switch, which is on or off in turn.

    A second touch of what is on undoes it.
    """
    if entry == "text_size":
        return replace(comfort, text_size=0 if int(choice) == comfort.text_size else int(choice))
    if entry == "contrast":
        return replace(comfort, contrast="own" if choice == comfort.contrast else choice)
    if entry == "rate":
        return replace(comfort, rate=USUAL_RATE if int(choice) == comfort.rate else int(choice))
    if entry == "loudness":
        step = int(choice)
        return replace(comfort, loudness=USUAL_LOUDNESS if step == comfort.loudness else step)
    if entry == "low_reach":
        return replace(comfort, low_reach=not comfort.low_reach)
    if entry == "aloud":
        return replace(comfort, aloud=not comfort.aloud)
    return replace(comfort, still=not comfort.still)
