"""Where somebody is among the items of a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.screen.aloud.items import Item


class Position:
    """An item among those of a screen.

    At either end one step stays where it is, and the next goes on from the other end.
    """

    def __init__(self) -> None:
        self.items: tuple[Item, ...] = ()
        self.at = 0
        """The number of the item, from 0."""
        self._at_edge = False
        self._left: dict[str, Item] = {}
        """Where somebody was on each screen that they have left, by its first words."""

    @property
    def item(self) -> Item | None:
        """The item; None on a screen without any."""
        return self.items[self.at] if self.items else None

    def begin(self) -> None:
        """Be at the first item."""
        self.at, self._at_edge = 0, False

    def be_at(self, item: Item) -> None:
        """Be at this one of the items."""
        self.at, self._at_edge = self.items.index(item), False

    def take(self, items: Sequence[Item]) -> bool:
        """Take what is on the screen now, and be where the same is as before, or near it.

        Gives whether it is the same screen: it begins with the same words in the same place.
        """
        before, first = self.item, self.items[0] if self.items else None
        self.items = tuple(items)
        now = self.items[0] if self.items else None
        self.at = min(self.at, max(0, len(self.items) - 1))
        for number, item in enumerate(self.items):
            if before is not None and item.widget is before.widget and item.line == before.line:
                self.at = number
        if first is None or now is None:
            return False
        is_same = first.widget is now.widget and first.words == now.words
        if not is_same and before is not None:
            self._left[first.words] = before
        return is_same

    def return_to_left(self) -> Item | None:
        """Be at the control that led away from this screen before; None where none did."""
        left = self._left.get(self.items[0].words) if self.items else None
        for item in self.items:
            if left is not None and item.is_control and item.widget is left.widget:
                self.be_at(item)
                return item
        return None

    def step(self, by: int) -> bool:
        """Go to the item after or before; False at the edge, where nobody moves."""
        aim = self.at + by
        if not 0 <= aim < len(self.items) and not self._at_edge:
            self._at_edge = True
            return False
        self.at, self._at_edge = aim % len(self.items), False
        return True

    def step_part(self, by: int) -> bool:
        """Go to the part of the screen after or before; False at the edge."""
        starts = [
            number for number, each in enumerate(self.items) if not number or each.number == 1
        ]
        further = [number for number in starts if (number - self.at) * by > 0]
        if not further and not self._at_edge:
            self._at_edge = True
            return False
        reachable = further or starts
        self.at, self._at_edge = reachable[0] if by > 0 else reachable[-1], False
        return True
