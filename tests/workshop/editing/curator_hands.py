"""A curator without eyes: finds controls by what they are called, then clicks and types there.

What stands here is alike whether the window is in this process or on a display of its own: only
what assistive technology is told is read, and only the mouse and the keyboard do anything.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HANG_SECONDS = 30
_WRONG_INSIDE = "⚠ "
"""Stands before a title while the check has something to say, which comes when it comes."""
_TURNS = 60
"""So often the wheel is turned before something is given up as out of reach."""

Area = tuple[int, int, int, int]
"""Left, top, width and height on the screen."""


@dataclass
class Told:
    """One item as it is told: what it is, what it is called, where it is."""

    role: str
    name: str
    area: Area
    value: str = ""
    is_enabled: bool = True
    is_focused: bool = False
    inside: tuple[Told, ...] = field(default=(), repr=False)
    """What it lies in, the outermost first."""

    @property
    def middle(self) -> tuple[int, int]:
        left, top, width, height = self.area
        return left + width // 2, top + height // 2


class Hands(ABC):
    """Counts each click, each turn of the wheel, each key and each text typed as a step."""

    def __init__(self) -> None:
        self.steps = 0

    @abstractmethod
    def told(self) -> Iterator[Told]:
        """All that can be reached at the moment: of a menu or a dialog in front only that."""

    @abstractmethod
    def click_at(self, x: int, y: int) -> None: ...

    @abstractmethod
    def turn_at(self, x: int, y: int, *, down: bool) -> None: ...

    @abstractmethod
    def write(self, words: str) -> None: ...

    @abstractmethod
    def hit(self, keys: str) -> None: ...

    @abstractmethod
    def keep(self, words: str) -> None:
        """Have something on the clipboard, as another program would put it there."""

    @abstractmethod
    def rest(self) -> None:
        """Let the window live for a moment."""

    def all_named(self, name: str, role: str = "") -> list[Told]:
        return [
            each
            for each in self.told()
            if role in ("", each.role) and each.area[2] > 0 and _is_called(each, name)
        ]

    def find(self, name: str, role: str = "", *, number: int = 0) -> Told:
        """Wait until something is called so and can be used."""
        give_up = time.monotonic() + HANG_SECONDS
        found: list[Told] = []
        while time.monotonic() < give_up:
            found = self.all_named(name, role)
            if found and -len(found) <= number < len(found) and found[number].is_enabled:
                return found[number]
            self.rest()
        there = [f"{each.role}: {each.name}" for each in self.told() if each.name]
        raise AssertionError(f"nothing is called {role} {name!r}; there is {there}")

    def into_view(self, name: str, role: str = "", *, number: int = 0) -> Told:
        """Turn the wheel until something is not scrolled away."""
        for _ in range(_TURNS):
            item = self.find(name, role, number=number)
            x, y = item.middle
            hiding = next((each for each in item.inside if not _holds(each.area, x, y)), None)
            if hiding is None:
                return item
            self.steps += 1
            self.turn_at(*hiding.middle, down=y > hiding.middle[1])
            self.rest()
        raise AssertionError(f"{name!r} can't be scrolled to")

    def press(self, name: str, role: str = "", *, number: int = 0) -> None:
        """Click on the middle of something."""
        item = self.into_view(name, role, number=number)
        self.steps += 1
        self.click_at(*item.middle)
        self.rest()

    def type(self, words: str) -> None:
        """Type into what has the focus."""
        self.steps += 1
        self.write(words)
        self.rest()

    def key(self, keys: str) -> None:
        """Press one key, or several at once."""
        self.steps += 1
        self.hit(keys)
        self.rest()

    def fill(self, name: str, words: str, *, number: int = 0) -> None:
        """Click into a field, and type in place of what it holds."""
        self.press(name, "text", number=number)
        self.key("ctrl+a")
        self.type(words)

    def paste(self, words: str) -> None:
        """Copy something elsewhere, and paste it into what has the focus."""
        self.keep(words)
        self.steps += 1
        self.key("ctrl+v")


def _is_called(item: Told, name: str) -> bool:
    """A name that ends with a space is a beginning."""
    own = item.name.removeprefix(_WRONG_INSIDE)
    return own.startswith(name) if name.endswith(" ") else own == name


def _holds(area: Area, x: int, y: int) -> bool:
    left, top, width, height = area
    return left <= x < left + width and top <= y < top + height
