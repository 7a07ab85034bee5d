"""Places of the exhibit one below the other, each with what can be done there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_LINE_GAP_PX = 6


class PlaceLine(NamedTuple):
    """A place, the words that stand there, and the buttons beside them: by what each does, what it
    says."""

    place: str
    words: str
    actions: tuple[tuple[str, str], ...]


class PlaceLines(QScrollArea):
    """A list in which every line has its own buttons; each is called with its place for those who
    hear it."""

    chosen = Signal(int, str)
    """The number of the line, and what is to be done there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = QWidget()
        self._page.setObjectName("page")
        self._lines = QVBoxLayout(self._page)
        self._lines.setContentsMargins(0, 0, 10, 0)
        self._lines.setSpacing(_LINE_GAP_PX)
        self.setWidget(self._page)
        self._most = 0
        self._page.installEventFilter(self)

    def show_lines(self, lines: Sequence[PlaceLine]) -> None:
        """Show these in place of what was there."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, line in enumerate(lines):
            self._lines.addWidget(self._line(number, line))
        self._lines.addStretch(1)

    def be_as_high_as_lines(self, most: int) -> None:
        """Take as much height as the lines need at the width there is, and at most that."""
        self._most = most
        self._fit()

    def _fit(self) -> None:
        if self._most:
            needed = self._lines.totalHeightForWidth(self.viewport().width())
            self.setFixedHeight(min(self._most, needed + _LINE_GAP_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Lines have other letters, or are others: they may break elsewhere.
        if watched is self._page and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _line(self, number: int, line: PlaceLine) -> QWidget:
        row = QWidget(self._page)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        said = QVBoxLayout()
        said.setSpacing(0)
        for name, words in (("key", line.place), ("note", line.words)):
            label = QLabel(words, row)
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setVisible(bool(words))
            said.addWidget(label)
        layout.addLayout(said, 1)
        for action, words in line.actions:
            button = QPushButton(words.replace("&", "&&"), row)
            button.setObjectName("fix")
            button.setAccessibleName(f"{words}: {line.place}")
            button.setAccessibleDescription(line.words)
            button.setProperty("line", number)
            button.setProperty("action", action)
            button.setAutoDefault(False)
            button.clicked.connect(self._choose)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        self.chosen.emit(int(button.property("line")), str(button.property("action")))
