"""The controls at the foot of the panel: its tabs, and the pager beside or above them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal

from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.button import CONTROL_U
from kiosk.screen.control.pager import Pager
from kiosk.screen.control.segments import Segment, SegmentBar
from kiosk.screen.panel.panel_turns import TABS, tab_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_PAGER_GAP_U = 16
_NOTE_GAP_U = 24
_NOTE_DISTANCE_U = 8
_USUAL = {"facts", "chart", "story", "places"}


@dataclass(frozen=True)
class Foot:
    """What the controls leave of the line above them, in pixels of the panel.

    The source note ends at `note_bottom` and is at most `note_width` wide; `view_bottom` is where
    the view must end, note or no note.
    """

    note_bottom: int
    note_width: int
    view_bottom: int


@dataclass(frozen=True)
class Leaf:
    """Which of how many leaves is shown.

    `on_words` name the way on through a story, and `back_words` the way back where it leads out;
    the first story of a zone without facts has no way back of its own.  Other panels of the tab
    may stand before the first page and beyond the last one.
    """

    number: int
    count: int
    back_words: str = ""
    on_words: str = ""
    has_back: bool = True
    goes_before: bool = False
    goes_beyond: bool = False
    back_name: str = ""
    """What a button back without words is called, where it turns no page."""
    counted: str = ""
    """Which leaf of how many, with the word of what these are."""


class PanelControls(QObject):
    """Places tabs and pagers, which are children of the sheet.

    On a screen that has room for all tabs in any language beside the pager, both stand in one line
    everywhere.  On others the pager stands at the end of the line above wherever there are tabs,
    and shares it with the source note: it never jumps between two places or languages.
    """

    tab_chosen = Signal(str)
    back_touched = Signal()
    on_touched = Signal()

    def __init__(self, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._tabs = SegmentBar(sheet)
        self._tabs.assistive_role = AssistiveRole.TABS
        self._pager = Pager(sheet, large=False)
        self._story_pager = Pager(sheet, large=True)
        self._tabs.chosen.connect(self.tab_chosen)
        for pager in (self._pager, self._story_pager):
            pager.back_touched.connect(self.back_touched)
            pager.on_touched.connect(self.on_touched)

    def show_controls(
        self,
        drawn: QRect,
        leaf: Leaf,
        tabs: Sequence[Segment],
        current: str,
        zone_name: str,
        locale: Locale,
        look: Look,
    ) -> None:
        """Show them in `drawn`, the line at the foot; only a story's leaf names its way on."""
        tells_story = bool(leaf.on_words)
        turns = leaf.count > 1 and not tells_story
        self._story_pager.setVisible(tells_story)
        self._pager.setVisible(turns)
        self._tabs.setVisible(not tells_story and len(tabs) > 1)
        if tells_story:
            self._story_pager.place(
                drawn,
                leaf.number,
                leaf.count,
                locale,
                look,
                back_words=leaf.back_words,
                on_words=leaf.on_words,
                has_back=leaf.has_back,
                back_name=leaf.back_name,
                counted=leaf.counted,
            )
            return
        room = float(drawn.width())
        if turns:
            at = _pager_area(drawn, tabs, locale, look)
            if at.top() == drawn.top():
                room -= at.width() + look.px(_PAGER_GAP_U)
            self._pager.place(
                at,
                leaf.number,
                leaf.count,
                locale,
                look,
                goes_before=leaf.goes_before,
                goes_beyond=leaf.goes_beyond,
            )
        self._tabs.setAccessibleName(locale.say("about_place", place=zone_name))
        self._tabs.show_segments(look, tabs, current=current, width=room)
        self._tabs.place_drawn(drawn.left(), drawn.top())


def foot_of(drawn: QRect, leaf: Leaf, tabs: Sequence[Segment], locale: Locale, look: Look) -> Foot:
    """What controls in `drawn`, the line at the foot, leave of the line above them."""
    reach = round(max(look.px(_NOTE_DISTANCE_U), (look.target - look.px(CONTROL_U)) / 2))
    note_bottom = drawn.top() - reach
    if leaf.count > 1 and not leaf.on_words:
        at = _pager_area(drawn, tabs, locale, look)
        if at.top() != drawn.top():
            width = drawn.width() - at.width() - round(look.px(_NOTE_GAP_U))
            return Foot(note_bottom, width, at.top() - reach)
    return Foot(note_bottom, drawn.width(), note_bottom)


def _pager_area(drawn: QRect, tabs: Sequence[Segment], locale: Locale, look: Look) -> QRect:
    """Where the pager stands: at the end of the line at the foot, or above it."""
    own = round(Pager.small_width(look))
    beside = drawn.width() - own - look.px(_PAGER_GAP_U)
    at = QRect(drawn.right() + 1 - own, drawn.top(), own, drawn.height())
    if len(tabs) >= 2 and _widest_tabs(locale, look) > beside:
        at.translate(0, -round(max(drawn.height(), look.target) + look.px(_PAGER_GAP_U)))
    return at


def _widest_tabs(locale: Locale, look: Look) -> float:
    """The least width of the bar of all tabs, in pixels, in the language of the longest words.

    All are the usual ones, and those that some place of the exhibit has.
    """
    had = {tab_of(panel.kind) for zone in locale.exhibit.zones for panel in zone.panels}
    kinds = [kind for kind in TABS if kind in had | _USUAL]
    return max(
        SegmentBar.least_width(
            look,
            [Segment(kind, locale.words.say(TABS[kind], tag), tag) for kind in kinds],
        )
        for tag in locale.exhibit.languages
    )
