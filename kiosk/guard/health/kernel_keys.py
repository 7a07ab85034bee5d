"""Keys by the numbers of linux/input-event-codes.h, as Qt names them: on an American keyboard."""

from __future__ import annotations

_ROWS = {
    2: "1234567890",
    16: "QWERTYUIOP",
    30: "ASDFGHJKL",
    44: "ZXCVBNM",
}
"""Keys beside each other, by the number of the first."""
_PAD = {71: "789", 75: "456", 79: "1230"}

KERNEL_KEYS: dict[int, str] = {
    **{first + at: key for first, row in (_ROWS | _PAD).items() for at, key in enumerate(row)},
    **{59 + at: f"F{at + 1}" for at in range(10)},
    **{183 + at: f"F{at + 13}" for at in range(12)},
    1: "Escape",
    12: "Minus",
    13: "Equal",
    14: "Backspace",
    15: "Tab",
    26: "BracketLeft",
    27: "BracketRight",
    28: "Return",
    51: "Comma",
    52: "Period",
    53: "Slash",
    55: "Asterisk",
    57: "Space",
    74: "Minus",
    78: "Plus",
    83: "Period",
    87: "F11",
    88: "F12",
    96: "Enter",
    98: "Slash",
    102: "Home",
    103: "Up",
    104: "PageUp",
    105: "Left",
    106: "Right",
    107: "End",
    108: "Down",
    109: "PageDown",
    110: "Insert",
    111: "Delete",
    113: "VolumeMute",
    114: "VolumeDown",
    115: "VolumeUp",
    127: "Menu",
    138: "Help",
    158: "Back",
    163: "MediaNext",
    164: "MediaPlay",
    165: "MediaPrevious",
}
SHIFTS = frozenset({42, 54})
SHIFTED = {13: "Plus", 15: "Backtab", 53: "Question"}
"""What some of them are while Shift is held."""
