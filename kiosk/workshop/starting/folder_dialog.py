"""Choosing a folder, or a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from kiosk.workshop.editing.file_dialog import file_dialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle


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
    return file_dialog(parent, style, title, str(there))
