"""What the one line at the foot of a panel says of its sources, from the longest way to say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.citations import citations, common_date

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Fact, FactsPanel, Panel
    from kiosk.screen.locale import Locale


def panel_source_lines(panel: Panel, page: int, locale: Locale) -> tuple[str, ...]:
    """The ways to say in one line what a page cites, the longest first; none if it cites nothing.

    "People's Daily, 16 June 2024 · 3 sources" where the figures without a note are its.
    """
    cited = citations(panel, page)
    ids = [each.source for each in cited]
    if panel.kind != "facts" or len(ids) < 2:
        return locale.short_source_lines(ids, common_date(cited))
    counted = locale.short_source_lines(ids, None)
    common = panel.source or ()
    if len(common) != 1 or all(has_own_source(fact, panel) for fact in panel.facts):
        return locale.short_source_lines(ids, common_date(cited)) or counted
    own = locale.short_source_lines(common, panel.as_of)
    return (*(f"{line} · {counted[-1]}" for line in own), counted[-1])


def has_own_source(fact: Fact, panel: FactsPanel) -> bool:
    """Whether a fact comes from elsewhere than what the foot of its panel names."""
    return fact.source is not None and fact.source != panel.source
