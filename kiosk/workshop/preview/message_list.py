"""The list of everything that is wrong: the errors first, then the warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from kiosk.text.messages import Severity
from kiosk.workshop.editing.pane_style import pane_font, pane_sheet, write_in
from kiosk.workshop.preview.check_progress import CheckProgress
from kiosk.workshop.preview.message_row import MessageRow
from kiosk.workshop.preview.quoted_messages import gathered_quotes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.messages import PlacedMessage
    from kiosk.workshop.preview.quoted_messages import QuotedMessage

MOST = 100
"""The most that are shown; with more of them, the first ones are to be fixed first."""


class PreviewReport(NamedTuple):
    """What the check says by now; `counts` is None until something has been read."""

    quoted: tuple[QuotedMessage, ...] = ()
    recalled: tuple[str, ...] = ()
    counts: tuple[int, int] | None = None
    """The numbers of zones and of panels."""

    @property
    def errors(self) -> int:
        """How many of the messages are errors."""
        return sum(each.message.severity is Severity.ERROR for each in self.quoted)

    def words(self, style: InterfaceStyle) -> tuple[str, ...]:
        """The line that says how things are, and what is to be said below it."""
        say = style.say
        if self.quoted:
            counts = {"errors": str(self.errors), "warnings": str(len(self.quoted) - self.errors)}
            lines = [say("problems_counted", **counts)]
        elif self.counts is None:
            lines = [say("reading_content")]
        else:
            zones, panels = map(str, self.counts)
            lines = [say("everything_fine"), say("content_counted", zones=zones, panels=panels)]
        if self.recalled:
            lines.append(say("last_good_state", files=", ".join(self.recalled)))
        if len(self.quoted) > MOST:
            every = str(len(self.quoted))
            lines.append(say("first_problems", count=str(MOST), all=every))
        return tuple(lines)


class MessageList(QWidget):
    """A column of rows; a line of letters finds some of them.  Each row is built once."""

    chosen = Signal(object)
    fixed = Signal(object, object)
    check_stopped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._style: InterfaceStyle | None = None
        self._report = PreviewReport()
        self._is_stale = True
        self._is_looked_at = False
        self.names_of: Callable[[PlacedMessage], Sequence[str]] = _nameless
        """What a message is about, in the names that the forms have for it."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._title, self._note = QLabel(self), QLabel(self)
        for label, name in ((self._title, "title"), (self._note, "note")):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            layout.addWidget(label)
        self.progress = CheckProgress(self)
        self.progress.stopped.connect(self.check_stopped)
        layout.addWidget(self.progress)
        self.letters = QLineEdit(self)
        self.letters.setClearButtonEnabled(True)
        self.letters.textChanged.connect(self._filter)
        layout.addWidget(self.letters)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = QWidget()
        self._page.setObjectName("page")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 10, 12)
        self._column.setSpacing(10)
        self._column.addStretch(1)
        self._scroll.setWidget(self._page)
        layout.addWidget(self._scroll, 1)
        self._rows: list[MessageRow] = []

    def speak(self, style: InterfaceStyle) -> None:
        """Say everything in the language of that style."""
        self._style = style
        self.setFont(pane_font(style.look, style.language))
        self.setStyleSheet(pane_sheet(style.look, style.language))
        self.letters.setPlaceholderText(style.say("edit_find"))
        self.letters.setAccessibleName(style.say("edit_find"))
        self.progress.speak(style)
        for widget in (self._title, self._note, self.letters):
            write_in(widget, style.language)
        self._show_soon()

    def show_report(self, report: PreviewReport) -> None:
        """Show what the check says, once somebody looks at it."""
        self._report = report
        self._show_soon()

    def _show_soon(self) -> None:
        self._is_stale = True
        if self._is_looked_at:
            self._show()

    def look_at(self, *, is_looked_at: bool) -> None:
        """Whether it is in front: only then are its rows filled."""
        self._is_looked_at = is_looked_at
        if is_looked_at:
            self._show()

    def _show(self) -> None:
        style = self._style
        if style is None or not self._is_stale:
            return
        self._is_stale = False
        pressed = next((row for row in self._rows if row.has_focus), None)
        before = None if pressed is None else pressed.quoted
        heading, *notes = self._report.words(style)
        self._title.setText(heading)
        self._note.setText("\n".join(notes))
        self._note.setVisible(bool(notes))
        self.letters.setVisible(bool(self._report.quoted))
        gathered = gathered_quotes(self._report.quoted)
        shown = sorted(gathered, key=_is_warning)[:MOST]
        while len(self._rows) < len(shown):
            row = MessageRow(self._page)
            row.chosen.connect(self.chosen)
            row.fixed.connect(self.fixed)
            self._column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for row, quoted in zip(self._rows, shown, strict=False):
            row.show_message(quoted, self.names_of(quoted.message), style)
        for spare in self._rows[len(shown) :]:
            spare.quoted = None
        self._filter(self.letters.text())
        if pressed is not None and pressed.quoted != before:
            # The key that has mended one would mend, or allow, what has taken its place.
            (self.letters if pressed.isHidden() else pressed.show_button).setFocus()

    @Slot(str)
    def _filter(self, letters: str) -> None:
        """Show what has these letters."""
        wanted = letters.casefold().strip()
        for row in self._rows:
            row.setVisible(row.quoted is not None and wanted in row.words.casefold())


def _is_warning(quoted: QuotedMessage) -> bool:
    return quoted.message.severity is not Severity.ERROR


def _nameless(message: PlacedMessage) -> Sequence[str]:
    return ()
