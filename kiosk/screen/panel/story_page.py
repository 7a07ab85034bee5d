"""A story's page as it is set: heading, text, where its small map is, and one key figure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect

from kiosk.languages.language import language as language_of
from kiosk.look.markdown import paragraphs
from kiosk.look.typesetting import Setting, set_whole_words
from kiosk.screen.panel.divided_text import set_what_fits
from kiosk.screen.panel.fact_blocks import Paragraph, tagged
from kiosk.screen.panel.fact_column import figure_content
from kiosk.screen.panel.flow import INSET_U
from kiosk.screen.panel.hero_figure import HeroFigure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.exhibit.model.exhibit import Fact, StoryPage, StoryPanel
    from kiosk.look.look import Look
    from kiosk.look.span import Span
    from kiosk.screen.locale import Locale
    from kiosk.screen.steps import Steps

_MAP_U = (324, 248)
_WIDE_MAP_HEIGHT_U = 300
_LEAST_MAP_U = 150
_GAP_U = 40
_SLACK_U = 8
"""What letters reach beyond the height that is counted for them, where all of it is needed."""
_MOST_GROWN = 1.25
_LOWER_SHARE = 0.3
"""On a page of few words the small map grows, and stands that part of what is left lower."""
TEXT_ROLES = ("lead", "secondary")
"""The type of the first paragraph, and of those that follow."""
_BEGUN_LINES = 2
"""With room for so many lines below a heading a text begins there, and ends in mid-sentence."""
HEADING_ROLES = (("title", 2), ("heading", 3))
"""The largest role in which no heading of a story takes more lines than that."""
SMALL_HEADING = (("heading", 3),)


class _Footer(NamedTuple):
    """The small map and the key figure with where it begins: either of them may be missing."""

    map_area: QRect | None
    figure: HeroFigure | None = None
    figure_at: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class SetStory:
    """What stands on the page; lengths are pixels."""

    paragraphs: tuple[tuple[Paragraph, float], ...]
    """Each with its top, the heading first."""
    map_area: QRect | None
    figure: HeroFigure | None
    figure_at: tuple[float, float]
    further: tuple[SetStory, ...] = ()
    """What had no room on it, part after part."""
    below: int = 0
    """What the page leaves free below all this, in pixels."""


def set_story(
    story: StoryPanel,
    page: StoryPage,
    locale: Locale,
    look: Look,
    size: tuple[float, float],
    roles: Sequence[tuple[str, int]] = HEADING_ROLES,
    text_roles: Sequence[str] = TEXT_ROLES,
) -> Steps[SetStory]:
    """Set a page within `size`, width and height; what has no room there goes on further parts."""
    width, height = size
    heading = yield from _set_heading(story, page, locale, look, width, roles)
    title = Paragraph(heading, look.theme.text)
    parts: list[list[tuple[Paragraph, float]]] = [[(title, 0.0)]]
    y = title.height + look.px(20)
    text = locale.said(page.text)
    for index, spans_of in enumerate(paragraphs(text.words)):
        role = text_roles[min(index, len(text_roles) - 1)]
        style = look.style(role)
        line = look.px(style.size) * max(style.line_height, style.han_line_height)
        color = look.theme.text if index == 0 else look.theme.text2
        rest: Sequence[Span] = spans_of
        while rest:
            yield
            room = width, height - y
            # A heading never stands alone above room that its text could have.
            begins = bool(parts[-1]) and parts[-1][-1][0] is title
            is_all = not parts[-1] or (begins and room[1] >= _BEGUN_LINES * line)
            setting, rest = set_what_fits(rest, look, text.language, role, room, is_all=is_all)
            if setting is None:
                parts.append([])
                y = 0.0
                continue
            parts[-1].append((Paragraph(setting, color), y))
            y += setting.size.height() + look.px(14)
    yield
    top = y + look.px(_GAP_U / 2)
    footer = yield from _set_footer(page, locale, look, (width, height), top)
    shown = [SetStory(tuple(placed), *_Footer(None)) for placed in parts]
    shown[-1] = SetStory(tuple(parts[-1]), *footer)
    if page.figure is not None and footer.figure is None and look.divides_texts:
        alone = yield from _set_footer(page, locale, look, (width, height), 0.0)
        shown[-1] = replace(shown[-1], map_area=None)
        shown.append(SetStory((), *alone))
    return replace(shown[0], further=tuple(shown[1:]))


def _set_footer(
    page: StoryPage, locale: Locale, look: Look, size: tuple[float, float], top: float
) -> Steps[_Footer]:
    """The small map and the key figure: side by side, or the figure alone."""
    width, height = size
    room = height - top - (look.px(_SLACK_U) if look.divides_texts else 0.0)
    map_width, map_height = (look.px(units) for units in _MAP_U)
    if page.figure is None:
        map_width, map_height = width, look.px(_WIDE_MAP_HEIGHT_U)
    map_height = min(map_height * _MOST_GROWN, room)
    lower = max(0.0, room - map_height) * _LOWER_SHARE
    top, room = top + lower, room - lower
    area = None
    if page.places and map_height >= look.px(_LEAST_MAP_U):
        inset = round(look.px(INSET_U))
        area = QRect(inset, round(top), round(map_width), round(map_height))
    if page.figure is None:
        return _Footer(area)
    left = map_width + look.px(32) if area else 0.0
    row = yield from _figure_block(page.figure, locale, look, width - left)
    yield
    if row.height > room and area:
        area, left = None, 0.0
        row = yield from _figure_block(page.figure, locale, look, width)
        yield
    if row.height > room:
        return _Footer(area)
    middle = (map_height - row.height) / 2 if area else 0.0
    return _Footer(area, row, (left, top + max(0.0, middle)))


def _set_heading(
    story: StoryPanel,
    page: StoryPage,
    locale: Locale,
    look: Look,
    width: float,
    roles: Sequence[tuple[str, int]],
) -> Steps[Setting]:
    """A page's heading in the largest type in which those of all pages fit."""

    def set_in(role: str, shown: StoryPage) -> Setting:
        said = locale.said(shown.heading)
        drawn = language_of(said.language).drawn
        spans = tagged(said.words, said.language, locale.language, drawn)
        return set_whole_words(look, spans, language=said.language, role=role, width=width)

    for role, lines in roles:
        longest = 0
        for each in story.pages:
            yield
            longest = max(longest, set_in(role, each).line_count)
            if longest > lines:
                break
        else:
            break
    return set_in(role, page)


def _figure_block(fact: Fact, locale: Locale, look: Look, width: float) -> Steps[HeroFigure]:
    status = locale.status(fact)
    content = replace(figure_content(fact, locale, (status,) if status else ()), count=0)
    yield
    row = yield from HeroFigure(look, content, role="number_l").set_in(width)
    return row
