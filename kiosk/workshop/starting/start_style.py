"""How the start page looks: the editor's own style, with large cards and one main button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.workshop.editing.desk_inks import unusable_ink
from kiosk.workshop.editing.pane_style import pane_sheet

if TYPE_CHECKING:
    from kiosk.look.look import Look

_SHEET = """
QWidget#start, QWidget#sheet, QWidget#form, QDialog, QFileDialog {{ background: {ground}; }}
QLabel {{ background: transparent; }}
QLabel#large {{ font-size: 30px; font-weight: 300; }}
QWidget#form QLabel#key {{ margin-top: 8px; }}
QLabel#head {{ font-size: 13px; font-weight: 600; color: {ink2}; }}
QLabel#said {{ font-size: 15px; color: {accent}; }}
QLabel#cardnote {{ font-size: 13px; color: {ink2}; }}
QLabel#cardtitle {{ font-size: 17px; }}
QLabel#cardtitle:disabled, QLabel#cardnote:disabled {{ color: {unusable}; }}
QPushButton#card {{
    text-align: left; border-radius: 10px; background: {field}; border: 1px solid {edge};
    padding: 0;
}}
QPushButton#card:hover {{ border-color: {ink2}; }}
QPushButton#card:focus {{ border: 2px solid {accent}; }}
QPushButton#card:disabled {{ background: transparent; border-color: {rule}; }}
QPushButton#language {{ border-color: transparent; background: transparent; }}
QPushButton#language:checked {{ background: {pearl}; color: {pearl_ink}; }}
QPushButton#language:focus {{ border: 2px solid {accent}; }}
QPushButton#main {{
    background: {strong}; color: {on_strong}; border: 1px solid {strong}; font-weight: 600;
    border-radius: 18px; padding: 7px 22px; min-height: 20px;
}}
QPushButton#main:focus {{ border: 2px solid {ink}; }}
QPushButton#main:disabled {{
    background: transparent; color: {unusable}; border: 1px dashed {unusable};
}}
QCheckBox {{ spacing: 8px; padding: 3px 6px; border: 2px solid transparent; border-radius: 6px; }}
QListWidget {{
    background: {field}; border: 1px solid {edge}; border-radius: 6px; padding: 4px;
}}
QListWidget:focus {{ border: 2px solid {accent}; padding: 3px; }}
QListWidget::item {{ padding: 3px 4px; }}
QListWidget::item:selected {{ background: {pearl}; color: {pearl_ink}; }}
QHeaderView {{ background: {ground}; border: 0; }}
QListView, QTreeView, QFileDialog QLineEdit {{ color: {ink}; background: {field}; }}
"""


def start_sheet(look: Look, language: str) -> str:
    """The style sheet of the start page and its dialogs in the colours of a look."""
    theme = look.theme
    own = _SHEET.format(
        ground=theme.ground.name(),
        ink=theme.text.name(),
        ink2=theme.text2.name(),
        unusable=unusable_ink(theme).name(),
        field=theme.panel.name(),
        edge=theme.control_border.name(),
        rule=theme.rule.name(),
        accent=theme.accent_text.name(),
        pearl=theme.pearl.name(),
        pearl_ink=theme.pearl_ink.name(),
        strong=theme.accent.name(),
        on_strong=theme.on_accent.name(),
    )
    return f"{pane_sheet(look, language)}\n{own}"
