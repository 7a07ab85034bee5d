"""The buttons of the console: what each does, what it says, its icon."""

from __future__ import annotations

from kiosk.presenting.clicker import Action

BUTTONS: dict[Action, tuple[str, str]] = {
    Action.END: ("end_talk", "x"),
    Action.RETURN: ("return_to_tour", "map"),
    Action.BACK: ("back", "arrow-left"),
    Action.NEXT: ("next", "arrow-right"),
    Action.BLACK: ("black", ""),
    Action.WHITE: ("white", ""),
    Action.LASER: ("laser", ""),
    Action.PEN: ("pen", ""),
    Action.CLEAR: ("clear", ""),
    Action.SMALLER: ("A−", ""),
    Action.LARGER: ("A+", ""),
    Action.PAUSE: ("pause_timer", "pause"),
    Action.SWAP: ("swap_screens", ""),
    Action.CONSOLE: ("hide_console", ""),
}
"""Every button with the key of its words and its icon."""

SPOKEN = {Action.SMALLER: "smaller_notes", Action.LARGER: "larger_notes"}
HELD = (Action.BLACK, Action.WHITE, Action.LASER, Action.PEN)
"""The buttons that stay down while what they do lasts."""
