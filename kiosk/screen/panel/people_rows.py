"""The rows of a people panel: a portrait or initials, a name, what somebody is, two sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from kiosk.languages.initials import initials
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.panel.told_row import PictureSlot, ToldLine, ToldRow, text_height
from kiosk.screen.panel.told_texts import set_line, text_rows

if TYPE_CHECKING:
    from kiosk.exhibit.model.parts import Picture
    from kiosk.exhibit.model.people import PeoplePanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.flow import FlowBlock
    from kiosk.screen.steps import Steps
    from kiosk.text.multilingual import Text

BESIDE_U = 28.0
_INITIALS_SHARE = 0.4
"""How high the initials are, as a part of their disc."""


@dataclass(frozen=True)
class PersonDensity:
    """How large a portrait is, in u, the roles of the texts beside it, and what is above a row."""

    disc: float
    name: str
    role: str
    text: str
    gap: float


PERSON_DENSITIES = (
    PersonDensity(200, "heading", "lead", "lead", 48),
    PersonDensity(148, "lead", "control", "secondary", 44),
    PersonDensity(112, "lead", "control", "secondary", 36),
)
"""From roomy to tight."""


def person_rows(
    panel: PeoplePanel,
    density: PersonDensity,
    locale: Locale,
    look: Look,
    size: tuple[float, float],
) -> Steps[list[FlowBlock]]:
    """A row for each person; where texts are divided, one for the head and more for the text."""
    width, _ = size
    rows: list[FlowBlock] = []
    for person in panel.people:
        yield
        lines = head_lines(person.name, person.role, density, locale, look, width)
        disc = look.px(density.disc)
        left = disc + look.px(BESIDE_U)
        slot = portrait_slot(person.portrait, person.name, disc, locale, look)
        gap = look.px(density.gap)
        if look.divides_texts:
            rows.append(_beside(lines, slot, left, gap))
            above = look.px(10)
            said = locale.said(person.text)
            rows += yield from text_rows(said, locale, look, density.text, size, above=above)
            continue
        text = set_line(person.text, locale, look, density.text, width - left)
        lines.append(ToldLine(text, look.theme.text2, look.px(8)))
        rows.append(_beside(lines, slot, left, gap))
    return rows


def head_lines(
    name: Text,
    role: Text | None,
    density: PersonDensity,
    locale: Locale,
    look: Look,
    width: float,
) -> list[ToldLine]:
    """A name, and below it what somebody is."""
    room = width - look.px(density.disc + BESIDE_U)
    bold = density.name != "heading"
    lines = [
        ToldLine(set_line(name, locale, look, density.name, room, bold=bold), look.theme.text),
    ]
    if role is not None:
        lines.append(ToldLine(set_line(role, locale, look, density.role, room), look.theme.text2))
    return lines


def portrait_slot(
    portrait: Picture | None, name: Text, disc: float, locale: Locale, look: Look
) -> PictureSlot:
    """A disc with the portrait, or with the initials of the name."""
    return PictureSlot(
        portrait,
        QRectF(0, 0, disc, disc),
        _initials(name, disc, locale, look) if portrait is None else None,
        round=True,
    )


def _initials(name: Text, disc: float, locale: Locale, look: Look) -> Setting | None:
    said = locale.said(name)
    letters = initials(said.words)
    if not letters:
        return None
    scale = disc * _INITIALS_SHARE / look.px(look.style("heading").size)
    return set_text(look, letters, language=said.language, role="heading", scale=scale)


def _beside(lines: list[ToldLine], slot: PictureSlot, left: float, gap: float) -> ToldRow:
    """Texts beside a disc: in its middle where they are lower than it."""
    spare = slot.area.height() - text_height(lines)
    return ToldRow(tuple(lines), left, max(0.0, spare / 2), slot, gap=gap)


def attribution_row(
    lines: list[ToldLine], slot: PictureSlot, density: PersonDensity, look: Look
) -> ToldRow:
    """Who said something, beside their portrait."""
    left = look.px(density.disc + BESIDE_U)
    return _beside(lines, slot, left, look.px(density.gap))
