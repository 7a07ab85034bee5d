"""How the editor's fields look: the exhibit's own colours and letters, at the size of a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPen, QPixmap

from kiosk.look.icons import draw_icon

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

_SHEET = """
* {{ font-size: {text}px; color: {ink}; }}
QWidget#pane, QWidget#page, QScrollArea {{ background: {ground}; }}
QLabel#title {{ font-size: {title}px; font-weight: 600; }}
QLabel#note, QLabel#count {{ font-size: {small}px; color: {ink2}; }}
QLabel#key {{ font-size: {small}px; font-weight: 600; color: {ink2}; }}
QLabel#wrong {{ font-size: {small}px; color: {accent}; }}
QLabel#tag {{ font-size: {small}px; font-weight: 600; color: {ink2}; }}
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QTableView, QTreeView {{
    background: {field}; border: 1px solid {edge}; border-radius: 6px; padding: 5px 8px;
    selection-background-color: {pearl}; selection-color: {pearl_ink};
}}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {muted}; }}
QPlainTextEdit {{ padding: 3px 4px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QTableView:focus,
QTreeView:focus {{
    border: 2px solid {accent}; padding: 4px 7px;
}}
QPlainTextEdit:focus {{ padding: 2px 3px; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{
    border-color: {accent};
}}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ color: {ink2}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: 22px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: none; width: 0; height: 0; }}
QTreeView::item {{ padding: 5px 2px; }}
QTreeView::item:selected {{ background: {pearl}; color: {pearl_ink}; }}
QTreeView::branch {{ background: transparent; }}
QComboBox QAbstractItemView {{
    background: {field}; color: {ink}; border: 1px solid {edge};
    selection-background-color: {pearl}; selection-color: {pearl_ink};
}}
QPushButton, QToolButton {{
    background: {control}; border: 1px solid {edge}; border-radius: 14px; padding: 4px 12px;
    min-height: 20px;
}}
QToolButton {{ padding: 3px; border-radius: 13px; min-width: 20px; }}
QPushButton:hover, QToolButton:hover {{ border-color: {ink2}; }}
QPushButton:focus, QToolButton:focus, QCheckBox:focus {{ border: 2px solid {accent}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {pressed}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {muted}; border-color: {rule}; }}
QPushButton#entry {{
    text-align: left; border-radius: 6px; padding: 7px 10px; background: {field};
}}
QPushButton#crumb, QPushButton#plain {{
    border: 0; background: transparent; padding: 2px 4px; color: {ink2}; text-align: left;
    border-radius: 4px;
}}
QPushButton#crumb:hover, QPushButton#plain:hover {{ color: {ink}; }}
QPushButton#crumb:focus, QPushButton#plain:focus {{ border: 2px solid {accent}; padding: 0 2px; }}
QPushButton#fix, QPushButton#confirm {{
    font-size: {small}px; padding: 2px 10px; border-radius: 12px; border-color: {accent};
    color: {accent};
}}
QFrame#choices {{ background: {control}; border: 1px solid {edge}; border-radius: 17px; }}
QPushButton#choice {{
    border: 2px solid transparent; background: transparent; border-radius: 15px; padding: 2px 11px;
    min-height: 22px;
}}
QPushButton#choice:hover {{ border-color: {rule}; }}
QPushButton#choice:checked {{ background: {pearl}; color: {pearl_ink}; }}
QPushButton#choice:focus {{ border-color: {accent}; }}
QPushButton#menu {{ border-radius: 17px; padding: 4px 28px 4px 10px; min-height: 24px; }}
QPushButton#menu:focus {{ padding: 3px 27px 3px 9px; }}
QPushButton#menu::menu-indicator, QToolButton#tool::menu-indicator {{ image: none; width: 0; }}
QToolButton#tool {{ border-radius: 17px; min-width: 26px; min-height: 26px; }}
QToolButton#tool:focus {{ padding: 2px; }}
QToolButton#tool:checked {{ background: {pressed}; border-color: {accent}; }}
QFrame#message {{ background: {field}; border: 1px solid {rule}; border-radius: 8px; }}
QFrame#message[wrong="true"] {{ border-left: 3px solid {accent}; }}
QLabel#found {{ font-weight: 600; }}
QLabel#hint {{ color: {ink2}; }}
QLabel#quiet, QLabel#told {{ font-size: {small}px; color: {ink2}; }}
QCheckBox {{ selection-color: {pearl_ink}; }}
QCheckBox::indicator {{
    width: 16px; height: 16px; border: 1px solid {edge}; border-radius: 4px; background: {field};
}}
QCheckBox::indicator:checked {{ background: {pearl}; border-color: {pearl}; }}
QRadioButton:focus {{ border: 2px solid {accent}; border-radius: 6px; }}
QRadioButton::indicator {{
    width: 14px; height: 14px; border: 1px solid {edge}; border-radius: 8px; background: {field};
}}
QRadioButton::indicator:checked {{ width: 8px; height: 8px; border: 4px solid {pearl}; }}
QCalendarWidget QWidget {{ background: {field}; alternate-background-color: {ground}; }}
QCalendarWidget QAbstractItemView:enabled {{ color: {ink}; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {muted}; }}
QMenu {{ background: {field}; border: 1px solid {edge}; padding: 4px; }}
QMenu::item {{ padding: 5px 18px; border-radius: 4px; }}
QMenu::item:disabled {{ color: {ink2}; font-size: {small}px; }}
QMenu::item:selected {{ background: {pearl}; color: {pearl_ink}; }}
QToolTip {{ background: {field}; color: {ink}; border: 1px solid {edge}; padding: 6px; }}
*[letters="HK"] {{ font-family: "Noto Sans CJK HK", "Noto Sans"; }}
*[letters="SC"] {{ font-family: "Noto Sans CJK SC", "Noto Sans"; }}
*[letters="latin"] {{ font-family: "Noto Sans", "Noto Sans CJK SC"; }}
QFrame#row {{ border: 0; }}
QFrame#line {{ background: {rule}; max-height: 1px; border: 0; }}
QTableView {{ gridline-color: {edge}; }}
QHeaderView {{ background: {ground}; border: 0; }}
QTableCornerButton::section {{ background: {ground}; border: 0; }}
QHeaderView::section {{
    background: {ground}; color: {ink2}; border: 0; padding: 4px 6px; font-size: {small}px;
}}
"""

_BARS = """
QScrollBar:vertical {{ background: transparent; width: 9px; }}
QScrollBar::handle:vertical {{ background: {edge}; border-radius: 4px; min-height: 40px; }}
QScrollBar:horizontal {{ background: transparent; height: 9px; }}
QScrollBar::handle:horizontal {{ background: {edge}; border-radius: 4px; min-width: 40px; }}
QScrollBar::add-line:horizontal, QScrollBar::sub-line:horizontal {{ width: 0; }}
QScrollBar::add-page:horizontal, QScrollBar::sub-page:horizontal {{ background: transparent; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
"""


def pane_sheet(look: Look) -> str:
    """The style sheet of all fields in the colours of a look."""
    theme = look.theme
    sheet = _SHEET.format(
        text=TEXT_PX,
        small=SMALL_PX,
        title=TITLE_PX,
        ink=theme.text.name(),
        ink2=theme.text2.name(),
        muted=theme.muted.name(),
        ground=theme.ground.name(),
        field=theme.panel.name(),
        edge=theme.control_border.name(),
        rule=theme.rule.name(),
        control=theme.control.name(),
        pressed=theme.pressed.name(),
        accent=theme.accent_text.name(),
        pearl=theme.pearl.name(),
        pearl_ink=theme.pearl_ink.name(),
    )
    return sheet + scroll_bar_sheet(look)


def scroll_bar_sheet(look: Look) -> str:
    """The style sheet of scroll bars alone: narrow ones, without the arrows of a desktop."""
    return _BARS.format(edge=look.theme.control_border.name())


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
    """Have a widget below a `pane_sheet` write in the letters of a language.

    A style sheet forgets the families of the font that a widget has been given.
    """
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
    """An icon in the colours of a look, and paler where it can't be used."""
    known = _ICONS.setdefault(look.theme.name, {})
    if name not in known:
        icon = QIcon(_drawn(look, name, look.theme.text))
        icon.addPixmap(_drawn(look, name, look.theme.muted), QIcon.Mode.Disabled)
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
