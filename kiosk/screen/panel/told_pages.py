"""The pages of a told panel: people, a quote or events, set as large as they fit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from kiosk.languages.language import language as language_of
from kiosk.look.typesetting import set_text
from kiosk.screen.panel.divided_text import set_in_parts
from kiosk.screen.panel.events_rows import EVENT_DENSITIES, event_rows
from kiosk.screen.panel.fact_blocks import Paragraph, tagged
from kiosk.screen.panel.flow import HeadRoom, paginate
from kiosk.screen.panel.people_rows import PERSON_DENSITIES, person_rows
from kiosk.screen.panel.quote_rows import QUOTE_WAYS, quote_rows
from kiosk.screen.panel.told_row import ToldRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.exhibit.model.exhibit import ToldPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.flow import FlowBlock, PlacedFlowBlock
    from kiosk.screen.steps import Steps
    from kiosk.text.multilingual import Text

_SLACK_U = 12
"""Letters reach a little beyond the height that is counted for them."""

Page = tuple["PlacedFlowBlock", ...]


@dataclass(frozen=True)
class ToldPages:
    """What stands on each page."""

    pages: tuple[Page, ...]

    def page(self, number: int) -> Page:
        """The page of that number, counted from 1; the last one where there are fewer."""
        return self.pages[max(0, min(number, len(self.pages)) - 1)]


def set_told(
    panel: ToldPanel, locale: Locale, look: Look, width: float, height: float
) -> Steps[ToldPages]:
    """Set a panel in pages of that size: as few as it can have, in the largest type for these."""
    size = width, height
    head: list[FlowBlock] = []
    if panel.kind != "quote":
        head = yield from _title(panel.title, locale, look, size)
    ways = _ways(panel, locale, look, size)
    if look.divides_texts and panel.kind != "quote":
        ways = ways[-1:]
    fewest: tuple[Page, ...] = ()
    for way in ways:
        body = yield from way()
        yield
        pages = _paginated(head, body, look, height)
        if not fewest or len(pages) < len(fewest):
            fewest = pages
        if len(fewest) == 1:
            break
    return ToldPages(fewest)


def _ways(
    panel: ToldPanel, locale: Locale, look: Look, size: tuple[float, float]
) -> list[Callable[[], Steps[list[FlowBlock]]]]:
    """Ways to set the body of a panel, the roomiest first."""
    if panel.kind == "people":
        return [partial(person_rows, panel, each, locale, look, size) for each in PERSON_DENSITIES]
    if panel.kind == "events":
        return [partial(event_rows, panel, each, locale, look, size) for each in EVENT_DENSITIES]
    return [partial(quote_rows, panel, each, locale, look, size) for each in QUOTE_WAYS]


def _paginated(
    head: Sequence[FlowBlock], body: Sequence[FlowBlock], look: Look, height: float
) -> tuple[Page, ...]:
    if not look.divides_texts:
        return paginate(head, body, height, later_head=head)
    # The title alone is not said again where there is little room.
    room, above = height - look.px(_SLACK_U), (HeadRoom(look.px(_SLACK_U)),)
    rows = [*head[1:], *body]
    joined = {place for place, row in enumerate(rows) if isinstance(row, ToldRow) and row.joins}
    return paginate(head[:1], rows, room, later_head=above, joined=joined)


def _title(
    title: Text, locale: Locale, look: Look, size: tuple[float, float]
) -> Steps[list[FlowBlock]]:
    """What the panel is called, in parts where it is higher than a page."""
    said = locale.said(title)
    spans = tagged(said.words, said.language, locale.language, language_of(said.language).drawn)
    width, height = size
    setting = set_text(
        look, spans, language=said.language, role="heading", width=width, balanced=True
    )
    yield
    room = height - look.px(2 * _SLACK_U)
    if not look.divides_texts or setting.size.height() <= room:
        return [Paragraph(setting, look.theme.text)]
    rooms = (width, room), (width, room)
    parts = yield from set_in_parts(spans, look, said.language, "heading", rooms)
    return [Paragraph(each, look.theme.text) for each in parts if each is not None]
