"""Tells on request all that a screen reader finds, for Debian's own Python; a line of JSON each."""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

_ROLES = {
    "push button": "button",
    "button menu": "button",
    "push button menu": "button",
    "toggle button": "button",
    "entry": "text",
    "table cell": "cell",
}

_focused: list[str] = [""]
"""What the item is called that has had the focus last."""


def windows() -> list[Any]:
    """Of a menu or a modal dialog in front only that, else all windows."""
    desktop, found = Atspi.get_desktop(0), []
    for number in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(number)
        if application is not None and application.get_name() == "kiosk preview":
            application.clear_cache()
            found += [
                application.get_child_at_index(at) for at in range(application.get_child_count())
            ]
    shown = [each for each in found if each is not None and _has(each, "SHOWING")]
    menus = [each for each in shown if each.get_role_name() in ("popup menu", "menu")]
    modal = [each for each in shown if _has(each, "MODAL")]
    # The exhibit itself is a window as large as the hall's screen, of which only a picture is seen.
    return menus[-1:] or modal[-1:] or [each for each in shown if each.get_role_name() != "frame"]


def _has(item: Any, state: str) -> bool:
    return bool(item.get_state_set().contains(getattr(Atspi.StateType, state)))


def tell(item: Any, around: int, told: list[list[object]]) -> None:
    """Write down an item and all below it, each with the number of the one that it lies in."""
    states = item.get_state_set()
    if around >= 0 and not states.contains(Atspi.StateType.VISIBLE):
        return
    component = item.get_component_iface()
    area = [0, 0, 0, 0]
    if component is not None:
        found = component.get_extents(Atspi.CoordType.SCREEN)
        area = [found.x, found.y, found.width, found.height]
    role = item.get_role_name()
    if role == "table cell" and item.get_parent().get_role_name() == "tree":
        role = "tree item"
    own = len(told)
    is_enabled = states.contains(Atspi.StateType.ENABLED)
    told.append([_ROLES.get(role, role), item.get_name() or "", area, is_enabled, around])
    for number in range(item.get_child_count()):
        child = item.get_child_at_index(number)
        if child is not None:
            tell(child, own, told)


def answer() -> list[list[object]]:
    for _ in range(50):
        told: list[list[object]] = []
        try:
            for window in windows():
                tell(window, -1, told)
        except GLib.Error:
            # It was busy with something else, or an item has just gone.
            time.sleep(0.2)
            continue
        return told
    return []


def hear(event: Any) -> None:
    """Keep what a screen reader would say now."""
    if event.detail1:
        _focused[0] = event.source.get_name() or ""


def listen(seconds: float) -> None:
    """Take in what has happened meanwhile."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.01)


if __name__ == "__main__":
    listener = Atspi.EventListener.new(hear)
    listener.register("object:state-changed:focused")
    for question in sys.stdin:
        if question.strip() == "focus":
            listen(0.2)
            found: object = _focused[0]
        else:
            found = answer()
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()
