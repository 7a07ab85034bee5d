"""The memory in which a decoder puts pictures for the exhibit: a few places of one size."""

from __future__ import annotations

from dataclasses import dataclass

SLOTS = 4
"""One that is shown, and three ahead."""
_ALIGNED_BYTES = 256
"""Lines of a picture may end in so many bytes that are none of it."""


@dataclass(frozen=True)
class FrameStore:
    """Places for pictures of at most so many pixels, each of four bytes."""

    width: int
    height: int
    slots: int = SLOTS

    @property
    def slot_bytes(self) -> int:
        """The size of one place."""
        return (self.width * 4 + _ALIGNED_BYTES) * self.height

    @property
    def bytes(self) -> int:
        """The size of all."""
        return max(1, self.slot_bytes * self.slots)


def fitted(picture: tuple[float, float], room: tuple[int, int]) -> tuple[int, int]:
    """The largest size of that shape in the room, in whole even pixels."""
    share = min(room[0] / picture[0], room[1] / picture[1])
    wide, high = (max(2, int(side * share) // 2 * 2) for side in picture)
    return min(wide, max(2, room[0])), min(high, max(2, room[1]))
