"""The keypad: which key of the machine means what, with or without speech."""

from __future__ import annotations

KEYPAD: dict[str, tuple[tuple[str, ...], str]] = {
    "next": (("Down", "F19", "Tab"), "the item after"),
    "previous": (("Up", "F18", "Backtab"), "the item before"),
    "page_on": (("Right", "F22", "PageDown"), "the page after"),
    "page_back": (("Left", "F21", "PageUp"), "the page before"),
    "do": (("Return", "Enter", "Space", "5", "F20"), "do it"),
    "help": (("F17", "F2", "Question"), "help; held down, what the next key does"),
    "back": (("Escape", "Backspace"), "one step back"),
    "home": (("Home",), "the map home"),
    "louder": (("F24", "Plus", "VolumeUp"), "louder"),
    "quieter": (("F23", "Minus", "VolumeDown"), "quieter"),
    "faster": (("BracketRight",), "faster speech"),
    "slower": (("BracketLeft",), "slower speech"),
    "again": (("R",), "say it again"),
    "pause": (("P",), "pause the speech, and go on"),
    "where": (("W",), "where am I"),
    "comfort": (("C",), "the comfort tray"),
    "language": (("L",), "the next language"),
    "switch_move": (("1",), "the first of two switches: move on"),
    "switch_do": (("2",), "the second of two switches: do it"),
    "headphones_in": ((), "headphones were put in, on keypads that say so by a key"),
    "headphones_out": ((), "headphones were pulled out"),
}
"""For each meaning the keys that have it at first, and what it is in words.

Up, Down, Help, Back, Next and the loudness of Storm's EZ Access keypads are F17 to F24, as the
browser's key codes 128 to 135 of Trace Center's EZ Access have them.
"""

_NAMED = (
    *("Down", "Up", "Left", "Right", "Tab", "Backtab", "Return", "Enter", "Space", "Escape"),
    *("Backspace", "Home", "End", "PageUp", "PageDown", "Insert", "Delete", "Question", "Plus"),
    *("Minus", "BracketLeft", "BracketRight", "Comma", "Period", "Slash", "Asterisk", "Help"),
    *("VolumeUp", "VolumeDown", "VolumeMute", "MediaPlay", "MediaNext", "MediaPrevious", "Menu"),
    "Back",
)
KEY_NAMES = frozenset(
    [*_NAMED, *(f"F{number}" for number in range(1, 36)), *"0123456789"]
    + [chr(code) for code in range(ord("A"), ord("Z") + 1)]
)
"""The names of keys, as Qt has them."""


def parse_keys(written: str) -> tuple[str, ...]:
    """Read `Down, F19`; ValueError names a key that there is not."""
    names = tuple(name.strip() for name in written.split(",") if name.strip())
    if names == ("none",):
        return ()
    for name in names:
        if name not in KEY_NAMES:
            raise ValueError(name)
    return names


def usual_keypad() -> dict[str, tuple[str, ...]]:
    """The keys of each meaning as they are without settings."""
    return {meaning: keys for meaning, (keys, _) in KEYPAD.items()}
