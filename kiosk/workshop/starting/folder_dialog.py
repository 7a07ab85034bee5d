"""Choosing a folder or a file: Qt's own dialog, which looks alike on every system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from kiosk.workshop.starting.start_style import start_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle

_LABELS = {
    QFileDialog.DialogLabel.LookIn: "start_look_in",
    QFileDialog.DialogLabel.FileName: "start_file_name",
    QFileDialog.DialogLabel.FileType: "start_file_kind",
    QFileDialog.DialogLabel.Accept: "start_choose",
    QFileDialog.DialogLabel.Reject: "start_cancel",
}


def folder_dialog(parent: QWidget, style: InterfaceStyle, title: str, begin: Path) -> QFileDialog:
    """A dialog that asks for a folder, not shown yet; `fileSelected` says which."""
    dialog = _dialog(parent, style, title, begin)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


def drawing_dialog(parent: QWidget, style: InterfaceStyle, title: str, begin: Path) -> QFileDialog:
    """A dialog that asks for a drawing."""
    dialog = _dialog(parent, style, title, begin)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(f"{style.say('start_drawings')} (*.svg *.SVG *.svgz)")
    return dialog


def _dialog(parent: QWidget, style: InterfaceStyle, title: str, begin: Path) -> QFileDialog:
    there = next((each for each in (begin, *begin.parents) if each.is_dir()), begin)
    dialog = QFileDialog(parent, title, str(there))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setStyleSheet(start_sheet(style.look))
    dialog.resize(820, 520)
    for label, key in _LABELS.items():
        dialog.setLabelText(label, style.say(key))
    return dialog
