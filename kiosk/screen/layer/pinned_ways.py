"""The ways on from the pinned places of a data layer: to open each of them, or to let go of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.screen.control.button import CONTROL_U, Button

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.layer.layer_content import LayerContent

_GAP_U = 20
_LINE_U = CONTROL_U + 12
_JOINT_U = 8
"""Between a way and the button beside it that lets go."""


class PinnedWays(QObject):
    """Holds two buttons for each pinned place, which are children of the panel."""

    zone_opened = Signal(str)
    zone_let_go = Signal(str)

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._ways = tuple(Button(panel, icon="arrow-right", icon_last=True) for _ in range(2))
        self._exits = tuple(Button(panel, icon="x") for _ in range(2))
        for way, let_go in self._pairs:
            way.chosen.connect(self.zone_opened)
            let_go.chosen.connect(self.zone_let_go)
        self._lines = 0
        self._look: Look | None = None

    @property
    def _pairs(self) -> tuple[tuple[Button, Button], ...]:
        return tuple(zip(self._ways, self._exits, strict=True))

    def show_words(
        self,
        content: LayerContent,
        look: Look,
        pinned: tuple[str, ...],
        room: float,
        *,
        stacks: bool,
    ) -> float:
        """Word the buttons for the pinned zones, in lines of `room` pixels.

        All say "Open Macao", or where that has no room all the name alone; where they may be
        stacked, each has a line of its own rather than that.  Gives how much higher than one line
        they are, in pixels; `place` places them.
        """
        self._look = look
        for number, (way, let_go) in enumerate(self._pairs):
            for button in (way, let_go):
                button.setVisible(number < len(pinned))
        self._word(content, look, pinned, shortly=False)
        widths = self._widths(len(pinned))
        self._lines = 1
        if self._beside(widths) > room:
            self._lines = len(pinned) if stacks else 1
            if (max(widths, default=0.0) if stacks else self._beside(widths)) > room:
                self._word(content, look, pinned, shortly=True)
        return look.px(_LINE_U) * (max(1, self._lines) - 1)

    def _word(
        self, content: LayerContent, look: Look, pinned: tuple[str, ...], *, shortly: bool
    ) -> None:
        locale = content.locale
        for (way, let_go), zone in zip(self._pairs, pinned, strict=False):
            name = content.name(zone)
            way.key = let_go.key = zone
            # A place that the exhibit tells nothing of can only be let go of.
            way.setVisible(locale.exhibit.zone(zone) is not None)
            spoken = locale.say("open_place", place=name)
            words = name if shortly else spoken
            way.show_words(look, words, language=locale.language, name=spoken)
            spoken = locale.say("let_go_of", place=name)
            let_go.show_words(look, "", language=locale.language, name=spoken)

    def _widths(self, count: int) -> list[float]:
        assert self._look is not None
        joint = self._look.px(_JOINT_U)
        return [
            let_go.drawn_width + (0 if way.isHidden() else way.drawn_width + joint)
            for way, let_go in self._pairs[:count]
        ]

    def _beside(self, widths: list[float]) -> float:
        assert self._look is not None
        return sum(widths) + self._look.px(_GAP_U) * max(0, len(widths) - 1)

    def place(self, at: QPointF) -> None:
        """Stand in lines of which the last has its upper left corner at `at`, in pixels."""
        assert self._look is not None
        px = self._look.px
        pairs = [pair for pair in self._pairs if not pair[1].isHidden()]
        stacked = self._lines > 1
        widest = max((way.drawn_width for way, _ in pairs if not way.isHidden()), default=0.0)
        x = at.x()
        for number, (way, let_go) in enumerate(pairs):
            y = at.y() - (px(_LINE_U) * (len(pairs) - 1 - number) if stacked else 0)
            x = at.x() if stacked else x
            if not way.isHidden():
                way.place_drawn(x, y)
                x += (widest if stacked else way.drawn_width) + px(_JOINT_U)
            let_go.place_drawn(x, y)
            x += let_go.drawn_width + px(_GAP_U)
