"""A visit through AT-SPI alone, by the library of screen readers, for Debian's own Python.

It hears and presses what a screen reader would, and prints as JSON what it heard at each stop.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HANG_SECONDS = 120
_MOMENT_SECONDS = 1.0
_ANNOUNCED_SECONDS = 10
"""How long an announcement is waited for, which not every Qt brings."""

_announced: list[str] = []
"""What the exhibit has said by itself."""


@dataclass
class Heard:
    """What is told of one item."""

    role: str
    name: str
    description: str
    locale: str
    checked: bool
    selected: bool
    modal: bool
    area: tuple[int, int, int, int] | None
    item: Any = field(repr=False)

    def plain(self) -> dict[str, object]:
        """All of it that can be written down."""
        return {key: value for key, value in vars(self).items() if key != "item"}


def heard_below(item: Any) -> Iterator[Heard]:
    """What is told of an item and of all below it, as it is read."""
    states = item.get_state_set()
    yield Heard(
        role=item.get_role_name(),
        name=item.get_name() or "",
        description=item.get_description() or "",
        locale=item.get_object_locale(),
        checked=states.contains(Atspi.StateType.CHECKED),
        selected=states.contains(Atspi.StateType.SELECTED),
        modal=states.contains(Atspi.StateType.MODAL),
        area=_area(item),
        item=item,
    )
    for number in range(item.get_child_count()):
        child = item.get_child_at_index(number)
        if child is not None:
            yield from heard_below(child)


def _area(item: Any) -> tuple[int, int, int, int] | None:
    component = item.get_component_iface()
    if component is None:
        return None
    area = component.get_extents(Atspi.CoordType.SCREEN)
    return area.x, area.y, area.width, area.height


def _window() -> Any:
    """The exhibit's window, once it has registered."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(number)
        if application is not None and application.get_child_count():
            return application.get_child_at_index(0)
    return None


def wait_for(is_meant: Callable[[Heard], bool]) -> tuple[Heard, list[Heard]]:
    """Ask again and again until something is told; gives it, and all that is told with it."""
    give_up = time.monotonic() + HANG_SECONDS
    told: list[Heard] = []
    while time.monotonic() < give_up:
        try:
            window = _window()
            if window is not None:
                window.clear_cache()
                told = list(heard_below(window))
        except GLib.Error:
            # The exhibit was busy with something else, or an item has just gone.
            told = []
        for each in told:
            if is_meant(each):
                return each, told
        listen(0.2)
    sys.exit(f"It was never told; at last there was {[(each.role, each.name) for each in told]}")


def listen(seconds: float) -> None:
    """Hear what the exhibit says by itself."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.01)


def _wait_for_announcement(words: str) -> None:
    give_up = time.monotonic() + _ANNOUNCED_SECONDS
    while words not in _announced and time.monotonic() < give_up:
        listen(0.1)


def _hear(event: Any) -> None:
    _announced.append(event.any_data)


def named(role: str, beginning: str) -> Callable[[Heard], bool]:
    """Whether an item has that role, and a name that begins so."""

    def is_meant(each: Heard) -> bool:
        return each.role == role and each.name.startswith(beginning)

    return is_meant


def press(each: Heard) -> None:
    """Do what a screen reader does to a control."""
    action = each.item.get_action_iface()
    names = [action.get_action_name(number) for number in range(action.get_n_actions())]
    action.do_action(names.index("Press"))


def visit() -> dict[str, list[Heard]]:
    """Find how many of Qianhai's teams are from Hong Kong, in Portuguese, and who says so."""
    listener = Atspi.EventListener.new(_hear)
    listener.register("object:announcement")
    stops: dict[str, list[Heard]] = {}
    _, stops["start"] = wait_for(named("push button", "Zhaoqing"))
    portuguese, _ = wait_for(named("radio button", "Português"))
    press(portuguese)
    qianhai, stops["language"] = wait_for(
        lambda each: each.name == "Qianhai" and each.description.startswith("Abrir")
    )
    press(qianhai)
    source, stops["place"] = wait_for(named("push button", "Fonte:"))
    _wait_for_announcement("Qianhai. Página 1 de 2")
    press(source)
    close, stops["source"] = wait_for(named("push button", "Fechar"))
    press(close)
    comfort, stops["closed"] = wait_for(named("push button", "Facilitar"))
    press(comfort)
    done, stops["tray"] = wait_for(named("push button", "Concluir"))
    press(done)
    _, stops["end"] = wait_for(named("page tab", ""))
    _leave_groups_of_places()
    return stops


def _leave_groups_of_places() -> None:
    """Have the map near and far again: what stands for several places comes and is destroyed."""
    home, _ = wait_for(named("push button", "Voltar ao mapa"))
    press(home)
    for button in ("Ampliar", "Ampliar", "Reduzir", "Reduzir"):
        nearer, _ = wait_for(named("push button", button))
        press(nearer)
        listen(_MOMENT_SECONDS)
        wait_for(named("radio button", "Português"))


if __name__ == "__main__":
    stops = {stop: [each.plain() for each in told] for stop, told in visit().items()}
    json.dump({"stops": stops, "announced": _announced}, sys.stdout)
