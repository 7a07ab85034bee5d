"""Where everything stands on the sheet for one page of a panel: known before any of it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect

from kiosk.screen.control.button import CONTROL_U
from kiosk.screen.control.segments import Segment
from kiosk.screen.panel.flow import INSET_U
from kiosk.screen.panel.kicker import HEIGHT_U as KICKER_HEIGHT_U
from kiosk.screen.panel.kicker import SIGN_X_U
from kiosk.screen.panel.panel_controls import Foot, Leaf, foot_of
from kiosk.screen.panel.panel_turns import TABS, PanelTurns, tab_of, tab_words
from kiosk.screen.panel.source_lines import panel_source_lines
from kiosk.screen.panel.source_note import note_height

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.place import PanelPage
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_KICKER_TOP_U = 60
_HIGH_KICKER_TOP_U = 32
_BODY_GAP_U = 12


@dataclass(frozen=True)
class SheetShape:
    """How wide the sheet is, and where its contents begin and its controls are, in pixels."""

    width: int
    padding_u: float
    controls_top: float


@dataclass(frozen=True)
class PageLayout:
    """A page on a sheet of some shape, with as many `pages` as its panel is known to have."""

    shown: PanelPage
    pages: int
    shape: SheetShape
    locale: Locale
    look: Look

    @property
    def left(self) -> int:
        """The left edge of the contents."""
        return round(self.look.px(self.shape.padding_u))

    @property
    def width(self) -> int:
        """The width of the contents."""
        return self.shape.width - 2 * self.left

    @property
    def turns(self) -> PanelTurns:
        """Where back and on lead."""
        return PanelTurns(*self.shown, self.pages)

    @property
    def leaf(self) -> Leaf:
        """What the pager says."""
        turns = self.turns
        number, count = turns.leaf
        back, on = (turns.words(-1), turns.words(1)) if turns.kind == "story" else ("", "")
        # Below a story the dock has the way to the map, and on a page one is enough.
        has_back = turns.leads_to(-1) != ""
        words = back and self.locale.say(back), on and self.locale.say(on)
        before, counted = turns.leads_to(-1), turns.counted
        leaf = {"page": str(number), "pages": str(count)}
        return Leaf(
            number,
            count,
            *words,
            has_back=has_back,
            goes_before=bool(before),
            goes_beyond=bool(turns.leads_to(1)),
            back_name=self.locale.say("previous_story") if isinstance(before, str) else "",
            counted=counted and self.locale.say(counted, **leaf),
        )

    @cached_property
    def inner(self) -> tuple[Zone, ...]:
        """The places within the zone."""
        return self.locale.exhibit.zones_within(self.shown.zone.id)

    @property
    def tabs(self) -> list[Segment]:
        """The tabs of the panels that the zone has."""
        zone, locale = self.shown.zone, self.locale
        there = {tab_of(panel.kind) for panel in zone.panels}
        tabs = [tab for tab in TABS if tab in there]
        if self.inner:
            tabs.append("places")
        return [Segment(tab, locale.say(tab_words(tab, zone)), locale.language) for tab in tabs]

    @property
    def controls(self) -> QRect:
        """The line of controls at the foot."""
        top, height = round(self.shape.controls_top), round(self.look.px(CONTROL_U))
        return QRect(self.left, top, self.width, height)

    @cached_property
    def foot(self) -> Foot:
        """What the controls leave of the line above them."""
        return foot_of(self.controls, self.leaf, self.tabs, self.locale, self.look)

    @cached_property
    def source_lines(self) -> tuple[str, ...]:
        """What the source note can say; nothing where there is none."""
        panel = self.shown.panel
        return () if panel is None else panel_source_lines(panel, self.shown.page, self.locale)

    @property
    def kicker(self) -> QRect:
        """The line above the contents."""
        look = self.look
        top, height = round(_kicker_top(look)), round(look.text_px(KICKER_HEIGHT_U))
        return QRect(self.left, top, self.width, height)

    @property
    def view(self) -> QRect:
        """What is between the kicker and the source note, or the controls where there is none."""
        look, foot = self.look, self.foot
        top = round(_kicker_top(look) + look.px(_BODY_GAP_U) + look.text_px(KICKER_HEIGHT_U))
        bottom, inset = foot.view_bottom, round(look.px(INSET_U))
        if lines := self.source_lines:
            height = note_height(lines, foot.note_width, look, self.locale.language)
            bottom = min(foot.note_bottom - height, bottom)
        return QRect(self.left - inset, top, self.width + inset, max(1, bottom - top))


def sign_point(look: Look, padding_u: float) -> QPointF:
    """Where the leader line ends on a sheet of that padding, in its pixels."""
    on_kicker = QPointF(look.px(SIGN_X_U), look.text_px(KICKER_HEIGHT_U) / 2)
    return on_kicker + QPointF(round(look.px(padding_u)), round(_kicker_top(look)))


def _kicker_top(look: Look) -> float:
    """Where the kicker begins, in pixels: higher where a visitor needs the room."""
    return look.px(_HIGH_KICKER_TOP_U if look.divides_texts else _KICKER_TOP_U)
