"""How the editor's fields look: the exhibit's own colours and letters, at the size of a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPen, QPixmap

from kiosk.look.icons import draw_icon
from kiosk.workshop.editing.desk_inks import held_ground, hint_ink, unusable_ink
from kiosk.workshop.editing.pane_sheets import BARS, FIELDS

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look

TEXT_PX = 15
SMALL_PX = 13
TITLE_PX = 19
ICON_PX = 18
_ARROW_FROM_END, _ARROW_HALF = 14, 4.0
_FAMILIES = {"zh-Hant": "HK", "zh-Hans": "SC"}
_LETTERS = {
    "HK": '"Noto Sans CJK HK", "Noto Sans"',
    "SC": '"Noto Sans CJK SC", "Noto Sans"',
    "latin": '"Noto Sans", "Noto Sans CJK SC"',
}
"""A style sheet forgets the families of the font that a widget has been given."""


def pane_sheet(look: Look, language: str) -> str:
    """The style sheet of all fields in the colours of a look, with the letters of a language."""
    theme = look.theme
    sheet = FIELDS.format(
        text=TEXT_PX,
        small=SMALL_PX,
        title=TITLE_PX,
        families=_LETTERS[_FAMILIES.get(language, "latin")],
        hk=_LETTERS["HK"],
        sc=_LETTERS["SC"],
        latin=_LETTERS["latin"],
        ink=theme.text.name(),
        ink2=theme.text2.name(),
        muted=theme.muted.name(),
        ground=theme.ground.name(),
        field=theme.panel.name(),
        edge=theme.control_border.name(),
        rule=theme.rule.name(),
        control=theme.control.name(),
        held=held_ground(theme).name(),
        hint=hint_ink(theme).name(),
        unusable=unusable_ink(theme).name(),
        accent=theme.accent_text.name(),
        pearl=theme.pearl.name(),
        pearl_ink=theme.pearl_ink.name(),
    )
    return sheet + scroll_bar_sheet(look)


def scroll_bar_sheet(look: Look) -> str:
    """The style sheet of scroll bars alone: narrow ones, without the arrows of a desktop."""
    return BARS.format(edge=look.theme.control_border.name())


def pane_font(look: Look, language: str, pixels: int = TEXT_PX) -> QFont:
    """The letters of a language, with the shapes of Chinese ones that it has.

    The family of its own script comes first: of one that only helps out Qt may take bold letters.
    """
    is_chinese = language in _FAMILIES
    han = f"Noto Sans CJK {_FAMILIES.get(language, 'SC')}"
    own = look.faces.font(
        language=language,
        script="han" if is_chinese else "latin",
        face="text",
        weight=400,
        pixels=pixels,
    )
    font = QFont(own)
    font.setFamilies([*own.families(), "Noto Sans" if is_chinese else han])
    return font


def write_in(widget: QWidget, language: str) -> None:
    """Have a widget below a `pane_sheet` write in the letters of a language of its own."""
    region = _FAMILIES.get(language, "latin")
    if widget.property("letters") != region:
        widget.setProperty("letters", region)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def draw_arrow(widget: QWidget) -> None:
    """Draw at the end of a choice that it unfolds: a style sheet has no arrow of any colour."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(widget.palette().color(widget.foregroundRole()), 1.5)
    painter.setPen(pen)
    x, y = widget.width() - _ARROW_FROM_END, widget.height() / 2
    half = _ARROW_HALF
    corners = (
        QPointF(x - half, y - half / 2),
        QPointF(x, y + half / 2),
        QPointF(x + half, y - half / 2),
    )
    painter.drawPolyline(corners)
    painter.end()


_ICONS: dict[str, dict[str, QIcon]] = {}
"""By theme and name: they are drawn once."""


def pane_icon(look: Look, name: str) -> QIcon:
    """An icon in the colours of a look, paler where it can't be used, and upon what is chosen."""
    known = _ICONS.setdefault(look.theme.name, {})
    if name not in known:
        icon = QIcon(_drawn(look, name, look.theme.text))
        icon.addPixmap(_drawn(look, name, unusable_ink(look.theme)), QIcon.Mode.Disabled)
        chosen = _drawn(look, name, look.theme.pearl_ink)
        icon.addPixmap(chosen, QIcon.Mode.Normal, QIcon.State.On)
        known[name] = icon
    return known[name]


def _drawn(look: Look, name: str, color: QColor) -> QPixmap:
    side = ICON_PX * 2
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(2.0)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_icon(painter, look, name, QRectF(0, 0, ICON_PX, ICON_PX), color)
    painter.end()
    return picture
