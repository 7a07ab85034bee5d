"""A comparison's page: what has changed, and buttons that uncover the one picture or the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QPainter

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.button import CONTROL_U, Button
from kiosk.screen.panel.flow import INSET_U
from kiosk.screen.panel.story_page import HEADING_ROLES, SMALL_HEADING
from kiosk.screen.panel.story_view import StoryView
from kiosk.screen.panel.told_pictures import ToldPictures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.picture_panels import ComparisonPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.story_page import SetStory
    from kiosk.screen.steps import Steps

_GAP_U = 20
_BELOW_U = 14


class ComparisonView(StoryView):
    """Shows the words above the buttons, which say between them what is uncovered."""

    stepped = Signal(int)
    """So many steps more of the picture at the left, or of that at the right where negative."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, has_map=False)
        self._told = ToldPictures()
        self._panel: ComparisonPanel | None = None
        self._locale: Locale | None = None
        self._share = 0.5
        self._standing: Setting | None = None
        self._back = Button(self, key="less", icon="chevron-left")
        self._on = Button(self, key="more", icon="chevron-right")
        self._back.clicked.connect(self._step_back)
        self._on.clicked.connect(self._step_on)

    def prepare_panel(
        self, panel: ComparisonPanel, locale: Locale, look: Look, size: QSize
    ) -> Steps[SetStory]:
        """Set the page ahead of its being shown in a view of that size."""
        return (yield from self.prepare(self._told.story(panel), 1, locale, look, size))

    def show_panel(self, panel: ComparisonPanel, locale: Locale, look: Look) -> None:
        """Show what is said of both pictures."""
        self._panel, self._locale = panel, locale
        self.show_page(self._told.story(panel), 1, locale, look)
        language = locale.language
        before, after = (locale.text(side.label) for side in panel.sides)
        self._back.show_words(look, "", language=language, name=locale.say("more_of", label=after))
        self._on.show_words(look, "", language=language, name=locale.say("more_of", label=before))
        y = self._row_top(look)
        self._back.place_drawn(look.px(INSET_U), y)
        self._on.place_drawn(self.width() - self._on.drawn_width, y)
        self.show_share(self._share)

    def show_share(self, share: float) -> None:
        """Say how much of the picture at the left is uncovered, from 0 to 1."""
        self._share = share
        look, locale, panel = self._look, self._locale, self._panel
        if look is None or locale is None or panel is None:
            return
        self._back.setEnabled(share > 0)
        self._on.setEnabled(share < 1)
        room = self.width() - look.px(INSET_U) - 2 * (self._on.drawn_width + look.px(_GAP_U))
        words = standing(panel, share, locale)
        self._standing = set_text(
            look, words, language=locale.language, role="control", width=room, balanced=True
        )
        self.update()

    def _room(self, size: QSize, look: Look) -> QSize:
        height = size.height() - self._foot(look)
        return QSize(size.width(), max(1, round(height)))

    def _foot(self, look: Look) -> float:
        """What the buttons take."""
        return look.px(_GAP_U + _BELOW_U) + max(look.px(CONTROL_U), look.target)

    def _row_top(self, look: Look) -> float:
        reach = max(0.0, look.target - look.px(CONTROL_U)) / 2
        return self.height() - self._foot(look) + look.px(_GAP_U) + reach

    def _heading_roles(self, look: Look) -> Sequence[tuple[str, int]]:
        return SMALL_HEADING if look.divides_texts else HEADING_ROLES

    @Slot()
    def _step_back(self) -> None:
        self.stepped.emit(-1)

    @Slot()
    def _step_on(self) -> None:
        self.stepped.emit(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        if self._standing is not None:
            middle = (look.px(INSET_U) + self.width()) / 2
            x = middle - self._standing.ink / 2
            row = self._row_top(look) + look.px(CONTROL_U) / 2
            y = row - self._standing.size.height() / 2
            self._standing.draw(painter, x, y, look.theme.text)


def standing(panel: ComparisonPanel, share: float, locale: Locale) -> str:
    """How much of which picture is uncovered: that of which there is more."""
    side = panel.before if share >= 0.5 else panel.after
    percent = round(100 * max(share, 1 - share))
    return locale.say("labelled", label=locale.text(side.label), figure=f"{percent}%")
