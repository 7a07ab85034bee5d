"""Choosing a file or a folder: Qt's own dialog, which looks alike on every system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from kiosk.workshop.editing.pane_style import pane_font, pane_sheet
from kiosk.workshop.editing.window_theme import window_palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle

_LABELS = {
    QFileDialog.DialogLabel.LookIn: "start_look_in",
    QFileDialog.DialogLabel.FileName: "start_file_name",
    QFileDialog.DialogLabel.FileType: "start_file_kind",
    QFileDialog.DialogLabel.Accept: "start_choose",
    QFileDialog.DialogLabel.Reject: "start_cancel",
}
_SHEET = """
QFileDialog {{ background: {ground}; }}
QLabel {{ background: transparent; }}
QListView, QTreeView, QFileDialog QLineEdit {{ color: {ink}; background: {field}; }}
"""


def file_dialog(parent: QWidget, style: InterfaceStyle, title: str, begin: str = "") -> QFileDialog:
    """A dialog in the colours and the language of the window, not shown yet."""
    dialog = QFileDialog(parent, title, begin)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    theme = style.look.theme
    own = _SHEET.format(ground=theme.ground.name(), ink=theme.text.name(), field=theme.panel.name())
    dialog.setPalette(window_palette(style.look))
    dialog.setFont(pane_font(style.look, style.language))
    dialog.setStyleSheet(f"{pane_sheet(style.look, style.language)}\n{own}")
    dialog.resize(820, 520)
    for label, key in _LABELS.items():
        dialog.setLabelText(label, style.say(key))
    return dialog
